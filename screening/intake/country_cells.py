"""A country as cells of tables name it: in two languages, or beside a number that the table's authority gave it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from screening.names.places import country_code, country_cut_short, country_phrases, place, place_concept
from screening.names.tokens import words
from screening.reference import table

_MOST_DIGITS: Final = 3
_MOST_WORDS: Final = 16
_PARTS: Final = re.compile(r"\s*[,;/|()\n]\s*|\s+[-–—]\s+")
_SHORTEST: Final = 3
"""Letters of a country behind a place: "Los Angeles, CA" is not in Canada."""


@lru_cache(maxsize=4096)
def country_in(cell: str) -> str | None:
    """The ISO 3166 alpha-2 code of the one country a cell names, or of the state it names a part of (``England``), or
    None.

    Beside what `country_code` reads, takes a name in two languages (``Oman / عمان``) and a name with a number of
    another numbering than ISO 3166's (``052 Türkiye``: 052 is Barbados there, and Turkey in the geonomenclature that
    Turkish customs uses): then the name says what the number means. Two names of different countries are none.
    """
    if code := country_code(cell):
        return code
    tokens = words(cell)
    if len(tokens) > _MOST_WORDS:
        return None
    if part := _parts_of_states().get(" ".join(tokens)):
        return part
    return (_read(tuple(tokens)) if len(tokens) > 1 else None) or country_cut_short(cell)


@cache
def _parts_of_states() -> dict[str, str]:
    """The codes of states by the folded names of their parts."""
    rows = table("places/parts_of_states.tsv").rows
    return {" ".join(words(name)): row["code"] for row in rows for name in row["names"].split(";")}


@lru_cache(maxsize=4096)
def placed(cell: str) -> tuple[str | None, str | None]:
    """The country a cell names, and the place in it where it names one too: ``Sevastopol, Russia``.

    Of the parts of a cell the last, or else the first, is the country; the others must be none. A name that is another
    word as well ("Atlanta, Georgia") counts beside a town that is known to be there.
    """
    if code := country_in(cell):
        return code, None
    parts = [part for part in _PARTS.split(cell) if any(map(str.isalpha, part))]
    for at in (len(parts) - 1, 0) if len(parts) > 1 else ():
        rest = [part for index, part in enumerate(parts) if index != at]
        code = country_in(parts[at]) if len(parts[at]) >= _SHORTEST else None
        if code is None or not {country_in(part) for part in rest} <= {None, code}:
            continue
        if " ".join(words(parts[at])) in _other_words():
            towns = [known for part in rest if (concept := place_concept(part)) and (known := place(concept))]
            if not any(town.country == code for town in towns):
                continue
        return code, ", ".join(rest)
    return None, None


@cache
def _other_words() -> frozenset[str]:
    """Names of countries that are other words as well."""
    return frozenset(" ".join(phrase) for phrase, _, _, _, ambiguous in country_phrases() if ambiguous)


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
