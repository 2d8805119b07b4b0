"""Files read once: an unchanged file gives what it gave last time, by its hash, without being read again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, Protocol

import pyarrow as pa

from screening.intake.articles import read_articles
from screening.intake.base import InputFile
from screening.intake.mentions import subjects_from
from screening.made_with import made_with
from screening.matching.spotting import Spotter
from screening.model import REJECTS, SUBJECTS
from screening.runs.article_source import STORIES
from screening.runs.batch.arrow_files import read_table, write_table
from screening.runs.batch.state import State, input_sha256, written
from screening.runs.contracts import Feed
from screening.runs.sources import PartySource
from screening.watchlists import Snapshot

TOGETHER: Final = 5_000
"""Subjects of small files that are screened in one batch."""


class Reading(Protocol):
    """One file being read: ``inputs`` and ``notes`` are whole when the last batch is out."""

    @property
    def inputs(self) -> Sequence[InputFile]:
        """The account of the file."""

    @property
    def notes(self) -> Sequence[str]:
        """What a person should see."""

    def feeds(self) -> Iterator[Feed]:
        """The batches."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How files of a kind are read.

    Attributes:
        title: What is said while they are.
        open: Begins to read one.
        depends: What the reading depends on beside the file.
    """

    title: str
    open: Callable[[Path], Reading]
    depends: str


class KeptFiles:
    """A `contracts.Source` over files, each read once and kept by its hash.

    Args:
        files: The files, in their order.
        state: The job's.
        kind: Given the lists, how they are read.
        title: What is said while they are.
    """

    def __init__(
        self, files: Sequence[Path], state: State, kind: Callable[[Sequence[Snapshot]], Kind], title: str
    ) -> None:
        self.files, self._state, self._kind, self.title = list(files), state, kind, title
        self.inputs: list[InputFile] = []
        self.unchanged = 0
        self._notes: list[str] = []

    @property
    def notes(self) -> Sequence[str]:
        """What a person should see."""
        return list(dict.fromkeys(self._notes))

    def expected(self) -> int | None:
        """Not known beforehand: files hold as many rows as they hold."""
        return None

    def feeds(self, snapshots: Sequence[Snapshot]) -> Iterator[Feed]:
        """The batches of all files; those of small files together."""
        kind = self._kind(snapshots)
        waiting: list[Feed] = []
        size = 0
        for path in self.files:
            for feed in self._file(path, kind):
                waiting.append(feed)
                size += len(feed.subjects)
                if size >= TOGETHER:
                    yield _together(waiting)
                    waiting, size = [], 0
        if waiting:
            yield _together(waiting)

    def _file(self, path: Path, kind: Kind) -> Iterator[Feed]:
        digest = input_sha256(path)
        key = hashlib.sha256(f"{made_with()}\n{kind.depends}\n{path}\n{digest}".encode("utf-8", "replace")).hexdigest()
        name = f"files/{key[:32]}"
        whole = self._state.work / f"{name}.json"
        if not whole.exists() and self._state.kept(f"{name}.json") is not None:
            parts = (f"{name}.subjects", f"{name}.rejects", f"{name}.json")  # the last one makes the others count
            self.unchanged += all(self._state.take_over(each) for each in parts)
        if whole.exists():
            yield from self._again(name)
            return
        yield from self._anew(kind.open(path), name)

    def _again(self, name: str) -> Iterator[Feed]:
        place = self._state.work / name
        about = json.loads(place.with_suffix(".json").read_bytes())
        rejects = read_table(place.with_suffix(".rejects"))
        with pa.OSFile(str(place.with_suffix(".subjects"))) as stream:
            subjects = pa.ipc.open_file(stream)
            for number, steps in enumerate(about["steps"]):
                batch = pa.Table.from_batches([subjects.get_batch(number)]) if steps[1] else SUBJECTS.empty_table()
                yield Feed(batch, rejects if number == 0 else REJECTS.empty_table(), steps[0])
        self.inputs += [InputFile(**each) for each in about["inputs"]]
        self._notes += about["notes"]

    def _anew(self, reading: Reading, name: str) -> Iterator[Feed]:
        place = self._state.work / name
        place.parent.mkdir(parents=True, exist_ok=True)
        steps, rejects = [], []
        draft = place.with_suffix(".subjects.part")
        with pa.OSFile(str(draft), "wb") as sink, pa.ipc.new_file(sink, SUBJECTS) as writer:
            for feed in reading.feeds():
                whole = feed.subjects.combine_chunks().to_batches()
                writer.write_batch(whole[0] if whole else pa.RecordBatch.from_pylist([], schema=SUBJECTS))
                steps.append((feed.steps, len(feed.subjects)))
                rejects.append(feed.rejects)
                yield feed
        draft.replace(place.with_suffix(".subjects"))
        write_table(place.with_suffix(".rejects"), pa.concat_tables([REJECTS.empty_table(), *rejects]))
        about = {"inputs": [asdict(each) for each in reading.inputs], "notes": list(reading.notes), "steps": steps}
        written(place.with_suffix(".json"), json.dumps(about).encode())
        self.inputs += reading.inputs
        self._notes += reading.notes


def party_files(files: Sequence[Path], state: State, mapping: Iterable[str]) -> KeptFiles:
    """Party tables; see `runs.sources.PartySource`."""
    mapping = list(mapping)

    def kind(_: Sequence[Snapshot]) -> Kind:
        return Kind(PartySource.title, lambda path: _Party(path, mapping), f"parties\n{mapping}")

    return KeptFiles(files, state, kind, PartySource.title)


class _Party:
    def __init__(self, path: Path, mapping: Sequence[str]) -> None:
        self._source = PartySource([path], mapping)

    @property
    def inputs(self) -> Sequence[InputFile]:
        return self._source.inputs

    @property
    def notes(self) -> Sequence[str]:
        return self._source.notes

    def feeds(self) -> Iterator[Feed]:
        return self._source.feeds(())


def article_files(
    files: Sequence[Path], state: State, also: Callable[[], Sequence[Any]] | None, depends: str
) -> KeptFiles:
    """News; see `runs.article_source.ArticleSource`.

    Args:
        files: The files.
        state: The job's.
        also: Gives further names to look for in the texts.
        depends: What these depend on: another text, and all files are read anew.
    """

    def kind(snapshots: Sequence[Snapshot]) -> Kind:
        lists = sorted(each.fingerprint for each in snapshots)
        spotters: list[Spotter] = []

        def spotter() -> Spotter:
            if not spotters:
                spotters.append(Spotter([*snapshots, *(also() if also is not None else ())]))
            return spotters[0]

        return Kind("screening stories", lambda path: _News(path, spotter), "\n".join(["articles", depends, *lists]))

    return KeptFiles(files, state, kind, "screening stories")


class _News:
    def __init__(self, path: Path, spotter: Callable[[], Spotter]) -> None:
        self._spotter = spotter
        self._intake = read_articles([path])

    @property
    def inputs(self) -> Sequence[InputFile]:
        return self._intake.inputs

    @property
    def notes(self) -> Sequence[str]:
        return self._intake.notes

    def feeds(self) -> Iterator[Feed]:
        stories, rejects = self._intake.stories, self._intake.rejects
        for start in range(0, len(stories), STORIES):
            some = stories[start : start + STORIES]
            spotted = [self._spotter().find(story.text) for story in some]
            yield Feed(subjects_from(some, spotted), rejects, len(some))
            rejects = REJECTS.empty_table()
        if len(rejects):
            yield Feed(SUBJECTS.empty_table(), rejects, 0)


def _together(feeds: Sequence[Feed]) -> Feed:
    if len(feeds) == 1:
        return feeds[0]
    return Feed(
        pa.concat_tables([feed.subjects for feed in feeds]).combine_chunks(),
        pa.concat_tables([feed.rejects for feed in feeds]),
        sum(feed.steps for feed in feeds),
    )
