"""Matches kept piece by piece: by what was asked, so that the same question is never worked on twice.

A subject's question is all that matching sees of it in a batch. Its answer depends on nothing else but the lists and
the matcher, so that neither the size of batches nor the order of files matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from screening.model import MATCHES
from screening.runs.batch.arrow_files import read_table, write_table
from screening.runs.batch.state import State

KEPT: Final = pa.schema([*MATCHES, pa.field("question", pa.binary(), nullable=False)])
_ASKED: Final = pa.schema([pa.field("question", pa.binary(), nullable=False)])


def questions(subjects: pa.Table) -> dict[str, bytes]:
    """The question of each subject of a batch, in the order they first stand there."""
    columns = ("subject_id", "name", "schema", "country", "identifiers")
    rows: dict[str, list[Any]] = {}
    for row in zip(*(subjects.column(name).to_pylist() for name in columns), strict=True):
        rows.setdefault(row[0], []).append(row[1:])
    return {
        key: blake2b(repr((key, mine)).encode("utf-8", "surrogatepass"), digest_size=16).digest()
        for key, mine in rows.items()
    }


class Answers:
    """Answers already known, in memory: hits are few."""

    def __init__(self) -> None:
        self.asked: set[bytes] = set()
        self._tables: list[pa.Table] = []
        self._rows: dict[bytes, tuple[int, int, int]] = {}

    def __contains__(self, question: bytes) -> bool:
        return question in self.asked

    def add(self, asked: Iterable[bytes], matches: pa.Table) -> None:
        """Add the answers to some questions: rows of `KEPT`, those of one question together."""
        number = len(self._tables)
        self._tables.append(matches)
        self.asked.update(asked)
        start, previous = 0, None
        keys = matches.column("question").to_pylist()
        for at, key in enumerate([*keys, None]):
            if key != previous:
                if previous is not None:
                    self._rows[previous] = (number, start, at)
                start, previous = at, key

    def get(self, question: bytes) -> pa.Table | None:
        """The matches of a question; None where it has none, or was not asked."""
        found = self._rows.get(question)
        if found is None:
            return None
        number, start, end = found
        return self._tables[number].slice(start, end - start)


class Pieces:
    """The answers of one run on the disk, under ``matches/<engine>/``."""

    def __init__(self, state: State, engine: str) -> None:
        self._folder, self._engine = state.work / "matches" / engine, engine
        self._number = len(list(self._folder.glob("*.asked"))) if self._folder.is_dir() else 0

    def load(self) -> Answers:
        """What a run that was killed had done."""
        answers = Answers()
        for path in sorted(self._folder.glob("*.asked")) if self._folder.is_dir() else ():
            _add(answers, path, path.with_suffix(".matches"))
        return answers

    def keep(self, asked: Iterable[bytes], matches: pa.Table) -> None:
        """Keep a piece: the matches first, then what makes them count."""
        name = f"{self._number:06}"
        self._number += 1
        write_table(self._folder / f"{name}.matches", matches)
        write_table(self._folder / f"{name}.asked", pa.table([pa.array(asked, pa.binary())], schema=_ASKED))


def load_last(state: State, engine: str) -> Answers | None:
    """The answers of the last run; None where it was of another engine, or is not whole."""
    names = [name for name in state.kept_names(f"matches/{engine}") if name.endswith(".asked")]
    if not names:
        return None
    answers = Answers()
    for name in names:
        asked, matches = state.kept(name), state.kept(name.removesuffix(".asked") + ".matches")
        if asked is None or matches is None:
            return None
        _add(answers, asked, matches)
    return answers


def _add(answers: Answers, asked: Path, matches: Path) -> None:
    known = read_table(asked).column("question").to_pylist()
    answers.add(known, read_table(matches))


def with_questions(matches: pa.Table, asked: Mapping[str, bytes]) -> pa.Table:
    """The matches with the question each answers."""
    keys = [asked[key] for key in matches.column("subject_id").to_pylist()]
    return pa.table([*matches.select(MATCHES.names).columns, pa.array(keys, pa.binary())], schema=KEPT)
