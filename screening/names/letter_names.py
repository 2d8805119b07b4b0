"""Words that spell Latin letters by their names, as firms' names do in other scripts: 에스케이 is SK, თიბისი is TBC."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from screening.names.folding import fold
from screening.names.keys import Key
from screening.names.scripts import script_of
from screening.reference import table

SCHEME: Final = "letters by their names"
LONGEST: Final = 6
"""Letters of a name that is spelled so, at most."""
_LONGEST_NAME: Final = 6


@cache
def _names(script: str) -> tuple[dict[str, str], re.Pattern[str], int] | None:
    """Letters by name, what a word of them looks like, and the fewest letters of one; None for other scripts."""
    rows = [row for row in table("scripts/letter_names.tsv").rows if row["script"] == script]
    if not rows:
        return None
    letters: dict[str, str] = {}
    for row in rows:
        letters.setdefault(fold(row["name"]), row["letter"])
    names = "|".join(sorted(map(re.escape, letters), key=len, reverse=True))
    least = int(rows[0]["least"])
    return letters, re.compile(rf"(?:{names}){{{least},{LONGEST}}}"), least


def key(word: str, script: str) -> Key | None:
    """The letters that a folded word names one by one, as a reading; None where it is no such word."""
    found = _names(script)
    if found is None or not found[1].fullmatch(word):
        return None
    letters = _spelled(word, found[0], found[2])
    return Key(letters, SCHEME) if letters else None


def form(word: str) -> str:
    """The legal form whose letters a folded word of another script names one by one; "" for all others."""
    letters = key(word, script_of(word))
    return letters.text if letters and letters.text in _forms() else ""


@cache
def _forms() -> frozenset[str]:
    return frozenset(row["form"] for row in table("words/spelled_forms.tsv").rows)


def _spelled(word: str, letters: dict[str, str], fewest: int) -> str:
    """The letters of the word, cut into as few names as it can be; "" where those are too few or too many."""
    best: list[str | None] = [""]
    for end in range(1, len(word) + 1):
        options = [
            before + letters[name]
            for start in range(end)
            if (before := best[start]) is not None and (name := word[start:end]) in letters
        ]
        best.append(min(options, key=len, default=None))
    whole = best[-1]
    return whole if whole and fewest <= len(whole) <= LONGEST else ""


def in_cyrillic() -> dict[str, str]:
    """Names of letters in Cyrillic, and the letters."""
    found = _names("Cyrillic")
    return found[0] if found else {}


def letters_of(word: str, names: dict[str, str]) -> str:
    """The letters that a word names one by one by such names, as many as in Cyrillic; "" where it is no such word."""
    found = _names("Cyrillic")
    return _spelled(word, names, found[2]) if found and len(word) <= LONGEST * _LONGEST_NAME else ""


@cache
def _all() -> frozenset[str]:
    """Names of letters in any script, folded; of one letter are initials."""
    rows = table("scripts/letter_names.tsv").rows
    return frozenset(name for name in (fold(row["name"]) for row in rows) if len(name) > 1)


def is_letter_name(word: str) -> bool:
    """Whether a folded word names a Latin letter in another script, where firms' names have such words apart
    (Эй Би Си, ام سی اس).
    """
    return word in _all()
