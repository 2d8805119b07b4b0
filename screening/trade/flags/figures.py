"""Prices far from the others', weights no piece can have."""

from __future__ import annotations

import math
import re
from collections.abc import Collection
from typing import Final

import numpy as np
import polars as pl

from screening.reference import table
from screening.trade.book import Book
from screening.trade.flags.alike import beside_alike
from screening.trade.flags.base import figures, of_records
from screening.trade.flags.origins import usual_of_origin
from screening.trade.robust import among_records, compared
from screening.trade.rules import Rule

_SUBHEADING: Final = 6
_NONE: Final = (1 << 32) - 1  # more than there are categories


def _buyers(book: Book) -> pl.Series:
    """For every line there is: whose figure it is, its importer's, or its exporter's where no importer is known."""
    return book.kept("buyers", lambda: _made_buyers(book))


def _made_buyers(book: Book) -> pl.Series:
    found = np.full(book.size, book.many, dtype=np.uint32)  # a number no party has
    for role in ("exporter", "importer"):
        mine = book.of_roles([role])
        # sorted by line and party: written backwards, the first party of a line stays
        found[mine.get_column("line").to_numpy()[::-1]] = mine.get_column("party").to_numpy()[::-1]
    return pl.Series(found).replace(book.many, None)


def unit_values(book: Book, only: pl.Series | None = None) -> pl.DataFrame:
    """The logarithm of each line's price per kilogram (else per unit), with what it is compared within.

    Prices in USD where the value could be converted, else within one currency: the z does not depend on it.
    ``line, party, fine`` (the whole code and the basis, as a number), ``coarse`` (HS6, likewise), ``short`` (the whole
    code is no longer), ``x``, ``money`` and ``by`` (the basis: a currency, kg or a unit). With ``only``, subheadings
    (HS6), it is that of the lines of these alone.
    """
    weighed, counted = pl.col("net_kg") > 0, pl.col("quantity") > 0
    own, kinds = pl.col("currency"), pl.Categorical
    x = (pl.coalesce("value_usd", "value") / pl.when(weighed).then("net_kg").when(counted).then("quantity")).log()
    lines = book.lines if only is None else book.lines.filter(pl.col("hs6").is_in(only.implode()))
    values = (
        lines.select(
            "line",
            "hs_code",
            "hs6",
            x=x,
            short=pl.col("hs_code").cat.len_chars() == _SUBHEADING,
            money=pl.when(pl.col("value_usd").is_not_null()).then(pl.lit("USD").cast(kinds)).otherwise(own),
            by=pl.when(weighed).then(pl.lit("kg").cast(kinds)).otherwise(pl.col("unit")),
        )
        .with_columns(party=pl.lit(_buyers(book)).gather(pl.col("line")))
        .filter(pl.col("x").is_finite() & pl.col("party").is_not_null())
    )
    # a code and a basis in one number: joins of text would cost gigabytes
    pair = [pl.col(name).to_physical().fill_null(_NONE).cast(pl.UInt64) for name in ("money", "by")]
    values = values.with_columns(basis=pair[0] * (1 << 32) + pair[1])
    bases = values.get_column("basis").unique().sort()
    values = values.with_columns(basis=pl.col("basis").replace_strict(bases, range(len(bases)), return_dtype=pl.UInt64))
    codes = {name: pl.col(of).to_physical().cast(pl.UInt64) for name, of in (("fine", "hs_code"), ("coarse", "hs6"))}
    keys = {name: code * len(bases) + pl.col("basis") for name, code in codes.items()}
    return values.select("line", "party", "x", "short", "money", "by", **keys)


def _compared_prices(values: pl.DataFrame, others: int, records: int, deviation: float) -> pl.DataFrame:
    """The same of prices; those of a code of six digits also from the other records of these digits, however many
    theirs have: a code that says no more than the subheading is compared within it.
    """
    far = compared(values, others, records, deviation)
    short = values.filter(pl.col("short").fill_null(value=False)).join(far.select("line"), on="line", how="anti")
    alike = values.filter(pl.col("coarse").is_in(short.get_column("coarse").unique().implode()))
    near = among_records(alike.with_columns(fine="coarse"), records=records, least_deviation=deviation)
    near = near.join(short.select("line"), on="line", how="semi", maintain_order="left")
    near = near.with_columns(is_fine=pl.lit(value=False), by_parties=pl.lit(value=False))
    return pl.concat([far, near.select(far.columns)])


def _times(rule: Rule) -> pl.Expr:
    """The logarithm of how many times another figure than the median one must be."""
    return (
        pl.when("by_parties")
        .then(math.log(float(rule.settings["times"])))
        .otherwise(math.log(float(rule.settings["times_of_records"])))
    )


def _basis(rule: Rule) -> tuple[int, int, float]:
    """Others and records that a figure is compared with at least, and the least deviation among them."""
    settings = rule.settings
    return int(settings["others"]), int(settings["records"]), float(settings["least_deviation"])


def _far_off(rule: Rule, *, high: bool) -> pl.Expr:
    """Whether a price is as far above the others, or below, as the rule says."""
    least, times, gap = float(rule.settings["z"]), _times(rule), pl.col("x") - pl.col("median")
    return ((pl.col("z") >= least) & (gap >= times)) if high else ((pl.col("z") <= -least) & (gap <= -times))


def priced_far_above(book: Book, lines: pl.Series) -> pl.Series:
    """Those of the lines whose price is far above the others', as `unit_value_high` has it, raised or not."""
    rule = book.rules.flags["unit_value_high"]
    values = unit_values(book, book.at(lines, ["hs6"]).to_series().drop_nulls().unique())
    far = _compared_prices(values, *_basis(rule)).filter(_far_off(rule, high=True))
    return far.filter(pl.col("line").is_in(lines.implode())).get_column("line")


def _prices(book: Book, rule: Rule, *, high: bool) -> pl.DataFrame:
    values = book.kept("unit values", lambda: unit_values(book))
    basis = _basis(rule)
    far = book.kept(("unit values", *basis), lambda: _compared_prices(values, *basis))
    others, records, _ = basis
    far_off = far.filter(_far_off(rule, high=high))
    # what is sold by the kilogram is cheap, or dear, where the weight is wrong: that is said once, of the weight
    weights = book.rules.flags["weight_per_piece"]
    if weights.enabled and far_off.height:
        far_off = far_off.join(values.select("line", "by"), on="line", maintain_order="left")
        wrong = _strange_weights(book, weights)[0].get_column("line")
        far_off = far_off.filter((pl.col("by") != "kg") | ~pl.col("line").is_in(wrong.implode())).drop("by")
    if not high:
        far_off = far_off.filter(~pl.col("line").is_in(usual_of_origin(book, rule, values, far_off).implode()))
    gap = pl.col("x") - pl.col("median")
    side = "above" if high else "below"
    found = (
        far_off.join(values.select("line", "money", "by"), on="line", maintain_order="left")
        .with_columns(
            basis=pl.format("{}/{}", *(pl.col(each).cast(pl.String).fill_null("?") for each in ("money", "by")))
        )
        .select(
            "line",
            reason=pl.format(
                f"{{}} {{}}, {{}} times {side} the median of {{}} of {{}} {{}} (robust z {{}}).",
                pl.col("x").exp().round_sig_figs(4),
                "basis",
                gap.abs().exp().round(1),
                pl.col("median").exp().round_sig_figs(4),
                "others",
                pl.when("by_parties").then(pl.lit("others")).otherwise(pl.lit("other records")),
                pl.col("z").round(1),
            ),
            figures=figures(
                unit_value=pl.col("x").exp().round_sig_figs(6),
                median=pl.col("median").exp().round_sig_figs(6),
                basis=pl.col("basis"),
                z=pl.col("z").round(3),
                others=pl.col("others"),
                within=pl.when("is_fine").then(pl.lit("code")).otherwise(pl.lit("HS6")),
                of=pl.when("by_parties").then(pl.lit("parties")).otherwise(pl.lit("records")),
            ),
        )
    )
    why = f"fewer than {others} other parties, and {records} other records, of the same good with value and weight"
    return of_records(book, rule, found, far, why_not=why)


def unit_value_high(book: Book, rule: Rule) -> pl.DataFrame:
    """Prices far above those of the other parties for the good."""
    return _prices(book, rule, high=True)


def unit_value_low(book: Book, rule: Rule) -> pl.DataFrame:
    """Prices far below those of the other parties for the good."""
    return _prices(book, rule, high=False)


def _all_among(unit: str, known: Collection[str]) -> bool:
    """Whether a unit is among these, or said in several ways that all are: ``дона (шт)``, ``pcs/шт``, ``шт (796)``."""
    said = unit.lower().strip(" .")
    parts = [part.strip(" .") for part in re.split(r"[()/|\[\]]", said)]
    return said in known or (all(part in known for part in parts if part) and any(parts))


def weight_per_piece(book: Book, rule: Rule) -> pl.DataFrame:
    """Weights no piece of the good can have: outside its bounds, or far from the others' where no bounds are known."""
    found, tested = _strange_weights(book, rule)
    return of_records(
        book,
        rule,
        found,
        tested,
        why_not="no record gives weight and number of pieces of a good whose weight is known or others bring in too",
    )


def _strange_weights(book: Book, rule: Rule) -> tuple[pl.DataFrame, pl.DataFrame]:
    """``line, reason, figures`` of such weights, and the lines that could be tested; made once."""
    return book.kept("strange weights", lambda: _made_strange_weights(book, rule))


def _made_strange_weights(book: Book, rule: Rule) -> tuple[pl.DataFrame, pl.DataFrame]:
    units = book.lines.get_column("unit").drop_nulls().unique().cast(pl.String).to_list()
    sets = [unit for unit in units if _all_among(unit, rule.settings["sets"])]
    pieces = [unit for unit in units if unit not in sets and _all_among(unit, rule.settings["pieces"])]
    lines = (
        book.lines.select("line", "quantity", "net_kg", "gross_kg", "unit", "hs_code", "hs6")
        .filter(
            (pl.col("quantity") > 0)
            & (pl.coalesce("net_kg", "gross_kg") > 0)
            & pl.col("unit").is_in([*pieces, *sets])
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
    too_heavy = (pl.col("kg") > pl.col("greatest")) & pl.col("unit").is_in(pieces)
    outside = known.filter((pl.col("kg") < pl.col("least")) | too_heavy).select(
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
    rest = lines.join(known, on="line", how="anti", maintain_order="left").with_columns(
        party=pl.lit(_buyers(book)).gather(pl.col("line"))
    )
    # a set is compared with sets alone: what it holds weighs more than a piece
    beside = [_weighed_beside_others(book, rest, rule, alike) for alike in (pieces, sets)]
    far = pl.concat([each for each, _ in beside])
    strange = pl.concat([each for _, each in beside]).select(
        "line",
        reason=pl.format(
            "{} kg a piece, {} with {} {} (robust z {}).",
            pl.col("x").exp().round_sig_figs(3),
            pl.col("median").exp().round_sig_figs(3),
            "others",
            pl.when("by_parties").then(pl.lit("others")).otherwise(pl.lit("other records")),
            pl.col("z").round(1),
        ),
        figures=_beside_others(),
    )
    within = known.join(outside, on="line", how="anti", maintain_order="left")
    other = _unlike_its_own(book, rule, within.filter(pl.col("unit").is_in(pieces)))
    tested = pl.concat([known.select("line"), far.select("line")])
    return pl.concat([outside, strange, other]), tested


def _weighed_beside_others(
    book: Book, lines: pl.DataFrame, rule: Rule, units: list[str]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The weights a piece on lines in some units, compared with those of other parties or records (see `compared`), and
    those that are far off, also beside goods of like words.
    """
    values = lines.filter(pl.col("party").is_not_null() & pl.col("unit").is_in(units)).select(
        "line",
        "party",
        fine=pl.col("hs_code").to_physical(),
        coarse=pl.col("hs6").to_physical(),
        x=pl.col("kg").log(),
    )
    basis = _basis(rule)
    far = compared(values, *basis)
    gap = (pl.col("x") - pl.col("median")).abs()
    odd = (pl.col("z").abs() >= float(rule.settings["z"])) & (gap >= _times(rule))
    return far, beside_alike(book, values, far.filter(odd), basis).filter(odd)


def _unlike_its_own(book: Book, rule: Rule, within: pl.DataFrame) -> pl.DataFrame:
    """Weights within the bounds of a good that are far from those of the same party's other records of one code in the
    same words: 4 kg a bearing where all others weigh 0.13 kg.
    """
    records, deviation = int(rule.settings["records_alike"]), float(rule.settings["least_deviation"])
    least, times = float(rule.settings["z"]), math.log(float(rule.settings["times_alike"]))
    odd = (pl.col("z").abs() >= least) & ((pl.col("x") - pl.col("median")).abs() >= times)
    values = (
        within.with_columns(party=pl.lit(_buyers(book)).gather(pl.col("line")))
        .filter(pl.col("party").is_not_null())
        .select("line", x=pl.col("kg").log(), fine=pl.struct("party", pl.col("hs_code").to_physical()))
    )
    at_first = among_records(values, records=records, least_deviation=deviation).filter(odd)
    alike = values.join(at_first.select("line"), on="line", how="semi").get_column("fine").unique()
    some = values.filter(pl.col("fine").is_in(alike.implode()))  # few by now: their words are looked up
    words = book.records.select("line", words=pl.col("description").str.to_lowercase().str.strip_chars(" .,;"))
    told = words.filter(pl.col("line").is_in(some.get_column("line").implode()) & (pl.col("words") != "")).collect(
        engine="streaming"
    )
    said = some.join(told, on="line").with_columns(fine=pl.struct("fine", "words"))
    far = among_records(said, records=records, least_deviation=deviation).filter(odd)
    return far.select(
        "line",
        reason=pl.format(
            "{} kg a piece, {} with {} other records of the same party, code and description.",
            pl.col("x").exp().round_sig_figs(3),
            pl.col("median").exp().round_sig_figs(3),
            "others",
        ),
        figures=_beside_others(),
    )


def _beside_others() -> pl.Expr:
    """The figures of a weight, ``x`` its logarithm, that is far from others'."""
    return figures(
        kg_a_piece=pl.col("x").exp().round_sig_figs(6),
        median=pl.col("median").exp().round_sig_figs(6),
        z=pl.col("z").round(3),
        others=pl.col("others"),
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
