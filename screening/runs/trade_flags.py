"""What is said of customs records beyond hits: listed when, red flags, and what the file covers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from screening.alerts.flag_alerts import party_alerts
from screening.errors import ScreeningError
from screening.frames import frame_of
from screening.matching.addresses import AddressIndex
from screening.model import FLAGS, HITS, PRIORITIES
from screening.reports.flag_alerts import figures_text
from screening.reports.folder import RunWriter
from screening.reports.places import PLACES_SHOWN
from screening.reports.result import FlagAlerts, Section
from screening.runs.trade_parties import PartyRows
from screening.trade import Book, GoodsList, Rulebook, coverage, flag_tables, listings, prepare
from screening.trade.evidence import WEIGHED_IN_PART, own_weight
from screening.trade.listing import BY_ENTRY, LISTED, NOT_YET, UNKNOWN, standing
from screening.watchlists import Snapshot
from screening.watchlists.seen import first_seen
from screening.watchlists.store import Store


def since_when(hits: pa.Table, snapshots: Sequence[Snapshot], folder: str | Path | None) -> pl.DataFrame:
    """The parties on lists with the day each entry was listed; of `trade.book.LISTINGS`.

    The day is the entry's own, else that of the first version in the store that has it; see `trade.listing`.
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
        .join(pl.scan_parquet(records).filter(pl.col("status").is_null()).select("record_id", "date"), on="record_id")
        .group_by("subject_id", "date")
        .agg(pl.len().alias("records"))
        .collect(engine="streaming")
    )
    told = (
        listed.select("subject_id", "list_id", "entry_id", "listed_on", "listed_by", "absent_on")
        .join(dated, on="subject_id", how="left")
        .with_columns(then=standing())
        .group_by("subject_id", "list_id", "entry_id", "listed_on", "listed_by")
        .agg(
            pl.col("records").sum().alias("all"),
            pl.col("records").filter(pl.col("date").is_null()).sum().alias("undated"),
            *(
                pl.col("records").filter(pl.col("then") == each).sum().alias(each)
                for each in (LISTED, NOT_YET, UNKNOWN)
            ),
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
    if row["listed_by"] == BY_ENTRY:
        text = f"Listed on {row['listed_on']} ({row['listed_by']}): "
    else:
        text = f"Listing date not known (first seen in the copy of {row['listed_on']}): "
    if not row["all"]:
        return text + "none of its records counts, all are repeated, replaced or cancelled."
    text += f"{row[LISTED]:,} of {row['all']:,} records are of that day or later"
    if row[NOT_YET]:
        text += f", {row[NOT_YET]:,} of before it was listed, which is information and no breach"
    if row[UNKNOWN]:
        text += f", {row[UNKNOWN]:,} of before, when it may have been listed or not"
    return text + (f"; {row['undated']:,} without a date." if row["undated"] else ".")


def book_of(
    records: Path,
    links: Path,
    asked: pa.Table,
    listed: pl.DataFrame,
    index: AddressIndex,
    rules: Rulebook,
    goods: GoodsList,
    met: tuple[pl.DataFrame, pl.DataFrame] | None = None,
) -> Book:
    """The book the flags are read from: records, parties, and which of these are listed or at listed places."""
    places = frame_of(index.find(asked))
    return prepare(
        pl.scan_parquet(records),
        pl.scan_parquet(links),
        met=met,
        listings=listed,
        places=places,
        rules=rules,
        goods=goods,
    )


@dataclass(frozen=True, slots=True)
class Flagged:
    """The flags on all parties, written as they were tested; of those not raised only their number is kept.

    Attributes:
        table: Raised and not testable, of `model.FLAGS`.
        counts: For each flag its parties: raised, not raised, not testable.
    """

    table: pa.Table
    counts: dict[str, tuple[int, int, int]]


def flags_of(book: Book, writer: RunWriter) -> Flagged:
    """Test every flag on every party it is about, and write the table of flags."""
    kept, counts = [FLAGS.empty_table()], {}
    for table in flag_tables(book):
        writer.add(flags=table)
        outcomes = table["outcome"].filter(pc.is_null(table["record_id"]))
        numbers = {each["values"]: each["counts"] for each in pc.value_counts(outcomes).to_pylist()}
        if len(table):
            flag = table["flag_id"][0].as_py()
            counts[flag] = tuple(numbers.get(outcome, 0) for outcome in ("raised", "not_raised", "not_testable"))
        kept.append(table.filter(pc.not_equal(table["outcome"], "not_raised")))
    _forget_long(book)
    return Flagged(pa.concat_tables(kept), counts)


def _forget_long(book: Book) -> None:
    """Let go of what is as long as the table, and made anew where it is needed."""
    for what in ("roles", "buyers", "history", "bound for destinations"):
        book.drop(what)


def sections(book: Book, counts: Mapping[str, tuple[int, int, int]]) -> list[Section]:
    """What the Summary says of a file of customs records: what it covers, and which flags could be tested."""
    covered = [(row["what"], row["said"]) for row in coverage(book).to_dicts()]
    _forget_long(book)
    titles = {rule.id: rule.says for rule in book.rules.enabled()}
    rows = [(name.replace("_", " "), *counts[name], titles.get(name, "")) for name in sorted(counts)]
    return [
        Section("Coverage of the records", ("What", "Share"), covered),
        Section("Red flags, by parties", ("Flag", "Raised", "Not raised", "Not testable", "What it is"), rows),
    ]


def alerts_of(book: Book, flags: pa.Table, hits: pa.Table, rows: PartyRows, records: Path) -> FlagAlerts:
    """Alerts on parties for their flags, never below the priority of the party's hits, with their evidence.

    Of each alert `PLACES_SHOWN` records stand as places.
    """
    priorities: dict[str, str] = {}
    for subject, priority, relation in zip(
        *(hits.column(name).to_pylist() for name in ("subject_id", "priority", "relation")), strict=True
    ):
        if relation == "same_party":
            best = min(priorities.get(subject, PRIORITIES[-1]), priority, key=PRIORITIES.index)
            priorities[subject] = best
    table, evidence = party_alerts(
        flags,
        rows.people(),
        pl.scan_parquet(records, parallel="prefiltered"),
        book.rules,
        priorities=priorities,
    )
    frame = frame_of(evidence)
    shown = frame.filter(pl.int_range(pl.len()).over("alert_id") < PLACES_SHOWN)
    told = rows.places_of(shown.select("subject_id", "record_id"), records)
    by_pair: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in told.to_pylist():
        by_pair[row["subject_id"]].append(row)
    ids = dict(zip(*(table.column(name).to_pylist() for name in ("subject_id", "alert_id")), strict=True))
    return FlagAlerts(table, {ids[subject]: found for subject, found in by_pair.items()}, evidence, book.rules)


def flag_rows(book: Book, flags: pa.Table, alerts: pa.Table) -> list[dict[str, Any]]:
    """Rows of the sheet `trade_columns.RED_FLAGS`: the flags of parties with an alert, in the order of the alerts.

    Args:
        book: The book.
        flags: The flags, of `model.FLAGS`.
        alerts: ``alert_id, subject_id, priority``.
    """
    frame = frame_of(flags)
    mine = frame_of(alerts.select(["alert_id", "subject_id", "priority"]))
    mine = mine.with_row_index("place").join(
        book.parties.select("subject_id", "name", "country").unique("subject_id"), on="subject_id", how="left"
    )
    rules = book.rules.flags
    partly = [name for name, rule in rules.items() if rule.kind in WEIGHED_IN_PART]
    on_records = (
        frame.filter((pl.col("outcome") == "raised") & pl.col("record_id").is_not_null())
        .join(mine.select("subject_id"), on="subject_id", how="semi")
        .group_by("subject_id", "flag_id")
        .agg(records=pl.len())
    )
    found = (
        frame.filter(pl.col("record_id").is_null() & pl.col("outcome").is_in(["raised", "not_testable"]))
        .join(mine, on="subject_id")
        .join(on_records, on=["subject_id", "flag_id"], how="left")
        .with_columns(
            heavy=pl.col("flag_id").replace_strict({name: rule.weight for name, rule in rules.items()}, default=0.0),
            raised=pl.col("outcome") == "raised",
        )
        .with_columns(
            heavy=pl.when(pl.col("flag_id").is_in(partly))
            .then(pl.col("heavy") * own_weight().fill_null(1.0))
            .otherwise("heavy")
        )
        .sort("place", "raised", "heavy", "flag_id", descending=[False, True, True, False])
    )
    rows: list[dict[str, Any]] = []
    untested: dict[str, dict[str, Any]] = {}
    for row in found.to_dicts():
        shown = {key: row[key] for key in ("alert_id", "priority", "name", "country", "subject_id")}
        name = row["flag_id"].replace("_", " ")
        if row["raised"]:
            rule = rules[row["flag_id"]]
            rows.append(
                {
                    **shown,
                    **{key: row[key] for key in ("reason", "records")},
                    "figures": figures_text(row["figures"]),
                    "flag": name,
                    "outcome": "raised",
                    "weight": row["heavy"],
                    "source": rule.source,
                    "sar": rule.sar,
                }
            )
            continue
        if row["alert_id"] not in untested:
            untested[row["alert_id"]] = {**shown, "flag": "", "outcome": "not testable", "reason": ""}
            rows.append(untested[row["alert_id"]])
        line = f"{name}: {row['reason'].removeprefix('Not testable: ')}"
        untested[row["alert_id"]]["reason"] += ("\n" if untested[row["alert_id"]]["reason"] else "") + line
    return rows
