"""Candidates: stretches of a text that may name somebody, and the door for other ways of finding
them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text that may name a party.

    Attributes:
        start: Offset in the text.
        end: Offset of its end (excluded).
        schema: Person, Company, Organization, Vessel, or LegalEntity when it cannot be told.
        reasons: What spoke for it, in words: "given name", "legal form", "after 'company'" …
    """

    start: int
    end: int
    schema: str = "LegalEntity"
    reasons: tuple[str, ...] = ()


class Recogniser(Protocol):
    """Another way of finding names in a text, such as a trained model; its spans join those found by
    rule."""

    def find(self, text: str, language: str | None) -> Iterable[Span]:
        """The names in a text, as offsets into it."""
        ...


class Place(Protocol):
    """Anything that has a start and an end in a text, such as a listed name that was spotted."""

    @property
    def start(self) -> int:
        """Offset in the text."""
        ...

    @property
    def end(self) -> int:
        """Offset of the end (excluded)."""
        ...
