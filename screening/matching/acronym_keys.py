"""Keys of the words that names' initials make, and of the words that may be made so: what the index finds both by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from screening.matching import hashing
from screening.matching.acronyms import ACRONYM, company_letter
from screening.matching.terms import Terms
from screening.names.organisations import ORGANISATION_KINDS
from screening.names.parsing import LIGHT
from screening.names.parts import first_letter, initials, pick, sounded_initials
from screening.names.transliteration import token_keys
from screening.names.vocabulary import meanings

Array = NDArray[Any]

LETTERS: Final[tuple[Callable[[str], str], ...]] = (initials, sounded_initials, first_letter)
"""How acronyms take the letters of a phrase (`acronyms.acronym`)."""
FEW: Final = 3
"""Terms of a name without a distinctive word of its own, of which the first may be one all the same (PTC GmbH)."""


def acronym_keys(terms: Terms, start: Array, term: Array) -> tuple[Array, ...]:
    """For each name the keys of the words its initials make; 0 for none, and for those another key says already.

    Without its legal forms; with those that acronyms spell (IDC, Industrial Development Company LLC), and without the
    country behind (PCC, Petrochemical Commercial Company UK); with all; and of other scripts in Latin letters.
    """
    form = [_lightness(text) == "legal_form" for text in terms.texts]
    said = [_lightness(text) is None or is_form for text, is_form in zip(terms.texts, form, strict=True)]
    company = [company_letter(text) if is_form else "" for text, is_form in zip(terms.texts, form, strict=True)]
    country = [any(each.kind == "country" for each in meanings(*text.split(" "))) for text in terms.texts]
    words: list[list[str]] = []
    for letters_of in LETTERS:
        letters = [letters_of(text) for text in terms.texts]
        bare, housed, at_home, whole = [], [], [], []
        for name in _names(start, term):
            numbers = [number for number in name if said[number]]
            bare.append("".join(letters[number] for number in numbers if not form[number]))
            spelled = [company[number] if form[number] else letters[number] for number in numbers]
            housed.append("".join(spelled))
            seat = next((at for at in range(len(numbers) - 1, 0, -1) if not form[numbers[at]]), 0)
            at_home.append("".join(spelled[:seat]) if seat and country[numbers[seat]] else "")
            whole.append("".join(letters[number] for number in numbers))
        words += (bare, housed, at_home, whole)
    words.append([_in_latin(text) for text in words[0]])
    return tuple(_word_keys(texts) for texts in _each_once(words))


def single_keys(terms: Terms, start: Array, term: Array) -> tuple[Array, ...]:
    """For each name the key of its only distinctive word, as it stands and, of other scripts, in Latin letters; 0 for
    none.

    A short name may begin with a word of business that is none there.
    """
    own = [is_own and _lightness(text) is None for text, is_own in zip(terms.texts, terms.own.tolist(), strict=True)]
    single = []
    for name in _names(start, term):
        owns = [number for number in name if own[number]]
        if not owns and len(name) <= FEW:
            owns = name[:1]
        single.append(terms.texts[owns[0]] if len(owns) == 1 else "")
    return _word_keys(single), _word_keys([_in_latin(text) for text in single])


def _names(start: Array, term: Array) -> list[list[int]]:
    """The terms of each name, as numbers."""
    flat = term.tolist()
    return [flat[begin:end] for begin, end in pairwise(start.tolist())]


def _each_once(words: Sequence[Sequence[str]]) -> list[list[str]]:
    """The words, but for those of a name that stand in a list before."""
    known: list[set[str]] = [set() for _ in words[0]]
    found = []
    for texts in words:
        found.append([text if text not in seen else "" for text, seen in zip(texts, known, strict=True)])
        for text, seen in zip(texts, known, strict=True):
            seen.add(text)
    return found


@lru_cache(maxsize=1 << 14)
def _in_latin(text: str) -> str:
    """A short word of another script as it is usually spelled in Latin letters; empty for others."""
    return token_keys(text)[0].text if len(text) in ACRONYM and not text.isascii() else ""


@lru_cache(maxsize=1 << 16)
def _lightness(text: str) -> str | None:
    """The kind of a term that says nothing about who it is; None for others."""
    meaning = pick(meanings(*text.split(" ")), ORGANISATION_KINDS, trusting=True)
    return meaning.kind if meaning is not None and meaning.kind in LIGHT else None


def _word_keys(texts: Sequence[str]) -> Array:
    """The key of each word that may be an acronym, 0 for others."""
    keys = hashing.keys(hashing.sums([text if len(text) in ACRONYM else "" for text in texts]).value, 99)
    keys[np.array([len(text) not in ACRONYM for text in texts], bool)] = 0
    return keys
