"""Territories under sanctions that an address names, under any of their names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from screening.names.places import Place, place
from screening.names.tokens import Token, tokenise
from screening.names.vocabulary import segment
from screening.reference import table

_WITHIN_RUSSIA = "RU"


class Territory(NamedTuple):
    """A territory under sanctions and the words that name it.

    Attributes:
        place: Its concept in ``places/places.tsv``.
        words: As they stand in the address.
        since: When the measure began.
        whole: Whether all of it is concerned, or only what is not under its government's control.
        measure: In words.
    """

    place: str
    words: str
    since: date
    whole: bool
    measure: str


@cache
def _territories() -> dict[str, dict[str, str]]:
    return {row["place"]: row for row in table("places/sanctioned_territories.tsv").rows}


@lru_cache(maxsize=65536)
def territories_in(address: str, country: str | None = None) -> tuple[Territory, ...]:
    """The territories under sanctions that an address names, in the order of their names in it.

    A name of one that stands as the name of a street ("Kherson Street") says nothing: it must be followed by no
    word for a street. ``country`` (ISO 3166 alpha-2), or a town named beside it, of another country than Ukraine
    or Russia says that another place of that name is meant.
    """
    from screening.names.address_words import is_street_word

    if country and country not in ("UA", _WITHIN_RUSSIA):
        return ()
    tokens = tokenise(address)
    parts = segment([token.text for token in tokens])
    found: dict[str, Territory] = {}
    others: set[str] = set()
    for part in parts:
        places = [m.concept for m in part.meanings if m.kind == "place" and not m.ambiguous]
        known: list[Place] = [each for concept in places if (each := place(concept))]
        row = next((_territories()[concept] for concept in places if concept in _territories()), None)
        before, after = part.start - 1, part.end
        if before >= 0 and _together(address, tokens, before) and is_street_word(tokens[before].text):
            continue
        if after < len(tokens) and _together(address, tokens, after - 1) and is_street_word(tokens[after].text):
            continue
        if row is None:
            others |= {each.country for each in known}
            continue
        raw = address[tokens[part.start].start : tokens[part.end - 1].end]
        since = date.fromisoformat(row["from"])
        territory = Territory(row["place"], raw, since, row["whole"] == "yes", row["measure"])
        found.setdefault(row["place"], territory)
    if others - {"UA", _WITHIN_RUSSIA}:
        return ()
    # Donetsk in the Rostov Region is a town of Russia
    return tuple(each for each in found.values() if each.whole or _WITHIN_RUSSIA not in others)


def _together(address: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a word and the next belong together: "Крым, ул. Ленина" is no street of that name."""
    return not any(mark in ",;|\n" for mark in address[tokens[at].end : tokens[at + 1].start])
