"""What one side says it sent and the other that it got: a gap is a question, not a finding."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl

from screening.intake.rates import Rates
from screening.intake.statistics_periods import A_YEAR
from screening.trade.flows.coverage import Coverage
from screening.trade.flows.rules import FlowRules

MIRROR = pl.Schema(
    {
        "exporter": pl.String(),
        "hub": pl.String(),
        "good": pl.String(),
        "year": pl.Int32(),
        "currency": pl.String(),
        "sent": pl.Float64(),
        "expected": pl.Float64(),
        "got": pl.Float64(),
        "gap": pl.Float64(),
        "gap_share": pl.Float64(),
        "says": pl.String(),
        "files": pl.Int64(),
    }
)
"""One row for each exporter, hub, good and year both sides have whole. ``sent``: the exporter's word; ``expected``:
this
with the allowance for insurance and freight; ``got``: the hub's imports; ``gap``: expected less got, in the exporter's
currency; ``gap_share``: its share of what was expected; ``says``: a question, where the gap is large enough for one."""


def mirror(
    series: pl.DataFrame, points: pl.DataFrame, coverage: Coverage, rules: FlowRules, rates: Rates | None
) -> tuple[pl.DataFrame, list[str]]:
    """The gaps between both sides' reports, of `MIRROR`, and notes."""
    to_hub = series.filter(pl.col("leg") == "to_hub")
    if to_hub.get_column("reported_by").n_unique() < 2:
        return pl.DataFrame(schema=MIRROR), []
    pairs = to_hub.select("exporter", "importer", "good", "reported_by").unique()
    both = pairs.filter(pl.col("reported_by") == "exporter").join(
        pairs.filter(pl.col("reported_by") == "importer"), on=["exporter", "importer", "good"], how="semi"
    )
    wanted = to_hub.join(both.drop("reported_by"), on=["exporter", "importer", "good"], how="semi")
    rows = points.join(wanted, on="series", how="inner").with_columns(year=pl.col("period").dt.year())
    whole = _whole_years(coverage)
    rows = rows.join(whole, on=["reported_by", "frequency", "currency", "total", "reporter", "year"], how="semi")
    rows = rows.filter(pl.col("value").is_not_null())
    yearly = rows.group_by("reported_by", "frequency", "currency", "exporter", "importer", "good", "year").agg(
        pl.col("value").sum(), pl.col("files").bitwise_or()
    )
    # a year's own figure before the sum of its months
    keys = ["exporter", "importer", "good", "year"]
    yearly = yearly.sort("frequency", "currency").unique(
        ["reported_by", "currency", *keys], keep="first", maintain_order=True
    )
    sent = yearly.filter(pl.col("reported_by") == "exporter").drop("reported_by", "frequency")
    got = yearly.filter(pl.col("reported_by") == "importer").drop("reported_by", "frequency")
    joined = sent.join(got, on=keys, suffix="_got")
    joined, notes = _one_currency(joined, rates)
    allowance = 1.0 + float(rules.mirror["cif_fob"])
    told = joined.with_columns(expected=pl.col("value") * allowance, got=pl.col("value_got")).with_columns(
        gap=pl.col("expected") - pl.col("got")
    )
    told = told.with_columns(
        gap_share=pl.when(pl.col("expected") > 0).then(pl.col("gap") / pl.col("expected")),
        says=pl.struct(pl.all()).map_elements(lambda row: _says(row, rules), return_dtype=pl.String)
        if told.height
        else pl.lit(None, pl.String),
        files=pl.col("files") | pl.col("files_got"),
    )
    return (
        told.rename({"importer": "hub", "value": "sent"})
        .select(MIRROR.names())
        .cast(MIRROR)
        .sort("gap", "exporter", "hub", "good", "year", descending=[True, False, False, False, False]),
        notes,
    )


def _whole_years(coverage: Coverage) -> pl.DataFrame:
    """The years each reporter has in full."""
    keys = ["reported_by", "frequency", "currency", "total", "reporter"]
    counted = coverage.covered.group_by(*keys, year=pl.col("period").dt.year()).len()
    whole = pl.col("frequency").replace_strict(list(A_YEAR), list(A_YEAR.values()), return_dtype=pl.UInt32)
    return counted.filter(pl.col("len") == whole).drop("len")


def _one_currency(joined: pl.DataFrame, rates: Rates | None) -> tuple[pl.DataFrame, list[str]]:
    """Both sides in the exporter's currency; rows that cannot be brought into it are left out, and said."""
    if joined.filter(pl.col("currency") == pl.col("currency_got")).height == joined.height:
        return joined, []
    factors = {}
    for got, sent, year in joined.select("currency_got", "currency", "year").unique().rows():
        factors[got, sent, year] = _factor(got, sent, year, rates)
    table = pl.DataFrame(
        [(*key, value) for key, value in factors.items()],
        schema={"currency_got": pl.String, "currency": pl.String, "year": pl.Int32, "factor": pl.Float64},
        orient="row",
    )
    same = joined.filter(pl.col("currency") == pl.col("currency_got")).select("exporter", "importer", "good", "year")
    others = joined.join(same, on=["exporter", "importer", "good", "year"], how="anti").filter(
        pl.col("currency") != pl.col("currency_got")
    )
    kept = pl.concat([joined.filter(pl.col("currency") == pl.col("currency_got")), others])
    kept = kept.join(table, on=["currency_got", "currency", "year"], how="left")
    missing = kept.filter(pl.col("factor").is_null())
    notes = []
    if missing.height:
        pairs = ", ".join(
            f"{a}/{b}" for a, b in missing.select("currency", "currency_got").unique().sort("currency").rows()
        )
        notes.append(
            f"{missing.height:,} mirror flows are in different currencies ({pairs}) without rates: not compared; give "
            "rates with --rates"
        )
    kept = kept.filter(pl.col("factor").is_not_null()).with_columns(value_got=pl.col("value_got") * pl.col("factor"))
    return kept.drop("factor"), notes


def _factor(got: str, sent: str, year: int, rates: Rates | None) -> float | None:
    """What a unit of one currency was worth in another, as the mean of the first days of the year's months."""
    if got == sent:
        return 1.0
    if rates is None:
        return None
    worth = [(rates.usd(got, day), rates.usd(sent, day)) for day in (date(year, month, 1) for month in range(1, 13))]
    factors = [one / other for one, other in worth if one is not None and other]
    return sum(factors) / len(factors) if len(factors) == A_YEAR["M"] else None


def _says(row: dict[str, Any], rules: FlowRules) -> str | None:
    expected, gap = row["expected"], row["gap"]
    if expected <= 0 or abs(gap) < rules.mirror["least_value"] or abs(gap) < rules.mirror["share"] * expected:
        return None
    money = f"{row['currency']} {abs(gap) / 1e6:,.1f} m"
    if gap > 0:
        return (
            f"{money} that were sent ({gap / expected:.0%} of what was expected) are not among the imports: did "
            "they go "
            "elsewhere, in transit, at another time, under another code, at another value?"
        )
    return f"{money} more was got than was sent: by way of third countries, or at another value?"
