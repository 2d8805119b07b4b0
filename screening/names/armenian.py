"""Armenian family names in Latin letters: one key of what East and West, Russian and French make of them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from screening.names.keys import Key
from screening.reference import table

SHORTEST: Final = 6
LONGEST: Final = 24


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = table("scripts/armenian_surnames.tsv").rows
    return tuple((re.compile(row["pattern"]), row["becomes"]) for row in rows)


@lru_cache(maxsize=1 << 14)
def key(latin: str) -> Key | None:
    """The common spelling of a folded Latin word that ends as Armenian family names do; None for every other."""
    if not SHORTEST <= len(latin) <= LONGEST or "an" not in latin[-4:]:
        return None
    (ending, becomes), *rules = _rules()
    if not ending.search(latin):
        return None
    word = ending.sub(becomes, latin)
    for pattern, becomes in rules:
        word = pattern.sub(becomes, word)
    return Key(word, "Armenian, East and West")
