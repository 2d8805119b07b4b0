"""Several names in one text: "Harrow Minerals Ltd f/k/a Hexley Stone" holds two, each a name of the same party."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from screening.reference import table

FEWEST_LETTERS: Final = 3
"""Letters that what stands on either side must have to be a name."""
LONGEST: Final = 600
MOST_NAMES: Final = 4


@cache
def _marker() -> re.Pattern[str]:
    phrases = sorted({row["phrase"].casefold() for row in table("words/other_names.tsv").rows}, key=len, reverse=True)
    apart = "|".join(_pattern(phrase) for phrase in phrases if not _glued(phrase))
    glued = "|".join(re.escape(phrase) for phrase in phrases if _glued(phrase))
    return re.compile(rf"(?<![^\W_])(?:{apart})(?![^\W_])[.:]?|(?:{glued})[:：]?", re.IGNORECASE)


def _pattern(phrase: str) -> str:
    return r"\s+".join(re.escape(word) for word in phrase.split())


def _glued(phrase: str) -> bool:
    return ord(phrase[0]) >= 0x2E80


@cache
def _maiden() -> frozenset[str]:
    return frozenset(
        row["phrase"].casefold() for row in table("words/other_names.tsv").rows if row["concept"] == "maiden"
    )


@lru_cache(maxsize=1 << 16)
def names_within(name: str) -> tuple[str, ...]:
    """The name as it stands, then the names it is made of, where words between them say that they are several."""
    found: list[str] = []
    at, maiden = 0, False
    for match in (*_marker().finditer(name[:LONGEST]), None):
        piece = name[at : match.start() if match else LONGEST].strip(' \t\n,;:()[]"«»')
        if maiden and found and " " not in piece and " " in found[0]:
            piece = f"{found[0].rpartition(' ')[0]} {piece}"
        if sum(map(str.isalpha, piece)) >= FEWEST_LETTERS:
            found.append(piece)
        if match:
            at, maiden = match.end(), match.group().rstrip(":：").casefold() in _maiden()
    return (name, *dict.fromkeys(found[:MOST_NAMES])) if len(found) > 1 else (name,)
