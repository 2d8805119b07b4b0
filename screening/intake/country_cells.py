"""A country as cells of tables name it: in two languages, or beside a number that the table's authority gave it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from screening.names.places import country_code
from screening.names.tokens import words

_MOST_DIGITS: Final = 3
_MOST_WORDS: Final = 16


@lru_cache(maxsize=4096)
def country_in(cell: str) -> str | None:
    """The ISO 3166 alpha-2 code of the one country a cell names, or None.

    Beside what `country_code` reads, takes a name in two languages (``Oman / عمان``) and a name with a number of
    another numbering than ISO 3166's (``052 Türkiye``: 052 is Barbados there, and Turkey in the geonomenclature that
    Turkish customs uses): then the name says what the number means. Two names of different countries are none.
    """
    if code := country_code(cell):
        return code
    tokens = words(cell)
    return _read(tuple(tokens)) if 1 < len(tokens) <= _MOST_WORDS else None


def _read(tokens: tuple[str, ...]) -> str | None:
    if tokens[0].isdigit() and len(tokens[0]) <= _MOST_DIGITS:
        tokens = tokens[1:]
    elif tokens[-1].isdigit() and len(tokens[-1]) == _MOST_DIGITS:
        tokens = tokens[:-1]
    if any(token.isdigit() for token in tokens):
        return None
    if code := country_code(" ".join(tokens)):
        return code
    for at in range(1, len(tokens)):
        one = country_code(" ".join(tokens[:at]))
        if one and one == country_code(" ".join(tokens[at:])):
            return one
    return None
