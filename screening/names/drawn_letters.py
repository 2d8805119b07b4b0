"""Cyrillic names typed in Latin capitals that look like their letters: BEKTOP-HCK, MEJIbHNKOB.

What each letter is drawn with stands in ``lists/scripts/drawn_letters.tsv``. A name is read so where all its words can
be, and a long one of them is drawn with signs that no Latin word in capitals has, or is a word in use that it is not as
it stands.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from screening.names.folding import fold
from screening.names.letters import all_vowels
from screening.names.used_words import is_used
from screening.names.vocabulary import has_legal_form
from screening.reference import table

_WORD: Final = re.compile(r"[^\s\-–.,\"'()«»“”]+")
_SHORTEST: Final = 4
"""Letters of a word that tells that a name is drawn."""
_LONGEST: Final = 120


@cache
def _drawn() -> tuple[tuple[str, str, bool], ...]:
    """What letters are drawn with, the longest first: the signs, the letter, and whether no Latin word has them."""
    rows = table("scripts/drawn_letters.tsv").rows
    found = ((row["drawn"], row["letter"], bool(row["odd"])) for row in rows)
    return tuple(sorted(found, key=lambda each: (-len(each[0]), each)))


@cache
def _signs() -> frozenset[str]:
    return frozenset("".join(drawn for drawn, _, _ in _drawn()))


def in_cyrillic(name: str) -> str | None:
    """The Cyrillic name that Latin capitals were drawn for; None where they are what they are; cheap for most."""
    if len(name) > _LONGEST or not _signs().issuperset(char for char in name if char.isalnum()):
        return None
    return _read(name)


@lru_cache(maxsize=1 << 12)
def _read(name: str) -> str | None:
    found = {word: _of_word(word) for word in _WORD.findall(name) if not word.isdigit()}
    told = [word for word, (text, odd) in found.items() if len(text) >= _SHORTEST and _tells(word, text, odd=odd)]
    if not told or any(not text for text, _ in found.values()):
        return None
    return _WORD.sub(lambda each: found[each[0]][0] if each[0] in found else each[0], name)


def _of_word(word: str) -> tuple[str, bool]:
    """A word in the letters it is drawn for, and whether any is drawn oddly; the empty text where one is for none."""
    text, odd, at = "", False, 0
    while at < len(word):
        drawn, letter, oddly = next((each for each in _drawn() if word.startswith(each[0], at)), ("", "", False))
        if not drawn:
            return "", False
        text, odd, at = text + letter, odd or oddly, at + len(drawn)
    return text, odd


def _tells(word: str, text: str, *, odd: bool) -> bool:
    """Whether a word is drawn: oddly, and can be spoken; or as one in use in Cyrillic and not in Latin letters."""
    folded, stands = fold(text), fold(word)
    if all_vowels().isdisjoint(folded) or has_legal_form(word):
        return False
    return (odd or is_used(folded)) and not is_used(stands)
