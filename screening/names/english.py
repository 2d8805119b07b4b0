"""The ordinary words of English, from ``lists/words/english_words.tsv``."""

from __future__ import annotations

from functools import cache

from screening.reference import table


@cache
def english_words() -> frozenset[str]:
    """Ordinary English words in lower case, without those that a rule derives."""
    return frozenset(word for row in table("words/english_words.tsv").rows for word in row["words"].split())
