"""Words that ships are called by and that other papers translate: North Wind, Северный ветер, 太平洋先锋."""

from __future__ import annotations

from collections.abc import Set
from functools import cache, lru_cache
from typing import Final

from screening.names.concepts import is_emblem
from screening.names.phrases import cells, forms
from screening.names.scripts import script_of
from screening.names.vocabulary import TRADES, meanings
from screening.reference import table

_LONGEST: Final = 12
"""Characters of a name of Chinese words."""
_FEWEST: Final = 2
"""Characters of each of its words."""


@cache
def _words() -> dict[str, dict[str, frozenset[str]]]:
    """The concepts of each folded word of the table that has words of its own, and the languages it is of in each."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for row in table("words/ship_words.tsv").rows:
        for form in (form for each in cells(row["words"]) for form in forms(each)):
            said = found.setdefault("".join(form), {})
            said[row["concept"]] = said.get(row["concept"], frozenset()) | frozenset(row["language"].split())
    return found


@cache
def _concepts() -> frozenset[str]:
    return frozenset(row["concept"] for row in table("words/ship_words.tsv").rows)


def words_of_ships(word: str) -> frozenset[str]:
    """What a folded word means that the table has for ships alone."""
    return frozenset(_words().get(word, ()))


def languages_of(word: str, concepts: Set[str]) -> frozenset[str]:
    """The languages (ISO 639-1) a folded word is of in these meanings that the table has for ships alone."""
    return frozenset(
        language for concept, said in _words().get(word, {}).items() if concept in concepts for language in said
    )


def is_of_ships(concept: str) -> bool:
    """Whether ships are called by words of a meaning."""
    return concept in _concepts()


@lru_cache(maxsize=1 << 16)
def meant_by_ships(word: str) -> frozenset[str]:
    """What a folded word means in a ship's name; nothing where it is a name alone."""
    said = (each.concept for each in meanings(word) if each.kind in TRADES)
    return frozenset(each for each in said if is_emblem(each) or each in _concepts()) | words_of_ships(word)


def words_apart(name: str) -> str | None:
    """A ship's name in Chinese characters with spaces between its words, where each means something; else None."""
    if not _FEWEST * 2 <= len(name) <= _LONGEST or script_of(name) != "Han":
        return None
    found = _cut(name)
    return " ".join(found) if len(found) > 1 else None


def _cut(name: str) -> tuple[str, ...]:
    for end in range(len(name), _FEWEST - 1, -1):
        if meant_by_ships(name[:end]):
            if end == len(name):
                return (name,)
            if rest := _cut(name[end:]):
                return (name[:end], *rest)
    return ()
