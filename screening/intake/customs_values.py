"""Single values of customs tables as text: HS codes, numbers, dates.

Each function reads one cell and never guesses silently: what it mended or could not read it says in a note.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Final

from screening.intake.customs_wording import phrases
from screening.intake.nothing import says_nothing
from screening.intake.party_dates import partial_date, whole_date
from screening.reference import table

_TOGETHER = re.compile(r"(\d{1,2})([^\W\d_]{3,9})\.?(\d{2}|\d{4})")
"""Day, month and year without anything between, as banks and airlines write: 03JUN22."""
_FLOAT = re.compile(r"(\d)[.,]?(\d*)[eEеЕ]\+?(\d{1,2})")
_DOT_ZERO = re.compile(r"(\d{3,14})[.,]0")
_HS = re.compile(r"\d[\d\s. \-]{0,24}")
_SUBHEADING: Final = 6
_HEADING: Final = 4
_GROUP = re.compile(r"[.\s-]+")
_LETTERED = re.compile(r"(\d{3,4}(?:[.\s-]+\d{2,7})+|\d{10,11})[.\s-]?[A-ZА-Я]{1,2}")
"""A code of a national tariff with the letters it is checked or split by: ``8542.31.90.100Y``."""
_MOST_DIGITS = 14
_CHAPTERS: Final = frozenset(f"{number:02d}" for number in range(1, 100)) - {"77"}
_ODD = frozenset({1, 3, 5, 7, 9, 11, 13})


def said(cell: str) -> bool:
    """Whether a cell says anything: not empty, a dash, ``NULL`` and the like."""
    return bool(cell) and not says_nothing(cell, "cell")


def said_text(cell: str) -> str | None:
    """The text of a cell, None where it says nothing."""
    return cell if said(cell) else None


_WIDE_MARKS: Final = str.maketrans("．，", ".,")


def _plain_digits(text: str) -> str:
    """Digits of other scripts (١٢, １２) as 0 to 9, and full-width marks beside them (．，) as marks."""
    if text.isascii():
        return text
    text = text.translate(_WIDE_MARKS)
    return "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in text)


@lru_cache(maxsize=65536)
def hs_code(text: str, *, odd_length: int = 0) -> tuple[str | None, str | None]:
    """The digits of an HS code, and what was mended; None and why where it is none.

    A leading zero that a spreadsheet took is given back to codes of odd length, unless the whole column has
    that length (``odd_length``), as some national tariffs do. Where no heading begins so, the zero at the end is
    missing (8482.3 for 8482.30): it is given back to five digits, of more the first six are kept. Of a code that
    became a float (``8.54231E+11``) only the digits that are written are known, and only they are kept.
    Where the groups of a code show that nothing is missing before it, what makes its length odd is a country's own
    subdivision or check digit behind (``8542.31.00.000``), and left out, as letters behind it are.
    """
    plain = _plain_digits(text).strip().strip("'\"=` ")
    note = None
    if found := _FLOAT.fullmatch(plain):
        return _from_float(found[1] + found[2], int(found[3]), text)
    if found := _DOT_ZERO.fullmatch(plain):
        plain, note = found[1], f"HS code {text!r} was a number"
    if found := _LETTERED.fullmatch(plain):
        plain = found[1]
    if not _HS.fullmatch(plain):
        return None, f"HS code {text!r} not understood"
    digits = "".join(char for char in plain if char.isdigit() and char.isascii())
    grouped = _GROUP.search(plain) is not None
    if found or (grouped and len(digits) in _ODD and len(digits) != odd_length):
        digits, note = _of_groups(plain, digits, text, note)
    if len(digits) > _MOST_DIGITS:
        return None, f"HS code {text!r} has more than {_MOST_DIGITS} digits"
    if len(digits) in _ODD and len(digits) != odd_length:
        digits, note = _zero_restored(digits, text)
    if digits[:2] not in _CHAPTERS:
        return None, f"HS code {text!r} is in no chapter"
    return digits, note


def lost_zero(text: str, length: int, *, numbers: bool) -> bool:
    """Whether a code lacks one digit of the odd number that those of its column have because it was kept as a number: a
    heading begins with a zero and its first digits, and none with these alone, or the cells were numbers.

    Args:
        text: The cell.
        length: How many digits the codes of the column have.
        numbers: Whether the file keeps numbers as numbers.
    """
    if len(text) != length - 1 or not text.isdecimal() or f"0{text[:3]}" not in hs_headings():
        return False
    return numbers or text[:_HEADING] not in hs_headings()


def _of_groups(plain: str, digits: str, text: str, note: str | None) -> tuple[str, str | None]:
    """The digits of a national code up to where one of its groups ends on an even number of them; all where none does.

    A first group of four digits lost no zero, one of three did. Without groups nothing tells a lost zero from a
    subdivision's odd digit, but for letters behind: those are never a number's, and what stands before them is whole.
    """
    first, *others = _GROUP.split(plain)
    if not others and len(first) > _HEADING:
        return (first[: len(first) // 2 * 2] if first[:_HEADING] in hs_headings() else digits), note
    if len(first) == _HEADING - 1 and f"0{first}" in hs_headings():
        first, note = f"0{first}", f"leading zero of HS code {text!r} restored"
    if len(first) != _HEADING or first not in hs_headings():
        return digits, note
    ends = ("".join((first, *others[:number])) for number in range(1, len(others) + 1))
    even = [each for each in ends if len(each) % 2 == 0 and len(each) >= _SUBHEADING]
    if not even:
        return digits, note
    if len(even[-1]) == _SUBHEADING and len(digits.lstrip("0")) - len(even[-1].lstrip("0")) == 1:
        note = f"HS code {text!r} lacks a digit: only its first {_SUBHEADING} are kept"
    return even[-1], note


def _zero_restored(digits: str, text: str) -> tuple[str, str]:
    """A code of odd length with the zero that it lost at the beginning or, where no heading begins so, at the end."""
    if f"0{digits[:3]}" in hs_headings() or digits[:4] not in hs_headings():
        return "0" + digits, f"leading zero of HS code {text!r} restored"
    if len(digits) < _SUBHEADING:
        return digits + "0", f"zero at the end of HS code {text!r} restored"
    return digits[:_SUBHEADING], f"HS code {text!r} lacks a digit: only its first {_SUBHEADING} are kept"


@cache
def hs_headings() -> frozenset[str]:
    """The four digits that codes of goods begin with."""
    rows = table("goods/headings.tsv").rows
    return frozenset(row["chapter"] + each for row in rows for each in row["headings"].split())


def _from_float(mantissa: str, exponent: int, text: str) -> tuple[str | None, str | None]:
    length = exponent + 1
    known = mantissa[:length]
    if length in _ODD:
        known = "0" + known
    known = known[: len(known) // 2 * 2]
    if length > _MOST_DIGITS or len(known) < 4 or known[:2] not in _CHAPTERS:
        return None, f"HS code {text!r} was turned into a number and cannot be given back"
    return known, f"HS code {text!r} was turned into a number: only its first {len(known)} digits are known"


_SPACES = re.compile(r"[\ufeff\u200b-\u200f\u202a-\u202e\u2060\s   '’_]")
_PLAIN_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?")
_GROUPED = {
    ".": re.compile(r"[+-]?\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d*)?"),
    ",": re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d*)?"),
}
_CURRENCY_SIGN = re.compile(r"^[^\d+\-.,(%@#]{1,5}|[^\d.,)%@#][^\d)%@#]{0,12}$")
DIGITS_APART: Final = r"\d\s+\d"
GROUPED_BY_SPACES: Final = r"^\D*\d{1,3}(?:\s+\d{3})+(?:[.,]\d*)?\D*$"
"""Thousands grouped by spaces; digits apart in any other way (``1 2 3``) are several numbers."""
_DIGITS_APART, _GROUPED_BY_SPACES = re.compile(DIGITS_APART), re.compile(GROUPED_BY_SPACES)
_MINUS = re.compile(r"[−–‐‑﹣－]")
_MINUS_BEHIND = re.compile(r"(?<=\d)(?:\s*-\s*$|-(?=\s+\D+$))")
"""A minus as accounting systems write it: behind the last digit, and before a unit where there is one. Behind a point
or comma it stands for the cents that are left out (``1.250,-``)."""


@lru_cache(maxsize=65536)
def number(text: str, decimal: str = ".") -> float | None:
    """A number written with that decimal mark, however its thousands are grouped; None where it is none.

    ``(12.5)`` and ``12.5-`` are negative; a currency sign or unit of a few letters beside the number is passed over.
    """
    written, behind = _MINUS_BEHIND.subn("", _MINUS.sub("-", _plain_digits(text)))
    if _DIGITS_APART.search(written) and not _GROUPED_BY_SPACES.fullmatch(written):
        return None
    plain = _SPACES.sub("", written)
    plain = plain.replace("٫", decimal).replace("٬", "")
    if behind and plain.startswith("-"):
        return None
    bracketed = plain.startswith("(") and plain.endswith(")")
    plain = plain[1:-1] if bracketed else plain
    negative = bracketed or bool(behind)
    if not _PLAIN_NUMBER.fullmatch(plain):
        plain, decimal = _without_sign(plain), "." if _in_dollars(plain) else decimal
    for mark in (decimal, "," if decimal == "." else "."):
        other = "," if mark == "." else "."
        candidate = plain
        if _GROUPED[mark].fullmatch(candidate):
            candidate = candidate.replace(other, "")
        candidate = candidate.replace(mark, ".") if mark == "," and candidate.count(",") == 1 else candidate
        if _PLAIN_NUMBER.fullmatch(candidate):
            value = float(candidate)
            return (-value if negative else value) if abs(value) < 1e300 else None
    return None


def _without_sign(plain: str) -> str:
    """Without a currency's sign, or a unit, beside the number."""
    return _CURRENCY_SIGN.sub("", _CURRENCY_SIGN.sub("", plain))


def _in_dollars(plain: str) -> bool:
    """Whether a number has thousands grouped by commas beside the sign of a currency that is written so: ``$1,000``."""
    signs = _signs_with_commas()
    return ("," in plain and any(sign in plain.upper() for sign in signs)) and bool(
        _THOUSANDS.fullmatch(_without_sign(plain))
    )


@cache
def _signs_with_commas() -> tuple[str, ...]:
    return tuple(sign.upper() for sign, _ in phrases("grouped_by_commas"))


def bare_number(cell: str) -> str:
    """A cell without spaces, signs of currencies and units."""
    plain = _SPACES.sub("", cell).rstrip("-")
    return plain if _PLAIN_NUMBER.fullmatch(plain) else _without_sign(plain)


_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+")
_COMMA_DECIMAL = re.compile(
    r"\d,(?:\d{1,2}|\d{4,})$|\d\.\d{3},\d+$|^0,\d+$|^[+-]?\d{1,3}(?:\.\d{3}){2,}$|^[+-]?\d{4,},\d{3}$"
)
_DOT_DECIMAL = re.compile(
    r"\d\.(?:\d{1,2}|\d{4,})$|\d,\d{3}\.\d+$|^0\.\d+$|^[+-]?\d{1,3}(?:,\d{2,3})+,\d{3}$|^[+-]?\d{4,}\.\d{3}$"
)


EITHER_MARK: Final = ",."
"""The style of a column in which a comma is the decimal mark of some numbers, a point that of others."""


def mark_evidence(cells: Iterable[str]) -> tuple[int, int]:
    """How many of a column's cells show that the comma is its decimal mark, and how many that the point is."""
    comma = dot = 0
    for cell in cells:
        plain = bare_number(cell)
        comma += bool(_COMMA_DECIMAL.search(plain))
        dot += bool(_DOT_DECIMAL.search(plain)) or _in_dollars(cell)
    return comma, dot


def likelier(comma: int, dot: int) -> str | None:
    """The decimal mark more cells show; None where none of them shows it."""
    if not comma and not dot:
        return None
    return "," if comma > dot else "."


def decimal_mark(cells: Iterable[str]) -> str | None:
    """The decimal mark a column's numbers use; None where none of them shows it."""
    return likelier(*mark_evidence(cells))


_TIME = re.compile(r"[T ]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[AaPp]\.?[Mm]\.?)?(?:\s*(?:Z|[+-]\d{2}:?\d{2}))?$")
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_COMPACT = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_SERIAL = re.compile(r"([2-6]\d{4})(?:[.,]\d+)?")
_EITHER: Final = "either"
_EPOCH = date(1899, 12, 30)
_EARLIEST = date(1990, 1, 1)
_BUDDHIST: Final = range(2533, 2643)
"""Years that Thailand counts, 543 ahead: nobody means the ones they would be elsewhere."""
_SPACED_DOT = re.compile(r"(?<=\d)\.\s+(?=\d)")


@lru_cache(maxsize=65536)
def record_date(text: str, *, day_first: bool | None = None) -> tuple[date | None, str]:
    """The day of a record, and the style it is written in; (None, "") where it is no date.

    Styles: ``iso``, ``dotted``, ``day first``, ``month first``, ``either`` (which cannot be told from this
    value alone), ``compact``, ``serial`` (a spreadsheet's count of days), ``words``. A day and a month that
    cannot be told apart give no date unless ``day_first`` says which is which.
    """
    day, style = _dated(_TIME.sub("", text.strip()[:60]), day_first)
    return (day, style) if day or style == _EITHER else (None, "")


def _dated(plain: str, day_first: bool | None) -> tuple[date | None, str]:
    """The day a text says and the style; the style also of what only looks like a date: 32.13.2023."""
    if "." in plain and not any(map(str.isalpha, plain)):
        plain = _SPACED_DOT.sub(".", plain).removesuffix(".")  # as Serbs and Hungarians write: 3. 2. 2021.
    if found := _ISO.fullmatch(plain):
        return _day(int(found[1]), int(found[3]), int(found[4])), "iso"
    if found := _COMPACT.fullmatch(plain):
        return _day(*(int(part) for part in found.groups())), "compact"
    if found := _NUMERIC.fullmatch(plain):
        return _numeric(found, day_first)
    if found := _SERIAL.fullmatch(plain):
        return _EPOCH + timedelta(days=int(found[1])), "serial"
    if any(char.isalpha() for char in plain):
        if joined := _TOGETHER.fullmatch(plain):
            plain = " ".join(joined.groups())
        short = re.fullmatch(r"(.*\D)(\d{2})", plain)
        said_of_it = partial_date(plain) or (partial_date(f"{short[1]}20{short[2]}") if short else None)
        if said_of_it is None and "." in plain.strip("."):
            return record_date(" ".join(plain.replace(".", " ").split()), day_first=day_first)
        if said_of_it and (day := whole_date(said_of_it)):
            return day, "words"
    return None, ""


def _numeric(found: re.Match[str], day_first: bool | None) -> tuple[date | None, str]:
    first, second = int(found[1]), int(found[3])
    year = int(found[4]) + (2000 if len(found[4]) == 2 else 0)
    if found[2] == "." and second <= 12:
        return _day(year, second, first), "dotted"
    if first > 12:
        return _day(year, second, first), "day first"
    if second > 12:
        return _day(year, first, second), "month first"
    if first == second:
        return _day(year, first, second), _EITHER
    if day_first is None:
        return None, _EITHER
    return (_day(year, second, first) if day_first else _day(year, first, second)), _EITHER


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year - 543 if year in _BUDDHIST else year, month, day)
    except ValueError:
        return None


def plausible(day: date) -> bool:
    """Whether a record can be of that day: not before 1990, not more than a year ahead."""
    return _EARLIEST <= day <= date.today() + timedelta(days=366)
