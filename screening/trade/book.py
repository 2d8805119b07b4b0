"""The book the flags are read from: records, parties and goods as compact frames, made once.

Texts stand in the tables as they came; here countries, codes and parties are numbers and categories, so that five
million lines fit in memory and a flag is a few joins of integers.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Final, TypeVar

import numpy as np
import polars as pl

from screening.matching.ranges import spread
from screening.names.tokens import words
from screening.trade.counting import ranked
from screening.trade.rules import Rulebook

T = TypeVar("T")

_FEW: Final = 20
"""Rows for each line asked for, from which the lines are few."""

LISTINGS: Final = pl.Schema(
    {
        "subject_id": pl.String(),
        "list_id": pl.String(),
        "entry_id": pl.String(),
        "entry_name": pl.String(),
        "relation": pl.String(),
        "match_strength": pl.String(),
        "score": pl.Float64(),
        "priority": pl.String(),
        "binds_us": pl.Boolean(),
        "listed_on": pl.Date(),
        "listed_by": pl.String(),
        "absent_on": pl.Date(),
    }
)
"""Parties found on lists; ``listed_by`` says where ``listed_on`` comes from, ``absent_on`` is the last day on which an
older version did not have the entry (see `screening.trade.listing`)."""
PLACES: Final = pl.Schema(
    {
        "subject_id": pl.String(),
        "address": pl.String(),
        "list_id": pl.String(),
        "entry_id": pl.String(),
        "entry_name": pl.String(),
        "listed_address": pl.String(),
        "grade": pl.String(),
        "explanation": pl.String(),
        "sharing": pl.Int64(),
        "listed_there": pl.Int64(),
        "rooms_apart": pl.Int64(),
    }
)
"""Addresses of parties that are listed addresses, as `screening.matching.addresses` finds them."""
TOLD: Final = pl.Schema(
    {
        "line": pl.UInt32(),
        "good": pl.String(),
        "regime": pl.String(),
        "what": pl.String(),
        "words": pl.String(),
        "grade": pl.String(),
        "grade_words": pl.String(),
        "agrees": pl.Boolean(),
        "is_the_good": pl.Boolean(),
        "first": pl.Boolean(),
        "weight": pl.Float64(),
        "main_code": pl.String(),
    }
)
"""What descriptions say of goods, one row for each line and good."""


@dataclass(frozen=True)
class Book:
    """Everything a flag may look at.

    Attributes:
        lines: One row for each standing record (``status`` null): ``line`` (u32), the columns of RECORDS that
            are numbers, dates or of few values, and ``hs6``.
        roles: ``line, party (u32), role``, each once, sorted by line and party.
        parties: One row for each party: ``party, subject_id, name, country, incorporated_on, address`` (of
            several of one party the first in the alphabet), ``identified`` (has an identifier) and ``numbers`` (its
            identifiers as text, see `roles`).
        records: The table RECORDS as it was given, with ``line``, for the texts in it.
        goods: Watched goods on lines, of `goods.MARKS`, one row for each line and regime.
        told: What descriptions say of goods, of `TOLD`.
        listings: Parties on lists, of `LISTINGS` with ``party``.
        places: Parties at listed addresses, of `PLACES` with ``party``; None where that was not looked up.
        has_listings: Whether the parties were screened at all.
        rules: The rules in force.
    """

    lines: pl.DataFrame
    roles: pl.DataFrame
    parties: pl.DataFrame
    records: pl.LazyFrame
    goods: pl.DataFrame
    told: pl.DataFrame
    listings: pl.DataFrame
    places: pl.DataFrame | None
    has_listings: bool
    rules: Rulebook
    _kept: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)
    _making: dict[Hashable, Lock] = field(default_factory=dict, repr=False, compare=False)

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What several flags need, made once: flags tested at the same time wait for each other here.

        What ``make`` asks for in turn must not need what is kept under this key.
        """
        with self._making.setdefault(key, Lock()):
            if key not in self._kept:
                self._kept[key] = make()
            found: T = self._kept[key]
        return found

    def drop(self, what: str) -> None:
        """Give up what was kept under a key, or under keys that begin with it."""
        for key in [key for key in list(self._kept) if key == what or (isinstance(key, tuple) and key[0] == what)]:
            del self._kept[key]

    def watched(self) -> pl.DataFrame:
        """The weightiest mark of each line that weighs enough: ``line, regime, code, weight, good, how, since``."""
        return self.kept("watched", self._watched)

    def _watched(self) -> pl.DataFrame:
        least = float(self.rules.goods["least_weight"])
        heavy = self.goods.filter(pl.col("weight") >= least)
        return heavy.sort(["line", "weight", "regime"], descending=[False, True, False]).unique(
            "line", keep="first", maintain_order=True
        )

    def watched_of(self, roles: Sequence[str]) -> pl.DataFrame:
        """``party, line`` and the mark of each watched line of parties in these roles."""
        watched = self.watched()
        return self.on_lines(self.of_roles(roles), watched.get_column("line")).join(watched, on="line")

    def of_roles(self, roles: Sequence[str]) -> pl.DataFrame:
        """``party, line`` of parties in these roles, each once, in the order of lines."""
        # only the roles there are: most files have few, and many flags would keep the same
        there = self.kept("roles there are", lambda: set(self.roles.get_column("role").unique().cast(pl.String)))
        met = sorted(there.intersection(roles))
        return self.kept(("roles", *met), lambda: self._of_roles(met))

    def _of_roles(self, roles: Sequence[str]) -> pl.DataFrame:
        mine = self.roles.filter(pl.col("role").is_in(list(roles))).select("party", "line")
        if len(roles) <= 1:
            return mine
        # sorted by line and party as they are: what is there twice stands together
        new = (pl.col("line") != pl.col("line").shift()) | (pl.col("party") != pl.col("party").shift())
        return mine.filter(new.fill_null(value=True))

    def records_of(self, roles: Sequence[str]) -> pl.DataFrame:
        """``party, records``: on how many lines parties stand in these roles, sorted by party; once counted."""
        mine = self.of_roles(roles)
        return self.kept(
            ("roles", "records", *sorted(set(roles))), lambda: counted(mine.get_column("party"), self.many)
        )

    @property
    def many(self) -> int:
        """The number of parties."""
        return self.parties.height

    def firms(self) -> pl.DataFrame:
        """``party, firm``: parties of one name are one firm, unless their countries say otherwise.

        A table of one country's imports says the seller's country, that country's own table does not say the
        buyer's: the same firm would stand in two places, and its goods end there.
        """
        return self.kept("firms", self._firms)

    def firm_of(self) -> pl.Series:
        """The firm of each party, in the order of parties."""
        return self.kept("firm of", lambda: self.firms().sort("party").get_column("firm"))

    def called(self) -> pl.DataFrame:
        """``firm, subject_id, name, country``: how sheets call a firm: by its first party, and the country any of its
        parties has.
        """
        countries = self.parties.select(firm=self.firm_of(), country="country").group_by("firm")
        return self.parties.select(pl.col("party").alias("firm"), "subject_id", "name").join(
            countries.agg(pl.col("country").drop_nulls().min()), on="firm"
        )

    def _firms(self) -> pl.DataFrame:
        named = self.parties.select(
            "party",
            "country",
            key=pl.Series([" ".join(words(name or "")) for name in self.parties.get_column("name")], dtype=pl.String),
        )
        known = named.filter(pl.col("key") != "")
        one_country = known.group_by("key").agg(alike=pl.col("country").drop_nulls().n_unique() <= 1)
        found = known.join(one_country, on="key").with_columns(
            where=pl.when("alike").then(pl.lit("")).otherwise(pl.col("country").fill_null("?"))
        )
        firms = found.select("party", firm=pl.col("party").min().over("key", "where"))
        return (
            named.select("party").join(firms, on="party", how="left").select("party", firm=pl.coalesce("firm", "party"))
        )

    def at(self, lines: pl.Series, columns: Sequence[str]) -> pl.DataFrame:
        """These columns of standing lines, in the order given."""
        return self.lines.select(pl.col(columns).gather(self.places_of(lines)))

    def places_of(self, lines: pl.Series) -> pl.Series:
        """Where standing lines are among those that stand."""
        return lines if self.lines.height == self.size else self.kept("places", self._places).gather(lines)

    def _places(self) -> pl.Series:
        """For every line there is its place among those that stand."""
        found = np.zeros(self.size, dtype=np.uint32)
        found[self.lines.get_column("line").to_numpy()] = np.arange(self.lines.height, dtype=np.uint32)
        return pl.Series(found)

    def by_line(self, lines: pl.Series) -> pl.Series:
        """For every line there is, standing or not, whether it is among the lines given: to be gathered from."""
        marks = np.zeros(self.size, dtype=bool)
        marks[lines.to_numpy()] = True
        return pl.Series(marks)

    def on_lines(self, mine: pl.DataFrame, lines: pl.Series) -> pl.DataFrame:
        """Those rows of ``mine`` that are of the lines given: what a semi-join on ``line`` would give, sooner."""
        there = mine.get_column("line")
        if len(lines) * _FEW < len(there) and there.is_sorted():
            # a few lines are found one by one: looking at all of ten million rows takes longer
            wanted, numbers = lines.unique().sort().to_numpy(), there.to_numpy()
            first = np.searchsorted(numbers, wanted, side="left")
            length = np.searchsorted(numbers, wanted, side="right") - first
            rows = pl.Series(spread(first, length), dtype=pl.UInt32)
            return mine.select(pl.all().gather(rows))
        marks = self.by_line(lines)
        return mine if marks.all() else mine.filter(marks.gather(there))

    def countries(self) -> pl.DataFrame:
        """``party, country`` of the parties whose country is known: by their own records, or by those of the same firm
        (`firms`) in another file, as where its own customs leave unsaid what is plain to them.
        """
        return self.kept("countries", self._countries)

    def _countries(self) -> pl.DataFrame:
        own = self.parties.select("party", pl.col("country").cast(pl.String), firm=self.firm_of())
        firms = own.group_by("firm").agg(of_firm=pl.col("country").drop_nulls().min())
        known = own.join(firms, on="firm", maintain_order="left").with_columns(pl.coalesce("country", "of_firm"))
        return known.select("party", "country").drop_nulls()

    def countries_of(self, role: str, lines: pl.Series) -> pl.DataFrame:
        """``line, country`` of the parties in a role on the lines given, where their country is known."""
        mine = self.on_lines(self.of_roles([role]), lines)
        return mine.join(self.countries(), on="party").select("line", "country")

    def country_on(self, role: str) -> pl.Series:
        """For each row of `lines` the country of the party in a role, of several the first in the alphabet."""
        known = self.parties.select("party").join(self.countries(), on="party", how="left", maintain_order="left")
        numbers, texts = ranked(known.get_column("country").cast(pl.Categorical))
        mine = self.of_roles([role])
        theirs = numbers[mine.get_column("party").to_numpy()]
        last_first = np.argsort(theirs, kind="stable")[::-1]
        found = np.full(self.size, len(texts), dtype=np.uint32)
        found[mine.get_column("line").to_numpy()[last_first]] = theirs[last_first]
        of_lines = pl.Series(found[self.lines.get_column("line").to_numpy()], dtype=pl.UInt32)
        return pl.concat([texts, pl.Series([None], dtype=pl.String)]).gather(of_lines)

    def record_ids(self, lines: pl.Series) -> pl.DataFrame:
        """``line, record_id`` of the lines given, each once and sorted; the ids are read once."""
        every = self.kept("record ids", lambda: self.records.select("record_id").collect().to_series())
        wanted = lines.unique().sort()
        return pl.DataFrame({"line": wanted, "record_id": every.gather(wanted)})

    @property
    def size(self) -> int:
        """One more than the number of the last line."""
        last = self.lines.get_column("line").max()
        return int(last) + 1 if isinstance(last, int) else 0


def counted(numbers: pl.Series, many: int, value: pl.Series | None = None) -> pl.DataFrame:
    """``party, records`` (and the sum of the values) of those parties that occur among ``many``, sorted."""
    counts = np.bincount(numbers.to_numpy(), minlength=many)
    there = np.flatnonzero(counts)
    found: dict[str, np.ndarray[Any, Any]] = {
        "party": there.astype(np.uint32),
        "records": counts[there].astype(np.uint32),
    }
    if value is not None:
        found["sum"] = np.bincount(numbers.to_numpy(), weights=value.to_numpy(), minlength=many)[there]
    return pl.DataFrame(found)
