"""What an identifier is: its plain form, its kind, whether it is unique the world over, whether it is a place-holder.

Matching asks whether two numbers are one and meet, alerts whether they agree or contradict; both ask here first. The
kinds are in ``lists/rules/identifier_kinds.tsv``, the countries that labels tell in ``party_numbers.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final
from unicodedata import normalize

from screening.names.folding import fold
from screening.names.number_labels import labelled
from screening.names.typed_numbers import as_typed
from screening.reference import table

_IMO: Final = re.compile(r"IMO(\d{7})")
PAPERS: Final = frozenset({"passport", "national"})
"""Kinds of numbers that a person has wherever he lives."""
_BIC: Final = "bic"
_BANK: Final = 8
_OFFICE: Final = re.compile(r"[A-Z]{6}[A-Z0-9]{5}")
"""A bank's code, the country its fifth and sixth character, and an office's three behind it."""
_FEWEST_SIGNS: Final = 3
"""Different characters of a number that is one: 0000000 and 1111 are place-holders."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of identifier.

    Attributes:
        name: The empty string where it is not known.
        single: Whether a party has only one of it in one country, so that another contradicts.
        worldwide: Whether a number of it means the same whatever country stands beside it.
    """

    name: str
    single: bool
    worldwide: bool


UNKNOWN: Final = Kind("", single=False, worldwide=False)
_SHARED: Final = "shared"


@lru_cache(maxsize=1 << 16)
def plain(number: str) -> str:
    """Letters and digits only, upper case, without "IMO", a mark or a label before it (``ОГРН 1037700000123``,
    ``№ 123456789``) and what a spreadsheet made of it; the empty string where nothing is left."""
    text = _bare(as_typed(labelled(number).number))
    imo = _IMO.fullmatch(text)
    return imo.group(1) if imo else text


def compared(label: str, number: str) -> str:
    """A plain number as it is compared: of a bank's code with the three characters of an office, the bank's eight."""
    text = plain(number)
    return text[:_BANK] if kind(label, number).name == _BIC and _OFFICE.fullmatch(text) else text


def is_place_holder(text: str) -> bool:
    """Whether a plain number stands for none: 0000000, 1111."""
    return len(set(text)) < _FEWEST_SIGNS


def kind(label: str, number: str = "") -> Kind:
    """The kind of an identifier, by its label; what is written before the number itself goes before that."""
    return _of_label(_label(label, number))


def is_shared(label: str, number: str) -> bool:
    """Whether many parties have a number of this kind, as the code of a tax office: it says nothing of one."""
    return kind(label, number).name == _SHARED


def countries(identifier: Mapping[str, Any]) -> frozenset[str]:
    """The countries an identifier (``type, number, country``) may be of: the one that stands beside it; else those that
    its label and shape tell (an OGRN is Russian); else ``party_countries``, where its party is at home."""
    if stated := identifier.get("country"):
        return frozenset((str(stated).upper(),))
    told = _told(str(identifier.get("type") or ""), str(identifier.get("number") or ""))
    return told or frozenset(identifier.get("party_countries") or ())


@lru_cache(maxsize=1 << 16)
def is_worldwide(label: str, number: str) -> bool:
    """Whether a number is unique the world over: its kind is, or it has the shape of such a kind under any label."""
    return kind(label, number).worldwide or _shapes().fullmatch(plain(number)) is not None


@lru_cache(maxsize=1 << 16)
def _told(label: str, number: str) -> frozenset[str]:
    padded, text = _padded(_label(label, number)), plain(number)
    return frozenset(
        country
        for country, words, shape in _countries()
        if any(word in padded for word in words) and shape.fullmatch(text)
    )


def _label(label: str, number: str) -> str:
    if _IMO.fullmatch(_bare(number)):
        return "imo"
    return labelled(number).label or label


def _bare(number: str) -> str:
    return "".join(char for char in normalize("NFKC", number).upper() if char.isalnum())


@lru_cache(maxsize=4096)
def _of_label(label: str) -> Kind:
    padded = _padded(label)
    return next((found for found, words in _kinds() if any(word in padded for word in words)), UNKNOWN)


@lru_cache(maxsize=4096)
def _padded(label: str) -> str:
    text = "".join(char if char.isalnum() else " " for char in fold(label))
    return f" {' '.join(text.split())} "


def _words(text: str, separator: str = "|") -> tuple[str, ...]:
    return tuple(f" {fold(word).strip()} " for word in text.split(separator))


@cache
def _countries() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """The countries of labels, the words of these, and the shape of the number."""
    return tuple(
        (row["country"], _words(row["words"], ";"), re.compile(row["shape"]))
        for row in table("rules/party_numbers.tsv").rows
        if row["country"] and row["words"]
    )


@cache
def _kinds() -> tuple[tuple[Kind, tuple[str, ...]], ...]:
    """The kinds with the words of their labels, in the order of the table."""
    return tuple(
        (Kind(row["kind"], row["single"] == "yes", row["worldwide"] == "yes"), _words(row["words"]))
        for row in table("rules/identifier_kinds.tsv").rows
    )


@cache
def _shapes() -> re.Pattern[str]:
    shapes = [row["shape"] for row in table("rules/identifier_kinds.tsv").rows if row["worldwide"] == "yes"]
    return re.compile("|".join(f"(?:{shape})" for shape in shapes if shape))
