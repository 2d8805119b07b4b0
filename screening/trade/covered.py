"""What a set of records covers, so that "nearly half" reads "47 % of the value of this good in this file"."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from screening.trade.amounts import not_converted_in_all
from screening.trade.book import Book
from screening.trade.bound import bound
from screening.trade.counting import ranked
from screening.trade.sides import MIXED, UNTOLD, sides

_CALLED: Final = {
    MIXED: "files of no one country's imports or exports",
    UNTOLD["to"]: "files of imports into a country that is not told",
    UNTOLD["from"]: "files of exports out of a country that is not told",
}
_OWN_LINE: Final = 0.05  # of the records: sides of fewer are said together
SCHEMA = pl.Schema({"what": pl.String(), "rows": pl.Float64(), "value": pl.Float64(), "said": pl.String()})


def coverage(book: Book) -> pl.DataFrame:
    """Period, direction, and the share of rows and of value (USD) that have what the flags need.

    Returns:
        ``what, rows, value, said``: shares between 0 and 1 (null where there is none), and the same in words; those of
        the value are of what was converted into dollars, and say so where that is not all. Only records that stand
        are counted; what was cancelled or amended is not.
    """
    lines = book.lines
    usd = lines.get_column("value_usd").fill_null(0.0)
    count, total = lines.height, float(usd.sum())
    rows: list[tuple[str, float | None, float | None, str]] = [
        ("records", float(count), total, f"{count:,} records, {total:,.0f} USD converted")
    ]
    first, last = lines.select(pl.col("date").min().alias("a"), pl.col("date").max().alias("b")).row(0)
    rows.append(("period", None, None, f"{first} to {last}" if first else "no dates"))
    numbers, ways = ranked(lines.get_column("direction"))
    met = zip([*ways, "not said"], np.bincount(numbers, minlength=len(ways) + 1).tolist(), strict=True)
    rows.append(("direction", None, None, ", ".join(f"{way}: {n:,}" for way, n in sorted(met) if n)))
    rows += [(f"history, {name}", None, None, said) for name, said in _history(book)]
    there = {
        "consignee": book.of_roles(["importer"]),
        "consignor": book.of_roles(["exporter"]),
        "consignee's tax id": _with_identifier(book),
    }
    have = {
        **{
            what: book.by_line(mine.get_column("line")).gather(lines.get_column("line")) for what, mine in there.items()
        },
        **lines.select(
            pl.col("hs6").is_not_null().alias("HS code of six digits"),
            (pl.coalesce("net_kg", "gross_kg") > 0).fill_null(value=False).alias("weight"),
            (pl.col("quantity") > 0).fill_null(value=False).alias("quantity"),
            pl.col("destination").is_not_null().alias("destination"),
        ).to_dict(),
    }
    lost = not_converted_in_all(lines)
    of = "value converted" if lost else "value"
    for what, mask in have.items():
        share = int(mask.sum()) / count if count else 0.0
        counted = usd if mask.all() else usd.filter(mask)
        worth = float(counted.sum()) / total if total else 0.0
        said = f"{share:.0%} of the rows" + (f", {worth:.0%} of the {of}" if total else "")
        if what == "destination":
            said += _by_consignee(book)
        rows.append((what, share, worth, said))
    valued = count - lines.get_column("value_usd").null_count()
    share = valued / count if count else 0.0
    said = "; ".join([f"{share:.0%} of the rows", *(f"not converted: {money}" for money in lost)])
    rows.append(("value in USD", share, None, said))
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def _by_consignee(book: Book) -> str:
    """How many of the rows name no destination but a consignee whose country stands for it; nothing where none do."""
    unsaid = book.lines.get_column("destination").null_count()
    instead = len(bound(book).known) - (book.lines.height - unsaid) if unsaid else 0
    if not instead:
        return ""
    return f"; for {instead / book.lines.height:.0%} of the rows the consignee's country stands for it"


def _history(book: Book) -> list[tuple[str, str]]:
    """What the files tell of, and how many months of it are covered before the day and since."""
    groups = sides(book).groups.sort("group")
    long = pl.col("rows") >= _OWN_LINE * book.lines.height
    found = []
    for group, before, after in groups.filter(long).select("group", "months_before", "months_after").iter_rows():
        said = f"{before} month{'s' * (before != 1)} covered before {book.rules.cut}, {after} since"
        found.append((_CALLED.get(group, f"files of what goes {group}"), said))
    few = groups.filter(~long)
    if few.height:
        most, records = few.select(pl.col("months_before").max(), pl.col("rows").sum()).row(0)
        names = "what goes to or from other countries" if found else "files of what goes to or from many countries"
        said = f"{records:,} records; at most {most} month{'s' * (most != 1)} covered before {book.rules.cut}"
        found.append((names, said))
    return found


def _with_identifier(book: Book) -> pl.DataFrame:
    known = book.parties.filter("identified").select("party")
    return book.of_roles(["importer"]).filter(pl.col("party").is_in(known.get_column("party").implode()))
