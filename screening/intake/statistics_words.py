"""What single words in cells, titles and headings of trade statistics stand for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from screening.names.folding import fold
from screening.reference import table


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    known: dict[str, dict[str, str]] = {}
    for row in table("words/statistics_words.tsv").rows:
        for each in row["words"].split(";"):
            known.setdefault(row["kind"], {}).setdefault(_word_key(each), row["value"])
    return known


def word(kind: str, text: str) -> str | None:
    """What a word of ``lists/words/statistics_words.tsv`` stands for."""
    return _words().get(kind, {}).get(_word_key(text))


def without_ending(name: str, kind: str) -> str:
    """A folded name of a currency without the ending it takes in a heading (``ending``) or a title."""
    return name.removesuffix(next((ending for ending in _endings(kind) if name.endswith(ending)), ""))


@cache
def _endings(kind: str) -> tuple[str, ...]:
    return tuple(sorted(_words()[kind], key=lambda ending: (-len(ending), ending)))


def _word_key(text: str) -> str:
    return fold(text.strip()) if any(char.isalnum() for char in text) else text.strip()
