"""What is by itself no alert, and yet said: high-priority goods that go straight to the destinations the rules name,
and parties whose flags weigh much without a good or a listing that makes an alert of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import polars as pl
import pyarrow as pa

from screening.frames import frame_of
from screening.runs.trade_flags import flag_rows
from screening.trade import Book, Rulebook
from screening.trade.amounts import not_converted_in_all
from screening.trade.evidence import WEIGHED_IN_PART, own_weight
from screening.trade.flows.words import country

_GOOD, _DIRECT = "high_priority_good", "direct_to_destination"
NO_ALERT: Final = "no alert"
PARTIES_SHOWN: Final = 500
"""Parties without an alert whose flags the sheet shows, those with the greatest value."""


def straight(flags: pa.Table, evidence: pa.Table, records: Path, rules: Rulebook) -> pl.DataFrame:
    """The records since the day of the rules that are no evidence of any alert: ``subject_id, record_id, value,
    currency, value_usd``.

    Args:
        flags: Table of `model.FLAGS`.
        evidence: The records of the alerts: ``record_id`` among others.
        records: The table in the run folder.
        rules: The rules the flags were raised by.
    """
    pair = ["subject_id", "record_id"]
    raised = frame_of(flags).filter(
        (pl.col("outcome") == "raised") & pl.col("record_id").is_not_null() & pl.col("flag_id").is_in([_GOOD, _DIRECT])
    )
    goods, ways = (raised.filter(pl.col("flag_id") == each).select(pair) for each in (_GOOD, _DIRECT))
    seen = pl.Series(evidence.column("record_id").unique().to_pylist(), dtype=pl.String)
    both = goods.join(ways, on=pair, how="semi").filter(~pl.col("record_id").is_in(seen.implode()))
    ids = both.get_column("record_id").unique()
    dated = (
        pl.scan_parquet(records, parallel="prefiltered")
        .filter(pl.col("record_id").is_in(ids.implode()) & (pl.col("date") >= rules.cut))
        .select("record_id", "value", "currency", "value_usd")
        .collect(engine="streaming")
    )
    return both.unique().join(dated, on="record_id").sort(pair)


def in_words(found: pl.DataFrame, rules: Rulebook) -> list[str]:
    """What the Summary and the command line say of them; nothing where there are none."""
    each = found.unique("record_id")
    if not each.height:
        return []
    usd = each.get_column("value_usd").drop_nulls()
    known = [
        *([f"USD {usd.sum():,.0f}"] if len(usd) else []),
        *(f"not converted: {money}" for money in not_converted_in_all(each)),
    ]
    worth = f" ({', '.join(known)})" if known else ""
    noun, verb = ("record", "goes") if each.height == 1 else ("records", "go")
    ends = " or ".join(sorted(map(country, rules.destinations), reverse=True))
    said = f"{each.height:,} {noun}{worth} of high-priority goods {verb} straight to {ends} since {rules.cut}"
    return [f"{said}; by themselves no alert: see the sheet Red flags"]


def parties_of(found: pl.DataFrame, alerts: pa.Table) -> list[str]:
    """The parties of those records that have no alert, the greatest value first, `PARTIES_SHOWN` of them."""
    alerted = pl.Series(alerts.column("subject_id").to_pylist(), dtype=pl.String)
    sums = found.filter(~pl.col("subject_id").is_in(alerted.implode())).group_by("subject_id")
    ordered = sums.agg(usd=pl.col("value_usd").sum()).sort(["usd", "subject_id"], descending=[True, False])
    return [str(each) for each in ordered.get_column("subject_id").head(PARTIES_SHOWN)]


def flagged_without_alert(flags: pa.Table, alerts: pa.Table, rules: Rulebook) -> list[str]:
    """The parties without an alert whose flags of party, way and record weigh enough to be shown, the gravest first,
    `PARTIES_SHOWN` of them.

    Args:
        flags: Table of `model.FLAGS`.
        alerts: ``subject_id`` among others.
        rules: The rules the flags were raised by.
    """
    alerted = pl.Series(alerts.column("subject_id").to_pylist(), dtype=pl.String)
    heavy = {name: rule.weight for name, rule in rules.flags.items() if rule.kind in rules.alert["with_good"]}
    partly = [name for name, rule in rules.flags.items() if rule.kind in WEIGHED_IN_PART]
    weight = pl.col("flag_id").replace_strict(heavy, default=0.0, return_dtype=pl.Float64)
    own = pl.when(pl.col("flag_id").is_in(partly)).then(own_weight().fill_null(1.0)).otherwise(1.0)
    sums = (
        frame_of(flags)
        .filter(
            (pl.col("outcome") == "raised")
            & pl.col("record_id").is_null()
            & pl.col("flag_id").is_in(list(heavy))
            & ~pl.col("subject_id").is_in(alerted.implode())
        )
        .group_by("subject_id")
        .agg(weight=(weight * own).sum().round(6))
        .filter(pl.col("weight") >= float(rules.alert["shown_alone"]))
    )
    ordered = sums.sort(["weight", "subject_id"], descending=[True, False])
    return [str(each) for each in ordered.get_column("subject_id").head(PARTIES_SHOWN)]


def rows_without_alert(book: Book, flags: pa.Table, parties: Sequence[str]) -> list[dict[str, Any]]:
    """Rows of the sheet `trade_columns.RED_FLAGS`: what was raised on those parties, marked as no alert."""
    if not parties:
        return []
    as_alerts = pa.table(
        {"alert_id": [NO_ALERT] * len(parties), "subject_id": list(parties), "priority": [""] * len(parties)}
    )
    return [row for row in flag_rows(book, flags, as_alerts) if row["outcome"] == "raised"]
