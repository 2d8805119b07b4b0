"""Where goods go, through where, and under which procedure."""

from __future__ import annotations

from functools import cache

import polars as pl

from screening.names.places import country_code, place, place_concept
from screening.names.tokens import words
from screening.reference import table
from screening.trade.book import Book
from screening.trade.flags.base import figures, of_records
from screening.trade.rules import Rule

_STEPS = ("origin", "dispatch", "trading_country", "destination")


def _countries(book: Book) -> pl.LazyFrame:
    """The countries of lines as text, lazily: what stays after a filter is little."""
    return book.lines.lazy().select("line", "date", *(pl.col(name).cast(pl.String) for name in _STEPS))


def _told(book: Book, found: pl.LazyFrame, reason: pl.Expr, said: pl.Expr) -> pl.DataFrame:
    """Findings on destinations: words only on watched goods, the others being counted and no evidence."""
    rows = found.collect(engine="streaming")
    watched = book.watched().select("line")
    blank = [pl.lit(None, pl.String).alias(name) for name in ("reason", "figures")]
    return pl.concat(
        [
            rows.join(watched, on="line", how="semi").select("line", reason=reason, figures=said),
            rows.join(watched, on="line", how="anti").select("line", *blank),
        ]
    )


def _lines(frame: pl.LazyFrame) -> pl.DataFrame:
    return frame.select("line").collect(engine="streaming")


def direct_to_destination(book: Book, rule: Rule) -> pl.DataFrame:
    """Goods whose destination is Russia or Belarus, and which do not come from there."""
    wanted = sorted(book.rules.destinations)
    lines = _countries(book)
    known = lines.filter(pl.col("destination").is_not_null())
    found = _told(
        book,
        known.filter(pl.col("destination").is_in(wanted) & ~pl.col("dispatch").fill_null("").is_in(wanted)).select(
            "line", "destination", "dispatch"
        ),
        pl.format("Destination {}.", "destination"),
        figures(destination=pl.col("destination"), dispatch=pl.col("dispatch")),
    )
    return of_records(book, rule, found, _lines(known), why_not="no record gives the country of destination")


def through_hub(book: Book, rule: Rule) -> pl.DataFrame:
    """Goods for Russia or Belarus that pass a hub which is not their origin; coalition goods sent to a hub."""
    wanted, coalition = sorted(book.rules.destinations), sorted(book.rules.coalition)
    hubs = pl.LazyFrame(
        {"hub": list(book.rules.hubs), "until": list(book.rules.hubs.values())},
        schema={"hub": pl.String(), "until": pl.Date()},
    )
    found = []
    lines = _countries(book)
    for step in ("dispatch", "trading_country", "destination"):
        at = lines.join(hubs, left_on=step, right_on="hub", coalesce=False).filter(
            pl.col("until").is_null() | pl.col("date").is_null() | (pl.col("date") <= pl.col("until"))
        )
        if step == "destination":
            came = at.filter(
                pl.coalesce("origin", "dispatch").is_in(coalition) & (pl.coalesce("origin", "dispatch") != pl.col(step))
            )
            reason = pl.format("From {} to {}, a hub.", pl.coalesce("origin", "dispatch"), step)
        else:
            came = at.filter(pl.col("destination").is_in(wanted) & (pl.col("origin").fill_null("") != pl.col(step)))
            how = "dispatched from" if step == "dispatch" else "traded in"
            reason = pl.format(
                f"For {{}}, {how} {{}}, a hub; origin {{}}.",
                "destination",
                step,
                pl.col("origin").fill_null("not given"),
            )
        columns = ["line", *(name for name in _STEPS)]
        found.append(_told(book, came.select(columns), reason, figures(hub=pl.col(step), step=pl.lit(step))))
    tested = lines.filter(
        pl.col("destination").is_not_null() & pl.any_horizontal(pl.col("origin", "dispatch").is_not_null())
    )
    joined = pl.concat(found).unique("line", keep="first", maintain_order=True)
    return of_records(
        book,
        rule,
        joined,
        _lines(tested),
        why_not="no record gives the destination and where the goods came from",
    )


@cache
def _country_of_place(text: str) -> str | None:
    """The country of a delivery place ("CPT MOSCOW", "Алматы"), where one place or country is named, else None."""
    found = set()
    tokens = words(text)
    for size in (3, 2, 1):
        for start in range(len(tokens) - size + 1):
            phrase = " ".join(tokens[start : start + size])
            concept = place_concept(phrase)
            if concept and (known := place(concept)) and known.country != "XX":
                found.add(known.country)
            elif len(phrase) > 3 and (code := country_code(phrase)):
                found.add(code)
    return found.pop() if len(found) == 1 else None


def odd_route(book: Book, rule: Rule) -> pl.DataFrame:
    """Ways that make no sense: delivered in Russia while bound elsewhere, or back to where the goods were made."""
    wanted = book.rules.destinations
    lines = _countries(book)
    places = (
        book.records.filter(pl.col("status").is_null() & pl.col("delivery_place").is_not_null())
        .select("line", "delivery_place")
        .collect(engine="streaming")
    )
    names = places.get_column("delivery_place").unique().to_list()
    known = pl.DataFrame(
        [(name, code) for name in names if (code := _country_of_place(name))],
        schema={"delivery_place": pl.String(), "delivered_in": pl.String()},
        orient="row",
    )
    delivered = lines.join(places.join(known, on="delivery_place").lazy(), on="line")
    elsewhere = delivered.filter(
        pl.col("delivered_in").is_in(sorted(wanted))
        & pl.col("destination").is_not_null()
        & ~pl.col("destination").is_in(sorted(wanted))
        & ~pl.col("dispatch").fill_null("").is_in(sorted(wanted))
    ).select(
        "line",
        reason=pl.format("Delivered at {} ({}), though bound for {}.", "delivery_place", "delivered_in", "destination"),
        figures=figures(delivered_in=pl.col("delivered_in"), destination=pl.col("destination")),
    )
    back = lines.filter(
        (pl.col("origin") == pl.col("destination"))
        & pl.col("dispatch").is_not_null()
        & (pl.col("dispatch") != pl.col("origin"))
    )
    back = back.join(_returning(book, rule).lazy(), on="line", how="anti").select(
        "line",
        reason=pl.format("Made in {}, sent back there from {}, under no procedure of return.", "origin", "dispatch"),
        figures=figures(origin=pl.col("origin"), dispatch=pl.col("dispatch")),
    )
    traded = lines.filter(
        pl.col("trading_country").is_in(sorted(book.rules.hubs))
        & pl.col("destination").is_in(sorted(wanted))
        & (pl.col("trading_country") != pl.col("origin").fill_null(""))
        & (pl.col("trading_country") != pl.col("dispatch"))
        & pl.col("dispatch").is_in(sorted(book.rules.coalition))
    ).select(
        "line",
        reason=pl.format(
            "From {} to {}, sold by a third country's party ({}).",
            "dispatch",
            "destination",
            "trading_country",
        ),
        figures=figures(dispatch=pl.col("dispatch"), trading=pl.col("trading_country")),
    )
    tested = pl.concat(
        [
            _lines(delivered.filter(pl.col("destination").is_not_null())),
            _lines(lines.filter(pl.all_horizontal(pl.col("origin", "dispatch", "destination").is_not_null()))),
        ]
    )
    ways = [each.collect(engine="streaming") for each in (elsewhere, back, traded)]
    found = pl.concat(ways).unique("line", keep="first", maintain_order=True)
    return of_records(
        book,
        rule,
        found,
        tested,
        why_not="no record gives destination and delivery place, or origin and dispatch",
    )


def _returning(book: Book, rule: Rule) -> pl.DataFrame:
    """Lines whose procedure has one of the rule's words of coming back or being sent back."""
    marks = rule.settings["returning"]
    spoken = pl.col("procedure").cast(pl.String).str.to_lowercase()
    return book.lines.filter(spoken.str.contains_any(list(marks))).select("line")


def odd_procedure(book: Book, rule: Rule) -> pl.DataFrame:
    """Goods that are used up, under a procedure by which goods come back as they were."""
    used = [
        chapter
        for row in table("goods/durable_chapters.tsv").rows
        for chapter in (f"{number:02d}" for number in range(int(row["first"]), int(row["last"]) + 1))
    ]
    lines = book.lines.filter(pl.col("procedure").is_not_null() & pl.col("hs6").is_not_null())
    found = (
        lines.join(_returning(book, rule), on="line")
        .with_columns(chapter=pl.col("hs6").cast(pl.String).str.slice(0, 2))
        .filter(pl.col("chapter").is_in(used))
        .select(
            "line",
            reason=pl.format(
                "“{}” of a good of chapter {}, which is used up.",
                pl.col("procedure").cast(pl.String),
                "chapter",
            ),
            figures=figures(procedure=pl.col("procedure").cast(pl.String), chapter=pl.col("chapter")),
        )
    )
    return of_records(book, rule, found, lines, why_not="no record gives a procedure and a code of the goods")
