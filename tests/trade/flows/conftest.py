"""Small tables of trade statistics, and the real ones, each analysed once a session."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from screening.intake.statistics import StatisticsReader
from screening.trade.flows.analysis import Analysis, analyse

HEADER = "reporter,partner,flow,code,period,value,currency,net_kg,quantity,unit\n"


@pytest.fixture
def analysed(tmp_path: Path) -> Callable[..., Analysis]:
    """Analyses rows of our own CSV, given as text without the header, in one file or several."""

    def run(*contents: str, **options: object) -> Analysis:
        paths = []
        for number, content in enumerate(contents):
            path = tmp_path / f"flows{number}.csv"
            path.write_text(HEADER + content, encoding="utf-8")
            paths.append(path)
        return analyse(StatisticsReader(paths).read().rows, **options)  # type: ignore[arg-type]

    return run


@pytest.fixture(scope="session")
def real(shared: Path) -> Callable[..., Analysis]:
    """Analyses real files, named below ``../shared/trade``."""
    known: dict[tuple[str, ...], Analysis] = {}

    def run(*names: str) -> Analysis:
        if names not in known:
            paths = [shared / "trade" / name for name in names]
            known[names] = analyse(StatisticsReader(paths).read().rows)
        return known[names]

    return run


def months(exporter: str, importer: str, code: str, values: dict[int, float], flow: str = "export") -> str:
    """Rows of one flow: the same value in every month of each year."""
    return "".join(
        f"{exporter if flow == 'export' else importer},{importer if flow == 'export' else exporter},{flow},{code},"
        f"{year}-{month:02d},{value},EUR,,,\n"
        for year, value in values.items()
        for month in range(1, 13)
    )
