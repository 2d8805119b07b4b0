"""A man's name and a woman's that are a letter or two apart: two names, however alike they sound (Marcel, Marcelle)."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from functools import cache
from itertools import product

from screening.names.phrases import cells
from screening.names.tokens import words
from screening.reference import table


def are_man_and_woman(one: str, other: str, written: Collection[str]) -> bool:
    """Whether two folded given names are a man's and a woman's of one language.

    ``written`` is how either is written, with its marks: Michele is a man's name in Italian, Michèle a woman's.
    """
    women = _pairs().get((one, other)) or _pairs().get((other, one))
    return women is not None and ("" in women or not women.isdisjoint(written))


@cache
def _pairs() -> dict[tuple[str, str], frozenset[str]]:
    """By man's and woman's name, folded: how hers must be written; the empty string where it may be without marks."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for row in table("words/gender_pairs.tsv").rows:
        for man, woman in product(cells(row["man"]), cells(row["woman"])):
            pair = ("".join(words(man)), "".join(words(woman)))
            written = unicodedata.normalize("NFC", woman).casefold() if row["marked"] else ""
            found[pair] = found.get(pair, frozenset()) | {written}
    return found
