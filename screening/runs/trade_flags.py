"""What is said of customs records beyond hits: listed when, red flags, and what the file covers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import polars as pl
import pyarrow as pa

from screening.errors import ScreeningError
from screening.matching.addresses import AddressIndex
from screening.model import HITS
from screening.reports.result import Section
from screening.runs.trade_parties import told_in_short
from screening.trade import Book, coverage, listings, prepare, raise_flags
from screening.trade.evidence import review
from screening.watchlists import Snapshot
from screening.watchlists.seen import first_seen
from screening.watchlists.store import Store

_EVIDENCE_SHOWN: Final = 5
"""Records of one party that the sheet Red flags shows; flags.parquet has all."""


def since_when(hits: pa.Table, snapshots: Sequence[Snapshot], folder: str | Path | None) -> pl.DataFrame:
    """The parties on lists with the day each entry was listed; of `trade.book.LISTINGS`.

    The day is the entry's own, else that of the first version in the store that has it.
    """
    store = Store(folder)
    seen = {}
    for list_id in {each.list_id for each in snapshots}:
        with suppress(ScreeningError):  # a list given as a file has no history
            seen[list_id] = first_seen(store, list_id)
    return listings(hits, snapshots, seen)


def listed_then(hits: pa.Table, listed: pl.DataFrame, links: Path, records: Path) -> pa.Table:
    """The hits, each saying how many of the party's records are of a day on which it was listed already.

    "Not yet listed" is information, not a breach, and says so.
    """
    if not len(hits):
        return hits
    ids = listed.get_column("subject_id").unique()
    dated = (
        pl.scan_parquet(links)
        .filter(pl.col("subject_id").is_in(ids.implode()))
        .select("subject_id", "record_id")
        .unique()
        .join(pl.scan_parquet(records).select("record_id", "date"), on="record_id")
        .group_by("subject_id", "date")
        .agg(pl.len().alias("records"))
        .collect(engine="streaming")
    )
    told = (
        listed.select("subject_id", "list_id", "entry_id", "listed_on", "listed_by")
        .join(dated, on="subject_id")
        .group_by("subject_id", "list_id", "entry_id", "listed_on", "listed_by")
        .agg(
            pl.col("records").sum().alias("all"),
            pl.col("records").filter(pl.col("date") >= pl.col("listed_on")).sum().alias("since"),
            pl.col("records").filter(pl.col("date") < pl.col("listed_on")).sum().alias("before"),
        )
    )
    words = {(row["subject_id"], row["list_id"], row["entry_id"]): _in_words(row) for row in told.to_dicts()}
    keys = zip(*(hits.column(name).to_pylist() for name in ("subject_id", "list_id", "entry_id")), strict=True)
    why = [
        f"{text} {words[key]}" if key in words else text
        for key, text in zip(keys, hits.column("why").to_pylist(), strict=True)
    ]
    return hits.set_column(HITS.get_field_index("why"), HITS.field("why"), pa.array(why, pa.string()))


def _in_words(row: dict[str, Any]) -> str:
    if row["listed_on"] is None:
        return "Since when it is listed is not known."
    undated = row["all"] - row["since"] - row["before"]
    text = f"Listed on {row['listed_on']} ({row['listed_by']}): {row['since']:,} of {row['all']:,} records are of that "
    text += "day or later"
    if row["before"]:
        text += f", {row['before']:,} of before it was listed, which is information and no breach"
    return text + (f"; {undated:,} without a date." if undated else ".")


def book_of(records: Path, links: Path, asked: pa.Table, listed: pl.DataFrame, snapshots: Sequence[Snapshot]) -> Book:
    """The book the flags are read from: records, parties, and which of these are listed or at listed places."""
    found = AddressIndex(snapshots).find(asked)
    places = pl.from_arrow(found)
    assert isinstance(places, pl.DataFrame)  # noqa: S101
    return prepare(pl.scan_parquet(records), pl.scan_parquet(links), listings=listed, places=places)


def flags_of(book: Book) -> pa.Table:
    """Every flag on every party it is about, of `model.FLAGS`."""
    return raise_flags(book)


def sections(book: Book, flags: pa.Table) -> list[Section]:
    """What the Summary says of a file of customs records: what it covers, and which flags could be tested."""
    covered = [(row["what"], row["said"]) for row in coverage(book).to_dicts()]
    frame = pl.from_arrow(flags)
    assert isinstance(frame, pl.DataFrame)  # noqa: S101
    counts = (
        frame.filter(pl.col("record_id").is_null())
        .group_by("flag_id")
        .agg(
            (pl.col("outcome") == outcome).sum().alias(outcome) for outcome in ("raised", "not_raised", "not_testable")
        )
        .sort("flag_id")
    )
    titles = {rule.id: rule.says for rule in book.rules.enabled()}
    rows = [
        (name.replace("_", " "), raised, clear, untested, titles.get(name, ""))
        for name, raised, clear, untested in counts.iter_rows()
    ]
    return [
        Section("Coverage of the records", ("What", "Share"), covered),
        Section("Red flags, by parties", ("Flag", "Raised", "Not raised", "Not testable", "What it is"), rows),
    ]


def reviewed(book: Book, flags: pa.Table, records: Path, links: Path) -> list[dict[str, Any]]:
    """Rows of the sheet `reports.columns.RED_FLAGS`: the parties a reviewer should look at, weightiest first."""
    seen = review(flags, book.rules)
    if not seen.raised.height:
        return []
    by_party = (
        seen.raised.with_columns(flag=pl.col("flag_id").str.replace_all("_", " "))
        .group_by("subject_id")
        .agg(
            (
                pl.col("weight").filter(pl.col("kind") != "good").sum()
                + pl.col("weight").filter(pl.col("kind") == "good").max().fill_null(0.0)
            ).alias("weight"),
            pl.col("flag").str.join(", ").alias("flags"),
            (pl.col("flag") + ": " + pl.col("reason")).str.join("\n").alias("reasons"),
            pl.col("source").unique(maintain_order=True).str.join("\n").alias("sources"),
            pl.col("sar").filter(pl.col("sar") != "").unique(maintain_order=True).str.join(", ").alias("sar"),
        )
    )
    first = seen.records.group_by("subject_id", maintain_order=True).agg(
        pl.len().alias("records"), pl.col("record_id").head(_EVIDENCE_SHOWN)
    )
    told = told_in_short(first.get_column("record_id").explode().unique(), records, links)
    rows = by_party.join(first, on="subject_id").join(
        book.parties.select("subject_id", "name", "country"), on="subject_id"
    )
    return [
        {
            **{key: row[key] for key in row if key != "record_id"},
            "priority": _level(row["weight"], book.rules.alert),
            "evidence": "\n".join(told.get(each, each) for each in row["record_id"]),
        }
        for row in rows.sort("weight", "name", "subject_id", descending=[True, False, False]).to_dicts()
    ]


def _level(weight: float, bounds: Mapping[str, Any]) -> str:
    return next((level for level in ("critical", "high", "medium") if weight >= float(bounds[level])), "low")
