"""First halves that words of firms' names are made with: гидромаш, Hydromash, Agroprom."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from screening.names.folding import fold
from screening.reference import table

SHORTEST_REST: Final = 4
SHORTEST_ALONE: Final = 4
"""Letters of one that is a word by itself; shorter ones are too often something else (Kim)."""


@cache
def _forms() -> dict[str, str]:
    """The folded forms, the longest first, and what they stand for."""
    rows = table("words/combining_forms.tsv").rows
    found = [(fold(form), row["concept"]) for row in rows for form in row["forms"].split()]
    return dict(sorted(found, key=lambda each: -len(each[0])))


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(_forms())


def by_itself(text: str) -> str | None:
    """What a folded word stands for that is such a first half and nothing more (Micro, Гидро); None for others."""
    return _forms().get(text) if len(text) >= SHORTEST_ALONE else None


@lru_cache(maxsize=1 << 16)
def first_half(text: str) -> tuple[str, str] | None:
    """What the first half of a folded word stands for, and the rest of the word; None where it begins with none."""
    if not text.startswith(_beginnings()):  # most words
        return None
    for form, concept in _forms().items():
        if text.startswith(form) and len(text) - len(form) >= SHORTEST_REST:
            return concept, text[len(form) :]
    return None
