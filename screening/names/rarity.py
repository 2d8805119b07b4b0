"""How rare a word is in names: what a match on it is worth.

Counts come from ``lists/words/rarity.tsv``, fitted once on large public lists by ``bench/fit_rarity.py`` and never
from what happens to be loaded, so that a score means the same in every run.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Literal

from screening import reference
from screening.garbage import FEWEST, no_collecting

FLOOR = 0.12
"""Even the commonest word is worth something: a name may be made of common words only."""

Corpus = Literal["person", "organisation"]


@cache
@no_collecting(FEWEST)
def _counts() -> dict[Corpus, dict[str, int]]:
    counts: dict[Corpus, dict[str, int]] = {"person": {}, "organisation": {}}
    for row in reference.table("words/rarity.tsv").rows:
        for corpus in counts:
            if row[corpus]:
                counts[corpus][row["word"]] = int(row[corpus])
    return counts


@cache
def _scale(corpus: Corpus) -> float:
    return math.log1p(max(_counts()[corpus].values(), default=1))


def rarity(word: str, corpus: Corpus) -> float:
    """From `FLOOR` (the commonest word of that corpus) to 1 (never seen in it); ``word`` is folded."""
    count = _counts()[corpus].get(word, 0)
    return max(FLOOR, 1.0 - math.log1p(count) / _scale(corpus))


def known_words(corpus: Corpus, least: int) -> set[str]:
    """The words that stand in the names of so many listed parties of a corpus at least."""
    return {word for word, count in _counts()[corpus].items() if count >= least}


def is_known(word: str) -> bool:
    """Whether the word stands in the names of several listed parties: a word people bear, not a slip of the pen."""
    return any(word in counts for counts in _counts().values())
