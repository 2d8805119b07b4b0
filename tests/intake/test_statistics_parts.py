"""Flows published in parts, in rows of several measures, and with the publisher's own numbers of countries."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.errors import InputError
from screening.intake.statistics import Statistics, StatisticsReader
from screening.intake.statistics_places import trader
from screening.trade.flows.analysis import analyse


def read(tmp_path: Path, content: str, mapping: tuple[str, ...] = ()) -> Statistics:
    path = tmp_path / "table.csv"
    path.write_text(content, encoding="utf-8")
    return StatisticsReader([path], mapping).read()


def exports(found: Statistics) -> float:
    rows = analyse(found.rows).flows
    return float(rows["value"].sum())


COMEXT = "REPORTER,PARTNER,PRODUCT_NC,FLOW,STAT_PROCEDURE,PERIOD,VALUE_EUR,QUANTITY_KG\n"


def test_the_procedures_of_a_comext_file_are_added_up(tmp_path: Path) -> None:
    found = read(tmp_path, COMEXT + "PL,KG,85423190,2,1,202203,90,9\nPL,KG,85423190,2,2,202203,10,1\n")
    assert found.rejects.height == 0
    assert exports(found) == 100
    assert any("2 rows are by statistical procedures without a total" in note for note in found.notes)


def test_the_sum_over_procedures_goes_before_its_parts(tmp_path: Path) -> None:
    lines = "".join(
        f"PL,KG,85423190,2,{name},202203,{value},\n" for name, value in (("1", 90), ("2", 10), ("TOTAL", 100))
    )
    assert exports(read(tmp_path, COMEXT + lines)) == 100


def test_provinces_and_regimes_are_parts_of_a_flow(tmp_path: Path) -> None:
    head = "reporter,partner,flow,code,period,value,currency,region,customs regime\n"
    lines = "".join(
        f"RU,KG,export,854231,2022-03,{value},USD,{region},{regime}\n"
        for region, regime, value in (("Omsk", "10", 1), ("Omsk", "40", 2), ("Tomsk", "10", 4), ("Tomsk", "40", 8))
    )
    found = read(tmp_path, head + lines)
    assert found.rows["value"].sum() == 15
    assert found.rejects.height == 0
    assert len(found.rows["part"].unique()) == 4


def test_weights_and_quantities_in_rows_of_their_own_are_no_values(tmp_path: Path) -> None:
    lines = "".join(
        f"M,DE,KG,854231,2,{indicator},2022-0{month},{value}\n"
        for month in (3, 4)
        for indicator, value in (("QUANTITY_IN_100KG", 2), ("VALUE_IN_EUROS", 5000), ("SUPPLEMENTARY_QUANTITY", 70))
    )
    found = read(tmp_path, "freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n" + lines)
    assert found.rows.select("value", "net_kg", "quantity", "currency").unique().rows() == [(5000, 200, 70, "EUR")]
    assert found.rows.height == 2


@pytest.mark.parametrize(
    ("flows", "value", "says"),
    [
        ({"X": 10, "DX": 7, "RX": 3}, 10, "domestic exports: set aside"),
        ({"DX": 7, "X": 10}, 10, "domestic exports: set aside"),
        ({"DX": 7, "RX": 3}, 10, "gives no exports but domestic exports and re-exports"),
        ({"RX": 3}, 3, "gives no exports but re-exports"),
        ({"X": 10, "XIP": 2, "RM": 1}, 10, "processing trade: set aside"),
    ],
)
def test_the_whole_goes_before_its_parts_and_parts_stand_for_it(
    tmp_path: Path, flows: dict[str, int], value: int, says: str
) -> None:
    lines = "".join(f"HK,RU,{flow},854231,2022-03,{each},USD\n" for flow, each in flows.items())
    found = analyse(read(tmp_path, "reporter,partner,flow,code,period,value,currency\n" + lines).rows)
    assert found.flows["value"].sum() == value
    assert found.rejects.height == 0
    assert any(says in note for note in found.notes)


def test_names_go_before_the_publishers_own_numbers(tmp_path: Path) -> None:
    head = "reporter,partner_code,partner,flow,code,period,value,currency\n"
    found = read(
        tmp_path, head + "CN,344,俄罗斯,export,854231,2022-03,5,USD\nCN,134,吉尔吉斯斯坦,export,854231,2022-03,5,USD\n"
    )
    assert found.rows["partner"].to_list() == ["RU", "KG"]
    assert any("344 is RU by its name, HK in the UN's list" in note for note in found.notes)


def test_numbers_that_are_another_lists_are_refused_and_not_taken_for_countries(tmp_path: Path) -> None:
    lines = "".join(f"JP,{number},export,854231,2022-03,5,USD\n" for number in (155, 224, 304, 103, 105))
    with pytest.raises(InputError, match=r"numbers of the partners are not those of the United Nations .M49.: "):
        read(tmp_path, "reporter,partner,flow,code,period,value,currency\n" + lines)


@pytest.mark.parametrize(
    ("cell", "who"),
    [
        ("Ղրղզստան / Кыргызстан / Kyrgyzstan", "KG"),
        ("Rusya Federasyonu\nRussian Federation", "RU"),
        ("Toplam - Total", "WORLD"),
        ("Turkey / Georgia", None),
        ("Iran / Elsewhere", None),
        ("QR", "UNSPECIFIED"),
    ],
)
def test_a_name_in_several_languages_is_what_all_of_them_say(cell: str, who: str | None) -> None:
    found = trader(cell)
    assert (found.id if found else None) == who
