"""The number of a declaration's box in a heading tells whose or what a column is: ``гр.2 БИН/ИИН``, ``графа 14``."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from screening.names.tokens import words
from screening.reference import table

_NUMBER: Final = r"[.\s]*(?:№\s*)?0?(\d{1,2})(?![\d])"
_NUMBER_BEFORE: Final = r"(?<![\d第])第?0?(\d{1,2})[-.\s]*"
_EMPTY: Final = re.compile(r"[(\[]\s*[)\]]")


def boxed(heading: str) -> tuple[str, str] | None:
    """Words for what the box holds that a heading numbers, and the heading without it; None where it numbers none. Of a
    box of several fields the heading says which: ``гр. 20 Пункт`` is the place of delivery and not its terms. What
    stands over the boxes of one good, ``Товар``, says none of them.
    """
    found = _box().search(heading[:300])
    number = found[1] or found[2] if found else ""
    said = _words().get(number)
    if not found or said is None:
        return None
    rest = _without(heading, found)
    beside = " ".join(words(rest))
    field = _within().get((number, beside))
    return (field, "") if field else (said, "" if beside in _goods() else rest)


def unnumbered(heading: str) -> str:
    """A heading without the number of its box, ``Alıcı (hücre 8)``; as it stands where it numbers none, or nothing else
    stands in it. The number tells no second column of a kind.
    """
    found = _box().search(heading[:300])
    rest = _without(heading, found) if found else ""
    return rest if any(map(str.isalpha, rest)) else heading


def _without(heading: str, box: re.Match[str]) -> str:
    return _EMPTY.sub(" ", f"{heading[: box.start()]} {heading[box.end() :]}").strip(" .,:;()[]-–—")


@cache
def _box() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{_marks('mark')}){_NUMBER}|{_NUMBER_BEFORE}(?:{_marks('mark_behind')})(?!\w)", re.IGNORECASE
    )


def _marks(kind: str) -> str:
    marks = {mark.strip() for row in _rows(kind) for mark in row["words"].split(";")}
    return "|".join(sorted(map(re.escape, marks), key=lambda mark: (-len(mark), mark)))


@cache
def _words() -> dict[str, str]:
    return {row["box"]: row["words"] for row in _rows("box")}


@cache
def _goods() -> frozenset[str]:
    return frozenset(" ".join(words(each)) for row in _rows("goods") for each in row["words"].split(";"))


@cache
def _within() -> dict[tuple[str, str], str]:
    rows = _rows("within")
    return {(row["box"], " ".join(words(each))): row["field"] for row in rows for each in row["words"].split(";")}


def _rows(kind: str) -> list[dict[str, str]]:
    return [row for row in table("words/customs_boxes.tsv").rows if row["kind"] == kind]
