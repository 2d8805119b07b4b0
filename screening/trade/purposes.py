"""A thing named as what another is for, in languages that say so behind it: 集成电路板用清洗剂, a cleaner."""

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
            # a Korean syllable is several signs by now
            before = "".join(f"(?<!{plain(sign)})" for sign in row["not_behind"])
            after = "".join(f"(?!{plain(sign)})" for sign in row["not_before"])
            glued.append(rf"{before}(?:{'|'.join(map(re.escape, terms))}){after}")
    letter = r"[^\W\d_a-z]"
    return re.compile(
        rf"{_CASE_ENDING}{_ONE_WORD_MORE}{_GAP}(?:{'|'.join(spaced)}){_GAP}[^\W\d_]"
        rf"|{letter}{{0,{_GLUED_REACH}}}?(?:{'|'.join(glued)})\s?{letter}"
    )


def is_purpose(text: str, end: int) -> bool:
    """Whether what a plain description (`wording.plain`) names up to ``end`` is what a thing named behind it is for."""
    return bool(_pattern().match(text, end))
