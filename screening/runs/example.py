"""The built-in example: all the toolkit can do, on the articles, parties and lists in ``lists/demo``."""

from __future__ import annotations

from pathlib import Path

from screening.reference import lists_dir
from screening.runs.address_part import AddressPart
from screening.runs.article_source import ArticleSource
from screening.runs.contracts import Source
from screening.runs.finished import Run
from screening.runs.flow_context import FlowPart
from screening.runs.parts import parts_of
from screening.runs.pipeline import DEFAULT_OUT, Options, execute
from screening.runs.progress import Progress
from screening.runs.settings import Settings
from screening.runs.sources import PartySource
from screening.watchlists import Snapshot

_LISTS = {
    "example_us_ofac": ("US", "example_us_ofac_2026-08-20.csv"),
    "example_uk": ("UK", "example_uk_2026-08-22.csv"),
}
_FOLLOWED = "ÖRNEK KİMYA DIŞ TİCARET"
"""An invented firm of the invented tables, whose goods are followed from table to table."""


def demo(*, out: str | Path = DEFAULT_OUT, progress: Progress | None = None) -> Run:
    """Screen the example's articles, parties, customs records and trade statistics; every sheet says what it is.

    Args:
        out: Parent of the run folder.
        progress: Told what is being done.

    Raises:
        OutputError: ``out`` cannot be written.
    """
    folder = lists_dir() / "demo"
    snapshots = [Snapshot.read(folder / file, list_id=list_id) for list_id, (_, file) in _LISTS.items()]
    settings = Settings(jurisdictions={list_id: law for list_id, (law, _) in _LISTS.items()})
    beside = parts_of(sorted((folder / "trade").glob("*.csv")), [folder / "parties.csv"], follow=[_FOLLOWED])
    articles = ArticleSource([folder / "articles"], beside.names)
    flows = FlowPart(sorted((folder / "flows").glob("*.csv")), stories=lambda: articles.stories, whole=True)
    sources: list[Source] = [
        articles,
        PartySource([folder / "parties.csv"]),
    ]
    options = Options(lists=snapshots, out=out, settings=settings, progress=progress, example=True)
    return execute("demo", sources, options, [AddressPart(), *beside.parts, flows])
