"""Whether the identifiers of a subject and an entry agree, contradict, or cannot be compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, Final
from unicodedata import normalize

from screening.names.folding import fold
from screening.reference import table

_SHORTEST: Final = 5  # a number of four signs is met by chance; a registry number of five is rare within one country
_WORLDWIDE: Final = frozenset({"lei", "imo", "mmsi", "bic", "wallet"})
"""Kinds whose number means the same whatever country stands beside it."""


@lru_cache(maxsize=65536)
def plain(number: str) -> str:
    """A number as it is compared: letters and digits only, upper case, without an "IMO" before it."""
    text = "".join(char for char in normalize("NFKC", number).upper() if char.isalnum())
    return text[3:] if text.startswith("IMO") and text[3:].isdigit() else text


@cache
def _kinds() -> tuple[tuple[str, bool, tuple[str, ...]], ...]:
    return tuple(
        (
            row["kind"],
            row["single"] == "yes",
            tuple(f" {fold(word).strip()} " for word in row["words"].split("|")),
        )
        for row in table("rules/identifier_kinds.tsv").rows
    )


@lru_cache(maxsize=4096)
def kind(label: str) -> tuple[str, bool]:
    """The kind of identifier a label means, and whether a party has only one of it in one country."""
    text = "".join(char if char.isalnum() else " " for char in fold(label))
    padded = f" {' '.join(text.split())} "
    for name, single, words in _kinds():
        if any(word in padded for word in words):
            return name, single
    return "", False


def compare(ours: Iterable[Mapping[str, Any]], theirs: Iterable[Mapping[str, Any]]) -> tuple[str, str]:
    """Compare identifiers, each with ``type``, ``number`` and ``country``.

    The same number agrees whatever it is called, unless the countries differ. Other numbers contradict only
    where both sides have the same kind, from the same country, of which a party has one.

    Returns:
        agrees, contradicts or absent; and the number that agrees, or the pair that contradicts, in words.
    """
    left, right = list(ours), list(theirs)
    contradiction = ""
    for a in left:
        for b in right:
            if _same(a, b):
                return "agrees", f"{b['type']} {b['number']}"
            if not contradiction and _other(a, b):
                contradiction = f"{b['type']}: {a['number']} and {b['number']}"
    return ("contradicts", contradiction) if contradiction else ("absent", "")


def _same(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    number = plain(a["number"])
    if len(number) < _SHORTEST or number != plain(b["number"]):
        return False
    if kind(a["type"])[0] in _WORLDWIDE or kind(b["type"])[0] in _WORLDWIDE:
        return True
    return not (a["country"] and b["country"] and a["country"] != b["country"])


def _other(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    kind_a, single = kind(a["type"])
    if not single or kind_a != kind(b["type"])[0]:
        return False
    number, other = plain(a["number"]), plain(b["number"])
    if not number or not other or number == other:  # a number too short to agree does not contradict either
        return False
    return kind_a in _WORLDWIDE or bool(a["country"] and a["country"] == b["country"])
