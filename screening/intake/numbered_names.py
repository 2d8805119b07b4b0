"""Names that go on in the next field: ``NAME1`` … ``NAME4`` of SAP, ``NAME.1``, ``NAME.2`` of Temenos T24.

Fields are short, so that a long name is written across several. Some files have a second name there instead; which it
is the content tells, and where it does not, the name is read both ways.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from screening.intake.nothing import says_nothing
from screening.intake.party_headings import Meaning, known, understand
from screening.intake.whole_names import holds_name, is_given, sort_of
from screening.names.scripts import script_of
from screening.names.tokens import words

_NUMBERED: Final = re.compile(r"(?P<base>.*?\D)[\s._-]*(?P<number>[1-9])")
_FEWEST: Final = 2


class Fields(NamedTuple):
    """The columns of one name, and what they hold together."""

    indices: tuple[int, ...]
    meaning: Meaning


class Parts(NamedTuple):
    """What fields of one name hold: the name joined, other readings of it, and names of other parties."""

    name: str
    readings: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def numbered_fields(header: Sequence[str], *, in_payments: bool) -> list[Fields]:
    """The columns whose headings are those of a name with the numbers 1, 2 … or with none and 2, 3 …, in this order."""
    found: list[list[int]] = []
    bases: list[str] = []
    for index, heading in enumerate(header):
        base, number = _parted(heading)
        at = next((n for n in range(len(bases) - 1, -1, -1) if bases[n] == base), None)
        if at is not None and number == len(found[at]) + 1:
            found[at].append(index)
        elif number == 1:
            bases.append(base)
            found.append([index])
    fields = []
    for base, indices in zip(bases, found, strict=True):
        if len(indices) >= _FEWEST and (meaning := _of_a_name(base, in_payments=in_payments)) is not None:
            fields.append(Fields(tuple(indices), meaning))
    return fields


def _parted(heading: str) -> tuple[str, int]:
    """A heading without its number, folded, and the number: 1 where it has none."""
    found = _NUMBERED.fullmatch(heading.strip())
    base, number = (found["base"], int(found["number"])) if found else (heading, 1)
    return " ".join(words(base.replace("_", " "))), number


def _of_a_name(base: str, *, in_payments: bool) -> Meaning | None:
    """What a heading means that is of a party's name: not of the party itself (Customer 1, Customer 2)."""
    meaning = understand(base, in_payments=in_payments) if base else None
    if meaning is None or meaning.attribute != "name" or meaning.kind == "related":
        return None
    return meaning if base not in known(in_payments=in_payments).parties else None


def joined_name(fields: Sequence[str]) -> Parts:
    """What several fields of a name hold, the first of them the name or its beginning.

    A given and a family name are one, and so is what no name stands in by itself ("Public Joint Stock", "Company");
    names in two scripts are each a name, two whole ones of firms or persons two parties. All else is read both ways.
    """
    texts = [text for each in fields if (text := each.strip()) and not says_nothing(text, "table")]
    if len(texts) < _FEWEST:
        return Parts(" ".join(texts))
    if len({script_of("".join(words(text))) for text in texts}) > 1:
        return Parts(texts[0], tuple(texts[1:]))
    sorts = [sort_of(text) for text in texts]
    parties = [text for text, sort in zip(texts, sorts, strict=True) if sort in {"firm", "person"}]
    others = parties[1:] if parties[:1] == texts[:1] else []
    readings = (text for text in texts if text not in others and not _is_fragment(text, texts))
    return Parts(" ".join(texts), tuple(readings), tuple(others))


def _is_fragment(text: str, beside: Sequence[str]) -> bool:
    """Whether a text is no name by itself: given names, or a word beside such, or what holds no name."""
    if not holds_name(text) or _are_given(text):
        return True
    return len(words(text)) == 1 and any(_are_given(other) for other in beside if other != text)


def _are_given(text: str) -> bool:
    return all(map(is_given, words(text)))
