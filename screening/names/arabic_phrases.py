"""Arabic words of business with what is written together with them: an article, an and, a for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from screening.names.arabic import ARTICLE
from screening.names.arabic_prefixes import prefixes
from screening.names.given import is_given_name
from screening.names.in_use import is_listed
from screening.names.phrases import Phrase

LEAST: Final = 4
"""Letters that are left of a word at least, when what is written together with it is taken off."""
_SURE: Final = 1
"""Letters fewer that may be left, where more than one was taken off, or where the word is no name."""


def is_arabic(token: str) -> bool:
    """Whether a folded word is written in the Arabic script."""
    return "\u0621" <= token[0] <= "\u06d2"


def without_articles(phrase: Phrase) -> Iterator[Phrase]:
    """A phrase without what is written together with its first word, and without articles on the others as well."""
    rest = tuple(token[2:] if token.startswith(ARTICLE) and len(token) > LEAST else token for token in phrase[1:])
    for before, instead in prefixes("word").items():
        if phrase[0].startswith(before) and len(phrase[0]) - len(before) >= _least(phrase, before):
            bare = phrase[0][len(before) :]
            for first in dict.fromkeys((instead + bare, bare)):
                yield (first, *phrase[1:])
                if rest != phrase[1:]:
                    yield (first, *rest)


def _least(phrase: Phrase, before: str) -> int:
    """The fewest letters that are left of the first word of a phrase without what stands before it."""
    if len(phrase) > 1:
        return LEAST - _SURE
    if before in prefixes("short"):
        return LEAST
    named = len(before) == 1 and (is_given_name(phrase[0]) or is_listed(phrase[0]))
    return LEAST if named else LEAST - _SURE
