"""When a copy of a list was published: of a month alone the last day stands for it, and people read the month."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from screening import Snapshot, runs
from screening.watchlists.published import day_or_month, effective, published

MONTH, DAY, NOTHING = "house@2024-12-b68a8f5aba96", "house@2024-12-05-b68a8f5aba96", "house@undated-b68a8f5aba96"


@pytest.mark.parametrize(
    ("stated", "snapshot_id", "day", "said"),
    [
        (None, MONTH, date(2024, 12, 31), "2024-12"),
        (date(2024, 12, 31), MONTH, date(2024, 12, 31), "2024-12"),  # as a hit has it
        (date(2024, 12, 5), DAY, date(2024, 12, 5), "2024-12-05"),
        (date(2024, 12, 31), "house@2024-12-31-b68a8f5aba96", date(2024, 12, 31), "2024-12-31"),
        (None, NOTHING, None, ""),
    ],
)
def test_a_month_is_reckoned_from_its_end(stated: date | None, snapshot_id: str, day: date | None, said: str) -> None:
    assert effective(stated, snapshot_id) == day
    assert published(stated, snapshot_id) == said
    assert str(day_or_month(stated, snapshot_id)) == said


def test_hits_on_a_list_of_a_month_have_its_last_day(tmp_path: Path) -> None:
    path = tmp_path / "house_2024-12.csv"
    path.write_text("entry_id,schema,name\n1,Company,OOO Uzstanex\n", encoding="utf-8")
    (hit,) = runs.match(["Uzstanex"], lists=[Snapshot.read(path)]).to_pylist()
    assert hit["list_date"] == date(2024, 12, 31)
