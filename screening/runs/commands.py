"""The screening commands as functions: one call, one run folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from screening.runs.finished import Run
from screening.runs.lists import lists_first
from screening.runs.pipeline import DEFAULT_OUT, Options, execute
from screening.runs.progress import Progress
from screening.runs.sources import PartySource, several


@lists_first
def articles(
    paths: str | Path | Sequence[str | Path],
    *,
    trade: str | Path | Sequence[str | Path] = (),
    parties: str | Path | Sequence[str | Path] = (),
    mapping: Iterable[str] = (),
    rates: str | Path | None = None,
    goods: str | Path | Sequence[str | Path] = (),
    flag_rules: str | Path | None = None,
    flows: str | Path | Sequence[str | Path] = (),
    lists: Any = None,
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
    """Screen news: text files, feeds and pages, or folders of them.

    Args:
        paths: Files and folders, or ``-`` for standard input.
        trade: Customs records, screened as `runs.trade` does; the goods of every party the articles name, listed or
            not, are followed in them.
        parties: The firm's own customers and suppliers: who of those named, or standing in the customs records,
            is among them.
        mapping: What the headings of the customs records do not say; see `runs.trade`.
        rates, goods, flag_rules: Exchange rates, goods lists and rules of the red flags; see `runs.trade`.
        flows: Trade statistics, or the run folder of `runs.flows` over them: what they say of the countries and goods
            the articles name, and of those of the customs records, stands beside them as context.
        lists: Snapshots, paths of lists, ids in the store; one or several. None: all lists in force.
        out: Parent of the run folder.
        threshold: Score from which names match, in (0, 1]; None: what the settings say, else the default.
        why: Why the threshold is that, for the record.
        settings: A TOML file, a mapping, or a `Settings`.
        as_of: Screen with the versions in force on that day.
        data_dir: The data folder; None: see `watchlists.store.data_dir`.
        limit: Most entries per list and name of a subject.
        max_age: Refuse lists older than so many days.
        progress: Told what is being done.

    Returns:
        The run: ``.path``, ``.hits``, ``.subjects``, ``.rejects``, ``.manifest``.

    Raises:
        ListError: A list is missing, unusable or too old; nothing was screened.
        ScreeningError: Input, settings or output folder cannot be used; nothing is left half-written.
    """
    mapping = list(mapping)
    extra = {
        "map": mapping,
        "rates": None if rates is None else str(rates),
        "goods": [str(each) for each in several(goods)],
        "flag_rules": None if flag_rules is None else str(flag_rules),
    }
    options = Options(
        lists=lists, out=out, threshold=threshold, why=why, settings=settings, as_of=as_of, data_dir=data_dir,
        limit=limit, max_age=max_age, progress=progress, extra=extra if trade or flows or parties else {},
    )  # fmt: skip
    from screening.runs.article_source import ArticleSource
    from screening.runs.parts import flow_parts, parts_of

    beside = parts_of(trade, parties, mapping=mapping, rates=rates, goods=goods, flag_rules=flag_rules)
    source = ArticleSource(several(paths), beside.names)
    source.look()
    beside.look()
    context = flow_parts(flows, rates=rates, goods=goods, stories=lambda: source.stories)
    return execute("articles", [source], options, [*beside.parts, *context])


@lists_first
def parties(
    paths: str | Path | Sequence[str | Path],
    *,
    lists: Any = None,
    mapping: Iterable[str] = (),
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
    """Screen party tables: customers, suppliers; delimited text, workbooks, Parquet, JSON Lines, ``-``.

    Args:
        paths: Files, or ``-`` for standard input.
        lists: As for `articles`, as is everything not named here.
        mapping: What the headings do not say: ``name=COLUMN``, ``name=FIRST+LAST``, ``director=COLUMN``.

    Returns:
        The run, as for `articles`.

    Raises:
        ListError: A list is missing, unusable or too old; nothing was screened.
        ScreeningError: Input, settings or output folder cannot be used; nothing is left half-written.
    """
    mapping = list(mapping)
    options = Options(
        lists=lists, out=out, threshold=threshold, why=why, settings=settings, as_of=as_of, data_dir=data_dir,
        limit=limit, max_age=max_age, progress=progress, extra={"map": mapping},
    )  # fmt: skip
    from screening.runs.address_part import AddressPart

    source = PartySource(several(paths), mapping)
    source.look()
    return execute("parties", [source], options, [AddressPart(data_dir)])
