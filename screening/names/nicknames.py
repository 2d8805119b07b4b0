"""A person's nickname in quotation marks ('Cornelis "Kees" Hoogendijk', 'Edson Arantes "Pelé"'): names of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from screening.names.folding import fold
from screening.names.given import is_given_name
from screening.names.tokens import words
from screening.names.vocabulary import meanings
from screening.reference import table

NICKNAME: Final = "nickname"
"""The concept of words that stand before a nickname (`other_names.tsv`)."""
FEWEST_LETTERS: Final = 3
LONGEST: Final = 3
"""Words of a nickname at most."""
_QUOTES: Final = frozenset("\"“”„«»'‘’")
_APOSTROPHES: Final = frozenset("'‘’")
_ARABIC: Final = frozenset({"servant_of", "son_of", "daughter_of"})
_QUOTED: Final = re.compile(
    r"(?<!\w)(?:\"([^\"]+)\"|“([^“”„]+)[”“]|„([^“”„]+)[“”]|«([^«»]+)»|''([^']+)''|[‘'’]([^‘'’]+(?:\w'\w[^‘'’]*)?)['’])(?!\w)"
)


def with_nickname(name: str) -> Iterator[str]:
    """The person's name without the nickname, then with it for the given names; a nickname behind, alone as well."""
    found = _marked().search(name) or _quoted(name)
    if found is None:
        return
    nickname = next(filter(None, found.groups())).strip(" ,;.")
    before, behind = name[: found.start()].strip(" ,;(["), name[found.end() :].strip(" ,;)]")
    said = words(nickname)
    if not before or not 0 < len(said) <= LONGEST or sum(map(len, said)) < FEWEST_LETTERS:
        return
    whole = f"{before} {behind}".strip()
    if len(words(whole)) < LONGEST - 1:
        return
    yield whole
    if behind:
        yield f"{nickname} {behind}"
        return
    family, comma, _ = before.partition(",")
    yield f"{nickname} {family if comma else before.split()[-1]}"
    if not is_given_name(fold(nickname)):
        yield nickname


def has_nickname(name: str) -> bool:
    """Whether a person's name holds a nickname beside the given names."""
    return next(with_nickname(name), None) is not None


def is_nicknamed(one: str, name: str) -> bool:
    """Whether one of the names of a text is its nickname, with or without the family name, for the given names."""
    return one != name and one in list(with_nickname(name))[1:]


def _quoted(name: str) -> re.Match[str] | None:
    """What stands in quotation marks, where it is one thing: two are a title's, or somebody's who quotes much."""
    if _QUOTES.isdisjoint(name):
        return None
    found = list(_QUOTED.finditer(name))
    if len(found) != 1 or (found[0][0][0] in _APOSTROPHES and _has_apostrophes(name)):
        return None
    return found[0]


def _has_apostrophes(name: str) -> bool:
    """Whether a name is one in which apostrophes are letters ("Hasan 'Abd al-Sami' Ali")."""
    return any(each.concept in _ARABIC for word in words(name) for each in meanings(word))


@cache
def _marked() -> re.Pattern[str]:
    """A word that says that a nickname follows, at the end of a name (detto Totò)."""
    said = "|".join(
        re.escape(row["phrase"]) for row in table("words/other_names.tsv").rows if row["concept"] == NICKNAME
    )
    return re.compile(rf"(?<=[\w,])\s+(?:{said})[:]?\s+[\"“‘']?(\w[\w' -]*\w)[\"”’']?\s*$", re.IGNORECASE)
