"""A thing named for what another is for, in languages that say so behind it (电路板用清洗剂, ``devre için pasta``)."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from screening.reference import table
from screening.trade.wording import plain

_CASE_ENDING: Final = r"\w*"
_ONE_WORD_MORE: Final = r"(?:[^\w,;:.()]+\w+)?"
_GAP: Final = r"[^\w,;:.()]+"
_GLUED_REACH: Final = 3


@cache
def _pattern() -> re.Pattern[str]:
    """What stands behind a purpose: a word of `goods/purposes.tsv` with a word to follow, or a sign within one word."""
    spaced: list[str] = []
    glued: list[str] = []
    for row in table("goods/purposes.tsv").rows:
        terms = [plain(term.strip()) for term in row["terms"].split(";")]
        if row["kind"] == "word":
            spaced += map(re.escape, terms)
        else:
            before = f"(?<![{plain(row['not_behind'])}])" if row["not_behind"] else ""
            after = f"(?![{plain(row['not_before'])}])" if row["not_before"] else ""
            glued.append(rf"{before}(?:{'|'.join(map(re.escape, terms))}){after}")
    letter = r"[^\W\d_a-z]"
    return re.compile(
        rf"{_CASE_ENDING}{_ONE_WORD_MORE}{_GAP}(?:{'|'.join(spaced)}){_GAP}[^\W\d_]"
        rf"|{letter}{{0,{_GLUED_REACH}}}?(?:{'|'.join(glued)})\s?{letter}"
    )


def is_purpose(text: str, end: int) -> bool:
    """Whether what a plain description (`wording.plain`) names up to ``end`` is what the thing behind it is for."""
    return bool(_pattern().match(text, end))
