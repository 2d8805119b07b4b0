"""Customs records through the pipeline: records and parties streamed to the run folder, each party screened once.

A million rows with forty thousand parties cost forty thousand look-ups: what is screened is the book of parties,
and hits are joined back to the records they stand on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import polars as pl
import pyarrow as pa

from screening.alerts import rate
from screening.intake.customs import CustomsReader
from screening.intake.customs_folds import Folds, applied
from screening.intake.rates import Rates
from screening.matching import Screener
from screening.model import HITS, RECORD_PARTIES, RECORDS, SUBJECTS
from screening.reports.columns import RED_FLAGS
from screening.reports.folder import RunWriter
from screening.reports.result import RunFacts, new_run_id
from screening.reports.tables import Streamed
from screening.runs import lists as run_lists
from screening.runs.memory import forget
from screening.runs.pipeline import (
    DEFAULT_OUT,
    Options,
    Progress,
    Run,
    Silent,
    as_of_setting,
    best_hits,
    written_manifest,
)
from screening.runs.settings import Settings, combined
from screening.runs.trade_flags import book_of, flags_of, listed_then, reviewed, sections, since_when
from screening.runs.trade_parties import PartyRows
from screening.watchlists import Snapshot

SCREENED_AT_ONCE: Final = 5_000
_EXAMPLES: Final = 3
PLACES_KEPT: Final = 1_000
"""Records of one listed party that subjects.parquet has as its places; record_parties.parquet has all."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What reading gave: the two tables in the run folder, and the parties."""

    records: Streamed
    links: Streamed
    rows: PartyRows


def trade(
    paths: str | Path | Sequence[str | Path],
    *,
    lists: Any = None,
    mapping: Iterable[str] = (),
    rates: str | Path | None = None,
    out: str | Path = DEFAULT_OUT,
    threshold: float | None = None,
    why: str = "",
    settings: Any = None,
    as_of: date | None = None,
    data_dir: str | Path | None = None,
    limit: int | None = None,
    max_age: int | None = None,
    progress: Progress | None = None,
) -> Run:
    """Screen customs records: delimited text, workbooks, Parquet, JSON Lines, ``-``.

    Args:
        paths: Files, or ``-`` for standard input.
        lists: As for `articles`, as is everything not named here.
        mapping: What the headings do not say: ``importer=COLUMN``, ``hs_code=COLUMN``, ``currency==EUR``.
        rates: A table of rates: date, currency, US dollars for one unit. Beside it the package
            CurrencyConverter is asked, where it is installed; no rate is known from memory.

    Returns:
        The run, as for `articles`; its folder holds ``records.parquet`` (`model.RECORDS`) and
        ``record_parties.parquet`` (`model.RECORD_PARTIES`) as well. ``subjects.parquet`` has each party once, at
        its first record, and the records of a party with a hit, up to `PLACES_KEPT`.

    Raises:
        ListError: A list is missing, unusable or too old; nothing was screened.
        ScreeningError: Input, settings or output folder cannot be used; nothing is left half-written.
    """
    mapping = list(mapping)
    options = Options(
        lists=lists, out=out, threshold=threshold, why=why, settings=settings, as_of=as_of, data_dir=data_dir,
        limit=limit, max_age=max_age, progress=progress,
        extra={"map": mapping, "rates": None if rates is None else str(rates)},
    )  # fmt: skip
    files = [paths] if isinstance(paths, str | Path) else list(paths)
    return _execute(CustomsReader(files, mapping, Rates(rates)), options)


def columns_of(paths: Sequence[str | Path], mapping: Iterable[str] = ()) -> list[dict[str, Any]]:
    """What the columns of customs tables are taken for, without screening them.

    Returns:
        For each table ``where``, ``header_row``, ``notes`` and ``columns``: each with its heading (``column``),
        ``role``, ``how`` it was told (heading, content, --map) and ``examples`` of its values.

    Raises:
        InputError: A file cannot be read or holds no customs table, or the mapping is wrong.
    """
    shown = []
    for name, table, header, layout, rows in CustomsReader(paths, mapping).shown():
        told = {each.index: (role, each.how) for role, found in layout.columns.items() for each in found}
        columns = [
            {
                "column": heading,
                "role": told.get(index, ("", ""))[0],
                "how": told.get(index, ("", "not used"))[1],
                "examples": list(dict.fromkeys(row[index] for row in rows if row[index]))[:_EXAMPLES],
            }
            for index, heading in enumerate(header.cells)
        ]
        columns += [
            {"column": f"={each.constant}", "role": role, "how": each.how, "examples": []}
            for role, found in layout.columns.items()
            for each in found
            if each.constant is not None
        ]
        where = f"{name}, sheet {table.sheet}" if table.sheet else name
        shown.append({"where": where, "header_row": header.number, "columns": columns, "notes": layout.notes})
    return shown


def _execute(reader: CustomsReader, options: Options) -> Run:
    started = datetime.now(UTC)
    progress = options.progress or Silent()
    settings = combined(
        options.settings,
        threshold=options.threshold,
        why=options.why,
        limit=options.limit,
        max_age=options.max_age,
    )
    lists = run_lists.resolve(
        options.lists,
        as_of=options.as_of,
        max_age=settings.max_age,
        folder=options.data_dir,
        tell=progress.stage,
    )
    with RunWriter(options.out, new_run_id("trade", started)) as writer:
        read = _read(reader, writer, progress)
        notes = _notes(reader, read)
        progress.stage(f"preparing {sum(len(each) for each in lists.snapshots):,} entries")
        screener = Screener(lists.snapshots, threshold=settings.threshold)
        hits, listed = _screened(read, screener, lists.snapshots, settings, progress)
        since = since_when(hits, lists.snapshots, options.data_dir)
        hits = listed_then(hits, since, read.links.path, read.records.path)
        writer.add(hits=hits)
        for table in read.rows.subjects(listed):
            writer.add(subjects=table)
        progress.stage("testing red flags")
        book = book_of(read.records.path, read.links.path, read.rows.asked(), since, lists.snapshots)
        flags = flags_of(book)
        writer.add(flags=flags)
        facts = RunFacts(
            run_id=writer.path.name,
            command="trade",
            started=started,
            snapshots=lists.snapshots,
            inputs=reader.inputs,
            settings=settings.record()
            | as_of_setting(options)
            | options.extra
            | {"columns": reader.mappings, "rates_from": reader.rates.sources},
            reasons=settings.recorded_reasons(),
            notes=[*lists.notes, *settings.notes(), *notes],
            sections=sections(book, flags),
            sheets=[(RED_FLAGS, reviewed(book, flags, read.records.path, read.links.path))],
        )
        path = writer.finish(facts, progress=progress.stage)
    alerts = len(set(hits.column("alert_id").to_pylist()))
    return Run(path, written_manifest(path, alerts), lists.quarantined)


def _read(reader: CustomsReader, writer: RunWriter, progress: Progress) -> _Read:
    """Read the files through; afterwards take back what would be added up twice."""
    records = writer.stream("records", RECORDS)
    links = writer.stream("record_parties", RECORD_PARTIES)
    rows, folds = PartyRows(reader.book), Folds()
    progress.stage("reading customs records", reader.expected())
    for batch in reader.batches():
        folds.add(batch.records)
        records.add(batch.records.select(RECORDS.names).to_arrow())
        links.add(rows.add(batch))
        writer.add(rejects=batch.rejects)
        progress.advance(batch.rows)
    forget()
    updates = folds.updates()
    records.close()
    links.close()
    if updates.height:
        progress.stage(f"folding {updates.height:,} rows that count only once")
        records.rewrite(lambda table, first: applied(_frame(table), first, updates).to_arrow())
        reader.mended.update(dict(updates["new_status"].drop_nulls().value_counts().iter_rows()))
        totals = updates.filter(pl.col("note").str.starts_with("header total,")).height
        reader.mended.update({"header total": totals} if totals else {})
    return _Read(records, links, rows)


def _frame(table: pa.Table) -> pl.DataFrame:
    frame = pl.from_arrow(table)
    assert isinstance(frame, pl.DataFrame)  # noqa: S101
    return frame


def _screened(
    read: _Read, screener: Screener, snapshots: Sequence[Snapshot], settings: Settings, progress: Progress
) -> tuple[pa.Table, pa.Table]:
    """The rated hits, and the places of the parties they are of."""
    asked = read.rows.asked()
    progress.stage("screening parties", len(asked))
    found = []
    for first in range(0, len(asked), SCREENED_AT_ONCE):
        some = asked.slice(first, SCREENED_AT_ONCE)
        matches = screener.screen(some, limit=settings.limit)
        if len(matches):
            found.append(matches)
        progress.advance(len(some))
        forget()
    if not found:
        return HITS.empty_table(), SUBJECTS.empty_table()
    matches = pa.concat_tables(found)
    ids = sorted(set(matches.column("subject_id").to_pylist()))
    progress.stage(f"finding the records of {len(ids):,} parties")
    places = read.rows.places(ids, read.records.path, read.links.path, PLACES_KEPT)
    return best_hits(rate(matches, places, snapshots, settings.rating())), places


def _notes(reader: CustomsReader, read: _Read) -> list[str]:
    notes = list(dict.fromkeys(reader.notes))
    for status, what in (
        ("cancelled", "of cancelled declarations"),
        ("amended", "replaced by a later version"),
        ("repeated", "repeated"),
        ("header total", "with a header total that is counted on the first line only"),
    ):
        if reader.mended[status]:
            notes.append(f"{reader.mended[status]:,} rows {what}: kept, not added up")
    notes += unconverted(read.records.path)
    return notes


def unconverted(records: Path) -> list[str]:
    """What money has no rate into dollars, by currency, with its share of the rows that state a value."""
    stated = pl.scan_parquet(records).filter(pl.col("status").is_null() & pl.col("value").is_not_null())
    table = (
        stated.group_by(pl.col("currency").fill_null("not stated"))
        .agg(
            pl.len().alias("rows"),
            pl.col("value_usd").is_null().sum().alias("without"),
            pl.col("value").filter(pl.col("value_usd").is_null()).sum().alias("amount"),
        )
        .sort("currency")
        .collect(engine="streaming")
    )
    total = int(table["rows"].sum())
    return [
        f"{without:,} of {total:,} rows with a value ({without / total:.1%}) are in currency {code} without a rate "
        f"into USD, {amount:,.0f} in all: not converted; give rates with --rates"
        for code, _, without, amount in table.iter_rows()
        if without
    ]
