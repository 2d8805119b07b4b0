"""The months by their names, in the languages of ``lists/words/months.tsv``."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from screening.names.folding import fold
from screening.reference import table

_SHORTEST: Final = 3
"""Letters an abbreviated month has at least."""


@lru_cache(maxsize=4096)
def month_named(text: str) -> int | None:
    """The number of a month by its name in any language, or by the beginning of one that is no other month's."""
    names, folded = _names(), fold(text)
    if len(folded) < _SHORTEST or folded in names:
        return names.get(folded)
    found = {number for name, number in names.items() if name.startswith(folded)}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4096)
def month_in_full(text: str) -> str | None:
    """The English name of a month, in lower case, by its whole name in any language, folded; else None."""
    month = _names().get(text)
    return english_months()[month - 1].lower() if month else None


@cache
def english_months() -> tuple[str, ...]:
    """January to December, in full; the first three letters of each are its short form."""
    return tuple(row["english"].split(";")[0].strip() for row in _rows())


@cache
def english_forms() -> dict[str, int]:
    """The months as English dates have them, in full and short, in lower case, by their numbers."""
    return {form.strip().lower(): int(row["month"]) for row in _rows() for form in row["english"].split(";")}


@cache
def _names() -> dict[str, int]:
    return {fold(name.strip()): int(row["month"]) for row in _rows() for name in row["names"].split(";")}


def _rows() -> list[dict[str, str]]:
    return table("words/months.tsv").rows
