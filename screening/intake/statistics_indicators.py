"""Tables that give value, weight and quantity in rows of their own, told apart by an indicator (SDMX).

Eurostat's answers have ``VALUE_IN_EUROS``, ``QUANTITY_IN_100KG`` and ``SUPPLEMENTARY_QUANTITY`` below each other: a
weight is no amount of money.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from screening.intake.statistics_words import word

_FLOW: Final = ("reporter", "partner", "flow", "code", "edition", "period", "frequency")
_OTHER: Final = "other"


def measured(rows: pl.DataFrame) -> tuple[pl.DataFrame, list[str]]:
    """The rows of values, each with weight and quantity of the rows beside it that give these; and notes.

    Indicators nobody knows are values, as long as no other is known to be one.
    """
    if "indicator" not in rows.columns:
        return rows, []
    texts = rows.get_column("indicator").unique().to_list()
    told = {text: word("indicator", (text or "").replace("_", " ")) for text in texts}
    if not any(told.values()):
        return rows.drop("indicator"), []
    known = {text: (found or _OTHER).partition(" ") for text, found in told.items()}
    rows = rows.with_columns(
        _is=pl.col("indicator").replace_strict(list(known), [kind for kind, _, _ in known.values()]),
        _times=pl.col("indicator").replace_strict(list(known), [float(times or 1) for _, _, times in known.values()]),
    )
    others = [name for name in rows.columns if name.startswith("part ") or name in ("procedure", "mot", "customs")]
    keys = [*_FLOW, *others]
    values = rows.filter(pl.col("_is") == "value")
    notes = []
    if not values.height:  # values are those nobody knows
        values = rows.filter(pl.col("_is") == _OTHER)
    elif aside := sorted(str(text) for text, (kind, _, _) in known.items() if kind == _OTHER):
        notes.append(f"rows of the indicators {', '.join(aside)}: set aside, others hold the values")
    for role in ("net_kg", "quantity"):
        beside = rows.filter(pl.col("_is") == role)
        if not beside.height:
            continue
        figures = beside.group_by(keys).agg((pl.col("value") * pl.col("_times")).sum().alias("_figure"))
        values = values.join(figures, on=keys, how="left", nulls_equal=True, maintain_order="left")
        values = values.with_columns(
            pl.coalesce(pl.when(pl.col("_figure") > 0).then("_figure"), pl.col(role)).alias(role)
        ).drop("_figure")
        name = {"net_kg": "weights", "quantity": "quantities"}[role]
        notes.append(f"{beside.height:,} rows hold {name}, and stand beside the values of their flows")
    return values.drop("indicator", "_is", "_times"), notes
