"""Words that tell names in scripts without capitals, from ``lists/words/mention_scripts.tsv``."""

from __future__ import annotations

import re
from functools import cache

from screening.intake.lexicon import is_place
from screening.reference import table


@cache
def words_of(kind: str, language: str) -> frozenset[str]:
    """The words of a kind in a language."""
    rows = table("words/mention_scripts.tsv").rows
    return frozenset(
        word for row in rows if (row["kind"], row["language"]) == (kind, language) for word in row["words"].split()
    )


@cache
def any_of(kinds: str, language: str) -> str:
    """A regular expression for any word of the kinds (separated by spaces), the longest first."""
    found = frozenset[str]().union(*(words_of(kind, language) for kind in kinds.split()))
    return "|".join(re.escape(word) for word in sorted(found, key=lambda word: (-len(word), word)))


def is_generic(name: str, language: str) -> bool:
    """Whether no more is said than what kind of firm, and where: 烏茲別克公司, 무역회사."""
    if name in words_of("generic", language):
        return True
    return any(name.endswith(end) and is_place(name[: -len(end)]) for end in words_of("of_place", language))


@cache
def sounds() -> str:
    """The characters that foreign names are written with in Chinese."""
    return "".join(sorted(frozenset("".join(words_of("sounds", "zh")))))
