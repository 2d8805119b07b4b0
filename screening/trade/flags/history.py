"""What is new since the invasion: first imports, a first in this good, a spike. Needs a year of records before it."""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np
import polars as pl

from screening.trade.book import Book
from screening.trade.counting import most as most_of
from screening.trade.counting import pairs, ranked
from screening.trade.flags.base import NOT_RAISED, NOT_TESTABLE, RAISED, figures, of_members, verdicts
from screening.trade.flags.figures import priced_far_above
from screening.trade.rules import Rule
from screening.trade.sides import UNTOLD, sides

_NAMED: Final = 3
"""So many of the countries among whose exports a consignee stands are named."""


def history_of(book: Book, rule: Rule, only: tuple[str, pl.Series] | None = None) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Dated lines of watched goods of the rule's parties, and a row for each of these.

    With ``only``, a word for some lines and the lines, it is the history of those alone.
    """
    which, lines = only or ("", None)
    return book.kept(("history", which, *rule.roles), lambda: _made_history(book, rule, lines))


def _made_history(book: Book, rule: Rule, only: pl.Series | None) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Dated lines of watched goods of the parties in files that reach back far enough; and a row for each party.

    The lines: ``party`` (the firm), ``own`` (the party of the line), ``line, date, after, family, good``, amounts and
    months. The firms: ``party, country, inside`` (in the coalition), ``covered`` (has dated records in such files),
    ``before`` (those before the day), ``first`` (the first of them), ``dated, months, records``, ``sold_by`` (where
    their records in such files are those of some countries' exports alone: these, in words).
    """
    cut, enough = book.rules.cut, book.rules.months_before
    of_groups, groups = sides(book)
    of_lines = book.lines.select("date", "destination", side=of_groups).hstack(
        groups.drop("group", "rows").select(pl.all().gather(of_groups))
    )
    of_lines = of_lines.with_columns(told=(pl.col("months_before") >= enough) & pl.col("date").is_not_null())
    mine = book.of_roles(rule.roles)
    mine = (mine if only is None else book.on_lines(mine, only)).rename({"party": "own"})
    # a firm's history is that of all its addresses: a new one makes no first import
    mine = mine.with_columns(party=book.firm_of().gather(mine.get_column("own")))
    at = book.places_of(mine.get_column("line"))
    facts = of_lines.select(pl.all().gather(at))
    people = _people(mine.get_column("party"), facts, book.many, cut)
    seen = _seen(mine.get_column("party"), facts, groups.get_column("group"), book.many)
    countries = book.parties.select("country", party=book.firm_of()).group_by("party").agg(pl.col("country").min())
    known = (
        people.join(countries, on="party")
        .join(seen, on="party", how="left", maintain_order="left")
        .with_columns(country=pl.coalesce("country", "destination"))
        .with_columns(inside=pl.col("country").is_in(sorted(book.rules.coalition)))
        .sort("party")
    )
    watched = book.watched().select("line", "family", "good")
    lines = book.on_lines(mine, watched.get_column("line"))
    theirs = of_lines.select(pl.all().gather(book.places_of(lines.get_column("line"))))
    lines = lines.hstack(theirs).filter("told").drop("told", "destination", "side").join(watched, on="line")
    lines = lines.hstack(book.at(lines.get_column("line"), ["value_usd", "net_kg"]))
    lines = lines.with_columns(after=pl.col("date") >= cut).sort("line", "own")
    return lines, known


def _people(party: pl.Series, facts: pl.DataFrame, many: int, cut: date) -> pl.DataFrame:
    """What the lines of each of ``many`` parties come to: by counting, as they are numbers."""
    numbers, told = party.to_numpy(), facts.get_column("told").to_numpy()
    days = facts.get_column("date").cast(pl.Int32)
    counts = np.bincount(numbers, minlength=many)
    early = facts.select(pl.col("told") & (pl.col("date") < cut)).to_series().fill_null(value=False).to_numpy()
    months = np.zeros(many, dtype=np.uint32)
    own = facts.get_column("months_before")
    for month in own.unique().sort():  # one for each group of files
        months[numbers[(own == month).to_numpy()]] = month
    first = np.full(many, np.iinfo(np.int32).max, dtype=np.int32)
    np.minimum.at(first, numbers[told], days.filter(facts.get_column("told")).to_numpy())
    covered = np.bincount(numbers[told], minlength=many) > 0
    dated = numbers if not days.null_count() else numbers[days.is_not_null().to_numpy()]
    found = pl.DataFrame(
        {
            "party": np.arange(many, dtype=np.uint32),
            "covered": covered,
            "dated": np.bincount(dated, minlength=many) > 0,
            "months": months,
            "records": counts.astype(np.uint32),
            "before": np.bincount(numbers[early], minlength=many).astype(np.uint32),
            "first": first,
        }
    ).with_columns(first=pl.when("covered").then("first").cast(pl.Date))
    said, names = ranked(facts.get_column("destination"))
    bound = most_of(pairs(numbers, many, said, len(names)))
    bound = bound.select(party="one", destination=names.gather(bound.get_column("other")))
    return found.filter(pl.col("records") > 0).join(bound, on="party", how="left", maintain_order="left")


def _seen(party: pl.Series, facts: pl.DataFrame, groups: pl.Series, many: int) -> pl.DataFrame:
    """``party, sold_by`` of the parties that stand among some countries' exports alone."""
    told = facts.get_column("told")
    numbers, of_lines = (each.filter(told).to_numpy() for each in (party, facts.get_column("side")))
    met = pairs(numbers, many, of_lines, len(groups))
    met = met.with_columns(group=groups.gather(met.get_column("other")))
    alone = (pl.col("group").str.starts_with("from ") | (pl.col("group") == UNTOLD["from"])).all()
    return (
        met.group_by("one")
        .agg(alone=alone, sold_by=pl.col("group").unique().sort().head(_NAMED).str.join(", "))
        .filter("alone")
        .select(party="one", sold_by="sold_by")
    )


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
    short = pl.format(
        "Not testable: the file covers {} before {}, {} are needed.",
        pl.when(pl.col("months") == 1)
        .then(pl.lit("1 month"))
        .otherwise(pl.format("{} months", pl.col("months").fill_null(0))),
        pl.lit(str(book.rules.cut)),
        pl.lit(book.rules.months_before),
    )
    fails = [
        (~pl.col("dated"), pl.lit("Not testable: its records have no date.")),
        (pl.col("country").is_null() & pl.lit(not anywhere), pl.lit("Not testable: its country is not known.")),
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
    lines, people = history_of(book, rule)
    counts = lines.filter("after").group_by("party").agg(watched=pl.len(), usd=pl.col("value_usd").sum())
    raised = (pl.col("before") == 0) & (pl.col("watched") > 0)
    table = people.join(counts, on="party", how="left").with_columns(pl.col("watched", "usd").fill_null(0))
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


def new_good_after(book: Book, rule: Rule) -> pl.DataFrame:
    """Consignees with other imports before the day, and this watched good only since (A2, pattern 2)."""
    lines, people = history_of(book, rule)
    goods = by_good(lines).filter((pl.col("before") == 0) & (pl.col("after") > 0))
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
