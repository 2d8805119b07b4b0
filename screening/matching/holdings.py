"""What a screener holds of its lists, as Arrow tables: entries, names, identifiers, and names told apart by text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from screening.matching.listed import Entry, Listed
from screening.matching.ranges import pointers
from screening.names.other_names import names_of
from screening.workers import share_out

Array = NDArray[Any]

_IDENTIFIER: Final = ("type", "number", "country")
ENTRIES: Final = pa.schema(
    [
        pa.field("list_id", pa.string()),
        pa.field("snapshot_id", pa.string()),
        pa.field("list_date", pa.date32()),
        pa.field("entry_id", pa.string()),
        pa.field("name", pa.string()),
        pa.field("schema", pa.string()),
        pa.field("measures", pa.list_(pa.string())),
    ]
)
NAMES: Final = pa.schema(
    [("name_type", pa.string()), ("entry", pa.int32()), ("text", pa.int32()), ("whole", pa.int32())]
)
TEXTS: Final = pa.schema([("name", pa.string()), ("family", pa.string())])
IDENTIFIERS: Final = pa.schema(
    [
        ("entry", pa.int32()),
        *((key, pa.string()) for key in _IDENTIFIER),
        ("party_countries", pa.list_(pa.string())),
    ]
)

MANY: Final = 50_000
"""Names from which they are read and indexed in processes of their own. What is known of the words of fewer is better
kept."""


def family(schema: str) -> str:
    """The schemas compared with each other share a family; names of one family are indexed once."""
    return "Organization" if schema in {"Company", "Organization"} else schema


@dataclass(frozen=True)
class Holdings:
    """Everything a hit shows, by number.

    Attributes:
        entries: One row an entry.
        names: One row a listed name: its type, the number of its entry, that of its text, and that of the text it
            stands in, which is another where that holds several names ("Harrow Minerals (HARMIN)").
        texts: Each different name once for each family of schemas.
        identifiers: One row an identifier: the number of its entry, type, number, country, and those of the party where
            the list gives none.
        snapshots: The ids of the snapshots, in the order given.
        text_rows, text_start: The rows of ``names`` of each text: ``text_rows[text_start[i]:text_start[i + 1]]``.
        entry_rows, entry_start: The rows of ``names`` of each entry, likewise.
    """

    entries: pa.Table
    names: pa.Table
    texts: pa.Table
    identifiers: pa.Table
    snapshots: tuple[str, ...]
    text_rows: Array
    text_start: Array
    entry_rows: Array
    entry_start: Array

    @classmethod
    def of(cls, listed: Listed) -> Holdings:
        """Take over what was gathered."""
        number: dict[tuple[str, str], int] = {}
        families = [family(entry.schema) for entry in listed.entries]
        asked = [(text, families[entry]) for text, _, entry in listed.names]
        every = share_out(asked, _names_of, loads=True, aside=True) if len(asked) >= MANY else _names_of(asked)
        rows: list[tuple[str | None, int, int, int]] = []
        for (_, name_type, entry), names_within in zip(listed.names, every, strict=True):
            within = [number.setdefault((each, families[entry]), len(number)) for each in names_within]
            rows += [(name_type, entry, each, within[0]) for each in within]
        columns = zip(*rows, strict=True) if rows else [()] * len(NAMES)
        names = pa.table(
            [pa.array(column, field.type) for column, field in zip(columns, NAMES, strict=True)], schema=NAMES
        )
        entries = pa.table(
            [pa.array([getattr(entry, field.name) for entry in listed.entries], field.type) for field in ENTRIES],
            schema=ENTRIES,
        )
        identifiers = pa.table(
            [
                pa.array([entry for entry, _ in listed.identifiers], pa.int32()),
                *(
                    pa.array([_text(each.get(key)) for _, each in listed.identifiers], pa.string())
                    for key in _IDENTIFIER
                ),
                pa.array([each.get("party_countries") for _, each in listed.identifiers], pa.list_(pa.string())),
            ],
            schema=IDENTIFIERS,
        )
        different = pa.table(
            [pa.array([text for text, _ in number], pa.string()), pa.array([f for _, f in number], pa.string())],
            schema=TEXTS,
        )
        return cls.made_of(entries, names, different, identifiers, listed.snapshots)

    @classmethod
    def made_of(
        cls,
        entries: pa.Table,
        names: pa.Table,
        texts: pa.Table,
        identifiers: pa.Table,
        snapshots: tuple[str, ...],
    ) -> Holdings:
        """Put tables together."""
        of_text, of_entry = names.column("text").to_numpy(), names.column("entry").to_numpy()
        return cls(
            entries.combine_chunks(),
            names.combine_chunks(),
            texts.combine_chunks(),
            identifiers.combine_chunks(),
            snapshots,
            np.argsort(of_text, kind="stable"),
            pointers(of_text, len(texts)),
            np.argsort(of_entry, kind="stable"),
            pointers(of_entry, len(entries)),
        )

    def __len__(self) -> int:
        """Number of listed names, those within others not counted."""
        names = self.names
        return int(pc.sum(pc.equal(names.column("text"), names.column("whole"))).as_py() or 0)

    def entry(self, number: int) -> Entry:
        """One entry."""
        values = {name: self.entries.column(name)[number].as_py() for name in ENTRIES.names}
        return Entry(**{**values, "measures": tuple(values["measures"] or ())})

    def schema_of(self, entry: int) -> str:
        """The schema of an entry."""
        return str(self.entries.column("schema")[entry].as_py())

    def name(self, row: int) -> tuple[str, str, int]:
        """A listed name as the list has it, its type, and the number of its entry."""
        name_type, entry, _, whole = (column[row].as_py() for column in self.names.columns)
        return self.text(whole)[0], name_type, entry

    def text(self, number: int) -> tuple[str, str]:
        """A text and its family of schemas."""
        return self.texts.column("name")[number].as_py(), self.texts.column("family")[number].as_py()

    def rows_of_text(self, number: int) -> list[int]:
        """The rows of names that have this text."""
        return list(self.text_rows[self.text_start[number] : self.text_start[number + 1]].tolist())

    def entries_of_text(self, number: int) -> list[int]:
        """The entries that bear this text."""
        rows = self.text_rows[self.text_start[number] : self.text_start[number + 1]]
        return list(self._entry_of[rows].tolist())

    @cached_property
    def _entry_of(self) -> Array:
        return self.names.column("entry").to_numpy()

    def is_weak(self, row: int) -> bool:
        """Whether a listed name is a weak alias."""
        return bool(self._weak[row])

    def list_of(self, entry: int) -> int:
        """A number for the list of an entry."""
        return int(self._list_of[entry])

    @cached_property
    def _weak(self) -> Array:
        return pc.equal(self.names.column("name_type"), "weak_alias").fill_null(False).to_numpy(zero_copy_only=False)

    @cached_property
    def _list_of(self) -> Array:
        ids = self.entries.column("snapshot_id").to_pylist()
        number: dict[str, int] = {}
        return np.array([number.setdefault(each, len(number)) for each in ids], np.int32)

    def rows_of_entry(self, number: int) -> list[int]:
        """The rows of names of an entry, in the order of its list."""
        return list(self.entry_rows[self.entry_start[number] : self.entry_start[number + 1]].tolist())

    def numbered_identifiers(self) -> list[tuple[int, dict[str, Any]]]:
        """The identifiers with the numbers of their entries."""
        rows = self.identifiers.to_pylist()
        return [(row.pop("entry"), row) for row in rows]


def _names_of(asked: Sequence[tuple[str, str]]) -> list[tuple[str, ...]]:
    return [names_of(text, of_family) for text, of_family in asked]


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
