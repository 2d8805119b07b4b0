"""Alerts on parties of trade: a party and its set of flags, with the records that are evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

import polars as pl
import pyarrow as pa

from screening.alerts.identity import alert_id
from screening.frames import frame_of
from screening.model import PRIORITIES
from screening.trade.amounts import not_converted
from screening.trade.evidence import Review, review
from screening.trade.rules import Rulebook

LIST_ID: Final = "red_flags"
"""Stands for the list in the id of such an alert; the flags stand for the entry."""
PARTY_ALERTS: Final = pa.schema(
    [
        pa.field("alert_id", pa.string(), nullable=False),
        pa.field("subject_id", pa.string(), nullable=False),
        pa.field("subject_name", pa.string(), nullable=False),
        pa.field("country", pa.string()),
        pa.field("priority", pa.string(), nullable=False),
        pa.field("weight", pa.float64(), nullable=False),  # the flags' weights, added up
        pa.field("flags", pa.list_(pa.string()), nullable=False),  # raised, by id
        pa.field("not_testable", pa.list_(pa.string()), nullable=False),
        pa.field("records", pa.int64(), nullable=False),  # that are evidence
        pa.field("value_usd", pa.float64()),  # of those with a value in USD
        pa.field("not_converted", pa.string()),  # what money of the others is stated, by currency, in words
        pa.field("first_on", pa.date32()),
        pa.field("last_on", pa.date32()),
        pa.field("why", pa.string(), nullable=False),  # the flags' reasons in words, the heaviest first
        pa.field("sar_terms", pa.list_(pa.string()), nullable=False),
        pa.field("sources", pa.list_(pa.string()), nullable=False),
    ]
)
"""One row an alert: a party and the set of its flags. Sorted by priority, weight and id."""


def party_alerts(
    flags: Any,
    parties: Any,
    records: Any,
    rules: Rulebook,
    *,
    priorities: Mapping[str, str] | None = None,
) -> tuple[pa.Table, pa.Table]:
    """Put parties and their flags before a reviewer.

    The id is made of the party and the set of its flags, those of mere destination left out: the same from run to
    run, and another one once a flag is added or gone, so that no decision covers what nobody has seen.

    Args:
        flags: Table of `model.FLAGS`.
        parties: Table of `model.RECORD_PARTIES`.
        records: Table of `model.RECORDS`, Arrow or Polars, or a lazy frame; read for evidence only.
        rules: The rules the flags were raised by.
        priorities: Priority of the best hit of listed parties by subject_id: an alert is never below it.

    Returns:
        Table of `PARTY_ALERTS`; and the evidence, of `trade.evidence.REVIEWED` with ``alert_id`` before.
    """
    seen = review(flags, rules)
    wanted = seen.raised.get_column("subject_id").unique()
    people = _lazy(parties).filter(pl.col("subject_id").is_in(wanted.implode()))
    names = people.group_by("subject_id").agg(pl.col("name").min(), pl.col("country").drop_nulls().min())
    known = names.collect(engine="streaming")
    sums = _sums(seen, records)
    open_questions = _untestable(flags, seen)
    raised: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for flag in seen.raised.iter_rows(named=True):
        raised[flag["subject_id"]].append(flag)
    rows = []
    for party in known.join(sums, on="subject_id", how="left").sort("subject_id").iter_rows(named=True):
        mine = raised[party["subject_id"]]
        rows.append(_row(party, mine, open_questions, rules, priorities or {}))
    rows.sort(key=_place)
    table = pa.Table.from_pylist(rows, schema=PARTY_ALERTS)
    ids = pl.DataFrame(
        [(row["subject_id"], row["alert_id"]) for row in rows],
        schema={"subject_id": pl.String(), "alert_id": pl.String()},
        orient="row",
    )
    evidence = ids.join(seen.records, on="subject_id").select("alert_id", "subject_id", "record_id", "flags")
    return table, evidence.sort("alert_id", "record_id").to_arrow()


def together(tables: Sequence[pa.Table]) -> pa.Table:
    """The alerts of several parts of a run as one table, in the order of `PARTY_ALERTS`."""
    if len(tables) == 1:
        return tables[0]
    rows = [row for each in tables for row in each.to_pylist()]
    return pa.Table.from_pylist(sorted(rows, key=_place), schema=PARTY_ALERTS)


def _place(row: Mapping[str, Any]) -> tuple[int, float, str]:
    return PRIORITIES.index(row["priority"]), -row["weight"], row["alert_id"]


def _row(
    party: Mapping[str, Any],
    mine: list[dict[str, Any]],
    open_questions: Mapping[str, list[str]],
    rules: Rulebook,
    priorities: Mapping[str, str],
) -> dict[str, Any]:
    goods = [each["weight"] for each in mine if each["kind"] == "good"]
    weight = sum(each["weight"] for each in mine if each["kind"] != "good") + max(goods, default=0.0)
    subject = party["subject_id"]
    telling = sorted(each["flag_id"] for each in mine if each["kind"] != "destination")
    heaviest = sorted(mine, key=lambda each: (each["kind"] == "destination", -each["weight"], each["flag_id"]))
    return {
        "alert_id": alert_id(subject, LIST_ID, "+".join(telling)),
        "subject_id": subject,
        "subject_name": party["name"] or "",
        "country": party["country"],
        "priority": priority_of(weight, rules, priorities.get(subject)),
        "weight": round(weight, 6),
        "flags": [each["flag_id"] for each in heaviest],
        "not_testable": open_questions.get(subject, []),
        "records": party["records"] or 0,
        "value_usd": party["usd"],
        "not_converted": party["not_converted"],
        "first_on": party["first_on"],
        "last_on": party["last_on"],
        "why": "\n".join(each["reason"] for each in heaviest),
        "sar_terms": sorted({each["sar"] for each in mine if each["sar"]}),
        "sources": sorted({each["source"] for each in mine}),
    }


def priority_of(weight: float, rules: Rulebook, at_least: str | None = None) -> str:
    """The priority of flags whose weights add up to this, never below ``at_least``."""
    level = next((name for name in PRIORITIES[:-1] if weight >= float(rules.alert[name])), PRIORITIES[-1])
    return min(level, at_least or level, key=PRIORITIES.index)


def _sums(seen: Review, records: Any) -> pl.DataFrame:
    wanted = seen.records.lazy().select("subject_id", "record_id")
    ids = seen.records.get_column("record_id").unique()
    told = ("record_id", "value", "currency", "value_usd", "date")
    columns = _lazy(records).filter(pl.col("record_id").is_in(ids.implode())).select(told)
    rows = wanted.join(columns, on="record_id").collect(engine="streaming")
    sums = rows.group_by("subject_id").agg(
        records=pl.len(),
        usd=pl.when(pl.col("value_usd").is_not_null().any()).then(pl.col("value_usd").sum().round(2)),
        first_on=pl.col("date").min(),
        last_on=pl.col("date").max(),
    )
    return sums.join(not_converted(rows, ["subject_id"]), on="subject_id", how="left")


def _untestable(flags: Any, seen: Review) -> dict[str, list[str]]:
    frame = _lazy(flags).filter((pl.col("outcome") == "not_testable") & pl.col("record_id").is_null())
    mine = frame.join(seen.raised.lazy().select("subject_id").unique(), on="subject_id", how="semi")
    grouped = mine.group_by("subject_id").agg(pl.col("flag_id").unique().sort()).collect()
    return dict(grouped.iter_rows())


def _lazy(table: Any) -> pl.LazyFrame:
    if isinstance(table, pl.LazyFrame):
        return table
    return (table if isinstance(table, pl.DataFrame) else frame_of(table)).lazy()
