"""When a firm was founded, as a remark behind its name says: ``Alfa (est. 2022-07)``, ``«Бета» (осн. 2022)``."""

from __future__ import annotations

import re
from functools import cache

from screening.intake.customs_wording import any_written
from screening.intake.party_dates import partial_date

_DIGIT = re.compile(r"\d{4}")
_HYPHENED = re.compile(r"(?<=\d)-(?=[^\W\d_])")
"""A hyphen before a word: 2022-yil."""


def founded_apart(name: str) -> tuple[str, str]:
    """A name without such a remark, and the partial date that it says (empty: there is none).

    The remark stands in brackets, or behind a comma or semicolon at the end; a word such as "founded" and a date are
    all it holds: ``Основа 2022``, ``Established 1900 Ltd`` and a year in brackets are of a name.
    """
    if not _DIGIT.search(name):
        return name, ""
    for found in _remarks().finditer(name):
        said = found["inner"] if found["inner"] is not None else found["behind"]
        on = partial_date(_HYPHENED.sub(" ", _words().sub(" ", said)).strip(" .:,-–—"))
        if on and on[:4].isdigit():
            rest = f"{name[: found.start()].rstrip(' ,;')} {name[found.end() :].lstrip()}".strip()
            return (rest, on) if rest else (name, "")
    return name, ""


@cache
def _words() -> re.Pattern[str]:
    """Such a word, with a letter of no other word beside it; of Chinese, wherever it stands."""
    return re.compile(
        rf"(?<![^\W\d_])(?:{any_written('founded')})\.?(?![^\W\d_])|{any_written('founded_unspaced')}", re.IGNORECASE
    )


@cache
def _remarks() -> re.Pattern[str]:
    word = _words().pattern
    inner = rf"[(\[（【](?P<inner>(?=[^()（）\[\]【】]*(?:{word}))[^()（）\[\]【】]{{4,60}})[)\]）】]"
    behind = rf"[,;，；]\s*(?P<behind>(?:{word})[\s.:]*[\d./\-年月日]{{4,11}})\s*$"
    return re.compile(f"{inner}|{behind}", re.IGNORECASE)
