"""Words of business of Central Asia in plain letters, as Russian records and English lists write them (yo'l, yul)."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from screening.names.given import is_given_name
from screening.names.phrases import Phrase, forms
from screening.reference import table

SHORTEST: Final = 4
_APOSTROPHES: Final = re.compile("[\u02bb\u02bc\u2018\u2019`]")


@cache
def _letters() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in table("scripts/plain_letters.tsv").rows:
        found[row["language"]] = (*found.get(row["language"], ()), (row["letter"], row["becomes"]))
    return found


def written_plainly(phrase: str, language: str) -> list[Phrase]:
    """The folded words of a phrase without the letters that Russian lacks; nothing where it has none of them.

    Nothing as well where it is so short, or a given name: a word with those letters is none, without them it may be.
    """
    steps = _letters().get(language)
    if steps is None:
        return []
    text = _APOSTROPHES.sub("'", phrase.lower())
    plain = text
    for letter, becomes in steps:
        plain = plain.replace(letter, becomes)
    if plain == text:
        return []
    return [form for form in forms(plain) if sum(map(len, form)) >= SHORTEST and not is_given_name(form[0])]
