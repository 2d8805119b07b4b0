"""Parties in a territory under embargo, and goods that are delivered there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Final

import polars as pl

from screening.names.party_kinds import bears_legal_form
from screening.names.territories import Territory, in_words, names_a_twin, share, territories_in
from screening.trade.book import Book
from screening.trade.evidence import own_weight
from screening.trade.flags.base import NOT_RAISED, NOT_TESTABLE, RAISED, figures, figures_text, nothing, verdicts
from screening.trade.rules import Rule

_SEAT: Final = re.compile(r"\(([^()]+)\)\s*$|,\s*([^,]+)$")
"""What stands behind a name in brackets, or behind a comma."""
_SHOWN: Final = 3
"""So many places of delivery are named."""
_SINCE: Final = {"since": pl.Date, "all_since": pl.Date, "less": pl.Float64}
_PARTY: Final = {"party": pl.UInt32(), "outcome": pl.String(), "reason": pl.String(), "figures": pl.String()}


def sanctioned_territory(book: Book, rule: Rule) -> pl.DataFrame:
    """Parties whose address names a territory under sanctions, or whose goods are delivered there."""
    mine = book.records_of(rule.roles).join(book.parties, on="party").sort("party")
    delivered, told = _delivered(book, rule)
    at: dict[int, tuple[Territory, ...]] = {}
    rows: list[tuple[int, str, str, str | None]] = []
    for party, name, address, country in mine.select("party", "name", "address", "country").iter_rows():
        named = at[party] = (territories_in(address, country) if address else ()) or _behind(name, country)
        places = delivered.get(party, {})
        if not named and not places:
            said = "It names no such territory." if address or party in told else ""
            outcome = NOT_RAISED if said else NOT_TESTABLE
            rows.append((party, outcome, said or "Not testable: no address of the party is given.", None))
            continue
        where = [in_words(named)] if named else []
        where += [_delivered_at(text, places[text]) for text in sorted(places)[:_SHOWN]]
        if len(places) > _SHOWN:
            where.append(f"And {len(places) - _SHOWN} places of delivery more.")
        reason = " ".join((rule.says, *where))
        every = [each for there in (named, *places.values()) for each in there]
        rows.append((party, RAISED, reason, figures_text(weight=_share(rule, every))))
    if not rows:
        return nothing()
    whole = pl.DataFrame(rows, schema=_PARTY, orient="row")
    records = pl.concat([_of_addresses(book, rule, at), _of_deliveries(book, rule)])
    # of address and delivery the surer one tells
    records = records.sort(own_weight(), descending=True, maintain_order=True).unique(["party", "line"], keep="first")
    return pl.concat([verdicts(whole), records.sort("line", "party")])


def _behind(name: str, country: str | None) -> tuple[Territory, ...]:
    """The territories that stand behind a party's name as its seat does, in brackets or behind a comma: ``OOO Parus,
    Sewastopol``. A name that goes on with a territory tells no seat: ``Sevastopol Trade``.
    """
    found = _SEAT.search(name)
    seat = found[1] or found[2] if found else ""
    named = territories_in(seat, country) if seat else ()
    return named if named and not bears_legal_form(seat) else ()


def _share(rule: Rule, named: Sequence[Territory]) -> float:
    return share(named, part=float(rule.settings["part"]), held=float(rule.settings["held"]))


def _delivered_at(text: str, named: tuple[Territory, ...]) -> str:
    """A place of delivery for a report, by what it says and the territory where that is more."""
    where = in_words(named)
    return f"Delivered at {where}" if len(named) == 1 and text == named[0].words else f"Delivered at “{text}”: {where}"


def _of_addresses(book: Book, rule: Rule, at: dict[int, tuple[Territory, ...]]) -> pl.DataFrame:
    """The records of parties in such a territory; each says whether the measure was in force on its day."""
    since = [(party, *_since(rule, named)) for party, named in at.items() if named]
    known = pl.DataFrame(since, schema={"party": pl.UInt32, **_SINCE}, orient="row")
    return _dated(book, book.of_roles(rule.roles).join(known, on="party", maintain_order="left"), "")


def _of_deliveries(book: Book, rule: Rule) -> pl.DataFrame:
    """The records of goods delivered there, with the same."""
    found = _places(book)[0]
    texts = found.select("delivery_place", "sure").unique(maintain_order=True)
    since = [(text, sure, *_since(rule, _meant(text, sure=sure))) for text, sure in texts.iter_rows()]
    known = pl.DataFrame(since, schema={"delivery_place": pl.String, "sure": pl.Boolean, **_SINCE}, orient="row")
    mine = book.of_roles(list(rule.settings["delivering"])).join(found, on="line", maintain_order="left")
    lines = mine.join(known, on=["delivery_place", "sure"], maintain_order="left")
    return _dated(book, lines, pl.format("Delivered at “{}”. ", "delivery_place"))


def _since(rule: Rule, named: Sequence[Territory]) -> tuple[date, date | None, float]:
    """Since when one of these is under sanctions; since when one is of which that is sure; and what they weigh else."""
    sure = min((each.since for each in named if each.sure), default=None)
    less = float(rule.settings["held" if all(each.held for each in named) else "part"])
    return min(each.since for each in named), sure, less


def _dated(book: Book, lines: pl.DataFrame, said: pl.Expr | str) -> pl.DataFrame:
    """A verdict on each of these lines (``party, line`` and `_SINCE`), with what it weighs on its day."""
    lines = lines.hstack(book.at(lines.get_column("line"), ["date"]))
    before = pl.col("date") < pl.col("since")
    full = pl.col("all_since").is_not_null() & (pl.col("date") >= pl.col("all_since")).fill_null(value=True)
    reason = (
        pl.when(before)
        .then(pl.format("On {} it was not yet under sanctions: since {}.", "date", "since"))
        .otherwise(pl.format("Under sanctions since {}.", "since"))
    )
    weight = pl.when(full).then(pl.lit(1.0)).otherwise("less")
    said = pl.lit(said) if isinstance(said, str) else said
    return verdicts(
        lines.with_columns(outcome=pl.lit(RAISED), reason=pl.concat_str(said, reason), figures=figures(weight=weight))
    )


def _meant(text: str, *, sure: bool) -> tuple[Territory, ...]:
    """The territories a place of delivery names, where an address of the record may say which town is meant."""
    named = territories_in(text)
    return tuple(each._replace(twin=False) for each in named) if sure else named


def _delivered(book: Book, rule: Rule) -> tuple[dict[int, dict[str, tuple[Territory, ...]]], set[int]]:
    """By party the places in such a territory its goods are delivered at; and who has a place of delivery at all."""
    found, given = _places(book)
    mine = book.of_roles(list(rule.settings["delivering"]))
    here: dict[int, dict[str, tuple[Territory, ...]]] = defaultdict(dict)
    there = mine.join(found, on="line").group_by("party", "delivery_place").agg(pl.col("sure").any())
    for party, text, sure in there.iter_rows():
        here[party][text] = _meant(text, sure=sure)
    return here, set(book.on_lines(mine, given).get_column("party").unique())


def _places(book: Book) -> tuple[pl.DataFrame, pl.Series]:
    """``line, delivery_place, sure`` of goods delivered in such a territory; and the lines that name a place at all.

    Not sure is a town that has a namesake in Russia proper, where no party's address on the record is in the territory.
    """
    return book.kept("deliveries under embargo", lambda: _made_places(book))


def _made_places(book: Book) -> tuple[pl.DataFrame, pl.Series]:
    given = (
        book.records.filter(pl.col("status").is_null() & pl.col("delivery_place").is_not_null())
        .select("line", "delivery_place")
        .collect(engine="streaming")
    )
    named = {text: there for text in given.get_column("delivery_place").unique() if (there := territories_in(text))}
    found = given.filter(pl.col("delivery_place").is_in(list(named)))
    doubtful = [text for text, there in named.items() if all(each.twin for each in there)]
    # the address of a party of the record tells which of the towns of that name is meant
    near = book.on_lines(book.roles, found.filter(pl.col("delivery_place").is_in(doubtful)).get_column("line"))
    people = book.parties.join(near.select("party"), on="party", how="semi").drop_nulls("address")
    twins, there_too = [], []
    for party, address, country in people.select("party", "address", "country").iter_rows():
        if names_a_twin(address, country):
            twins.append(party)
        elif any(not each.twin for each in territories_in(address, country)):
            there_too.append(party)
    elsewhere, here = (near.filter(pl.col("party").is_in(each)).get_column("line") for each in (twins, there_too))
    doubt = pl.col("delivery_place").is_in(doubtful)
    found = found.filter(~(doubt & pl.col("line").is_in(elsewhere.unique().implode())))
    sure = ~doubt | pl.col("line").is_in(here.unique().implode())
    return found.with_columns(sure=sure), given.get_column("line")
