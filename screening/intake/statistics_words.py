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


@cache
def endings() -> tuple[str, ...]:
    """The endings that names of currencies take in headings, the longest first."""
    return tuple(sorted(_words()["ending"], key=lambda ending: (-len(ending), ending)))


def _word_key(text: str) -> str:
    return fold(text.strip()) if any(char.isalnum() for char in text) else text.strip()
