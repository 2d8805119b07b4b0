"""Trade statistics through to a run folder: read, measured, judged, ranked, written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl

from screening.errors import InputError
from screening.intake.rates import Rates
from screening.intake.statistics import Statistics, StatisticsReader
from screening.model import FLOW_VERDICTS, FLOW_VERDICTS_KEYS, FLOWS, FLOWS_KEYS, REJECTS
from screening.reports.flow_book import book_writer
from screening.reports.folder import RunWriter
from screening.reports.result import RunFacts
from screening.runs.finished import Run, written_manifest
from screening.runs.flow_rows import charts_of, left_out, sheets_of
from screening.runs.keeping import Naming, NoKeeper
from screening.runs.pipeline import DEFAULT_OUT
from screening.runs.progress import Progress, Silent
from screening.runs.sources import several
from screening.trade.flows.analysis import Analysis, analyse
from screening.trade.flows.rules import load

_AT_ONCE = 200_000
PICTURES = ("png", "svg")


def flows(
    paths: str | Path | Sequence[str | Path],
    *,
    mapping: Iterable[str] = (),
    out: str | Path = DEFAULT_OUT,
    rules: str | Path | None = None,
    goods: str | Path | Sequence[str | Path] = (),
    concordances: str | Path | Sequence[str | Path] = (),
    rates: str | Path | None = None,
    pictures: Sequence[str] = (),
    progress: Progress | None = None,
    naming: Naming | None = None,
) -> Run:
    """Measure trade statistics: where trade was diverted, by country, good and period, and how sure that is.

    Args:
        paths: Files of UN Comtrade, Eurostat Comext, the IMF, national tables or our own CSV; ``-`` for standard input.
        mapping: What headings and titles do not say: ``partner=COLUMN``, ``reporter==KG``, ``flow==export``.
        out: Parent of the run folder.
        rules: A file of the form of ``lists/rules/flows.toml`` whose values replace the shipped ones.
        goods: Goods lists of one's own, of the form of ``lists/goods/chpl.tsv``.
        concordances: Correspondence tables of editions of the HS; goods of the lists are followed without them.
        rates: A table of exchange rates (date, currency, US dollars for one unit), for mirror flows in different
        currencies.
        pictures: ``png`` or ``svg``: the charts as files, too; needs the extra ``pictures``.
        progress: Told what is being done.
        naming: Names and remembers the run, where it is one of a scheduled batch.

    Returns:
        The run: ``.path``, ``.manifest``, ``.flows`` (`model.FLOWS`), ``.verdicts`` (`model.FLOW_VERDICTS`),
        ``.rejects``.

    Raises:
        ScreeningError: Input, rules or output folder cannot be used; nothing is left half-written.
    """
    unknown = [kind for kind in pictures if kind not in PICTURES]
    if unknown:
        raise InputError(f"pictures of the kind {unknown[0]!r} are not made", remedy=f"one of {', '.join(PICTURES)}")
    if pictures:
        from screening.reports.pictures import check

        check()
    progress = progress or Silent()
    started = datetime.now(UTC)
    mapping, goods, concordances = list(mapping), several(goods), several(concordances)
    reader = StatisticsReader([paths] if isinstance(paths, str | Path) else list(paths), mapping)
    naming = naming or NoKeeper()
    run_id, started = naming.begin("flows", started)
    with RunWriter(out, run_id) as writer:
        progress.stage("reading trade statistics", reader.expected())
        read = reader.read()
        read.refuse_nothing()
        progress.stage(f"measuring {read.rows.height:,} figures")
        found = analyse(
            read.rows,
            rules=load(None if rules is None else Path(rules)),
            own_goods=[Path(each) for each in goods],
            concordances=concordances,
            rates=Rates(rates),
        )
        write_tables(writer, found, read.rejects)
        sheets, best = sheets_of(found)
        if pictures:
            from screening.reports.pictures import draw

            progress.stage("drawing pictures")
            draw(charts_of(best), writer.folder, pictures)
        facts = RunFacts(
            run_id=writer.path.name,
            command="flows",
            started=started,
            snapshots=(),
            inputs=read.inputs,
            settings=_settings(mapping, rules, goods, concordances, rates, read),
            notes=list(dict.fromkeys([*read.notes, *found.notes, *left_out(found)])),
        )
        path = writer.finish(facts, progress=progress.stage, remember=naming.remember, book=book_writer(sheets))
    return Run(path, written_manifest(path))


def _settings(
    mapping: list[str], rules: Any, goods: Sequence[Any], concordances: Sequence[Any], rates: Any, read: Statistics
) -> dict[str, Any]:
    return {
        "map": mapping,
        "rules": None if rules is None else str(rules),
        "goods": [str(each) for each in goods],
        "concordances": [str(each) for each in concordances],
        "rates": None if rates is None else str(rates),
        "columns": read.layouts,
    }


def write_tables(writer: RunWriter, found: Analysis, rejects: pl.DataFrame) -> None:
    """The tables of an analysis, into a run folder that is being written."""
    verdicts = found.verdicts.sort(*FLOW_VERDICTS_KEYS, nulls_last=True)
    for name, frame, schema, keys in (
        ("flows", found.flows, FLOWS, FLOWS_KEYS),
        ("flow_verdicts", verdicts, FLOW_VERDICTS, FLOW_VERDICTS_KEYS),
    ):
        table = writer.stream(name, schema, keys)
        for first in range(0, frame.height, _AT_ONCE):
            table.add(frame.slice(first, _AT_ONCE).to_arrow().cast(schema))
    for name, frame in (("flow_mirror", found.mirror), ("flow_years", found.years)):
        schema = frame.to_arrow().schema
        table = writer.stream(name, schema, ())
        if frame.height:
            table.add(frame.to_arrow().cast(table.schema))
    for each in (rejects, found.rejects):
        if each.height:
            writer.add(rejects=each.to_arrow().cast(REJECTS))
