"""JSON-stat: the answers of Eurostat's and many other offices' interfaces, as a table of dimensions and values."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any, Final

from screening.errors import InputError
from screening.intake.base import read_bytes
from screening.intake.records import cell_text
from screening.intake.tables import BadRow, Row, TextTable

_LARGEST: Final = 256 * 1024**2
_SHORTEST_CODE: Final = 4
"""Digits of a code of a good or a year, at least."""
_MOST_CELLS: Final = 20_000_000
"""Combinations of categories; an answer says its size itself, and need not mean it."""


def looks_like_json_stat(start: bytes) -> bool:
    """Whether a file's first bytes are those of a JSON-stat data set."""
    text = start.lstrip(b"\xef\xbb\xbf").lstrip()
    head = text[:400].replace(b" ", b"")
    return text[:1] == b"{" and b'"class":"dataset"' in head and b'"version":"2' in head


def json_stat_table(path: Path, name: str) -> TextTable:
    """One row for each figure: a column for each dimension, then ``value`` and ``status``.

    A dimension is given by its codes, or by its labels where the codes only number these.

    Raises:
        InputError: It is no whole data set, or says that it has too many figures.
    """
    try:
        whole = json.loads(read_bytes(path, limit=_LARGEST).decode("utf-8-sig"), parse_int=str, parse_float=str)
        names = list(whole["id"])
        categories = [_categories(whole["dimension"][each]) for each in names]
        values, status = whole["value"], whole.get("status") or {}
        figures = (
            dict(enumerate(values)) if isinstance(values, list) else {int(at): each for at, each in values.items()}
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        what = f"there is no {error}" if isinstance(error, KeyError) else "a part of it is not of the form it must have"
        raise InputError(
            f"is no whole JSON-stat data set: {what}", where=name, remedy="fetch it again, or as CSV"
        ) from error
    count = 1
    for each in categories:
        count *= len(each)
        if count > _MOST_CELLS:
            raise InputError(f"has more than {_MOST_CELLS:,} figures", where=name, remedy="fetch it in parts")
    if (last := max(figures, default=-1)) >= count:
        raise InputError(
            f"has a figure {last + 1:,}, and its dimensions have room for {count:,}",
            where=name,
            remedy="fetch it again, or as CSV",
        )

    def lines() -> Iterator[Row | BadRow]:
        yield Row(0, [*names, "value", "status"])
        for number, cells in enumerate(product(*categories)):
            if number not in figures:
                continue  # not published
            told = status.get(str(number), "") if isinstance(status, Mapping) else ""
            yield Row(number + 1, [*cells, cell_text(figures[number]) or ":", cell_text(told)])

    return TextTable("", lines, named=True)


def _categories(dimension: Mapping[str, Any]) -> list[str]:
    """What tells the categories of a dimension, in the order of its figures."""
    category = dimension["category"]
    labels = category.get("label") or {}
    index = category.get("index") or list(labels)
    codes = list(index) if isinstance(index, list) else sorted(index, key=lambda code: int(index[code]))
    numbers = all(code.isdecimal() for code in codes) and any(len(code) < _SHORTEST_CODE for code in codes)
    return [cell_text(labels.get(code, code) if numbers else code) for code in codes]
