"""What sort of party a name says it is: a firm, perhaps a person, or a ship by the mark it bears."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from screening.names.parsing import is_sole_trader, mode_of, name_words
from screening.names.tokens import words
from screening.names.vessels import unglue_vessel
from screening.names.vocabulary import BUSINESS, has_legal_form, segment

_LETTERS: Final = re.compile(r"(?<!\w)[^\W\d_](?:(?:\.\s?|\s)[^\W\d_](?![\w'’ʻʼ]))+\.?")
"""Single letters that follow each other."""
_INITIALS: Final = 2
"""Letters that may be a person's initials, whatever legal form they spell ("I.I.", "S. A."); of more most are one."""


@lru_cache(maxsize=1 << 16)
def bears_legal_form(name: str) -> bool:
    """Whether a firm's or a sole trader's legal form stands in a name, and not only the initials of a person."""
    return has_legal_form(_without_initials(name) or name)


@lru_cache(maxsize=1 << 16)
def may_be_person(name: str) -> bool:
    """Whether a name that stands among those of firms may be a person's: a sole trader's, or one of two words at
    least, or a given name, without any word of business.
    """
    if is_sole_trader(name):
        return True
    rest = _without_initials(name)
    if not rest or any(
        meaning.kind in BUSINESS and not meaning.ambiguous
        for each in segment(name_words(rest))
        for meaning in each.meanings
    ):
        return False
    return rest != name or len(words(rest)) > 1 or mode_of("LegalEntity", name) == "person"


def told_schema(name: str) -> str:
    """``Company`` where a firm's legal form stands in the name, else ``LegalEntity``: it may be a person's."""
    return "Company" if has_legal_form(name) and not may_be_person(name) else "LegalEntity"


@lru_cache(maxsize=1 << 16)
def bears_ships_mark(name: str) -> bool:
    """Whether a name begins or ends with what stands beside ships' names alone (M/V, т/х, 轮), and is no firm's."""
    found = segment([piece for token in words(name) for piece in unglue_vessel(token)])
    marks = [
        any(meaning.kind == "vessel_prefix" and not meaning.ambiguous for meaning in each.meanings) for each in found
    ]
    return len(found) > 1 and (marks[0] or marks[-1]) and not bears_legal_form(name)


def _without_initials(name: str) -> str:
    return " ".join(_LETTERS.sub(_unless_initials, name).split())


def _unless_initials(found: re.Match[str]) -> str:
    letters = [char for char in found[0] if char.isalpha()]
    return " " if len(letters) == _INITIALS and all(map(str.isupper, letters)) else found[0]
