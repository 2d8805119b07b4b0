"""Whether a word of a run of capitalised words carries a name, or might stand in any headline."""

from __future__ import annotations

from screening.intake.lexicon import is_business, is_ordinary, is_place, kinds
from screening.intake.sentences import Word


def is_plain(word: Word) -> bool:
    """Whether a word may stand in any headline: an ordinary word, an opener, a joiner; not a name by
    itself."""
    if word.caps and len(word.raw) > 1 and not is_ordinary(word.low):
        return False
    return is_ordinary(word.low) or bool(kinds(word.low) & {"opener", "joiner", "time", "thing"})


def is_telling(word: Word) -> bool:
    """Whether a word carries a name: neither ordinary, nor a place, an office or a word of business."""
    if kinds(word.low) & {"opener", "joiner", "time", "thing", "role", "demonym", "place"}:
        return False
    return word.capital and not is_ordinary(word.low) and not is_place(word.low) and not is_business(word.low)
