"""What sort of party a name says it is: a firm, perhaps a person, or a ship by the mark it bears."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from screening.names.given import is_given_name, is_patronymic, surnames
from screening.names.in_use import is_listed
from screening.names.korean_latin import is_korean_syllable
from screening.names.parsing import is_sole_trader, mode_of, name_words
from screening.names.pinyin import syllables
from screening.names.rarity import rarity
from screening.names.tokens import words
from screening.names.vessels import unglue_vessel
from screening.names.vocabulary import BUSINESS, has_legal_form, segment

_LETTERS: Final = re.compile(r"(?<!\w)[^\W\d_](?:(?:\.\s?|\s)[^\W\d_](?![\w'’ʻʼ]))+\.?")
"""Single letters that follow each other."""
_INITIALS: Final = 2
"""Letters that may be a person's initials, whatever legal form they spell ("I.I.", "S. A."); of more most are one."""
_SYLLABLES: Final = (2, 4)
"""Words of a name that is written in syllables, at least and at most."""


@lru_cache(maxsize=1 << 16)
def bears_legal_form(name: str) -> bool:
    """Whether a firm's or a sole trader's legal form stands in a name, and not only the initials of a person."""
    return has_legal_form(_without_initials(name) or name)


@lru_cache(maxsize=1 << 16)
def may_be_person(name: str) -> bool:
    """Whether a name that stands among those of firms may be a person's: a sole trader's, or one of two words at
    least, or a given name, without any word of business; but persons are called Flores, Kaya and Ho, too.
    """
    if is_sole_trader(name):
        return True
    rest = _without_initials(name)
    tokens = name_words(rest)
    if not tokens or not (_is_in_syllables(tokens) or _is_without_business(tokens, initials=rest != name)):
        return False
    return rest != name or len(tokens) > 1 or mode_of("LegalEntity", name) == "person"


def _is_in_syllables(tokens: Sequence[str]) -> bool:
    """Whether a name is one of China or Korea, syllable by syllable, whatever legal form a syllable may spell."""
    return _SYLLABLES[0] <= len(tokens) <= _SYLLABLES[1] and any(
        all(map(known, tokens)) for known in (syllables().__contains__, is_korean_syllable)
    )


def _is_without_business(tokens: Sequence[str], *, initials: bool) -> bool:
    """Whether no word says what a firm does or is; beside a given name or initials not one that persons bear, too."""
    business, given = [], initials
    for each in segment(tokens):
        kinds = {meaning.kind for meaning in each.meanings if not meaning.ambiguous}
        within = each.end < len(tokens) and any(meaning.kind == "particle" for meaning in each.meanings)
        if kinds & BUSINESS and not within:  # "Ferreira da Costa" is no partnership of Denmark
            business.append((tokens[each.start : each.end], kinds))
        elif not kinds:
            given = given or any(map(_is_given, tokens[each.start : each.end]))
    return not business or (
        given
        and all(
            "legal_form" not in kinds and len(words) == 1 and is_borne_by_persons(words[0]) for words, kinds in business
        )
    )


def _is_given(word: str) -> bool:
    return is_given_name(word) or is_patronymic(word)


@lru_cache(maxsize=1 << 14)
def is_borne_by_persons(word: str) -> bool:
    """Whether a folded word is a given name, a patronymic or a family name in use; what any listed person bears is."""
    known = _is_given(word) or bool(surnames(word)) or is_listed(word)
    return known or rarity(word, "person") < 1.0


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
