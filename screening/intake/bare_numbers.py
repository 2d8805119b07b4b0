"""A number where a name is expected: a bank's BIC as "Beneficiary bank", a taxpayer's number typed in to be looked up.

What kind it is is told by its shape and check digits, and by a label before it (``ИНН 7701234567``); it stays the name
it stands for, and is an identifier beside that.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from screening.intake.check_digits import check, valid_bic, valid_imo, valid_lei
from screening.names.number_labels import labelled
from screening.names.places import country_code
from screening.names.tokens import words
from screening.names.vocabulary import meanings

NUMBER: Final = "number"
"""What a number is called of which nothing tells the kind."""
_SHORTEST, _LONGEST = 7, 64
_LEI = 20
_LONG = 9
"""Digits of a number that is nobody's name, and met by chance on no list, though nothing tells its kind."""
_FEWEST_DIGITS = 4
_MOST_LETTERS = 3
"""Letters of a part of a number that has no digit: "AB 1234567"."""
_PART: Final = re.compile(r"[0-9A-Z]+")
_MARKS: Final = re.compile(r"[\s./\\:#№_–—-]+")
_BIC: Final = re.compile(r"([A-Z]{4}) ?([A-Z]{2}) ?([0-9A-Z]{2}) ?([0-9A-Z]{3})?")
_WORD = 4
"""Letters at the end of a BIC that are a word, and so the end of a name: ALFA-BANK, not a bank of Bosnia (BA)."""


class BareNumber(NamedTuple):
    """A number that stands for a name: what it is called, its signs, and its country where it tells that."""

    type: str
    number: str
    country: str | None

    def as_identifier(self) -> dict[str, str | None]:
        """The number as the identifier of a subject."""
        return self._asdict()


@lru_cache(maxsize=65536)
def known_number(text: str, country: str | None = None, *, of_a_bank: bool = False) -> BareNumber | None:
    """The number that a cell for a name holds in place of one: its shape, check digit, label or length tells so.

    Args:
        text: The cell.
        country: The party's, where its row says one.
        of_a_bank: Whether it is to name a bank: elsewhere eight letters without a digit are a word.
    """
    bic = _bic(text)
    if bic and (of_a_bank or any(map(str.isdigit, bic))):
        return BareNumber("BIC", bic, None)
    label, number = _signs(text)
    if not number:
        return None
    if worldwide := _worldwide(number):
        return BareNumber(worldwide, number, None)
    told = check(number, country, NUMBER)
    if told.kind != NUMBER and told.note is None:
        return BareNumber(label or told.kind, told.number, told.country)
    if label or (number.isdigit() and len(number) >= _LONG):
        return BareNumber(label or NUMBER, number, country)
    return None


def looked_up(text: str) -> BareNumber | None:
    """The number that somebody looks up in place of a name, of whatever kind: digits tell, and no country is known."""
    if bic := _bic(text):
        return BareNumber("BIC", bic, None)
    label, number = _signs(text)
    return BareNumber(_worldwide(number) or label or NUMBER, number, None) if number else None


def _worldwide(number: str) -> str:
    if len(number) == _LEI and valid_lei(number):
        return "LEI"
    return "IMO" if number.isdigit() and valid_imo(number) else ""


def _bic(text: str) -> str:
    """A bank's code in capitals, with a country where it says one; empty for anything else."""
    found = _BIC.fullmatch(text.strip())
    if found is None or country_code(found[2]) != found[2]:
        return ""
    code = "".join(part for part in found.groups() if part)
    ends_in_a_word = code.isalpha() and any(meanings(*words(code[at:])) for at in range(4, len(code) - _WORD + 1))
    return "" if ends_in_a_word or not valid_bic(code) else code


def _signs(text: str) -> tuple[str, str]:
    """The label and the letters and digits of a text that is a number; empty where it is none."""
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return "", ""
    label, written = labelled(text.strip())
    parts = [part for part in _MARKS.split(written.upper()) if part]
    number = "".join(parts)
    if len(number) < _SHORTEST or sum(map(str.isdigit, number)) < _FEWEST_DIGITS:
        return "", ""
    if not all(_PART.fullmatch(part) and (len(part) <= _MOST_LETTERS or not part.isalpha()) for part in parts):
        return "", ""
    return label, number
