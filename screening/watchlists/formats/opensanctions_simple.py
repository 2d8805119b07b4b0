"""OpenSanctions' ``targets.simple.csv``: one row a target, several values in one cell parted by
semicolons."""

from __future__ import annotations

import csv

from screening.watchlists import opensanctions, sniff
from screening.watchlists.dates import iso_date, whole_date
from screening.watchlists.draft import Draft, squeeze
from screening.watchlists.formats import Format
from screening.watchlists.source import RawFile, Source
from screening.watchlists.tables import decode, records

REQUIRED = ("id", "schema", "name", "aliases", "birth date", "countries", "addresses", "identifiers")


def claims(file: RawFile) -> bool:
    """OpenSanctions' headings in the first line."""
    return {"id", "schema", "aliases", "identifiers", "first seen"} <= set(sniff.columns(file))


def read(source: Source, draft: Draft) -> None:
    """Read one row after another."""
    opensanctions.begin(source, draft)
    for line, row in records(source.main, decode(source.main), REQUIRED):
        entry = draft.entry(row["id"], row=line)
        entry.schema = opensanctions.schema_of(row["schema"], draft)
        entry.add_name(row["name"], "primary")
        for alias in _parts(row["aliases"]):
            entry.add_name(alias)
        for text in _parts(row["birth date"]):
            iso = iso_date(text)
            entry.add("birth_dates" if iso else "not_understood", iso or f"birth_date {text}")
        opensanctions.add_countries(entry, draft, _parts(row["countries"]))
        for address in _parts(row["addresses"]):
            entry.add_address(whole=address)
        for column, kind in (("identifiers", "identifier"), ("phones", "phone"), ("emails", "email")):
            for number in _parts(row.get(column, "")):
                entry.add_identifier(kind, number)
        entry.add("programmes", *_parts(row.get("program ids", "")), *_parts(row.get("dataset", "")))
        entry.add("legal_basis", *_parts(row.get("sanctions", "")))
        entry.listed_on = whole_date(row.get("first seen", "")[:10])
        if row.get("last change"):
            draft.published = max(draft.published or "", squeeze(row["last change"])[:10])


def _parts(text: str) -> list[str]:
    """The values of one cell; one that holds a semicolon is in quotation marks."""
    cells = next(csv.reader([text], delimiter=";", skipinitialspace=True), [])
    return [part for cell in cells if (part := squeeze(cell))]


FORMAT = Format(
    id="opensanctions_simple",
    title="OpenSanctions targets.simple.csv",
    evidence="schema only",
    claims=claims,
    read=read,
)
