"""Numbers written in words, Roman figures and Chinese numerals (``words/numbers.tsv``), and ordinals in figures."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

from screening.names.folding import fold
from screening.names.heard import words_heard
from screening.reference import table

_ROMAN: Final = "la"
_SHORTEST_WORD: Final = 3
_SHORTEST_ROMAN: Final = 2
_MOST_ROMAN: Final = 39
"""Up to which Roman figures have none of the letters that words are made of (LVI, MIX, DIM)."""
ORDINAL_MARK: Final = "第"
_FEWEST_DIGITS: Final = 3
"""Chinese numerals without a mark before them that are a number rather than a name."""
_TEN: Final = 10
_LETTERS_ELSEWHERE: Final = frozenset("ix")
"""Letters of Roman figures that Greek and Cyrillic keyboards have: there is no V."""
_GREEK_FIGURES: Final = str.maketrans("ix", "ιχ")
_CYRILLIC_FIGURES: Final = str.maketrans("ix", "іх")


@cache
def _of_languages() -> dict[str, list[tuple[str, str]]]:
    """By language: phrases and their numbers."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in table("words/numbers.tsv").rows:
        found.setdefault(row["language"], []).append((row["phrase"], row["number"]))
    return found


@cache
def _least_letters() -> dict[str, int]:
    """The letters from which a number word of a language is read as one anywhere, by language."""
    return {row["language"]: int(row["least"]) for row in table("words/number_languages.tsv").rows}


@cache
def number_words() -> dict[str, str]:
    """Single words for numbers, folded; English ones as other scripts write them by ear, too."""
    found = {
        fold(phrase): number
        for language, least in _least_letters().items()
        for phrase, number in _of_languages()[language]
        if " " not in phrase and len(phrase) >= least
    }
    heard = {each: found[word] for each, english in words_heard().items() for word in english if word in found}
    return {**heard, **found}


@cache
def roman_figures() -> dict[str, str]:
    """Roman figures of several letters up to `_MOST_ROMAN`, folded, in Greek and Cyrillic letters too; those of one
    letter are initials.
    """
    latin = {
        fold(figure): number
        for figure, number in _of_languages()["la"]
        if len(figure) >= _SHORTEST_ROMAN and int(number) <= _MOST_ROMAN
    }
    others = [
        (figure.translate(letters), number)
        for figure, number in latin.items()
        for letters in (_GREEK_FIGURES, _CYRILLIC_FIGURES)
        if _LETTERS_ELSEWHERE.issuperset(figure)
    ]
    return {**latin, **dict(others)}


@cache
def _numerals() -> tuple[dict[str, int], dict[str, int]]:
    """Chinese digits, and units from ten."""
    single = {numeral: int(number) for numeral, number in _of_languages()["zh"] if len(numeral) == 1}
    digits = {numeral: number for numeral, number in single.items() if number < _TEN}
    return digits, {numeral: number for numeral, number in single.items() if number >= _TEN}


def number_in_han(token: str) -> str | None:
    """The number that a word of Chinese numerals says, in digits (第五十四: 54, 五一二: 512); None for others.

    Without the mark of an ordinal before them, a few numerals are a name.
    """
    digits, units = _numerals()
    text = token.removeprefix(ORDINAL_MARK)
    if not text or any(char not in digits and char not in units for char in text):
        return None
    if text == token and len(token) < _FEWEST_DIGITS:
        return None
    if not any(char in units for char in text):
        return "".join(str(digits[char]) for char in text).lstrip("0") or "0"
    total, digit = 0, 0
    for char in text:
        if char in units:
            total += (digit or 1) * units[char]
            digit = 0
        else:
            digit = digits[char]
    return str(total + digit)


def number_of_any_language(text: str) -> str | None:
    """The number that a folded word says in any language, also where it may be a name; None for others."""
    return _every_word().get(text)


@cache
def _every_word() -> dict[str, str]:
    return {
        word: number
        for language, phrases in _of_languages().items()
        if language != _ROMAN
        for phrase, number in phrases
        if " " not in phrase and len(word := fold(phrase)) >= _SHORTEST_WORD
    }


@cache
def ordinal_endings(of: Literal["names", "addresses"]) -> tuple[str, ...]:
    """What makes an ordinal of figures (929th, 1-я), folded; ``words/ordinal_endings.tsv``."""
    return tuple(row["ending"] for row in table("words/ordinal_endings.tsv").rows if of in row["of"].split())


@cache
def counted() -> frozenset[str]:
    """Concepts of what is counted: units of an army, centuries (``words/counted.tsv``)."""
    return frozenset(concept for row in table("words/counted.tsv").rows for concept in row["concepts"].split())
