"""The goods of parties named, by the user or in articles, followed through customs records: tables and pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import polars as pl

from screening.reports import trade_columns
from screening.reports.columns import Sheet
from screening.reports.folder import RunWriter
from screening.reports.result import Section
from screening.runs.progress import Progress
from screening.runs.trade_parties import PartyRows
from screening.trade import Book, Chain, follow
from screening.trade.picture import Picture, as_text, pictures
from screening.trade.portions import in_words

_EVIDENCE: Final = 3  # records that a row of the sheet tells
_ROWS: Final = 20_000  # of one sheet; the Parquet tables have all
_SHOWN: Final = 3  # names of a party followed that a cell shows


@dataclass(frozen=True, slots=True)
class Followed:
    """What following adds to the report."""

    sections: Sequence[Section] = ()
    sheets: Sequence[tuple[Sheet, Sequence[Mapping[str, Any]]]] = ()
    pictures: Sequence[Picture] = ()


@dataclass
class Following:
    """Follows the goods of parties named.

    Args:
        book: The records.
        because: Whose goods, by subject_id, and because of what.
        records: The table in the run folder.
        rows: Who stands on which of them.
    """

    book: Book
    because: Mapping[str, Sequence[str]]
    records: Path
    rows: PartyRows

    def told(self, writer: RunWriter, progress: Progress, marks: Mapping[str, str]) -> Followed:
        """Follow them and write the tables.

        Args:
            writer: The run folder.
            progress: Told what is being done.
            marks: Words that mark parties out, by subject_id.
        """
        progress.stage(f"following the goods of {len(self.because):,} parties")
        chain = follow(self.book, list(self.because))
        for name, table in (("chain_trades", chain.trades), ("chain_shares", chain.shares), ("chain_legs", chain.legs)):
            writer.table(name, table.to_arrow())
        return Followed([self._section()], self._sheets(chain, marks), pictures(chain, marks))

    def _section(self) -> Section:
        known = self.book.parties.filter(pl.col("subject_id").is_in(list(self.because)))
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
        reasons = self.because.get(subject, ())
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


def _share(row: Mapping[str, Any] | None) -> str:
    """The share of a good in words: ``47 % of the value, 40 % of the weight``."""
    if row is None:
        return ""
    parts = (("of_value", "value"), ("of_weight", "weight"), ("of_records", "records"))
    return in_words([(row[key], what) for key, what in parts], row["in_part"])


def chain_text(folder: Path) -> str:
    """The chains of a run folder as lines of text; empty where none were followed."""
    tables = {name: folder / f"chain_{name}.parquet" for name in ("trades", "shares", "legs")}
    if not all(path.exists() for path in tables.values()):
        return ""
    return as_text(Chain(**{name: pl.read_parquet(path) for name, path in tables.items()}))
