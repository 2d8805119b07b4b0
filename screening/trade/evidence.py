"""Which parties and records a reviewer sees: what is listed or under an embargo, a watched good with an anomaly.

Where goods go, and that they pass a hub, never suffices.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from screening.frames import frame_of
from screening.trade.rules import Rulebook

WEIGHED_IN_PART: Final = ("embargo", "listed")
"""Kinds of flags that can weigh less than the rules say: a part of a territory, a list that does not bind us."""
REVIEWED = pl.Schema({"subject_id": pl.String(), "record_id": pl.String(), "flags": pl.List(pl.String())})
"""A record that a reviewer sees as evidence on a party, with the flags raised on it for that party."""


@dataclass(frozen=True)
class Review:
    """What is put before a reviewer.

    Attributes:
        records: Table of `REVIEWED`, sorted by party and record.
        raised: ``subject_id, flag_id, kind, reason, source, sar, weight``: the flags of those parties, sorted.
    """

    records: pl.DataFrame
    raised: pl.DataFrame


def review(flags: Any, rules: Rulebook) -> Review:
    """Pick what a reviewer sees out of a table of flags.

    A record is seen on a party when a flag of kind ``listed``, or in full one of kind ``embargo``, is raised on it for
    that party; or when it is of a watched good, and one of the kinds the rules name under ``with_good`` is raised on
    the same record or, where that flag rests on no single records (when the party was founded, say), on the party.

    Args:
        flags: Table of `model.FLAGS`, whole.
        rules: The rules they were raised by.
    """
    frame = flags if isinstance(flags, pl.DataFrame) else frame_of(flags)
    kinds = pl.DataFrame(
        [(rule.id, rule.kind, rule.weight, rule.sar) for rule in rules.flags.values()],
        schema={"flag_id": pl.String(), "kind": pl.String(), "weight": pl.Float64(), "sar": pl.String()},
        orient="row",
    )
    raised = frame.filter(pl.col("outcome") == "raised").join(kinds, on="flag_id")
    on_records = raised.filter(pl.col("record_id").is_not_null())
    on_parties = raised.filter(pl.col("record_id").is_null())
    pair = ["subject_id", "record_id"]
    with_good = list(rules.alert["with_good"])
    goods = on_records.filter(pl.col("kind") == "good").select(pair).unique()
    telling = pl.col("kind").is_in(with_good) & _enough(rules)
    anomalies = on_records.filter(telling).select(pair).unique()
    whole = (
        on_parties.filter(telling)
        .join(on_records.select("subject_id", "flag_id").unique(), on=["subject_id", "flag_id"], how="anti")
        .select("subject_id")
        .unique()
    )
    seen = pl.concat(
        [
            on_records.filter((pl.col("kind") == "listed") | _in_full_embargo()).select(pair),
            goods.join(anomalies, on=pair, how="semi"),
            goods.join(whole, on="subject_id", how="semi"),
        ]
    ).unique()
    records = (
        seen.join(on_records.select(*pair, "flag_id"), on=pair)
        .group_by(pair)
        .agg(flags=pl.col("flag_id").unique().sort())
        .sort(pair)
    )
    mine = on_parties.join(seen.select("subject_id").unique(), on="subject_id", how="semi")
    goods_weight = (
        on_records.filter(pl.col("kind") == "good")
        .select("subject_id", own=own_weight())
        .group_by("subject_id")
        .agg(pl.col("own").max())
    )
    weighed = mine.join(goods_weight, on="subject_id", how="left").with_columns(
        weight=pl.when(pl.col("kind") == "good")
        .then(pl.col("weight") * pl.col("own").fill_null(1.0))
        .when(pl.col("kind").is_in(WEIGHED_IN_PART))
        .then(pl.col("weight") * own_weight().fill_null(1.0))
        .otherwise("weight")
    )
    columns = ["subject_id", "flag_id", "kind", "reason", "figures", "source", "sar", "weight"]
    return Review(records.cast(REVIEWED), weighed.select(columns).sort("subject_id", "flag_id"))


def _in_full_embargo() -> pl.Expr:
    """Whether a place is under embargo for certain: as binding as a listing, where a destination tells no more."""
    return (pl.col("kind") == "embargo") & (own_weight().fill_null(1.0) >= 1.0)


def _enough(rules: Rulebook) -> pl.Expr:
    """Whether an embargo weighs enough on the party to be an anomaly."""
    own = pl.col("weight") * own_weight().fill_null(1.0)
    return (pl.col("kind") != "embargo") | (own >= float(rules.alert["least"]))


def own_weight() -> pl.Expr:
    """What a flag weighs on this party or record, of its weight by the rules."""
    return pl.col("figures").str.json_path_match("$.weight").cast(pl.Float64, strict=False)
