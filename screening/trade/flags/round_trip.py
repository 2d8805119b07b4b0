"""The same good, in and out again."""

from __future__ import annotations

import math
from datetime import timedelta
from typing import Final

import numpy as np
import polars as pl

from screening.trade.book import Book
from screening.trade.flags.base import figures, of_records, untestable
from screening.trade.flags.procedures import under
from screening.trade.rules import Rule

_DIGITS_OF_ONE_GOOD: Final = 8
"""Digits of a code that says as much of a good as a tariff does; six are of many goods."""
_NO_UNIT: Final = (1 << 32) - 2
_CELLS: Final = 1 << 26
_AT_ONCE: Final = 1_000_000
"""About how many lines are compared together."""


def _amount() -> pl.Expr:
    return pl.when(pl.col("net_kg") > 0).then("net_kg").when(pl.col("quantity") > 0).then("quantity")


def _named(side: str) -> dict[str, pl.Expr]:
    """What is told of a line, with the side it is of before it: ``came`` in or ``went`` out."""
    return {
        f"{side}_line": pl.col("line"),
        f"{side}_on": pl.col("date"),
        f"{side}_amount": _amount(),
        f"{side}_code": pl.col("hs_code").to_physical(),
        f"{side}_party": pl.col("party"),
    }


def _in_words(book: Book, pairs: pl.DataFrame) -> pl.DataFrame:
    """The pairs, few by now, with codes and measure as text."""
    lines = pl.concat([pairs.select(line="came_line"), pairs.select(line="went_line")]).unique()
    texts = book.lines.join(lines, on="line", how="semi").select(
        "line", code=pl.col("hs_code").cast(pl.String), unit=pl.col("unit").cast(pl.String)
    )
    told = pairs.drop("came_code", "went_code")
    told = told.join(texts.select(came_line="line", came_code="code", unit="unit"), on="came_line")
    told = told.join(texts.select(went_line="line", went_code="code"), on="went_line")
    weighed = pl.col("good") % (1 << 32) == 0  # no unit: by weight
    return told.with_columns(measure=pl.when(weighed).then(pl.lit("kg")).otherwise(pl.col("unit").fill_null("?")))


def _near(book: Book, sides: dict[str, pl.DataFrame], days: int, tolerance: float) -> list[pl.DataFrame]:
    """Pairs of one firm's lines, in and out again: one good, near in date and amount."""
    moved = {}
    for role, name in (("importer", "came"), ("exporter", "went")):
        wanted = ["date", "hs_code", "net_kg", "quantity"]
        moved[name] = (
            sides[role]
            .hstack(book.at(sides[role].get_column("line"), wanted))
            .select(
                "firm",
                "good",
                # near amounts fall into the same cell or the next, near dates likewise: joins stay small
                cell=(_amount().log() / math.log1p(tolerance)).floor().cast(pl.Int32),
                span=(pl.col("date").cast(pl.Int32) // max(days, 1)).cast(pl.Int32),
                **_named(name),
            )
        )
    keys = ["firm", "good", "cell", "span"]
    return [
        moved["went"]
        .with_columns(pl.col("cell") + step, pl.col("span") - back)
        .join(moved["came"], on=keys)
        .filter(
            (pl.col("came_line") != pl.col("went_line"))
            & pl.col("went_on").is_between(pl.col("came_on"), pl.col("came_on") + timedelta(days=days))
            & ((pl.col("went_amount") / pl.col("came_amount") - 1).abs() <= tolerance)
        )
        for step in (-1, 0, 1)
        for back in (0, 1)
    ]


def _of_one_origin(book: Book, sides: dict[str, pl.DataFrame], days: int) -> pl.DataFrame:
    """Pairs of one firm's lines, in and out again, of one code and made in one country that is neither side's own.

    What came in lots goes out in others: the quantities say nothing then.
    """
    foreign = {
        role: _lots(book, sides[role], side).filter(
            pl.col("origin").is_not_null() & (pl.col("origin") != pl.col(own)).fill_null(value=True)
        )
        for role, side, own in (("importer", "came", "destination"), ("exporter", "went", "dispatch"))
    }
    pairs = _nearest(foreign, ["firm", "code", "origin"], days)
    return _in_words(book, pairs).filter(pl.col("came_code").str.len_chars() >= _DIGITS_OF_ONE_GOOD)


def _sent_on(book: Book, sides: dict[str, pl.DataFrame], days: int) -> pl.DataFrame:
    """Pairs of one firm's lines of one watched HS6 that came in from elsewhere and went out to the destinations.

    Who deals in it brings in some lots and sends on others: neither quantity nor all digits are asked for, only that
    nothing says that it was made where it went out, or in two countries.
    """
    wanted, watched = sorted(book.rules.destinations), book.watched().get_column("line")
    lots = {
        role: _lots(book, book.on_lines(sides[role].sort("line"), watched), side)
        for role, side in (("importer", "came"), ("exporter", "went"))
    }
    abroad = ~pl.any_horizontal(pl.col("origin", "dispatch", "destination").is_in(wanted).fill_null(value=False))
    made_there = (pl.col("origin") == pl.col("dispatch")).fill_null(value=False)
    lots = {
        "importer": lots["importer"].filter(abroad),
        "exporter": lots["exporter"].filter(pl.col("destination").is_in(wanted) & ~made_there),
    }
    pairs = _nearest(lots, ["firm", "good"], days)
    one = (pl.col("origin") == pl.col("origin_went")).fill_null(value=True)
    return _in_words(book, pairs.filter(one).with_columns(to="destination_went"))


def _lots(book: Book, mine: pl.DataFrame, side: str) -> pl.DataFrame:
    """One side's lines, sorted by date, with the countries that lots are told by as text."""
    countries = ["origin", "dispatch", "destination"]
    return (
        mine.hstack(book.at(mine.get_column("line"), ["date", "hs_code", "net_kg", "quantity", *countries]))
        .select(
            *("firm", "good"),
            pl.col(countries).cast(pl.String),
            code=pl.col("hs_code").to_physical(),
            **_named(side),
        )
        .sort(f"{side}_on", f"{side}_line")
    )


def _nearest(lots: dict[str, pl.DataFrame], by: list[str], days: int) -> pl.DataFrame:
    """Each line with the nearest of the other side within days, in before out; what both have, of the one that went
    ends in ``_went``.
    """
    shared = ["good", "code", "origin", "dispatch", "destination"]
    moved = {
        "came": lots["importer"],
        "went": lots["exporter"].rename({name: f"{name}_went" for name in shared if name not in by}),
    }
    pairs = [
        moved[one].join_asof(
            moved[other],
            left_on=f"{one}_on",
            right_on=f"{other}_on",
            by=by,
            strategy="backward" if one == "went" else "forward",
            tolerance=timedelta(days=days),
            coalesce=False,
            check_sortedness=False,  # both are sorted; within groups it cannot be checked
        )
        for one, other in (("went", "came"), ("came", "went"))
    ]
    found = pl.concat([each.drop_nulls(["came_line", "went_line"]) for each in pairs], how="diagonal")
    found = found.unique(["firm", "came_line", "went_line"], keep="first", maintain_order=True)
    return found.filter(pl.col("came_line") != pl.col("went_line"))


def _not_told(pairs: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """The pairs but for those of which both lines are told already."""
    both = [pl.col(side).is_in(told.get_column(side).implode()) for side in ("came_line", "went_line")]
    return pairs.filter(~pl.all_horizontal(both))


def _goods(book: Book, able: pl.Expr) -> pl.Series:
    """For each standing line that can be compared its HS6 and measure as a number."""
    measure = pl.when(pl.col("net_kg") > 0).then(0).otherwise(pl.col("unit").to_physical().fill_null(_NO_UNIT) + 1)
    return book.lines.select(
        good=pl.when(able).then(pl.col("hs6").to_physical().cast(pl.UInt64) * (1 << 32) + measure.cast(pl.UInt64))
    ).to_series()


def _keyed(book: Book, side: pl.DataFrame, goods: pl.Series) -> pl.DataFrame:
    """``party, line, firm`` of the lines that can be compared, and their ``good``."""
    return side.with_columns(good=goods.gather(book.places_of(side.get_column("line")))).filter(
        pl.col("good").is_not_null()
    )


def _shared(sides: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """The lines of a firm and good that is on both sides: nearly all others go at a glance."""
    code, measure, firm = pl.col("good") // (1 << 32), pl.col("good") % (1 << 32), pl.col("firm").cast(pl.UInt64)
    cell = ((code * 40_503 + measure * 10_007 + firm * 2_654_435) % _CELLS).cast(pl.UInt32)
    cells = {role: mine.select(cell).to_series().to_numpy() for role, mine in sides.items()}
    near = {}
    for role, other in (("importer", "exporter"), ("exporter", "importer")):
        marks = np.zeros(_CELLS, dtype=bool)
        marks[cells[other]] = True
        near[role] = sides[role].filter(pl.Series(marks[cells[role]]))
    keys = ["firm", "good"]
    return {
        role: near[role].join(near[other].select(keys), on=keys, how="semi", maintain_order="left")
        for role, other in (("importer", "exporter"), ("exporter", "importer"))
    }


def _each_once(pairs: pl.DataFrame) -> pl.DataFrame:
    """Pairs in which each record stands once: what came in and went out again is not there to go out a second time.

    The nearest in time go first, then the nearest in quantity; where several are equally near, all of them.
    """
    far = pl.struct(
        days=(pl.col("went_on") - pl.col("came_on")).dt.total_days(),
        gap=(pl.col("went_amount") - pl.col("came_amount")).abs(),
    )
    left = pairs.with_columns(far=far.rank("dense"))
    taken = [left.clear()]
    while left.height:
        nearest = left.filter(
            (pl.col("far") == pl.col("far").min().over("firm", "went_line"))
            & (pl.col("far") == pl.col("far").min().over("firm", "came_line"))
        )
        taken.append(nearest)
        for side in ("went_line", "came_line"):
            left = left.join(nearest.select("firm", side).unique(), on=["firm", side], how="anti")
    return pl.concat(taken)


def _of_one_good(pairs: pl.DataFrame, book: Book) -> pl.DataFrame:
    """The pairs of one HS6 whose codes agree in all digits both have, or whose descriptions are the same."""
    shorter = pl.min_horizontal(pl.col("came_code").str.len_chars(), pl.col("went_code").str.len_chars())
    alike = pl.col("came_code").str.slice(0, shorter) == pl.col("went_code").str.slice(0, shorter)
    differ = pairs.filter(~alike)
    if not differ.height:
        return pairs
    lines = pl.concat([differ.select(line="came_line"), differ.select(line="went_line")]).unique()
    told = (
        book.records.select("line", words=pl.col("description").str.to_lowercase().str.strip_chars(" .,;"))
        .filter(pl.col("line").is_in(lines.get_column("line").implode()) & (pl.col("words") != ""))
        .collect(engine="streaming")
    )
    same = (
        differ.select("came_line", "went_line")
        .unique()
        .join(told.rename({"line": "came_line"}), on="came_line")
        .join(told.rename({"line": "went_line"}), on=["went_line", "words"])
        .select("came_line", "went_line")
    )
    return pl.concat([pairs.filter(alike), differ.join(same, on=["came_line", "went_line"], how="semi")])


def _told(pairs: pl.DataFrame, why: str | pl.Expr) -> pl.DataFrame:
    """The pairs with their reason and figures."""
    return pairs.select(
        *(f"{side}_{what}" for side in ("went", "came") for what in ("party", "line")),
        reason=pl.format(
            "{}: in on {}, out on {}, {} and {} {}, {}.",
            *("went_code", "came_on", "went_on", "came_amount", "went_amount", "measure"),
            pl.lit(why) if isinstance(why, str) else why,
        ),
        figures=figures(
            days=(pl.col("went_on") - pl.col("came_on")).dt.total_days(),
            came=pl.col("came_amount"),
            went=pl.col("went_amount"),
            measure=pl.col("measure"),
        ),
    )


def _re_exported(book: Book, rule: Rule) -> pl.DataFrame:
    """Watched goods that a party of a hub sends to the destinations under a procedure of re-export, though made in
    neither: the record itself says that they came in and go out as they were.
    """
    wanted, hubs = sorted(book.rules.destinations), book.rules.hubs
    lines = book.on_lines(under(book, rule.settings["re_exported"]).to_frame(), book.watched().get_column("line"))
    countries = ["origin", "dispatch", "destination"]
    ways = lines.hstack(book.at(lines.get_column("line"), ["date", *countries])).with_columns(
        pl.col(countries).cast(pl.String)
    )
    sellers = book.on_lines(book.of_roles(["exporter"]), ways.get_column("line"))
    sent = sellers.join(ways, on="line").join(book.parties.select("party", "country"), on="party")
    sent = sent.with_columns(hub=pl.coalesce("dispatch", pl.col("country").cast(pl.String)))
    return sent.filter(
        pl.col("destination").is_in(wanted)
        & hubs.is_hub(pl.col("hub"), pl.col("date"))
        & (pl.col("origin") != pl.col("hub"))
        & ~pl.col("origin").is_in(wanted)
    ).select(
        "party",
        "line",
        reason=pl.format("Made in {}, re-exported from {} to {}.", "origin", "hub", "destination"),
        figures=figures(origin=pl.col("origin"), hub=pl.col("hub"), destination=pl.col("destination")),
    )


def in_and_out(book: Book, rule: Rule) -> pl.DataFrame:
    """Parties that bring in a good and send the same out again within days: in about the same quantity, or in whatever
    lots where both say that it was made in one country abroad, or where it is a watched one and goes to a destination;
    or that say so themselves, of a watched one re-exported from a hub to a destination.

    The same code in all digits both records have, or in six with the same words: imports and exports are often
    declared in different subheadings of a country's own. Quantities by net weight, else by number in the same unit.
    """
    days, tolerance = int(rule.settings["days"]), float(rule.settings["tolerance"])
    firms = book.firm_of()
    sides = {
        role: mine.with_columns(firm=firms.gather(mine.get_column("party")))
        for role in ("importer", "exporter")
        for mine in [book.of_roles([role])]
    }
    both = np.ones(book.many, dtype=bool)
    for mine in sides.values():
        there = np.zeros(book.many, dtype=bool)
        there[mine.get_column("firm").to_numpy()] = True
        both &= there
    declared = _re_exported(book, rule)
    if not both.any() and not declared.height:
        return untestable(book, rule, "no party both receives and sends goods in this file")
    able = pl.col("hs6").is_not_null() & pl.col("date").is_not_null() & _amount().is_finite()
    tested = book.lines.filter(able).select("line")
    # what a firm brings in and never sends out, or the other way round, needs no comparing: that is nearly all
    goods = _goods(book, able)
    sides = {
        role: _keyed(book, mine.filter(pl.Series(both[mine.get_column("firm").to_numpy()])), goods)
        for role, mine in sides.items()
    }
    sides = _shared(sides)
    # firms say nothing of each other: some of them at a time, so that memory stays small
    shares = 1 + sum(mine.height for mine in sides.values()) // _AT_ONCE
    near = []
    for share in range(shares):
        some = {role: mine.filter(pl.col("firm") % shares == share) for role, mine in sides.items()}
        near += _near(book, some, days, tolerance)
    pairs = _in_words(book, pl.concat(near)).pipe(_of_one_good, book).pipe(_each_once)
    told = [_told(pairs, "in about the same quantity")]
    if rule.settings["origin_is_enough"]:
        lots = _not_told(_of_one_origin(book, sides, days), pairs)
        told.append(_told(lots, pl.format("made in {}", "origin")))
    sent = _sent_on(book, sides, int(rule.settings["days_onward"]))
    told.append(_told(_not_told(sent, pl.concat(told)), pl.format("to {}", "to")))
    pairs = pl.concat(told)
    found = pl.concat(
        [
            pairs.select("reason", "figures", party=pl.col(f"{side}_party"), line=pl.col(f"{side}_line"))
            for side in ("went", "came")
        ]
    )
    found = pl.concat([found, declared.select(found.columns).cast(found.schema)])
    return of_records(book, rule, found, tested, why_not="no record has a date, a code and a weight or quantity")
