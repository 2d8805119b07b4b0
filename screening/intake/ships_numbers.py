"""The number a ship keeps for life, beside its name in a story: "the tanker Adalyn (IMO 9074729)".

What stands right before such a number is a ship's name, though nothing else tells so; a number that stands beside no
name is a ship by itself. Only numbers whose check digit is right are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from screening.intake.check_digits import valid_imo
from screening.intake.lexicon import is_place, kinds
from screening.intake.spans import Span
from screening.names.ship_papers import called_numbers
from screening.names.small_letters import lower
from screening.names.vocabulary import has_legal_form

BEFORE_ITS_NUMBER: Final = "before a ship's number"
NUMBER_ALONE: Final = "a ship's number"
_FARTHEST: Final = 80
"""Characters between a name and its number, or that are looked at before it for a name."""
_MOST_WORDS: Final = 6
_WORDS: Final = re.compile(r"[^\W_][\w’'.-]*")
_SPACE: Final = re.compile(r"[ \u00a0]")
_OPENED: Final = re.compile(r"[»”\"]?(?:,?[ \u00a0]?[(\[（]|,)[ \u00a0]?$")
"""Between a name and its number, right behind the one and before the other."""
_BESIDE: Final = re.compile(r"[»”\"]?(?:,[^.;()\n]{1,40})?(?:,?[ \u00a0]?[(\[（][^()\[\]\n]*|,?[ \u00a0]?)")
"""The same with more of the ship in the bracket before its number, or between commas before the bracket."""
_BEHIND: Final = re.compile(r"[ \u00a0]?[(«“\"]")
_CLOSED: Final = re.compile(r"[.!?…][\"'”’»)\]]*\s|\n")
"""A sentence ends here."""


class ShipsNumber(NamedTuple):
    """A number, and from where to where it stands with what it is called."""

    number: str
    start: int
    end: int


def numbers_in(text: str) -> list[ShipsNumber]:
    """The ships' numbers of a text, in order."""
    found = (ShipsNumber(match[1], match.start(), match.end()) for match in _number().finditer(text))
    return [each for each in found if valid_imo(each.number)]


@cache
def _number() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{called_numbers()})(?![A-Za-zА-Яа-яІі])[^\d\n;()]{{0,20}}(\d{{7}})(?!\d)", re.IGNORECASE
    )


def named_before(text: str, numbers: Sequence[ShipsNumber]) -> Iterator[Span]:
    """Names that stand right before ships' numbers: capitalised words, and numbers that belong to them."""
    for each in numbers:
        start = max(0, each.start - _FARTHEST)
        before = text[start : each.start]
        opened = _OPENED.search(before)
        if opened is None:
            continue
        low, high = _run(before[: opened.start()])
        name = before[low:high]
        in_brackets = "," not in opened[0] or len(opened[0].strip()) > 1
        if name and not has_legal_form(name) and (in_brackets or not is_place(lower(name))):
            yield Span(start + low, start + high, "Vessel", (BEFORE_ITS_NUMBER,))


def _run(text: str) -> tuple[int, int]:
    """Where the name at the end of a text begins and ends; nowhere where it ends with none."""
    words = list(_WORDS.finditer(text))
    end = low = len(text)
    named = False
    for word in reversed(words[-_MOST_WORDS:]):
        raw = word[0]
        if text[word.end() : low] and not _SPACE.fullmatch(text[word.end() : low]):
            break
        if low == end and word.end() != end:
            break
        if not (raw[0].isupper() or raw.isdigit()) or kinds(lower(raw)) & {"opener"}:
            break
        low, named = word.start(), named or raw[0].isupper()
    return (low, end) if named else (end, end)


def numbers_beside(text: str, spans: Sequence[Span], numbers: Sequence[ShipsNumber]) -> dict[Span, list[str]]:
    """The ships' numbers of a text by the name they stand beside; one that nowhere stands beside a name by itself."""
    owners = [(each, _owner(text, spans, each)) for each in numbers]
    named = {each.number for each, owner in owners if owner is not None}
    found: dict[Span, list[str]] = {}
    for each, owner in owners:
        if owner is None and each.number not in named:
            owner = Span(each.start, each.end, "Vessel", (NUMBER_ALONE,))
        if owner is not None:
            found.setdefault(owner, []).append(each.number)
    return found


def _owner(text: str, spans: Sequence[Span], number: ShipsNumber) -> Span | None:
    before = [span for span in spans if number.start - _FARTHEST <= span.end <= number.start]
    nearest = max(before, key=lambda span: (span.end, span.start - span.end), default=None)
    if nearest is not None:
        gap = text[nearest.end : number.start]
        told = nearest.schema == "Vessel" and not _CLOSED.search(gap)
        if told or (nearest.schema != "Person" and _BESIDE.fullmatch(gap)):
            return nearest
    behind = (span for span in spans if span.schema != "Person" and number.end < span.start)
    first = min(behind, key=lambda span: span.start, default=None)
    return first if first is not None and _BEHIND.fullmatch(text[number.end : first.start]) else None
