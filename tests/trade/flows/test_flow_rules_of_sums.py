"""What may be added up and what not: each thing that would count twice, or count what nobody published."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import polars as pl
import pytest

from screening.errors import InputError
from screening.trade.flows.analysis import Analysis
from tests.trade.flows.conftest import months

Analysed = Callable[..., Analysis]


def value_of(found: Analysis, hub: str = "KG", good: str = "854231") -> float:
    rows = found.verdicts.filter(pl.col("hub") == hub, pl.col("good") == good)
    assert rows.height == 1
    return float(rows["value"][0])


def test_a_file_of_aggregates_only_is_refused_in_one_line(analysed: Analysed) -> None:
    with pytest.raises(InputError, match="only aggregates") as caught:
        analysed("DE,World,export,854231,2022-01,5,EUR,,,\nDE,CIS,export,854231,2022-01,5,EUR,,,\n")
    assert "by partner country" in str(caught.value)


def test_a_file_of_aggregates_beside_another_is_said(analysed: Analysed) -> None:
    found = analysed(
        months("DE", "KG", "854231", {2019: 10, 2020: 10, 2021: 10, 2022: 10}),
        "FR,World,export,854231,2022-01,5,EUR,,,\n",
    )
    assert any("flows1.csv: holds only aggregates" in note for note in found.notes)


def test_codes_of_mixed_length_are_counted_at_their_finest(analysed: Analysed) -> None:
    found = analysed(
        months("DE", "KG", "8542", {2021: 100, 2022: 100})
        + months("DE", "KG", "854231", {2021: 60, 2022: 60})
        + months("DE", "KG", "85423990", {2021: 30, 2022: 30})
    )
    assert value_of(found, good="854231") == 720
    assert value_of(found, good="854239") == 360
    assert value_of(found, good="all goods") == 1080
    assert any("8542 (90% of" in note for note in found.notes) is False
    assert any("24 rows of codes whose subheadings" in note for note in found.notes)


def test_two_currencies_are_never_added_up(analysed: Analysed) -> None:
    euros = months("DE", "KG", "854231", {2021: 10, 2022: 10})
    found = analysed(euros + euros.replace("EUR", "USD"))
    rows = found.verdicts.filter(pl.col("scope") == "good").sort("currency")
    assert rows["currency"].to_list() == ["EUR", "USD"]
    assert rows["value"].to_list() == [120.0, 120.0]
    assert any("never added up" in note for note in found.notes)


def test_repeated_rows_count_once_and_contradicting_ones_are_rejected(analysed: Analysed) -> None:
    once = months("DE", "KG", "854231", {2021: 10, 2022: 10})
    found = analysed(once + once + "DE,KG,export,854231,2022-05,999,EUR,,,\n")
    assert value_of(found) == 120
    assert any("24 rows repeat the figure" in note for note in found.notes)
    assert found.rejects.height == 1
    assert found.rejects["line"].to_list() == [50]
    assert "says another value than row" in found.rejects["reason"][0]


def test_a_country_that_trades_with_itself_is_set_aside(analysed: Analysed) -> None:
    found = analysed(
        months("DE", "KG", "854231", {2021: 10, 2022: 10}) + months("DE", "DE", "854231", {2021: 5, 2022: 5})
    )
    assert not found.flows.filter(pl.col("exporter") == pl.col("importer")).height
    assert any("same country as reporter and partner" in note for note in found.notes)


def test_re_exports_are_not_added_to_the_exports_that_hold_them(analysed: Analysed) -> None:
    rows = months("DE", "KG", "854231", {2021: 10, 2022: 10})
    found = analysed(rows + rows.replace(",export,", ",re-export,"))
    assert value_of(found) == 120


def test_a_group_is_an_exporter_only_where_none_of_its_members_reports(analysed: Analysed) -> None:
    union = months("EU27", "KG", "854231", {2021: 50, 2022: 50})
    beside = analysed(union + months("DE", "KG", "854231", {2021: 10, 2022: 10}))
    assert value_of(beside) == 120
    alone = analysed(union)
    assert value_of(alone) == 600
    assert any("taken as one exporter" in note for note in alone.notes)


def test_a_country_that_changed_its_code_is_one_series(analysed: Analysed) -> None:
    found = analysed(months("ROM", "KG", "854231", {2020: 10, 2021: 10}) + months("ROU", "KG", "854231", {2022: 10}))
    row = found.verdicts.filter(pl.col("scope") == "good").row(0, named=True)
    assert (row["before"], row["value"]) == (120.0, 120.0)


def test_a_month_nobody_published_is_compared_with_nothing(analysed: Analysed) -> None:
    rows = months("DE", "KG", "854231", {2020: 10, 2021: 10, 2022: 10})
    until_june = "".join(
        line for line in rows.splitlines(keepends=True) if not any(f"2022-{n:02d}" in line for n in range(7, 13))
    )
    row = analysed(until_june).verdicts.filter(pl.col("scope") == "good").row(0, named=True)
    assert row["compared"] == "January to June 2022"
    assert (row["value"], row["before"], row["baseline"], row["ratio"]) == (60.0, 60.0, 60.0, 1.0)


def test_a_month_with_an_empty_figure_makes_no_sum(analysed: Analysed) -> None:
    rows = months("DE", "KG", "854231", {2020: 10, 2021: 10, 2022: 10}).replace("2022-05,10,", "2022-05,,")
    rows += months("DE", "KZ", "854231", {2020: 10, 2021: 10, 2022: 10})
    found = analysed(rows)
    assert found.verdicts.filter(pl.col("scope") == "good", pl.col("hub") == "KG").height == 0
    may = found.flows.filter(pl.col("hub") == "KG", pl.col("period") == date(2022, 5, 1)).row(0, named=True)
    assert may["value"] is None


def test_a_month_without_a_row_of_a_reporter_who_published_is_no_trade(analysed: Analysed) -> None:
    rows = months("DE", "KZ", "854231", {2020: 10, 2021: 10, 2022: 10})
    rows += months("DE", "KG", "854231", {2021: 10, 2022: 10})  # nothing in 2020
    row = analysed(rows).verdicts.filter(pl.col("scope") == "good", pl.col("hub") == "KG").row(0, named=True)
    assert row["baseline"] == 60.0


def test_of_two_vintages_the_file_named_first_is_taken_and_said(analysed: Analysed) -> None:
    old = months("DE", "KG", "854231", {2021: 10, 2022: 10})
    new = months("DE", "KG", "854231", {2021: 10, 2022: 12})
    found = analysed(new, old)
    assert value_of(found) == 12 * 12
    assert found.rejects.height == 12
    assert any("12 rows of" in note and "the file named first was taken" in note for note in found.notes)
