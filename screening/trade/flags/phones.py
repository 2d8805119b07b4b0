"""Telephone numbers of another country than the party's, or than the goods are bound for."""

from __future__ import annotations

from typing import Final

import polars as pl

from screening.trade.book import Book
from screening.trade.flags.base import figures_text, of_records, untestable
from screening.trade.phones import countries_of
from screening.trade.rules import Rule
from screening.trade.said import said

_WHY_NOT: Final = (
    "no telephone number with the code of a country is given, or neither the party's country nor the goods' destination"
)
_MAY_HOLD_ONE: Final = r"\+|(?:\p{Nd}[\s()-]*){9}"
_BUYER: Final = "importer"
_ROWS: Final = pl.Schema({"party": pl.UInt32(), "line": pl.UInt32(), "number": pl.UInt32(), "buys": pl.Boolean()})
_KEY: Final = ["party", "number", "buys", "bound"]


def phone_elsewhere(book: Book, rule: Rule) -> pl.DataFrame:
    """Parties whose number, in a column of telephones or in their address, is of another country than they (A3).

    Where a consignee's country is not known, its number is compared with where the goods are bound; and one that is of
    a destination (Russia) is told whoever has it, where the goods are bound elsewhere.
    """
    texts: dict[tuple[frozenset[str], str], int] = {}
    rows = pl.concat([pl.DataFrame(schema=_ROWS), *(_of_role(book, role, texts) for role in rule.roles)])
    if rows.is_empty():
        return untestable(book, rule, _WHY_NOT)
    rows = rows.unique(["party", "line"], keep="first", maintain_order=True)
    rows = rows.with_columns(bound=book.at(rows.get_column("line"), ["destination"]).get_column("destination"))
    told = rows.join(_judged(book, rows, list(texts)), on=_KEY, nulls_equal=True, maintain_order="left")
    found = told.filter(pl.col("reason").is_not_null()).select("party", "line", "reason", "figures")
    return of_records(book, rule, found, told.select("party", "line"), why_not=_WHY_NOT)


def _of_role(book: Book, role: str, texts: dict[tuple[frozenset[str], str], int]) -> pl.DataFrame:
    """The numbers of parties in one role by the lines they stand on: of `_ROWS`, ``number`` being its place in
    ``texts``. A column's go before those of an address.
    """
    mine = book.of_roles([role])
    given = said(book, "phone", role)
    by_text = _numbered(given.get_column("text").unique().to_list(), texts, alone=True).rename({"key": "text"})
    columns = mine.join(given.join(by_text, on="text").select("line", "number"), on="line", maintain_order="left")
    columns = _whose(book, columns, texts)
    homes = book.parties.filter(pl.col("address").str.contains(_MAY_HOLD_ONE)).select("party", key="address")
    by_home = homes.join(_numbered(homes.get_column("key").unique().to_list(), texts, alone=False), on="key")
    addresses = mine.join(by_home.select("party", "number"), on="party", maintain_order="left")
    both = pl.concat([columns.select("party", "line", "number"), addresses.select("party", "line", "number")])
    return both.with_columns(buys=pl.lit(role == _BUYER)).cast(_ROWS)


def _whose(book: Book, rows: pl.DataFrame, texts: dict[tuple[frozenset[str], str], int]) -> pl.DataFrame:
    """The rows of who may have the number, where several parties stand in one role on a line: a consignee and an end
    user. One who is in the number's country has it, else any of them.
    """
    if rows.get_column("line").is_unique().all():
        return rows
    homes = book.parties.select("party", home=pl.col("country").cast(pl.String))
    found = [(number, country) for (countries, _), number in texts.items() for country in sorted(countries)]
    at_home = pl.DataFrame(found, schema={"number": pl.UInt32(), "home": pl.String()}, orient="row")
    fits = rows.join(homes, on="party", maintain_order="left").join(
        at_home.with_columns(fits=pl.lit(value=True)), on=["number", "home"], how="left", maintain_order="left"
    )
    fits = fits.with_columns(pl.col("fits").fill_null(value=False))
    return fits.filter(pl.col("fits") | ~pl.col("fits").any().over("line")).select(rows.columns)


def _numbered(given: list[str], texts: dict[tuple[frozenset[str], str], int], *, alone: bool) -> pl.DataFrame:
    """``key, number``: texts with a number that tells a country, with its place in ``texts``."""
    found = []
    for text in sorted(given):
        countries, written = countries_of(text, alone=alone)
        if countries:
            found.append((text, texts.setdefault((countries, written), len(texts))))
    return pl.DataFrame(found, schema={"key": pl.String(), "number": pl.UInt32()}, orient="row")


def _judged(book: Book, rows: pl.DataFrame, numbers: list[tuple[frozenset[str], str]]) -> pl.DataFrame:
    """The different sets of `_KEY` that can be tested, with ``reason, figures`` where the flag is raised."""
    homes = book.parties.select("party", home=pl.col("country").cast(pl.String))
    every = rows.select(_KEY).unique().join(homes, on="party").with_columns(end=pl.col("bound").cast(pl.String))
    judged = []
    for party, number, buys, home, end in every.select("party", "number", "buys", "home", "end").iter_rows():
        countries, written = numbers[number]
        if home is None and not (buys and end):
            continue
        of, reason = " or ".join(sorted(countries)), None
        there = countries <= book.rules.destinations
        if home is not None and home not in countries:
            reason = f"Telephone {written} is of {of}, the party is in {home}."
        elif buys and end and end not in countries and (home is None or (there and end not in book.rules.destinations)):
            reason = f"Telephone {written} is of {of}, the goods are bound for {end}."
        said_so = figures_text(telephone=sorted(countries), country=home, destination=end) if reason else None
        judged.append((party, number, buys, end, reason, said_so))
    schema = {"party": pl.UInt32(), "number": pl.UInt32(), "buys": pl.Boolean(), "end": pl.String()}
    table = pl.DataFrame(judged, schema={**schema, "reason": pl.String(), "figures": pl.String()}, orient="row")
    return every.join(table, on=[*schema], nulls_equal=True).select(*_KEY, "reason", "figures")
