"""The firm's own book: which parties named in articles, or standing in customs records, are customers or suppliers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import polars as pl
import pyarrow as pa

from screening.errors import InputError
from screening.intake.mentions import mentioned, names_to_screen
from screening.intake.parties import Batch, PartyReader
from screening.matching import DEFAULT_THRESHOLD, Screener
from screening.matching.addresses import AddressIndex
from screening.model import OWN_MATCHES, PRIORITIES, RELATIONS, SUBJECTS
from screening.reports import trade_columns
from screening.reports.folder import RunWriter
from screening.reports.result import Section
from screening.reports.values import called
from screening.runs.contracts import Stage, Told
from screening.runs.progress import Progress
from screening.trade.amounts import not_converted
from screening.watchlists import Snapshot
from screening.watchlists.draft import Draft

if TYPE_CHECKING:
    from screening.runs.trade_part import TradePart

SPOTTED: Final = 100_000
"""Names that are looked for word by word in articles; each costs half a millisecond to make ready."""
MAPPED: Final = "parties."
"""Before a role in a mapping: it is one of our own party tables, not of the customs records."""
_LIST: Final = "own_parties"
_MOST: Final = 5  # of our parties that one party found may be
_PLACES: Final = 3  # places of a party of ours, or of one found, that a cell shows


class OwnBook:
    """Customers and suppliers as a list to look others up in: by name, identifier and address.

    Args:
        paths: Party tables.
        mapping: As `intake.parties.PartyReader` takes it.

    Raises:
        InputError: The mapping is not understood.
    """

    def __init__(self, paths: Sequence[str | Path], mapping: Iterable[str] = ()) -> None:
        self.reader = PartyReader(paths, mapping)
        self._snapshot: Snapshot | None = None
        self._screener: Screener | None = None
        self._addresses: AddressIndex | None = None
        self._places: dict[str, tuple[str, dict[str, None]]] = {}
        self._found: dict[int, pa.Table] = {}
        self.notes: list[str] = []

    def look(self) -> None:
        """Look whether there is something to read; see `PartyReader.look`."""
        with _mapped_here():
            self.reader.look()

    def _batches(self) -> Iterator[Batch]:
        with _mapped_here():
            yield from self.reader.batches()

    def part(self, trade: TradePart | None = None) -> OwnPart:
        """The part of a run that reads this book and looks parties up in it."""
        return OwnPart(self, trade)

    def read(self, writer: RunWriter, progress: Progress) -> None:
        """Read the tables; rows that cannot be read are among the rejects of the run."""
        progress.stage("reading our own parties", self.reader.expected())
        draft = Draft("our own parties")
        for batch in self._batches():
            writer.add(rejects=batch.rejects)
            for row in batch.subjects.to_pylist():
                self._add(draft, row)
            progress.advance(batch.rows)
        if draft.entries:
            tables, _ = draft.finish()
            self._snapshot = Snapshot(
                list_id=_LIST, snapshot_id=_LIST, list_date=None, sha256="", publisher="", format="party table",
                evidence="", **tables,
            )  # fmt: skip

    def _add(self, draft: Draft, row: Mapping[str, Any]) -> None:
        key = row["subject_id"]
        entry = draft.entries.get(key) or draft.entry(key, schema=row["schema"])
        if row["name"] not in {each[0] for each in entry.names}:
            entry.add_name(row["name"], "alias" if entry.names else "primary")
        countries: list[str] = row["country"] or []
        entry.add("countries", *countries)
        for each in row["identifiers"] or ():
            entry.add_identifier(each["type"], each["number"], each["country"])
        if row["address"]:
            entry.add_address(whole=row["address"], country=countries[0] if len(countries) == 1 else None)
        place = f"{row['source']}, {row['place']}"
        self._places.setdefault(key, (row["role"] or "", {}))[1][place] = None

    def names(self) -> Snapshot | None:
        """The parties as a list, to be looked for in articles; None where there are none.

        None too where there are more names than `SPOTTED`, which would take minutes; a note says so. Whom the rules
        find in the articles is looked for in the book all the same.
        """
        if self._snapshot is not None and len(self._snapshot.names) > SPOTTED:
            self.notes.append(
                f"the {len(self._snapshot.names):,} names of our own parties were not looked for word by word in the "
                "articles: who is found there by the form of the name is looked up among them"
            )
            return None
        return self._snapshot

    def found(self, subjects: pa.Table, threshold: float = DEFAULT_THRESHOLD) -> pa.Table:
        """Which subjects are in the book, of schema `model.OWN_MATCHES`; by address only where no name says it.

        Args:
            subjects: Of schema `model.SUBJECTS`; looked up once, however often it is asked for.
            threshold: Score from which names are the same party.
        """
        if id(subjects) not in self._found:
            self._found[id(subjects)] = self._look_up(subjects, threshold)
        return self._found[id(subjects)]

    def _look_up(self, subjects: pa.Table, threshold: float) -> pa.Table:
        if self._snapshot is None or not len(subjects):
            return OWN_MATCHES.empty_table()
        self._screener = self._screener or Screener([self._snapshot], threshold=threshold)
        self._addresses = self._addresses or AddressIndex([self._snapshot])
        rows: dict[tuple[str, str], dict[str, Any]] = {}
        for hit in self._screener.screen(subjects, limit=_MOST).drop_columns(["parts"]).to_pylist():
            key = (hit["subject_id"], hit["entry_id"])
            if key in rows and _rank(rows[key]) <= _rank(hit):
                continue
            rows[key] = {
                **{name: hit[name] for name in ("subject_id", "relation", "matched_on", "score", "explanation")},
                "name": hit["subject_name"],
                "own_id": hit["entry_id"],
                "own_name": hit["entry_name"],
                "own_other_name": hit["matched_name"] if hit["matched_name"] != hit["entry_name"] else None,
            }
        names = dict(zip(*(subjects.column(key).to_pylist() for key in ("subject_id", "name")), strict=True))
        for place in self._addresses.find(subjects).to_pylist():
            if place["grade"] != "same_place":
                continue
            rows.setdefault(
                (place["subject_id"], place["entry_id"]),
                {
                    "subject_id": place["subject_id"],
                    "name": names[place["subject_id"]],
                    "own_id": place["entry_id"],
                    "own_name": place["entry_name"],
                    "relation": "same_address",
                    "matched_on": "address",
                    "score": None,
                    "explanation": f"{place['explanation']}: {place['address']} = {place['listed_address']}",
                },
            )
        ordered = sorted(rows.values(), key=lambda row: (row["subject_id"], _rank(row), row["own_id"]))
        for row in ordered:
            role, places = self._places[row["own_id"]]
            row["own_role"], row["own_place"] = role, _some(list(places))
        return pa.Table.from_pylist(ordered, schema=OWN_MATCHES)


@contextmanager
def _mapped_here() -> Iterator[None]:
    """Errors say how columns of our own book are named: beside customs records ``--map`` alone is about these."""
    try:
        yield
    except InputError as error:
        what, remedy = (text.replace("--map ", f"--map {MAPPED}") for text in (error.what, error.remedy))
        raise InputError(what, where=error.where, remedy=remedy) from error


class OwnPart:
    """Looks up in the firm's own book who was named in articles, and who stands in customs records.

    Args:
        book: The book.
        trade: The customs records of the run, if there are any; its turn comes before.
    """

    def __init__(self, book: OwnBook, trade: TradePart | None = None) -> None:
        self._book, self._trade = book, trade
        self._named: list[pa.Table] = []

    def prepare(self, writer: RunWriter, progress: Progress) -> None:
        """Read the book."""
        self._book.read(writer, progress)

    def see(self, subjects: pa.Table, hits: pa.Table, snapshots: Sequence[Snapshot]) -> None:
        """Keep whom articles name."""
        self._named.append(mentioned(subjects))

    def work(self, stage: Stage) -> Told:
        """Look everybody up, and say what they do in the articles and records."""
        stage.progress.stage("looking for our own parties")
        threshold = stage.settings.threshold
        mentions = pa.concat_tables(self._named) if self._named else SUBJECTS.empty_table()
        named = names_to_screen(mentions) if len(mentions) else mentions
        found = [self._book.found(named, threshold)]
        found_in = {"named": _stories(mentions)}
        beside: dict[str, str] = {}
        if self._trade is not None:
            found.append(self._book.found(self._trade.asked(), threshold))
            ids = found[-1].column("subject_id").unique().to_pylist()
            beside = _in_trade(ids, self._trade.read.records.path, self._trade.read.links.path)
        table = pa.concat_tables(found)
        stage.writer.table("own_parties", table)
        priorities = self._priorities(stage.hits)
        rows = []
        for row in table.to_pylist():
            subject = row["subject_id"]
            story = found_in["named"].get(subject)
            rows.append(
                {
                    **row,
                    "own_name": called(row["own_name"], row["own_other_name"] or row["own_name"]),
                    "relation": row["relation"].replace("_", " "),
                    "priority": priorities.get(subject, ""),
                    "found_in": story or "customs records",
                    "beside": beside.get(subject, "") if story is None else "",
                    "why": row["explanation"],
                }
            )
        rows.sort(key=_order)
        counted = [
            (what, len({row["own_id"] for row in rows if wanted(row)}))
            for what, wanted in (
                ("by name or identifier", lambda row: row["relation"] == "same party"),
                ("perhaps affiliated, by name", lambda row: row["relation"] == "possible affiliate"),
                ("at the same address", lambda row: row["relation"] == "same address"),
            )
        ]
        return Told(
            inputs=self._book.reader.inputs,
            notes=list(dict.fromkeys([*self._book.reader.notes, *self._book.notes])),
            sections=[Section("Our own parties among those found", ("How", "Parties"), counted)],
            sheets=[(trade_columns.OWN, rows)] if rows else [],
        )

    def _priorities(self, hits: pa.Table) -> dict[str, str]:
        """The highest priority of each subject's alerts."""
        best: dict[str, str] = {}
        tables = [hits] if self._trade is None or self._trade.alerts is None else [hits, self._trade.alerts.alerts]
        for table in tables:
            for subject, priority in zip(
                *(table.column(key).to_pylist() for key in ("subject_id", "priority")), strict=True
            ):
                best[subject] = min(best.get(subject, priority), priority, key=PRIORITIES.index)
        return best


def _order(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """The same parties first, then those at the same address, then perhaps affiliates; the gravest alerts first."""
    sure = ("same party", "same address", "possible affiliate").index(row["relation"])
    priority = PRIORITIES.index(row["priority"]) if row["priority"] else len(PRIORITIES)
    return sure, priority, -(row["score"] or 0.0), row["own_name"], row["subject_id"]


def _rank(row: Mapping[str, Any]) -> tuple[int, float]:
    """The surest first: the same party, by number before by name, then affiliates, then addresses."""
    relations = [*RELATIONS, "same_address"]
    by_number = row["matched_on"] == "identifier"
    return relations.index(row["relation"]), -2.0 if by_number else -(row["score"] or 0.0)


def _some(places: Sequence[str]) -> str:
    more = f"\n(+{len(places) - _PLACES:,} more)" if len(places) > _PLACES else ""
    return "\n".join(places[:_PLACES]) + more


def _stories(named: pa.Table) -> dict[str, str]:
    """Where each subject was named, in words."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    wanted = ("subject_id", "source", "place", "title", "date")
    for row in named.select(list(wanted)).to_pylist():
        day: date | None = row["date"]
        found[row["subject_id"]][f"{row['title'] or row['place']}{f', {day}' if day else ''} ({row['source']})"] = None
    return {subject: _some(list(places)) for subject, places in found.items()}


def _in_trade(ids: Sequence[str], records: Path, links: Path) -> dict[str, str]:
    """What parties do in the records: as whom, on how many, for how much, and with whom most."""
    mine = (
        pl.scan_parquet(links).filter(pl.col("subject_id").is_in(list(ids))).select("subject_id", "record_id", "role")
    )
    worth = (
        pl.scan_parquet(records)
        .filter(pl.col("status").is_null())
        .select("record_id", "value", "currency", "value_usd", "date", "hs_code")
    )
    keys = ["subject_id", "role"]
    rows = mine.unique().join(worth, on="record_id").collect(engine="streaming")
    sums = (
        rows.group_by(keys)
        .agg(
            pl.len().alias("records"),
            pl.col("value_usd").sum().alias("usd"),
            pl.col("date").min().alias("first"),
            pl.col("date").max().alias("last"),
            pl.col("hs_code").str.slice(0, 6).drop_nulls().unique().sort().head(_PLACES).str.join(", ").alias("goods"),
        )
        .join(not_converted(rows, keys), on=keys, how="left")
        .sort("subject_id", "records", "role", descending=[False, True, False])
    )
    said: dict[str, list[str]] = defaultdict(list)
    for row in sums.to_dicts():
        text = f"{row['role'].replace('_', ' ')} on {row['records']:,} record{'s' * (row['records'] != 1)}"
        text += f", USD {row['usd']:,.0f}" if row["usd"] else ""
        text += f", not converted: {row['not_converted']}" if row["not_converted"] else ""
        text += f", HS {row['goods']}" if row["goods"] else ""
        text += f", {row['first']} to {row['last']}" if row["first"] else ""
        said[row["subject_id"]].append(text)
    return {subject: "\n".join(lines) for subject, lines in said.items()}
