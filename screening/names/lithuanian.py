"""Persons whom Lithuanian calls by its own endings: Viktoras Chreninas is Viktor Khrenin.

Lithuanian ends each name of a foreigner as one of its own. A family name alone may end so in Spain or Greece as well
(Salinas, Arenas): it is read so only where every word of the name ends so, and one is a given name without its ending.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from screening.names.folding import fold
from screening.names.given import is_given_name
from screening.reference import table

_ALL_END: Final = re.compile(r"(?:[^\W\d_]{3,}s(?:\s+|$)){2,4}", re.IGNORECASE)


def without_endings(name: str) -> str | None:
    """A person's name in Lithuanian as English spells it, without the endings; None for all others."""
    if name[-1:] not in "sS" or not _ALL_END.fullmatch(name):
        return None
    text = unicodedata.normalize("NFC", name).lower()
    words = text.split()
    stems = [_stem(word) for word in words]
    if None in stems or not any(_is_given(word, str(stem)) for word, stem in zip(words, stems, strict=True)):
        return None
    return " ".join(map(_spelled, map(str, stems)))


def _is_given(word: str, stem: str) -> bool:
    """Whether a word is a given name only without its ending, or with it as well where Slavs bear it without."""
    return is_given_name(fold(_spelled(stem))) and stem != word


def _stem(word: str) -> str | None:
    found = _ending().fullmatch(word)
    return found["stem"] + _endings()[found["ending"]] if found else None


@cache
def _endings() -> dict[str, str]:
    """The endings, and what is left of each."""
    rows = table("scripts/lithuanian.tsv").rows
    return {row["letters"]: row["becomes"] for row in rows if row["place"] == "end"}


@cache
def _ending() -> re.Pattern[str]:
    said = "|".join(sorted(_endings(), key=len, reverse=True))
    return re.compile(rf"(?P<stem>\w{{2,}}?)(?P<ending>{said})")


@cache
def _letters() -> tuple[re.Pattern[str], dict[str, str]]:
    """The letters that English spells otherwise, and how; all at once."""
    spelled = {row["letters"]: row["becomes"] for row in table("scripts/lithuanian.tsv").rows if row["place"] != "end"}
    return re.compile("|".join(sorted(spelled, key=len, reverse=True))), spelled


def _spelled(stem: str) -> str:
    pattern, spelled = _letters()
    return pattern.sub(lambda found: spelled[found[0]], stem)
