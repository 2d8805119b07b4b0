"""English words as other scripts write them by ear: ბლექ სი and Блэк Си are Black Sea."""

from __future__ import annotations

from functools import cache
from typing import Final

from screening.names.english_by_ear import heard_as
from screening.names.folding import fold
from screening.names.keys import Key
from screening.reference import table

SCHEME: Final = "English word by ear"


@cache
def words_heard() -> dict[str, tuple[str, ...]]:
    """For each folded word of another script that is known, the English words it may be."""
    found: dict[str, tuple[str, ...]] = {}
    for row in table("scripts/english_heard.tsv").rows:
        for written in row["written"].split():
            folded = fold(written)
            if row["english"] not in found.get(folded, ()):
                found[folded] = (*found.get(folded, ()), row["english"])
    return found


def told(word: str) -> tuple[str, ...]:
    """The English words that a folded word of another script is known to be heard as; nothing for most words."""
    return words_heard().get(word, ())


def english(word: str) -> tuple[str, ...]:
    """Those, or the ones that are spoken as the word is written (найс: nice)."""
    return told(word) or heard_as(word)


def keys(word: str) -> tuple[Key, ...]:
    """The same as readings."""
    return tuple(Key(each, SCHEME) for each in english(word))
