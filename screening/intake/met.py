"""What a reader met in a table and tells once: how often, and what first."""

from __future__ import annotations

from dataclasses import dataclass

from screening.intake.base import shorten

_LONGEST = 60


@dataclass(slots=True)
class Met:
    """Something that a reader tells of: what it is, of one and of several, and what was done about it."""

    one: str
    several: str
    done: str
    count: int = 0
    first: str = ""

    def add(self, text: str = "") -> None:
        """It was met again, in a text where there is one to show."""
        self.count += 1
        self.first = self.first or shorten(text, _LONGEST)

    def told(self) -> str:
        """What to say of it: "2 cells name several parties, first 'A and B': each is screened"."""
        first = f", first {self.first!r}" if self.first else ""
        return f"{self.count} {self.several if self.count > 1 else self.one}{first}: {self.done}"
