"""Parties named, by the user or in articles, among those of customs records: whose goods are followed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from screening.frames import frame_of
from screening.intake.base import shorten
from screening.intake.mentions import names_to_screen
from screening.matching import DEFAULT_THRESHOLD, Screener
from screening.names.tokens import words
from screening.runs.keeping import Beside
from screening.workers import begun

_SHORTEST: Final = 5  # signs of a number that identifies
_MOST: Final = 1_000  # parties of one name
_AT_ONCE: Final = 50_000  # names of parties in one index
_UNKNOWN: Final = pl.lit("LegalEntity")
_SHIPS: Final = frozenset({"Vessel", "Airplane"})
_MARGIN: Final = 0.05
"""How far below the threshold a party's name must be able to score for it to be likely: bounds are no exact ones."""

Wanted = tuple[str, str, str | None]
"""A name, because of what its goods are followed, and its schema where that is known."""


class Named:
    """Finds them: those that `beside` found likely while they were screened, among all where it was shown none. Then
    names are looked for in a process of its own, while this one goes on, until `found` is asked.

    Args:
        asked: The parties of the records under each of their names, of schema `model.SUBJECTS`.
        threshold: Score from which names are the same party.
        names: Names or identifying numbers given by the user.
        mentions: Parties that articles name; tables of schema `model.SUBJECTS`.
    """

    def __init__(self, asked: pa.Table, threshold: float, names: Sequence[str], mentions: Sequence[pa.Table]) -> None:
        self._asked = asked
        self._given = list(dict.fromkeys(name for each in names if (name := each.strip())))
        self.any = bool(self._given or mentions)
        """Whether anything was named at all."""
        wanted: list[Wanted] = [(name, name, None) for name in self._given]
        if mentions:
            wanted += _of_articles(pa.concat_tables(mentions))
        self._wanted, self._threshold = wanted, threshold
        self._by_name: Callable[[], list[tuple[int, str]]] | None = None
        self.beside: Beside | None = None
        """What the parties are shown to while they are screened, so that their names are cut into terms once."""
        if wanted and len(asked):
            least = max(0.0, min(threshold, DEFAULT_THRESHOLD) - _MARGIN)
            self.beside = Beside(Screener([_likely(wanted)], threshold=least))

    def begin(self) -> None:
        """Look for the names; the parties are screened by now."""
        if self.beside is None:
            return
        asked = self._asked
        if self.beside.shown:
            likely = pa.array(sorted(self.beside.likely()), pa.string())
            asked = asked.filter(pc.is_in(asked["subject_id"], likely))
        if len(asked):
            # to index many parties is quicker by far than to look each up among the few names
            work = partial(_find, list(_as_list(asked)), _subjects(self._wanted), self._threshold)
            self._by_name = begun(work, len(asked))

    def found(self) -> tuple[Mapping[str, Sequence[str]], list[str]]:
        """Each party found, by subject_id, and because of what; and notes on names nobody has. Asked once."""
        because: dict[str, dict[str, None]] = defaultdict(dict)
        had = set()
        if self._by_name is not None:
            for number, subject in self._by_name():
                name, why, _ = self._wanted[number]
                because[subject][why] = None
                had.add(name)
        for name, subject in self._by_number():
            because[subject][name] = None
            had.add(name)
        notes = [
            f"no party of the records is called {shorten(name)!r}: nothing to follow"
            for name in self._given
            if name not in had
        ]
        return {subject: list(whys) for subject, whys in because.items()}, notes

    def _by_number(self) -> Iterator[tuple[str, str]]:
        keys = {_number(name): name for name in self._given if any(char.isdigit() for char in name)}
        keys = {key: name for key, name in keys.items() if len(key) >= _SHORTEST}
        if not keys:
            return
        numbered = self._asked.filter(pc.greater(pc.list_value_length(self._asked.column("identifiers")), 0))
        for subject, identifiers in zip(
            *(numbered.column(key).to_pylist() for key in ("subject_id", "identifiers")), strict=True
        ):
            for each in identifiers or ():
                name = keys.get(_number(each["number"]))
                if name is not None:
                    yield name, subject


def _of_articles(mentions: pa.Table) -> list[Wanted]:
    rows = names_to_screen(mentions).select(["name", "schema", "source", "title"]).to_pylist()
    wanted: dict[tuple[str, str], str] = {}
    for row in rows:
        where = row["title"] or row["source"]
        wanted.setdefault((row["name"], row["schema"]), f"{row['name']}, named in {where}")
    return [(name, because, schema) for (name, schema), because in wanted.items()]


def _subjects(wanted: Sequence[Wanted]) -> pa.Table:
    return pa.table(
        {
            "subject_id": [f"{number}" for number in range(len(wanted))],
            "name": [name for name, _, _ in wanted],
            "schema": [schema or "LegalEntity" for _, _, schema in wanted],
        }
    )


def _likely(wanted: Sequence[Wanted]) -> pa.Table:
    """The wanted as a list to look parties up in: each as whatever it may be compared with, ships with ships."""
    rows = [
        (f"{number}-{kind}", name, kind)
        for number, (name, _, schema) in enumerate(wanted)
        for kind in ([schema] if schema in _SHIPS else ["Company", "Person", "Vessel"])
    ]
    return pa.table(dict(zip(("entry_id", "name", "schema"), map(list, zip(*rows, strict=True)), strict=True)))


def _find(lists: Sequence[pa.Table], wanted: pa.Table, threshold: float) -> list[tuple[int, str]]:
    """Which of the wanted are which parties, by number and subject_id. Polars must not be used here: see `begun`."""
    found = []
    for parties in lists:
        hits = Screener([parties], threshold=threshold).screen(wanted, limit=_MOST)
        for number, subject, relation in zip(
            *(hits.column(key).to_pylist() for key in ("subject_id", "entry_id", "relation")), strict=True
        ):
            if relation == "same_party":
                found.append((int(number), subject))
    return found


def _as_list(asked: pa.Table) -> Iterator[pa.Table]:
    """The parties as a list to look names up in, some at a time."""
    people = frame_of(asked.select(["subject_id", "name", "schema"]))
    one = people.group_by("subject_id").agg(pl.col("schema").unique())
    # an entry has one schema; a party's names may tell it differently
    kinds = one.select(
        "subject_id",
        schema=pl.when(pl.col("schema").list.len() == 1).then(pl.col("schema").list.first()).otherwise(_UNKNOWN),
    )
    named = people.select(pl.col("subject_id").alias("entry_id"), "name").unique(maintain_order=True)
    whole = named.join(kinds, left_on="entry_id", right_on="subject_id", maintain_order="left")
    for first in range(0, whole.height, _AT_ONCE):
        yield whole.slice(first, _AT_ONCE).to_arrow()


def _number(text: str) -> str:
    """A number as it is compared: without separators and leading zeros, which spreadsheets lose."""
    return "".join(words(text)).lstrip("0")
