"""Addresses in party tables: a channel of their own, discounted where many share one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from screening import runs

PLACE = "Musterstraße 17, 01067 Dresden, Germany"


@pytest.fixture
def entries(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(
        "entry_id,schema,name,country,address,measure,listed_on\n"
        f'1,Company,Beispiel Chemie GmbH,DE,"{PLACE}",asset_freeze,2023-06-01\n'
        '2,Company,Address 03,HK,"Room 1204 Sample Tower 88 Invented Road, Wan Chai, Hong Kong",export_licence,\n',
        encoding="utf-8",
    )
    return path


def _run(tmp_path: Path, entries: Path, rows: list[str]) -> Any:
    path = tmp_path / "customers.csv"
    path.write_text("Customer No,Name,Country,Address\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return runs.parties([path], lists=[entries], out=tmp_path / "out")


def test_another_name_at_a_listed_address_is_an_alert(tmp_path: Path, entries: Path) -> None:
    run = _run(
        tmp_path,
        entries,
        [
            '1,Quite Different AG,DE,"Musterstr. 17, Dresden"',
            '2,Elsewhere Ltd,DE,"Musterstr. 18, Dresden"',
            "3,Without Address Ltd,DE,",
            '4,Shell Trading Ltd,HK,"Rm 1204, Sample Tower, 88 Invented Rd, Wanchai, Hong Kong"',
        ],
    )
    raised = {row["subject_name"]: row for row in run.table("party_alerts").to_pylist()}
    assert set(raised) == {"Quite Different AG", "Shell Trading Ltd"}
    assert raised["Quite Different AG"]["flags"] == ["listed_address"]
    assert raised["Quite Different AG"]["priority"] == "medium"
    assert "Beispiel Chemie GmbH" in raised["Quite Different AG"]["why"]
    outcomes = {(row["flag_id"], row["outcome"]) for row in run.table("flags").to_pylist()}
    assert ("listed_address", "not_testable") in outcomes
    book = openpyxl.load_workbook(run.workbook)
    alerts = [row for row in book["Alerts"].iter_rows(values_only=True) if "Quite Different AG" in row]
    assert alerts
    assert "red flags" in alerts[0]
    assert run.open_alerts == 2


def test_the_listed_party_itself_is_no_second_alert(tmp_path: Path, entries: Path) -> None:
    run = _run(tmp_path, entries, [f'1,Beispiel Chemie GmbH,DE,"{PLACE}"'])
    assert len(run.hits) == 1
    assert run.table("party_alerts").num_rows == 0


def test_an_address_many_share_counts_less_and_says_so(tmp_path: Path, entries: Path) -> None:
    few = [f'{n},Firm Number {n} Ltd,DE,"{PLACE}"' for n in range(20)]
    run = _run(tmp_path, entries, few)
    alerts = run.table("party_alerts").to_pylist()
    assert len(alerts) == 20
    assert "An address of mass registration: 20 parties of this file share it" in alerts[0]["why"]
    assert {row["priority"] for row in alerts} == {"low"}
    many = [f'{n},Firm Number {n} Ltd,DE,"{PLACE}"' for n in range(60)]
    assert _run(tmp_path, entries, many).table("party_alerts").num_rows == 0


@pytest.mark.parametrize(
    ("address", "priority"),
    [
        ("ul. Lenina 5, Sevastopol", "high"),
        ("Симферополь, Крым, ул. Ленина 1", "high"),
        ("298600 Ялта, ул. Мира 5", "high"),
        ("Donetsk, Artema 1", "low"),  # or the town in the Rostov region
        ("Donetsk 83050, Artema 1", "high"),
        ("Donetsk Oblast, Kramatorsk", "low"),  # only part of it: look where
    ],
)
def test_a_territory_under_sanctions_is_named(tmp_path: Path, entries: Path, address: str, priority: str) -> None:
    run = _run(tmp_path, entries, [f'1,Southport Ltd,,"{address}"'])
    (alert,) = run.table("party_alerts").to_pylist()
    assert (alert["flags"], alert["priority"]) == (["sanctioned_territory"], priority)
