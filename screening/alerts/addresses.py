"""Whether two addresses are the same place, by the words they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from screening.names.places import country_code
from screening.names.sound import sound
from screening.names.tokens import words
from screening.names.transliteration import token_keys


@lru_cache(maxsize=65536)
def address_words(address: str) -> frozenset[str]:
    """The words of an address as compared: whatever their spelling and script, the country left out.

    The country is what stands after the last comma when it names one.
    """
    head, comma, tail = address.rpartition(",")
    text = head if comma and country_code(tail.strip()) else address
    if not comma and country_code(address.strip()):
        return frozenset()
    found = set()
    for token in words(text):
        keys = token_keys(token)
        latin = keys[0].text if keys else token
        found.add(latin if any(char.isdigit() for char in latin) else sound(latin) or latin)
    return frozenset(found)


def compare(
    ours: Iterable[str], theirs: Iterable[Mapping[str, Any]], *, share: float, least: int
) -> tuple[str, str]:
    """Compare the addresses of a subject with those of an entry; the best pair counts.

    Args:
        ours: Addresses in one line each.
        theirs: Rows with ``address`` in one line.
        share: They agree when this share of the shorter one's words stands in the other …
        least: … and at least this many words do.

    Returns:
        agrees; contradicts where both sides have more than a country and no word in common; else absent. And
        the entry's address that agrees, or nothing.
    """
    compared = False
    met = False
    right = [(row["address"], address_words(row["address"])) for row in theirs]
    for line in ours:
        left = address_words(line)
        for address, other in right:
            if not left or not other:
                continue
            compared = True
            common = left & other
            met = met or bool(common)
            if len(common) >= least and len(common) >= share * min(len(left), len(other)):
                return "agrees", address
    return ("contradicts", "") if compared and not met else ("absent", "")
