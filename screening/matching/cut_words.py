"""Names that a field was too short for: their last word is the beginning of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from screening.matching.consonants import ALPHABETS
from screening.names import cut_trades
from screening.names.begun_words import begins_meaning
from screening.names.cut_trades import LONG, WIDTHS
from screening.names.family_endings import are_two_families
from screening.names.given import is_given_name
from screening.names.in_use import is_listed
from screening.names.parsing import ParsedName, Part
from screening.names.rarity import is_known
from screening.names.tokens import words
from screening.names.vocabulary import meanings
from screening.names.word_tables import AND

SHORTEST: Final = 5
SHORTEST_OF_LONG: Final = 2
WIDTHS_OF_PERSONS: Final = WIDTHS | {20, 25}
"""Letters that fields for persons hold."""
SHORTEST_OF_FULL: Final = 3
"""Letters left of a name in a field that it fills."""
LONGEST_CUT: Final = 9
"""Letters left of a word of business at most."""
FEWEST_CUT: Final = 2
FEWEST_ALONE: Final = 6
LEAST_ALONE: Final = 0.6
"""Letters left of a word, and their share, where nothing else of the names' own is the same."""


def is_long(parts: Sequence[Part]) -> bool:
    """Whether a name has as many letters as a field of a form may hold."""
    return sum(len(part.text) + 1 for part in parts) > LONG


def is_cut(short: Part, full: Part, parts: Sequence[Part], *, person: bool = False) -> bool:
    """Whether one part, the last of ``parts``, is the beginning of a word of another name and no word of its own."""
    text, whole = short.text, _begun_by(short, full)
    least = SHORTEST_OF_LONG if is_long(parts) else SHORTEST
    if (
        len(text) < least
        or len(whole) - len(text) < (1 if is_long(parts) else FEWEST_CUT)
        or not whole.startswith(text)
    ):
        return False
    if len(short.words) != 1 or len(full.words) != 1 or short.kind in {"number", "initial", "legal_form"}:
        return False
    if not (person and is_long(parts)) and meanings(whole[len(text) :]):
        return False  # two words written together, not one cut off (Meteor, Meteorinvest)
    in_use = bool(meanings(text)) or is_given_name(text) or is_listed(text)
    in_use = in_use or (is_known(text) and not (person and _fills_a_field(text, parts)))
    return not in_use and not are_two_families(text, whole)


def _fills_a_field(text: str, parts: Sequence[Part]) -> bool:
    """Whether a person's name is just as long as a field is wide: what is left of a name may be another in use."""
    return len(text) >= SHORTEST_OF_FULL and sum(len(part.text) + 1 for part in parts) - 1 in WIDTHS_OF_PERSONS


def is_filled(name: ParsedName) -> bool:
    """Whether a name is as long as a field is wide, with the signs that stand in it or without."""
    return cut_trades.is_filled(name.text) or cut_trades.is_filled(name.folded)


def was_completed(name: ParsedName) -> bool:
    """Whether the last word of a name that fills a field was read as the whole word that it begins."""
    said = words(name.text)
    last = name.folded.rpartition(" ")[2]
    return is_filled(name) and bool(said) and said[-1] != last and last.startswith(said[-1])


def is_cut_meaning(short: Sequence[Part], full: Part) -> bool:
    """Whether the last parts of a name that fills a field are the beginning of a word, or a phrase, that means what
    another name says in any language (JO for АҚ, CHEMICA for 화학, PRECISION INSTRUME for 精密仪器).
    """
    last = short[-1]
    if last.kind != "name" or len(last.words) != 1 or len(last.text) > LONGEST_CUT or not full.concepts:
        return False
    return begins_meaning(" ".join(part.text for part in short), full.concepts)


def is_and(part: Part) -> bool:
    """Whether a part is a word for "and", whatever it is taken for: behind it more was cut off where it is the last."""
    return any(each.kind == "stopword" and each.concept == AND and not each.ambiguous for each in meanings(part.text))


def _begun_by(short: Part, full: Part) -> str:
    """The word of another name as it is written, or as it is usually read in Latin letters where the short one is in
    these.
    """
    of = full.words[0]
    readings = sorted(of.usual) if short.text.isascii() and of.script in ALPHABETS else ()
    return next((reading for reading in readings if reading.startswith(short.text)), full.text)


def is_most(short: Part, full: Part) -> bool:
    """Whether so much is left of a word that it tells which word it was without another beside it."""
    return len(short.text) >= max(FEWEST_ALONE, LEAST_ALONE * len(full.text))
