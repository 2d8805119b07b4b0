"""When a firm was founded, as a remark behind its name says: ``Alfa (est. 2022-07)``, ``«Бета» (осн. 2022)``; or one of
a column of remarks: ``CNEE EST MAY2022``, ``Neukunde, gegr. 05/2022``, ``客户2022年5月新注册``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from screening.intake.customs_headings import PARTIES, understand
from screening.intake.customs_wording import any_written, vocabulary
from screening.intake.party_dates import partial_date
from screening.names.scripts import GLUED, script_of
from screening.names.tokens import words

_DIGIT = re.compile(r"\d{4}")
_HYPHENED = re.compile(r"(?<=\d)-(?=[^\W\d_])")
"""A hyphen before a word: 2022-yil."""
_DATE: Final = (
    r"(?:\d{4}\s*[年년](?:\s*\d{1,2}\s*[月월](?:\s*\d{1,2}\s*[日일号])?)?"
    r"|(?:\d{1,2}[./-]){1,2}\d{4}|\d{4}(?:[./-]\d{1,2}){1,2}"
    r"|(?:\d{1,2}[.\s-]*)?[^\W\d_]{3,10}[.\s-]*\d{4}|\d{4})(?!\d)"
)
_JOINT: Final = r"[\s.:]*(?:[^\W\d_]{1,3}\s+)??"
"""What may stand between "founded" and a date: a stop, or a short word such as "in"."""
_OF_REMARKS: Final = 120
"""Characters of a remark that says when a party was founded at most."""
_IN_BRACKETS: Final = "founded_in_brackets"
_SIDES: Final = ("exporter", "importer")
_LONGEST_GLUED: Final = 6


def founded_apart(name: str) -> tuple[str, str]:
    """A name without such a remark, and the partial date that it says (empty: there is none).

    The remark stands in brackets, or behind a comma or semicolon at the end; a word such as "founded" and a date are
    all it holds: ``Основа 2022``, ``Established 1900 Ltd`` and a year in brackets are of a name.
    """
    if not _DIGIT.search(name):
        return name, ""
    for found in _remarks().finditer(name):
        said = found["inner"] if found["inner"] is not None else found["behind"]
        on = partial_date(_HYPHENED.sub(" ", _words(_IN_BRACKETS).sub(" ", said)).strip(" .:,-–—"))
        if on and on[:4].isdigit():
            rest = f"{name[: found.start()].rstrip(' ,;')} {name[found.end() :].lstrip()}".strip()
            return (rest, on) if rest else (name, "")
    return name, ""


@lru_cache(maxsize=65536)
def founded_in_remark(remark: str) -> tuple[str, str] | None:
    """The party a remark speaks of, exporter or importer, and the partial date of its founding that it gives.

    The word for founding stands beside the date, and one party is named: a declaration is registered, too.
    """
    if len(remark) > _OF_REMARKS or not _DIGIT.search(remark):
        return None
    found = _beside_dates().search(remark)
    date = next((each for each in found.groups() if each), "") if found else ""
    on = partial_date(re.sub(r"(?<=[^\W\d_])(?=\d)", " ", date) if date.isascii() else date) if date else None
    if found is None or on is None or not on[:4].isdigit():
        return None
    spoken = f"{remark[: found.start()]} {remark[found.end() :]}"
    parties = _parties_of(spoken)
    return (parties.pop(), on) if len(parties) == 1 else None


def _parties_of(remark: str) -> set[str]:
    """The sides of the trade that a remark names: by a word of headings, or as a new customer."""
    said = " ".join(words(remark))
    found = {value for phrase, value in vocabulary("new_customer").items() if f" {phrase} " in f" {said} "}
    for word in said.split():
        glued = script_of(word) in GLUED
        for piece in (word[:length] for length in range(min(len(word), _LONGEST_GLUED), 1, -1)) if glued else (word,):
            guess = understand(piece)
            if guess and guess.role.endswith("_name"):
                party = guess.role.removesuffix("_name")
                found.add({"buyer": "importer", "seller": "exporter"}.get(party) or PARTIES.get(party, party))
                break
    return found & set(_SIDES)


@cache
def _beside_dates() -> re.Pattern[str]:
    word, glued = _words().pattern, any_written("founded_unspaced")
    return re.compile(rf"(?:{word}){_JOINT}({_DATE})|({_DATE})\s*[新已]?(?:{glued})", re.IGNORECASE)


@cache
def _words(*kinds: str) -> re.Pattern[str]:
    """Such a word, of ``founded`` and further kinds, with a letter of no other word beside it; of Chinese, wherever it
    stands.
    """
    spaced = "|".join(any_written(kind) for kind in ("founded", *kinds))
    return re.compile(rf"(?<![^\W\d_])(?:{spaced})\.?(?![^\W\d_])|{any_written('founded_unspaced')}", re.IGNORECASE)


@cache
def _remarks() -> re.Pattern[str]:
    word = _words(_IN_BRACKETS).pattern
    inner = rf"[(\[（【](?P<inner>(?=[^()（）\[\]【】]*(?:{word}))[^()（）\[\]【】]{{4,60}})[)\]）】]"
    behind = rf"[,;，；]\s*(?P<behind>(?:{word})[\s.:]*[\d./\-年月日]{{4,11}})\s*$"
    return re.compile(f"{inner}|{behind}", re.IGNORECASE)
