"""The real files: the numbers that are known of them, and the traps they hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import polars as pl
import pytest

from screening.trade.flows.analysis import Analysis

pytestmark = pytest.mark.real

SUBSET = "eu27_exports_chpl_subset.csv"
WHOLE = "eu27_exports_cn_monthly_2020-01_2022-11.csv.gz"
TOTALS = "eu_exports_monthly_total_by_destination.csv.gz"
KYRGYZ = "national/kyrgyz_import_yearly.csv"
Real = Callable[..., Analysis]


def verdict(found: Analysis, **wanted: Any) -> dict[str, Any]:
    rows = found.verdicts.filter(*(pl.col(name) == value for name, value in wanted.items()))
    assert rows.height == 1
    return rows.row(0, named=True)


def millions(row: dict[str, Any], *names: str) -> list[float]:
    return [round(row[name] / 1e6, 2) for name in names]


@pytest.mark.parametrize("file", [SUBSET, WHOLE])
@pytest.mark.parametrize(("hub", "before", "value"), [("KG", 3.02, 13.75), ("KZ", 117.30, 231.12), ("AM", 8.50, 25.50)])
def test_high_priority_goods_to_the_hubs(real: Real, file: str, hub: str, before: float, value: float) -> None:
    row = verdict(real(file), scope="regime", good="chpl", hub=hub)
    assert millions(row, "before", "value") == [before, value]
    assert row["compared"] == "January to November 2022"
    assert row["verdict"] == "rise while the direct trade fell"


@pytest.mark.parametrize("file", [SUBSET, WHOLE])
def test_the_direct_trade_in_high_priority_goods_fell(real: Real, file: str) -> None:
    row = verdict(real(file), scope="regime", good="chpl", hub="KG")
    assert millions(row, "direct_before", "direct") == [2073.64, 408.28]


def test_parts_of_aircraft_to_kazakhstan_fell_once_their_predecessor_is_counted(real: Real) -> None:
    """Trap 2: 8807.30 alone looks like new trade of EUR 4.0 m; with 8803.30 it fell from 11.5 m."""
    row = verdict(real(WHOLE), scope="good", good="880730", hub="KZ")
    assert row["codes"] == "88033000 88073000"
    assert millions(row, "before", "value") == [11.53, 3.97]
    assert row["verdict"] == "fall"


def test_all_goods_to_the_hubs_are_the_sums_of_eight_digit_rows(real: Real) -> None:
    """Trap 4: four-digit headings stand in the same file."""
    found = real(WHOLE)
    for hub, before, value in (("KG", 70.06, 495.01), ("KZ", 1646.38, 3657.55), ("AM", 179.40, 701.83)):
        assert millions(verdict(found, scope="all", hub=hub), "before", "value") == [before, value]
    direct = verdict(found, scope="all", hub="KG")
    assert millions(direct, "direct_before", "direct") == [30448.48, 12554.12]
    years = found.years.filter(
        (pl.col("leg") == "to_hub") & (pl.col("place") == "KG") & (pl.col("scope") == "all") & (pl.col("year") == 2022)
    ).row(0, named=True)
    assert (years["periods"], round(years["value"] / 1e6, 2)) == (11, 495.01)


def test_headings_whose_subheadings_hold_only_a_part_are_said(real: Real) -> None:
    note = next(note for note in real(WHOLE).notes if "only a part" in note)
    assert "8802 (4% of EUR 4,955.2 m)" in note


def test_a_month_one_reporter_has_not_published_is_missing_and_not_zero(real: Real) -> None:
    """Trap 3: the Netherlands have nothing for November 2022."""
    found = real(WHOLE)
    assert any("NL (2022-11)" in note for note in found.notes)
    row = verdict(found, scope="regime", good="chpl", hub="KZ")
    # compared over the months the Netherlands have on both sides
    assert row["baseline"] < 0.5 * (117.300404 + 101.611092) * 1e6
    assert row["ratio"] == pytest.approx((row["above"] + row["baseline"]) / row["baseline"])


def test_member_states_and_the_groups_of_them_are_not_added_up(real: Real) -> None:
    """Trap 4: EU27, two euro areas and a changing European Union stand among the members."""
    found = real(TOTALS)
    years = found.years.filter(
        (pl.col("leg") == "to_hub") & (pl.col("place") == "KG") & (pl.col("good") == "TOTAL")
    ).sort("year")
    values = {row["year"]: round(row["value"] / 1e6) for row in years.iter_rows(named=True) if row["periods"] == 12}
    assert {year: values[year] for year in (2021, 2022, 2023)} == {2021: 263, 2022: 1171, 2023: 2734}
    assert any("EA, EU, EU27 as reporters are sums" in note for note in found.notes)


def test_the_last_year_is_compared_by_the_months_it_has(real: Real) -> None:
    row = verdict(real(TOTALS), scope="good", good="TOTAL", hub="KG")
    assert (row["compared"], row["compared_with"]) == (
        "January to August 2024",
        "the same months of 2019, 2020 and 2021",
    )


@pytest.mark.parametrize(
    ("exporter", "year", "sent", "got"), [("DE", 2022, 323, 157), ("LT", 2022, 325, 64), ("PL", 2023, 470, 46)]
)
def test_mirror_gaps_with_kyrgyzstan(real: Real, exporter: str, year: int, sent: float, got: float) -> None:
    gaps = real(TOTALS, KYRGYZ).mirror
    row = gaps.filter((pl.col("exporter") == exporter) & (pl.col("hub") == "KG") & (pl.col("year") == year)).row(
        0, named=True
    )
    assert (round(row["sent"] / 1e6), round(row["got"] / 1e6)) == (sent, got)
    assert row["expected"] == pytest.approx(1.1 * row["sent"])
    assert "?" in row["says"]


def test_a_part_year_is_no_year(real: Real) -> None:
    """Trap 3: what Armenia has for 2023 is a tenth of a year, and a yearly figure all the same."""
    found = real(TOTALS, "national/armenia_import_yearly.csv")
    assert any(note.startswith("AM: 2023 holds") and "incomplete" in note for note in found.notes)
    assert not found.mirror.filter((pl.col("hub") == "AM") & (pl.col("year") == 2023)).height
    assert found.mirror.filter((pl.col("hub") == "AM") & (pl.col("year") == 2022)).height > 20


def test_the_weight_of_smartphones_breaks_in_july_2022(real: Real) -> None:
    """Trap 5: what Armenia sent to Russia weighs 7.1 kg a piece; mostly 0.2 to 0.6."""
    found = real("weights/mobile_phone_reexports.csv")
    onward = found.flows.filter((pl.col("leg") == "onward") & (pl.col("importer") == "RU"))
    july = onward.filter(pl.col("period") == date(2022, 7, 1)).row(0, named=True)
    assert round(july["kg_per_unit"], 1) == 7.1
    assert 0.2 < july["kg_per_unit_usual"] < 0.6
    assert july["kg_per_unit_break"]
    said = pl.col("breaks").str.contains("2022-07, AM to RU: 7.1 kg")
    assert found.verdicts.filter((pl.col("hub") == "AM") & said).height
    assert onward.filter("kg_per_unit_break").height < 0.3 * onward.height


def test_cars_by_heading_and_subheading_are_counted_once(real: Real) -> None:
    """Trap 4 in Comtrade's older layout: 8703 beside its six-digit codes, by mode of transport."""
    found = real("weights/vehicle_trade_armenia.csv")
    assert "8703" not in set(found.flows["good"])
    rows = found.verdicts.filter((pl.col("hub") == "AM") & (pl.col("scope") == "all"))
    assert rows.row(0, named=True)["verdict"].startswith(("rise", "new trade"))
    assert rows.row(0, named=True)["onward"] > 0


def test_every_figure_says_its_currency_period_and_file(real: Real) -> None:
    flows = real(TOTALS, KYRGYZ).flows
    for name in ("currency", "period", "frequency", "reported_by", "source"):
        assert flows[name].null_count() == 0
    kyrgyz = flows.filter((pl.col("reported_by") == "importer") & (pl.col("importer") == "KG"))
    assert all(source.endswith("kyrgyz_import_yearly.csv") for source in set(kyrgyz["source"]))


def test_no_two_countries_of_the_real_tables_are_taken_for_one(real: Real) -> None:
    """Two Koreas, Belgium and Belarus, Egypt and the Emirates: one taken for the other would contradict itself."""
    for name in (KYRGYZ, "national/imf_russia_partners.csv", "national/uzbek_import_yearly.csv"):
        assert real(name).rejects.height == 0
