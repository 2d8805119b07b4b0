"""Until when a place counts as a hub is heeded alike by all that ask."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from screening.trade.flows.rules import load as flow_rules
from screening.trade.hubs import Hubs
from screening.trade.rules import load as flag_rules

HUBS = Hubs({"KG": date(2022, 6, 30), "AE": None})


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Rules of a firm's own for which Kyrgyzstan counts until the middle of 2022, Kazakhstan until 2021."""
    table = tmp_path / "hubs.tsv"
    table.write_text(
        "# source: test\n# date: 2026-01-01\ncountry\tto\nKG\t2022-06-30\nKZ\t2021-12-31\nAE\t\n", encoding="utf-8"
    )
    rules = tmp_path / "own.toml"
    rules.write_text(f"[places]\nhubs = '{table.as_posix()}'\n", encoding="utf-8")
    return rules


def test_a_place_counts_until_its_day() -> None:
    rows = pl.DataFrame(
        {
            "country": ["KG", "KG", "KG", "AE", "DE"],
            "day": [date(2022, 6, 30), date(2022, 7, 1), None, date(2030, 1, 1), None],
        }
    )
    found = rows.select(HUBS.is_hub(pl.col("country"), pl.col("day"))).to_series().to_list()
    assert found == [True, False, True, True, False]
    assert HUBS.on(date(2022, 6, 30)) == {"KG", "AE"}
    assert HUBS.on(date(2022, 7, 1)) == {"AE"}


@pytest.mark.parametrize(
    ("flag", "way"),
    [
        ("through_hub", {"origin": "DE", "dispatch": "KG", "destination": "RU"}),
        ("odd_route", {"origin": "DE", "dispatch": "DE", "trading_country": "KG", "destination": "RU"}),
    ],
)
@pytest.mark.parametrize(("day", "outcome"), [(date(2022, 6, 1), "raised"), (date(2022, 8, 1), "not_raised")])
def test_flags_of_routes_ask_for_the_day(desk, own: Path, flag: str, way: dict[str, str], day: date, outcome: str):
    book = desk.book([{"importer": "A", "date": day, "hs_code": "8542310000", **way}], rules=flag_rules(own))
    assert desk.outcome(book, flag)[0] == outcome


def test_flows_are_compared_of_the_hubs_there_were_at_the_cut(own: Path) -> None:
    assert flow_rules(own).cut == date(2022, 2, 1)
    assert flow_rules(own).third == {"KG", "AE"}
