"""The toolkit's own list format: CSV, XLSX or Parquet, one row a name; see DESIGN.md, "Python".

Columns: ``entry_id, schema, name, name_type`` and any of ``country, birth_date, address, id_type,
id_number, id_country, programme, measure, listed_on, ended_on, remarks``. Only ``entry_id`` and
``name`` must be there. Several countries, programmes or measures in one cell are parted by semicolons.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from screening.errors import ListError, Place
from screening.model import MEASURES, NAME_TYPES, SCHEMAS
from screening.watchlists import sheets, sniff
from screening.watchlists.countries import code
from screening.watchlists.dates import iso_date, whole_date
from screening.watchlists.draft import Draft, Entry, squeeze
from screening.watchlists.formats import Format
from screening.watchlists.measures import measures_of
from screening.watchlists.source import RawFile, Source
from screening.watchlists.tables import check_columns, decode, heading, records

REQUIRED = ("entry id", "name")
OPTIONAL = (
    "schema",
    "name type",
    "country",
    "birth date",
    "address",
    "id type",
    "id number",
    "id country",
    "programme",
    "measure",
    "listed on",
    "ended on",
    "remarks",
)
_DELIMITERS = (",", ";", "\t", "|")
_PARQUET = b"PAR1"


def claims(file: RawFile) -> bool:
    """A table with the columns ``entry_id`` and ``name``, or with one of them and another of ours."""
    if file.head.startswith(_PARQUET):
        return True
    if sniff.is_zip(file):
        return _ours(sheets.first_row(file))
    return _delimiter(file) is not None


def _ours(columns: tuple[str, ...]) -> bool:
    known = {*REQUIRED, *OPTIONAL}
    return sum(column in known for column in columns) >= 2 and any(column in REQUIRED for column in columns)


def _delimiter(file: RawFile) -> str | None:
    return next((mark for mark in _DELIMITERS if _ours(sniff.columns(file, mark))), None)


def _records(file: RawFile) -> Iterator[tuple[int, dict[str, str]]]:
    if file.head.startswith(_PARQUET):
        yield from sheets.parquet_records(file, REQUIRED)
    elif sniff.is_zip(file):
        table = sheets.rows(file)
        header = [heading(cell) for cell in next(table, (0, []))[1]]
        check_columns(header, REQUIRED, file.where)
        for line, cells in table:
            yield line, dict(zip(header, cells, strict=False))
    else:
        yield from records(file, decode(file, fallback=None), REQUIRED, delimiter=_delimiter(file) or ",")


def read(source: Source, draft: Draft) -> None:
    """Gather the rows of each entry, in the order in which the entries first appear."""
    where = source.main.where
    _check_once(source.main)
    schemas: dict[str, str] = {}
    for line, row in _records(source.main):
        if not any(row.values()):
            continue
        key = squeeze(row["entry id"])
        entry = draft.entries.get(key) or draft.entry(row["entry id"], row=line)
        if said := squeeze(row.get("schema")):
            if said not in SCHEMAS:
                raise _wrong(where, line, "schema", f"{said!r} is no schema", f"use one of {', '.join(SCHEMAS)}")
            if schemas.setdefault(key, said) != said:
                what = f"entry {key} is a {schemas[key]} above and a {said} here"
                raise _wrong(where, line, "schema", what, "one entry is one party: give it one schema")
            entry.schema = said
        _row(entry, row, line, draft)
    for column in sorted(_unknown(source.main)):
        draft.note("columns not known, not read", column)
    for entry in draft.entries.values():
        entry.measures = [name for name in MEASURES if name in entry.measures] or measures_of("own")


def _check_once(file: RawFile) -> None:
    """Raise a `ListError` where two columns have one of our headings: the names of one would be lost unsaid."""
    if file.head.startswith(_PARQUET):
        return
    columns = sheets.first_row(file) if sniff.is_zip(file) else sniff.columns(file, _delimiter(file) or ",")
    for name in (*REQUIRED, *OPTIONAL):
        if columns.count(name) > 1:
            column = name.replace(" ", "_")
            raise _wrong(file.where, 1, column, f"{columns.count(name)} columns are headed so", "keep one of them")


def _unknown(file: RawFile) -> set[str]:
    if file.head.startswith(_PARQUET) or sniff.is_zip(file):
        return set()
    return {name for name in sniff.columns(file, _delimiter(file) or ",") if name} - {*REQUIRED, *OPTIONAL}


def _row(entry: Entry, row: dict[str, str], line: int, draft: Draft) -> None:
    kind = squeeze(row.get("name type")).lower() or ("alias" if entry.names else "primary")
    if kind not in NAME_TYPES:
        raise _wrong(draft.where, line, "name_type", f"{kind!r} is no name type", f"use {', '.join(NAME_TYPES)}")
    if not squeeze(row["name"]):
        raise _wrong(
            draft.where,
            line,
            "name",
            f"entry {entry.entry_id} has no name here",
            "give one or delete the row",
        )
    if not any(name[0] == squeeze(row["name"]) and name[1] == kind for name in entry.names):
        entry.add_name(row["name"], kind)
    entry.add("countries", *(_country(part, "country", line, draft) for part in _parts(row, "country")))
    for text in _parts(row, "birth date"):
        if (iso := iso_date(text)) is None:
            entry.add("not_understood", f"birth_date {text}")
            _say(draft, "dates not understood", line, "birth_date", text)
        elif entry.schema in ("Person", "LegalEntity"):
            entry.add("birth_dates", iso)
        else:
            entry.incorporated_on = iso
    if address := squeeze(row.get("address")):
        entry.add_address(whole=address)
    country = _country(row.get("id country") or "", "id_country", line, draft)
    entry.add_identifier(row.get("id type") or "", row.get("id number"), country)
    entry.add("programmes", *_parts(row, "programme"))
    for measure in _parts(row, "measure"):
        if measure not in MEASURES:
            raise _wrong(
                draft.where,
                line,
                "measure",
                f"{measure!r} is no measure",
                f"use one of {', '.join(MEASURES)}",
            )
        entry.add("measures", measure)
    for column in ("listed_on", "ended_on"):
        if text := squeeze(row.get(column.replace("_", " "))):
            day = whole_date(text)
            if day is None:
                raise _wrong(draft.where, line, column, f"{text!r} is no date", "write it as 2024-12-31")
            setattr(entry, column, day)
    remarks = squeeze(row.get("remarks"))
    if remarks and remarks not in (entry.remarks or ""):
        entry.remarks = f"{entry.remarks}; {remarks}" if entry.remarks else remarks


def _country(text: str, column: str, line: int, draft: Draft) -> str | None:
    found = code(text)
    if found is None and squeeze(text):
        _say(draft, "countries not known, left out (the entry is kept)", line, column, text)
    return found


def _say(draft: Draft, kind: str, line: int, column: str, text: str) -> None:
    """Note what was not understood, with the place of the first."""
    draft.note(kind, f"{squeeze(text)!r}, {Place(Path(draft.where).name, line, column)}")


def _parts(row: dict[str, str], column: str) -> list[str]:
    return [part for piece in (row.get(column) or "").split(";") if (part := squeeze(piece))]


def _wrong(where: str, line: int, column: str, what: str, remedy: str) -> ListError:
    return ListError(what, where=Place(where, line, column), remedy=remedy)


FORMAT = Format(
    id="own",
    title="our own CSV, XLSX or Parquet (entry_id, schema, name, name_type …)",
    evidence="official sample",
    claims=claims,
    read=read,
    priority=-1,
)
