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

    The country is what stands after the last comma, or alone, when it names one.
    """
    head, _, tail = address.rpartition(",")
    return _words(head if country_code(tail.strip()) else address)


@lru_cache(maxsize=65536)
def _listed_words(address: str, country: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a listed address, and those of its country, which stands last when it is known."""
    head, comma, tail = address.rpartition(",")
    if country and not any(char.isdigit() for char in tail):
        return (_words(head), _words(tail)) if comma else (frozenset(), _words(tail))
    return address_words(address), frozenset()


def _words(text: str) -> frozenset[str]:
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
        theirs: Rows with ``address`` in one line, and ``country``.
        share: They agree when this share of the shorter one's words stands in the other …
        least: … and at least this many words do.

    Returns:
        agrees; contradicts where both sides have more than a country and no word in common; else absent. And
        the entry's address that agrees, or nothing.
    """
    compared = False
    met = False
    right = [(row["address"], *_listed_words(row["address"], row.get("country"))) for row in theirs]
    for line in ours:
        for address, other, country in right:
            left = address_words(line) - country
            if not left or not other:
                continue
            compared = True
            common = left & other
            met = met or bool(common)
            if len(common) >= least and len(common) >= share * min(len(left), len(other)):
                return "agrees", address
    return ("contradicts", "") if compared and not met else ("absent", "")
