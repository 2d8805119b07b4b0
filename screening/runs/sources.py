"""Where the subjects of a run come from: party tables and articles, as the pipeline's batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from screening.intake.base import InputFile
from screening.intake.parties import PartyReader
from screening.runs.contracts import Feed
from screening.watchlists import Snapshot


class PartySource:
    """Party tables, batch by batch.

    Args:
        paths: Files, or ``-``.
        mapping: As `intake.parties.PartyReader` takes it.

    Raises:
        InputError: The mapping is not understood, or no file was named.
    """

    title = "screening parties"

    def __init__(self, paths: Sequence[str | Path], mapping: Iterable[str] = ()) -> None:
        self._reader = PartyReader(paths, mapping)

    def look(self) -> None:
        """Look whether there is something to read; see `PartyReader.look`."""
        self._reader.look()

    @property
    def inputs(self) -> Sequence[InputFile]:
        """The files that were read."""
        return self._reader.inputs

    @property
    def notes(self) -> Sequence[str]:
        """What a person should see of how they were read."""
        return list(dict.fromkeys(self._reader.notes))

    def expected(self) -> int | None:
        """Rows, where they can be counted beforehand."""
        return self._reader.expected()

    def feeds(self, snapshots: Sequence[Snapshot]) -> Iterator[Feed]:
        """The rows' subjects; the lists have no say in them."""
        for batch in self._reader.batches():
            yield Feed(batch.subjects, batch.rejects, batch.rows)


def several(paths: str | Path | Sequence[str | Path]) -> list[str | Path]:
    """One path or several, as a list."""
    return [paths] if isinstance(paths, str | Path) else list(paths)
