"""The book the flags are read from: records, parties and goods as compact frames, made once.

Texts stand in the tables as they came; here countries, codes and parties are numbers and categories, so that five
million lines fit in memory and a flag is a few joins of integers.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

import numpy as np
import polars as pl
import pyarrow as pa

from screening.names.tokens import words
from screening.trade import descriptions
from screening.trade.goods import MARKS, GoodsList, best
from screening.trade.roles import parties_and_roles
from screening.trade.rules import Rulebook, load

_CATEGORIES: Final = (
    *("source", "direction", "procedure", "hs_code", "hs_edition", "origin", "dispatch", "destination"),
    *("trading_country", "currency", "unit"),
)
_KEPT: Final = ("date", "value", "value_usd", "gross_kg", "net_kg", "quantity")
HS6: Final = 6
_AT_ONCE: Final = 1_000_000
"""Lines whose descriptions are read together."""
T = TypeVar("T")

LISTINGS: Final = pl.Schema(
    {
        "subject_id": pl.String(),
        "list_id": pl.String(),
        "entry_id": pl.String(),
        "entry_name": pl.String(),
        "relation": pl.String(),
        "match_strength": pl.String(),
        "priority": pl.String(),
        "listed_on": pl.Date(),
        "listed_by": pl.String(),
    }
)
"""Parties found on lists; ``listed_by`` says where ``listed_on`` comes from (see `screening.trade.listing`)."""
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
            several of one party the first in the alphabet) and ``identified`` (has an identifier).
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

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What several flags need, made once."""
        if key not in self._kept:
            self._kept[key] = make()
        found: T = self._kept[key]
        return found

    def drop(self, what: str) -> None:
        """Give up what was kept under a key, or under keys that begin with it."""
        for key in [key for key in self._kept if key == what or (isinstance(key, tuple) and key[0] == what)]:
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
        return mine.filter(self.by_line(lines).gather(mine.get_column("line")))

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


def prepare(
    records: Any,
    parties: Any,
    *,
    met: tuple[pl.DataFrame, pl.DataFrame] | None = None,
    listings: pl.DataFrame | None = None,
    places: pl.DataFrame | None = None,
    rules: Rulebook | None = None,
    goods: GoodsList | None = None,
    own_goods: Sequence[Path] = (),
) -> Book:
    """Make the book of a set of records.

    Args:
        records: Table of schema `model.RECORDS` (Arrow, Polars, or a lazy frame over Parquet files).
        parties: Table of schema `model.RECORD_PARTIES`, likewise.
        met: Who is what on which line, where the reader of the records has it at hand (`roles.parties_and_roles`).
        listings: Parties found on lists, of `LISTINGS`; None where they were not screened.
        places: Parties at listed addresses, of `PLACES`; None where addresses were not looked up.
        rules: Thresholds and weights; the shipped ones without it.
        goods: The goods lists; those the rules name without it.
        own_goods: Further goods lists, the user's own.

    Raises:
        SettingsError: A goods list of the user's cannot be used.
    """
    rules = rules or load()
    goods = goods or GoodsList.read(rules.goods["lists"], own_goods)
    numbered = _lazy(records).with_row_index("line")
    standing = numbered.filter(pl.col("status").is_null())
    lines = standing.select(
        "line",
        *_KEPT,
        *(pl.col(name).cast(pl.Categorical) for name in _CATEGORIES),
        hs6=pl.when(pl.col("hs_code").str.len_chars() >= HS6)
        .then(pl.col("hs_code").str.slice(0, HS6))
        .cast(pl.Categorical),
    ).collect(engine="streaming")
    if not lines.get_column("line").is_sorted():
        lines = lines.sort("line")
    people, roles = parties_and_roles(_lazy(parties), standing.select("record_id", "line"), met)
    told = _told(standing, lines)
    marks = goods.marks(lines.select("line", "hs_code", "hs_edition", "date"))
    return Book(
        lines=lines,
        roles=roles,
        parties=people,
        records=numbered,
        goods=_with_told(marks, told),
        told=told,
        listings=_joined(listings, LISTINGS, people),
        places=None if places is None else _joined(places, PLACES, people),
        has_listings=listings is not None,
        rules=rules,
    )


def _lazy(table: Any) -> pl.LazyFrame:
    if isinstance(table, pl.LazyFrame):
        return table
    if isinstance(table, pa.Table):
        table = pl.from_arrow(table)
    if isinstance(table, pl.DataFrame):
        return table.lazy()
    msg = f"a table of records is wanted, not {type(table).__name__}"
    raise TypeError(msg)


def _spoken(standing: pl.LazyFrame, many: int) -> pl.DataFrame:
    """``line, description`` of what may tell a good: each different text of some lines is looked at once."""
    found = []
    for first in range(0, many, _AT_ONCE):
        some = standing.slice(first, _AT_ONCE).select("line", "description").drop_nulls("description").collect()
        texts = some.get_column("description").unique()
        plain = pl.select(descriptions.plain_column(pl.lit(texts))).to_series()
        spoken = texts.filter(plain.str.contains_any(list(descriptions.needles())))
        if len(spoken):
            found.append(some.filter(pl.col("description").is_in(spoken.implode())))
    return pl.concat(found) if found else pl.DataFrame(schema={"line": pl.UInt32, "description": pl.String})


def _told(standing: pl.LazyFrame, lines: pl.DataFrame) -> pl.DataFrame:
    found = _spoken(standing, lines.height)
    if found.is_empty():
        return pl.DataFrame(schema=TOLD)
    said = descriptions.tell(found.get_column("description").unique().to_list())
    coded = found.join(lines.select("line", pl.col("hs_code").cast(pl.String)), on="line")
    rows: list[tuple[Any, ...]] = []
    for (text, code), group in coded.group_by(["description", "hs_code"]):
        for each in said.get(str(text), ()):
            judged = (
                *(
                    each.good.good,
                    each.good.regime,
                    each.good.description,
                    each.words,
                    each.grade,
                    each.grade_words,
                ),
                descriptions.agrees(code, each.good),
                descriptions.is_the_good(code, each.good),
                *(each.good.weight, each.good.codes[0]),
            )
            rows.extend((line, *judged) for line in group.get_column("line"))
    return pl.DataFrame(rows, schema=TOLD, orient="row").sort("line", "good")


def _with_told(marks: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Goods told by their description, beside those told by code: of both, the code's speaks."""
    by_words = told.filter("is_the_good").select(
        "line",
        "regime",
        code=pl.col("main_code"),
        family=pl.col("main_code"),
        tier=pl.lit(None, pl.String),
        weight=pl.col("weight"),
        good=pl.col("what"),
        how=pl.lit("description"),
        text=pl.col("words"),
        since=pl.lit(None, pl.Date),
        in_force=pl.lit(None, pl.Boolean),
    )
    return best(pl.concat([marks.cast(MARKS), by_words.cast(MARKS)]))


def _joined(table: pl.DataFrame | None, schema: pl.Schema, people: pl.DataFrame) -> pl.DataFrame:
    if table is None:
        table = pl.DataFrame(schema=schema)
    return table.select(schema.names()).cast(schema).join(people.select("party", "subject_id"), on="subject_id")
