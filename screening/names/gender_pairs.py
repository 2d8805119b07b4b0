"""A man's name and a woman's that are a letter or two apart: two names, however alike they sound (Marcel, Marcelle)."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from functools import cache
from itertools import product
from typing import Final

from screening.names.phrases import cells
from screening.names.tokens import words
from screening.reference import table

TWO: Final = "two"
"""What marks a pair that is one name in other languages, unless two more names are the same (Andrés, Andrea)."""
FAMILIES: Final = 2
SHORTEST_MANS: Final = 3
"""Letters of a man's name before a woman's ending."""


def are_man_and_woman(one: str, other: str, written: Collection[str], families: int = 0) -> bool:
    """Whether two folded given names are a man's and a woman's of one language.

    ``written`` is how either is written, with its marks: Michele is a man's name in Italian, Michèle a woman's.
    ``families`` is how many more names of both are the same.
    """
    women = _pairs().get((one, other)) or _pairs().get((other, one))
    if women is None:
        return False
    return "" in women or not women.isdisjoint(written) or (TWO in women and families >= FAMILIES)


def is_womans_by_ending(woman: str, man: str) -> bool:
    """Whether a folded word is another with an ending that makes a woman's name of a man's (Tigranuhi, Tigran)."""
    return len(man) >= SHORTEST_MANS and woman.startswith(man) and woman[len(man) :] in _womans_endings()


@cache
def _womans_endings() -> frozenset[str]:
    rows = table("words/gender_pairs.tsv").rows
    return frozenset("".join(words(each)) for row in rows if not row["man"] for each in cells(row["woman"]))


@cache
def _pairs() -> dict[tuple[str, str], frozenset[str]]:
    """By man's and woman's name, folded: how hers must be written; the empty string where it may be without marks, or
    `TWO`.
    """
    found: dict[tuple[str, str], frozenset[str]] = {}
    for row in table("words/gender_pairs.tsv").rows:
        for man, woman in product(cells(row["man"]), cells(row["woman"])):
            pair = ("".join(words(man)), "".join(words(woman)))
            written = unicodedata.normalize("NFC", woman).casefold() if row["marked"] == "yes" else row["marked"]
            found[pair] = found.get(pair, frozenset()) | {written}
    return found
