"""Words firms take for a name of their own, where they may be a legal form or a town: Ақ Сұңқар ЖШС, Белый Орёл."""

from __future__ import annotations

from typing import Final

from screening.names.concepts import emblems_of, is_emblem
from screening.names.form_countries import states_of
from screening.names.own_state import country_of
from screening.names.parts import Part, make
from screening.names.vocabulary import meanings

FEWEST_WITH_EMBLEM: Final = 3
"""A word that may be a form, a name and a form."""
COLOURS: Final = "colours"


def with_emblems(parts: list[Part]) -> list[Part]:
    """The parts of a firm's name, with such words as words of the name."""
    return _behind_colours(_for_form(parts))


def _behind_colours(parts: list[Part]) -> list[Part]:
    """What may be a town behind a colour is what the colour is of: Белый Орёл is no white Oryol."""
    result = [*parts]
    for at in range(1, len(parts)):
        if parts[at].kind != "place" or parts[at - 1].concepts.isdisjoint(emblems_of(COLOURS)):
            continue
        said = {each.concept for each in meanings(parts[at].text) if is_emblem(each.concept)}
        if said:
            result[at] = make("name", parts[at].text.split(), said, "organisation")
    return result


def _for_form(parts: list[Part]) -> list[Part]:
    """What may be a legal form before a name is a word of it where another form of its language's state stands behind:
    Ақ Сұңқар ЖШС, White Falcon LLP.
    """
    if len(parts) < FEWEST_WITH_EMBLEM or parts[0].kind != "legal_form":
        return parts
    forms = [part for part in parts[1:] if part.kind == "legal_form" and part.concepts.isdisjoint(parts[0].concepts)]
    states = frozenset().union(*(states_of(part.text) for part in forms))
    emblems = {
        meaning.concept
        for meaning in meanings(parts[0].text)
        if is_emblem(meaning.concept) and country_of(meaning.language) in states
    }
    return [make("name", [parts[0].text], emblems, "organisation"), *parts[1:]] if emblems else parts
