"""The person whose estate, heirs or trust a party is: "Estate of Ada Lux", "Ada Lux Family Trust".

The estate is a party of its own; the person named in it is looked for as well.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from screening.intake.joining_words import phrases_of
from screening.intake.whole_names import sort_of
from screening.names.phrases import alternatives
from screening.names.scripts import script_of
from screening.names.separators import CHARACTERS

_LONGEST: Final = 200
_AROUND: Final = " \t\r\n,;:-–—()（）'’\""
_YEAR: Final = r"(?:19|20)\d\d"


@lru_cache(maxsize=1 << 14)
def person_of_estate(name: str) -> str | None:
    """The whole name of the person; None where a name is of no estate, or tells nobody's whole name in it."""
    if len(name) > _LONGEST or not _marks().search(name):
        return None
    of_a_year, dated = _years()
    text = dated.sub("", of_a_year.sub("", name.strip(_AROUND), count=1)).strip(_AROUND)
    before, behind = _patterns()
    rest, told = text, before.match(text) is not None
    while (found := before.match(rest)) or (found := behind.search(rest)):
        rest = (rest[: found.start()] + rest[found.end() :]).strip(_AROUND)
    sort = sort_of(rest) if rest and rest != text else ""
    inflected = told and sort == "likely" and not rest.isascii()  # "наследники Лилии Петровой"
    return rest if sort == "person" or inflected else None


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(alternatives(phrases_of("estate_of") | phrases_of("estate")), re.IGNORECASE)


@cache
def _years() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The year that a name begins with, and the date that it ends in."""
    article, said = (alternatives(phrases_of(kind)) for kind in ("article", "dated"))
    return (
        re.compile(rf"^(?:(?:{article})\s+)?(?:{_YEAR}\s+)?", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:(?:{said})\.?\s+)?(?:\d{{1,2}}[/.-]){{0,2}}{_YEAR}(?!\w).*$", re.IGNORECASE),
    )


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before the person's name, and what behind it; characters without a space between."""
    of, behind = phrases_of("estate_of"), phrases_of("estate")
    glued = frozenset(each for each in behind if script_of(each) in CHARACTERS)
    return (
        re.compile(rf"(?:{alternatives(of)})(?=[\s:,])[\s:,]*", re.IGNORECASE),
        re.compile(
            rf"(?:(?:(?<=[\s,(])|(?<=['’]s\s))(?:{alternatives(behind)})|(?:{alternatives(glued)}))[.)）]?$",
            re.IGNORECASE,
        ),
    )
