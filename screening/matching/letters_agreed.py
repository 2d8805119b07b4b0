"""Short words that are known in one script and not in the other, or as other things: the letters are one all the same.

"РТ" is Tatarstan or a firm's two letters, "RT" a Hungarian legal form; "ВПО" is an association, "VPO" nothing. Where
two names of firms have the same letters in two scripts, they are names in both, but for what a firm does (НИИ, NII).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from screening.names.parsing import ParsedName
from screening.names.parts import Part, make

SHORT: Final = range(2, 5)
"""Letters of words that are likelier abbreviations than words."""


def letters_agreed(left: ParsedName, right: ParsedName) -> tuple[ParsedName, ParsedName]:
    """Both names, with short words that are one in two scripts read alike."""
    ours, theirs = _short(left.parts), _short(right.parts)
    if not ours or not theirs:
        return left, right
    changed_left: dict[int, Part] = {}
    changed_right: dict[int, Part] = {}
    for i, mine in ours.items():
        for j, other in theirs.items():
            if _differ(mine, other) and _same_letters(mine, other) and not _is_form_of_one((left, i), (right, j)):
                changed_left[i], changed_right[j] = _alike(mine, other), _alike(other, mine)
    if not changed_left:
        return left, right
    return _with(left, changed_left), _with(right, changed_right)


def _short(parts: Sequence[Part]) -> dict[int, Part]:
    return {at: part for at, part in enumerate(parts) if len(part.words) == 1 and len(part.text) in SHORT}


def _differ(one: Part, other: Part) -> bool:
    """Whether two words of two scripts are known as other things."""
    return one.text.isascii() != other.text.isascii() and one.kind != other.kind


def _same_letters(one: Part, other: Part) -> bool:
    return not {one.text, *one.words[0].usual}.isdisjoint({other.text, *other.words[0].usual})


def _is_form_of_one(*placed: tuple[ParsedName, int]) -> bool:
    """Whether one of two words is a legal form, and stands where those do, behind its name, and the other does not."""
    last = [at == len(name.parts) - 1 for name, at in placed]
    forms = [name.parts[at].kind == "legal_form" for name, at in placed]
    return any(form and behind and not other for form, behind, other in zip(forms, last, reversed(last), strict=True))


def _alike(part: Part, other: Part) -> Part:
    """A part as a name, or as the trade that the other one surely is where it is nothing else itself."""
    trade = next((each for each in (part, other) if each.kind == "descriptor"), None)
    if trade is not None and "name" in (part.kind, other.kind):
        return make(trade.kind, [part.text], trade.concepts, "organisation", trade.implied)
    return make("name", [part.text], (), "organisation")


def _with(name: ParsedName, changed: dict[int, Part]) -> ParsedName:
    parts = tuple(changed.get(at, part) for at, part in enumerate(name.parts))
    return replace(name, parts=parts)
