"""Which records tell of the same side of the same country's trade, and how far back each side goes."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

import numpy as np
import polars as pl

from screening.trade.book import Book
from screening.trade.counting import Numbers, pairs, ranked

MIXED: Final = "all"
"""The group of records of no one country's side."""
UNTOLD: Final = {"to": "into a country that is not told", "from": "out of a country that is not told"}
"""The groups of imports and exports of files that say nowhere whose they are."""
_ENDS: Final = {"to": ("destination", "importer"), "from": ("dispatch", "exporter")}
"""Of each side the column that says whose trade it is, and the party that is at home there."""
_WAYS: Final = {"import": "to", "export": "from"}
_MAIN_SHARE: Final = 0.8  # of a file's records of one direction: then they are the records of that country's side
_STATED: Final = 0.5  # of them say whose they are: else they are of a country that is not told
_OWN_SHARE: Final = 0.2  # of records of several countries: then those of one are a side of their own


class Sides(NamedTuple):
    """The sides that records tell of.

    Attributes:
        of_lines: For each row of ``book.lines`` the number of its group.
        groups: For each number ``group``, its ``rows``, and how many months the group covers before and since the day:
            ``months_before, months_after`` (whole months), and ``span_before, span_after``: the same with the part of
            the day's own month that is before and since, where there are records in it: what a mean of all that is
            before, and of all that is since, is over.
    """

    of_lines: pl.Series
    groups: pl.DataFrame


def sides(book: Book) -> Sides:
    """The side each record tells of: what goes to a country (its imports), or from it (its exports).

    A file may hold several: its imports tell nothing of exports, nor the imports of one country of another's. Records
    of one side are one group whatever their file: a year's history in one file covers the parties of the next. Months
    without records are covered where most of them have some (``months_filled``).
    """
    return book.kept("coverage", lambda: _made(book))


def _made(book: Book) -> Sides:
    keys, names = _keyed(book)
    counts = np.bincount(keys, minlength=len(names))
    there = np.flatnonzero(counts)
    number = np.zeros(len(names), dtype=np.uint32)
    number[there] = np.arange(len(there), dtype=np.uint32)
    of_lines = number[keys]
    groups = pl.DataFrame(
        {
            "number": np.arange(len(there), dtype=np.uint32),
            "group": [names[key] for key in there],
            "rows": counts[there],
        },
        schema={"number": pl.UInt32(), "group": pl.String(), "rows": pl.UInt32()},
    )
    months = _months(book, of_lines, len(there))
    groups = groups.join(months, on="number", how="left", maintain_order="left").with_columns(
        pl.col("months_before", "months_after", "span_before", "span_after").fill_null(0)
    )
    return Sides(pl.Series(of_lines, dtype=pl.UInt32), groups.drop("number"))


def _keyed(book: Book) -> tuple[Numbers, list[str]]:
    """For each line a number of its group, and what the groups are called."""
    lines = book.lines
    files, sources = ranked(lines.get_column("source"))
    ways, directions = ranked(lines.get_column("direction"))
    parts = files.astype(np.int64) * (len(directions) + 1) + ways  # the records of one direction in one file
    many = len(sources) * (len(directions) + 1)
    rows = np.bincount(parts, minlength=many)
    told = {side: ranked(lines.get_column(column)) for side, (column, _) in _ENDS.items()}
    at_home = {side: ranked(book.country_on(role).cast(pl.Categorical)) for side, (_, role) in _ENDS.items()}
    countries = sorted({*told["to"][1], *told["from"][1], *at_home["to"][1], *at_home["from"][1]})
    width = len(countries) + 1
    place = {country: number for number, country in enumerate(countries)}
    stated = {side: _placed(numbers, texts, place) for side, (numbers, texts) in told.items()}
    homes = {
        side: np.where(stated[side] < len(countries), stated[side], _placed(*at_home[side], place)) for side in _ENDS
    }
    met = {side: _by_part(pairs(parts, many, stated[side], len(countries))) for side in _ENDS}
    home = {side: _by_part(pairs(parts, many, homes[side], len(countries))) for side in _ENDS}
    # of each side, by part and country said: the key of the group; 0 is that of no one country's
    table = {side: np.zeros((many, width), dtype=np.uint32) for side in _ENDS}
    for part in np.flatnonzero(rows).tolist():
        way = part % (len(directions) + 1)
        of_way = _WAYS.get(directions[way]) if way < len(directions) else None
        of_part = [{each: counts[each].get(part, {}) for each in _ENDS} for counts in (met, home)]
        side, main, apart = _whose(of_way, int(rows[part]), *of_part)
        if side is None:
            continue
        # what says another country is of that one's side; what says none is of the file's
        base, unsaid = (width if side == "to" else 2 * width), len(countries)
        for country in range(unsaid) if apart is None else apart:
            table[side][part, country] = base + country
        if apart is None:
            table[side][part, unsaid] = base + (unsaid if main is None else main)
    keys = np.maximum(*(table[side][parts, stated[side]] for side in _ENDS))
    sided = [name for side in _ENDS for name in (*(f"{side} {country}" for country in countries), UNTOLD[side])]
    return keys, [MIXED] * width + sided


def _whose(
    side: str | None, rows: int, stated: dict[str, dict[int, int]], home: dict[str, dict[int, int]]
) -> tuple[str | None, int | None, frozenset[int] | None]:
    """Whose side records of one direction tell of: the side, its country if it is told, and, of records of several
    countries, those that are a side of their own.
    """
    for each in (side,) if side else _ENDS:
        # without a direction the parties tell nothing: either may be the one at home
        main = _main((home if side else stated)[each], rows)
        if main is not None:
            return each, main, None
    if not side:
        return None, None, None
    if sum(stated[side].values()) < _STATED * rows:
        return side, None, None
    other = "from" if side == "to" else "to"
    main = _main(stated[other], rows)
    if main is not None:
        return other, main, None
    return side, None, frozenset(each for each, n in stated[side].items() if n >= _OWN_SHARE * rows)


def _main(counts: dict[int, int], rows: int) -> int | None:
    return next((country for country, n in sorted(counts.items()) if n >= _MAIN_SHARE * rows), None)


def _by_part(counts: pl.DataFrame) -> dict[int, dict[int, int]]:
    found: dict[int, dict[int, int]] = {}
    for part, country, n in counts.iter_rows():
        found.setdefault(part, {})[country] = n
    return found


def _placed(numbers: Numbers, texts: pl.Series, place: dict[str, int]) -> Numbers:
    """Numbers of countries among some as their numbers among all; of none the number past the last."""
    return np.array([*(place[text] for text in texts), len(place)], dtype=np.uint32)[numbers]


def _months(book: Book, of_lines: Numbers, many: int) -> pl.DataFrame:
    """For each group with dated records how many months it covers."""
    cut = book.rules.cut
    # whole months only: the month of the day itself is neither before nor since
    own_month, first_after = cut.replace(day=1), date(cut.year + cut.month // 12, cut.month % 12 + 1, 1)
    early = (cut - own_month) / (first_after - own_month)
    days = book.lines.get_column("date").cast(pl.Int32)
    known = days.drop_nulls().to_numpy()
    base, span = (int(known.min()), int(np.ptp(known)) + 1) if len(known) else (0, 0)
    of_day = (days - base).fill_null(span).to_numpy()
    met = pairs(of_lines, many, of_day, span)
    dated = met.select(number="one", date=(pl.col("other").cast(pl.Int32) + base).cast(pl.Date))
    filled, own = book.rules.months_filled, pl.lit(own_month.year * 12 + own_month.month)
    begin, end = pl.col("month").min(), pl.col("month").max() + 1
    return (
        dated.with_columns(month=pl.col("date").dt.year() * 12 + pl.col("date").dt.month())
        .group_by("number")
        .agg(
            months_before=_covered(pl.col("date") < own_month, begin, pl.min_horizontal(end, own), filled),
            months_after=_covered(pl.col("date") >= first_after, pl.max_horizontal(begin, own + 1), end, filled),
            part_before=((pl.col("date") >= own_month) & (pl.col("date") < cut)).any() * early,
            part_after=((pl.col("date") >= cut) & (pl.col("date") < first_after)).any() * (1 - early),
        )
        .with_columns(
            span_before=pl.col("months_before") + pl.col("part_before"),
            span_after=pl.col("months_after") + pl.col("part_after"),
        )
        .drop("part_before", "part_after")
    )


def _covered(side: pl.Expr, begin: pl.Expr, end: pl.Expr, filled: float) -> pl.Expr:
    """How many whole months dates on one side of the day cover, from the month ``begin`` to that before ``end``."""
    met = pl.col("month").filter(side).n_unique()
    reach = (end - begin).clip(lower_bound=0)
    return pl.when(met >= reach * filled).then(pl.max_horizontal(reach, met)).otherwise(met)
