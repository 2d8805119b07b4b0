"""Numbers with what they are written before them: ``ИНН: 7701234567``, ``Tax ID No. 301234567``.

The labels are those that stand behind names too: the rows ``number`` of ``lists/words/name_tails.tsv``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from screening.names.tails import phrases

_BEFORE: Final = r"(?:\s*(?:no|nr|number|№|n°|#))?(?:\s*[.:：№#=–—-]+\s*|\s+|(?<=[^\W\d_]{3})(?=\d))"
"""Between a label and its number."""
_FEWEST: Final = 7
"""Letters and digits of a number that is one without its label: "HRB 12345" is a number as it stands, and a passport
may begin with letters that are a label elsewhere."""
_LONGEST: Final = 200
_LONG_NUMBER: Final = re.compile(r"\d{7}")
_MARK: Final = re.compile(r"[,;()\n]")
_SEVERAL: Final = re.compile(r"(\d{9,})\s*[/\\|\s]\s*(\d{9,})")


class Labelled(NamedTuple):
    """A number and the label it was written with; the label is empty where there is none."""

    label: str
    number: str


@lru_cache(maxsize=1 << 16)
def labelled(text: str) -> Labelled:
    """The label a text begins with, and the number behind it; the text as it stands where it begins with none."""
    found = _label().match(text) if text and not text[0].isdigit() and len(text) <= _LONGEST else None
    number = text[found.end() :].strip() if found else ""
    if found is None or not any(map(str.isdigit, number)) or sum(map(str.isalnum, number)) < _FEWEST:
        return Labelled("", text)
    return Labelled(found[1], number)


@lru_cache(maxsize=1 << 16)
def numbers_in(text: str, heading: str = "") -> tuple[Labelled, ...]:
    """The numbers of a cell: as many as labels part (``ИНН 7701234567 / КПП 770101001``), or as are long and stand
    beside each other (``7701234567/770101001``), labelled by the parts of their label or heading (``ИНН/КПП``).
    """
    whole = text.strip()
    starts = [found.start() for found in _labels_within().finditer(whole)] if len(whole) <= _LONGEST else []
    cuts = [0, *(start for start in starts if start), len(whole)]
    pieces = [piece for start, end in pairwise(cuts) if (piece := whole[start:end].strip(" \t,;/|()"))]
    found = [labelled(piece) for piece in pieces]
    if not all(any(map(str.isdigit, each.number)) for each in found):
        found = [labelled(whole)]
    return tuple(one for each in found for one in _apart(each, heading))


@lru_cache(maxsize=1 << 16)
def labelled_within(text: str) -> tuple[Labelled, ...]:
    """The numbers in a text of words that have a label before them: ``Beograd, MB 20100575``."""
    if _LONG_NUMBER.search(text) is None or len(text) > _LONGEST:
        return ()
    found = []
    for label in _labels_within().finditer(text):
        said = labelled(_MARK.split(text[label.start() :], maxsplit=1)[0])
        if said.label:
            found.append(said)
    return tuple(found)


def _apart(found: Labelled, heading: str) -> tuple[Labelled, ...]:
    two = _SEVERAL.fullmatch(found.number)
    if two is None:
        return (found,)
    first, _, second = (found.label or heading).partition("/")
    return Labelled(first.strip(), two[1]), Labelled(second.strip() or first.strip(), two[2])


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"\s*[(\[]?\s*({phrases('number')}){_BEFORE}", re.IGNORECASE)


@cache
def _labels_within() -> re.Pattern[str]:
    """A label with a number behind it, at the beginning or behind a space or mark."""
    return re.compile(rf"(?:^|(?<=[\s,;/|(]))(?:{phrases('number')}){_BEFORE}(?=[^\W_]{{0,4}}\d)", re.IGNORECASE)
