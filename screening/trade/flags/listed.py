"""Listed and affiliated parties, those who deal with them, and addresses that are listed."""

from __future__ import annotations

import polars as pl

from screening.trade.book import Book
from screening.trade.flags.base import NOT_RAISED, RAISED, figures, untestable, verdicts
from screening.trade.listing import BY_ENTRY, LISTED, NOT_YET, standing, strength_rank
from screening.trade.rules import Rule

_UNSCREENED = "the parties were not screened against any list"


def _named(book: Book, relation: str, strengths: list[str] | None) -> pl.DataFrame:
    """The listings of each party, the best match first, whatever the order of rows."""
    found = book.listings.filter(pl.col("relation") == relation)
    if strengths is not None:
        found = found.filter(pl.col("match_strength").is_in(strengths))
    ranked = found.with_columns(rank=strength_rank(), score=pl.col("score").fill_null(0.0))
    order = ["party", "rank", "score", "listed_on", "list_id", "entry_id"]
    return ranked.sort(order, descending=[False, False, True, False, False, False], nulls_last=True)


def _on_days(book: Book, met: pl.DataFrame, listed: pl.DataFrame, who: str, rule: Rule) -> pl.DataFrame:
    """Lines of listed parties with the listing that says most on the day of each.

    Args:
        book: The book.
        met: ``line`` and the party, under the name ``who``.
        listed: Listings of `_named`.
        who: The column of the party.
        rule: The flag.

    Returns:
        The lines with the columns of the best match among those listed that day or perhaps, else among the others;
        ``early`` where none was yet; and ``weight``: what the flag weighs, less where no list binds us.
    """
    listed = listed.rename({"party": who}).with_columns(place=pl.int_range(pl.len()))
    dated = met.hstack(book.at(met.get_column("line"), ["date"]))
    days = dated.select(who, "date").unique()
    found = days.join(listed, on=who).with_columns(
        early=(standing() == NOT_YET).fill_null(value=False),
        weight=pl.when(pl.col("binds_us").fill_null(value=True)).then(1.0).otherwise(rule.settings["not_binding"]),
    )
    found = found.with_columns(
        weight=pl.when("early").then(0.0).otherwise("weight").max().over(who, "date"),
    )
    best = found.sort(who, "date", "early", "place").unique([who, "date"], keep="first", maintain_order=True)
    return dated.join(best, on=[who, "date"], nulls_equal=True, maintain_order="left")


def _apart(early: str) -> pl.Expr:
    """What is said of records of before the party was listed."""
    said = pl.format(" {} more of before it was listed, which is information and no breach.", early)
    return pl.when(pl.col(early) > 0).then(said).otherwise(pl.lit(""))


def _when() -> pl.Expr:
    """Whether the party was listed on the date of the record: information, never a breach by itself."""
    by_entry = pl.col("listed_by") == BY_ENTRY
    since = pl.format("since {} ({})", "listed_on", "listed_by")
    unknown = pl.format("listing date not known (first seen in the copy of {})", "listed_on")
    then = standing()
    return (
        pl.when(pl.col("listed_on").is_null())
        .then(pl.lit("when it was listed is not known"))
        .when(pl.col("date").is_null())
        .then(pl.when(by_entry).then(pl.format("listed {}", since)).otherwise(unknown) + ", the record has no date")
        .when(then == LISTED)
        .then(
            pl.lit("listed on the date of the record, ")
            + pl.when(by_entry).then(since).otherwise(pl.format("in the copy of {} already", "listed_on"))
        )
        .when(then == NOT_YET)
        .then(
            pl.when(by_entry)
            .then(pl.format("not yet listed on {}: listed {}", "date", since))
            .otherwise(
                pl.format(
                    *("not yet listed on {}: not in the copy in force on {}, first seen in the copy of {}", "date"),
                    *("absent_on", "listed_on"),
                )
            )
        )
        .otherwise(pl.format("whether listed on {} is not known: {}", "date", unknown))
    )


def _says(rule: Rule) -> pl.Expr:
    """What the flag says of parties by the ``strength`` of their best match."""
    if (perhaps := rule.settings.get("perhaps")) is None:
        return pl.lit(rule.says)
    sure = pl.col("strength").is_in(list(rule.settings["sure"]))
    return pl.when(sure).then(pl.lit(rule.says)).otherwise(pl.lit(perhaps))


def _about_party(book: Book, rule: Rule, found: pl.DataFrame, clean: str) -> pl.DataFrame:
    """Raised on parties listed on the day of a record, or perhaps; not on those listed after all their records."""
    records = book.records_of(rule.roles)
    entry = pl.format("{} ({} {})", "entry_name", "list_id", "entry_id")
    said = found.group_by("party", maintain_order=True).agg(
        entries=entry.unique(maintain_order=True).head(3).str.join("; "),
        lists=pl.col("list_id").unique().sort().str.join(" "),
        listed_on=pl.col("listed_on").min(),
        listed_by=pl.col("listed_by").sort_by("listed_on", nulls_last=True).first(),
        strength=pl.col("match_strength").first(),
    )
    mine = book.of_roles(rule.roles)
    mine = mine.filter(pl.col("party").is_in(found.get_column("party").unique().implode()))
    there = _on_days(book, mine, found, "party", rule)
    times = there.group_by("party").agg(
        raised=(~pl.col("early")).sum(), early=pl.col("early").sum(), weight=pl.col("weight").max()
    )
    raised = pl.col("raised").fill_null(0) > 0
    whole = (
        records.join(said, on="party", how="left")
        .join(times, on="party", how="left")
        .with_columns(
            outcome=pl.when(raised).then(pl.lit(RAISED)).otherwise(pl.lit(NOT_RAISED)),
            reason=pl.when(raised)
            .then(
                pl.format("{} {}.", _says(rule), "entries")
                + pl.when(pl.col("early") > 0)
                .then(pl.format(" {} of its {} records are of that time, or may be;", "raised", "records"))
                .otherwise(pl.lit(""))
                + _apart("early")
            )
            .when(pl.col("entries").is_not_null())
            .then(
                pl.format(
                    "Listed since {} ({}), after all its {} records, which is information and no breach: {}.",
                    *("listed_on", "listed_by", "records", "entries"),
                )
            )
            .otherwise(pl.lit(clean)),
            figures=figures(
                records=pl.col("records"),
                before_listing=pl.col("early").fill_null(0),
                lists=pl.col("lists"),
                listed_on=pl.col("listed_on").cast(pl.String),
                listed_by=pl.col("listed_by"),
                strength=pl.col("strength"),
                weight=pl.col("weight"),
            ),
        )
    )
    evidence = there.join(times.filter(raised).select("party"), on="party", how="semi").with_columns(
        outcome=pl.lit(RAISED), reason=pl.format("{}: {}.", entry, _when())
    )
    return pl.concat([verdicts(whole), verdicts(evidence)])


def listed_party(book: Book, rule: Rule) -> pl.DataFrame:
    """Parties that are on a list; on each record whether they were so on its date."""
    if not book.has_listings:
        return untestable(book, rule, _UNSCREENED)
    found = _named(book, "same_party", list(rule.settings["strengths"]))
    return _about_party(book, rule, found, "On no list screened against.")


def affiliated_party(book: Book, rule: Rule) -> pl.DataFrame:
    """Parties that may be affiliates of a listed one, by their name."""
    if not book.has_listings:
        return untestable(book, rule, _UNSCREENED)
    return _about_party(book, rule, _named(book, "possible_affiliate", None), "Holds no listed name.")


def counterparty_listed(book: Book, rule: Rule) -> pl.DataFrame:
    """Parties on whose records another party, of another name, is listed for all one can tell."""
    if not book.has_listings:
        return untestable(book, rule, _UNSCREENED)
    listed = _named(book, "same_party", list(rule.settings["strengths"]))
    known = book.roles.filter(pl.col("party").is_in(listed.get_column("party").unique().implode()))
    there = _on_days(book, known.rename({"party": "other", "role": "as"}), listed, "other", rule)
    met = book.on_lines(book.of_roles(rule.roles), there.get_column("line"))
    firm = book.firm_of()  # one of the same name is no other party
    met = met.join(there, on="line")
    met = met.filter(firm.gather(met.get_column("party")) != firm.gather(met.get_column("other")))
    met = met.hstack(book.at(met.get_column("line"), ["value_usd"]))
    met = met.sort("party", "line", "early", "rank", pl.col("score").neg(), "other", "as")
    first = met.unique(["party", "line"], keep="first", maintain_order=True)
    said = first.group_by("party", maintain_order=True).agg(
        raised=(~pl.col("early")).sum(),
        early=pl.col("early").sum(),
        usd=pl.col("value_usd").filter(~pl.col("early")).sum().round(2),
        weight=pl.col("weight").max(),
        names=pl.when(~pl.col("early"))
        .then("entry_name")
        .sort_by("rank", pl.col("score").neg(), "entry_name")
        .drop_nulls()
        .unique(maintain_order=True)
        .head(3)
        .str.join("; "),
    )
    raised = pl.col("raised").fill_null(0) > 0
    evidence = first.join(said.filter(raised).select("party"), on="party", how="semi").with_columns(
        outcome=pl.lit(RAISED),
        reason=pl.format(
            "{} as {} ({} {}): {}.",
            "entry_name",
            pl.col("as").cast(pl.String),
            "list_id",
            "entry_id",
            _when(),
        ),
    )
    records = book.records_of(rule.roles).join(said, on="party", how="left")
    whole = records.with_columns(
        outcome=pl.when(raised).then(pl.lit(RAISED)).otherwise(pl.lit(NOT_RAISED)),
        reason=pl.when(raised)
        .then(
            pl.format("{} On {} of {} records: {}.", pl.lit(rule.says), "raised", "records", "names") + _apart("early")
        )
        .when(pl.col("early") > 0)
        .then(
            pl.format(
                "Another party of {} of its {} records was listed after them, which is information and no breach.",
                *("early", "records"),
            )
        )
        .otherwise(pl.lit("No other party of its records is known to be on a list screened against.")),
        figures=figures(
            records=pl.col("records"),
            raised=pl.col("raised").fill_null(0),
            before_listing=pl.col("early").fill_null(0),
            usd=pl.col("usd").fill_null(0.0),
            weight=pl.col("weight"),
        ),
    )
    return pl.concat([verdicts(whole), verdicts(evidence)])


def listed_address(book: Book, rule: Rule) -> pl.DataFrame:
    """Parties at a listed address; one that many parties share counts less, and that is said."""
    if book.places is None:
        return untestable(book, rule, "addresses were not compared with listed ones")
    mine = book.records_of(rule.roles).select("party").join(book.parties, on="party")
    free, least = float(rule.settings["free_sharing"]), float(rule.settings["least"])
    near = book.places.filter(pl.col("grade").is_in(list(rule.settings["grades"])))
    near = near.with_columns(weight=pl.min_horizontal(pl.lit(1.0), pl.lit(free) / pl.col("sharing").clip(1)).round(3))
    order = ["party", "weight", "grade", "rooms_apart", "list_id", "entry_id", "listed_address"]
    first = near.sort(order, descending=[each == "weight" for each in order]).unique(
        "party", keep="first", maintain_order=True
    )
    joined = mine.select("party", "address").join(first.drop("address", "subject_id"), on="party", how="left")
    shared = (
        pl.when(pl.col("sharing") > free)
        .then(
            pl.format(
                " An address of mass registration: {} parties of this file share it, so it counts {} of full.",
                *("sharing", "weight"),
            )
        )
        .otherwise(pl.lit(""))
    )
    said = pl.format("{} = {} of {} ({})", "explanation", "listed_address", "entry_name", "list_id")
    return verdicts(
        joined.with_columns(
            outcome=pl.when(pl.col("weight") >= least)
            .then(pl.lit(RAISED))
            .when(pl.col("address").is_null())
            .then(pl.lit("not_testable"))
            .otherwise(pl.lit(NOT_RAISED)),
            reason=pl.when(pl.col("weight").is_not_null())
            .then(pl.format("{} {}.", pl.lit(rule.says), said) + shared)
            .when(pl.col("address").is_null())
            .then(pl.lit("Not testable: no address of the party is given."))
            .otherwise(pl.lit("Its address is no listed one.")),
            figures=figures(weight=pl.col("weight"), sharing=pl.col("sharing"), listed_there=pl.col("listed_there")),
        )
    )
