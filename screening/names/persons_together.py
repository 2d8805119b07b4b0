"""Persons' names that are written together (ABRAMOVICHROMAN), taken apart where each piece is a name people bear."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import Final

from screening.names.family_endings import is_family_name
from screening.names.given import is_given_name, is_patronymic
from screening.names.in_use import is_listed, parts_of
from screening.names.rarity import is_known
from screening.names.scripts import script_of
from screening.names.tokens import words
from screening.names.vocabulary import meanings

SHORTEST: Final = 9
"""Letters of names written together at least."""
LONGEST: Final = 45
SHORTEST_OF_THREE: Final = 15
"""Letters of three of them together."""
SHORTEST_NAME: Final = 4
"""Letters of each of them."""
SHORTEST_KNOWN: Final = 6
"""The same of one that only stands in the names of listed parties: yeva is half a name."""
MOST: Final = 4
"""Names written together at most, a title among them."""
_SCRIPTS: Final = frozenset({"Latin", "Cyrillic"})
"""Scripts with spaces between words, and with vowels."""
_TWO: Final = 2
_Pieces = tuple[str, ...]


@lru_cache(maxsize=1 << 14)
def names_apart(name: str) -> str | None:
    """The names that a person's name of one word is made of, joined by spaces, folded; None where it is a name itself,
    or where not all of it is names of which one is a given name and another none.
    """
    if len(name) < SHORTEST or " " in name.strip():
        return None
    token, *more = words(name[: LONGEST + 1]) or [""]
    if more or not SHORTEST <= len(token) <= LONGEST or not token.isalpha() or script_of(token) not in _SCRIPTS:
        return None
    if _is_name(token):
        return None
    found = sorted(_with_fathers_name(token), key=_sureness)
    if not found and not is_patronymic(token):
        found = sorted((pieces for pieces in _splits(token) if _is_of_person(pieces)), key=_sureness)
    return " ".join(found[-1]) if found else None


def _splits(token: str) -> list[_Pieces]:
    """All ways to cut a word into known pieces."""
    ways: dict[int, list[_Pieces]] = {len(token): [()]}
    for start in range(len(token) - SHORTEST_NAME, -1, -1):
        ways[start] = [
            (token[start:end], *rest)
            for end in range(start + SHORTEST_NAME, len(token) + 1)
            if ways.get(end) and (start or end < len(token)) and _is_piece(token[start:end])
            for rest in ways[end]
            if len(rest) < MOST
        ]
    return ways[0]


def _with_fathers_name(token: str) -> Iterator[_Pieces]:
    """All ways to cut a word into a given name, a patronymic behind it, and before or behind them what ends as family
    names do, known or not (KUZNETSOVAELENAPAVLOVNA).
    """
    if len(token) < SHORTEST_OF_THREE:
        return
    for first, second in combinations(range(SHORTEST_NAME, len(token) - SHORTEST_NAME + 1), _TWO):
        pieces = token[:first], token[first:second], token[second:]
        if len(pieces[1]) < SHORTEST_NAME:
            continue
        for given, father, family in (pieces, (*pieces[1:], pieces[0])):
            if is_patronymic(father) and is_given_name(given) and is_family_name(family):
                yield pieces


def _is_piece(text: str) -> bool:
    said = meanings(text)
    if said and not is_listed(text):
        return all(meaning.kind == "title" for meaning in said)  # zadeh, oglu: half a name
    return is_listed(text) or is_given_name(text) or (len(text) >= SHORTEST_KNOWN and is_known(text))


def _is_name(text: str) -> bool:
    return is_given_name(text) or is_known(text) or is_listed(text)


def _is_of_person(pieces: _Pieces) -> bool:
    """Whether pieces are a given name and a family's."""
    given = [at for at, piece in enumerate(pieces) if is_given_name(piece)]
    family = [at for at, piece in enumerate(pieces) if _is_family(piece, alone=len(pieces) == _TWO)]
    return any(one != other for one in given for other in family)


def _is_family(piece: str, *, alone: bool) -> bool:
    """Whether a piece is a family name; ``alone`` beside a given name it may end as a father's does (Abramovich)."""
    if any(part == "family" for _, part in parts_of(piece)):
        return True
    return not (is_given_name(piece) or meanings(piece)) and (alone or not is_patronymic(piece))


def _sureness(pieces: _Pieces) -> tuple[int, int, _Pieces]:
    """Few pieces, and those that stand in the lists of names in use, are surer."""
    return -len(pieces), sum(map(is_listed, pieces)), pieces
