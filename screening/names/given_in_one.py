"""Two given names drawn together in one (Maricarmen, Giambattista, Hajo), read as the two written as one word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from screening.names.keys import Key
from screening.reference import table

SCHEME: Final = "two given names drawn together"


@cache
def _full() -> dict[str, tuple[str, ...]]:
    return {row["name"]: tuple(row["full"].split()) for row in table("words/given_names_in_one.tsv").rows}


def keys(word: str) -> Iterator[Key]:
    """Readings of a folded Latin given name as the two in full; nothing for other words."""
    for each in _full().get(word, ()):
        yield Key(each, SCHEME)


def is_drawn_together(word: str) -> bool:
    """Whether a folded word is a given name so drawn together: the two may be much longer (Hajo, Hans-Joachim)."""
    return word in _full()
