"""Countries as publishers write them, as ISO 3166 alpha-2 codes.

What `screening.names.places` does not know is looked up in ``lists/places/nationalities.tsv``, which
holds the adjectives and the publishers' own inversions ("Korea, North").
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from screening.names.places import country_code
from screening.reference import table

_BRACKETS = re.compile(r"\s*\([^()]*\)")
_NOISE = re.compile(r"^(?:possibly|Region:)\s+|\s+(?:citizenship|citizen|national)$", re.IGNORECASE)
_SEVERAL = re.compile(r"\s*[;/]\s*|,?\s+and\s+|,\s+")


@cache
def _nationalities() -> dict[str, str]:
    return {row["text"].casefold(): row["code"] for row in table("places/nationalities.tsv").rows}


@lru_cache(maxsize=8192)
def code(text: str | None) -> str | None:
    """The code of a country or nationality; None where it is not known.

    ``Iran (Islamic Republic of)`` is read without what is bracketed, ``Tanzania, United Republic of``
    turned round.
    """
    if not text or not (text := _NOISE.sub("", " ".join(text.split())).strip(" .;,")):
        return None
    if found := _known(text):
        return found
    bare = _BRACKETS.sub("", text).strip()
    first, comma, rest = bare.partition(", ")
    for other in (bare, f"{rest} {first}" if comma else ""):
        if other and other != text and (found := _known(other)):
            return found
    return None


def _known(text: str) -> str | None:
    return _nationalities().get(text.replace(",", "").casefold()) or country_code(text)


def codes(text: str) -> list[str | None]:
    """The codes of one or several countries in one cell: ``Russian and Ukrainian``, ``Syrian;
    French``."""
    return [code(text)] if code(text) else [code(part) for part in _SEVERAL.split(text) if part.strip()]
