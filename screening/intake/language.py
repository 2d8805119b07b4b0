"""Which language a text is in: told from its script and its most frequent small words, cheaply."""

from __future__ import annotations

import re
from functools import cache

from screening.reference import table

_WORD = re.compile(r"[^\W\d_]+(?:['ʻʼ’][^\W\d_]+)*")
_SAMPLE = 6000
_ENOUGH = 3


@cache
def _rows() -> tuple[tuple[str, str, frozenset[str]], ...]:
    return tuple(
        (row["language"], row["letters"], frozenset(row["words"].split())) for row in table("words/languages.tsv").rows
    )


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the text's language, or None when it cannot be told.

    Each language of ``lists/words/languages.tsv`` gets a point for each of its small words and half a
    point for each letter only it has; the one with most points wins when it has enough of them.
    """
    sample = text[:_SAMPLE].casefold().replace("i̇", "i")
    found = _WORD.findall(sample)
    best, most = None, 0.0
    for language, letters, small in _rows():
        points = float(sum(word in small for word in found))
        points += 0.5 * sum(sample.count(letter) for letter in letters)
        if points > most:
            best, most = language, points
    return best if most >= min(_ENOUGH, max(1, len(found) // 4)) else None
