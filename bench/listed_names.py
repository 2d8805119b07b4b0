"""The names on the real lists of ``../shared/lists``, read with readers of the benchmark's own.

They take names only, know no more than they must, and share nothing with ``screening.watchlists``: a
mistake there cannot hide here. The lists are not in the repository; without them the benchmarks that need
them say so and stop.
"""

from __future__ import annotations

import csv
import gzip
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

SHARED = Path(os.environ.get("SCREENING_SHARED", Path(__file__).resolve().parents[2] / "shared"))
LISTS = SHARED / "lists"


@dataclass(slots=True)
class Entry:
    """One party: its names, the primary one first, and weak ones apart; original script apart too."""

    entry_id: str
    schema: str
    names: list[str] = field(default_factory=list)
    weak: list[str] = field(default_factory=list)
    originals: list[str] = field(default_factory=list)


def folder(*parts: str) -> Path:
    """A path below the lists' folder that must be there."""
    path = LISTS.joinpath(*parts)
    if not path.exists():
        raise SystemExit(f"{path.name} is not below {LISTS.name}: set SCREENING_SHARED to the folder with lists/")
    return path


def sdn() -> list[Entry]:
    """OFAC's SDN list, names and strong aliases."""
    base = folder("us_ofac_sdn_composite", "2026-08-20")
    return _ofac(base / "sdn.csv.gz", base / "alt.csv.gz")


def all_lists() -> dict[str, list[Entry]]:
    """Every list of some size, by a short id."""
    nonsdn = folder("us_ofac_nonsdn")
    return {
        "sdn": sdn(),
        "nonsdn": _ofac(nonsdn / "cons_prim.csv", nonsdn / "cons_alt.csv"),
        "csl": _csl(folder("us_csl", "consolidated_2022-04.csv.gz")),
        "eu": _eu(folder("eu_fsf", "eu_fsf_reconstructed_2026-02-26.xml.gz")),
        "uk": _uk(folder("uk_sanctions_list", "uk_sanctions_list_reconstructed_2026-08-22.csv.gz")),
        "un": un(),
        "ca": _ca(folder("ca_sema", "sema_2025-03-20.xml.gz")),
        "au": _au(folder("au_dfat", "regulation8_consolidated_2024-12.xlsx")),
        "dpl": _dpl(folder("us_bis_dpl", "dpl.txt")),
    }


def un() -> list[Entry]:
    """The UN's consolidated list; names in original script apart, low quality aliases as weak."""
    path = folder("un_consolidated", "un_2026-02-27.xml.gz")
    entries = []
    for node in _elements(path, ("INDIVIDUAL", "ENTITY")):
        person = node.tag == "INDIVIDUAL"
        parts = [node.findtext(f"{ordinal}_NAME") for ordinal in ("FIRST", "SECOND", "THIRD", "FOURTH")]
        entry = Entry(node.findtext("REFERENCE_NUMBER"), "Person" if person else "Organization")
        _add(entry.names, " ".join(part.strip() for part in parts if part and part.strip()))
        for original in node.iter("NAME_ORIGINAL_SCRIPT"):
            for name in re.split(r"[;\n]| (?:a\.k\.a\.|أو) ", original.text or ""):
                _add(entry.originals, name)
        for alias in [*node.iter("INDIVIDUAL_ALIAS"), *node.iter("ENTITY_ALIAS")]:
            name = alias.findtext("ALIAS_NAME") or ""
            _add(entry.weak if alias.findtext("QUALITY") == "Low" else entry.names, name)
        entries.append(entry)
    return entries


def table(entries: Iterable[Entry], *, weak: bool = True) -> pa.Table:
    """The entries as a table of names in the toolkit's own list format."""
    rows = [
        (entry.entry_id, entry.schema, name, kind)
        for entry in entries
        for at, name in enumerate([*entry.names, *(entry.weak if weak else [])])
        for kind in ["primary" if at == 0 else "alias" if at < len(entry.names) else "weak_alias"]
    ]
    columns = list(zip(*rows, strict=True))
    return pa.table(dict(zip(("entry_id", "schema", "name", "name_type"), map(list, columns), strict=True)))


def _add(names: list[str], name: str) -> None:
    name = " ".join(name.split())
    if len(name) > 1 and name not in names:
        names.append(name)


def _rows(path: Path, **options: str) -> Iterator[list[str]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", errors="replace", newline="") as file:
        yield from csv.reader((line.replace("\x1a", "") for line in file), **options)


def _elements(path: Path, tags: tuple[str, ...]) -> Iterator[object]:
    from defusedxml import ElementTree

    with gzip.open(path) as file:
        for element in ElementTree.parse(file).getroot().iter():
            element.tag = element.tag.rpartition("}")[2]
            if element.tag in tags:
                for child in element.iter():
                    child.tag = child.tag.rpartition("}")[2]
                yield element


def _ofac(primary: Path, aliases: Path) -> list[Entry]:
    kinds = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane"}
    entries = {
        row[0]: Entry(row[0], kinds.get(row[2].strip(), "Organization"), [row[1].strip()])
        for row in _rows(primary)
        if len(row) > 2
    }
    for row in _rows(aliases):
        if len(row) > 3 and row[0] in entries:
            _add(entries[row[0]].names, row[3])
    return list(entries.values())


def _csl(path: Path) -> list[Entry]:
    rows = _rows(path)
    header = next(rows)
    kinds = {"Individual": "Person", "Vessel": "Vessel", "Aircraft": "Airplane"}
    entries = []
    for number, cells in enumerate(rows):
        row = dict(zip(header, cells, strict=False))
        entry = Entry(f"csl{number}", kinds.get(row["type"], "Organization" if row["type"] else "LegalEntity"))
        _add(entry.names, row["name"])
        for alias in row.get("alt_names", "").split(";"):
            _add(entry.names, alias)
        if entry.names:
            entries.append(entry)
    return entries


def _eu(path: Path) -> list[Entry]:
    entries = []
    for node in _elements(path, ("sanctionEntity",)):
        kind = node.find("subjectType").get("code")
        entry = Entry(node.get("logicalId"), "Person" if kind == "person" else "Organization")
        for alias in node.iter("nameAlias"):
            weak = alias.get("strong") == "false"
            _add(entry.weak if weak and entry.names else entry.names, alias.get("wholeName") or "")
        if entry.names:
            entries.append(entry)
    return entries


def _uk(path: Path) -> list[Entry]:
    rows = _rows(path)
    next(rows)
    header = next(rows)
    kinds = {"Individual": "Person", "Ship": "Vessel"}
    entries: dict[str, Entry] = {}
    for cells in rows:
        row = dict(zip(header, cells, strict=False))
        key = row["Unique ID"]
        entry = entries.setdefault(key, Entry(key, kinds.get(row["Designation Type"], "Organization")))
        parts = [row[f"Name {at}"].strip() for at in (1, 2, 3, 4, 5, 6)]
        low = row["Alias strength"].lower().startswith("low")
        _add(entry.weak if low and entry.names else entry.names, " ".join(part for part in parts if part))
    return [entry for entry in entries.values() if entry.names]


def _ca(path: Path) -> list[Entry]:
    entries = []
    for number, node in enumerate(_elements(path, ("record",))):
        person = f"{node.findtext('GivenName') or ''} {node.findtext('LastName') or ''}".strip()
        entry = Entry(f"ca{number}", "Person" if person else "Organization")
        _add(entry.names, person or node.findtext("EntityOrShip") or node.findtext("Entity") or "")
        for alias in re.split(r"[;\n]", node.findtext("Aliases") or ""):
            _add(entry.names, alias)
        if entry.names:
            entries.append(entry)
    return entries


def _au(path: Path) -> list[Entry]:
    import openpyxl

    entries: dict[str, Entry] = {}
    rows = openpyxl.load_workbook(path, read_only=True).active.iter_rows(min_row=2, values_only=True)
    for reference, name, kind, name_type, *_ in rows:
        key = re.sub(r"\D+$", "", str(reference or ""))
        if key and name:
            schema = "Person" if str(kind).startswith("Indiv") else "Organization"
            entry = entries.setdefault(key, Entry(key, schema))
            _add(entry.originals if name_type == "Original Script" else entry.names, str(name))
    return [entry for entry in entries.values() if entry.names]


def _dpl(path: Path) -> list[Entry]:
    rows = _rows(path, delimiter="\t")
    next(rows)
    names = dict.fromkeys(" ".join(row[0].split()) for row in rows if row)
    return [Entry(f"dpl{at}", "LegalEntity", [name]) for at, name in enumerate(names)]
