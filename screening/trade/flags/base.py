"""What every flag gives back, and how outcomes of records become outcomes of parties."""

from __future__ import annotations

import json
from typing import Any, Final

import polars as pl

from screening.trade.book import Book
from screening.trade.rules import Rule

RAISED: Final = "raised"
NOT_RAISED: Final = "not_raised"
NOT_TESTABLE: Final = "not_testable"
OUTCOMES: Final = (RAISED, NOT_RAISED, NOT_TESTABLE)

VERDICTS: Final = pl.Schema(
    {
        "party": pl.UInt32(),
        "line": pl.UInt32(),
        "outcome": pl.String(),
        "reason": pl.String(),
        "figures": pl.String(),
    }
)
"""One row without a line for each party a flag is about: its outcome. And one row with a line for each record on
which it was raised: the evidence. Of where goods go, only records of watched goods are evidence.
"""
FINDINGS: Final = pl.Schema({"line": pl.UInt32(), "reason": pl.String(), "figures": pl.String()})
"""Lines on which a flag of records is raised."""


def figures(**columns: pl.Expr) -> pl.Expr:
    """The figures a flag rests on, as JSON text."""
    return pl.struct([column.alias(name) for name, column in columns.items()]).struct.json_encode()


def figures_text(**values: Any) -> str:
    """The same for single values."""
    return json.dumps(values, ensure_ascii=False, default=str, separators=(",", ":"))


def verdicts(frame: pl.DataFrame) -> pl.DataFrame:
    """The columns of `VERDICTS`, those that are missing null."""
    missing = [pl.lit(None, kind).alias(name) for name, kind in VERDICTS.items() if name not in frame.columns]
    return frame.with_columns(missing).select(VERDICTS.names()).cast(VERDICTS)


def nothing() -> pl.DataFrame:
    """No verdicts."""
    return pl.DataFrame(schema=VERDICTS)


def of_records(book: Book, rule: Rule, found: pl.DataFrame, tested: pl.DataFrame, *, why_not: str) -> pl.DataFrame:
    """Verdicts on parties from findings on their records.

    Args:
        book: The book.
        rule: The flag; its roles say whose records count.
        found: Lines on which it is raised, of `FINDINGS`; with ``party`` where it concerns that party of the
            line only.
        tested: ``line``: those on which the test could be made (the ones found among them or not).
        why_not: Why it cannot be tested on the others, in words.
    """
    mine = book.of_roles(rule.roles)
    keys = ["party", "line"] if "party" in found.columns else ["line"]
    found = found.unique(keys, keep="first", maintain_order=True)
    hit = mine.join(found.select(*keys, "reason"), on=keys)
    usd = book.at(hit.get_column("line"), ["value_usd"]).to_series()
    raised = (
        hit.with_columns(usd.alias("value_usd"))
        .group_by("party")
        .agg(raised=pl.len(), usd=pl.col("value_usd").sum(), example=pl.col("reason").min())
    )
    del hit
    cited = found
    if (
        rule.kind == "destination"
    ):  # in the file of one country's imports it is raised on every row: kept where it tells
        cited = cited.join(book.watched().select("line"), on="line", how="semi")
    evidence = mine.join(cited, on=keys).with_columns(outcome=pl.lit(RAISED))
    # lines are numbers of rows: gathering beats joining by far
    able = book.by_line(pl.concat([tested.get_column("line"), found.get_column("line")]))
    counted = (
        mine.select("party", able=able.gather(mine.get_column("line")))
        .group_by("party")
        .agg(records=pl.len(), tested=pl.col("able").sum())
        .join(raised, on="party", how="left")
        .with_columns(pl.col("raised").fill_null(0), pl.col("usd").fill_null(0.0))
    )
    whole = counted.with_columns(
        outcome=pl.when(pl.col("raised") > 0)
        .then(pl.lit(RAISED))
        .when(pl.col("tested") > 0)
        .then(pl.lit(NOT_RAISED))
        .otherwise(pl.lit(NOT_TESTABLE)),
        reason=pl.when(pl.col("raised") > 0)
        .then(
            pl.format(
                "{} On {} of {} records{}",
                *(pl.lit(rule.says), "raised", "records"),
                pl.coalesce(pl.format(": {}", "example"), pl.lit(".")),
            )
        )
        .when(pl.col("tested") > 0)
        .then(pl.format("On none of the {} records that could be tested.", "tested"))
        .otherwise(pl.lit(f"Not testable: {why_not}.")),
        figures=figures(
            records=pl.col("records"),
            tested=pl.col("tested"),
            raised=pl.col("raised"),
            usd=pl.col("usd").round(2),
        ),
    )
    return pl.concat([verdicts(whole), verdicts(evidence)])


def untestable(book: Book, rule: Rule, why: str) -> pl.DataFrame:
    """The verdict that nothing can be said, for every party the flag is about."""
    mine = book.of_roles(rule.roles).select("party").unique()
    return verdicts(mine.with_columns(outcome=pl.lit(NOT_TESTABLE), reason=pl.lit(f"Not testable: {why}.")))
