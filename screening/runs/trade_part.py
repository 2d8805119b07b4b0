"""Customs records as a part of a run: streamed to its folder, each party screened once, flags, alerts, goods followed.

A million rows with forty thousand parties cost forty thousand look-ups: what is screened is the book of parties,
and hits are joined back to the records they stand on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from screening.alerts import rate
from screening.frames import frame_of
from screening.garbage import FEWEST, no_collecting
from screening.intake.base import rejects_table
from screening.intake.customs import CustomsReader
from screening.intake.customs_folds import Folds, applied
from screening.intake.mentions import mentioned
from screening.model import HITS, PRIORITIES, RECORD_PARTIES, RECORDS, SUBJECTS
from screening.reports import trade_columns
from screening.reports.folder import RunWriter
from screening.reports.result import FlagAlerts
from screening.reports.tables import Streamed
from screening.runs.contracts import Stage, Told
from screening.runs.forgetting import forget
from screening.runs.keeping import Beside
from screening.runs.listed_places import address_index
from screening.runs.merging import best_hits, left_out, within_limit
from screening.runs.own_book import SPOTTED, OwnBook
from screening.runs.progress import Progress
from screening.runs.trade_direct import flagged_without_alert, in_words, parties_of, rows_without_alert, straight
from screening.runs.trade_flags import alerts_of, book_of, flag_rows, flags_of, listed_then, sections, since_when
from screening.runs.trade_follow import Followed, Following
from screening.runs.trade_named import Named
from screening.runs.trade_parties import CODED, PartyRows
from screening.runs.trade_unconverted import unconverted
from screening.trade import Book, GoodsList, leaders, load
from screening.watchlists import Snapshot

TRADE_PARTIES: Final = "trade_parties"
"""Stands for the list where parties of customs records are looked for in articles."""
_AFFILIATE: Final = "possible_affiliate"
_LISTED, _PERHAPS, _FLAGGED = "listed", "listed? (affiliate)", "red flags: "
SCREENED_AT_ONCE: Final = 20_000
"""Names matched together: each time processes are started, which copy what they touch of this one's memory."""
PLACES_KEPT: Final = 1_000
"""Records of one listed party that subjects.parquet has as its places; record_parties.parquet has all."""


@dataclass(frozen=True, slots=True)
class Read:
    """What reading gave: the two tables in the run folder, and the parties."""

    records: Streamed
    links: Streamed
    rows: PartyRows


class TradePart:
    """Customs records: their parties, goods, red flags, and the goods of parties named.

    Args:
        reader: Reads the files.
        follow: Names, or identifying numbers, of parties whose goods are followed.
        own: The firm's own parties, which are marked where they stand in the trade.
        goods: Goods lists of the user's, beside those the rules name.
        flag_rules: A file of the user's that replaces single values of ``lists/rules/red_flags.toml``.

    Raises:
        SettingsError: A goods list or the rules cannot be used.
    """

    def __init__(
        self,
        reader: CustomsReader,
        follow: Sequence[str] = (),
        own: OwnBook | None = None,
        *,
        goods: Sequence[str | Path] = (),
        flag_rules: str | Path | None = None,
    ) -> None:
        self._reader, self._follow, self._own = reader, list(follow), own
        self._rules = load(None if flag_rules is None else Path(flag_rules))
        self._goods = GoodsList.read(self._rules.goods["lists"], [Path(each) for each in goods])
        self._read: Read | None = None
        self._named: list[pa.Table] = []
        self._notes: list[str] = []
        self._asked: pa.Table | None = None
        self.alerts: FlagAlerts | None = None

    def prepare(self, writer: RunWriter, progress: Progress) -> None:
        """Read the files through into the run folder."""
        with no_collecting(self._reader.expected() or FEWEST):
            self._read = _read(self._reader, writer, progress)

    def see(self, subjects: pa.Table, hits: pa.Table, snapshots: Sequence[Snapshot]) -> None:
        """Keep whom articles name: their goods are followed."""
        self._named.append(mentioned(subjects))

    @property
    def read(self) -> Read:
        """What was read."""
        assert self._read is not None, "prepare() comes first"  # noqa: S101
        return self._read

    def asked(self) -> pa.Table:
        """Each party under each of its names, once; of schema `model.SUBJECTS`."""
        if self._asked is None:
            self._asked = self.read.rows.asked()
        return self._asked

    def names(self) -> pa.Table | None:
        """The names of the parties, to be looked for in articles: ``entry_id, name, schema, list_id``.

        None where there are more than `SPOTTED`, which would take minutes; a note says so. Whom the rules find in the
        articles is looked for among the parties all the same.
        """
        if len(self.asked()) > SPOTTED:
            self._notes.append(
                f"the {len(self.asked()):,} names of the customs records were not looked for word by word in the "
                "articles: who is found there by the form of the name is followed"
            )
            return None
        asked = self.asked().select(["subject_id", "name", "schema"]).rename_columns(["entry_id", "name", "schema"])
        # one entry has one schema; a party's names may tell it differently
        schemas = pa.array(["LegalEntity"] * len(asked), pa.string())
        return asked.set_column(2, "schema", schemas).append_column(
            "list_id", pa.array([TRADE_PARTIES] * len(asked), pa.string())
        )

    def work(self, stage: Stage) -> Told:
        """Screen the parties, test the flags, follow the goods."""
        with no_collecting(len(self.asked())):
            return self._worked(stage)

    def _worked(self, stage: Stage) -> Told:
        read, asked = self.read, self.asked()
        records, links = read.records.path, read.links.path
        notes = _notes(self._reader)
        named = Named(asked, stage.settings.threshold, self._follow, self._named)
        rated, listed = _screened(read, asked, stage, named.beside)
        named.begin()
        hits = within_limit(rated, stage.settings.limit)
        notes += left_out(rated, hits, stage.settings.limit)
        since = since_when(hits, stage.snapshots, stage.data_dir)
        hits = listed_then(hits, since, links, records)
        for table in read.rows.subjects(listed):
            stage.writer.add(subjects=table)
        stage.progress.stage("testing red flags")
        met = (read.rows.people(), read.rows.roles())
        index = address_index(stage.snapshots, stage.data_dir)
        book = book_of(records, links, asked, since, index, self._rules, self._goods, met)
        del met, index
        notes += unconverted(book)
        flags = flags_of(book, stage.writer)
        forget()
        self.alerts = alerts_of(book, flags.table, hits, read.rows, records)
        forget()
        marks = self._marks(hits, asked, book)
        led = leaders(book)
        stage.writer.table("leaders", led.to_arrow())
        followed, missing = Followed(), list[str]()
        if named.any:
            because, missing = named.found()
            followed = Following(book, because, records, read.rows).told(stage.writer, stage.progress, marks)
        assert self.alerts.records is not None  # noqa: S101
        direct = straight(flags.table, self.alerts.records, records, self._rules)
        alone = [
            *parties_of(direct, self.alerts.alerts),
            *flagged_without_alert(flags.table, self.alerts.alerts, self._rules),
        ]
        sheets = [
            (trade_columns.RED_FLAGS, [
                *flag_rows(book, flags.table, self.alerts.alerts),
                *rows_without_alert(book, flags.table, list(dict.fromkeys(alone))),
            ]),
            (trade_columns.LEADERS, [{**row, "listed": _listed(marks, row["subject_id"])} for row in led.to_dicts()]),
            *followed.sheets,
        ]  # fmt: skip
        return Told(
            hits=hits,
            inputs=self._reader.inputs,
            notes=[*notes, *self._notes, *missing],
            findings=in_words(direct, self._rules),
            settings={"columns": self._reader.mappings, "rates_from": self._reader.rates.sources},
            sections=[*sections(book, flags.counts), *followed.sections],
            sheets=[(sheet, rows) for sheet, rows in sheets if rows],
            pictures=followed.pictures,
            flag_alerts=self.alerts,
        )

    def _marks(self, hits: pa.Table, asked: pa.Table, book: Book) -> dict[str, str]:
        """How parties are marked in pictures and tables, by subject_id: by what is known of any party of the firm."""
        marks: dict[str, set[str]] = {}
        strong = set(self._rules.flags["listed_party"].settings["strengths"])
        for subject, relation, strength in zip(
            *(hits.column(name).to_pylist() for name in ("subject_id", "relation", "match_strength")), strict=True
        ):
            if relation == _AFFILIATE:
                marks.setdefault(subject, set()).add(_PERHAPS)
            elif strength in strong:  # names that match less well are left to the review of names
                marks.setdefault(subject, set()).add(_LISTED)
        if self._own is not None:
            found = self._own.found(asked)
            sure = found.filter(pc.not_equal(found["relation"], _AFFILIATE))
            for subject in sure.column("subject_id").to_pylist():
                marks.setdefault(subject, set()).add("our own")
        if self.alerts is not None:
            for subject, priority in zip(
                *(self.alerts.alerts.column(name).to_pylist() for name in ("subject_id", "priority")), strict=True
            ):
                marks.setdefault(subject, set()).add(f"{_FLAGGED}{priority}")
        return {subject: _gravest(each) for subject, each in _of_firms(marks, book).items()}


def _of_firms(marks: Mapping[str, set[str]], book: Book) -> dict[str, set[str]]:
    """The marks of parties, given to all parties of their firms: sheets show a firm under one of them."""
    members = book.parties.select("subject_id", firm=book.firm_of())
    mine = members.filter(pl.col("subject_id").is_in(list(marks)))
    of_firm: dict[int, set[str]] = {}
    for subject, firm in mine.iter_rows():
        of_firm.setdefault(firm, set()).update(marks[subject])
    spread: dict[str, set[str]] = {}
    for subject, firm in members.filter(pl.col("firm").is_in(list(of_firm))).iter_rows():
        spread.setdefault(subject, set()).update(of_firm[firm])
    return spread


def _gravest(marks: set[str]) -> str:
    """Marks in words: of those that say the same more or less gravely, the gravest."""
    flagged = [f"{_FLAGGED}{priority}" for priority in PRIORITIES if f"{_FLAGGED}{priority}" in marks]
    left = marks - set(flagged[1:]) - ({_PERHAPS} if _LISTED in marks else set())
    return ", ".join(sorted(left))


def _listed(marks: Mapping[str, str], subject: str) -> str:
    return next((mark for mark in marks.get(subject, "").split(", ") if mark in (_LISTED, _PERHAPS)), "")


def _read(reader: CustomsReader, writer: RunWriter, progress: Progress) -> Read:
    """Read the files through; afterwards take back what would be added up twice."""
    records = writer.stream("records", RECORDS)
    links = writer.stream("record_parties", RECORD_PARTIES, coded=CODED)
    rows, folds = PartyRows(reader.book), Folds()
    progress.stage("reading customs records", reader.expected())
    for batch in reader.batches():  # not ahead: the book of parties must hold no party of a later batch yet
        folds.add(batch.records)
        records.add(batch.records.select(RECORDS.names).to_arrow())
        links.add(rows.add(batch))
        writer.add(rejects=batch.rejects)
        progress.advance(batch.rows)
    writer.add(rejects=rejects_table(reader.refused))
    reader.book.forget()
    forget()
    updates = folds.updates()
    records.close()
    links.close()
    if updates.height:
        progress.stage(f"folding {updates.height:,} rows that count only once")
        records.rewrite(lambda table, first: applied(frame_of(table), first, updates).to_arrow())
        reader.mended.update(dict(updates["new_status"].drop_nulls().value_counts().iter_rows()))
        totals = updates.filter(pl.col("note").str.starts_with("header total,")).height
        reader.mended.update({"header total": totals} if totals else {})
    return Read(records, links, rows)


def _screened(read: Read, asked: pa.Table, stage: Stage, beside: Beside | None) -> tuple[pa.Table, pa.Table]:
    """The rated hits, and the places of the parties they are of."""
    stage.progress.stage("screening parties", len(asked))
    found = []
    pieces = (asked.slice(first, SCREENED_AT_ONCE) for first in range(0, len(asked), SCREENED_AT_ONCE))
    for some, matches in stage.keeper.over(((piece, piece) for piece in pieces), beside):
        if len(matches):
            found.append(matches)
        stage.progress.advance(len(some))
        forget()
    if not found:
        return HITS.empty_table(), SUBJECTS.empty_table()
    matches = pa.concat_tables(found)
    ids = sorted(set(matches.column("subject_id").to_pylist()))
    stage.progress.stage(f"finding the records of {len(ids):,} parties")
    places = read.rows.places(ids, read.records.path, read.links.path, PLACES_KEPT)
    return best_hits(rate(matches, places, stage.snapshots, stage.settings.rating(), stage.companions)), places


def _notes(reader: CustomsReader) -> list[str]:
    notes = list(dict.fromkeys(reader.notes))
    for status, what in (
        ("cancelled", "of cancelled declarations"),
        ("amended", "replaced by a later version"),
        ("repeated", "repeated"),
        ("header total", "with a header total that is counted on the first line only"),
    ):
        if reader.mended[status]:
            notes.append(f"{reader.mended[status]:,} rows {what}: kept, not added up")
    return notes
