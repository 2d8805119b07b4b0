"""Cells for a name that say in words that none is given: ``not disclosed by buyer``, ``Ko‘rsatilmagan (bosh tortdi)``.

The words are those that ``lists/words/record_signs.tsv`` has of end users that are not given.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

import polars as pl

from screening.intake.coded import Coded
from screening.intake.lexicon import is_legal_form
from screening.names.scripts import GLUED, script_of
from screening.names.tokens import words
from screening.reference import table

NO_END_USER: Final = "no_end_user"
_READ: Final = 500
"""Characters of a cell that are looked at."""
_BY_WHOM: Final = 2
"""Words behind "not disclosed" that say by whom."""
_REMARK: Final = re.compile(r"\s*[(\[（［【]|\s+[-–—]+\s+|\s*[:;：；]\s*")
"""What parts a place-holder from the reason behind it."""


@lru_cache(maxsize=65536)
def is_withheld(cell: str) -> bool:
    """Whether a cell for a name says in words that there is none: nothing else, by whom it is withheld, or why, in
    brackets or behind a stroke. ``Unknown Pleasures Ltd`` is a name.
    """
    text = " ".join(words(cell[:_READ]))
    found = _saying_withheld().match(text)
    if found is None:
        return False
    said, reason = placeholder_and_reason(cell)
    if reason:
        return found[0] == said and (is_refused(reason) or reason[:1].islower())
    rest = text[found.end() :].split()
    return not rest or (" " in found[0] and len(rest) <= _BY_WHOM)


def is_placeholder(text: str) -> bool:
    """Whether a text says that something is not given, and nothing else."""
    return _saying_withheld().fullmatch(" ".join(words(text[:_READ]))) is not None


def is_refused(reason: str) -> bool:
    """Whether a text says of something that it is not given, or refused."""
    return _saying_withheld().search(" ".join(words(reason[:_READ]))) is not None


def placeholder_and_reason(cell: str) -> tuple[str, str]:
    """What stands before a bracket or a stroke, folded, and what stands behind as it is, where that is no firm."""
    parts = _REMARK.split(cell[:_READ].strip(), maxsplit=1)
    if len(parts) == 1 or any(map(is_legal_form, words(parts[1]))):
        return "", ""
    return " ".join(words(parts[0])), parts[1].strip()


def without_withheld(names: Coded) -> Coded:
    """The names of end users, empty where a cell says that there is none: ``not disclosed by buyer`` is nobody."""
    withheld = [bool(name) and is_withheld(name) for name in names.values]
    if not any(withheld):
        return names
    kept = pl.Series(["" if none else name for none, name in zip(withheld, names.values, strict=True)])
    return Coded(names.spread(kept))


@cache
def _saying_withheld() -> re.Pattern[str]:
    """What is said of end users that are not given, the longest phrase first."""
    rows = [row for row in table("words/record_signs.tsv").rows if (row["sign"], row["part"]) == (NO_END_USER, "said")]
    phrases = {expression(phrase.strip()) for row in rows for phrase in row["phrases"].split(";")}
    return re.compile("|".join(sorted(phrases, key=lambda each: (-len(each), each))))


def is_unspaced(phrase: str) -> bool:
    """Whether a phrase has letters of a script that parts no words."""
    return any(script_of(char) in GLUED for char in phrase if char.isalpha())


def folded(phrase: str) -> str:
    """A phrase with its letters as texts have them, ``*`` and ``#`` left as they stand."""
    pieces = re.split(r"([*#\s])", phrase)
    return "".join(each if each in "*# " else " ".join(words(each)) for each in pieces)


def expression(phrase: str) -> str:
    """A phrase of ``lists/words/record_signs.tsv`` as what finds it in a folded text."""
    text = folded(phrase)
    found = (
        re.escape(text).replace(r"\*", r"\w*").replace(r"\#\ ", r"\#").replace(r"\#", r" ?\d+ ?").replace(r"\ ", " ")
    )
    start = "" if is_unspaced(text[:1]) or text.startswith("*") else r"(?<!\w)"
    end = "" if is_unspaced(text[-1:]) or text.endswith("*") else r"(?!\w)"
    return f"{start}{found}{end}"
