"""Which files record the same side of the same country's trade, and how far back each side goes."""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np
import polars as pl

from screening.trade.book import Book
from screening.trade.counting import most as most_of
from screening.trade.counting import pairs, ranked

MIXED: Final = "all"
"""The group of files that record no one country's side."""
_MAIN_SHARE: Final = 0.8  # of a file's records: then it is the record of that country's side


def coverage_groups(book: Book) -> pl.DataFrame:
    """For each file: its group, and how many months its group covers before and since the day.

    Files that record the same side (imports of one country, exports of another) are one group: a year's history
    in one of them covers the parties of the next. Months without records are covered where most of them have some
    (``months_filled``). ``source, group, months_before, months_after`` (whole months), and
    ``span_before, span_after``: the same with the part of the day's own month that is before and since, where there are
    records in it: what a mean of all that is before, and of all that is since, is over.
    """
    return book.kept("coverage", lambda: _made_groups(book))


def _made_groups(book: Book) -> pl.DataFrame:
    cut = book.rules.cut
    # whole months only: the month of the day itself is neither before nor since
    own_month, first_after = cut.replace(day=1), date(cut.year + cut.month // 12, cut.month % 12 + 1, 1)
    early = (cut - own_month) / (first_after - own_month)
    files, names = ranked(book.lines.get_column("source"))
    most = pl.DataFrame({"source": names, "rows": np.bincount(files, minlength=len(names))})
    for name, share in (("direction", "one_way"), ("destination", "to_one"), ("dispatch", "from_one")):
        said, texts = ranked(book.lines.get_column(name))
        first = most_of(pairs(files, len(names), said, len(texts)))
        first = first.select(
            names.gather(first.get_column("one")).alias("source"),
            texts.gather(first.get_column("other")).alias(name),
            "n",
        )
        most = most.join(first, on="source", how="left").with_columns(
            (pl.col("n").fill_null(0) / pl.col("rows")).alias(share)
        )
        most = most.drop("n")
    into, out = pl.format("to {}", "destination"), pl.format("from {}", "dispatch")
    groups = most.select(
        "source",
        group=pl.when((pl.col("direction") == "import") & (pl.col("to_one") >= _MAIN_SHARE))
        .then(into)
        .when((pl.col("direction") == "export") & (pl.col("from_one") >= _MAIN_SHARE))
        .then(out)
        .when(pl.col("to_one") >= _MAIN_SHARE)
        .then(into)
        .when(pl.col("from_one") >= _MAIN_SHARE)
        .then(out)
        .otherwise(pl.lit(MIXED)),
    )
    days = book.lines.get_column("date").cast(pl.Int32)
    known = days.drop_nulls().to_numpy()
    base, span = (int(known.min()), int(np.ptp(known)) + 1) if len(known) else (0, 0)
    of_day = (days - base).fill_null(span).to_numpy()
    met = pairs(files, len(names), of_day, span)
    dated = met.select(
        names.gather(met.get_column("one")).alias("source"),
        date=(pl.col("other").cast(pl.Int32) + base).cast(pl.Date),
    )
    filled, own = book.rules.months_filled, pl.lit(own_month.year * 12 + own_month.month)
    begin, end = pl.col("month").min(), pl.col("month").max() + 1
    months = (
        dated.join(groups, on="source")
        .with_columns(month=pl.col("date").dt.year() * 12 + pl.col("date").dt.month())
        .group_by("group")
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
    return groups.join(months, on="group", how="left").with_columns(
        pl.col("months_before", "months_after", "span_before", "span_after").fill_null(0)
    )


def _covered(side: pl.Expr, begin: pl.Expr, end: pl.Expr, filled: float) -> pl.Expr:
    """How many whole months dates on one side of the day cover, from the month ``begin`` to that before ``end``."""
    met = pl.col("month").filter(side).n_unique()
    reach = (end - begin).clip(lower_bound=0)
    return pl.when(met >= reach * filled).then(pl.max_horizontal(reach, met)).otherwise(met)
