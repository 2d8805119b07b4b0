"""States in brackets behind names, and two letters that are short for one ("Ting Shing (HK) Limited", "UK Ltd").

By themselves they are often something else (HK is a legal form of Uzbekistan, UK one of Ukraine); in brackets within a
firm's name, and before the form that firms have there ("UK Ltd"), they are the state.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from screening.names.folding import fold
from screening.names.phrases import cells
from screening.names.places import country_code
from screening.names.vocabulary import meanings
from screening.reference import table

_IN_BRACKETS: Final = re.compile(r"\s*[(（]\s*([A-Z])\.?([A-Z])\.?\s*[)）]")

_AT_END: Final = re.compile(r"\s*[(（\[]\s*([^()（）\[\]]{2,40}?)\s*[)）\]]$")


def written_out(name: str) -> str:
    """The name with the state's name for two capitals in brackets, or before a legal form, that are short for it."""
    name = _IN_BRACKETS.sub(_state, name) if "(" in name or "（" in name else name
    return _before_form().sub(_state_before, name)


def without_state(name: str) -> str | None:
    """A person's or ship's name without the state, or its code, in brackets behind it; None where none is."""
    found = _AT_END.search(name) if name.endswith((")", "）", "]")) else None
    if found is None or not name[: found.start()].strip() or country_code(found[1]) is None:
        return None
    return name[: found.start()].strip()


@cache
def _before_form() -> re.Pattern[str]:
    """Two letters, with dots or without, behind a name and before a legal form that says which state they are."""
    ways = (
        rf"\s({letters})\.?{forms}" if len(letters) > 1 else rf"\s*[(（]\s*({letters})\.?\s*[)）]{forms}"
        for letters, forms in (
            (r"\.?".join(row["letters"]), rf"(?=\s*(?:{'|'.join(map(re.escape, cells(row['forms'])))})(?!\w))")
            for row in table("places/states_before_forms.tsv").rows
        )
    )
    return re.compile("|".join(ways), re.IGNORECASE)


@cache
def _by_letter() -> dict[str, str]:
    """The states of single letters, which are short for them before their forms only."""
    return {row["letters"]: row["state"] for row in table("places/states_before_forms.tsv").rows if row["state"]}


def _state_before(found: re.Match[str]) -> str:
    letters = next(filter(None, found.groups())).replace(".", "")
    state = _by_letter().get(letters.upper())
    return f" {_names()[state]} " if state else _written(letters, found[0])


def _state(found: re.Match[str]) -> str:
    return _written(found[1] + found[2], found[0])


def _written(short: str, else_: str) -> str:
    """The name of the state that two letters are short for."""
    letters = fold(short)
    code = next((each.concept for each in meanings(letters) if each.kind == "country"), None)
    return f" {_names()[code]} " if code in _names() else else_


@cache
def _names() -> dict[str, str]:
    """A state's name that is nothing else, by its code."""
    found: dict[str, str] = {}
    for row in table("places/country_words.tsv").rows:
        if row["kind"] == "name" and row["ambiguous"] != "yes" and row["name"].isascii():
            found.setdefault(row["code"], row["name"])
    return found
