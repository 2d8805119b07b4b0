"""The parts names are made of, and what their words may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from screening.names.letter_groups import letter_groups
from screening.names.numbers import number_in_han, number_words, roman_figures
from screening.names.rarity import rarity
from screening.names.scripts import GLUED, script_of
from screening.names.transliteration import token_keys
from screening.names.vocabulary import Meaning, meanings, split_glued
from screening.names.word import Word, word

Mode = Literal["person", "organisation", "vessel"]
LIGHT: Final = frozenset({"legal_form", "stopword", "title", "particle", "sole_trader", "vessel_prefix"})
"""Kinds that say nothing about who it is."""
_NUMERAL = re.compile(r"\d")
_AFTER_PERSONS: Final = frozenset({"ii", "iii", "iv"})
"""Numerals that stand behind a person's name; the others are family names in some language (Xi)."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a name.

    Attributes:
        kind: name, descriptor, generic, place, country, number, legal_form, stopword, title, particle, patronymic
            or initial.
        text: Its folded words, joined by spaces.
        words: The same with their readings.
        concepts: What it means whatever the language; empty for a distinctive word.
        implied: What a phrase holds beside its own meaning: a "tractor plant" is a plant.
        rarity: From 0 to 1, how rare it is in names of this mode (`rarity`).
    """

    kind: str
    text: str
    words: tuple[Word, ...]
    concepts: frozenset[str]
    rarity: float
    implied: frozenset[str] = frozenset()


def unglue(token: str) -> list[str]:
    """A word of a script written without spaces, as its known words and what stands between them."""
    if token.isascii() or script_of(token) not in GLUED:
        return [token]
    return split_glued(token)


def make(kind: str, tokens: Sequence[str], concepts: Iterable[str], mode: Mode, implied: Iterable[str] = ()) -> Part:
    """A part of the folded words given, its rarity counted among names of the mode."""
    corpus: Literal["person", "organisation"] = "person" if mode == "person" else "organisation"
    own = frozenset(concepts)
    return Part(
        kind=kind,
        text=" ".join(tokens),
        words=tuple(word(token) for token in tokens),
        concepts=own,
        rarity=max((rarity(token, corpus) for token in tokens), default=1.0),
        implied=frozenset(implied) - own,
    )


def pick(known: Sequence[Meaning], kinds: Sequence[str], *, trusting: bool) -> Meaning | None:
    """The meaning of the kind that comes first in ``kinds``, sure ones before ambiguous ones.

    Ambiguous ones count only where they may be trusted.
    """
    usable = [m for m in known if m.kind in kinds and (trusting or not m.ambiguous)]
    return min(usable, key=lambda m: (m.ambiguous, kinds.index(m.kind)), default=None)


def plain(token: str, mode: Mode) -> Part:
    """The part that a word without meaning makes: a number, an initial, or a distinctive word."""
    if _NUMERAL.search(token):
        digits = token.lstrip("0") or "0"
        return make("number", [digits], {digits, *in_latin(digits)}, mode)
    count = number_in_han(token) if mode != "person" and not token.isascii() else None
    if count:
        return make("number", [token], {count}, mode)
    if mode != "person" and token in number_words():
        return make("number", [token], {number_words()[token]}, mode)
    roman = roman_figures().get(token)
    if roman and (mode != "person" or token in _AFTER_PERSONS):
        return make("number", [token], {roman}, mode)
    if len(token) == 1 and not is_ideograph(token):
        return make("initial", [token], (), mode)
    return make("name", [token], (), mode)


def in_latin(number: str) -> tuple[str, ...]:
    """What a number with letters of another script beside its digits is in Latin ones (33М, 33M)."""
    return () if number.isascii() else tuple(key.text for key in token_keys(number))


def initials(text: str) -> str:
    """The first letters of folded words, as acronyms are made of them: small words between others give none."""
    words = text.split(" ")
    if len(words) == 1:
        return words[0][:1]
    return "".join(each[:1] for each in words if not any(m.kind == "stopword" for m in meanings(each)))


def sounded_initials(text: str) -> str:
    """The same as acronyms of another script are spelled: what is one letter there is kept whole (ts, ch, zh)."""
    words = text.split(" ")
    if len(words) > 1:
        words = [each for each in words if not any(m.kind == "stopword" for m in meanings(each))]
    return "".join(each[: 2 if each.startswith(letter_groups("acronym")) else 1] for each in words)


def first_letter(text: str) -> str:
    """The first letter of a phrase, as acronyms have it of a word with a hyphen ("instrument-making")."""
    return text[:1]


def is_ideograph(token: str) -> bool:
    """Whether one sign of the word may be a whole word or syllable."""
    return script_of(token) in {"Han", "Hangul", "Kana"}
