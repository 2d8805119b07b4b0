"""What must not be added up twice: amended, cancelled and repeated declarations, and totals that stand on every line.

Only what tells rows apart is kept of each, some sixty bytes, so that five million rows fit in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import polars as pl

from screening.intake.customs_header_totals import FIGURES, TOTALS, totals, with_totals
from screening.intake.customs_reversals import Reversals
from screening.record_notes import beginning

_CONTENT: Final = (
    *("date", "direction", "procedure_code", "hs_code", "description", "origin", "dispatch", "destination"),
    *(
        "value",
        "currency",
        "gross_kg",
        "net_kg",
        "quantity",
        "unit",
        "container",
        "vessel",
        "version",
        "status",
        "changed",
    ),
)
MOST_CORRECTIONS: Final = 9
"""Corrections of one declaration that are numbered behind its own number."""
_AT_ONCE: Final = 400_000
"""About how many rows are judged together."""
UPDATES: Final = {
    "line": pl.UInt32,
    "new_status": pl.String,
    "note": pl.String,
    **{f"no_{total}": pl.Boolean for total in TOTALS},
}


class Folds:
    """Gathers what identifies each row; `updates` then says which rows do not count, and why."""

    def __init__(self) -> None:
        self._kept: list[pl.DataFrame] = []
        self._replacing: list[pl.DataFrame] = []
        self._reversals = Reversals()
        self._lines = 0

    def add(self, records: pl.DataFrame) -> None:
        """Take up a batch, in the order in which the records are written."""
        first, self._lines = self._lines, self._lines + records.height
        absent = [each for each in ("changed", "newer") if each not in records.columns]
        records = records.with_columns(pl.lit(value=False).alias(each) for each in absent)
        records = records.with_row_index("line", offset=first)
        self._reversals.add(records, _kind)
        keyed = records.filter(
            (pl.col("declaration").is_not_null() | pl.col("status").is_not_null())
            & pl.col("status").ne_missing("repeated")  # of a file read already: told, and nothing to be judged by
        )
        if not keyed.height:
            return
        self._note_replacing(keyed)
        self._kept.append(
            keyed.with_columns(_kind(keyed).alias("kind")).select(
                pl.col("line").cast(pl.UInt32),
                pl.col("declaration").hash().alias("declaration"),
                pl.col("declaration").is_null().alias("nameless"),
                pl.when(pl.col("item").is_not_null()).then(pl.col("item").hash()).alias("item"),
                _hashed(keyed, ("hs_code", "description", "container")).alias("good"),
                "kind",
                _hashed(keyed, _CONTENT).alias("content"),
                pl.col("version").str.extract(r"(\d+)").cast(pl.Int32, strict=False).alias("version"),
                pl.col("date"),
                (pl.col("status") == "cancelled").fill_null(value=False).alias("cancelled"),
                (pl.col("status") == "amended").fill_null(value=False).alias("amended"),
                "changed",
                "newer",
                pl.col("notes")
                .list.eval(pl.element().str.starts_with(beginning("late_change")))
                .list.any()
                .alias("told"),
                *FIGURES,
            )
        )

    def _note_replacing(self, keyed: pl.DataFrame) -> None:
        """Rows that name the declaration theirs replaces: ``declaration, item`` of what is replaced, ``corrects``."""
        if "replaces" not in keyed.columns or keyed.get_column("replaces").null_count() == keyed.height:
            return
        naming = keyed.filter(
            pl.col("replaces").is_not_null()
            & (pl.col("replaces") != pl.col("declaration"))
            & (pl.col("status") != "cancelled").fill_null(value=True)
        )
        number = pl.col("declaration").str.strip_prefix(pl.col("replaces")).str.extract(r"^/0?(\d)$").cast(pl.Int8)
        numbered = naming.filter(number > 1)
        earlier = [
            numbered.filter(number > before).with_columns(replaces=pl.col("replaces") + f"{mark}{before}")
            for before in range(1, MOST_CORRECTIONS if numbered.height else 0)
            for mark in ("/", "/0")
        ]
        self._replacing.append(
            pl.concat([naming, *earlier]).select(
                pl.col("replaces").hash().alias("declaration"),
                pl.when(pl.col("item").is_not_null()).then(pl.col("item").hash()).alias("item"),
                pl.col("corrects").fill_null(value=False),
            )
        )

    def _with_replaced(self, rows: pl.DataFrame) -> pl.DataFrame:
        """The rows, as ``amended`` those that a declaration of another number replaces: line by line where both have
        items, else as a whole. Where it does not say so itself, the replaced row must.
        """
        if not self._replacing:
            return rows
        by = pl.concat(self._replacing)
        self._replacing.clear()
        said = (pl.col("corrects") | pl.col("changed")).fill_null(value=False)
        of = rows.select("line", "declaration", "item", "changed").join(
            by.unique(), on="declaration", how="inner", suffix="_by"
        )
        alike = (pl.col("item") == pl.col("item_by")).fill_null(value=True)
        gone = of.filter(said & alike).get_column("line").unique()
        return rows.with_columns(amended=pl.col("amended") | pl.col("line").is_in(gone.implode()))

    def updates(self) -> pl.DataFrame:
        """The rows to change, sorted by ``line`` (in the order given): ``new_status``, ``note``, ``no_value`` …"""
        if not self._kept:
            return pl.DataFrame(schema=UPDATES)
        rows = self._with_replaced(pl.concat(self._kept))
        self._kept.clear()
        parts = [
            rows.filter(pl.col("nameless")).select(
                "line",
                pl.when("cancelled").then(pl.lit("cancelled")).otherwise(pl.lit("amended")).alias("new_status"),
                pl.lit("the table says so").alias("note"),
            )
        ]
        named = rows.filter(~pl.col("nameless")) if rows.get_column("nameless").any() else rows
        del rows
        doubtful = _doubtful(named)
        judged = [_judged(some) for some in _shares(named.filter(doubtful))]
        parts += [
            some.filter(pl.col("new_status").is_not_null()).select("line", "new_status", "note") for some in judged
        ]
        gone = pl.concat(parts).get_column("line")
        out = pl.col("line").is_in(gone.implode())
        standing = named.filter(~out) if len(gone) else named
        back = self._reversals.updates(standing, named.filter(out) if len(gone) else named.head(0))
        if back.height:
            taken = pl.col("line").is_in(back.get_column("line").implode())
            parts = [*(part.filter(~taken) for part in parts), back]
            standing = standing.filter(~taken)
        parts += [totals(some) for some in _shares(with_totals(standing))]
        return (
            pl.concat(parts, how="diagonal")
            .select(
                pl.col(name).cast(kind) if name in _names(parts) else pl.lit(None, kind).alias(name)
                for name, kind in UPDATES.items()
            )
            .sort("line")
        )


def _hashed(rows: pl.DataFrame, columns: Sequence[str]) -> pl.Expr:
    """What several columns say as one number: the hashes of each with a seed of its own, added up, nulls as nought.

    Several times quicker than the hash of a struct, and a column that says nothing anywhere costs nothing.
    """
    parts = [
        pl.when(pl.col(name).is_not_null()).then(pl.col(name).hash(seed)).otherwise(pl.lit(0, pl.UInt64))
        for seed, name in enumerate(columns, start=1)
        if rows.get_column(name).null_count() < rows.height
    ]
    return pl.sum_horizontal(pl.lit(0, pl.UInt64), *parts)


def _kind(rows: pl.DataFrame) -> pl.Series:
    """The good of rows, its description in capitals or not: an amendment is often typed anew."""
    words = rows.select("hs_code", words=pl.col("description").str.to_lowercase())
    return words.select(_hashed(words, ("hs_code", "words")).alias("kind")).to_series()


def _names(parts: list[pl.DataFrame]) -> set[str]:
    return {name for part in parts for name in part.columns}


def _shares(rows: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """The rows, some declarations at a time: they say nothing of each other, and memory stays small."""
    shares = 1 + rows.height // _AT_ONCE
    for share in range(shares):
        yield rows if shares == 1 else rows.filter(pl.col("declaration") % shares == share)


def _doubtful(rows: pl.DataFrame) -> pl.Series:
    """Which rows may not stand: their line comes again, was amended, or its declaration cancelled."""
    # of as many bits, seldom alike
    keys = rows.select(pl.col("declaration") ^ (pl.col("item").fill_null(0) // 3)).to_series()
    in_order = keys.sort().to_numpy()
    twice = in_order[1:] == in_order[:-1]
    if twice.any():
        again = keys.is_in(pl.Series(in_order[1:][twice], dtype=pl.UInt64).unique().implode())
    else:
        again = pl.repeat(value=False, n=len(keys), eager=True)
    cancelled = rows.get_column("declaration").filter(rows.get_column("cancelled")).unique()
    if len(cancelled):
        again |= rows.get_column("declaration").is_in(cancelled.implode())
    changed = rows.get_column("declaration").filter(rows.get_column("changed") | rows.get_column("newer")).unique()
    if len(changed):
        again |= rows.get_column("declaration").is_in(changed.implode())
    return again | rows.get_column("amended") | rows.get_column("cancelled")


def _judged(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with ``new_status`` and ``note``: which are repeated, cancelled or amended."""
    whole = ["declaration", "item"]
    # of the same line twice that counts whose remark says what was changed
    rows = rows.sort("told", "line", descending=[True, False]).with_columns(
        repeated=~pl.struct("declaration", "item", "content").is_first_distinct(),
    )
    rows = rows.sort("line")
    # a declaration cancelled without an item is cancelled as a whole; what is entered after that stands
    ends = rows.filter(pl.col("cancelled")).group_by(whole).agg(pl.col("line").max().alias("until"))
    all_of_it = ends.filter(pl.col("item").is_null()).select("declaration", pl.col("until").alias("until_all"))
    rows = rows.join(ends, on=whole, how="left", nulls_equal=True, maintain_order="left")
    rows = rows.join(all_of_it, on="declaration", how="left", maintain_order="left")
    until = pl.max_horizontal("until", "until_all")
    rows = rows.with_columns(is_cancelled=(pl.col("line") <= until).fill_null(value=False))
    live = rows.filter(~pl.col("repeated") & ~pl.col("is_cancelled") & pl.col("item").is_not_null())
    again = live.group_by(whole).len().filter(pl.col("len") > 1)
    groups = (
        live.join(again, on=whole, how="semi")
        .group_by(whole)
        .agg(
            pl.len().alias("rows"),
            pl.col("version").n_unique().alias("versions"),
            (pl.col("amended") | pl.col("changed") | pl.col("newer")).any().alias("said"),
            pl.col("good").n_unique().alias("goods"),
            pl.col("line").sort_by(_order()).last().alias("stands"),
        )
        .filter((pl.col("rows") > 1) & ((pl.col("versions") > 1) | pl.col("said") | (pl.col("goods") == 1)))
        .select(*whole, "stands")
    )
    rows = rows.join(groups, on=whole, how="left", nulls_equal=False, maintain_order="left")
    rows = _changed_without_items(rows)
    replaced = pl.col("stands").is_not_null() & (pl.col("line") != pl.col("stands"))
    return rows.with_columns(
        new_status=pl.when("is_cancelled")
        .then(pl.lit("cancelled"))
        .when("repeated")
        .then(pl.lit("repeated"))
        .when(replaced | pl.col("amended"))
        .then(pl.lit("amended")),
        note=pl.when("is_cancelled")
        .then(pl.lit("the declaration was cancelled"))
        .when("repeated")
        .then(pl.lit("the same line of the same declaration again"))
        .when(replaced)
        .then(pl.lit("a later version of this line stands for it"))
        .when("amended")
        .then(pl.lit("the table says that it was replaced")),
    )


def _changed_without_items(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with ``stands`` where no item tells the lines apart and one of several of a good is said to be changed,
    or is of a later version.

    The last of them stands for those that agree with it in a figure: an amendment seldom changes all of them, and two
    lines of one good seldom agree. A status is the declaration's: of two rows of one code and description of which one
    alone is said to be changed, that one may name another container; so may a later version.
    """
    line = ["declaration", "of"]
    live = rows.filter(pl.col("item").is_null() & ~pl.col("repeated") & ~pl.col("is_cancelled") & ~pl.col("amended"))
    kind = ["declaration", "kind"]
    changed = pl.col("changed") | pl.col("newer")
    paired = (pl.len().over(kind) == 2) & (changed.sum().over(kind) == 1)
    later = pl.col("version").drop_nulls().n_unique().over(kind) > 1
    live = live.with_columns(of=pl.when(paired | later).then("kind").otherwise("good"), later=later)
    live = live.filter((changed.any().over(line) | pl.col("later")) & (pl.len().over(line) > 1))
    if not live.height:
        return rows
    last = [pl.col(each).sort_by(_order()).last().over(line) for each in ("line", *FIGURES)]
    agreeing = pl.any_horizontal(
        (pl.col(each) == value).fill_null(value=False) for each, value in zip(FIGURES, last[1:], strict=True)
    )
    found = live.select("line", pl.when(agreeing).then(last[0]).alias("_last")).drop_nulls()
    rows = rows.join(found, on="line", how="left", maintain_order="left")
    return rows.with_columns(stands=pl.coalesce("stands", "_last")).drop("_last")


def _order() -> list[pl.Expr]:
    """In which order rows of one line were entered: by version, those first that are said to be replaced, those last
    that are said to be the newer ones, then by day, then as they stand.
    """
    said = pl.col("newer").cast(pl.Int8) - pl.col("amended").cast(pl.Int8)
    return [pl.col("version").fill_null(-1), said, pl.col("date").fill_null(pl.date(1900, 1, 1)), pl.col("line")]


def applied(records: pl.DataFrame, first: int, updates: pl.DataFrame) -> pl.DataFrame:
    """Some records, of which the first is line ``first``, with what `Folds.updates` says of them."""
    here = updates.filter(pl.col("line").is_between(first, first + records.height - 1))
    if not here.height:
        return records
    joined = (
        records.with_row_index("line", offset=first)
        .with_columns(pl.col("line").cast(pl.UInt32))
        .join(here, on="line", how="left", maintain_order="left")
    )
    return joined.with_columns(
        pl.coalesce("new_status", "status").alias("status"),
        pl.when(pl.col("note").is_not_null())
        .then(pl.concat_list("notes", "note"))
        .otherwise(pl.col("notes"))
        .alias("notes"),
        *(
            pl.when(pl.col(f"no_{total}").fill_null(value=False)).then(None).otherwise(pl.col(total)).alias(total)
            for total in TOTALS
        ),
    ).select(records.columns)
