"""What must be known of a table of trade statistics, and which of its rows cannot be used, each with the reason."""

from __future__ import annotations

from typing import Final

import polars as pl

from screening.errors import InputError
from screening.intake.statistics_roles import Layout

REJECTED: Final = pl.Schema(
    {"file": pl.String(), "line": pl.Int64(), "column": pl.String(), "value": pl.String(), "reason": pl.String()}
)
_CHECKS: Final = (
    ("partner", pl.col("partner").is_null(), "is no country or group that is known"),
    ("reporter", pl.col("reporter").is_null(), "is no country or group that is known"),
    ("period", pl.col("period").is_null(), "is no year, quarter or month"),
    ("flow", pl.col("flow").is_null(), "says neither export nor import"),
    ("code", pl.col("code").is_null(), "is no code of the Harmonized System"),
    ("currency", pl.col("currency").is_null(), "is no currency that is known"),
    ("value", pl.col("unread"), "is no number"),
    ("value", pl.col("value") < 0, "is negative: a correction, which cannot be told from a mistake"),
)
"""What is wrong with a row, in the order in which it is said."""
_NOBODY: Final = (0, 1, 2)
"""The checks a line of text at the foot of a table fails."""


def check(told: Layout, where: str) -> None:
    """Refuse a table of which something stands nowhere that must be known.

    Raises:
        InputError: Naming the first such thing, and the option that says it.
    """
    needed = {
        "reporter": ("no column says who reports the trade", "--map reporter==COUNTRY, or --map reporter=COLUMN"),
        "partner": ("no column says who the partner is", "--map partner=COLUMN"),
        "flow": ("nothing says whether these are exports or imports", "--map flow==export, or --map flow=COLUMN"),
        "currency": ("nothing says the currency", "--map currency==EUR, or --map currency=COLUMN"),
    }
    for role, (what, how) in needed.items():
        if role in told.columns or f"{role}_code" in told.columns or role in told.said:
            continue
        if role == "flow" and any(each.flow for each in told.across):
            continue
        if role == "currency" and told.across and all(each.currency for each in told.across):
            continue
        raise InputError(what, where=where, remedy=f"say it with {how}")
    if not told.across and not any(role in told.columns for role in ("value", "fob", "cif")):
        raise InputError("no column of values found", where=where, remedy="say which it is with --map value=COLUMN")
    if not told.across or not all(each.period for each in told.across):
        if any(each.month for each in told.across) and "year" not in told.columns:
            raise InputError(
                "the columns are months, and no column says the year",
                where=where,
                remedy="say it with --map year=COLUMN",
            )
        if not any(role in told.columns for role in ("period", "year")) and "period" not in told.said:
            raise InputError(
                "no column says the period", where=where, remedy="say which it is with --map period=COLUMN"
            )


def sorted_out(
    read: pl.DataFrame, frame: pl.DataFrame, unread: pl.Series, value_at: str, told: Layout, file: str
) -> tuple[pl.DataFrame, list[pl.DataFrame], int]:
    """The rows that can be used, the others with the first thing that is wrong with each, and the lines of text.

    Args:
        read: The rows as read.
        frame: Their cells as text.
        unread: Whether the value's cell holds something that is no number.
        value_at: The column of ``frame`` the value stands in.
        told: What the columns hold.
        file: The file's name.

    Returns:
        The rows; tables of `REJECTED`; how many lines have no figure and nobody they could be about: footnotes.
    """
    read = read.with_columns(
        file=pl.lit(file),
        net_kg=pl.when(pl.col("net_kg") > 0).then("net_kg"),  # published as 0 where it is not known
        quantity=pl.when(pl.col("quantity") > 0).then("quantity"),
        unit=pl.when(~pl.col("unit").str.to_lowercase().is_in(["", "n/a", "-1", "na"])).then("unit"),
        unread=unread,
    )
    reason = pl.coalesce(pl.when(wrong).then(pl.lit(number)) for number, (_, wrong, _) in enumerate(_CHECKS))
    read = read.with_columns(reason=reason)
    if read.get_column("reason").null_count() == read.height:
        return read.drop("unread", "reason"), [], 0
    bad = read.get_column("reason").is_not_null()
    textual = bad & read.get_column("value").is_null() & ~unread & read.get_column("reason").is_in(list(_NOBODY))
    wrong, cells = read.filter(bad & ~textual), frame.filter(bad & ~textual)
    rejects = []
    for number, (role, _, says) in enumerate(_CHECKS):
        some = wrong.get_column("reason") == number
        if some.any():
            at = value_at if role == "value" else _place(told, role)
            here = cells.filter(some)
            shown = pl.col(at) if at in here.columns else pl.lit(told.said.get(role, ""))
            rejects.append(
                wrong.filter(some)
                .select("file", line="row", column=pl.lit(told.header[int(at)] if at.isdecimal() else role))
                .hstack(here.select(pl.repeat("", pl.len()).alias("_"), value=shown).select("value"))
                .with_columns(reason=pl.lit(f"{role} {says}"))
                .cast(REJECTED)
            )
    return read.filter(~bad).drop("unread", "reason"), rejects, int(textual.sum())


def _place(told: Layout, role: str) -> str:
    """The column of cells a role was read from."""
    if role == "period":
        if told.across:
            return "_period"
        return str(told.first("period") if "period" in told.columns else told.first("year"))
    return str(told.columns.get(role, told.columns.get(f"{role}_code", [""]))[0])
