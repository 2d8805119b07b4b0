"""Trade statistics beside a run: what they say of the countries and goods of its records and stories, as context."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from screening.frames import frame_of
from screening.intake.base import InputFile
from screening.intake.rates import Rates
from screening.intake.statistics import StatisticsReader
from screening.model import REJECTS
from screening.reports.columns import Column, Sheet
from screening.reports.flow_columns import FLOWS, SERIES
from screening.reports.folder import RunWriter
from screening.reports.result import Section
from screening.runs.contracts import Part, Stage, Told
from screening.runs.flow_rows import sheets_of
from screening.runs.flow_run import write_tables
from screening.runs.progress import Progress
from screening.trade.flows import words
from screening.trade.flows.lookup import FlowBook, countries_in, goods_in, stored
from screening.watchlists import Snapshot

CONTEXT: Final = Sheet(
    "Flows as context",
    [
        Column("hub_name", "Country", 16),
        Column("what", "Good", 40, wrap=True),
        Column("verdict", "What the statistics say", 24, wrap=True),
        Column("certainty", "Certainty", 10, "level"),
        Column("words", "In words", 90, wrap=True),
        Column("records", "Records", 9, "number"),
        Column("stories", "Stories", 9, "number"),
        Column("where", "Where: first places", 60, wrap=True),
        Column("source", "Files", 36),
    ],
    frozen=2,
)
"""Countries and goods of the run's records and stories with the verdict on their flow: context, and no flag."""
_PLACES_SHOWN: Final = 5
_PLACES: Final = ("destination", "dispatch", "origin", "trading_country")


class FlowPart(Part):
    """Looks the countries and goods of records and stories up in trade statistics.

    Args:
        paths: Files of trade statistics, or the folder or table of verdicts of an earlier run over them.
        mapping: As `runs.flows` takes it.
        rates: As `runs.flows` takes it.
        stories: Gives the stories of the run, where there are any.
        goods: Goods lists of one's own, for statistics that are measured here.
        whole: Whether the measures themselves go into the run folder and the workbook too, as `runs.flows` has them.
    """

    def __init__(
        self,
        paths: Sequence[str | Path],
        mapping: Iterable[str] = (),
        rates: str | Path | None = None,
        stories: Callable[[], Sequence[Any]] | None = None,
        *,
        goods: Sequence[str | Path] = (),
        whole: bool = False,
    ) -> None:
        self._stored = [each for each in map(stored, paths) if each is not None]
        rest = [path for path in paths if stored(path) is None]
        self._reader = StatisticsReader(rest, mapping) if rest else None
        self._rates, self._goods, self._stories = rates, [Path(each) for each in goods], stories
        self._inputs: list[InputFile] = []
        self._notes: list[str] = []
        self._book = FlowBook(pl.DataFrame())
        self._sections: list[Section] = []
        self._whole, self._sheets = whole, list[tuple[Sheet, Sequence[Mapping[str, Any]]]]()

    def prepare(self, writer: RunWriter, progress: Progress) -> None:
        """Read the verdicts, or the statistics, which are measured then."""
        from screening.trade.flows.analysis import analyse

        found = [frame_of(pq.read_table(path)) for path in self._stored]
        if self._reader is not None:
            progress.stage("reading trade statistics", self._reader.expected())
            read = self._reader.read()
            progress.stage(f"measuring {read.rows.height:,} figures")
            analysis = analyse(read.rows, own_goods=self._goods, rates=Rates(self._rates))
            found.append(analysis.verdicts)
            self._inputs, self._notes = read.inputs, [*read.notes, *analysis.notes]
            if self._whole:
                write_tables(writer, analysis, read.rejects)
                shown, _ = sheets_of(analysis)
                self._sheets = [(FLOWS, shown.flows), (SERIES, shown.series)]
                self._sections = [_section(shown.words)]
            else:
                for each in (read.rejects, analysis.rejects):
                    if each.height:
                        writer.add(rejects=each.to_arrow().cast(REJECTS))
        self._book = FlowBook(pl.concat(found, how="diagonal_relaxed"))

    def see(self, subjects: pa.Table, hits: pa.Table, snapshots: Sequence[Snapshot]) -> None:
        """Nothing: what is looked up stands in the records and in the text of the stories."""

    def work(self, stage: Stage) -> Told:
        """Put verdicts beside records and stories; ``record_flows`` has one row for each record and country."""
        seen: dict[tuple[str, str, str], dict[str, Any]] = {}
        records = stage.writer.folder / "records.parquet"
        if records.exists():
            stage.progress.stage("looking records up in trade statistics")
            self._records(records, stage.writer, seen)
        for story in self._stories() if self._stories is not None else ():
            self._story(story, seen)
        rows = sorted(seen.values(), key=lambda row: (-row["score"], row["hub_name"], row["what"]))
        return Told(
            inputs=self._inputs,
            notes=self._notes,
            sections=self._sections,
            settings={"flows": [str(each) for each in self._stored] + [each.path for each in self._inputs]},
            sheets=[*self._sheets, *([(CONTEXT, rows)] if rows else [])],
        )

    def _records(self, path: Path, writer: RunWriter, seen: dict[tuple[str, str, str], dict[str, Any]]) -> None:
        hubs = self._book.hubs
        frame = pl.scan_parquet(path).select("record_id", "hs_code", "source", "place", *_PLACES)
        long = (
            frame.unpivot(on=list(_PLACES), index=["record_id", "hs_code", "source", "place"], value_name="hub")
            .filter(pl.col("hub").is_in(sorted(hubs)))
            .unique(["record_id", "hub"], keep="first", maintain_order=True)
            .drop("variable")
        )
        asked = long.select("hub", "hs_code").unique(maintain_order=True).collect(engine="streaming")
        found = [
            (hub, code, row) for hub, code in asked.rows() if code and (row := self._book.beside(hub, code)) is not None
        ]
        if not found:
            return
        keys = pl.DataFrame(
            [(hub, code, number) for number, (hub, code, _) in enumerate(found)],
            schema={"hub": pl.String, "hs_code": pl.String, "number": pl.UInt32},
            orient="row",
        )
        told = long.join(keys.lazy(), on=["hub", "hs_code"]).sort("record_id", "hub").collect(engine="streaming")
        verdicts = [row for _, _, row in found]
        table = told.select(
            "record_id",
            "hub",
            *(
                pl.col("number")
                .replace_strict(range(len(verdicts)), [row[name] for row in verdicts], return_dtype=pl.String)
                .alias(name)
                for name in ("good", "verdict", "certainty", "words", "source")
            ),
        )
        writer.table("record_flows", table.to_arrow())
        counts = told.group_by("number", maintain_order=True).agg(
            pl.len(), pl.concat_str("source", pl.lit(", "), "place").head(_PLACES_SHOWN)
        )
        for number, many, places in counts.iter_rows():
            entry = _entry(seen, verdicts[number])
            entry["records"] += many
            entry["where"] = "\n".join(dict.fromkeys([*filter(None, entry["where"].split("\n")), *places]))

    def _story(self, story: Any, seen: dict[tuple[str, str, str], dict[str, Any]]) -> None:
        text = story.text
        hubs = countries_in(text, self._book.hubs)
        goods = goods_in(text) if hubs else []
        for hub in hubs:
            found = [self._book.among(hub, good) for good in goods]
            told = {id(row): row for row in found if row is not None}
            if not told and (row := self._book.beside(hub, None)) is not None:
                told = {id(row): row}
            for row in told.values():
                entry = _entry(seen, row)
                entry["stories"] += 1
                place = f"{story.file}: {story.title or story.index}"
                if entry["where"].count("\n") < _PLACES_SHOWN:
                    entry["where"] = "\n".join(dict.fromkeys([*filter(None, entry["where"].split("\n")), place]))


def _entry(seen: dict[tuple[str, str, str], dict[str, Any]], row: Any) -> dict[str, Any]:
    return seen.setdefault(
        (row["hub"], row["scope"], row["good"]),
        {
            "hub_name": words.country(row["hub"]),
            "what": words.item(row["good"], row["scope"], row["description"]),
            **{name: row[name] for name in ("verdict", "certainty", "words", "source", "score")},
            "records": 0,
            "stories": 0,
            "where": "",
        },
    )


def _section(told: Sequence[tuple[str, Sequence[str]]]) -> Section:
    """The page in words as a table of the summary."""
    rows = [(title if number == 0 else "", line) for title, lines in told for number, line in enumerate(lines)]
    return Section("Trade flows: what rose, how much, how sure", ("About", "In words"), rows)
