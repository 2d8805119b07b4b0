"""Whether a word is one that people or firms are known to bear, or one of English: nothing is to be mended in those."""

from __future__ import annotations

from screening.names.english import english_words
from screening.names.given import is_given_name
from screening.names.in_use import is_listed
from screening.names.rarity import is_known
from screening.names.vocabulary import meanings


def is_used(folded: str) -> bool:
    """Whether a folded word is in use as a word of business, a place, a name of people, in lists, or in English."""
    return (
        bool(meanings(folded))
        or is_given_name(folded)
        or is_known(folded)
        or is_listed(folded)
        or folded in english_words()
    )
