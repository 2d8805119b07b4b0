"""OFSI's Consolidated List (``ConList.csv``), retired on 28 January 2026: read for look-backs only."""

from __future__ import annotations

from screening.watchlists import sniff, uk
from screening.watchlists.dates import iso_date, whole_date
from screening.watchlists.draft import Draft, Entry, squeeze
from screening.watchlists.formats import Format
from screening.watchlists.source import RawFile, Source
from screening.watchlists.tables import decode, records

REQUIRED = ("name 6", "group type", "alias type", "regime", "listed on", "group id")


def claims(file: RawFile) -> bool:
    """OFSI's headings in the second line, below the date."""
    return any({"group type", "alias type", "group id"} <= set(sniff.columns(file, line=line)) for line in (0, 1))


def read(source: Source, draft: Draft) -> None:
    """Gather the rows of each group; the id is OFSI's Group ID."""
    draft.publisher, draft.list_id = "HM Treasury, Office of Financial Sanctions Implementation", "uk_ofsi"
    before = 0 if "group id" in sniff.columns(source.main) else 1
    if before:
        draft.published = iso_date((*sniff.cells(source.main), "", "")[1])
    for line, row in records(source.main, decode(source.main), REQUIRED, header_after=before):
        key = squeeze(row["group id"])
        entry = draft.entries.get(key)
        if entry is None:
            entry = draft.entry(key, row=line, schema=uk.schema_of(row["group type"], draft))
            entry.add_identifier("OFSI Group ID", key)
            entry.listed_on = whole_date(row["listed on"])
            entry.remarks = squeeze(row.get("other information")) or None
            entry.measures = ["asset_freeze"]  # the list held the targets of asset freezes and nobody else
        _details(entry, draft, row)


def _details(entry: Entry, draft: Draft, row: dict[str, str]) -> None:
    given = [row.get(f"name {number}", "") for number in range(1, 6)]
    label = squeeze(row["alias type"])
    kind = "primary name" if label.lower() in ("prime alias", "primary name") else label
    strength = row.get("alias quality", "")
    uk.add_name(entry, given, row["name 6"], kind, strength)
    entry.add("programmes", row["regime"])
    for text in uk.numbered_parts(row.get("dob")):
        uk.add_birth(entry, draft, text)
    for text in uk.numbered_parts(row.get("nationality")):
        entry.add("countries", *draft.countries(text))
    towns, lands = uk.numbered_parts(row.get("town of birth")), uk.numbered_parts(row.get("country of birth"))
    for number in range(max(len(towns), len(lands))):
        pair = (part[number] for part in (towns, lands) if number < len(part))
        entry.add("birth_places", ", ".join(text for text in pair if text != "-"))
    entry.add("positions", *uk.numbered_parts(row.get("position")))
    entry.add_identifier("Passport details", row.get("passport details"))
    entry.add_identifier("NI Number", row.get("ni number"))
    country = squeeze(row.get("country"))
    lines = (squeeze(row.get(f"address {number}")) for number in range(1, 6))
    entry.add_address(
        street=", ".join(filter(None, lines)),
        city=row.get("address 6"),
        postal_code=row.get("post/zip code"),
        country=draft.country(country) if country else None,
        country_name=country,
    )


FORMAT = Format(
    id="uk_conlist",
    title="OFSI Consolidated List CSV (retired; only as historical)",
    evidence="official sample",
    claims=claims,
    read=read,
    retired=(
        "is the OFSI Consolidated List, which was closed on 28 January 2026 and is no longer updated; "
        "use the UK Sanctions List (uk_sanctions_list), or read it with --historical for a look-back"
    ),
    priority=1,
)
