"""What a file covers; which parties are listed since when."""

from __future__ import annotations

from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from screening.trade.covered import coverage
from screening.trade.listing import BY_FIRST_SEEN, BY_SNAPSHOT, listings
from screening.watchlists.seen import FIRST_SEEN

HIT = {
    "subject_id": "s:A",
    "list_id": "l",
    "snapshot_id": "l@1",
    "list_date": date(2024, 1, 1),
    "entry_id": "1",
    "entry_name": "Listed Party",
    "relation": "same_party",
    "match_strength": "strong",
    "priority": "high",
}


def test_coverage_says_what_share_of_rows_and_value_is_known(desk: Any) -> None:
    rows = [{"importer": "A", "value_usd": 75.0, "net_kg": 5.0}, {"value_usd": 25.0}, {"hs_code": "39"}]
    people = {"A": {"identifiers": [{"type": "INN", "number": "7700000000", "country": "RU"}]}}
    said = {row["what"]: row for row in coverage(desk.book(rows, people)).to_dicts()}
    assert said["consignee"]["said"] == "33% of the rows, 75% of the value"
    assert said["consignee's tax id"]["value"] == 0.75
    assert said["HS code of six digits"]["rows"] == pytest.approx(2 / 3)
    assert said["period"]["said"] == "2023-05-01 to 2023-05-01"


def test_coverage_of_nothing(desk: Any) -> None:
    assert "0 records" in coverage(desk.book([])).to_dicts()[0]["said"]


def test_the_day_of_listing_is_the_first_version_that_had_the_entry() -> None:
    seen = pa.Table.from_pylist(
        [{"entry_id": "1", "first_seen": date(2023, 2, 1), "snapshot_id": "l@0", "from_the_start": False}],
        FIRST_SEEN,
    )
    hits = pa.Table.from_pylist([HIT, HIT | {"match_strength": "exact"}])
    rows = listings(hits, first_seen={"l": seen}).to_dicts()
    assert [(row["listed_on"], row["listed_by"], row["match_strength"]) for row in rows] == [
        (date(2023, 2, 1), BY_FIRST_SEEN, "exact")
    ]
    assert listings(hits).to_dicts()[0]["listed_by"] == BY_SNAPSHOT


def _seen(day: date, absent_on: date | None = None) -> dict[str, pa.Table]:
    row = {"entry_id": "1", "first_seen": day, "snapshot_id": "l@0", "from_the_start": False, "absent_on": absent_on}
    return {"l": pa.Table.from_pylist([row], FIRST_SEEN)}


def test_a_copy_given_as_a_file_counts_before_a_later_one_in_the_store() -> None:
    (row,) = listings(pa.Table.from_pylist([HIT]), first_seen=_seen(date(2025, 1, 1), date(2024, 12, 1))).to_dicts()
    assert (row["listed_on"], row["listed_by"], row["absent_on"]) == (date(2024, 1, 1), BY_SNAPSHOT, None)


def test_the_last_day_without_the_entry_goes_with_the_first_copy_that_had_it() -> None:
    (row,) = listings(pa.Table.from_pylist([HIT]), first_seen=_seen(date(2023, 2, 1), date(2023, 1, 1))).to_dicts()
    assert (row["listed_on"], row["absent_on"]) == (date(2023, 2, 1), date(2023, 1, 1))


def test_the_history_of_files_is_said_in_words(desk: Any) -> None:
    rows = [{"importer": "A", "date": date(2022, 1, 5), "destination": "RU"}]
    rows += [
        {"importer": "B", "date": date(2022, 1, 5), "source": "b.csv", "direction": None, "destination": to}
        for to in ("KZ", "KG")
    ]
    said = {row["what"]: row["said"] for row in coverage(desk.book(rows)).to_dicts()}
    assert said["history, files of what goes to RU"] == "1 month covered before 2022-02-24, 0 since"
    assert said["history, files of no one country's imports or exports"].startswith("1 month covered")


def test_each_side_of_a_file_has_its_own_history(desk: Any) -> None:
    bought = [{"importer": "A", "date": date(2021, month, 5), "destination": "KZ"} for month in range(1, 13)]
    sold = [{"exporter": "A", "direction": "export", "date": date(2022, month, 5)} for month in range(6, 9)]
    book = desk.book([*bought, *sold], {"A": {"country": "KZ"}})
    said = {row["what"]: row["said"] for row in coverage(book).to_dicts()}
    assert said["history, files of what goes to KZ"] == "12 months covered before 2022-02-24, 0 since"
    assert said["history, files of what goes from KZ"] == "0 months covered before 2022-02-24, 3 since"


def test_imports_of_one_seller_into_a_country_that_is_not_told_are_no_exports_of_the_sellers(desk: Any) -> None:
    rows = [{"importer": "A", "exporter": "B", "dispatch": "DE", "date": date(2022, 1, 5)}]
    names = {row["what"] for row in coverage(desk.book(rows)).to_dicts()}
    assert "history, files of imports into a country that is not told" in names
    assert "history, files of what goes from DE" not in names
    # exports of Germany's say so by the exporter's country
    names = {
        row["what"]
        for row in coverage(desk.book([{"exporter": "B", "direction": "export"}], {"B": {"country": "DE"}})).to_dicts()
    }
    assert "history, files of what goes from DE" in names


def test_few_records_of_other_countries_are_said_together(desk: Any) -> None:
    rows = [{"importer": "A", "date": date(2022, 1, 5), "destination": "KZ"}] * 60
    rows += [{"importer": "A", "date": date(2022, 1, 5), "destination": to} for to in ("KG", "RU")]
    said = {row["what"]: row["said"] for row in coverage(desk.book(rows)).to_dicts()}
    assert said["history, what goes to or from other countries"].startswith("2 records; at most 1 month covered")
    assert not any("KG" in name for name in said)
