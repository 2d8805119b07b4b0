"""Jobs: what a scheduled batch is to do, and the error of one that is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from screening.errors import ScreeningError, SettingsError
from screening.runs.settings import Settings

INPUTS: Final = ("articles", "parties", "trade", "own", "flows")
SCREENED: Final = ("articles", "parties", "trade")
"""Input that names somebody."""


class JobError(SettingsError):
    """A job is wrong; ``mistakes`` has all that is, each with its place (exit code 2)."""

    def __init__(self, mistakes: list[ScreeningError], path: Path) -> None:
        self.mistakes = mistakes
        said = str(mistakes[0])
        more = f" (and {len(mistakes) - 1} more mistakes)" if len(mistakes) > 1 else ""
        super().__init__(f"{said}{more}", remedy=f"see all with: screening run {path} --check")

    def __reduce__(self) -> tuple[object, ...]:
        return (SettingsError, (self.what,))


@dataclass(frozen=True, slots=True)
class Input:
    """The files of one kind of input; what a kind has no use for is empty.

    Attributes:
        files: In the order they are read.
        mapping: What the headings do not say.
        rates: Exchange rates, for customs records.
        follow: Parties whose goods are followed, for customs records.
        goods: The user's own goods lists, for customs records.
        rules: The user's own rules of red flags or flows.
    """

    files: tuple[Path, ...]
    mapping: tuple[str, ...] = ()
    rates: Path | None = None
    follow: tuple[str, ...] = ()
    goods: tuple[Path, ...] = ()
    rules: Path | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """A job as read; all paths are whole, those in the file being relative to it."""

    path: Path
    name: str
    text: str
    inputs: Mapping[str, Input]
    lists: tuple[str | Path, ...] | None
    settings: Settings
    out: Path
    store: str
    key_file: Path | None
    reviewers: Path | None
    state: Path | None
    processes: int | None
    fail_on_alert: bool
    about: str = ""
    written: Mapping[str, Any] = field(default_factory=dict)
