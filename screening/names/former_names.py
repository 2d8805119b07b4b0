"""A former name behind a bare "ex", as ships bear it: OCEAN STAR EX SEA LION."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from screening.names.brackets import FEWEST_LETTERS
from screening.names.phrases import alternatives
from screening.names.separators import STRIPPED_BESIDE
from screening.names.vocabulary import has_legal_form
from screening.reference import table

BETWEEN: Final = "former_between"
"""What stands between a ship's name and a former one, or a firm's where both have their legal form; a word else."""
_WORD: Final = re.compile(r"[^\W_]+")


@lru_cache(maxsize=1 << 14)
def beside_former(name: str, *, firms: bool) -> tuple[str, ...]:
    """A name and the former ones behind it, in order; nothing where none is told, or where of ``firms`` one lacks its
    legal form.
    """
    if _first_words().isdisjoint(_WORD.findall(name.casefold())):
        return ()
    pieces = [piece.strip(STRIPPED_BESIDE) for piece in _former().split(name)]
    if len(pieces) == 1 or any(sum(map(str.isalpha, piece)) < FEWEST_LETTERS for piece in pieces):
        return ()
    return tuple(pieces) if not firms or all(map(has_legal_form, pieces)) else ()


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(row["phrase"] for row in table("words/other_names.tsv").rows if row["concept"] == BETWEEN)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(_WORD.findall(phrase)[0] for phrase in _phrases())


@cache
def _former() -> re.Pattern[str]:
    """A phrase behind a space or a mark between names, not within a word (IM-EX)."""
    return re.compile(rf"(?<=[\s,;/(])(?:{alternatives(_phrases())})[.:]?(?:(?<=-)|\s+)", re.IGNORECASE)
