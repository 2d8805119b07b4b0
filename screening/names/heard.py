"""English words as other scripts write them by ear: ბლექ სი and Блэк Си are Black Sea."""

from __future__ import annotations

from functools import cache
from typing import Final

from screening.names.folding import fold
from screening.names.keys import Key
from screening.reference import table

SCHEME: Final = "English word by ear"


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """The English words that a folded word of another script may be."""
    found: dict[str, tuple[str, ...]] = {}
    for row in table("scripts/english_heard.tsv").rows:
        for written in row["written"].split():
            folded = fold(written)
            if row["english"] not in found.get(folded, ()):
                found[folded] = (*found.get(folded, ()), row["english"])
    return found


def english(word: str) -> tuple[str, ...]:
    """The English words that a folded word of another script is heard as; nothing for most words."""
    return _words().get(word, ())


def written(word: str) -> tuple[str, ...]:
    """The folded words of other scripts that an English word is heard as."""
    return tuple(each for each, spoken in _words().items() if word in spoken)


def keys(word: str) -> tuple[Key, ...]:
    """The same as readings."""
    return tuple(Key(each, SCHEME) for each in english(word))
