"""Where goods go, through where, and under which procedure."""

from __future__ import annotations

from typing import Final

import polars as pl

from screening.reference import table
from screening.trade.book import Book
from screening.trade.bound import STEPS, bound
from screening.trade.delivery import country_of_delivery
from screening.trade.flags.base import figures, of_records
from screening.trade.flags.procedures import under
from screening.trade.flags.ways_round import texts, ways_round
from screening.trade.rules import Rule
from screening.trade.said import testable

_HOW: Final = {"dispatch": "dispatched from", "trading_country": "traded in", "via": "by way of"}


def _told(book: Book, found: pl.DataFrame, reason: pl.Expr, said: pl.Expr) -> pl.DataFrame:
    """Findings on destinations: words only on watched goods, the others being counted and no evidence."""
    there = book.by_line(book.watched().get_column("line")).gather(found.get_column("line"))
    blank = [pl.lit(None, pl.String).alias(name) for name in ("reason", "figures")]
    worded = found.filter(there)
    worded = worded.hstack(book.at(worded.get_column("line"), [step for step in STEPS if step not in found.columns]))
    return pl.concat(
        [
            texts(worded).select("line", reason=reason, figures=said),
            found.filter(~there).select("line", *blank),
        ]
    )


def direct_to_destination(book: Book, rule: Rule) -> pl.DataFrame:
    """Goods whose destination is Russia or Belarus, and which do not come from there.

    Where a record names no destination, the consignee's country is taken for it.
    """
    there = bound(book)
    found = pl.concat(
        [
            _told(
                book,
                there.given,
                pl.format("Destination {}.", "destination"),
                figures(destination=pl.col("destination"), dispatch=pl.col("dispatch")),
            ),
            _told(
                book,
                there.consigned,
                pl.format("Consignee in {}, no destination given.", "country"),
                figures(consignee=pl.col("country"), dispatch=pl.col("dispatch")),
            ),
        ]
    )
    why_not = "no record gives the country of destination, or the consignee's"
    return of_records(book, rule, found, there.known.to_frame("line"), why_not=why_not)


def through_hub(book: Book, rule: Rule) -> pl.DataFrame:
    """Goods for Russia or Belarus that pass a hub which is not their origin; coalition goods sent to a hub.

    Where a record names no destination, the consignee's country is taken for it. Where it names no country of dispatch,
    the exporter's is: for a hub if the origin is known, and for where goods sent to a hub come from if no origin is.
    """
    wanted, coalition = sorted(book.rules.destinations), sorted(book.rules.coalition)
    found = []
    ends = _ends(book)
    lines = book.lines.select("line", "date", *STEPS).hstack(ends)
    for step in ("dispatch", "trading_country", "via"):
        hub = book.rules.hubs.is_hub(pl.col(step), pl.col("date"))
        other = (pl.col("origin") != pl.col(step)).fill_null(value=True)
        came = lines.filter(hub & pl.col("end").is_in(wanted) & other)
        reason = pl.format(
            f"For {{}}{{}}, {_HOW[step]} {{}}, a hub; origin {{}}.",
            *("end", _by_party(["destination"], "consignee"), step),
            pl.col("origin").fill_null("not given"),
        )
        found.append(_told(book, came, reason, figures(hub=pl.col(step), step=pl.lit(step))))
    hub = book.rules.hubs.is_hub(pl.col("end"), pl.col("date"))
    came = lines.filter(hub & pl.col("start").is_in(coalition) & (pl.col("start") != pl.col("end")))
    reason = pl.format(
        "From {}{} to {}{}, a hub.",
        *("start", _by_party(["origin", "dispatch"], "exporter"), "end", _by_party(["destination"], "consignee")),
    )
    found.append(_told(book, came, reason, figures(hub=pl.col("end"), step=pl.lit("destination"))))
    found.append(_sold_from_hub(book, lines, wanted))
    tested = lines.filter(pl.col("end").is_not_null() & pl.any_horizontal(pl.col("start", "via").is_not_null()))
    joined = pl.concat(found).unique("line", keep="first", maintain_order=True)
    return of_records(
        book,
        rule,
        joined,
        tested.select("line"),
        why_not="no record gives where the goods go and where they came from, nor the parties' countries for it",
    )


def _ends(book: Book) -> pl.DataFrame:
    """For each row of ``book.lines`` the ``start`` and the ``end`` of the way: where no other is given, by the parties'
    countries, of several the first in the alphabet.
    """
    ends = {"start": ("exporter", ["origin", "dispatch"]), "end": ("importer", ["destination"])}
    given = book.lines.select(
        pl.coalesce(pl.col(columns).cast(pl.String)).alias(end) for end, (_, columns) in ends.items()
    )
    return given.with_columns(pl.coalesce(end, book.country_on(role)) for end, (role, _) in ends.items())


def _by_party(columns: list[str], party: str) -> pl.Expr:
    """Said of an end of the way that is told by a party's country alone."""
    said = pl.lit(f" (the {party}'s country, no other is given)")
    return pl.when(pl.all_horizontal(pl.col(columns).is_null())).then(said).otherwise(pl.lit(""))


def _sold_from_hub(book: Book, lines: pl.DataFrame, wanted: list[str]) -> pl.DataFrame:
    """Goods for the destinations without a country of dispatch, whose exporter is in a hub that is not their origin."""
    open_lines = lines.filter(
        pl.col("dispatch").is_null() & pl.col("origin").is_not_null() & pl.col("end").is_in(wanted)
    )
    sellers = book.countries_of("exporter", open_lines.get_column("line")).rename({"country": "seller"})
    came = (
        open_lines.join(sellers, on="line")
        .filter(book.rules.hubs.is_hub(pl.col("seller"), pl.col("date")))
        .filter(pl.col("origin").cast(pl.String) != pl.col("seller").cast(pl.String))
        .sort("line", "seller")
        .unique("line", keep="first", maintain_order=True)
    )
    reason = pl.format(
        "For {}{}, sold by an exporter in {}, a hub (no country of dispatch is given); origin {}.",
        *("end", _by_party(["destination"], "consignee"), "seller", "origin"),
    )
    return _told(book, came, reason, figures(hub=pl.col("seller"), step=pl.lit("exporter")))


def odd_route(book: Book, rule: Rule) -> pl.DataFrame:
    """Ways that make no sense: delivered in Russia, or sold there, while bound or bought elsewhere; bound for Russia
    while imported elsewhere; back to where the goods were made; or a long way round.
    """
    wanted = sorted(book.rules.destinations)
    lines = book.lines.select("line", "date", *STEPS)
    places = (
        book.records.filter(pl.col("status").is_null() & pl.col("delivery_place").is_not_null())
        .select("line", "delivery_place")
        .collect(engine="streaming")
    )
    names = places.get_column("delivery_place").unique().to_list()
    known = pl.DataFrame(
        [(name, code) for name in names if (code := country_of_delivery(name))],
        schema={"delivery_place": pl.String(), "delivered_in": pl.String()},
        orient="row",
    )
    delivered = lines.join(places.join(known, on="delivery_place"), on="line", maintain_order="left")
    there = texts(
        delivered.filter(
            pl.col("delivered_in").is_in(wanted) & ~pl.col("dispatch").is_in(wanted).fill_null(value=False)
        )
    )
    elsewhere = there.filter(~pl.col("destination").is_in(wanted)).select(
        "line",
        reason=pl.format("Delivered at {} ({}), though bound for {}.", "delivery_place", "delivered_in", "destination"),
        figures=figures(delivered_in=pl.col("delivered_in"), destination=pl.col("destination")),
    )
    back = lines.filter((pl.col("origin") == pl.col("destination")) & (pl.col("dispatch") != pl.col("origin")))
    back = texts(back.filter(~book.by_line(_returning(book, rule)).gather(back.get_column("line")))).select(
        "line",
        reason=pl.format("Made in {}, sent back there from {}, under no procedure of return.", "origin", "dispatch"),
        figures=figures(origin=pl.col("origin"), dispatch=pl.col("dispatch")),
    )
    traded = texts(
        lines.filter(
            book.rules.hubs.is_hub(pl.col("trading_country"), pl.col("date"))
            & pl.col("destination").is_in(wanted)
            & (pl.col("trading_country") != pl.col("origin")).fill_null(value=True)
            & (pl.col("trading_country") != pl.col("dispatch"))
            & pl.col("dispatch").is_in(sorted(book.rules.coalition))
        )
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
    bought = _bought_elsewhere(book, there.filter(pl.col("destination").is_null()))
    tested = pl.concat(
        [
            delivered.filter(pl.col("destination").is_not_null()).select("line"),
            lines.filter(pl.all_horizontal(pl.col("origin", "dispatch", "destination").is_not_null())).select("line"),
            lines.filter(pl.all_horizontal(pl.col("dispatch", "via", "destination").is_not_null())).select("line"),
            _in_transit(book, rule).filter(pl.col("destination").is_not_null()).select("line"),
            testable(book, rule.id),
            bought.select("line"),
        ]
    )
    round_about = ways_round(book, rule)
    found = pl.concat(
        [
            *(
                elsewhere,
                bought,
                back,
                traded,
                _sold_to_destinations(book),
                _bought_by_another(book),
                _imported_elsewhere(book, rule),
                round_about,
            ),
            _sold_in_transit(book, rule),
        ]
    ).unique("line", keep="first", maintain_order=True)
    return of_records(
        book,
        rule,
        found,
        tested,
        why_not="no record gives destination and delivery place, or origin and dispatch, or dispatch and transit",
    )


def _bought_elsewhere(book: Book, there: pl.DataFrame) -> pl.DataFrame:
    """Goods delivered in a country looked for, and bound for none that is told, that parties of other countries buy."""
    return there.join(_buyers_abroad(book, there), on="line").select(
        "line",
        reason=pl.format("Delivered at {} ({}), though bought in {}.", "delivery_place", "delivered_in", "buyer"),
        figures=figures(delivered_in=pl.col("delivered_in"), buyer=pl.col("buyer")),
    )


def _sold_to_destinations(book: Book) -> pl.DataFrame:
    """Exports that a party of one of the destinations buys, and that are bound for a country that is none."""
    wanted = sorted(book.rules.destinations)
    ways = book.lines.lazy().filter((pl.col("direction") == "export") & pl.col("trading_country").is_in(wanted))
    there = texts(ways.select("line", *STEPS).collect()).filter(
        ~pl.col("destination").is_in(wanted)
        & ~pl.any_horizontal(pl.col("origin", "dispatch").is_in(wanted).fill_null(value=False))
    )
    return there.select(
        "line",
        reason=pl.format("Sold to a party in {}, though bound for {}.", "trading_country", "destination"),
        figures=figures(trading=pl.col("trading_country"), destination=pl.col("destination")),
    )


def _bought_by_another(book: Book) -> pl.DataFrame:
    """Watched goods bound for one of the destinations whose consignee is in a third country, which they are known not
    to come from.
    """
    wanted = sorted(book.rules.destinations)
    there = book.lines.lazy().filter(pl.col("destination").is_in(wanted)).select("line", *STEPS).collect()
    watched = book.on_lines(there, book.watched().get_column("line"))
    return (
        texts(watched)
        .join(_buyers_abroad(book, watched), on="line")
        .filter(pl.col("dispatch") != pl.col("buyer"), pl.col("origin").ne_missing(pl.col("buyer")))
        .filter(~pl.any_horizontal(pl.col("origin", "dispatch").is_in(wanted).fill_null(value=False)))
        .select(
            "line",
            reason=pl.format("Bound for {}, though consigned to a party in {}.", "destination", "buyer"),
            figures=figures(destination=pl.col("destination"), buyer=pl.col("buyer")),
        )
    )


def _buyers_abroad(book: Book, lines: pl.DataFrame) -> pl.DataFrame:
    """``line, buyer``: the country of who buys, of several the first in the alphabet, on lines that nobody in one of
    the destinations buys.
    """
    buyers = book.countries_of("importer", lines.get_column("line"))
    at_home = pl.col("country").is_in(sorted(book.rules.destinations))
    known = buyers.group_by("line").agg(buyer=pl.col("country").min(), at_home=at_home.any())
    return known.filter(~pl.col("at_home")).drop("at_home")


def _imported_elsewhere(book: Book, rule: Rule) -> pl.DataFrame:
    """Watched goods for the destinations among the imports of a country: of a file whose imports nearly all stay in
    one.
    """
    passing = book.by_line(_passing(book, rule)).gather(book.lines.get_column("line"))
    coming = (pl.col("direction") == "import") & pl.col("destination").is_not_null() & ~pl.lit(passing)
    imports = book.lines.lazy().filter(coming).select("line", "destination", "dispatch").collect()
    counts = imports.get_column("destination").value_counts(sort=True)
    nothing = pl.DataFrame(schema={"line": pl.UInt32(), "reason": pl.String(), "figures": pl.String()})
    if not counts.height:
        return nothing
    home, most = counts.row(0)
    least = rule.settings["home"]
    if home in book.rules.destinations or most < max(least["records"], least["share"] * imports.height):
        return nothing
    said = pl.format(f"Imported into {home}, as {most} of {imports.height} records, yet bound for {{}}.", "destination")
    return (
        book.on_lines(imports, book.watched().get_column("line"))
        .filter(pl.col("destination").is_in(sorted(book.rules.destinations)))
        .with_columns(pl.col("destination", "dispatch").cast(pl.String))
        .filter(~pl.col("dispatch").is_in(sorted(book.rules.destinations)).fill_null(value=False))
        .select("line", reason=said, figures=figures(home=pl.lit(home), destination=pl.col("destination")))
    )


def _in_transit(book: Book, rule: Rule) -> pl.DataFrame:
    """Lines under a procedure by which goods only pass through the country."""
    passing = under(book, rule.settings["through"])
    return book.on_lines(book.lines, passing)


def _sold_in_transit(book: Book, rule: Rule) -> pl.DataFrame:
    """Watched goods in transit to the destinations that a party of a hub sends: what passes through a country is sent
    by somebody before it.
    """
    wanted = sorted(book.rules.destinations)
    ways = book.on_lines(_in_transit(book, rule), book.watched().get_column("line"))
    ways = texts(ways.select("line", "date", *STEPS).filter(pl.col("destination").is_in(wanted)))
    sellers = (
        book.countries_of("exporter", ways.get_column("line"))
        .rename({"country": "seller"})
        .sort("line", "seller")
        .unique("line", keep="first", maintain_order=True)
    )
    there = ways.join(sellers, on="line", maintain_order="left").filter(
        book.rules.hubs.is_hub(pl.col("seller"), pl.col("date"))
        & (pl.col("seller") != pl.col("origin"))
        & (pl.col("seller") != pl.col("dispatch")).fill_null(value=True)
    )
    return there.select(
        "line",
        reason=pl.format("In transit to {}, though sent by a party in {}, a hub.", "destination", "seller"),
        figures=figures(destination=pl.col("destination"), seller=pl.col("seller")),
    )


def _returning(book: Book, rule: Rule) -> pl.Series:
    """Lines whose procedure has one of the rule's words of coming back or being sent back."""
    return under(book, rule.settings["returning"])


def _passing(book: Book, rule: Rule) -> pl.Series:
    """Lines whose procedure has one of the rule's words of coming back, of passing through, or of being kept."""
    return under(book, [word for what in ("returning", "through", "kept") for word in rule.settings[what]])


def odd_procedure(book: Book, rule: Rule) -> pl.DataFrame:
    """Goods that are used up or built in, under a procedure by which goods come back as they were; sales as samples."""
    used = tuple(
        f"{number:0{len(row['first'])}d}"
        for row in table("goods/durable_chapters.tsv").rows
        for number in range(int(row["first"]), int(row["last"]) + 1)
    )
    codes = book.lines.get_column("hs6").drop_nulls().unique().cast(pl.String)
    used_up = [code for code in codes if code.startswith(used)]
    lines = book.lines.filter(pl.col("procedure").is_not_null() & pl.col("hs6").is_not_null())
    found = (
        book.on_lines(lines, _returning(book, rule))
        .with_columns(chapter=pl.col("hs6").cast(pl.String).str.slice(0, 2))
        .filter(pl.col("hs6").is_in(used_up))
        .select(
            "line",
            reason=pl.format(
                "“{}” of a good of chapter {}, which is used up or built in.",
                pl.col("procedure").cast(pl.String),
                "chapter",
            ),
            figures=figures(procedure=pl.col("procedure").cast(pl.String), chapter=pl.col("chapter")),
        )
    )
    dear = _dear_samples(book, rule)
    found = pl.concat([found, dear]).unique("line", keep="first", maintain_order=True)
    tested = pl.concat([lines.select("line"), dear.select("line")]).unique(maintain_order=True)
    return of_records(book, rule, found, tested, why_not="no record gives a procedure and a code of the goods")


def _dear_samples(book: Book, rule: Rule) -> pl.DataFrame:
    """Goods that are declared as samples and cost what no sample does."""
    lines = under(book, rule.settings["samples"]).to_frame("line")
    worth = lines.hstack(book.at(lines.get_column("line"), ["procedure", "value_usd"]))
    return worth.filter(pl.col("value_usd") >= float(rule.settings["samples_usd"])).select(
        "line",
        reason=pl.format(
            "“{}” of USD {}, more than samples cost.",
            pl.col("procedure").cast(pl.String),
            pl.col("value_usd").round(0).cast(pl.Int64),
        ),
        figures=figures(procedure=pl.col("procedure").cast(pl.String), usd=pl.col("value_usd")),
    )
