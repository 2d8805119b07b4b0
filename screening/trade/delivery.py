"""The country of the place to which goods are delivered, as records write it."""

from __future__ import annotations

from functools import cache
from typing import Final

from screening.intake.customs_routes import stops, unloaded_at
from screening.names.places import country_code, place, place_concept
from screening.names.scripts import GLUED, script_of
from screening.names.tokens import words

_LONGEST_CODE: Final = 3
"""Letters of codes of countries, which are words as well, but in scripts without spaces."""


@cache
def country_of_delivery(text: str) -> str | None:
    """The country of a delivery place ("CPT MOSCOW", "Алматы"), where one place or country is named; of a way ("Рига -
    CPT Москва") that of its last stop, or of the one where the goods are unloaded. Else None.
    """
    if last := unloaded_at(text):
        return _country_named(last)
    if country := _country_named(text):
        return country
    on_the_way = stops(text)
    return _country_named(on_the_way[-1]) if len(on_the_way) > 1 else None


@cache
def _country_named(text: str) -> str | None:
    """The country of the places and countries a text names, where they are all of one."""
    found = set()
    tokens = words(text)
    for size in (3, 2, 1):
        for start in range(len(tokens) - size + 1):
            phrase = " ".join(tokens[start : start + size])
            concept = place_concept(phrase)
            if concept and (known := place(concept)) and known.country != "XX":
                found.add(known.country)
            elif (len(phrase) > _LONGEST_CODE or script_of(phrase) in GLUED) and (code := country_code(phrase)):
                found.add(code)
    return found.pop() if len(found) == 1 else None
