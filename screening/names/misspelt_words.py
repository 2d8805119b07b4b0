"""Common words of business with one letter wrong ("cmpany", "traing"): left as they are, they would be the name.

A word that nobody bears weighs most of a firm's name, so that a slip in "company" loses the firm.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from screening.names.given import is_given_name, surnames
from screening.names.rarity import is_known, known_words
from screening.names.vocabulary import meanings

SHORTEST: Final = 7
"""Letters of a common word; with one of them wrong, a shorter one may as well be another word."""
COMMON: Final = 40
"""Listed parties in whose names a common word stands, at least."""
_BUSINESS: Final = frozenset({"legal_form", "descriptor", "generic"})


@cache
def _common() -> dict[str, tuple[str, ...]]:
    """By the word with a letter left out, the first and last apart, and whole: the common words."""
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(known_words("organisation", COMMON)):
        if len(word) >= SHORTEST and word.isalpha() and _is_business(word):
            for form in {word, *_one_out(word)}:
                found[form] = (*found.get(form, ()), word)
    return found


def _is_business(word: str) -> bool:
    return any(each.kind in _BUSINESS and not each.ambiguous for each in meanings(word))


def _one_out(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(1, len(word) - 1)}


@lru_cache(maxsize=1 << 15)
def mended(word: str) -> str:
    """A folded word, or the one common word of business that it is with a letter wrong within.

    The first and the last letter must be right; a word that has a meaning or that somebody bears stays as it is.
    """
    if len(word) < SHORTEST - 1:
        return word
    common = _common()
    near = {each for form in (word, *_one_out(word)) for each in common.get(form, ())}
    near = {each for each in near if each[0] == word[0] and each[-1] == word[-1] and OSA.distance(each, word) == 1}
    if len(near) != 1 or meanings(word) or is_known(word) or is_given_name(word) or surnames(word):
        return word
    return near.pop()
