"""The number of a declaration's box in a heading tells whose or what a column is: ``гр.2 БИН/ИИН``, ``графа 14``."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from screening.reference import table

_NUMBER: Final = r"[.\s]*(?:№\s*)?0?(\d{1,2})(?![\d])"


def boxed(heading: str) -> tuple[str, str] | None:
    """Words for what the box holds that a heading numbers, and the heading without it; None where it numbers none."""
    found = _box().search(heading[:300])
    said = _words().get(found[1]) if found else None
    if not found or said is None:
        return None
    rest = f"{heading[: found.start()]} {heading[found.end() :]}".strip(" .,:;()[]-–—")
    return said, rest


@cache
def _box() -> re.Pattern[str]:
    marks = (mark.strip() for row in _rows("mark") for mark in row["words"].split(";"))
    either = "|".join(sorted(map(re.escape, marks), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{either}){_NUMBER}", re.IGNORECASE)


@cache
def _words() -> dict[str, str]:
    return {row["box"]: row["words"] for row in _rows("box")}


def _rows(kind: str) -> list[dict[str, str]]:
    return [row for row in table("words/customs_boxes.tsv").rows if row["kind"] == kind]
