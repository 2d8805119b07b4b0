"""Whether a name may be a person's: its words are given and family names, and none of them of business or a place."""

from __future__ import annotations

from functools import lru_cache

from screening.intake.endings import ends_as, without_ending
from screening.intake.lexicon import is_business, is_given_name, is_ordinary, is_place, kinds, nominatives
from screening.names import given
from screening.names.family_endings import is_family_name
from screening.names.folding import fold
from screening.names.small_letters import lower
from screening.names.tokens import words
from screening.names.word import word as reading_of

_MOST = 4
"""Words of a person's name."""
_SHORTEST = 5
"""Letters of a family name that its ending tells."""
_SHORTEST_STEM = 4
"""Letters before an ending of family names from abroad: كريموف, but not معروف."""
_NO_PERSON = frozenset(
    {"opener", "role", "time", "thing", "event_head", "place_head", "trigger_company", "trigger_org"}
)


@lru_cache(maxsize=1 << 14)
def may_be_person(name: str) -> bool:
    """Whether a name that a story gives another type may be a person's; of one word only by a family name's ending."""
    found = [lower(word) for word in name.split()]
    if not 1 <= len(found) <= _MOST or any(map(_tells_no_person, found)):
        return False
    if any(map(is_family, found)):
        return True
    return len(found) > 1 and any(is_given(word) and not is_ordinary(word) for word in found)


def is_given(word: str) -> bool:
    """Whether a lower-case word is a given name, in whatever script."""
    return is_given_name(word) or any(given.is_given_name(each) for each in words(word))


@lru_cache(maxsize=1 << 14)
def is_family(word: str) -> bool:
    """Whether a lower-case word ends as family names do, in whatever script, a Russian one in any case."""
    if len(word) < _SHORTEST or is_ordinary(word):
        return False
    if any(map(ends_as_family, nominatives(word))):
        return True
    stem = without_ending(word, "family_abroad")
    return stem != word and len(stem) >= _SHORTEST_STEM


@lru_cache(maxsize=1 << 14)
def ends_as_family(word: str) -> bool:
    """Whether a word in the nominative ends as family names do, in its own letters or in Latin ones."""
    if word.isascii() or ends_as(word, "family"):
        return ends_as(word, "family")
    return any(ends_as(each, "family") for each in reading_of(fold(word)).latin)


def is_family_of_any(word: str) -> bool:
    """Whether a word in the nominative is a family name by its ending, as names or as articles tell it."""
    return is_family_name(fold(word)) or ends_as_family(lower(word))


def _tells_no_person(word: str) -> bool:
    return is_business(word) or is_place(word) or bool(kinds(word) & _NO_PERSON)
