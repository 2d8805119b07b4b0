"""Australia's DFAT Consolidated List XLSX: one row a name, ``2705c`` being a name of entry 2705."""

from __future__ import annotations

import re

from screening.errors import ListError, Place
from screening.watchlists import sheets, sniff
from screening.watchlists.dates import iso_date, whole_date
from screening.watchlists.draft import Draft, Entry, squeeze
from screening.watchlists.formats import Format
from screening.watchlists.measures import measures_of
from screening.watchlists.source import RawFile, Source
from screening.watchlists.tables import check_columns, heading

REQUIRED = ("reference", "name of individual or entity", "type", "name type")
_SCHEMAS = {"individual": "Person", "entity": "Organization", "vessel": "Vessel"}
_NUMBER = re.compile(r"^(\d+)[a-z]*\d*$")
_LETTERED = re.compile(r"(?:^|\s)[a-z]{1,2}\)\s*")
_LISTED = re.compile(r"[Ll]isted.*?\bon:?\s*(\d{1,2}\s?[A-Za-z]{3,9}\.?\s\d{4}|\d{1,2}/\d{1,2}/\d{4})")
_NULLS = frozenset({"", "na", "n/a", "unknown", "-"})


def claims(file: RawFile) -> bool:
    """A spreadsheet with DFAT's headings in its first row."""
    return sniff.is_zip(file) and {"reference", "name of individual or entity"} <= set(sheets.first_row(file))


def read(source: Source, draft: Draft) -> None:
    """Gather the rows of each number; the first row tells everything but the other names."""
    draft.publisher, draft.list_id = "Australian Department of Foreign Affairs and Trade", "au_dfat"
    table = sheets.rows(source.main)
    header = [heading(cell) for cell in next(table, (0, []))[1]]
    check_columns(header, REQUIRED, source.main.where)
    for line, cells in table:
        row = {name: cell for name, cell in zip(header, cells, strict=False) if name}
        found = _NUMBER.match(squeeze(row["reference"]).lower())
        if not found:
            where = Place(source.main.where, line, "Reference")
            raise ListError(f"{row['reference']!r} is no reference number", where=where, remedy="download it again")
        entry = draft.entries.get(found[1])
        if entry is None:
            entry = draft.entry(found[1], row=line)
            _whole(entry, draft, row)
        _name(entry, row)
        for text in _parts(row, "address"):
            entry.add_address(whole=text)
        _birth(entry, row)


def _parts(row: dict[str, str], column: str) -> list[str]:
    """The parts of a cell like ``a) Approximately 1966 b) 1960``, without the words for nothing."""
    pieces = (squeeze(piece).rstrip(";,") for piece in _LETTERED.split(row.get(column, "")))
    return [piece for piece in pieces if piece.lower() not in _NULLS]


def _whole(entry: Entry, draft: Draft, row: dict[str, str]) -> None:
    kind = squeeze(row["type"]).lower()
    entry.schema = _SCHEMAS.get(kind, "LegalEntity")
    if kind not in _SCHEMAS:
        draft.note("types of party not known", kind)
    entry.add("programmes", row.get("committees"))
    listing = squeeze(row.get("listing information"))
    entry.add("legal_basis", listing)
    first = _LISTED.search(listing)
    entry.listed_on = whole_date(first[1]) if first else None
    for text in _parts(row, "citizenship"):
        entry.add("countries", *draft.countries(text))
    entry.add("birth_places", *_parts(row, "place of birth"))
    entry.remarks = squeeze(row.get("additional information")) or None
    entry.measures = measures_of("au_dfat", entry.programmes, entry.legal_basis, entry.schema)


def _name(entry: Entry, row: dict[str, str]) -> None:
    label = squeeze(row["name type"])
    primary = label.lower() == "primary name"
    entry.add_name(row["name of individual or entity"], "primary" if primary else "alias", label)


def _birth(entry: Entry, row: dict[str, str]) -> None:
    for text in _parts(row, "date of birth"):
        iso = iso_date(text)
        if iso is None:
            entry.add("not_understood", f"date of birth {text}")
        elif entry.schema == "Person":
            entry.add("birth_dates", iso)
        else:
            entry.incorporated_on = entry.incorporated_on or iso


FORMAT = Format(
    id="dfat",
    title="Australia DFAT Consolidated List XLSX",
    evidence="official sample",
    claims=claims,
    read=read,
)
