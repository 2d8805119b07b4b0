"""Two parties in one text of which it is about one: "Harrow Minerals Ltd c/o Hexley Freight" names a forwarder as well.

Unlike other names of a party ("formerly known as"), the other's name is not one of the party's own.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from screening.names.vocabulary import has_legal_form
from screening.reference import table

LONGEST: Final = 600
FEWEST_LETTERS: Final = 3
"""Letters of either name at least."""
_AROUND: Final = " \t\n,;:-–—(["
_FIRST_SIGN: Final = 0x2100
"""From here on a sign is no letter of an alphabet (℅, 转交), and needs no space beside it."""
_WORD: Final = re.compile(r"\w+")
_MARKED: Final = frozenset("/.,:;([’'»”\"-")
_TRADING: Final = re.compile(r"c\s?/\s?o\s+trading\s+as", re.IGNORECASE)
"""Another name of the same party."""


class _Between(NamedTuple):
    """What stands between two names: a pattern, whether the text is about whom it names before it, and how many of the
    two have a legal form at least.
    """

    pattern: re.Pattern[str]
    before: bool
    forms: int


@lru_cache(maxsize=1 << 14)
def own_name(name: str) -> str | None:
    """The name of the party a text is about, where it names another in whose care, by whose hand or for whom something
    is sent; None where it names one.
    """
    if not _may_name_two(name):
        return None
    text = name[:LONGEST]
    for between in _between():
        found = between.pattern.search(text)
        if found is None or _TRADING.match(text, found.start()):
            continue
        sides = text[: found.start()].strip(_AROUND), text[found.end() :].strip(_AROUND)
        if any(sum(map(str.isalpha, side)) < FEWEST_LETTERS for side in sides):
            continue
        if not between.forms or sum(map(has_legal_form, sides)) >= between.forms:
            text = sides[0] if between.before else sides[1]
    return text if text != name[:LONGEST] else None


def _may_name_two(name: str) -> bool:
    """Whether a text holds the first word of such a phrase; cheap, as hardly any name does."""
    first, signs = _beginnings()
    text = name.casefold()
    # a phrase stands between spaces, but for marks around it that few names have
    if not first.isdisjoint(text.split() if _MARKED.isdisjoint(text) else _WORD.findall(text)):
        return True
    return not name.isascii() and any(sign in name for sign in signs)


@cache
def _beginnings() -> tuple[frozenset[str], tuple[str, ...]]:
    """The first words of the phrases, and those that are written together with names."""
    said = [row["phrase"].casefold() for row in table("words/care_of.tsv").rows]
    first = (_WORD.findall(phrase)[0] for phrase in said if not _is_sign(phrase))
    return frozenset(first), tuple(filter(_is_sign, said))


@cache
def _between() -> tuple[_Between, ...]:
    kinds = (
        ("care_of", True, 0),
        ("in_care", True, 1),
        ("behalf", False, 1),
        ("by_way_of", True, 2),
        ("passed_on", False, 2),
    )
    return tuple(_Between(_pattern(kind), before, forms) for kind, before, forms in kinds)


def _pattern(concept: str) -> re.Pattern[str]:
    """The phrases of a kind, the longest first; those of letters stand between spaces or marks."""
    said = [row["phrase"] for row in table("words/care_of.tsv").rows if row["concept"] == concept]
    apart = sorted((_spaced(each) for each in said if not _is_sign(each)), key=len, reverse=True)
    spaced = [rf"(?<=[\s,;(\[»\"”.-])(?:{'|'.join(apart)})(?:[.:]\s*|(?=\s))"] if apart else []
    return re.compile("|".join([*spaced, *(re.escape(each) for each in said if _is_sign(each))]), re.IGNORECASE)


def _spaced(phrase: str) -> str:
    """A phrase with any spaces between its words and round its strokes (C / O)."""
    return re.escape(phrase).replace(r"\ ", r"\s+").replace("/", r"\s?/\s?")


def _is_sign(phrase: str) -> bool:
    return ord(phrase[0]) >= _FIRST_SIGN
