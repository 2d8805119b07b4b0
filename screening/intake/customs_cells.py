"""What single cells of customs records say: days, units, editions, numbers of ships and containers, or nothing."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Final

import polars as pl

from screening.intake import check_digits
from screening.intake import customs_beside as beside
from screening.intake import customs_values as values
from screening.intake import customs_wording as wording
from screening.intake.base import shorten
from screening.intake.nothing import without_nothing
from screening.reference import table

MAX_TEXT: Final = 4_000
LIST_SEPARATORS: Final = re.compile(r"\s*[;,|\n/]\s*")
_CONTAINER: Final = re.compile(r"[A-Z]{4}\d{7}")
_UNIT_KG: Final = {"kg": 1.0, "t": 1000.0, "lb": 0.45359237, "g": 0.001}


def one_imo(text: str) -> tuple[str | None, str | None]:
    """A ship's number, and what is wrong with it."""
    digits = "".join(char for char in text if char.isdigit())
    if not digits:
        return None, None
    return digits, None if check_digits.valid_imo(digits) else f"IMO number {shorten(text, 30)!r} fails its check"


def one_container(text: str) -> tuple[str | None, str | None]:
    """The container numbers of a cell, and what is wrong with them."""
    numbers = [re.sub(r"[^0-9A-Z]", "", part) for part in LIST_SEPARATORS.split(text.upper())]
    numbers = [each for each in numbers if each]
    formed = [each for each in numbers if _CONTAINER.fullmatch(each)]
    numbers = formed or numbers  # beside a container's number stands its seal's
    wrong = [each for each in numbers if not check_digits.valid_container(each)]
    note = f"container number {shorten(', '.join(wrong), 60)} fails its check" if wrong else None
    return "; ".join(dict.fromkeys(numbers)) or None, note


def telling(texts: pl.Series) -> pl.Series:
    """The texts, at most so long, those that say nothing null."""
    said = texts.str.slice(0, MAX_TEXT) if (texts.str.len_bytes() > MAX_TEXT).any() else texts
    return without_nothing(said, "cell")


def plausible_date(cell: str, order: bool | None) -> date | None:
    """The day a cell says, where trade can be of that day."""
    day = values.record_date(cell, day_first=order)[0]
    return day if day and values.plausible(day) else None


def weight_unit(text: str) -> float | None:
    """Kilograms in a unit of weight."""
    from screening.names.tokens import words

    kind = wording.vocabulary("weight_unit").get(" ".join(words(text)))
    return _UNIT_KG.get(kind or "")


def unit_of_weights(text: str) -> float | None:
    """The same in a column of units of weights, where an air waybill's L is pounds and no litre."""
    return _UNIT_KG["lb"] if text.strip().upper() == "L" else weight_unit(text)


def weight_in(text: str) -> float | None:
    """Kilograms in the unit of weight that stands behind a number in its cell."""
    unit = beside.unit_in(text)
    return weight_unit(unit) if unit else None


@cache
def editions() -> tuple[list[str], list[str | None]]:
    """The days from which editions of the Harmonized System are in force, in order, and their names; None from a day on
    which the edition before may still be the tariff's.
    """
    starts: list[tuple[str, str | None]] = []
    for row in table("rules/hs_editions.tsv").rows:
        settled = row["settled"] or row["from"]
        starts += [(row["from"], None)] if settled > row["from"] else []
        starts.append((settled, row["edition"]))
    starts.sort(key=lambda each: each[0])
    return [start for start, _ in starts], [name for _, name in starts]
