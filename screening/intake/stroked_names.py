"""Two firms in one cell with a stroke between them: ``X Ltd / Y Cargo``; not one firm's name in two spellings."""

from __future__ import annotations

import re
from typing import Final

from screening.intake.country_cells import country_in
from screening.intake.customs_wording import vocabulary
from screening.intake.lexicon import is_business, is_place
from screening.names.concepts import is_emblem
from screening.names.party_kinds import bears_legal_form
from screening.names.scripts import script_of
from screening.names.small_letters import lower
from screening.names.tokens import words
from screening.names.vocabulary import meanings

_STROKE: Final = re.compile(r"\s+/\s+")
_FEWEST_WORDS: Final = 2
_SIDES: Final = 2


def stroked(text: str) -> list[str]:
    """The names of two firms that a stroke parts; empty where it parts anything else.

    Both sides are whole names in one script that share no word of their own, one has its legal form, and the other has
    one or ends as firms do; a branch, an office or a town behind the stroke is no second firm.
    """
    if "/" not in text:
        return []
    sides = [side.strip(" ,;") for side in _STROKE.split(text)]
    if len(sides) != _SIDES or any(len(words(side)) < _FEWEST_WORDS for side in sides):
        return []
    if len({script_of("".join(words(side))) for side in sides}) > 1 or country_in(sides[1]) is not None:
        return []
    if not any(map(bears_legal_form, sides)) or not all(map(_is_firm, sides)):
        return []
    first, second = (_own_words(side) for side in sides)
    return sides if first and second and first.isdisjoint(second) else []


def _is_firm(name: str) -> bool:
    said = [lower(word) for word in name.split()]
    if any(word in vocabulary("no_second_firm") for word in words(name)):
        return False
    return bears_legal_form(name) or (is_business(said[-1].strip(".,")) and not is_place(said[-1]))


def _own_words(name: str) -> set[str]:
    return {word for word in words(name) if not is_business(word) or _is_borne(word)}


def _is_borne(word: str) -> bool:
    """Whether firms take a word of business for a name of their own (Omega)."""
    return any(is_emblem(each.concept) for each in meanings(word))
