"""The book of a set of records: read once, its texts made numbers, its goods found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import polars as pl
import pyarrow as pa

from screening.frames import frame_of
from screening.trade import descriptions
from screening.trade.book import LISTINGS, PLACES, TOLD, Book
from screening.trade.goods import MARKS, GoodsList, best
from screening.trade.roles import parties_and_roles
from screening.trade.rules import Rulebook, load
from screening.trade.wording import plain_column

_CATEGORIES: Final = (
    *("source", "direction", "procedure", "hs_code", "hs_edition", "origin", "dispatch", "destination"),
    *("trading_country", "via", "currency", "unit"),
)
_KEPT: Final = ("date", "value", "value_usd", "gross_kg", "net_kg", "quantity")
HS6: Final = 6
_AT_ONCE: Final = 1_000_000
"""Lines whose descriptions are read together."""


def prepare(
    records: Any,
    parties: Any,
    *,
    met: tuple[pl.DataFrame, pl.DataFrame] | None = None,
    listings: pl.DataFrame | None = None,
    places: pl.DataFrame | None = None,
    rules: Rulebook | None = None,
    goods: GoodsList | None = None,
    own_goods: Sequence[Path] = (),
) -> Book:
    """Make the book of a set of records.

    Args:
        records: Table of schema `model.RECORDS` (Arrow, Polars, or a lazy frame over Parquet files).
        parties: Table of schema `model.RECORD_PARTIES`, likewise.
        met: Who is what on which line, where the reader of the records has it at hand (`roles.parties_and_roles`).
        listings: Parties found on lists, of `LISTINGS`; None where they were not screened.
        places: Parties at listed addresses, of `PLACES`; None where addresses were not looked up.
        rules: Thresholds and weights; the shipped ones without it.
        goods: The goods lists; those the rules name without it.
        own_goods: Further goods lists, the user's own.

    Raises:
        SettingsError: A goods list of the user's cannot be used.
    """
    rules = rules or load()
    goods = goods or GoodsList.read(rules.goods["lists"], own_goods)
    numbered = _lazy(records).with_row_index("line")
    if "via" not in numbered.collect_schema().names():
        numbered = numbered.with_columns(via=pl.lit(None, pl.String))
    standing = numbered.filter(pl.col("status").is_null())
    lines = standing.select(
        "line",
        *_KEPT,
        *(pl.col(name).cast(pl.Categorical) for name in _CATEGORIES),
        hs6=pl.when(pl.col("hs_code").str.len_chars() >= HS6)
        .then(pl.col("hs_code").str.slice(0, HS6))
        .cast(pl.Categorical),
    ).collect(engine="streaming")
    if not lines.get_column("line").is_sorted():
        lines = lines.sort("line")
    people, roles = parties_and_roles(_lazy(parties), standing.select("record_id", "line"), met)
    further = _further(standing)
    told = _told(numbered, lines, further)
    coded = lines.select("line", "hs_code", "hs_edition", "date")
    if further.height:
        coded = pl.concat([coded, further.cast(coded.schema)])
    marks = goods.marks(coded)
    return Book(
        lines=lines,
        roles=roles,
        parties=people,
        records=numbered,
        goods=_with_told(marks, told),
        told=told,
        listings=_joined(listings, LISTINGS, people),
        places=None if places is None else _joined(places, PLACES, people),
        has_listings=listings is not None,
        rules=rules,
    )


def _lazy(table: Any) -> pl.LazyFrame:
    if isinstance(table, pl.LazyFrame):
        return table
    if isinstance(table, pa.Table):
        table = frame_of(table)
    if isinstance(table, pl.DataFrame):
        return table.lazy()
    msg = f"a table of records is wanted, not {type(table).__name__}"
    raise TypeError(msg)


def _spoken(numbered: pl.LazyFrame, many: int) -> pl.DataFrame:
    """``line, description`` of what may tell a good: each different text of some lines is looked at once."""
    found = []
    for first in range(0, many, _AT_ONCE):
        # cut before anything is left out: then what stands before it need not be read again
        standing = numbered.slice(first, _AT_ONCE).filter(pl.col("status").is_null())
        some = standing.select("line", "description").drop_nulls("description").collect()
        texts = some.get_column("description").unique()
        plain = pl.select(plain_column(pl.lit(texts))).to_series()
        spoken = texts.filter(plain.str.contains_any(list(descriptions.needles())))
        if len(spoken):
            found.append(some.filter(pl.col("description").is_in(spoken.implode())))
    return pl.concat(found) if found else pl.DataFrame(schema={"line": pl.UInt32, "description": pl.String})


def _further(standing: pl.LazyFrame) -> pl.DataFrame:
    """``line, hs_code, hs_edition, date`` of the codes a line has beside its own: where a cell held several."""
    names = pl.Schema({"line": pl.UInt32(), "hs_code": pl.String(), "hs_edition": pl.String(), "date": pl.Date()})
    if "further_hs_codes" not in standing.collect_schema().names():
        return pl.DataFrame(schema=names)
    some = standing.select("line", "further_hs_codes", "hs_edition", "date").filter(
        pl.col("further_hs_codes").list.len() > 0
    )
    found = some.rename({"further_hs_codes": "hs_code"}).collect(engine="streaming")
    return found.explode("hs_code").select(names.names()).cast(names)


def _told(numbered: pl.LazyFrame, lines: pl.DataFrame, further: pl.DataFrame) -> pl.DataFrame:
    last = lines.get_column("line").max()
    found = _spoken(numbered, int(last) + 1 if isinstance(last, int) else 0)
    if found.is_empty():
        return pl.DataFrame(schema=TOLD)
    said = descriptions.tell(found.get_column("description").unique().to_list())
    others = further.group_by("line").agg(others=pl.col("hs_code").sort().str.join(" "))
    coded = found.join(lines.select("line", pl.col("hs_code").cast(pl.String)), on="line").join(
        others, on="line", how="left", maintain_order="left"
    )
    rows: list[tuple[Any, ...]] = []
    for (text, code, other), group in coded.group_by(["description", "hs_code", "others"]):
        codes = [code, *str(other or "").split()]
        for each in said.get(str(text), ()):
            fit = [descriptions.agrees(one, each.good, itself=each.itself) for one in codes]
            judged = (
                *(
                    each.good.good,
                    each.good.regime,
                    each.good.description,
                    each.words,
                    each.grade,
                    each.grade_words,
                ),
                True if True in fit else None if None in fit else False,
                descriptions.is_the_good(codes, each.good, itself=each.itself),
                each.first,
                *(each.good.weight, each.good.codes[0]),
            )
            rows.extend((line, *judged) for line in group.get_column("line"))
    return pl.DataFrame(rows, schema=TOLD, orient="row").sort("line", "good")


def _with_told(marks: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Goods told by their description, beside those told by code: of both, the code's speaks."""
    by_words = told.filter("is_the_good").select(
        "line",
        "regime",
        code=pl.col("main_code"),
        family=pl.col("main_code"),
        tier=pl.lit(None, pl.String),
        weight=pl.col("weight"),
        good=pl.col("what"),
        how=pl.lit("description"),
        text=pl.col("words"),
        since=pl.lit(None, pl.Date),
        in_force=pl.lit(None, pl.Boolean),
    )
    return best(pl.concat([marks.cast(MARKS), by_words.cast(MARKS)]))


def _joined(table: pl.DataFrame | None, schema: pl.Schema, people: pl.DataFrame) -> pl.DataFrame:
    if table is None:
        table = pl.DataFrame(schema=schema)
    return table.select(schema.names()).cast(schema).join(people.select("party", "subject_id"), on="subject_id")
