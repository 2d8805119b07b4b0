"""Articles as a source of subjects: listed names spotted in the text, and candidates found by rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from screening.errors import InputError, Place
from screening.intake.articles import ArticleIntake, check_there, read_articles
from screening.intake.base import InputFile
from screening.intake.mentions import subjects_from
from screening.intake.refused import is_small_file
from screening.intake.story import Story
from screening.intake.tables import STDIN
from screening.matching.spotting import MAX_TEXT, Spotter
from screening.model import REJECTS
from screening.runs.contracts import Feed
from screening.watchlists import Snapshot

STORIES = 100
"""Stories screened at a time."""


class ArticleSource:
    """News files and folders, read at once and screened story by story.

    Args:
        paths: Files and folders.
        also: Gives further names to look for beside those of the lists, as
            `screening.matching.spotting.Spotter` takes them.
    """

    title = "screening stories"

    def __init__(self, paths: Sequence[str | Path], also: Callable[[], Sequence[Any]] | None = None) -> None:
        self._paths = paths
        self._also = also
        self._read: ArticleIntake | None = None

    @property
    def _intake(self) -> ArticleIntake:
        if self._read is None:
            self._read = read_articles(self._paths)
            if not self._read.stories:
                raise _nothing_read(self._read)
        return self._read

    def look(self) -> None:
        """Look, before anything that takes time, whether there is something to read: small files are read at once.

        Raises:
            InputError: A path is not there, or no file holds a story.
        """
        named = [path for path in map(Path, self._paths) if str(path) != STDIN]
        for path in named:
            check_there(path)
        if len(named) == len(self._paths) and all(map(is_small_file, named)):
            _ = self._intake

    @property
    def stories(self) -> Sequence[Story]:
        """The stories, in their order."""
        return self._intake.stories

    @property
    def inputs(self) -> Sequence[InputFile]:
        """The files that were read."""
        return self._intake.inputs

    @property
    def notes(self) -> Sequence[str]:
        """What a person should see of how they were read."""
        long = sum(len(story.text) > MAX_TEXT for story in self._intake.stories)
        cut = f"{long} of the stories have more than {MAX_TEXT:,} characters: listed names were looked for up to there"
        return [*self._intake.notes, *([cut] if long else [])]

    def expected(self) -> int | None:
        """Stories."""
        return len(self._intake.stories)

    def feeds(self, snapshots: Sequence[Snapshot]) -> Iterator[Feed]:
        """The subjects of the stories, with what could not be read in the first batch."""
        stories, rejects = self._intake.stories, self._intake.rejects
        spotter = Spotter([*snapshots, *(self._also() if self._also is not None else ())])
        for start in range(0, len(stories), STORIES):
            some = stories[start : start + STORIES]
            spotted = [spotter.find(story.text) for story in some]
            yield Feed(subjects_from(some, spotted), rejects, len(some))
            rejects = REJECTS.empty_table()


def _nothing_read(intake: ArticleIntake) -> InputError:
    """Where no file held a story there is nothing to report on: the first reason is the error."""
    first = next(iter(intake.rejects.slice(0, 1).to_pylist()), None)
    if first is None:
        return InputError("no article was found", remedy="name files or folders of articles")
    others = len(intake.rejects) - 1
    more = f" (and {others} more files that cannot be read)" if others else ""
    return InputError(f"{first['reason']}{more}", where=Place(first["file"], first["line"]))
