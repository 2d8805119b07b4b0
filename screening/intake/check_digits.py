"""Identifiers of firms, ships and containers: which kind a number is, and whether its check digit is right.

Most checks are python-stdnum's (LGPL, imported unmodified); the Kazakh BIN and IIN, which it lacks, are
checked here. A number whose check digit is wrong is kept: a list may have the same slip.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, Final

from screening.names.number_labels import numbers_in

_BIN_WEIGHTS: Final = ((1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2))
_SEPARATORS = re.compile(r"[;,/|\n\s]+")
_SHAPE: Final = re.compile(r"[0-9A-Z]{5,20}")


@dataclass(frozen=True, slots=True)
class Checked:
    """A number: its kind and country where the check digit tells them, and what is wrong or was mended."""

    number: str
    kind: str
    country: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    country: str | None
    shape: re.Pattern[str]
    valid: Callable[[str], bool]


def valid_kz(number: str) -> bool:
    """Whether twelve digits are a Kazakh BIN or IIN: month in place, and the check digit of Order 406 of 2003."""
    if not re.fullmatch(r"\d{12}", number) or not 1 <= int(number[2:4]) <= 12:
        return False
    digits = [int(char) for char in number]
    check = 10
    for weights in _BIN_WEIGHTS:
        check = sum(weight * digit for weight, digit in zip(weights, digits[:11], strict=True)) % 11
        if check < 10:
            break
    return check == digits[11]


@lru_cache(maxsize=65536)
def valid_lei(number: str) -> bool:
    """Whether twenty signs are an LEI (ISO 17442)."""
    return _stdnum("lei")(number)


@lru_cache(maxsize=65536)
def valid_imo(number: str) -> bool:
    """Whether seven digits, with or without ``IMO`` before them, are a ship's IMO number."""
    return _stdnum("imo")(number)


@lru_cache(maxsize=65536)
def valid_bic(number: str) -> bool:
    """Whether eight or eleven signs have the shape of a BIC (ISO 9362)."""
    return _stdnum("bic")(number)


@lru_cache(maxsize=65536)
def valid_container(number: str) -> bool:
    """Whether eleven signs are a container number (ISO 6346)."""
    return _stdnum("iso6346")(number)


@cache
def _stdnum(name: str) -> Callable[[str], bool]:
    module: Any = import_module(f"stdnum.{name}")
    return lambda number: bool(module.is_valid(number))


@cache
def _kinds() -> tuple[_Kind, ...]:
    def kind(name: str, country: str | None, shape: str, valid: Callable[[str], bool]) -> _Kind:
        return _Kind(name, country, re.compile(shape), valid)

    return (
        kind("LEI", None, r"[0-9A-Z]{18}\d{2}", valid_lei),
        kind("USCC", "CN", r"[0-9A-Z]{18}", _stdnum("cn.uscc")),
        kind("OGRN", "RU", r"\d{13}|\d{15}", _stdnum("ru.ogrn")),
        kind("BIN/IIN", "KZ", r"\d{12}", valid_kz),
        kind("INN", "RU", r"\d{10}|\d{12}", _stdnum("ru.inn")),
        kind("VKN", "TR", r"\d{10}", _stdnum("tr.vkn")),
        kind("TCKN", "TR", r"\d{11}", _stdnum("tr.tckimlik")),
        kind("UNP", "BY", r"[0-9A-Z]{2}\d{7}", _stdnum("by.unp")),
        kind("EDRPOU", "UA", r"\d{8}", _stdnum("ua.edrpou")),
        kind("INN", "UZ", r"[1-9]\d{8}", lambda number: True),  # no published check digit
        kind("TIN", "AM", r"\d{8}", lambda number: True),
        kind("INN", "KG", r"\d{14}", lambda number: True),
        kind("TIN", "GE", r"\d{9}|\d{11}", lambda number: True),
    )


_CHECKED_ANYWHERE: Final = frozenset({"LEI", "USCC", "OGRN", "BIN/IIN"})
"""Kinds whose shape and check digit together are met by chance in less than one number in ten of other kinds."""


def split(text: str) -> list[str]:
    """The numbers of a cell (``7701234567/770101001`` is an INN and a KPP), upper case, without separators."""
    return [number for _, number in labelled(text)]


def labelled(text: str) -> list[tuple[str, str]]:
    """The same, each with the label that stands before it in the cell (``ИНН: 7701234567``), if any."""
    return [(each.label, number) for each in numbers_in(text) for number in _split(each.number)]


def _split(text: str) -> list[str]:
    parts = [re.sub(r"[^0-9A-Z]", "", part) for part in _SEPARATORS.split(text.upper())]
    whole = re.sub(r"[^0-9A-Z]", "", text.upper())
    if parts and all(len(part) < 5 for part in parts):
        parts = [whole]  # 770 123 45 67
    return [part for part in parts if _SHAPE.fullmatch(part) and any(char.isdigit() for char in part)]


@lru_cache(maxsize=65536)
def check(number: str, country: str | None = None, label: str = "Tax ID") -> Checked:
    """Tell the kind of a tax or registration number of a party of that country, and check it.

    A leading zero that a spreadsheet took is given back where the number is right with it and wrong without.
    """
    here = [each for each in _kinds() if each.country == country] if country else []
    for kind in (*here, *(each for each in _kinds() if each.name in _CHECKED_ANYWHERE and not here)):
        if kind.shape.fullmatch(number) and kind.valid(number):
            return Checked(number, kind.name, kind.country)
    for kind in here:
        padded = "0" + number
        if number.isdigit() and kind.shape.fullmatch(padded) and kind.valid(padded) and kind.name in _PADDED:
            return Checked(padded, kind.name, kind.country, f"leading zero of {kind.name} {number} restored")
    if not here:
        right = [
            each for each in _kinds()
            if each.shape.fullmatch(number) and each.valid(number) and each.name in _TELLING
        ]  # fmt: skip
        if len({each.country for each in right}) == 1:
            return Checked(number, right[0].name, country or right[0].country)
        return Checked(number, label, country)
    if any(kind.shape.fullmatch(number) for kind in here):
        name = next(kind.name for kind in here if kind.shape.fullmatch(number))
        return Checked(number, name, country, f"check digit of {name} {number} is wrong")
    return Checked(number, label, country)


_NUMBERED: Final = frozenset(
    {("INN", "RU"), ("BIN/IIN", "KZ"), ("VKN", "TR"), ("EDRPOU", "UA"), ("USCC", "CN"), ("INN", "KG")}
)
"""Kinds that a whole column of numbers tells: by their check digits, or a length no other kind has."""


@lru_cache(maxsize=65536)
def countries_of(number: str) -> frozenset[str]:
    """The countries whose firms' number this may be, its check digit being right; of kinds a column can tell."""
    return frozenset(
        str(each.country)
        for each in _kinds()
        if (each.name, each.country) in _NUMBERED and each.shape.fullmatch(number) and each.valid(number)
    )


_PADDED: Final = frozenset({"INN", "BIN/IIN", "EDRPOU", "VKN"})
_TELLING: Final = frozenset({"INN", "VKN", "BIN/IIN", "OGRN", "USCC", "LEI"})
