"""OFAC's legacy CSV sets: ``sdn.csv, alt.csv, add.csv, sdn_comments.csv`` and ``cons_prim.csv,
cons_alt.csv …``.

No headers; ``-0-`` is null; a 0x1A line may end each file. Layout: OFAC, "SDN data format"
(DAT_SPEC.TXT).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from screening.errors import ListError, Place
from screening.watchlists import ofac, sniff
from screening.watchlists.draft import Draft, Entry, squeeze
from screening.watchlists.formats import Format
from screening.watchlists.remarks import take_apart
from screening.watchlists.source import RawFile, Source
from screening.watchlists.tables import decode, rows

PARTS = {"alt": 5, "add": 6, "comments": 2}
"""The other files of a set, and how many cells their rows have."""
WIDTH = 12
_NULL = "-0-"


def claims(file: RawFile) -> bool:
    """A row of twelve cells without header, a number first, most of them null."""
    cells = sniff.cells(file)
    return len(cells) == WIDTH and cells[0].strip().isdigit() and any(cell.strip() == _NULL for cell in cells)


def companions(file: RawFile, candidates: Sequence[RawFile]) -> list[RawFile]:
    """The aliases, addresses and continued remarks that lie beside the main file."""
    prefix = _prefix(file.name)
    named = {file.name.lower(): file for file in candidates}
    names = {
        "alt": f"{prefix}alt.csv",
        "add": f"{prefix}add.csv",
        "comments": f"{prefix or 'sdn_'}comments.csv",
    }
    return [named[name] for name in names.values() if name in named]


def _prefix(name: str) -> str:
    return "cons_" if name.lower().startswith("cons") else ""


def _cells(file: RawFile, width: int) -> Iterator[tuple[int, list[str]]]:
    for line, cells in rows(file, decode(file)):
        if len(cells) != width:
            raise ListError(
                f"the row has {len(cells)} cells, not {width}: cut short or damaged",
                where=Place(file.where, line),
                remedy="download the list again",
            )
        yield line, [("" if cell.strip() == _NULL else cell) for cell in cells]


def read(source: Source, draft: Draft) -> None:
    """Read the main file, then join the others to it."""
    others = {part: file for file in source.others for part in PARTS if part in file.name.lower()}
    draft.publisher = ofac.PUBLISHER
    draft.list_id = ofac.CONS if _prefix(source.main.name) else ofac.SDN
    for part in PARTS:
        if part not in others and (part != "comments" or not source.others):
            draft.note(f"files of the set that are missing ({part})")
    continued = _continued(others.get("comments"))
    remarks: dict[str, str] = {}
    for line, row in _cells(source.main, WIDTH):
        entry = draft.entry(row[0], row=line)
        _main(entry, row, draft)
        remarks[entry.entry_id] = row[11] + continued.pop(entry.entry_id, "")
    if continued:
        draft.note("continued remarks of no entry", next(iter(continued)), len(continued))
    if "alt" in others:
        _aliases(others["alt"], draft)
    if "add" in others:
        _addresses(others["add"], draft)
    for key, text in remarks.items():
        entry = draft.entries[key]
        if text:
            take_apart(text, entry, draft)
        ofac.finish(entry, draft.list_id)


def _continued(file: RawFile | None) -> dict[str, str]:
    joined: dict[str, str] = {}
    if file is not None:
        for _, (key, text) in _cells(file, PARTS["comments"]):
            joined[key.strip()] = joined.get(key.strip(), "") + text  # cut anywhere, even within a word
    return joined


def _main(entry: Entry, row: list[str], draft: Draft) -> None:
    name, kind, programmes, title, *vessel = (squeeze(cell) for cell in row[1:11])
    call_sign, vessel_type, tonnage, gross, flag, owner = vessel
    entry.schema = ofac.schema_of(kind, draft)
    entry.add_name(name, "primary")
    entry.add("programmes", *(programme.strip(" []") for programme in programmes.split("] [")))
    entry.add("positions", *title.split("; "))
    entry.call_sign = call_sign or None
    entry.vessel_type = vessel_type or None
    entry.tonnage = "; ".join(f"{text} {what}" for text, what in ((tonnage, "DWT"), (gross, "GRT")) if text) or None
    entry.vessel_flag = flag or None
    entry.vessel_owner = owner or None
    if flag:
        entry.add("countries", draft.country(flag))


def _aliases(file: RawFile, draft: Draft) -> None:
    for _, (key, _, kind, name, _) in _cells(file, PARTS["alt"]):
        entry = draft.entries.get(key.strip())
        if entry is None:
            draft.note("aliases of no entry", f"{key} {name}")
        else:
            entry.add_name(name, "alias", ".".join(kind.strip()) + ".")


def _addresses(file: RawFile, draft: Draft) -> None:
    for _, (key, _, street, city, country, remarks) in _cells(file, PARTS["add"]):
        entry = draft.entries.get(key.strip())
        if entry is None:
            draft.note("addresses of no entry", f"{key} {street} {city} {country}")
            continue
        code = draft.country(country) if country else None
        entry.add_address(street=street, city=city, country=code, country_name=country)
        if remarks:
            draft.note("remarks on addresses, kept nowhere", remarks)


FORMAT = Format(
    id="ofac_legacy",
    title="OFAC legacy CSV set (sdn.csv or cons_prim.csv, with alt, add and comments)",
    evidence="official sample",
    claims=claims,
    read=read,
    companions=companions,
)
