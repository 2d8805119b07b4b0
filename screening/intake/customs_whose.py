"""Whose the numbers of a column are, told by the names they stand beside; and numbers that stand with many names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from rapidfuzz import fuzz

from screening.intake import check_digits
from screening.intake import customs_values as values
from screening.names.folding import fold
from screening.names.scripts import script_of
from screening.names.tokens import words
from screening.names.vocabulary import legal_forms

_FEWEST: Final = 8
"""Rows with a number and a name below which they tell nothing."""
_FITS: Final = 0.9
_ONE: Final = 0.98
"""Share of rows on which what stands beside a name must be its usual one."""
_BETTER: Final = 0.15
"""By how much more of the rows another party's names must go with the numbers."""
_MANY: Final = 3
"""Names that have nothing in common beside which a number is nobody's own."""
_MOST_ROWS: Final = 0.5
_ALIKE: Final = 70.0
_COMPARED: Final = 40
_TELLING: Final = 4
"""Letters of a word that two spellings of one name share."""

NOBODYS: Final = "column {!r} is no number of "
"""How the note begins of a column whose numbers are nobody's own."""


def better_fit(numbers: Sequence[str], names: Mapping[str, Sequence[str]], now: str) -> str:
    """The party whose names go with the numbers of a column, one with one; ``now`` where none does so clearly.

    Args:
        numbers: The column's cells.
        names: The cells of the names of each party.
        now: Whose the numbers are taken for.
    """
    fits = {party: _fit(numbers, cells) for party, cells in names.items()}
    best = max(fits, key=lambda party: fits[party], default=now)
    return best if fits.get(best, 0.0) >= _FITS and fits[best] >= fits.get(now, 0.0) + _BETTER else now


def of_the_declarant(
    numbers: Sequence[str], exporters: Sequence[str], importers: Sequence[str], ways: Sequence[str | None]
) -> bool:
    """Whether numbers are those of whoever exports or imports on each row, and not always of one of the two.

    Args:
        numbers: The column's cells.
        exporters: The exporters' names beside them.
        importers: The importers' names.
        ways: Import, export, or another or none, of each row.
    """
    mine = declarants(exporters, importers, ways)
    fit = _fit(numbers, mine)
    return fit >= _FITS and all(fit > _fit(numbers, others) for others in (exporters, importers))


def days_of_the_declarant(
    days: Sequence[str], exporters: Sequence[str], importers: Sequence[str], ways: Sequence[str | None]
) -> bool:
    """Whether each of those who export or import, whichever the row says, has one day, and better so than the exporters
    or importers by themselves. Several firms may have one day: they are founded by the dozen.

    Args:
        days: The column's cells.
        exporters: The exporters' names beside them.
        importers: The importers' names.
        ways: Import, export, or another or none, of each row.
    """
    mine = declarants(exporters, importers, ways)
    fit = _fit(days, mine)
    return each_has_one(list(zip(mine, days, strict=True))) and all(
        fit > _fit(days, others) for others in (exporters, importers)
    )


def declarants(exporters: Sequence[str], importers: Sequence[str], ways: Sequence[str | None]) -> list[str]:
    """Who exports or imports on each row, by what it says it is; empty where it says neither."""
    return [
        {"export": exporter, "import": importer}.get(way or "", "")
        for exporter, importer, way in zip(exporters, importers, ways, strict=True)
    ]


def each_has_one(pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether each name has one and the same thing beside it on nearly all rows: a firm its country."""
    beside: dict[str, Counter[str]] = defaultdict(Counter)
    for name, other in pairs:
        if values.said(name) and values.said(other):
            beside[name][other] += 1
    several = [found for found in beside.values() if found.total() > 1]
    rows = sum(found.total() for found in several)
    return rows >= _FEWEST and sum(found.most_common(1)[0][1] for found in several) >= _ONE * rows


def go_together(numbers: Sequence[str], names: Sequence[str]) -> bool:
    """Whether names go with what stands in another column, one with one, on nearly all rows that say both."""
    return _fit(numbers, names) >= _FITS


def _fit(numbers: Sequence[str], names: Sequence[str]) -> float:
    """The share of rows on which a number's usual name stands, or a name's usual number: the lesser of the two."""
    pairs = [(a, b) for a, b in zip(numbers, names, strict=True) if values.said(a) and values.said(b)]
    if len(pairs) < _FEWEST:
        return 0.0
    of_number: dict[str, Counter[str]] = defaultdict(Counter)
    of_name: dict[str, Counter[str]] = defaultdict(Counter)
    for number, name in pairs:
        of_number[number][name] += 1
        of_name[name][number] += 1
    usual = (sum(each.most_common(1)[0][1] for each in found.values()) for found in (of_number, of_name))
    return min(usual) / len(pairs)


def with_many_names(numbers: Sequence[str], names: Sequence[str]) -> tuple[dict[str, list[str]], bool]:
    """The numbers that stand with names that have nothing in common, with those; and whether most rows have one.

    Names in two scripts are not compared, and spellings of one name have something in common.
    """
    beside: dict[str, dict[str, None]] = defaultdict(dict)
    rows: Counter[str] = Counter()
    for cell, name in zip(numbers, names, strict=True):
        if not values.said(name):
            continue
        for number in check_digits.split(cell)[:1]:
            beside[number][name] = None
            rows[number] += 1
    found = {}
    for number, met in beside.items():
        if len(met) >= _MANY and len(apart := _apart(list(met)[:_COMPARED])) >= _MANY:
            found[number] = apart
    return found, bool(rows) and sum(rows[number] for number in found) >= _MOST_ROWS * rows.total()


def nobodys(heading: str, party: str, shared: Mapping[str, Sequence[str]], *, named: bool) -> str:
    """The note of such a column.

    Args:
        heading: Its heading.
        party: Whose it is taken for.
        shared: The numbers that stand with many names, with those.
        named: Whether the heading names that party.
    """
    number, beside = next(iter(shared.items()))
    own, role = ("it is", party) if named else ("it is a party's", "PARTY")
    return (
        f"{NOBODYS.format(heading)}the {party}'s own: {number} alone stands with {', '.join(beside[:3])}: not used; "
        f"where {own}, add --map {role}_tax_id={heading!r}"
    )


def _apart(names: Sequence[str]) -> list[str]:
    """Names that have nothing in common, the first of each kind."""
    apart: list[str] = []
    for name in names:
        if _own(name) and not any(_alike(name, other) for other in apart):
            apart.append(name)
    return apart


def _alike(one: str, other: str) -> bool:
    mine, theirs = _own(one), _own(other)
    if script_of("".join(mine)) != script_of("".join(theirs)) or not set(mine).isdisjoint(theirs):
        return True
    return fuzz.token_set_ratio(" ".join(mine), " ".join(theirs)) >= _ALIKE


@cache
def _forms() -> frozenset[str]:
    return frozenset(form for phrase in legal_forms() for form in phrase)


@lru_cache(maxsize=4096)
def _own(name: str) -> tuple[str, ...]:
    """The words of a name that are long enough to be its own, without legal forms."""
    said = tuple(word for word in words(fold(name)) if word not in _forms() and not word.isdigit())
    return tuple(word for word in said if len(word) >= _TELLING or not word.isascii()) or said
