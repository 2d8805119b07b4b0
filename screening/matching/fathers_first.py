"""Arabic names in which a father's name stands where the son's does: Salim Khalid al-Amiri, Al Amiri, Khalid Salim."""

from __future__ import annotations

from typing import Final

from screening.matching.alignment import Alignment, Pair
from screening.names.arabic import usual_spelling
from screening.names.parsing import ParsedName, name_words

ARABIC: Final = "Arabic"
NAME: Final = "name"
FEWEST_OWN: Final = 2
"""Names beside the family's: one's own and the father's."""


def father_first(alignment: Alignment, left: ParsedName, right: ParsedName) -> bool:
    """Whether a comma tells in one name only which is the family's, and of the others the first, which is one's own in
    Arabic names, is not the first in the other name.
    """
    if ("," in left.text) == ("," in right.text):
        return False
    told = right if "," in right.text else left
    pairs = [(pair.left[0], pair.right[0]) for pair in alignment.pairs if _is_of_two_names(pair)]
    if told is left:
        pairs = [(theirs, ours) for ours, theirs in pairs]
    family = set(name_words(told.text.partition(",")[0]))
    plain = left if told is right else right
    own = [(a, b) for a, b in pairs if b.text not in family]
    if len(own) < FEWEST_OWN or not all(_is_arabic(a.text, a.words[0].script) for a, _ in own):
        return False
    places = [(_at(plain, a), _at(told, b)) for a, b in own]
    return min(places)[1] != min(at for _, at in places)


def _is_of_two_names(pair: Pair) -> bool:
    return len(pair.left) == len(pair.right) == 1 and pair.left[0].kind == pair.right[0].kind == NAME


def _is_arabic(text: str, script: str) -> bool:
    return script == ARABIC or usual_spelling(text) is not None


def _at(name: ParsedName, part: object) -> int:
    return next(at for at, each in enumerate(name.parts) if each is part)
