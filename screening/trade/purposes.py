"""A thing named as what another is for, behind it or before: 集成电路板用清洗剂, a cleaner; cases for oscilloscopes."""

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
_NEAR: Final = r"[\s\"«»“”]+"
"""Between words of one phrase: a dash or a comma begins another."""
_LONGEST_BEFORE: Final = 80
"""Signs before a good's name that are looked at."""


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


def is_purpose(text: str, end: int) -> bool:
    """Whether what a plain description (`wording.plain`) names up to ``end`` is what a thing named behind it is for."""
    return bool(_pattern().match(text, end))


@cache
def _behind_a_thing() -> re.Pattern[str]:
    """The end of a description that goes on with what the thing it names is for."""
    terms: dict[str, list[str]] = {"before": [], "link": [], "work": []}
    for row in table("goods/purposes.tsv").rows:
        if row["kind"] in terms:
            terms[row["kind"]] += [re.escape(plain(term.strip())) for term in row["terms"].split(";")]
    before, link, work = ("|".join(sorted(set(each), key=lambda term: (-len(term), term))) for each in terms.values())
    own = rf"\w+{_NEAR}(?:{link}){_NEAR}|(?:{work}){_NEAR}"
    return re.compile(rf"[^\W\d_]\w*{_GAP}(?:{before}){_NEAR}(?:(?:{link}){_NEAR})?(?:{own})?(?:(?:{link}){_NEAR})?$")


def follows_for(text: str, start: int) -> bool:
    """Whether what a plain description names from ``start`` on is what a thing named before it is for."""
    return bool(_behind_a_thing().search(text[max(0, start - _LONGEST_BEFORE) : start]))
