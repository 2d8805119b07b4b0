"""What cells hold beside a name: the name once more, a site's address, its owner, what published lists say behind it.

The words of lists are in ``lists/words/list_remarks.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from screening.names import tails
from screening.names.phrases import alternatives
from screening.names.tokens import words
from screening.names.vocabulary import BUSINESS, meanings
from screening.reference import table

LONGEST: Final = 600
_FEWEST_TWICE: Final = 4
"""Words of a text that is one name twice: two words that are the same may be one name (Walla Walla)."""
_SITE: Final = re.compile(r"(?:https?://|www\.)[^\s,;]+", re.IGNORECASE)
_FEWEST_OF_FIRM: Final = 2
_MOST_OF_OWNER: Final = 5
"""Words of a firm's name and of its owner's."""
_NUMBERED_LINES: Final = re.compile(r"\s*1/\s*([^/]*[^\W\d_][^/]*?)(?:\s+[1-8]/|$)")
"""The first line of a party in a payment message, by its number, and the next."""
_MARKS: Final = frozenset(";(")
_AROUND: Final = " \t\n,;:-–—()"


@lru_cache(maxsize=1 << 14)
def names_beside(text: str) -> tuple[str, ...]:
    """The names a text holds apart from what only stands beside them; nothing where there is nothing of the kind."""
    name = text[:LONGEST]
    ways = (_once, _without_site, _before_strokes, _before_owner, _first_line, _of_a_list)
    return tuple(dict.fromkeys(each for way in ways for each in way(name) if each))


def _once(name: str) -> Iterator[str]:
    """The first half of a text whose halves are the same."""
    pieces = name.split()
    half, rest = divmod(len(pieces), 2)
    if len(pieces) < _FEWEST_TWICE or rest:
        return
    first, second = " ".join(pieces[:half]), " ".join(pieces[half:])
    if first.casefold() == second.casefold() or words(first) == words(second):
        yield first.strip(_AROUND)


def _without_site(name: str) -> Iterator[str]:
    if "www." in name.casefold() or "://" in name:
        yield " ".join(_SITE.sub(" ", name).split()).strip(_AROUND)


def _before_strokes(name: str) -> Iterator[str]:
    """The name before two strokes, by which messages and declarations part a name from what follows in its field."""
    before, strokes, _ = name.partition("//")
    if strokes and not before.endswith(":") and sum(map(str.isalpha, before)) >= tails.FEWEST_LETTERS:
        yield _label_at_end().sub("", before).strip(_AROUND)


@cache
def _label_at_end() -> re.Pattern[str]:
    """The label of a number that is not given."""
    return re.compile(rf"[\s,;/(]+(?:{tails.phrases('number')})[\s.:№]*$", re.IGNORECASE)


def _first_line(name: str) -> Iterator[str]:
    """The name of a message whose lines are numbered (1/OOO KASPIY SHIPPING 2/ASTRAKHAN)."""
    found = _NUMBERED_LINES.match(name)
    if found is not None:
        yield found[1].strip(_AROUND)


def _before_owner(name: str) -> Iterator[str]:
    """The firm before the word for who owns it and a person's name ("Krishnaveni Exports, Prop. R Suresh")."""
    found = _owner().search(name)
    if found is None or len(words(name[: found.start()])) < _FEWEST_OF_FIRM:
        return
    owner = words(name[found.end() :])
    if owner and len(owner) <= _MOST_OF_OWNER and not any(each.kind in BUSINESS for w in owner for each in meanings(w)):
        yield name[: found.start()].strip(_AROUND)


@cache
def _owner() -> re.Pattern[str]:
    phrases = alternatives(row["phrase"] for row in table("words/owner_words.tsv").rows)
    return re.compile(rf"[\s,;(/–-]+(?:{phrases})(?!\w)[\s.:]*(?=\w)", re.IGNORECASE)


def _of_a_list(name: str) -> Iterator[str]:
    """The name before what a list says of its party, and the name in other letters that it gives."""
    if _MARKS.isdisjoint(name):
        return
    found = _remarks().search(name)
    if found is None:
        return
    yield name[: found.start()].strip(_AROUND)
    for other in _others().finditer(name):
        yield other[1].strip(_AROUND)


@cache
def _remarks() -> re.Pattern[str]:
    return re.compile(rf"\s*[;(]\s*(?:{_phrases('name', 'remark')})(?!\w)", re.IGNORECASE)


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"[;(]\s*(?:{_phrases('name')})\s*([^;()]+)", re.IGNORECASE)


def _phrases(*kinds: str) -> str:
    return alternatives(row["phrase"] for row in table("words/list_remarks.tsv").rows if row["kind"] in kinds)
