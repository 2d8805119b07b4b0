"""What stands beside a value in its cell or heading: a unit, a currency, a label, words of explanation, other codes."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from screening.intake import customs_values as values
from screening.intake import customs_wording as wording
from screening.intake.currencies import currency
from screening.names.tokens import words

_APART = re.compile(r"\s+|\s*/\s*")
_LABELLED = re.compile(r"[^\W\d]{2,4}(?:[\s.][^\W\d]{2,6})?[\s.:#№-]*(?=\d)")
_EXPLAINED = re.compile(r"(\d[\d.]{5,16})\s*(?:[-–—:]\s*|\s)(?=[^\W\d])")
_FEWEST_DIGITS = 4
_FEWEST_APART = 6
"""Digits of codes with nothing but a space or stroke between them: fewer may be the parts of one."""
_ONE_CODE = 8
"""Characters within which no two codes stand."""


def hs_in(text: str, *, odd_length: int = 0) -> tuple[str | None, str | None]:
    """As `values.hs_code`, of a cell headed as such: also with a label before it, words after it, or other codes.

    Of several codes the first is given, which the note says; `further_hs` gives the others.
    """
    code, note = values.hs_code(text, odd_length=odd_length)
    if code:
        return code, note
    plain = text.strip(" []{}()'\"“”„«»=`\t")
    labelled = _LABELLED.sub("", plain, count=1) if _LABELLED.match(plain) else plain
    explained = _EXPLAINED.match(labelled)
    for part in (labelled, explained[1] if explained else ""):
        if part and part != text:
            found, mended = values.hs_code(part, odd_length=odd_length)
            if found:
                return found, mended or f"HS code {text[:60]!r} read as {found}"
    codes = _several(labelled, odd_length)
    if codes:
        return codes[0], f"{len(codes)} HS codes in {text[:60]!r}: all were tested, the first stands for the record"
    return None, note


def further_hs(text: str, *, odd_length: int = 0) -> tuple[str, ...]:
    """The codes of a cell behind its first; nothing where it holds one, or something else."""
    if len(text) <= _ONE_CODE or values.hs_code(text, odd_length=odd_length)[0]:
        return ()
    plain = text.strip(" []{}()'\"“”„«»=`\t")
    codes = _several(_LABELLED.sub("", plain, count=1) if _LABELLED.match(plain) else plain, odd_length)
    return tuple(dict.fromkeys(code for code in codes[1:] if code != codes[0]))


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"\s*[;,|+&\n]\s*|\s+(?:{wording.any_written('and')})\s+")


def _several(text: str, odd_length: int) -> list[str]:
    """The codes of a cell that holds several and nothing else."""
    for marks, fewest in ((_between(), _FEWEST_DIGITS), (_APART, _FEWEST_APART)):
        parts = [part.strip(" '\"") for part in marks.split(text.strip())]
        if marks is _APART and len({len(part) for part in parts}) > 1:
            continue  # a declaration's number
        codes = [values.hs_code(part, odd_length=odd_length)[0] if len(part) >= fewest else None for part in parts]
        if len(codes) > 1 and all(codes):
            return [code for code in codes if code]
    return []


_INCOTERM = re.compile(
    r"([^\W\d_]{3}|c\s?[&+]\s?f|ex[- ]?works)(?![^\W_])[\s,.;:/()-]*(.*?)[\s,;:)]*", re.IGNORECASE | re.DOTALL
)


@cache
def _edition_of_terms() -> re.Pattern[str]:
    terms = wording.any_written("terms")
    return re.compile(rf"[\s(]*(?:{terms})?[\s®-]*(?:19|20)\d{{2}}[\s)]*$", re.IGNORECASE)


@lru_cache(maxsize=65536)
def incoterm_in(cell: str) -> tuple[str | None, str | None]:
    """The delivery term a cell begins with and the place named behind it: ``CIF МОСКВА``, ``DAP - Almaty (2020)``."""
    found = _INCOTERM.fullmatch(cell.strip())
    term = wording.vocabulary("incoterm").get(" ".join(words(found[1]))) if found else None
    if not found or term is None:
        return None, None
    place = _edition_of_terms().sub("", found[2]).strip(" ,;:")
    return term, place if any(char.isalpha() for char in place) else None


_SIGNS = re.compile(r"[\d\s.,'’()+−\-\u00a0\u202f\u2009]+")


@lru_cache(maxsize=65536)
def currency_in(cell: str, home: str = "") -> str | None:
    """The currency an amount names beside its digits (``EUR 1,200.00``, ``99 €``); None where it names none, or several
    bear the name and none of them is that of ``home``.
    """
    said_ = _SIGNS.sub(" ", cell).strip()
    return currency(said_, home) if said_ and len(said_) <= 20 else None


_WORDED = re.compile(r"[+-]?\d[\d\s.,'’\u00a0\u202f\u2009]*?\s*([^\W\d_][^\d,;:]{0,19}|[^\W\d_]+[23²³])")


def multiple_in(cell: str) -> float | None:
    """How many times the number in a cell is meant (``1,5 млн``, ``12 тыс. шт``); None where just once."""
    unit = unit_in(cell)
    first = words(unit)[:1] if unit else []
    found = wording.vocabulary("multiple").get(first[0]) if first else None
    return float(found) if found else None


@lru_cache(maxsize=65536)
def unit_in(cell: str) -> str | None:
    """The unit that stands behind a number in its cell (``12 PCS``); None where none does."""
    found = _WORDED.fullmatch(cell.strip())
    return found[1].strip() if found else None


def unit_of_heading(heading: str) -> str | None:
    """The unit a quantity's heading names: ``Кол-во, шт``, ``Quantity (kg)``, ``Surface (m²)``; None where none is."""
    counted, weighed = wording.vocabulary("counted"), wording.vocabulary("weight_unit")
    tokens = words(heading)
    said_ = {token for token in tokens if token in counted or (len(token) > 1 and token in weighed)}
    whole = f" {' '.join(tokens)} "
    for kind in ("area", "length"):
        said_ |= {unit for phrase, unit in wording.vocabulary(kind).items() if f" {phrase} " in whole}
    return said_.pop() if len(said_) == 1 else None


@lru_cache(maxsize=4096)
def is_total(text: str) -> bool:
    """Whether a cell is the label of a row of totals: "Total", "Итого за период", "Summe 2022"."""
    tokens, known, beside = words(text), wording.vocabulary("total"), wording.vocabulary("total_beside")
    for length in range(min(3, len(tokens)), 0, -1):
        if " ".join(tokens[:length]) in known:
            return all(token in beside or token in known or token.isdigit() for token in tokens[length:])
    return False
