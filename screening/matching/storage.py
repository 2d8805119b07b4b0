"""A screener on disk: Arrow files for the tables, one file of raw bytes for each array, and what they were made with.

Arrays are mapped into memory, not read: a million names load in a moment, and processes share the pages.
"""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
from scipy import sparse

from screening.errors import InputError, OutputError
from screening.made_with import made_with
from screening.matching.acronym_table import AcronymTable
from screening.matching.candidates import ModeIndex
from screening.matching.cut_names import Beginnings
from screening.matching.holdings import Holdings
from screening.matching.key_table import KeyTable
from screening.matching.listed_terms import ListedTerms
from screening.matching.name_index import NameIndex
from screening.matching.slots import ListedSlots

FORMAT: Final = 8
HEAD: Final = "screener.json"
_TABLES: Final = ("entries", "names", "texts", "identifiers")


def save(folder: Path, holdings: Holdings, index: NameIndex, threshold: float) -> None:
    """Write a screener; the folder appears when it is whole, and takes the place of an older one."""
    if folder.exists() and not (folder / HEAD).exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputError("it is there and holds no screener", where=folder, remedy="name another folder")
    fresh = folder.with_name(f".{folder.name}.{uuid.uuid4().hex[:8]}")
    try:
        fresh.mkdir(parents=True)
        for name in _TABLES:
            _write_table(fresh / f"{name}.arrow", getattr(holdings, name))
        for mode, (rows, part) in index.modes.items():
            for key, array in _arrays(rows, part):
                _write_array(fresh / f"{mode}.{key}", array)
        head = {
            "format": FORMAT,
            "made_with": made_with(),
            "snapshots": holdings.snapshots,
            "threshold": threshold,
            "modes": {mode: sorted(part.families) for mode, (_, part) in index.modes.items()},
        }
        (fresh / HEAD).write_text(json.dumps(head, indent=1), encoding="utf-8")
        if folder.exists():
            shutil.rmtree(folder)
        fresh.rename(folder)
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise OutputError(
            f"cannot be written: {error.strerror or error}", where=folder, remedy="name another folder"
        ) from None


def load(folder: Path, snapshots: Iterable[str] | None) -> tuple[Holdings, NameIndex, float]:
    """Read a screener."""
    try:
        head = json.loads((folder / HEAD).read_text(encoding="utf-8"))
        if head.get("format") != FORMAT or head["made_with"] != made_with():
            raise InputError(
                "the saved screener was made by another version of the package or its knowledge",
                where=folder,
                remedy="build it anew from its lists",
            )
        if snapshots is not None and sorted(snapshots) != sorted(head["snapshots"]):
            raise InputError(
                f"the saved screener holds other snapshots: {', '.join(head['snapshots'])}",
                where=folder,
                remedy="build it anew from the lists wanted",
            )
        tables = {name: _read_table(folder / f"{name}.arrow") for name in _TABLES}
        holdings = Holdings.made_of(**tables, snapshots=tuple(head["snapshots"]))
        index = NameIndex({mode: _read_mode(folder, mode, own) for mode, own in head["modes"].items()})
        return holdings, index, float(head["threshold"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, pa.ArrowException) as error:
        raise InputError(
            f"holds no whole screener ({type(error).__name__})", where=folder, remedy="build it anew from its lists"
        ) from None


def _write_table(path: Path, table: pa.Table) -> None:
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)


def _read_table(path: Path) -> pa.Table:
    return pa.ipc.open_file(pa.memory_map(str(path))).read_all()


def _write_array(path: Path, array: np.ndarray) -> None:
    if array.dtype == object:
        _write_table(path.with_name(path.name + ".arrow"), pa.table({"text": pa.array(array, pa.string())}))
    else:
        np.save(path.with_name(path.name + ".npy"), np.ascontiguousarray(array), allow_pickle=False)


def _arrays(rows: np.ndarray, part: ModeIndex) -> Iterator[tuple[str, np.ndarray]]:
    yield "rows", rows
    for name, value in vars(part).items():
        if is_dataclass(value):
            for field in fields(value):
                each = getattr(value, field.name)
                yield f"{name}.{field.name}", each if isinstance(each, np.ndarray) else np.array([each])
        elif isinstance(value, np.ndarray):
            yield name, value
    for family, (members, matrix) in part.families.items():
        yield f"{family}.members", members
        yield f"{family}.data", matrix.data
        yield f"{family}.indices", matrix.indices
        yield f"{family}.indptr", matrix.indptr
        yield f"{family}.shape", np.array(matrix.shape)


def _read_mode(folder: Path, mode: str, families: Iterable[str]) -> tuple[np.ndarray, ModeIndex]:
    def array(key: str) -> Any:
        path = folder / f"{mode}.{key}.npy"
        if path.exists():
            # the product asks for writable arrays; as a view of the map each slice of it would be made a map again
            return np.load(path, mmap_mode="c", allow_pickle=False).view(np.ndarray)
        texts = _read_table(path.with_suffix(".arrow")).column("text").to_pylist()
        return np.array([*texts, ""], dtype=object)[:-1]

    def made(kind: type[Any], name: str, numbers: Mapping[str, type[Any]] | None = None) -> Any:
        values = {}
        for field in fields(kind):
            value = array(f"{name}.{field.name}")
            values[field.name] = int(value[0]) if field.name in (numbers or ()) else value
        return kind(**values)

    grouped = {}
    for family in families:
        shape = tuple(array(f"{family}.shape").tolist())
        parts = tuple(array(f"{family}.{key}") for key in ("data", "indices", "indptr"))
        grouped[family] = (array(f"{family}.members"), sparse.csr_matrix(parts, shape=shape, copy=False))
    index = ModeIndex(
        mode,  # type: ignore[arg-type]
        made(KeyTable, "table"),
        made(ListedTerms, "terms", {"count": int, "width": int}),
        made(ListedSlots, "slots"),
        grouped,
        made(AcronymTable, "acronyms"),
        made(Beginnings, "beginnings"),
        array("telling"),
        array("total"),
    )
    return array("rows"), index
