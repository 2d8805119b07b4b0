"""One key of what Belarusian spells as it is spoken and Russian by its roots: Палессе, Полесье; Paulouski, Павловский.

Two Russian words may have one key and be two names (Малахов, Молохов): it says something only where one of two words is
spelled as Belarusian is.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from screening.names.scripts import script_of
from screening.reference import table

SHORTEST: Final = 6
"""Letters of a word that has a key: shorter ones are too easily two."""
LONG: Final = 12
"""Letters of words that are one where they have one key, whatever they are spelled as."""


class _Spelling(NamedTuple):
    sign: re.Pattern[str]
    known: re.Pattern[str] | None
    signed: tuple[tuple[re.Pattern[str], str], ...]
    letters: dict[int, str]
    any: tuple[tuple[re.Pattern[str], str], ...]


@cache
def _spelling(script: str) -> _Spelling | None:
    rows = [row for row in table("scripts/belarusian.tsv").rows if script in row["script"].split()]
    if not rows:
        return None

    def one_of(kind: str) -> re.Pattern[str] | None:
        patterns = [row["pattern"] for row in rows if row["kind"] == kind]
        return re.compile("|".join(_renumbered(patterns))) if patterns else None

    def steps(kind: str) -> tuple[tuple[re.Pattern[str], str], ...]:
        return tuple((re.compile(row["pattern"]), row["becomes"]) for row in rows if row["kind"] == kind)

    sign = one_of("sign")
    letters = {ord(letter): row["becomes"] for row in rows if row["kind"] == "letters" for letter in row["pattern"]}
    return _Spelling(sign, one_of("known"), steps("signed"), letters, steps("any")) if sign else None


def _renumbered(patterns: list[str]) -> list[str]:
    """The patterns as they stand in one, so that a letter repeated is that of its own pattern."""
    found, groups = [], 0
    for pattern in patterns:
        found.append(pattern.replace("\\1", f"\\{groups + 1}"))
        groups += re.compile(pattern).groups
    return found


@lru_cache(maxsize=1 << 16)
def is_belarusian(word: str) -> bool:
    """Whether a folded word is spelled as Belarusian is, in its own letters or in Latin ones."""
    of = _spelling(script_of(word)) if len(word) >= SHORTEST else None
    return of is not None and of.sign.search(word) is not None


@lru_cache(maxsize=1 << 16)
def key(word: str) -> str:
    """The key of a folded word; "" for short ones, other scripts and Latin words that look neither way."""
    of = _spelling(script_of(word)) if len(word) >= SHORTEST and word.isalpha() else None
    if of is None:
        return ""
    signed = is_belarusian(word)
    if not signed and of.known is not None and not of.known.search(word):
        return ""
    text = word
    for pattern, becomes in of.signed if signed else ():
        text = pattern.sub(becomes, text)
    text = text.translate(of.letters)
    for pattern, becomes in of.any:
        text = pattern.sub(becomes, text)
    return text if text.isascii() else ""


def are_one(left: str, right: str) -> bool:
    """Whether two folded words are one name, of which one at least is spelled as Belarusian is, or both are long."""
    ours = key(left)
    if not ours or ours != key(right):
        return False
    return is_belarusian(left) or is_belarusian(right) or min(len(left), len(right)) >= LONG
