"""Letters beside a person's name that are no part of it: orders and degrees behind it, degrees with dots, "(ret.)".

They are taken away before the name is cut into words, as without their dots, brackets and capitals they are initials
and names of other people (к.ю.н., SAN).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from screening.reference import table

FEWEST_WORDS: Final = 2
"""Words that are left of a name at least."""
_MARKS: Final = " \t\n,;"
_CLOSING: Final = " \t\n,;)."
_LAST: Final = re.compile(r"[\s,;]+\(?([^\s,;()]+)\)?[\s,;]*$")


def without_honours(name: str) -> str:
    """A person's name without such letters; the name as it stands where it has none, or is nothing else."""
    bare = name
    if "(" in bare:
        bare = _in_brackets().sub(" ", bare)
    if "." in bare:
        bare = _dotted().sub(" ", bare)
    while _may_be_behind(bare) and (last := _LAST.search(bare)) is not None and _is_behind(bare, last):
        bare = bare[: last.start()]
    if bare == name:
        return name
    bare = bare.strip(_MARKS)
    return bare if len(bare.split()) >= FEWEST_WORDS else name


def _may_be_behind(name: str) -> bool:
    """Whether a name ends in letters that stand behind names; cheap, as few names do."""
    last = name.rstrip(_CLOSING).rpartition(" ")[2].rpartition(",")[2]
    return last.lstrip("(").replace(".", "") in _behind()


def _is_behind(name: str, last: re.Match[str]) -> bool:
    """Whether the last word of a name is an order or degree behind it: one that people are called as well only where a
    comma stands between, and the name is not written in capitals as it is.
    """
    letters = last[1].replace(".", "")
    names = _behind().get(letters)
    if names is None or len(name[: last.start()].split()) < FEWEST_WORDS:
        return False
    return not names or ("," in last[0] and not name[: last.start()].isupper())


@cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(table("words/honours.tsv").rows)


@cache
def _behind() -> dict[str, bool]:
    """Letters behind names, without dots, and whether people are called so as well."""
    return {row["letters"]: row["ambiguous"] == "yes" for row in _rows() if row["place"] == "behind"}


@cache
def _in_brackets() -> re.Pattern[str]:
    said = "|".join(re.escape(row["letters"]) for row in _rows() if row["place"] == "brackets")
    return re.compile(rf"\(\s*(?:{said})\.?\s*\)", re.IGNORECASE)


@cache
def _dotted() -> re.Pattern[str]:
    """Degrees of letters with dots, with spaces between or without."""
    said = sorted((row["letters"] for row in _rows() if row["place"] == "dotted"), key=len, reverse=True)
    forms = "|".join(r"\.\s?".join(map(re.escape, each.rstrip(".").split("."))) for each in said)
    return re.compile(rf"(?<![\w.])(?:{forms})(?:\.|(?!\w))", re.IGNORECASE)
