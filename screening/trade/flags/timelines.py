"""What parties traded when, in files that reach back far enough before the invasion and in others."""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np
import polars as pl

from screening.trade.book import Book
from screening.trade.counting import most as most_of
from screening.trade.counting import pairs, ranked
from screening.trade.flags.procedures import under
from screening.trade.rules import Rule
from screening.trade.sides import UNTOLD, sides

_TRANSIT: Final = "transit"
_NAMED: Final = 3
"""So many of the countries among whose exports a consignee stands are named."""


def history_of(book: Book, rule: Rule, only: tuple[str, pl.Series] | None = None) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Dated lines of watched goods of the rule's parties in files that reach back far enough, and a row for each party.

    With ``only``, a word for some lines and the lines, it is the history of those alone.
    """
    lines, people = all_history_of(book, rule, only)
    return lines.filter("told"), people


def all_history_of(
    book: Book, rule: Rule, only: tuple[str, pl.Series] | None = None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The same with the lines of files that reach back less far: what was bought there before the day was bought, too.

    ``told`` says which lines are of files that reach back.
    """
    which, lines = only or ("", None)
    return book.kept(("history", which, *rule.roles), lambda: _made_history(book, rule, lines))


def _made_history(book: Book, rule: Rule, only: pl.Series | None) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Dated lines of watched goods of the parties; and a row for each party.

    The lines: ``party`` (the firm), ``own`` (the party of the line), ``line, date, after, family, good``, ``told`` (in
    files that reach back far enough), amounts and months. The firms: ``party, country, inside`` (in the coalition),
    ``covered`` (has dated records in such files), ``before`` (its dated records before the day, in whatever files),
    ``first`` (the first of all), ``dated, months``, ``of`` (what those months are of), ``records``, ``passing`` (all of
    them are in transit), ``sold_by`` (where their records in such files are those of some countries' exports alone:
    these, in words).
    """
    cut, enough = book.rules.cut, book.rules.months_before
    of_groups, groups = sides(book)
    of_lines = book.lines.select("date", "destination", side=of_groups).hstack(
        groups.drop("group", "rows").select(pl.all().gather(of_groups))
    )
    of_lines = of_lines.with_columns(told=(pl.col("months_before") >= enough) & pl.col("date").is_not_null())
    mine = book.of_roles(rule.roles)
    mine = (mine if only is None else book.on_lines(mine, only)).rename({"party": "own"})
    # a firm's history is that of all its addresses: a new one makes no first import
    mine = mine.with_columns(party=book.firm_of().gather(mine.get_column("own")))
    at = book.places_of(mine.get_column("line"))
    facts = of_lines.select(pl.all().gather(at))
    people = _people(mine.get_column("party"), facts, book.many, cut)
    people = people.with_columns(of=groups.get_column("group").gather(people.get_column("of")))
    passing = book.by_line(_passing(book)).gather(mine.get_column("line"))
    through = np.bincount(mine.get_column("party").filter(passing).to_numpy(), minlength=book.many)
    people = people.with_columns(passing=pl.Series(through[people.get_column("party")]) == pl.col("records"))
    seen = _seen(mine.get_column("party"), facts, groups.get_column("group"), book.many)
    countries = book.parties.select("country", party=book.firm_of()).group_by("party").agg(pl.col("country").min())
    known = (
        people.join(countries, on="party")
        .join(seen, on="party", how="left", maintain_order="left")
        .with_columns(country=pl.coalesce("country", "destination"))
        .with_columns(inside=pl.col("country").is_in(sorted(book.rules.coalition)))
        .sort("party")
    )
    watched = book.watched().select("line", "family", "good")
    lines = book.on_lines(mine, watched.get_column("line"))
    theirs = of_lines.select(pl.all().gather(book.places_of(lines.get_column("line"))))
    lines = (
        lines.hstack(theirs).filter(pl.col("date").is_not_null()).drop("destination", "side").join(watched, on="line")
    )
    lines = lines.hstack(book.at(lines.get_column("line"), ["value_usd", "net_kg"]))
    lines = lines.with_columns(after=pl.col("date") >= cut).sort("line", "own")
    return lines, known


def _passing(book: Book) -> pl.Series:
    """Lines of goods that only pass, by the direction or the procedure."""
    lines = book.lines.lazy().filter(pl.col("direction").cast(pl.String) == _TRANSIT).select("line").collect()
    return pl.concat([lines.get_column("line"), under(book, book.rules.passing)]).unique()


def _people(party: pl.Series, facts: pl.DataFrame, many: int, cut: date) -> pl.DataFrame:
    """What the lines of each of ``many`` parties come to: by counting, as they are numbers."""
    numbers, told = party.to_numpy(), facts.get_column("told").to_numpy()
    days = facts.get_column("date").cast(pl.Int32)
    counts = np.bincount(numbers, minlength=many)
    early = facts.select(pl.col("date") < cut).to_series().fill_null(value=False).to_numpy()
    months, of = np.zeros(many, dtype=np.uint32), np.zeros(many, dtype=np.uint32)
    groups = facts.select("months_before", "side").unique().sort("months_before", "side")
    own = facts.get_column("side")
    for month, side in groups.iter_rows():  # one for each group of files
        theirs = numbers[(own == side).to_numpy()]
        months[theirs], of[theirs] = month, side
    covered = np.bincount(numbers[told], minlength=many) > 0
    known = days.is_not_null().to_numpy() if days.null_count() else slice(None)
    dated = numbers[known]
    first = np.full(many, np.iinfo(np.int32).max, dtype=np.int32)
    np.minimum.at(first, dated, days.drop_nulls().to_numpy())
    found = pl.DataFrame(
        {
            "party": np.arange(many, dtype=np.uint32),
            "covered": covered,
            "dated": np.bincount(dated, minlength=many) > 0,
            "months": months,
            "of": of,
            "records": counts.astype(np.uint32),
            "before": np.bincount(numbers[early], minlength=many).astype(np.uint32),
            "first": first,
        }
    ).with_columns(first=pl.when("covered").then("first").cast(pl.Date))
    said, names = ranked(facts.get_column("destination"))
    bound = most_of(pairs(numbers, many, said, len(names)))
    bound = bound.select(party="one", destination=names.gather(bound.get_column("other")))
    return found.filter(pl.col("records") > 0).join(bound, on="party", how="left", maintain_order="left")


def _seen(party: pl.Series, facts: pl.DataFrame, groups: pl.Series, many: int) -> pl.DataFrame:
    """``party, sold_by`` of the parties that stand among some countries' exports alone."""
    told = facts.get_column("told")
    numbers, of_lines = (each.filter(told).to_numpy() for each in (party, facts.get_column("side")))
    met = pairs(numbers, many, of_lines, len(groups))
    met = met.with_columns(group=groups.gather(met.get_column("other")))
    alone = (pl.col("group").str.starts_with("from ") | (pl.col("group") == UNTOLD["from"])).all()
    return (
        met.group_by("one")
        .agg(alone=alone, sold_by=pl.col("group").unique().sort().head(_NAMED).str.join(", "))
        .filter("alone")
        .select(party="one", sold_by="sold_by")
    )
