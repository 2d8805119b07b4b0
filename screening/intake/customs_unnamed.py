"""Columns of names under headings nobody knows, told by the address or number of the same party, under one known.

``Արտահանողի հասցեն`` is the exporter's address; where no column is the exporter's name, the unused column headed with
the same word, or standing right beside it, is, if what stands under it is a name and goes with the address.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from screening.intake import customs_values as values
from screening.intake.country_cells import country_in
from screening.intake.customs_phrases import ALL_SETS, cut, words_of
from screening.intake.customs_whose import go_together
from screening.intake.nothing import is_error
from screening.names.tokens import words

ATTRIBUTES: Final = ("tax_id", "address")
"""What of a party stands with its name one for one; a country stands with many."""
_FEWEST: Final = 4
_NAMES: Final = 0.9
"""Share of a column's values that are words, and are no countries, where they are names."""
_FEWEST_LETTERS: Final = 4
_STEM: Final = 4
"""Letters two words of one stem begin with alike."""
_OF_A_WORD: Final = 0.6
"""The share of the longer word that these are."""


def name_of(
    heading: str, at: int, unused: Sequence[tuple[int, str]], cells: Sequence[str], columns: Sequence[Sequence[str]]
) -> int | None:
    """The unused column that holds the names of a party; None where none does.

    Args:
        heading: Of the column known to hold the party's address or number.
        at: Where that column stands.
        unused: The columns nothing is known of, by place and heading.
        cells: The address or number on each row.
        columns: The cells of the unused columns.
    """
    found = []
    for (index, other), names in zip(unused, columns, strict=True):
        akin = _akin(heading, other)
        beside = index == at - 1  # whom to ask for stands behind the address
        if (akin or beside) and _are_names(names) and go_together(cells, names):
            # of several the one whose heading says least besides: "director of the exporter" is not the exporter
            found.append((not akin, len(words_of(other)), abs(index - at), index))
    return min(found)[-1] if found else None


def _akin(known: str, unknown: str) -> bool:
    """Whether a heading has a word of the stem of the words that say whose the other's column is."""
    whose = [word for word in words_of(known) if not _says_an_attribute(word)]
    return any(_one_stem(one, other) for one in whose for other in words_of(unknown))


def _says_an_attribute(word: str) -> bool:
    said = {kind for part in cut((word,), ALL_SETS)[0] for kind, _, _ in part}
    return bool(said) and "party" not in said


def _one_stem(one: str, other: str) -> bool:
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return same >= _STEM and same >= _OF_A_WORD * max(len(one), len(other))


def _are_names(cells: Sequence[str]) -> bool:
    said = [cell for cell in cells if values.said(cell) and not is_error(cell)]
    named = sum(_is_name(cell) for cell in set(said))
    return len(said) >= _FEWEST and len(set(said)) > 1 and named >= _NAMES * len(set(said))


def _is_name(cell: str) -> bool:
    letters = sum(map(str.isalpha, cell))
    digits = sum(map(str.isdigit, cell))
    return (
        letters >= _FEWEST_LETTERS
        and letters > digits
        and "@" not in cell
        and bool(words(cell))
        and country_in(cell) is None
    )
