"""What is kept of the terms of listed names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class ListedTerms:
    """What is kept of listed terms: how many there are, with words written together after them, and how they sound.

    ``sure`` says which are compared as words are wherever they stand, ``bones`` what consonants each has, as a number,
    ``parts`` which terms each of those written together is of.
    """

    count: int
    width: int
    text: Array
    sure: Array
    left_over: Array
    forms: Array
    letters: Array
    length: Array
    longest: Array
    plain: Array
    consonants: Array
    bones: Array
    phrase: Array
    initials: Array
    vague: Array
    begin: Array
    swapped: Array
    parts: Array
