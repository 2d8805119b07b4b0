"""What is new since the invasion: first imports, a first in this good, a spike. Needs a year of records before it."""

from __future__ import annotations

import polars as pl

from screening.trade.book import Book
from screening.trade.flags.base import NOT_RAISED, NOT_TESTABLE, RAISED, figures, of_members, verdicts
from screening.trade.flags.figures import priced_far_above
from screening.trade.flags.timelines import all_history_of, history_of
from screening.trade.rules import Rule
from screening.trade.sides import MIXED


def _of_exports_alone() -> pl.Expr:
    """What a consignee's history among other countries' exports does not tell."""
    said = pl.format(" So far as records of what goes {} tell: they hold no imports from elsewhere.", "sold_by")
    return pl.when(pl.col("sold_by").is_null()).then(pl.lit("")).otherwise(said)


def outcome_of(
    book: Book, raised: pl.Expr, *more: tuple[pl.Expr, str], anywhere: bool = False
) -> tuple[pl.Expr, pl.Expr]:
    """Outcome and reason why not, in the order in which a test of history fails.

    ``anywhere``: of parties in the coalition too, and of those whose country is not known.
    """
    whole = pl.col("of").fill_null(MIXED) == MIXED
    short = pl.format(
        "Not testable: {} {} before {}, {} are needed.",
        pl.when(whole).then(pl.lit("the file covers")).otherwise(pl.format("of what goes {} the file covers", "of")),
        pl.when(pl.col("months") == 1)
        .then(pl.lit("1 month"))
        .otherwise(pl.format("{} months", pl.col("months").fill_null(0))),
        pl.lit(str(book.rules.cut)),
        pl.lit(book.rules.months_before),
    )
    fails = [
        (~pl.col("dated"), pl.lit("Not testable: its records have no date.")),
        (pl.col("country").is_null() & pl.lit(not anywhere), pl.lit("Not testable: its country is not known.")),
        (
            ~pl.col("covered") & pl.col("passing"),
            pl.lit("Not testable: its records are of goods in transit, no imports."),
        ),
        (~pl.col("covered"), short),
        *((when, pl.lit(f"Not testable: {why}.")) for when, why in more),
    ]
    inside = pl.col("inside").fill_null(value=False) & pl.lit(not anywhere)
    outcome = pl.when(raised).then(pl.lit(RAISED)).otherwise(pl.lit(NOT_RAISED))
    reason = pl.when(raised).then("said").otherwise("calm")
    for when, why in reversed(fails):
        outcome = pl.when(when).then(pl.lit(NOT_TESTABLE)).otherwise(outcome)
        reason = pl.when(when).then(why).otherwise(reason)
    return (
        pl.when(inside).then(pl.lit(NOT_RAISED)).otherwise(outcome),
        pl.when(inside).then(pl.format("In the coalition ({}).", "country")).otherwise(reason),
    )


def judged(
    book: Book, table: pl.DataFrame, raised: pl.Expr, *, said: str = "imports", anywhere: bool = False, **more: pl.Expr
) -> pl.DataFrame:
    """A test's parties with outcome, reason and figures: what they traded before, more of the test's own, money."""
    outcome, reason = outcome_of(book, raised, anywhere=anywhere)
    before = {"months_before": pl.col("months"), f"{said}_before": pl.col("before")}
    return table.with_columns(
        outcome=outcome, reason=reason, figures=figures(**before, **more, usd=pl.col("usd").round(2))
    )


def first_imports_after(book: Book, rule: Rule) -> pl.DataFrame:
    """Consignees outside the coalition without any import before the day, with watched goods since (A2, pattern 1)."""
    lines, people = all_history_of(book, rule)
    counts = (
        lines.filter("after")
        .group_by("party")
        .agg(watched=pl.len(), usd=pl.col("value_usd").sum(), told=pl.col("told").any())
    )
    raised = (pl.col("before") == 0) & pl.col("told")
    table = people.join(counts, on="party", how="left").with_columns(
        pl.col("watched", "usd").fill_null(0), pl.col("told").fill_null(value=False)
    )
    table = table.with_columns(
        said=pl.format("{} First import {}; {} records of watched goods since.", pl.lit(rule.says), "first", "watched")
        + _of_exports_alone(),
        calm=pl.when(pl.col("before") > 0)
        .then(pl.format("{} imports before {}.", "before", pl.lit(str(book.rules.cut))))
        .otherwise(pl.lit("No watched goods since.")),
    )
    whole = judged(book, table, raised, watched_since=pl.col("watched"))
    evidence = since(lines.filter("after"), whole)
    return pl.concat([of_members(book, rule, whole), verdicts(evidence)])


def since(lines: pl.DataFrame, whole: pl.DataFrame) -> pl.DataFrame:
    """The evidence: a row for each of these lines of a party on which the flag is raised."""
    hit = whole.filter(pl.col("outcome") == RAISED).select("party")
    return (
        lines.join(hit, on="party")
        .select("line", "good", "date", party="own")
        .with_columns(outcome=pl.lit(RAISED), reason=pl.format("{} on {}.", "good", "date"))
    )


def by_good(lines: pl.DataFrame) -> pl.DataFrame:
    """For each party and watched good: records, value and weight before and since the day."""
    before, after = ~pl.col("after"), pl.col("after")
    sums = [
        pl.col(column).filter(when).sum().alias(f"{column}_{name}")
        for column in ("value_usd", "net_kg")
        for name, when in (("before", before), ("after", after))
    ]
    whole = [pl.col(column).is_not_null().all().alias(f"{column}_whole") for column in ("value_usd", "net_kg")]
    return lines.group_by("party", "family").agg(
        before.sum().alias("before"),
        after.sum().alias("after"),
        pl.col("months_before", "months_after", "span_before", "span_after").max(),
        pl.col("good").min(),
        pl.col("date").filter(after).min().alias("first"),
        *sums,
        *whole,
    )


def new_goods(lines: pl.DataFrame) -> pl.DataFrame:
    """`by_good` of the watched goods that a party has only since the day, in files that reach back and in all others.

    Args:
        lines: What `all_history_of` gives.
    """
    had = lines.filter(~pl.col("after")).select("party", "family")
    fresh = by_good(lines.filter("told")).filter(pl.col("after") > 0)
    return fresh.join(had, on=["party", "family"], how="anti")


def new_good_after(book: Book, rule: Rule) -> pl.DataFrame:
    """Consignees with other imports before the day, and this watched good only since (A2, pattern 2)."""
    lines, people = all_history_of(book, rule)
    goods = new_goods(lines)
    new = (
        goods.sort("party", "family")
        .group_by("party", maintain_order=True)
        .agg(
            new=pl.len(),
            goods=pl.format("{} (first {})", "family", "first").head(5).str.join(", "),
            usd=pl.col("value_usd_after").sum(),
        )
    )
    table = people.join(new, on="party", how="left").with_columns(
        said=pl.format("{} {}; {} imports before.", pl.lit(rule.says), "goods", "before") + _of_exports_alone(),
        calm=pl.when(pl.col("before") == 0)
        .then(pl.lit("It had no imports at all before; see first imports."))
        .otherwise(pl.lit("No watched good is new since.")),
    )
    raised = (pl.col("before") > 0) & (pl.col("new").fill_null(0) > 0)
    whole = judged(book, table, raised, new_goods=pl.col("goods"))
    fresh = lines.join(goods.select("party", "family"), on=["party", "family"]).filter("after")
    return pl.concat([of_members(book, rule, whole), verdicts(since(fresh, whole))])


def spike_after(book: Book, rule: Rule) -> pl.DataFrame:
    """Consignees that imported this watched good before the day, and far more of it a month since (A2, pattern 3).

    Months without imports count: the mean is over the months the file has, the day's own month by the part of it that
    is before, or since. Measured in USD where every record
    has a value, else in kilograms, else in records.
    """
    whole, evidence = spike(book, rule, history_of(book, rule), never="It imported no watched good before.")
    return pl.concat([of_members(book, rule, whole), verdicts(evidence)])


def _measured(lines: pl.DataFrame, rule: Rule) -> pl.DataFrame:
    """What `by_good` tells of goods traded before the day, with the means of a month before and since, in what is known
    of every record, and whether the rise is a ``hit``.
    """
    least_months = int(rule.settings["months_after"])
    goods = by_good(lines).filter(pl.col("before") > 0)
    measured = goods.with_columns(
        basis=pl.when("value_usd_whole")
        .then(pl.lit("USD"))
        .when("net_kg_whole")
        .then(pl.lit("kg"))
        .otherwise(pl.lit("records"))
    ).with_columns(
        early=pl.when(pl.col("basis") == "USD")
        .then("value_usd_before")
        .when(pl.col("basis") == "kg")
        .then("net_kg_before")
        .otherwise("before")
        / pl.col("span_before"),
        late=pl.when(pl.col("basis") == "USD")
        .then("value_usd_after")
        .when(pl.col("basis") == "kg")
        .then("net_kg_after")
        .otherwise("after")
        / pl.col("span_after").clip(1),
    )
    # a mean of one record or two is chance: more must follow it
    few = pl.col("before") < int(rule.settings["records_before"])
    needed = pl.when(few).then(float(rule.settings["times_of_few"])).otherwise(float(rule.settings["times"]))
    return measured.with_columns(
        ratio=pl.when(pl.col("early") > 0).then(pl.col("late") / pl.col("early"))
    ).with_columns(
        enough=pl.col("months_after") >= least_months,
        hit=(pl.col("ratio") >= needed)
        & (pl.col("after") >= int(rule.settings["least_records"]))
        & (pl.col("months_after") >= least_months),
    )


def _dear(book: Book, lines: pl.DataFrame, measured: pl.DataFrame) -> pl.Series:
    """The lines that make a rise of value by their price alone, far above the others', where these are few of those
    since: the price is flagged by itself, and is no rise.
    """
    by_value = measured.filter(pl.col("hit") & (pl.col("basis") == "USD")).select("party", "family", since="after")
    risen = lines.join(by_value, on=["party", "family"])
    if risen.is_empty():
        return risen.get_column("line")
    dear = risen.filter(pl.col("line").is_in(priced_far_above(book, risen.get_column("line")).implode()))
    few = pl.len().over("party", "family") < pl.col("since") / 2
    return dear.filter(few).get_column("line")


def spike(
    book: Book, rule: Rule, history: tuple[pl.DataFrame, pl.DataFrame], *, never: str, anywhere: bool = False
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """A watched good traded before the day, and far more since: a verdict for each firm, and the evidence.

    Args:
        book: The book.
        rule: The flag, with the thresholds of `spike_after`.
        history: What `history_of` gives.
        never: What is said of a firm that traded none before.
        anywhere: See `outcome_of`.
    """
    lines, people = history
    least_months = int(rule.settings["months_after"])
    measured = _measured(lines, rule)
    if len(dear := _dear(book, lines, measured)):
        lines = lines.filter(~pl.col("line").is_in(dear.implode()))
        measured = _measured(lines, rule)
    best = measured.sort(["party", "hit", "ratio", "family"], descending=[False, True, True, False], nulls_last=True)
    first = best.unique("party", keep="first", maintain_order=True).select(
        *("party", "family", "basis", "ratio", "early", "late", "hit", "enough", "span_before", "span_after"),
        records_after="after",
    )
    table = people.join(first, on="party", how="left").with_columns(
        said=pl.format(
            "{} {}: {} times, from {} to {} {} a month (over {} months before and {} since).",
            pl.lit(rule.says),
            "family",
            pl.col("ratio").round(1),
            pl.col("early").round(0).cast(pl.Int64),
            pl.col("late").round(0).cast(pl.Int64),
            "basis",
            pl.col("span_before").round(1),
            pl.col("span_after").round(1),
        ),
        calm=pl.when(pl.col("family").is_null()).then(pl.lit(never)).otherwise(pl.lit("No watched good rose so far.")),
    )
    short = pl.col("family").is_not_null() & ~pl.col("enough").fill_null(value=True)
    outcome, reason = outcome_of(
        book,
        pl.col("hit").fill_null(value=False),
        (short, f"the file has fewer than {least_months} months since"),
        anywhere=anywhere,
    )
    whole = table.with_columns(
        outcome=outcome,
        reason=reason,
        figures=figures(
            months_before=pl.col("months"),
            good=pl.col("family"),
            basis=pl.col("basis"),
            ratio=pl.col("ratio").round(2),
            before=pl.col("early").round(2),
            since=pl.col("late").round(2),
            over_months_before=pl.col("span_before").round(2),
            over_months_since=pl.col("span_after").round(2),
        ),
    )
    risen = lines.join(measured.filter("hit").select("party", "family"), on=["party", "family"]).filter("after")
    return whole, since(risen, whole)
