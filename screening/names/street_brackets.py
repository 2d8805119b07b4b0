"""Another name of a street in brackets behind it: ``ул. Утемисова (Отемисулы), д. 166`` is of both names."""

from __future__ import annotations

import re
from typing import Final

from screening.names.address_words import kinds_of
from screening.names.places import country_code, place_concept
from screening.names.tokens import words

_BRACKETED: Final = re.compile(r"([^,;\n()|]*?)\s*\(([^()]{3,60})\)")
_MOST_WORDS: Final = 3
_STREET: Final = "street"


def other_names(text: str) -> tuple[str, tuple[str, ...]]:
    """An address without the other names of its streets, and the words of those; as it stands where it has none."""
    found: list[str] = []

    def without(match: re.Match[str]) -> str:
        before, inside = match.groups()
        names = words(inside)
        if not _ends_in_street(before) or not _is_name(inside, names):
            return match[0]
        found.extend(names)
        return before

    return (_BRACKETED.sub(without, text) if "(" in text else text), tuple(found)


def _ends_in_street(text: str) -> bool:
    """Whether a text is a street with a name and no number behind it."""
    said = words(text)
    marks = sum(_STREET in kinds_of((word,)) for word in said)
    return 0 < marks < len(said) and not said[-1].isdigit()


def _is_name(inside: str, names: list[str]) -> bool:
    """Whether what stands in brackets is words alone, none of them one of addresses, and no country or town."""
    plain = 0 < len(names) <= _MOST_WORDS and not any(map(str.isdigit, inside))
    marked = any(kinds_of((word,)) for word in names)
    return plain and not marked and not country_code(inside) and not place_concept(inside)
