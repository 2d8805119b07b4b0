"""Several importers, or several sellers abroad, of watched goods in one room of one house."""

from __future__ import annotations

from typing import Final

import polars as pl

from screening.names.addresses import parse
from screening.names.parsing import is_sole_trader
from screening.trade.book import Book
from screening.trade.flags.base import NOT_RAISED, NOT_TESTABLE, RAISED, figures, verdicts
from screening.trade.rules import Rule

_NUMBERS: Final = r"\d{1,4}[\p{L}]?"
"""Of houses and rooms; post codes and telephones are longer."""
_DEALERS: Final = {"importer": "importers", "exporter": "sellers"}
_SHOWN: Final = 5
"""So many of the others are named."""


def shared_address(book: Book, rule: Rule) -> pl.DataFrame:
    """Importers of watched goods at whose address, down to the room, several others of them are (A8); and sellers of
    what is imported: in the register of the buyers' country it is they who are the shells.

    A house without a room may be a business centre, and a sole trader's room is his home: they are not counted.
    """
    people = pl.concat([_in_rooms(book, rule, role) for role in rule.roles])
    rooms = people.filter(pl.col("room").is_not_null())
    least = int(rule.settings["importers"])
    several = rooms.filter(pl.col("firm").n_unique().over("role", "room") >= least)
    others = _others(several)
    people = people.join(others, on=["party", "role"], how="left", maintain_order="left")
    # of a party on both sides what is raised of one
    people = people.sort("others", "role", nulls_last=True).unique("party", keep="first")
    mine = book.records_of(rule.roles).select("party")
    table = mine.join(people, on="party", how="left").sort("party")
    dealers = pl.col("role").replace_strict(_DEALERS, default=None, return_dtype=pl.String)
    raised, watched = pl.col("others").is_not_null(), pl.col("firm").is_not_null()
    calm = (
        pl.when(~watched)
        .then(pl.lit("It imports no watched goods, and sells none that others import."))
        .when("sole")
        .then(pl.lit("A sole trader, whose address is a home as a rule."))
        .otherwise(pl.format(f"Fewer than {least} {{}} of watched goods share its address.", dealers))
    )
    untold = watched & ~pl.col("sole") & ~pl.col("told")
    return verdicts(
        table.with_columns(
            outcome=pl.when(raised)
            .then(pl.lit(RAISED))
            .when(untold)
            .then(pl.lit(NOT_TESTABLE))
            .otherwise(pl.lit(NOT_RAISED)),
            reason=pl.when(raised)
            .then(
                pl.format(
                    "{} {} {} of watched goods at “{}”, with {}.",
                    pl.lit(rule.says),
                    "there",
                    dealers,
                    "address",
                    "others",
                )
            )
            .when(untold)
            .then(pl.lit("Not testable: no address of the party says house and room."))
            .otherwise(calm),
            figures=pl.when(raised).then(figures(sharing=pl.col("there"), side=dealers, address=pl.col("address"))),
        )
    )


def _in_rooms(book: Book, rule: Rule, role: str) -> pl.DataFrame:
    """``party, firm, name, address, sole, told, room, role`` of those who import watched goods, or sell what others
    import: ``told`` where the address may tell a room; ``room`` what tells it, of those that as many may have.
    """
    theirs = book.watched_of([role])
    if role == "exporter":
        imports = book.lines.lazy().filter(pl.col("direction") == "import").select("line").collect()
        theirs = book.on_lines(theirs.sort("line"), imports.get_column("line"))
    parties = theirs.get_column("party").unique()
    people = book.parties.filter(pl.col("party").is_in(parties.implode())).select("party", "name", "address", "country")
    people = people.with_columns(firm=book.firm_of().gather(people.get_column("party")))
    sole = pl.Series([bool(name) and is_sole_trader(name) for name in people.get_column("name")], dtype=pl.Boolean)
    people = people.with_columns(sole=sole, role=pl.lit(role))
    # an address of two numbers may tell house and room; it is read in full only where as many have the same ones, which
    # few of a hundred thousand have
    numbers = pl.col("address").str.to_lowercase().str.extract_all(_NUMBERS).list.unique().list.sort().list.join(" ")
    people = people.with_columns(pl.col("address").cast(pl.String), pl.col("country").cast(pl.String), numbers=numbers)
    people = people.with_columns(told=pl.col("numbers").str.contains(" ").fill_null(value=False))
    asked = people.filter(pl.col("told") & ~pl.col("sole"))
    asked = asked.filter(pl.col("firm").n_unique().over("numbers") >= int(rule.settings["importers"]))
    texts = asked.select("address", "country").unique(maintain_order=True)
    keys = [_room(address, country) for address, country in texts.iter_rows()]
    rooms = texts.with_columns(room=pl.Series(keys, dtype=pl.String)).drop_nulls("room")
    return people.join(rooms, on=["address", "country"], how="left", nulls_equal=True, maintain_order="left")


def _room(text: str, country: str | None) -> str | None:
    """What tells a room of a house, the same for all ways to write it; None where the address names none."""
    at = parse(text, country)
    if not (at.street and (at.number or at.building) and at.units):
        return None
    # of a town nobody knows the words stand for it
    where = at.towns or at.words
    parts = (where, at.street, {at.number}, at.building, at.units)
    return "|".join(" ".join(sorted(part)) for part in parts)


def _others(several: pl.DataFrame) -> pl.DataFrame:
    """``party, role, others, there``: the names of the others in the party's room, and how many there are with it."""
    named = several.group_by("role", "room", "firm").agg(pl.col("name").min())
    pairs = several.select("party", "role", "room", "firm").join(named, on=["role", "room"], suffix="_other")
    pairs = pairs.filter(pl.col("firm") != pl.col("firm_other")).sort("party", "name")
    some = pl.col("name").head(_SHOWN).str.join("; ")
    more = pl.when(pl.len() > _SHOWN).then(pl.format("; and {} others", pl.len() - _SHOWN)).otherwise(pl.lit(""))
    return pairs.group_by("party", "role", maintain_order=True).agg(others=some + more, there=pl.len() + 1)
