"""Plain text tables for the benchmarks' output."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence


def show(title: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print one table: text to the left, figures to the right."""
    cells = [[_text(cell) for cell in row] for row in rows]
    widths = [max([_width(name), *(_width(row[at]) for row in cells)]) for at, name in enumerate(header)]
    left = [at == 0 or any(row[at][:1].isalpha() for row in cells) for at in range(len(header))]
    print(f"\n{title}\n{'=' * len(title)}")
    for row in (header, *cells):
        print("  ".join(_pad(cell, widths[at], left[at]) for at, cell in enumerate(row)).rstrip())


def _text(cell: object) -> str:
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)


def _width(text: str) -> int:
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def _pad(text: str, width: int, left: bool) -> str:
    space = " " * (width - _width(text))
    return text + space if left else space + text
