"""A good told from what is made of it: nitrocellulose from a lacquer of nitrocellulose, whatever the code."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from screening.reference import table
from screening.trade.purposes import any_of, postpositions
from screening.trade.wording import pattern_of

_TO_THE_NEXT: Final = r"[^,;:()]*"
_JUST_BEFORE: Final = r"[\W_]*$"
_BESIDE: Final = r"[^\w,;:()\x00]*"
_MOST_WORDS_OF_MAKING: Final = 2
_KINDS: Final = (
    *("product", "sign", "sure", "within", "lead", "purpose", "grade", "raw", "making"),
    *("absent", "absent_after", "adjective"),
)
_NAMED: Final = "\x00"
"""Stands before the good's name while what is said beside it is read."""
_NEVER: Final = re.compile(r"(?!)")
_LETTER: Final = re.compile(r"[^\W\d_]")


@cache
def _patterns(good: str) -> dict[str, re.Pattern[str]]:
    """The terms of each kind in ``goods/made_of.tsv`` as one pattern; empty for goods it does not have."""
    terms: dict[str, list[str]] = {}
    for row in table("goods/made_of.tsv").rows:
        if row["good"] == good:
            terms.setdefault(row["kind"], []).extend(term.strip() for term in row["terms"].split(";") if term.strip())
    ends = {"purpose": _TO_THE_NEXT, "absent": _JUST_BEFORE}
    found = {
        kind: re.compile("(?:" + "|".join(map(pattern_of, dict.fromkeys(each))) + ")" + ends.get(kind, ""))
        for kind, each in terms.items()
    }
    return dict.fromkeys(_KINDS, _NEVER) | found if found else {}


def absent(good: str, text: str, start: int, end: int) -> bool:
    """Whether a plain description says that what it names from ``start`` to ``end`` is not in there."""
    patterns = _patterns(good)
    if not patterns:
        return False
    after = re.match(r"[\W_]*", text[end:])
    following = patterns["absent_after"].match(text, end + (after.end() if after else 0))
    return bool(following or patterns["absent"].search(text[:start]))


@cache
def _for_products(good: str) -> re.Pattern[str]:
    """Products that a description names as what the good is for: lacquer raw material; lok uchun, for lacquer.

    Behind such a "for" nothing else may follow: lok uchun idish is a vessel, lok uchun nitrosellyuloza the good.
    """
    patterns = _patterns(good)
    product, raw, making = (patterns[kind].pattern for kind in ("product", "raw", "making"))
    several = rf"{product}(?:{_BESIDE}(?:(?:{any_of('and')}){_BESIDE})?{product})*"
    behind_for = rf"(?:{_BESIDE}{making}){{0,{_MOST_WORDS_OF_MAKING}}}{_BESIDE}(?:{postpositions()})\b"
    nothing_else = rf"(?=\s*(?:$|[^\w\s]|\d|{raw}))"
    return re.compile(rf"{several}(?:{_BESIDE}{raw}|{behind_for}{nothing_else})")


def itself(good: str, text: str, start: int) -> bool:
    """Whether a plain description that names a good at ``start`` is of the good itself: it stands at the head, or a
    sign of it is given, and nothing made of it is named; or a sign is given that nothing made of it has. False for
    goods of which nothing is known to be made.
    """
    patterns = _patterns(good)
    if not patterns:
        return False
    # what products are named for is told beside the good's name, which therefore stands apart
    text = f"{text[:start]}{_NAMED}{text[start:]}"
    text = _for_products(good).sub(" ", text)
    start = text.index(_NAMED)
    text = text.replace(_NAMED, "")
    before = patterns["lead"].sub(" ", text[:start])
    made_of_it = patterns["adjective"].match(text, start)
    head = not _LETTER.search(before) and not made_of_it
    if not made_of_it and patterns["sure"].search(text) and not patterns["within"].search(text):
        return True
    if not head and not patterns["sign"].search(text):
        return False
    rest = patterns["purpose"].sub(" ", patterns["grade"].sub(" ", text))
    return not patterns["product"].search(rest)
