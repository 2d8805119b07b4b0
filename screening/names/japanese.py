"""Chinese characters as Japanese reads them, in names: towns, words firms are called by, family and given names.

Characters have several readings there, and no rule tells which: only words of the table are read, and runs of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import product
from typing import Final

from screening.names.folding import fold
from screening.names.keys import Key
from screening.names.tokens import words
from screening.reference import table

SCHEME: Final = "Japanese reading"
_LONGEST: Final = 4
_SHORTEST: Final = 2
MOST: Final = 2
_NAMES: Final = 2
"""Names of a person: of the family, and given."""


@lru_cache(maxsize=1 << 14)
def keys(han: str) -> tuple[Key, ...]:
    """Readings of a folded run of Han characters that is made of known words; nothing for others."""
    if len(han) < _SHORTEST:
        return ()
    ways: list[list[str]] = [[""]]
    for end in range(1, len(han) + 1):
        ways.append(
            [
                before + reading
                for size in range(min(end, _LONGEST), 0, -1)
                for reading in _readings().get(han[end - size : end], ())
                for before in ways[end - size]
            ][:MOST]
        )
    return tuple(Key(each, SCHEME) for each in ways[-1])


@lru_cache(maxsize=1 << 14)
def family_and_given(han: str) -> tuple[str, str] | None:
    """A folded run of Han characters as a Japanese family name and the given name behind it, or None."""
    families, given = _persons()
    return next(
        ((han[:at], han[at:]) for at in range(_SHORTEST, len(han)) if han[:at] in families and han[at:] in given),
        None,
    )


def are_family_and_given(one: str, other: str) -> bool:
    """Whether two folded words are a Japanese family name and a given name, in either order."""
    families, given = _persons()
    return (one in families and other in given) or (other in families and one in given)


def in_latin(name: str) -> tuple[str, ...]:
    """A person's name in characters in Latin letters, where the given name is one character: beside a Japanese family
    name it is no Chinese one (野村悟, Nomura Satoru); nothing for others.
    """
    if name.isascii():
        return ()
    tokens: Sequence[str] = words(name)
    if len(tokens) == 1:
        tokens = family_and_given(tokens[0]) or tokens
    if len(tokens) != _NAMES or not any(len(each) == 1 for each in tokens) or not are_family_and_given(*tokens):
        return ()
    ways = (_given_alone()[each] if len(each) == 1 else _readings()[each] for each in tokens)
    return tuple(" ".join(each) for each in product(*ways))[:MOST]


@cache
def _given_alone() -> dict[str, tuple[str, ...]]:
    return {name: readings for name, (_, readings) in _names().items() if len(name) == 1}


@cache
def _persons() -> tuple[frozenset[str], frozenset[str]]:
    """Family names and given names in characters, folded."""
    families, given = (
        frozenset(name for name, (part, _) in _names().items() if part == wanted) for wanted in ("family", "given")
    )
    return families, given


@cache
def _names() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Names in characters, folded: the part of a person's name that each is, and its readings, the usual one first.

    A given name that the table does not have may be a beginning and an end that many have (健一郎, Kenichiro).
    """
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    pieces: dict[str, dict[str, list[str]]] = {"beginning": {}, "end": {}}
    for row in table("scripts/japanese_names.tsv").rows:
        name, readings = fold(row["name"]), row["readings"].split()
        if row["part"] in pieces:
            pieces[row["part"]][name] = readings
        else:
            part, known = found.get(name, (row["part"], ()))
            found[name] = part, tuple(dict.fromkeys((*known, *readings)))
    for (begin, begins), (end, ends) in product(pieces["beginning"].items(), pieces["end"].items()):
        found.setdefault(begin + end, ("given", tuple(map("".join, product(begins, ends)))))
    return found


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in table("scripts/japanese_readings.tsv").rows:
        word = fold(row["word"])
        found[word] = (*found.get(word, ()), row["reading"])
    for name, (_, readings) in _names().items():
        if len(name) > 1:
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *readings)))
    return found


def are_two_words(left: str, right: str) -> bool:
    """Whether two folded words are two that Japanese firms are called by, in characters or as these are read, and may
    be no one word (Seiko, Seiki, 精機; but Nippon and Nihon).
    """
    ours, theirs = _written().get(left), _written().get(right)
    return ours is not None and theirs is not None and ours.isdisjoint(theirs)


@cache
def _written() -> dict[str, frozenset[str]]:
    """By reading, the words of characters that are read so; those words themselves."""
    found: dict[str, set[str]] = {}
    for name in ("scripts/japanese_business_words.tsv", "scripts/japanese_readings.tsv"):
        for row in table(name).rows:
            word = fold(row["word"])
            found.setdefault(row["reading"], set()).add(word)
            found[word] = {word}
    return {text: frozenset(words) for text, words in found.items()}
