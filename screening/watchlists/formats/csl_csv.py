"""US Consolidated Screening List CSV (trade.gov); several values in one cell are parted by semicolons."""

from __future__ import annotations

import re

from screening.watchlists import csl, ofac, sniff
from screening.watchlists.draft import Draft, Entry, squeeze
from screening.watchlists.formats import Format
from screening.watchlists.source import RawFile, Source
from screening.watchlists.tables import decode, records

REQUIRED = ("source", "entity number", "type", "programs", "name", "addresses", "alt names")
_COUNTRY = re.compile(r"^(?:.*,\s*)?([A-Z]{2})$")
_ID = re.compile(r"^(?:(?P<country>[A-Z]{2}), )?(?P<number>.+), (?P<kind>[^,]+)$")
_AND = re.compile(r"^and\s+", re.IGNORECASE)


def claims(file: RawFile) -> bool:
    """trade.gov's headings in the first line."""
    return {"source", "entity number", "federal register notice", "alt names"} <= set(sniff.columns(file))


def read(source: Source, draft: Draft) -> None:
    """Read one row after another."""
    draft.publisher, draft.list_id = csl.PUBLISHER, csl.LIST
    for _, row in records(source.main, decode(source.main), REQUIRED):
        entry = csl.begin(
            draft,
            row["source"],
            row["entity number"],
            row["name"],
            dated=row.get("start date", ""),
            citation=row.get("federal register notice", ""),
        )
        entry.schema = csl.schema_of(row["type"], draft)
        _row(entry, draft, row)
        requirement = (row.get("license requirement", ""), row.get("license policy", ""))
        csl.finish(
            entry,
            draft,
            started=row.get("start date", ""),
            ended=row.get("end date", ""),
            citation=row.get("federal register notice", ""),
            requirement=requirement,
            remarks=row.get("remarks", ""),
        )


def _parts(text: str | None) -> list[str]:
    return [part for piece in (text or "").split(";") if (part := squeeze(piece))]


def _row(entry: Entry, draft: Draft, row: dict[str, str]) -> None:
    entry.add_name(row["name"], "primary")
    for alias in _parts(row["alt names"]):
        entry.add_name(_AND.sub("", alias))
    entry.add("programmes", *_parts(row["programs"]))
    entry.add("positions", *_parts(row.get("title")))
    for column in ("nationalities", "citizenships"):
        entry.add("countries", *(draft.country(text) for text in _parts(row.get(column))))
    for text in _parts(row.get("dates of birth")):
        csl.add_birth_date(entry, text)
    entry.add("birth_places", *_parts(row.get("places of birth")))
    for address in _parts(row["addresses"]):
        found = _COUNTRY.match(address)
        entry.add_address(whole=address, country=draft.country(found[1]) if found else None)
    entry.call_sign = row.get("call sign") or None
    entry.vessel_type = row.get("vessel type") or None
    entry.vessel_owner = row.get("vessel owner") or None
    tonnage = ((row.get("gross tonnage"), "DWT"), (row.get("gross registered tonnage"), "GRT"))
    entry.tonnage = "; ".join(f"{text} {what}" for text, what in tonnage if text) or None
    if flag := squeeze(row.get("vessel flag")):
        entry.vessel_flag = flag
        entry.add("countries", draft.country(flag))
    entry.url = row.get("source information url") or row.get("source list url") or None
    for item in _parts(row.get("ids")):
        _identifier(entry, draft, item)


def _identifier(entry: Entry, draft: Draft, text: str) -> None:
    """``CY, C146742, Registration Number`` or ``Male, Gender``: what OFAC's remarks say, the label last."""
    found = _ID.match(text)
    if not found:
        entry.add("not_understood", text)
        return
    country = found["country"] or ""
    ofac.feature(entry, draft, found["kind"], found["number"], place=country)


FORMAT = Format(
    id="csl_csv",
    title="US Consolidated Screening List CSV (trade.gov)",
    evidence="official sample",
    claims=claims,
    read=read,
)
