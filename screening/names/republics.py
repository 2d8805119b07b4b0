"""A state's name with its word for a republic, in the name of a body: der Republik Kasachstan, Lietuvos Respublikos."""

from __future__ import annotations

from typing import Final

from screening.names.parts import Part, make
from screening.names.places import is_word_for_state

BETWEEN: Final = frozenset({"stopword", "particle"})
TWO_STATES: Final = frozenset({"CN", "TW"})
"""Countries of which a republic and a people's republic are two."""


def with_states_whole(parts: list[Part]) -> list[Part]:
    """The parts of a body's name, a word for a republic beside its country saying nothing more than that country."""
    found = list(parts)
    for at, part in enumerate(parts):
        if is_word_for_state(part.text) and _is_of_country(parts, at):
            found[at] = make("stopword", part.text.split(), (), "organisation")
    return found


def _is_of_country(parts: list[Part], at: int) -> bool:
    behind = next((each for each in parts[at + 1 :] if each.kind not in BETWEEN), None)
    before = parts[at - 1] if at else None
    beside = [each for each in (before, behind) if each is not None and each.kind == "country"]
    return bool(beside) and all(each.concepts.isdisjoint(TWO_STATES) for each in beside)
