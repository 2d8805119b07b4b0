"""Initials against the names they stand for, in whatever spelling either is."""

from __future__ import annotations

from typing import Final

from screening.matching.similarity import NOTHING, SAME, Likeness
from screening.matching.weights import weights
from screening.names.letter_groups import beginnings
from screening.names.parsing import Part
from screening.names.sound import sound
from screening.names.word import Word

USUAL: Final = 3
"""Readings of a word that an initial may stand for."""


def initial_likeness(left: Part, right: Part) -> Likeness:
    """An initial against a name that begins with it, or against the same initial."""
    if left.kind == right.kind:
        same = left.text == right.text or left.words[0].latin & right.words[0].latin
        return SAME if same or _spelled_alike(left.text, right.text) else NOTHING
    short, full = (left, right) if left.kind == "initial" else (right, left)
    if full.kind in {"name", "patronymic"} and begins_with(full, short):
        return Likeness(weights().likeness["initial"], "initial")
    return NOTHING


def _spelled_alike(one: str, other: str) -> bool:
    """Whether one initial may be the other in another country's spelling (Q., K.; X., Kh., cut to K.)."""
    return any(each[0] == other for each in beginnings(one)) or any(each[0] == one for each in beginnings(other))


def begins_with(part: Part, initial: Part) -> bool:
    """Whether a part, whatever its kind, begins with what an initial may stand for."""
    if not _starts(initial.words[0]).isdisjoint(_starts(part.words[0])):
        return True
    spelled = beginnings(initial.text)
    return bool(spelled) and any(text.startswith(spelled) for text in part.words[0].usual)


def _starts(of: Word) -> set[str]:
    """The letters a word's initial may be written with: as it stands, in its usual readings, and as it sounds."""
    usual = [key.text for key in of.readings if key.text in of.usual][:USUAL]
    return {text[0] for text in (of.text, *usual, sound(usual[0])) if text}
