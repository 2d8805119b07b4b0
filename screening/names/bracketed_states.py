"""Two letters in brackets that are short for a state: "Ting Shing (HK) Limited".

By themselves they are often something else (HK is a legal form of Uzbekistan, UK one of Ukraine); in brackets within a
firm's name they are the state.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from screening.names.folding import fold
from screening.names.vocabulary import meanings
from screening.reference import table

_IN_BRACKETS: Final = re.compile(r"\s*[(（]\s*([A-Z])\.?([A-Z])\.?\s*[)）]")


def written_out(name: str) -> str:
    """The name with the state's name for two capitals in brackets that are short for it."""
    return _IN_BRACKETS.sub(_state, name)


def _state(found: re.Match[str]) -> str:
    letters = fold(found[1] + found[2])
    code = next((each.concept for each in meanings(letters) if each.kind == "country"), None)
    return f" {_names()[code]} " if code in _names() else found[0]


@cache
def _names() -> dict[str, str]:
    """A state's name that is nothing else, by its code."""
    found: dict[str, str] = {}
    for row in table("places/country_words.tsv").rows:
        if row["kind"] == "name" and row["ambiguous"] != "yes" and row["name"].isascii():
            found.setdefault(row["code"], row["name"])
    return found
