"""Letters and figures of the names of firms and ships: letters that stand apart, figures written behind a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from screening.names import russian_in_latin
from screening.names.letter_names import is_letter_name
from screening.names.parts import Mode, is_ideograph

FEWEST_LETTERS: Final = 3
"""Letters, or names of letters, that stand apart and are one word (K B X Investment, Эй Би Си); two may be initials."""
_FIGURES_BEHIND: Final = re.compile(r"([^\W\d_]{3,})(\d+)")
_ONE: Final = frozenset({"i", "ι", "і"})
"""The figure behind ships' names that is a letter elsewhere (SEA STAR I), as three alphabets have it."""


def letters_together(tokens: Sequence[str], fewest: int, *, named: bool = False) -> Iterator[str]:
    """Words, with so many single letters at least that follow each other as one; ``named``: names of letters too."""
    for letters, group in groupby(tokens, key=lambda token: _of_letters(token, named=named)):
        run = list(group)
        yield from ["".join(run)] if letters and len(run) >= fewest else run


def with_figures(tokens: Sequence[str], mode: Mode) -> tuple[str, ...]:
    """The folded words of a firm's or ship's name, figures behind a word set apart from it (SKY17); a firm's letters
    that stand apart are one word, the letter I behind a ship's name is a figure.
    """
    found = tuple(each for token in tokens for each in _set_apart(token))
    if mode == "organisation":
        return tuple(letters_together(found, FEWEST_LETTERS, named=True))
    return (*found[:-1], "1") if len(found) > 1 and found[-1] in _ONE else found


def _set_apart(token: str) -> tuple[str, ...]:
    figures = _FIGURES_BEHIND.fullmatch(token) if token[-1].isdigit() else None
    return figures.groups() if figures else (token,)


def _of_letters(token: str, *, named: bool) -> str:
    """Whether a word is a "letter", or the "name" of one; else ""."""
    if len(token) == 1:
        return "letter" if token.isalpha() and not is_ideograph(token) else ""
    return "name" if named and (is_letter_name(token) or russian_in_latin.is_letter_name(token)) else ""
