"""What meanings have to do with one another: parts of one, taken for one another, names rather than trades."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from screening.reference import table


@cache
def concept_parts(concept: str) -> frozenset[str]:
    """The simpler concepts one is made of, and itself: import_export is import and export."""
    return frozenset((concept, *_concepts().get(concept, ())))


@cache
def _concepts() -> dict[str, tuple[str, ...]]:
    return {row["concept"]: tuple(row["parts"].split()) for row in table("words/concepts.tsv").rows}


@cache
def _fields() -> dict[str, str]:
    return {row["concept"]: row["broader"] for row in table("words/concepts.tsv").rows if row["broader"]}


def field_of(concept: str) -> str:
    """The field a meaning belongs to (a bakery: food); empty where it is in none."""
    return _fields().get(concept, "")


@cache
def _state_bodies() -> frozenset[str]:
    return frozenset(concept for concept, field in _fields().items() if field == "state_body")


def is_state_body(concept: str) -> bool:
    """Whether a meaning is one body of a state, so that who bears it is no other (ФСБ, IRGC)."""
    return concept in _state_bodies()


@cache
def _borne() -> frozenset[str]:
    return frozenset(row["concept"] for row in table("words/concepts.tsv").rows if row["borne"] == "yes")


def may_be_borne(concept: str) -> bool:
    """Whether a legal form may be a firm's name where it has no other (Bank Trust)."""
    return concept in _borne()


@cache
def _whole() -> frozenset[str]:
    return frozenset(row["concept"] for row in table("words/concepts.tsv").rows if row["whole"] == "yes")


def is_whole(concept: str) -> bool:
    """Whether the words of a legal form of this meaning say nothing apart (foreign enterprise)."""
    return concept in _whole()


@cache
def _near() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in table("words/near_concepts.tsv").rows:
        for concept in row["concepts"].split():
            found.setdefault(concept, set()).add(row["group"])
    return {concept: frozenset(groups) for concept, groups in found.items()}


def near_groups(concepts: Iterable[str]) -> frozenset[str]:
    """The groups of meanings taken for one another (``near_concepts.tsv``) that any of the concepts is in."""
    near = _near()
    return frozenset().union(*(near.get(concept, frozenset()) for concept in concepts))


@cache
def fields_beside() -> frozenset[str]:
    """The groups of `near_groups` that are fields beside each other, rather than one in other words."""
    return frozenset(row["group"] for row in table("words/near_concepts.tsv").rows if row.get("loosely") == "yes")


@cache
def _emblems() -> frozenset[str]:
    told = (concept for row in table("words/emblems.tsv").rows for concept in row["concepts"].split())
    return frozenset(told) | _state_bodies()


@cache
def emblems_of(field: str) -> frozenset[str]:
    """The meanings of such words of one field: colours, animals."""
    rows = (row for row in table("words/emblems.tsv").rows if row["field"] == field)
    return frozenset(concept for row in rows for concept in row["concepts"].split())


def is_emblem(concept: str) -> bool:
    """Whether words of this meaning are a name of their own: star, eagle (``emblems.tsv``), bodies of states."""
    return concept in _emblems()
