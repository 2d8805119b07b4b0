"""Prices far from the others', weights no piece can have."""

from __future__ import annotations

import math
from typing import Final

import polars as pl

from screening.reference import table
from screening.trade.book import Book
from screening.trade.flags.base import figures, of_records
from screening.trade.robust import distances
from screening.trade.rules import Rule

_BASES: Final = 1 << 32  # more than there are categories


def _buyers(book: Book) -> pl.DataFrame:
    """Whose figure a line is: its importer, or its exporter where no importer is known. ``line, party``."""
    return book.kept("buyers", lambda: _made_buyers(book))


def _made_buyers(book: Book) -> pl.DataFrame:
    role = pl.col("role").cast(pl.String)
    return (
        book.roles.lazy()
        .filter(role.is_in(["importer", "exporter"]))
        .group_by("line")
        .agg(buyer=pl.col("party").filter(role == "importer").min(), seller=pl.col("party").min())
        .select("line", party=pl.coalesce("buyer", "seller"))
        .collect(engine="streaming")
    )


def unit_values(book: Book) -> pl.DataFrame:
    """The logarithm of each line's price per kilogram (else per unit), with what it is compared within.

    Prices in USD where the value could be converted, else within one currency: the z does not depend on it.
    ``line, party, fine`` (the whole code and the basis, as a number), ``coarse`` (HS6, likewise), ``x, basis``.
    """
    weighed, counted = pl.col("net_kg") > 0, pl.col("quantity") > 0
    money = pl.when(pl.col("value_usd").is_not_null()).then(pl.lit("USD")).otherwise(pl.col("currency").cast(pl.String))
    by = pl.when(weighed).then(pl.lit("kg")).otherwise(pl.col("unit").cast(pl.String))
    x = (pl.coalesce("value_usd", "value") / pl.when(weighed).then("net_kg").when(counted).then("quantity")).log()
    codes = {
        name: pl.col(source).to_physical().cast(pl.UInt64) for name, source in (("fine", "hs_code"), ("coarse", "hs6"))
    }
    return (
        book.lines.lazy()
        .filter(pl.col("hs6").is_not_null() & (pl.coalesce("value_usd", "value") > 0) & (weighed | counted))
        .select(
            "line",
            x=x,
            basis=pl.format("{}/{}", money.fill_null("?"), by.fill_null("?")).cast(pl.Categorical),
            **codes,
        )
        .filter(pl.col("x").is_finite())
        # a code and a basis in one number: joins of text would cost gigabytes
        .with_columns(pl.col(name) * _BASES + pl.col("basis").to_physical().cast(pl.UInt64) for name in codes)
        .join(_buyers(book).lazy(), on="line")
        .collect(engine="streaming")
    )


def _prices(book: Book, rule: Rule, *, high: bool) -> pl.DataFrame:
    values = book.kept("unit values", lambda: unit_values(book))
    others, deviation = int(rule.settings["others"]), float(rule.settings["least_deviation"])
    far = book.kept(
        ("unit values", others, deviation), lambda: distances(values, others=others, least_deviation=deviation)
    )
    least, times = float(rule.settings["z"]), math.log(float(rule.settings["times"]))
    gap = pl.col("x") - pl.col("median")
    hit = ((pl.col("z") >= least) & (gap >= times)) if high else ((pl.col("z") <= -least) & (gap <= -times))
    side = "above" if high else "below"
    found = (
        far.filter(hit)
        .join(values.select("line", "basis"), on="line")
        .with_columns(pl.col("basis").cast(pl.String))
        .select(
            "line",
            reason=pl.format(
                f"{{}} {{}}, {{}} times {side} the median of {{}} of {{}} others (robust z {{}}).",
                pl.col("x").exp().round_sig_figs(4),
                "basis",
                gap.abs().exp().round(1),
                pl.col("median").exp().round_sig_figs(4),
                "others",
                pl.col("z").round(1),
            ),
            figures=figures(
                unit_value=pl.col("x").exp().round_sig_figs(6),
                median=pl.col("median").exp().round_sig_figs(6),
                basis=pl.col("basis"),
                z=pl.col("z").round(3),
                others=pl.col("others"),
                within=pl.when("is_fine").then(pl.lit("code")).otherwise(pl.lit("HS6")),
            ),
        )
    )
    why = f"too few records with value and weight of the same good by at least {others} other parties"
    return of_records(book, rule, found, far, why_not=why)


def unit_value_high(book: Book, rule: Rule) -> pl.DataFrame:
    """Prices far above those of the other parties for the good."""
    return _prices(book, rule, high=True)


def unit_value_low(book: Book, rule: Rule) -> pl.DataFrame:
    """Prices far below those of the other parties for the good."""
    return _prices(book, rule, high=False)


def weight_per_piece(book: Book, rule: Rule) -> pl.DataFrame:
    """Weights no piece of the good can have: outside its bounds, or far from the others' where no bounds are known."""
    pieces = list(rule.settings["pieces"])
    unit = pl.col("unit").cast(pl.String).str.to_lowercase().str.strip_chars(" .")
    lines = (
        book.lines.select("line", "quantity", "net_kg", "gross_kg", "unit", "hs_code", "hs6")
        .filter(
            (pl.col("quantity") > 0)
            & (pl.coalesce("net_kg", "gross_kg") > 0)
            & unit.is_in(pieces)
            & pl.col("hs6").is_not_null()
        )
        .with_columns(kg=pl.coalesce("net_kg", "gross_kg") / pl.col("quantity"), code=pl.col("hs_code").cast(pl.String))
    )
    rows = table(str(rule.settings["bounds"])).rows
    bounds = pl.DataFrame(
        [(row["code"], float(row["least"]), float(row["greatest"]), row["description"]) for row in rows],
        schema=["prefix", "least", "greatest", "what"],
        orient="row",
    )
    bounded = []
    for size in sorted({len(row["code"]) for row in rows}, reverse=True):
        bounded.append(lines.with_columns(prefix=pl.col("code").str.slice(0, size)).join(bounds, on="prefix"))
    known = pl.concat(bounded).unique("line", keep="first", maintain_order=True)
    outside = known.filter((pl.col("kg") < pl.col("least")) | (pl.col("kg") > pl.col("greatest"))).select(
        "line",
        reason=pl.format(
            "{} kg a piece; {} weigh {} to {} kg.",
            pl.col("kg").round_sig_figs(3),
            "what",
            "least",
            "greatest",
        ),
        figures=figures(kg_a_piece=pl.col("kg").round_sig_figs(6), least=pl.col("least"), greatest=pl.col("greatest")),
    )
    rest = lines.join(known, on="line", how="anti").join(_buyers(book), on="line")
    values = rest.select(
        "line",
        "party",
        fine=pl.col("hs_code").to_physical(),
        coarse=pl.col("hs6").to_physical(),
        x=pl.col("kg").log(),
    )
    far = distances(
        values, others=int(rule.settings["others"]), least_deviation=float(rule.settings["least_deviation"])
    )
    gap = (pl.col("x") - pl.col("median")).abs()
    strange = far.filter(
        (pl.col("z").abs() >= float(rule.settings["z"])) & (gap >= math.log(float(rule.settings["times"])))
    ).select(
        "line",
        reason=pl.format(
            "{} kg a piece, {} with {} others (robust z {}).",
            pl.col("x").exp().round_sig_figs(3),
            pl.col("median").exp().round_sig_figs(3),
            "others",
            pl.col("z").round(1),
        ),
        figures=figures(
            kg_a_piece=pl.col("x").exp().round_sig_figs(6),
            median=pl.col("median").exp().round_sig_figs(6),
            z=pl.col("z").round(3),
            others=pl.col("others"),
        ),
    )
    tested = pl.concat([known.select("line"), far.select("line")])
    return of_records(
        book,
        rule,
        pl.concat([outside, strange]),
        tested,
        why_not="no record gives weight and number of pieces of a good whose weight is known or others bring in too",
    )


def net_above_gross(book: Book, rule: Rule) -> pl.DataFrame:
    """Net weights greater than the gross weight by more than rounding."""
    lines = book.lines.filter(pl.col("net_kg").is_not_null() & pl.col("gross_kg").is_not_null())
    slack = 1.0 + float(rule.settings["share"])
    found = lines.filter((pl.col("gross_kg") > 0) & (pl.col("net_kg") > pl.col("gross_kg") * slack)).select(
        "line",
        reason=pl.format("Net {} kg, gross {} kg.", "net_kg", "gross_kg"),
        figures=figures(net_kg=pl.col("net_kg"), gross_kg=pl.col("gross_kg")),
    )
    return of_records(book, rule, found, lines, why_not="no record gives both net and gross weight")
