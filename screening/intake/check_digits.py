"""Identifiers of firms, ships and containers: which kind a number is, and whether its check digit is right.

The kinds are in `lists/rules/party_numbers.tsv`. Most checks are python-stdnum's (LGPL, imported unmodified); the
Kazakh BIN and IIN, which it lacks, are checked here. A number whose check digit is wrong is kept: a list may have the
same slip.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, Final

from screening.intake.customs_phrases import spaced
from screening.names import number_labels
from screening.names.tokens import words
from screening.reference import table

_BIN_WEIGHTS: Final = ((1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2))
_APART = re.compile(r"[;|\n\x1f]+")
"""What parts two numbers whatever they are."""
_SEPARATORS = re.compile(r"[,/\s]+")
"""What parts two numbers, or the parts of one."""
_SHORTEST = 5
_SHAPE: Final = re.compile(rf"[0-9A-Z]{{{_SHORTEST},20}}")
_MARK = "\x02"
_UNSPACED = 4
"""Letters of a word of a script without spaces that is found inside others."""
_MOST_ZEROS = 3
"""Zeros a number may have lost at its beginning: a Kazakh number of the year 2000 begins with three."""
_MOST_ZEROS_UNCHECKED = 2


@dataclass(frozen=True, slots=True)
class Checked:
    """A number: its kind and country where the check digit tells them, and what is wrong or was mended."""

    number: str
    kind: str
    country: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class _Kind:
    """A row of `lists/rules/party_numbers.tsv`; ``valid`` is None where no check digit is published."""

    name: str
    country: str | None
    shape: re.Pattern[str]
    valid: Callable[[str], bool] | None
    written: re.Pattern[str] | None
    use: frozenset[str]
    words: tuple[str, ...]

    def fits(self, number: str) -> bool:
        """Whether the number has the shape, and its check digit is right where there is one."""
        return bool(self.shape.fullmatch(number)) and (self.valid is None or self.valid(number))


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


def checker(name: str) -> Callable[[str], bool] | None:
    """What works out a check digit, by its name in ``lists/rules/``; None where there is none (an empty name)."""
    own: dict[str, Callable[[str], bool]] = {"kz": valid_kz, "lei": valid_lei}
    return (own.get(name) or _stdnum(name)) if name else None


@cache
def _kinds() -> tuple[_Kind, ...]:
    return tuple(
        _Kind(
            row["kind"],
            row["country"] or None,
            re.compile(row["shape"]),
            checker(row["check"]),
            re.compile(row["written"]) if row["written"] else None,
            frozenset(row["use"].split()),
            tuple(key for phrase in row["words"].split(";") if (key := " ".join(words(phrase)))),
        )
        for row in table("rules/party_numbers.tsv").rows
        if "label" not in row["use"].split()
    )


@lru_cache(maxsize=4096)
def kinds_headed(heading: str) -> frozenset[str]:
    """The kinds of numbers a heading names: ``ИНН/КПП``, ``GSTIN / UIN``; none where it says no more than "tax id"."""
    said = f" {' '.join(words(spaced(heading)))} "
    return frozenset(
        each.name
        for each in _kinds()
        if any((f" {word} " if word.isascii() or len(word) < _UNSPACED else word) in said for word in each.words)
    )


def split(text: str) -> list[str]:
    """The numbers of a cell, upper case, without separators and the labels before them.

    ``7701234567/770101001`` is an INN and a KPP, ``94.580.730/0001-52`` one CNPJ: strokes and spaces are part of a
    number where some country writes its numbers so, or where only the whole has a right check digit.
    """
    return [number for _, number in labelled(text)]


def labelled(text: str) -> list[tuple[str, str]]:
    """The same, each with the label that stands before it in the cell (``ИНН: 7701234567``), if any."""
    if text.isascii() and text.isalnum():  # nearly all
        return [("", number) for number in _numbers(text.upper())]
    return [
        (each.label, number)
        for piece in _APART.split(text)
        for each in number_labels.numbers_in(piece)
        for number in _numbers(each.number.upper())
    ]


SHARED: Final = "*"
"""Stands among the kinds of a marked cell whose number is that of several parties."""


def marked(text: str, headed: frozenset[str]) -> str:
    """A cell with the kinds its heading names, or `SHARED`, for `numbers_in`."""
    return f"{_MARK}{','.join(sorted(headed))}{_MARK}{text}" if text and headed else text


def numbers_in(text: str) -> list[tuple[str, str, frozenset[str]]]:
    """The labels and numbers of a cell, or of several, as `labelled` gives them, with the kinds of number that their
    heading names; a label in the cell says better which it is.
    """
    pieces = text.split(_MARK)
    found = [(label, number, frozenset[str]()) for label, number in labelled(pieces[0])] if pieces[0] else []
    for kinds, rest in zip(pieces[1::2], pieces[2::2], strict=True):
        found += [(label, number, frozenset(kinds.split(","))) for label, number in labelled(rest)]
    return [(label, number, _said(label, headed)) for label, number, headed in found]


def _said(label: str, headed: frozenset[str]) -> frozenset[str]:
    kinds = kinds_headed(label) if label else frozenset()
    return kinds | (headed & {SHARED}) if kinds else headed


def _numbers(piece: str) -> list[str]:
    if piece.isascii() and piece.isalnum():  # nearly all
        return [piece] if _SHAPE.fullmatch(piece) and not piece.isalpha() else []
    marks = [found for each in _kinds() if each.written for found in _written(each.written).finditer(piece)]
    if marks:
        found = max(marks, key=lambda each: each.end() - each.start())
        return [*_numbers(piece[: found.start()]), _plain(found[0]), *_numbers(piece[found.end() :])]
    parts = [_plain(part) for part in _SEPARATORS.split(piece)]
    whole = _plain(piece)
    numbers = [part for part in parts if any(char.isdigit() for char in part)]
    if numbers and all(len(part) < _SHORTEST for part in numbers):
        parts = [whole] if whole.isdigit() or len(numbers) == len(parts) else ["".join(numbers)]  # 770 123 45 67
    elif len(numbers) > 1 and _right("".join(numbers)) and not all(map(_fits, numbers)):
        parts = ["".join(numbers)]  # 123456 789012
    return [part for part in parts if _SHAPE.fullmatch(part) and any(char.isdigit() for char in part)]


@cache
def _written(form: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![0-9A-Z])(?:{form.pattern})(?![0-9A-Z])")


def _plain(text: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", text)


def _right(number: str) -> bool:
    return any(each.valid and each.shape.fullmatch(number) and each.valid(number) for each in _kinds())


def _fits(number: str) -> bool:
    return any(each.shape.fullmatch(number) for each in _kinds())


@lru_cache(maxsize=65536)
def check(
    number: str, country: str | None = None, label: str = "Tax ID", headed: frozenset[str] = frozenset()
) -> Checked:
    """Tell the kind of a tax or registration number of a party of that country, and check it.

    Leading zeros that a spreadsheet took are given back where the number is right with them and wrong without.

    Args:
        number: Letters and digits, as `split` gives them.
        country: The party's, where it is known.
        label: What the number is called where nothing tells its kind.
        headed: The kinds its heading names, as `kinds_headed` gives them: it is no other.
    """
    named = [each for each in _kinds() if each.name in headed]
    here = [each for each in _kinds() if each.country == country and "headed" not in each.use] if country else []
    if country and all(each.country not in (None, country) for each in named):
        for kind in here:  # the ten digits of a Russian buyer under БИН
            if kind.valid and kind.fits(number):
                return Checked(number, kind.name, kind.country)
    if (
        found := _of_heading(number, country, [each for each in named if each.country == country] or named)
    ) is not None:
        return found
    for kind in (*here, *(each for each in _kinds() if "anywhere" in each.use and not here and not named)):
        if kind.fits(number):
            return Checked(number, kind.name, kind.country)
    for kind in here:
        if whole := _padded(kind, number):
            return _restored(kind, number, whole)
    if not here:
        right = [each for each in _kinds() if "telling" in each.use and not named and each.fits(number)]
        if len({each.country for each in right}) == 1:
            return Checked(number, right[0].name, country or right[0].country)
    for kind in here:
        if kind.shape.fullmatch(number):
            return Checked(number, kind.name, country, f"check digit of {kind.name} {number} is wrong")
    return Checked(number, label, country)


def _padded(kind: _Kind, number: str) -> str:
    """The number with the zeros at its beginning that a spreadsheet took; empty where it did not, or nothing tells.

    Without a check digit the length alone tells: one or two zeros, where the number is short by so many.
    """
    if "padded" not in kind.use or not number.isdigit() or kind.shape.fullmatch(number):
        return ""
    most = _MOST_ZEROS if kind.valid else _MOST_ZEROS_UNCHECKED
    return next((whole for zeros in range(1, most + 1) if kind.fits(whole := "0" * zeros + number)), "")


def _restored(kind: _Kind, number: str, whole: str) -> Checked:
    zeros = "leading zero" if len(whole) == len(number) + 1 else "leading zeros"
    return Checked(whole, kind.name, kind.country, f"{zeros} of {kind.name} {number} restored")


def _of_heading(number: str, country: str | None, named: Sequence[_Kind]) -> Checked | None:
    """What a number is under a heading that names kinds; None where it has the shape of none of them."""
    shaped = [each for each in named if each.shape.fullmatch(number)]
    for kind in shaped:
        if kind.fits(number):
            alone = kind.valid is not None or len({each.country for each in named}) == 1
            return Checked(number, kind.name, kind.country if alone else country)
    for kind in named:
        if whole := _padded(kind, number):
            return _restored(kind, number, whole)
    if not shaped:
        return None
    name, alone = shaped[0].name, len({each.country for each in named}) == 1
    return Checked(number, name, named[0].country if alone else country, f"check digit of {name} {number} is wrong")


@lru_cache(maxsize=65536)
def of_another_country(number: str, headed: frozenset[str], country: str) -> bool:
    """Whether a number has the shape of none of a country's and is another country's by its check digit or by its first
    letters, or under a heading that names kinds of several countries (``БИН/ИНН``) has the shape of another's: the ten
    digits of a Russian firm in a Kazakh table.
    """
    shaped = {each.country for each in _kinds() if each.name in headed and each.shape.fullmatch(number)}
    own = [each for each in _kinds() if each.country == country]
    if own and not any(_may_be(each, number) for each in own) and (countries_of(number) or _is_lettered(number)):
        return True  # the ten digits of a Russian buyer where Georgians have nine
    return (
        bool(shaped)
        and country not in shaped
        and not any("padded" in each.use and _may_be(each, number) for each in own if each.name in headed)
    )


@lru_cache(maxsize=65536)
def is_checked_of(number: str, country: str) -> bool:
    """Whether a number has the shape of a country's firms and the check digits that go with it."""
    return any(each.country == country and each.valid and each.fits(number) for each in _kinds())


@lru_cache(maxsize=65536)
def may_be_of(number: str, country: str) -> bool:
    """Whether a number may be one of a country's firms: it has their shape, and is right where digits of it tell."""
    return any(each.country == country and "headed" not in each.use and each.fits(number) for each in _kinds())


def _is_lettered(number: str) -> bool:
    """Whether a number is written as value added tax numbers of a country are that begin with its letters."""
    return any(each.country and number.startswith(each.country) and each.shape.fullmatch(number) for each in _kinds())


def _may_be(kind: _Kind, number: str) -> bool:
    """Whether a number has the shape of a kind, or had it before a spreadsheet took its zero."""
    written = (number, f"0{number}") if "padded" in kind.use else (number,)
    return any(map(kind.shape.fullmatch, written))


@lru_cache(maxsize=65536)
def countries_of(number: str) -> frozenset[str]:
    """The countries whose firms' number this may be, its check digit being right; of kinds a column can tell.

    A kind that only a length tells counts where no check digit tells another.
    """
    found = [each for each in _kinds() if "column" in each.use and each.fits(number)]
    return frozenset(str(each.country) for each in [one for one in found if one.valid] or found)


@lru_cache(maxsize=65536)
def right_in(number: str) -> frozenset[str]:
    """The countries of which a number has the shape and a check digit that is right."""
    return frozenset(each.country for each in _kinds() if each.country and each.valid and each.fits(number))
