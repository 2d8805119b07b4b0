"""Names people bear, by language: two of them are two names, though only a letter lies between them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from screening.names.family_endings import feminine_endings
from screening.names.plain_letters import in_plain_letters
from screening.reference import table

_OF_BOTH: Final = frozenset({"kk"})
"""Languages whose people have their names in their own letters and in those of Russian: нұрпейісов, нурпеисов."""
_GLIDE: Final = ("йи", "и")
"""What Russian writes shorter."""


@cache
def _lists() -> dict[str, list[tuple[tuple[str, str], str]]]:
    """By spelling: the lists (language, part) it stands in, and for each the name it may be."""
    found: dict[str, list[tuple[tuple[str, str], str]]] = {}
    for row in table("words/names_in_use.tsv").rows:
        name = row["name"]
        of = ((row["language"], row["part"]), _in_russian(name, row["language"]))
        found.setdefault(name, []).append(of)
        for spelling in row["latin"].split():
            if spelling != name:
                found.setdefault(spelling, []).append(of)
    return found


def _in_russian(name: str, language: str) -> str:
    """A name of a language of two alphabets in the letters of Russian; any other as it stands."""
    return in_plain_letters(name, language).replace(*_GLIDE) if language in _OF_BOTH else name


def are_two_names(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether the spellings of two words are two names in use in one language, and in none spellings of one."""
    ours, theirs = _names(left), _names(right)
    shared = ours.keys() & theirs.keys()
    return bool(shared) and not any(ours[where] & theirs[where] for where in shared)


def is_listed(text: str) -> bool:
    """Whether a folded word is a name in use in any of the languages."""
    return text in _lists()


@cache
def _fully() -> frozenset[str]:
    """Languages of which given names are listed too; of the others the lists hold some of the family names alone."""
    return frozenset(language for of in _lists().values() for (language, part), _ in of if part == "given")


def is_fully_listed(text: str) -> bool:
    """Whether a folded word is a name in use in a language of which given and family names are listed."""
    return any(language in _fully() for language, _ in parts_of(text))


def parts_of(text: str) -> frozenset[tuple[str, str]]:
    """In which languages a folded word is a name in use, and whether as a given or a family name there."""
    return frozenset(where for where, _ in _lists().get(text, ()))


def _names(spellings: Iterable[str]) -> dict[tuple[str, str], set[str]]:
    known = _lists()
    found: dict[tuple[str, str], set[str]] = {}
    for text in spellings:
        of = known.get(text)
        if of is None and text.endswith(feminine_endings()):
            of = known.get(text[:-1])
        for where, name in of or ():
            found.setdefault(where, set()).add(name)
    return found
