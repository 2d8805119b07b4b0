"""The goods of parties named, by the user or in articles, followed through customs records: tables and pictures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from screening.intake.mentions import names_to_screen
from screening.matching import Screener
from screening.names.tokens import words
from screening.reports import trade_columns
from screening.reports.columns import Sheet
from screening.reports.folder import RunWriter
from screening.reports.result import Section
from screening.runs.progress import Progress
from screening.runs.trade_parties import PartyRows
from screening.trade import Book, Chain, follow
from screening.trade.picture import Picture, as_text, pictures

_EVIDENCE: Final = 3  # records that a row of the sheet tells
_ROWS: Final = 20_000  # of one sheet; the Parquet tables have all
_SHORTEST: Final = 5  # signs of a number that identifies
_MOST: Final = 1_000  # parties of one name
_AT_ONCE: Final = 50_000  # names of parties in one index
_UNKNOWN: Final = pl.lit("LegalEntity")
_SHOWN: Final = 3  # names of a party followed that a cell shows


@dataclass(frozen=True, slots=True)
class Followed:
    """What following adds to the report."""

    notes: Sequence[str] = ()
    sections: Sequence[Section] = ()
    sheets: Sequence[tuple[Sheet, Sequence[Mapping[str, Any]]]] = ()
    pictures: Sequence[Picture] = ()


@dataclass
class Following:
    """Finds the parties named among those of the records, and follows their goods.

    Args:
        book: The records.
        asked: The parties of the records under each of their names, of schema `model.SUBJECTS`.
        threshold: Score from which names are the same party.
        records: The table in the run folder.
        rows: Who stands on which of them.
    """

    book: Book
    asked: pa.Table
    threshold: float
    records: Path
    rows: PartyRows
    _because: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    _notes: list[str] = field(default_factory=list)
    _named: bool = False

    def ask(self, names: Sequence[str]) -> None:
        """Follow the parties of these names or identifying numbers; a name nobody has is noted."""
        wanted = [(name, name, None) for name in dict.fromkeys(each.strip() for each in names) if name]
        if not wanted:
            return
        self._named = True
        found = self._find(wanted) | self._find_numbers([name for name, _, _ in wanted])
        self._notes += [
            f"no party of the records is called {name!r}: nothing to follow"
            for name, _, _ in wanted
            if name not in found
        ]

    def ask_named(self, mentions: Sequence[pa.Table]) -> None:
        """Follow the parties that articles name; tables of schema `model.SUBJECTS`."""
        if not mentions:
            return
        self._named = True
        rows = names_to_screen(pa.concat_tables(mentions)).select(["name", "schema", "source", "title"]).to_pylist()
        wanted: dict[tuple[str, str], str] = {}
        for row in rows:
            where = row["title"] or row["source"]
            wanted.setdefault((row["name"], row["schema"]), f"{row['name']}, named in {where}")
        self._find([(name, because, schema) for (name, schema), because in wanted.items()])

    def _find(self, wanted: Sequence[tuple[str, str, str | None]]) -> set[str]:
        """Look for parties of these (name, why, schema); the names that were found."""
        if not len(self.asked):
            return set()
        table = pa.table(
            {
                "subject_id": [f"{number}" for number in range(len(wanted))],
                "name": [name for name, _, _ in wanted],
                "schema": [schema or "LegalEntity" for _, _, schema in wanted],
            }
        )
        found = set()
        for parties in self._as_list():
            # to index many parties is quicker by far than to look each up among the few names
            hits = Screener([parties], threshold=self.threshold).screen(table, limit=_MOST)
            for number, subject, relation in zip(
                *(hits.column(key).to_pylist() for key in ("subject_id", "entry_id", "relation")), strict=True
            ):
                if relation == "same_party":
                    name, because, _ = wanted[int(number)]
                    self._because[subject][because] = None
                    found.add(name)
        return found

    def _as_list(self) -> Iterator[pa.Table]:
        """The parties as a list to look names up in, some at a time."""
        people = pl.DataFrame(pl.from_arrow(self.asked.select(["subject_id", "name", "schema"])))
        one = people.group_by("subject_id").agg(pl.col("schema").unique())
        # an entry has one schema; a party's names may tell it differently
        kinds = one.select(
            "subject_id",
            schema=pl.when(pl.col("schema").list.len() == 1).then(pl.col("schema").list.first()).otherwise(_UNKNOWN),
        )
        named = people.select(pl.col("subject_id").alias("entry_id"), "name").unique(maintain_order=True)
        whole = named.join(kinds, left_on="entry_id", right_on="subject_id", maintain_order="left")
        for first in range(0, whole.height, _AT_ONCE):
            yield whole.slice(first, _AT_ONCE).to_arrow()

    def _find_numbers(self, names: Sequence[str]) -> set[str]:
        keys = {_number(name): name for name in names if any(char.isdigit() for char in name)}
        keys = {key: name for key, name in keys.items() if len(key) >= _SHORTEST}
        if not keys:
            return set()
        found = set()
        numbered = self.asked.filter(pc.greater(pc.list_value_length(self.asked.column("identifiers")), 0))
        for subject, identifiers in zip(
            *(numbered.column(key).to_pylist() for key in ("subject_id", "identifiers")), strict=True
        ):
            for each in identifiers or ():
                name = keys.get(_number(each["number"]))
                if name is not None:
                    self._because[subject][name] = None
                    found.add(name)
        return found

    def told(self, writer: RunWriter, progress: Progress, marks: Mapping[str, str]) -> Followed:
        """Follow them and write the tables; nothing where nobody was named.

        Args:
            writer: The run folder.
            progress: Told what is being done.
            marks: Words that mark parties out, by subject_id.
        """
        if not self._named:
            return Followed()
        progress.stage(f"following the goods of {len(self._because):,} parties")
        chain = follow(self.book, list(self._because))
        for name, table in (("chain_trades", chain.trades), ("chain_shares", chain.shares), ("chain_legs", chain.legs)):
            writer.table(name, table.to_arrow())
        return Followed(self._notes, [self._section()], self._sheets(chain, marks), pictures(chain, marks))

    def _section(self) -> Section:
        known = self.book.parties.filter(pl.col("subject_id").is_in(list(self._because)))
        people = known.sort("subject_id", "name").unique("subject_id", keep="first", maintain_order=True)
        lines = (
            self.book.roles.join(known.select("party", "subject_id"), on="party").select("subject_id", "line").unique()
        )
        counts = dict(lines.group_by("subject_id").len().iter_rows())
        rows = [
            (each["name"], each["country"] or "", counts.get(each["subject_id"], 0), self._why(each["subject_id"]))
            for each in people.sort("name", "subject_id").to_dicts()
        ]
        return Section(
            "Parties whose goods were followed",
            ("Party", "Country", "Records", "Because of"),
            rows or [("none", "", 0, "")],
        )

    def _why(self, subject: str) -> str:
        reasons = list(self._because.get(subject, ()))
        more = f" (+{len(reasons) - _SHOWN} more)" if len(reasons) > _SHOWN else ""
        return "; ".join(reasons[:_SHOWN]) + more

    def _sheets(self, chain: Chain, marks: Mapping[str, str]) -> list[tuple[Sheet, Sequence[Mapping[str, Any]]]]:
        trades, legs = chain.trades.head(_ROWS), chain.legs.head(_ROWS)
        cited = pl.concat(
            [
                trades.select(pl.col("record_ids").list.head(_EVIDENCE).explode()).to_series().drop_nulls(),
                legs.get_column("first_record"),
                legs.get_column("next_record"),
            ]
        )
        told = self.rows.told_in_short(cited.unique(), self.records)
        whole = {
            (row["side"], row["subject_id"], row["hs6"]): row
            for row in chain.shares.filter(pl.col("month").is_null()).to_dicts()
        }
        names = dict(chain.trades.select("subject_id", "name").unique("subject_id").iter_rows())
        followed = [
            {
                **row,
                "asked": self._why(row["subject_id"]),
                "other": row["other"] or "not named",
                "other_mark": marks.get(row["other_id"] or "", ""),
                "share": _share(whole.get((row["side"], row["subject_id"], row["hs6"]))),
                "evidence": "\n".join(told.get(each, each) for each in row["record_ids"][:_EVIDENCE]),
            }
            for row in trades.to_dicts()
        ]
        shares = [
            {
                **row,
                "name": names.get(row["subject_id"], ""),
                "month": f"{row['month']:%Y-%m}" if row["month"] else "all",
            }
            for row in chain.shares.head(_ROWS).to_dicts()
        ]
        onward = [
            {
                **row,
                "grade": row["grade"].replace("_", " "),
                "first_record": told.get(row["first_record"], row["first_record"]),
                "next_record": told.get(row["next_record"], row["next_record"]),
            }
            for row in legs.to_dicts()
        ]
        return [(trade_columns.FOLLOWED, followed), (trade_columns.LEGS, onward), (trade_columns.SHARES, shares)]


def _number(text: str) -> str:
    """A number as it is compared: without separators and leading zeros, which spreadsheets lose."""
    return "".join(words(text)).lstrip("0")


def _share(row: Mapping[str, Any] | None) -> str:
    """The share of a good in words: ``47 % of the value, 40 % of the weight``."""
    if row is None:
        return ""
    parts = (("of_value", "value"), ("of_weight", "weight"), ("of_records", "records"))
    said = [f"{row[key] * 100:.0f} % of the {what}" for key, what in parts if row[key] is not None]
    return ", ".join(said[:2]) + " of this good in this file" if said else ""


def chain_text(folder: Path) -> str:
    """The chains of a run folder as lines of text; empty where none were followed."""
    tables = {name: folder / f"chain_{name}.parquet" for name in ("trades", "shares", "legs")}
    if not all(path.exists() for path in tables.values()):
        return ""
    return as_text(Chain(**{name: pl.read_parquet(path) for name, path in tables.items()}))
