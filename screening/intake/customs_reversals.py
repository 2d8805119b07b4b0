"""Storno and credit notes of ledgers: rows that take back an earlier one, told by the kind of document or amounts with
the sign turned, and the rows they take back. Neither is trade.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import polars as pl

if TYPE_CHECKING:
    from screening.intake.customs_columns import RoleColumns

CANCELS: Final = "cancels"
"""A storno: of no trade, whether the invoice it cancels is found or not."""
CREDITS: Final = "credits"
"""A credit note: the same, but it may take back a part alone."""
TURNED: Final = "turned"
"""Negative amounts and no more: told where the row with the same amounts is found."""
HELPERS: Final = {
    "reverses": pl.String,
    "turned_value": pl.Float64,
    "turned_quantity": pl.Float64,
    "refers": pl.List(pl.String),
}
"""What a row that takes back another says of it."""
_REFERENCE: Final = r"[\p{L}\d][\p{L}\d./-]*\d[\p{L}\d./-]*"
_CENT: Final = 0.005
_TAKEN_BACK: Final = "a later storno or credit note takes it back"
_TAKES_BACK: Final = "a storno or credit note: takes back an earlier record and is no trade of its own"
_FOUND_NOTHING: Final = "a storno or credit note, no trade of its own; the record it takes back was not found"
_UPDATE: Final = {"line": pl.UInt32, "new_status": pl.String, "note": pl.String}


def reversing(
    kinds: pl.Series,
    turned: dict[str, pl.Series],
    out: dict[str, pl.Series],
    remarks: Callable[[], pl.Series],
    columns: RoleColumns,
) -> dict[str, pl.Series]:
    """The columns `HELPERS` of rows that take back another; nothing where no row of the chunk does.

    Args:
        kinds: What the kind of document says: `CANCELS`, `CREDITS` or null.
        turned: Negative amounts of roles, the sign taken off.
        out: The amounts that are not negative.
        remarks: Gives the remarks, in which the number of another row may stand.
        columns: Takes the note on rows that are stornos and credit notes.
    """
    if not turned and kinds.null_count() == len(kinds):
        return {}
    nothing = pl.repeat(None, len(kinds), dtype=pl.Float64, eager=True)
    value = [turned[role] for role in ("value", "value_usd", "value_local") if role in turned]
    frame = pl.DataFrame(
        {
            "kind": kinds,
            "negative": pl.select(pl.coalesce(*value, nothing)).to_series() if value else nothing,
            "fewer": turned.get("quantity", nothing),
            "value": out["value"],
            "quantity": out["quantity"],
            "remarks": remarks(),
        }
    )
    by_sign = pl.col("negative").is_not_null() & (pl.col("fewer").is_not_null() | pl.col("quantity").is_null())
    told = frame.with_columns(reverses=pl.coalesce("kind", pl.when(by_sign).then(pl.lit(TURNED)))).select(
        "reverses",
        turned_value=pl.when(pl.col("reverses").is_not_null()).then(pl.coalesce("negative", pl.col("value").abs())),
        turned_quantity=pl.when(pl.col("reverses").is_not_null()).then(pl.coalesce("fewer", pl.col("quantity").abs())),
        refers=pl.when(pl.col("reverses").is_not_null()).then(pl.col("remarks").str.extract_all(_REFERENCE)),
    )
    columns.note(kinds.is_not_null(), "a storno or credit note: no trade of its own", "storno or credit note")
    return {name: told.get_column(name) for name in HELPERS}


def with_buyers(records: pl.DataFrame, linked: pl.DataFrame) -> pl.DataFrame:
    """Records of a ledger with ``buyer``, the number of the first party that imports, by which a row is told from one
    of the same amounts of somebody else.
    """
    first = linked.filter(pl.col("role").cast(pl.String) == "importer").group_by("row").agg(buyer=pl.col("party").min())
    rows = pl.DataFrame({"row": pl.int_range(records.height, dtype=pl.UInt32, eager=True)})
    return records.with_columns(rows.join(first, on="row", how="left", maintain_order="left").get_column("buyer"))


class Reversals:
    """Gathers the rows that take back others, and whose all rows of their ledgers are."""

    def __init__(self) -> None:
        self._reversing: list[pl.DataFrame] = []
        self._buyers: list[pl.DataFrame] = []

    def add(self, records: pl.DataFrame, kind: Callable[[pl.DataFrame], pl.Series]) -> None:
        """Take up a batch with its ``line``; ``kind`` gives the hash of the good, as the rows judged have it."""
        if "buyer" in records.columns:
            known = records.filter(pl.col("buyer").is_not_null())
            self._buyers.append(known.select(pl.col("line").cast(pl.UInt32), pl.col("buyer").cast(pl.UInt32)))
        if "reverses" in records.columns and records.get_column("reverses").null_count() < records.height:
            rows = records.filter(pl.col("reverses").is_not_null())
            self._reversing.append(
                rows.with_columns(kind(rows).alias("kind")).select(
                    pl.col("line").cast(pl.UInt32),
                    pl.when(pl.col("declaration").is_not_null())
                    .then(pl.col("declaration").hash())
                    .alias("declaration"),
                    pl.col("refers").list.eval(pl.element().hash()).alias("refers"),
                    *("kind", "date", "reverses", "turned_value", "turned_quantity"),
                )
            )

    def updates(self, standing: pl.DataFrame, gone: pl.DataFrame) -> pl.DataFrame:
        """``line, new_status, note`` of the rows that take back others, and of those they take back.

        Args:
            standing: The rows that stand, and no others: ``line, declaration, kind, date, value, quantity``.
            gone: ``line, declaration`` of rows that do not, by what the table says.
        """
        if not self._reversing:
            return pl.DataFrame(schema=_UPDATE)
        by = pl.concat(self._reversing)
        self._reversing.clear()
        pairs = self._pairs(by, standing.filter(~pl.col("line").is_in(by.get_column("line").implode())))
        others = gone.filter(~pl.col("line").is_in(by.get_column("line").implode())).get_column("declaration")
        found = pl.col("line").is_in(pairs.get_column("by").implode()) | pl.col("declaration").is_in(others.implode())
        cancelled = pl.lit("cancelled").alias("new_status")
        taken = pairs.select(pl.col("line").unique()).with_columns(cancelled, pl.lit(_TAKEN_BACK).alias("note"))
        taking = by.filter(found.fill_null(value=False) | (pl.col("reverses") != TURNED)).select(
            "line",
            cancelled,
            pl.when(found).then(pl.lit(_TAKES_BACK)).otherwise(pl.lit(_FOUND_NOTHING)).alias("note"),
        )
        return pl.concat([taken, taking])

    def _pairs(self, by: pl.DataFrame, standing: pl.DataFrame) -> pl.DataFrame:
        """``line, by``: rows with the row that takes each back: of one good, no later, and with the same amounts for
        the same buyer or under the same number; or whose number a storno says. Of several the last; each is taken back
        once.
        """
        of = standing.filter(pl.col("kind").is_in(by.get_column("kind").unique().implode())).select(
            "line", "declaration", "kind", "date", "value", "quantity"
        )
        if self._buyers:
            whose = pl.concat(self._buyers)
            of = of.join(whose, on="line", how="left")
            by = by.join(whose, on="line", how="left")
        else:
            of, by = (each.with_columns(pl.lit(None, pl.UInt32).alias("buyer")) for each in (of, by))
        both = of.join(by, on="kind", how="inner", suffix="_by")
        earlier = (pl.col("date") <= pl.col("date_by")).fill_null(pl.col("line") < pl.col("line_by"))
        amounts = ((pl.col("value") - pl.col("turned_value")).abs() < _CENT) & (
            pl.col("quantity") == pl.col("turned_quantity")
        ).fill_null(value=True)
        same_number = pl.col("declaration") == pl.col("declaration_by")
        said = pl.col("refers").list.contains(pl.col("declaration"))
        alike = amounts & ((pl.col("buyer") == pl.col("buyer_by")) | same_number | said)
        named = (said | same_number) & (pl.col("reverses") == CANCELS)
        found = both.filter(earlier & (alike.fill_null(value=False) | named.fill_null(value=False)))
        found = found.with_columns(sure=(said | same_number).fill_null(value=False))
        found = found.sort("sure", "date", "line", nulls_last=False)
        return (
            found.unique("line_by", keep="last", maintain_order=True)
            .unique("line", keep="first", maintain_order=True)
            .select("line", pl.col("line_by").alias("by"))
        )
