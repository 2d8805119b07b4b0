"""Names of countries that are another word as well, beside a town that tells which is meant: РТ, Tatarstan at Kazan."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from screening.names.places import country_phrases, place
from screening.names.tokens import words


def stands(text: str, code: str, towns: Collection[str]) -> bool:
    """Whether a text means the country that it names beside the towns of its address: where it is another word as well
    and all that are known are elsewhere, it does not.

    Args:
        text: The name of the country.
        code: ISO 3166 alpha-2.
        towns: Concepts of places.
    """
    if " ".join(words(text)) not in _doubtful():
        return True
    known = [found for town in towns if (found := place(town))]
    return not known or any(each.country == code for each in known)


@cache
def _doubtful() -> frozenset[str]:
    return frozenset(" ".join(phrase) for phrase, _, _, _, ambiguous in country_phrases() if ambiguous)
