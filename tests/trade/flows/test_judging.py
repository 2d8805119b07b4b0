"""Measures, verdicts and ranking on flows whose truth is known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.intake.rates import Rates
from screening.trade.flows.analysis import Analysis, analyse
from screening.trade.flows.joins import read
from tests.trade.flows.conftest import HEADER, months

Analysed = Callable[..., Analysis]
USUAL = {2019: 1e5, 2020: 1e5, 2021: 1e5}


def verdict(found: Analysis, good: str = "854231", hub: str = "KG") -> dict[str, Any]:
    rows = found.verdicts.filter(pl.col("hub") == hub, pl.col("good") == good)
    assert rows.height == 1
    return rows.row(0, named=True)


def test_a_rise_is_measured_against_the_mean_of_the_baseline_years(analysed: Analysed) -> None:
    row = verdict(analysed(months("DE", "KG", "854231", {2019: 1e5, 2020: 2e5, 2021: 3e5, 2022: 8e5})))
    assert (row["value"], row["before"], row["baseline"]) == (9.6e6, 3.6e6, 2.4e6)
    assert row["ratio"] == pytest.approx(4.0)
    assert row["verdict"] == "rise"
    assert row["compared_with"] == "2019, 2020 and 2021"


def quarters(exporter: str, importer: str, values: dict[int, list[float]]) -> str:
    return "".join(
        f"{exporter},{importer},export,854231,{year}-Q{number},{value},EUR,,,\n"
        for year, some in values.items()
        for number, value in enumerate(some, start=1)
    )


def test_a_part_of_a_year_in_quarters_is_compared_with_the_same_quarters(analysed: Analysed) -> None:
    usual = [1e5, 2e5, 3e5, 9e6]
    found = analysed(quarters("DE", "KG", {2020: usual, 2021: usual, 2022: [1e5, 2e6, 3e6]}))
    row = verdict(found)
    assert (row["frequency"], row["value"], row["baseline"], row["before"]) == ("Q", 5.1e6, 6e5, 6e5)
    assert row["compared"] == "first to third quarter of 2022"
    assert row["compared_with"] == "the same quarters of 2020 and 2021"
    assert row["verdict"] == "rise"


def test_the_quarter_of_the_cut_is_not_yet_after_it_and_its_year_is(analysed: Analysed) -> None:
    found = analysed(
        quarters("DE", "KG", {2022: [1e5, 1e5]})
        + quarters("DE", "KZ", {2020: [1e5] * 4, 2021: [1e5] * 4, 2022: [1e5] * 2})
    )
    flow = found.flows.filter(pl.col("hub") == "KG").sort("period")
    assert flow["new_trade"].to_list() == [None, True]
    yearly = analysed(
        "DE,KG,export,854231,2022,100000,EUR,,,\n"
        + "".join(f"DE,KZ,export,854231,{year},100000,EUR,,,\n" for year in (2019, 2020, 2021, 2022))
    )
    assert yearly.flows.filter(pl.col("hub") == "KG")["new_trade"].to_list() == [True]


def test_quarters_of_both_sides_make_a_whole_year_for_the_mirror(analysed: Analysed) -> None:
    sent = quarters("DE", "KG", {2022: [3e6] * 4, 2023: [3e6] * 3})
    got = sent.replace("DE,KG,export", "KG,DE,import").replace("3000000.0", "1000000.0")
    found = analysed(sent + got)
    assert found.mirror.select("year", "sent", "got").rows() == [(2022, 12e6, 4e6)]


def test_trade_that_was_not_there_before_is_new(analysed: Analysed) -> None:
    found = analysed(months("DE", "KG", "854231", {2022: 1e5}) + months("DE", "KZ", "854231", {**USUAL, 2022: 1e5}))
    row = verdict(found)
    assert row["verdict"] == "new trade"
    assert row["ratio"] is None
    assert row["baseline"] == 0
    flow = found.flows.filter(pl.col("hub") == "KG", pl.col("period") == date(2022, 5, 1)).row(0, named=True)
    assert flow["new_trade"] is True
    assert verdict(found, hub="KZ")["verdict"] == "no rise"


def test_without_a_baseline_nothing_is_new(analysed: Analysed) -> None:
    found = analysed(months("DE", "KG", "854231", {2022: 1e5, 2023: 2e5}))
    row = verdict(found)
    assert row["verdict"] == "not testable"
    assert found.flows["new_trade"].to_list() == [None] * 24


def test_the_direct_fall_the_rise_could_replace_is_a_share(analysed: Analysed) -> None:
    found = analysed(
        months("DE", "KG", "854231", {**USUAL, 2022: 4e5})
        + months("DE", "RU", "854231", {2019: 1e6, 2020: 1e6, 2021: 1e6, 2022: 4e5})
    )
    row = verdict(found)
    assert row["verdict"] == "rise while the direct trade fell"
    assert row["direct_fall"] == pytest.approx(7.2e6)
    assert row["replaceable"] == pytest.approx(0.5)
    may = found.flows.filter(pl.col("hub") == "KG", pl.col("period") == date(2022, 5, 1)).row(0, named=True)
    assert (may["direct"], may["direct_baseline"], may["replaceable"]) == (4e5, 1e6, pytest.approx(0.5))


def test_the_same_rise_everywhere_makes_it_less_sure(analysed: Analysed) -> None:
    hub = months("DE", "KG", "854231", {**USUAL, 2022: 4e5})
    calm = analysed(hub + months("DE", "FR", "854231", {**USUAL, 2022: 1e5}))
    loud = analysed(hub + months("DE", "FR", "854231", {**USUAL, 2022: 4.2e5}))
    assert verdict(calm)["rest_ratio"] == pytest.approx(1.0)
    assert verdict(loud)["rest_ratio"] == pytest.approx(4.2)
    assert "the rise may be a general one" in verdict(loud)["reasons"]
    assert verdict(calm)["score"] > verdict(loud)["score"]


def test_the_rest_of_the_world_is_the_world_less_hubs_and_destination(analysed: Analysed) -> None:
    found = analysed(
        months("DE", "KG", "854231", {**USUAL, 2022: 4e5})
        + months("DE", "RU", "854231", {**USUAL, 2022: 0})
        + months("DE", "World", "854231", {2019: 1e6, 2020: 1e6, 2021: 1e6, 2022: 2e6})
    )
    assert verdict(found)["rest_ratio"] == pytest.approx((2e6 - 4e5) / (1e6 - 2e5))


def test_one_large_order_is_said(analysed: Analysed) -> None:
    rows = months("DE", "KG", "854231", {**USUAL, 2022: 1e5}).replace("2022-06,100000.0,", "2022-06,9000000,")
    row = verdict(analysed(rows))
    assert "perhaps one large order" in row["reasons"]
    assert "(DE, 2022-06)" in row["reasons"]
    assert row["certainty"] == "weak"


def test_a_rise_that_is_dearer_goods_is_said(analysed: Analysed) -> None:
    def weighed(year: int, value: float) -> str:
        return "".join(f"DE,KG,export,854231,{year}-{n:02d},{value},EUR,1000,,\n" for n in range(1, 13))

    row = verdict(analysed("".join(weighed(year, 1e5) for year in (2019, 2020, 2021)) + weighed(2022, 4e5)))
    assert "value a kilogram went to 4.0 times the baseline: much of the rise is prices" in row["reasons"]


def test_onward_exports_of_the_hub_are_evidence(analysed: Analysed) -> None:
    there = months("DE", "KG", "854231", {**USUAL, 2022: 4e5})
    plain = verdict(analysed(there))
    onward = verdict(analysed(there + months("KG", "RU", "854231", {2019: 0, 2020: 0, 2021: 0, 2022: 3e5})))
    assert onward["onward"] == pytest.approx(3.6e6)
    assert "the hub's onward exports rose" in onward["reasons"]
    assert onward["score"] > plain["score"]


def test_onward_exports_as_the_destination_reports_them_by_year_and_in_another_currency(analysed: Analysed) -> None:
    there = months("DE", "KG", "TOTAL", {**USUAL, 2022: 4e5})
    reported = {2020: 1e5, 2021: 1e5, 2022: 9e5}
    yearly = "".join(f"RU,KG,import,TOTAL,{year},{value},USD,,,\n" for year, value in reported.items())
    found = analysed(there, yearly)
    row = found.verdicts.filter(pl.col("reported_by") == "exporter", pl.col("good") == "TOTAL").row(0, named=True)
    assert (row["onward"], row["onward_currency"], row["onward_compared"]) == (9e5, "USD", "2022")
    assert "Onward to the destination, 2022: USD 0.90 m" in row["words"]


def test_a_code_new_in_an_edition_needs_its_predecessor(analysed: Analysed, tmp_path: Path) -> None:
    rows = months("DE", "KG", "851714", {2022: 4e5}) + months("DE", "KG", "851712", {2020: 4e5, 2021: 4e5})
    rows += months("DE", "KG", "392690", {2020: 1e5, 2021: 1e5, 2022: 1e5})
    assert verdict(analysed(rows), "851714")["verdict"] == "not testable"
    table = tmp_path / "concordance.csv"
    table.write_text("HS2022,HS2017,Relationship\n851714,851712,1:1\n", encoding="utf-8")
    row = verdict(analysed(rows, concordances=[table]), "851714")
    assert (row["codes"], row["verdict"]) == ("851712 851714", "no rise")


@pytest.mark.real
def test_the_concordance_of_the_un_joins_what_is_not_ambiguous(shared: Path) -> None:
    joins = read([shared / "trade/goods/unsd_hs2022_to_hs2017.xlsx"])
    assert joins.same["HS2022", "880730"] == joins.same["HS2017", "880330"] == "880730"
    assert joins.same["HS2022", "854231"] == "854231"
    assert ("HS2022", "854151") in joins.ambiguous
    assert len(joins.same) > 8_000


@pytest.mark.real
def test_the_high_priority_list_with_its_predecessors_is_a_concordance(shared: Path) -> None:
    joins = read([shared / "trade/goods/chpl_50_hs6.csv"])
    assert joins.same["HS2022", "854151"] == joins.same["HS2017", "854150"]
    assert joins.same["HS2022", "880730"] == joins.same["HS2017", "880330"]


def test_the_eu_criterion_is_a_million_in_the_year_and_twice_the_baseline(analysed: Analysed) -> None:
    def met(value: float, share: float) -> bool | None:
        base = dict.fromkeys((2019, 2020, 2021), value * share / 12)
        return verdict(analysed(months("DE", "KG", "392690", {**base, 2022: value / 12})), "392690")["eu_criterion"]  # type: ignore[no-any-return]

    assert met(1.2e6, 0.5) is True
    assert met(1.2e6, 0.6) is False
    assert met(0.9e6, 0.1) is False


def test_a_mirror_gap_is_what_was_expected_less_what_was_got(analysed: Analysed) -> None:
    sent = months("DE", "KG", "TOTAL", {**USUAL, 2022: 1e6})
    reported = {2020: 1.3e6, 2021: 1.32e6, 2022: 5e6}
    got = "".join(f"KG,DE,import,TOTAL,{year},{value},EUR,,,\n" for year, value in reported.items())
    found = analysed(sent, got)
    last = found.mirror.filter(pl.col("year") == 2022).row(0, named=True)
    assert (last["sent"], last["got"]) == (12e6, 5e6)
    assert last["expected"] == pytest.approx(13.2e6)
    assert last["gap"] == pytest.approx(8.2e6)
    assert "EUR 8.2 m" in last["says"]
    assert found.mirror.filter(pl.col("year") == 2021)["says"].to_list() == [None]


def test_each_period_has_the_other_sides_figure_beside_it(analysed: Analysed) -> None:
    found = analysed(months("DE", "KG", "854231", USUAL) + months("DE", "KG", "854231", {2021: 4e4}, flow="import"))
    may = found.flows.filter(pl.col("period") == date(2021, 5, 1)).sort("reported_by")
    assert may["value"].to_list() == [1e5, 4e4]
    assert may["mirror"].to_list() == [4e4, 1e5]
    assert may["mirror_gap"].to_list() == pytest.approx([7e4, 7e4])
    assert found.flows.filter(pl.col("period") == date(2020, 5, 1))["mirror"].to_list() == [None]


def test_a_year_of_one_country_is_no_large_order(analysed: Analysed) -> None:
    figures = {2019: 1e6, 2020: 1e6, 2021: 1e6, 2022: 9e6}
    rows = "".join(f"DE,KG,export,854231,{year},{value},EUR,,,\n" for year, value in figures.items())
    row = verdict(analysed(rows))
    assert "one exporter (DE) is 100% of the rise" in row["reasons"]
    assert "large order" not in row["reasons"]


def test_mirror_flows_in_two_currencies_need_rates(analysed: Analysed, tmp_path: Path) -> None:
    sent = months("DE", "KG", "TOTAL", {2021: 1e6, 2022: 1e6})
    got = "".join(f"KG,DE,import,TOTAL,{year},12e6,USD,,,\n" for year in (2021, 2022))
    without = analysed(sent, got)
    assert without.mirror.height == 0
    assert any("different currencies (EUR/USD) without rates" in note for note in without.notes)
    table = tmp_path / "rates.csv"
    rates = "".join(f"2022-{n:02d}-01,EUR,1.25\n" for n in range(1, 13))
    table.write_text("date,currency,rate\n" + rates, encoding="utf-8")
    found = analysed(sent, got, rates=Rates(table, package=False))
    row = found.mirror.row(0, named=True)
    assert (row["year"], row["currency"], row["got"]) == (2022, "EUR", pytest.approx(9.6e6))


def test_the_more_it_matters_the_higher_it_ranks(analysed: Analysed) -> None:
    found = analysed(
        months("DE", "KG", "854231", {**USUAL, 2022: 4e5})
        + months("DE", "KG", "392690", {**USUAL, 2022: 4e5})
        + months("FR", "KG", "854231", {**USUAL, 2022: 4e5})
    )
    goods = found.verdicts.filter(pl.col("scope") == "good").sort("rank")
    assert goods["good"].to_list() == ["854231", "392690"]
    assert goods["rank"].to_list() == [1, 2]
    assert goods["exporters_rising"].to_list() == [2, 1]


@settings(max_examples=15, deadline=None)
@given(
    before=st.floats(1e4, 1e7), after=st.floats(1e4, 1e7), factor=st.sampled_from([0.5, 2.0, 10.0]), order=st.randoms()
)
def test_the_order_of_rows_changes_nothing_and_money_scales(
    before: float, after: float, factor: float, order: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from screening.intake.statistics import StatisticsReader

    def run(scale: float, *, mixed: bool) -> dict[str, Any]:
        lines = (
            months("DE", "KG", "854231", {2020: before * scale, 2021: before * scale, 2022: after * scale})
            + months("DE", "KZ", "854231", {2020: 5e5 * scale, 2021: 5e5 * scale, 2022: 5e5 * scale})
        ).splitlines(keepends=True)
        if mixed:
            order.shuffle(lines)
        path = tmp_path_factory.mktemp("flows") / "flows.csv"
        path.write_text(HEADER + "".join(lines), encoding="utf-8")
        return verdict(analyse(StatisticsReader([path]).read().rows))

    plain, mixed, scaled = run(1.0, mixed=False), run(1.0, mixed=True), run(factor, mixed=False)
    for name in ("value", "baseline", "ratio", "verdict", "score"):
        same = pytest.approx(plain[name]) if isinstance(plain[name], float) else plain[name]
        assert mixed[name] == same
    assert scaled["ratio"] == pytest.approx(plain["ratio"], rel=1e-9)
    assert scaled["value"] == pytest.approx(plain["value"] * factor, rel=1e-9)


def test_what_grew_and_is_no_rise_says_why(analysed: Analysed) -> None:
    found = analysed(months("DE", "KG", "854231", {2019: 10, 2020: 10, 2021: 10, 2022: 1000}))
    row = found.verdicts.filter(found.verdicts["good"] == "854231").row(0, named=True)
    assert row["verdict"] == "no rise"
    assert "too little to be called a rise" in row["reasons"]
    assert "EUR" in row["reasons"]
