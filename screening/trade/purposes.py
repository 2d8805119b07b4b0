"""A thing named as what another is for, said behind it (集成电路板用清洗剂) or before it (oil for bearings)."""

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
_BACK: Final = 80
"""Characters before a good among which a purpose is looked for."""


@cache
def _pattern() -> re.Pattern[str]:
    """What stands behind a purpose: a word of `goods/purposes.tsv` with a word to follow, or a sign within one word."""
    spaced: list[str] = []
    glued: list[str] = []
    for row in table("goods/purposes.tsv").rows:
        terms = [plain(term.strip()) for term in row["terms"].split(";")]
        if row["kind"] == "word":
            spaced += map(re.escape, terms)
        elif row["kind"] == "sign":
            # a Korean syllable is several signs by now
            before = "".join(f"(?<!{plain(sign)})" for sign in row["not_behind"])
            after = "".join(f"(?!{plain(sign)})" for sign in row["not_before"])
            glued.append(rf"{before}(?:{'|'.join(map(re.escape, terms))}){after}")
    letter = r"[^\W\d_a-z]"
    return re.compile(
        rf"{_CASE_ENDING}{_ONE_WORD_MORE}{_GAP}(?:{'|'.join(spaced)}){_GAP}[^\W\d_]"
        rf"|{letter}{{0,{_GLUED_REACH}}}?(?:{'|'.join(glued)})\s?{letter}"
    )


@cache
def _before() -> re.Pattern[str]:
    """A thing, a word that says what it is for and perhaps what is done, at the end of what stands before a good.

    Nothing else may stand between: in "parts for tractors ball bearings" the bearings are there themselves.
    """
    said: dict[str, list[str]] = {"before": [], "deed": [], "of": []}
    for row in table("goods/purposes.tsv").rows:
        if row["kind"] in said:
            said[row["kind"]] += [plain(term.strip()).replace(" ", r"\s") for term in row["terms"].split(";")]
    before, deed, of = (rf"(?:{'|'.join(sorted(set(terms), key=len, reverse=True))})" for terms in said.values())
    return re.compile(rf"[^\W\d_]\w*{_GAP}{before}{_GAP}(?:{deed}{_GAP})?(?:{of}{_GAP})?$")


def is_purpose(text: str, start: int, end: int) -> bool:
    """Whether what a plain description (`wording.plain`) names there is what another thing is for."""
    return bool(_pattern().match(text, end) or _before().search(text[max(0, start - _BACK) : start]))
