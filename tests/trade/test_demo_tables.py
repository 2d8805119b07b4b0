"""The demo's customs tables: what is planted in them is found, what is not is left alone; what is reported is cited."""

from __future__ import annotations

import csv
from pathlib import Path

import polars as pl
import pytest

from screening import runs
from screening.alerts.flag_alerts import party_alerts
from screening.reference import lists_dir
from screening.trade import Book, as_text, follow, leaders, prepare, raise_flags
from screening.trade.book import LISTINGS

FOLDER = lists_dir() / "demo/trade"
PLANTED = {
    "Примерная Логистика": {
        "watched_good",
        "forwarder_as_consignee",
        "first_imports_after",
        "energetic_grade",
    },
    "ÖRNEK KİMYA": {"watched_good", "in_and_out", "energetic_grade"},
    "Вымышленная Пряжа": {"high_priority_good", "good_does_not_fit", "new_good_after"},
    "Үлгү Соода": {"high_priority_good", "incorporated_after"},
    "Подшипник-Пример 8": {"high_priority_good", "unit_value_high"},
}


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> tuple[Book, pl.LazyFrame, pl.LazyFrame]:
    folder = tmp_path_factory.mktemp("demo")
    small = lists_dir() / "demo/example_us_ofac_2026-08-20.csv"
    invented = sorted(FOLDER.glob("invented_*.csv"))
    run = runs.trade(invented, lists=[small], out=folder, data_dir=folder / "data")
    records = pl.scan_parquet(Path(run.path) / "records.parquet")
    parties = pl.scan_parquet(Path(run.path) / "record_parties.parquet")
    return prepare(records, parties, listings=pl.DataFrame(schema=LISTINGS)), records, parties


def test_what_is_planted_is_found_and_nobody_else_is_shown(
    read: tuple[Book, pl.LazyFrame, pl.LazyFrame],
) -> None:
    book, records, parties = read
    alerts, _ = party_alerts(raise_flags(book), parties, records, book.rules)
    found: dict[str, set[str]] = {}
    for row in alerts.to_pylist():
        name = next((name for name in PLANTED if name in row["subject_name"]), row["subject_name"])
        found.setdefault(name, set()).update(row["flags"])
    assert {name: flags & found.get(name, set()) for name, flags in PLANTED.items()} == PLANTED
    # beside them only the seller of the bearings, who sold at that price, who sold to these buyers only since 2022, and
    # the maker of the nitrocellulose, who sold it to Russia before and sends it to the Turkish firm since
    others = {name: flags for name, flags in found.items() if name not in PLANTED}
    assert set(others) == {"Örnek Rulman A.Ş.", "样本化工有限公司", "Specimen Cellulose Works GmbH"}
    assert "redirected_after" in others["Specimen Cellulose Works GmbH"]
    assert "first_exports_after" in others["样本化工有限公司"]


def test_the_seller_is_followed_from_one_country_s_table_into_the_other(
    read: tuple[Book, pl.LazyFrame, pl.LazyFrame],
) -> None:
    book, _, _ = read
    sellers = book.parties.filter(pl.col("name").str.starts_with("ÖRNEK KİMYA")).get_column("subject_id").to_list()
    chain = follow(book, sellers[:1])
    assert set(chain.trades.get_column("side")) == {"bought", "sold"}
    assert set(chain.legs.get_column("grade")) == {"same_lot"}
    assert chain.legs.get_column("first_record").n_unique() == 20
    assert "Specimen Cellulose Works GmbH (DE) --[ 391220" in as_text(chain)


def test_its_share_is_nearly_half(read: tuple[Book, pl.LazyFrame, pl.LazyFrame]) -> None:
    book, _, _ = read
    seller = book.parties.filter(pl.col("name").str.starts_with("ÖRNEK KİMYA")).get_column("subject_id").to_list()
    since = follow(book, seller).shares.filter(
        (pl.col("side") == "sold") & (pl.col("month") == pl.date(2023, 5, 1)) & (pl.col("hs6") == "391220")
    )
    assert 0.3 < since.get_column("of_value").sum() < 0.7
    assert leaders(book).filter(pl.col("side") == "sold").height > 0


def test_every_reported_line_cites_its_source_and_gives_no_sum_nobody_reported() -> None:
    with (FOLDER / "reported.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert all(row["Source"].startswith("The Times of Central Asia") and row["As reported"] for row in rows)
    assert [row["Value USD"] for row in rows if row["Value USD"]] == ["190000"]
