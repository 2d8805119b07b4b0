"""UK Sanctions List CSV (``UK-Sanctions-List.csv``): a line with the report's date, then one row a name
and address."""

from __future__ import annotations

from screening.watchlists import sniff, uk
from screening.watchlists.dates import iso_date, whole_date
from screening.watchlists.draft import Draft, Entry, squeeze
from screening.watchlists.formats import Format
from screening.watchlists.source import RawFile, Source
from screening.watchlists.tables import decode, records

REQUIRED = ("unique id", "name 6", "name type", "regime name", "designation type", "sanctions imposed")
_LINES = tuple(f"address line {number}" for number in range(1, 6))


def claims(file: RawFile) -> bool:
    """The UK's headings in the second line (or the first, where somebody cut the date off)."""
    return any("unique id" in sniff.columns(file, line=line) for line in (0, 1)) and (_header_line(file) is not None)


def _header_line(file: RawFile) -> int | None:
    for line in (0, 1):
        columns = sniff.columns(file, line=line)
        if "unique id" in columns and any("ofsi group id" in c or "regime name" in c for c in columns):
            return line
    return None


def read(source: Source, draft: Draft) -> None:
    """Gather the rows of each designation; the id is the Unique ID."""
    draft.publisher, draft.list_id = uk.PUBLISHER, uk.LIST
    before = _header_line(source.main) or 0
    if before:
        draft.published = iso_date(", ".join(sniff.cells(source.main)).removeprefix("Report Date:").strip(" ,"))
    text = decode(source.main)
    imposed: dict[str, str] = {}
    for line, row in records(source.main, text, REQUIRED, header_after=before):
        key = squeeze(row["unique id"])
        entry = draft.entries.get(key)
        if entry is None:
            entry = draft.entry(key, row=line, schema=uk.schema_of(row["designation type"], draft))
            imposed[key] = row["sanctions imposed"]
            _whole(entry, draft, row)
        _details(entry, draft, row)
    for key, entry in draft.entries.items():
        uk.finish(entry, imposed[key])


def _whole(entry: Entry, draft: Draft, row: dict[str, str]) -> None:
    entry.add("programmes", row["regime name"])
    entry.listed_on = whole_date(row.get("date designated", ""))
    entry.add_identifier("OFSI Group ID", row.get("ofsi group id"))
    entry.add_identifier("UN reference number", row.get("un reference number"))
    remarks = (squeeze(row.get(column)) for column in ("other information", "uk statement of reasons"))
    entry.remarks = "; ".join(filter(None, remarks)) or None
    sex = squeeze(row.get("gender")).lower()
    entry.gender = sex if sex in ("male", "female") else None
    uk.add_vessel(
        entry,
        draft,
        imo=row.get("imo number", ""),
        owner=row.get("current owner/operator (s)", ""),
        flag=row.get("current believed flag of ship", ""),
        kind=row.get("type of ship", ""),
        tonnage=row.get("tonnage of ship", ""),
        built=row.get("year built", ""),
        hull=row.get("hull identification number (hin)", ""),
    )


def _details(entry: Entry, draft: Draft, row: dict[str, str]) -> None:
    given = [row.get(f"name {number}", "") for number in range(1, 6)]
    uk.add_name(entry, given, row["name 6"], row["name type"], row.get("alias strength", ""))
    uk.add_once(
        entry,
        squeeze(row.get("name non-latin script")),
        "alias",
        "non-Latin script",
        script=squeeze(row.get("non-latin script type")),
        language=squeeze(row.get("non-latin script language")),
    )
    country = squeeze(row.get("address country"))
    entry.add_address(
        street=", ".join(part for column in _LINES if (part := squeeze(row.get(column)))),
        city=row.get("address line 6"),
        postal_code=row.get("address postal code"),
        country=draft.country(country) if country else None,
        country_name=country,
    )
    for text in uk.numbered_parts(row.get("d.o.b")):
        uk.add_birth(entry, draft, text)
    for text in uk.numbered_parts(row.get("nationality(/ies)")):
        entry.add("countries", *draft.countries(text))
    entry.add("positions", *uk.numbered_parts(row.get("position")))
    place = (squeeze(row.get("town of birth")), squeeze(row.get("country of birth")))
    entry.add("birth_places", ", ".join(filter(None, place)))
    for column, label in (
        ("phone number", "Phone number"),
        ("website", "Website"),
        ("email address", "Email address"),
        ("passport", "Passport number"),
        ("national identifier", "National identifier number"),
        ("business registration number (s)", "Business registration number"),
    ):
        number = row.get(column) or row.get(f"{column} number")
        entry.add_identifier(label, number, remarks=squeeze(row.get(f"{column} additional information")))
    entry.add_link("Parent company", row.get("parent company"))
    entry.add_link("Subsidiary", row.get("subsidiaries"))


FORMAT = Format(
    id="uk_csv",
    title="UK Sanctions List CSV",
    evidence="rebuilt",
    claims=claims,
    read=read,
)
