"""Bodies of states and national firms under their other names, which stand for a name that is nothing but one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from screening.kept_tables import kept
from screening.names.tokens import words
from screening.names.vocabulary import Segment, without_ends
from screening.reference import rules, table

MOST: Final = 3
"""Other names of a body that are looked for."""
ENGLISH: Final = "en"
LONGEST: Final = 200


@cache
def _bodies() -> dict[tuple[str, ...], str]:
    """The body of each name, as its folded words without legal forms."""
    return kept("national_bodies", _read, _plain, _made_of)


def _read() -> dict[tuple[str, ...], str]:
    return {_bare(words(row["name"])): row["body"] for row in table("words/national_bodies.tsv").rows}


def _plain(bodies: dict[tuple[str, ...], str]) -> dict[str, str]:
    return {" ".join(name): body for name, body in bodies.items()}


def _made_of(plain: dict[str, str]) -> dict[tuple[str, ...], str]:
    return {tuple(name.split(" ")): body for name, body in plain.items()}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name[0] for name in _bodies() if name)


@cache
def _usual() -> dict[str, tuple[str, ...]]:
    """The names of each body that stand for it: in English where it has one, the shortest and the longest of them."""
    found: dict[str, list[str]] = {}
    others: dict[str, list[str]] = {}
    for row in table("words/national_bodies.tsv").rows:
        (found if row["language"] == ENGLISH else others).setdefault(row["body"], []).append(row["name"])
    usual: dict[str, tuple[str, ...]] = {}
    for body in {**others, **found}:
        names = sorted(found.get(body) or others[body], key=len)
        usual[body] = tuple(dict.fromkeys((names[0], names[-1], *names)))[:MOST]
    return usual


def _bare(tokens: Sequence[str]) -> tuple[str, ...]:
    """The words without legal forms at either end; as they are where nothing else is there."""
    return without_ends(tokens, _is_form)


@cache
def _forms() -> frozenset[str]:
    """Legal forms that a name is one of a body's with or without; a foundation of it is another party."""
    return frozenset(rules("rules/matching.toml")["organisation"]["forms_of_bodies"])


def _is_form(each: Segment) -> bool:
    return any(m.kind == "legal_form" and m.concept in _forms() and not m.ambiguous for m in each.meanings)


def body_of(name: str) -> str | None:
    """The body that a name, legal forms apart, is one of; None for all other names."""
    if len(name) > LONGEST:
        return None
    tokens = words(name)
    if _first_words().isdisjoint(tokens):
        return None
    return _bodies().get(tuple(tokens)) or _bodies().get(_bare(tokens))


def usual_names(name: str) -> tuple[str, ...]:
    """The usual names of that body; nothing for names of none."""
    body = body_of(name)
    return tuple(each for each in _usual()[body] if each != name) if body else ()
