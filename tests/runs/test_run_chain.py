"""Goods followed, red-flag alerts and our own book, from articles and customs records to the workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from screening import runs
from screening.errors import InputError

HEADER = (
    "DECLARATION NUMBER,DATE,DIRECTION,EXPORTER NAME,EXPORTER COUNTRY,EXPORTER ID,EXPORTER ADDRESS,IMPORTER NAME,"
    "IMPORTER COUNTRY,HS CODE,NET WEIGHT,INVOICE VALUE,CURRENCY,ORIGIN COUNTRY,DESTINATION COUNTRY"
)
STORY = """Invented firm sold much

A firm from Türkiye, Beispiel İç Ve Dış Ticaret, sold nearly half of the nitrocellulose, Import Sample says.
"""


@pytest.fixture
def entries(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(
        "entry_id,schema,name,country,measure,listed_on\n"
        "1,Company,Kazan Sample Powder Works,RU,asset_freeze,2023-05-10\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "records.csv"
    name = "BEISPIEL IC VE DIS TICARET LIMITED SIRKETI"
    seller, maker = f"{name},TR,,,", 'Specimen Cellulose GmbH,DE,,"Musterweg 1, Dresden"'
    lines = [
        f"D1,2023-05-03,IM,{maker},{name},TR,3912201100,1000,5000,USD,DE,TR",
        f"D2,2023-05-20,EX,{seller}Kazan Sample Powder Works,RU,3912201100,990,47000,USD,DE,RU",
        f"D3,2023-06-20,EX,{seller}OOO PRIMER OPT,RU,3912201100,500,20000,USD,DE,RU",
        "D4,2023-06-21,EX,Quite Another Seller AS,TR,,,OOO PRIMER OPT,RU,3912201100,500,33000,USD,TR,RU",
        "D5,2023-06-22,EX,Harmless Gardens Ltd,TR,123456789,,OOO PRIMER SAD,RU,0602900000,50,300,USD,TR,RU",
    ]  # fmt: skip
    path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "customers.csv"
    path.write_text(
        "Customer No,Name,Country,Address\n"
        '7,Muster Zellulose AG,DE,"Musterweg 1, Dresden"\n'
        "8,ООО «Пример Опт»,RU,\n"
        "9,Nobody At All Ltd,DE,\n",
        encoding="utf-8",
    )
    return path


def _sheet(run: Any, title: str) -> list[dict[str, Any]]:
    rows = list(openpyxl.load_workbook(run.workbook)[title].iter_rows(values_only=True))
    head = next(n for n, row in enumerate(rows) if len(row) > 4 and all(row))  # a row of bands has gaps
    return [dict(zip(rows[head], row, strict=False)) for row in rows[head + 1 :]]


def test_a_party_an_article_names_is_followed_though_no_list_has_it(
    tmp_path: Path, entries: Path, records: Path
) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    run = runs.articles([story], trade=[records], lists=[entries], out=tmp_path / "out")
    trades = {(row["side"], row["other"]): row["value_usd"] for row in run.table("chain_trades").to_pylist()}
    assert trades == {
        ("bought", "Specimen Cellulose GmbH"): 5000.0,
        ("sold", "Kazan Sample Powder Works"): 47000.0,
        ("sold", "OOO PRIMER OPT"): 20000.0,
    }
    whole = [row for row in run.table("chain_shares").to_pylist() if row["month"] is None and row["side"] == "sold"]
    assert whole[0]["of_value"] == pytest.approx(67000 / 105000, abs=1e-6)
    legs = run.table("chain_legs").to_pylist()
    assert ("same_lot", "Specimen Cellulose GmbH", "Kazan Sample Powder Works") in {
        (leg["grade"], leg["first_from"], leg["next_to"]) for leg in legs
    }
    followed = _sheet(run, "Goods followed")
    assert {row["Followed because of"] for row in followed} == {
        "Beispiel İç Ve Dış Ticaret, named in Invented firm sold much"
    }
    shares = [row["Party's share of the good in this file"] for row in followed]
    assert [share[: share.index(",")] for share in shares] == [
        "5 % of the value",
        "64 % of the value",
        "64 % of the value",
    ]
    assert "Chain" in openpyxl.load_workbook(run.workbook).sheetnames


def test_a_party_may_be_asked_for_by_name_or_number(tmp_path: Path, entries: Path, records: Path) -> None:
    asked = ["Beispiel Iç ve Dış Ticaret", "123456789", "Nobody Here"]
    run = runs.trade([records], party=asked, lists=[entries], out=tmp_path / "out")
    names = {row["name"] for row in run.table("chain_trades").to_pylist()}
    assert names == {"BEISPIEL IC VE DIS TICARET LIMITED SIRKETI", "Harmless Gardens Ltd"}
    assert any("'Nobody Here'" in note and "nothing to follow" in note for note in run.notes)
    assert runs.chain_text(run.path).splitlines()[0] == "  Specimen Cellulose GmbH (DE) --[ 391220: USD 5,000 ]-->"


def test_without_a_name_nothing_is_followed_but_the_leaders_are_shown(
    tmp_path: Path, entries: Path, records: Path
) -> None:
    run = runs.trade([records], lists=[entries], out=tmp_path / "out")
    assert not run.has("chain_trades")
    first = next(row for row in run.table("leaders").to_pylist() if row["side"] == "sold" and row["rank"] == 1)
    assert first["name"] == "BEISPIEL IC VE DIS TICARET LIMITED SIRKETI"
    assert first["said"].startswith("64 % of the value")


def test_flags_make_alerts_of_their_own_in_the_sheet_alerts(tmp_path: Path, entries: Path, records: Path) -> None:
    run = runs.trade([records], lists=[entries], out=tmp_path / "out")
    raised = {row["subject_name"]: row for row in run.table("party_alerts").to_pylist()}
    seller = raised["BEISPIEL IC VE DIS TICARET LIMITED SIRKETI"]
    assert "counterparty_listed" in seller["flags"]
    assert raised["Kazan Sample Powder Works"]["priority"] == run.hits.column("priority")[0].as_py()
    assert "OOO PRIMER SAD" not in raised
    alerts = {row["Alert ID"]: row for row in _sheet(run, "Alerts")}
    mine = alerts[seller["alert_id"]]
    assert (mine["Relation"], mine["Priority"], mine["Status"]) == ("red flags", seller["priority"], "Open")
    assert "counterparty listed" in mine["Primary name"]
    assert run.open_alerts == len(alerts) == len(raised) + len(run.hits)
    evidence = [row for row in _sheet(run, "Evidence") if row["Alert ID"] == seller["alert_id"]]
    assert [row["Place"] for row in evidence if row["Role"] == "exporter"][:1] == ["row 3"]
    flags = [row for row in _sheet(run, "Red flags") if row["Alert ID"] == seller["alert_id"]]
    assert {row["Outcome"] for row in flags} == {"raised", "not testable"}


def test_our_own_parties_are_found_by_name_and_by_address(
    tmp_path: Path, entries: Path, records: Path, book: Path
) -> None:
    run = runs.trade([records], parties=[book], lists=[entries], out=tmp_path / "out")
    found = {(row["own_name"], row["name"], row["matched_on"]) for row in run.table("own_parties").to_pylist()}
    assert ("ООО «Пример Опт»", "OOO PRIMER OPT", "name") in found
    assert ("Muster Zellulose AG", "Specimen Cellulose GmbH", "address") in found
    assert not any(own == "Nobody At All Ltd" for own, _, _ in found)
    (row,) = [row for row in _sheet(run, "Our own parties") if row["Found as"] == "OOO PRIMER OPT"]
    assert "importer on 2 records, USD 53,000" in row["What it does there"]
    assert row["Where in our book"].endswith("row 3")


def test_our_own_party_found_by_a_former_name_is_called_by_its_main_one(
    tmp_path: Path, entries: Path, records: Path
) -> None:
    book = tmp_path / "renamed.csv"
    book.write_text("name;former name\nZartmann Werke;ООО «Пример Опт»\n", encoding="utf-8")
    run = runs.trade([records], parties=[book], lists=[entries], out=tmp_path / "out")
    (row,) = run.table("own_parties").to_pylist()
    assert (row["own_name"], row["own_other_name"]) == ("Zartmann Werke", "ООО «Пример Опт»")
    (row,) = _sheet(run, "Our own parties")
    assert row["In our book"] == "Zartmann Werke (as ООО «Пример Опт»)"


def test_our_own_parties_named_in_articles(tmp_path: Path, entries: Path, book: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("A title\n\nThe firm Muster Zellulose AG of Dresden denied everything.\n", encoding="utf-8")
    run = runs.articles([story], parties=[book], lists=[entries], out=tmp_path / "out")
    assert run.table("own_parties").column("own_name").to_pylist() == ["Muster Zellulose AG"]
    assert run.manifest["counts"]["own_parties"] == 1


def test_a_book_that_cannot_be_read_is_a_clear_error(tmp_path: Path, entries: Path, records: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("", encoding="utf-8")
    with pytest.raises(Exception, match=r"bad\.csv"):
        runs.trade([records], parties=[bad], lists=[entries], out=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_too_many_names_are_not_spotted_word_by_word_and_that_is_said(
    tmp_path: Path, entries: Path, records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    monkeypatch.setattr("screening.runs.trade_part.SPOTTED", 1)
    run = runs.articles([story], trade=[records], lists=[entries], out=tmp_path / "out")
    assert any("not looked for word by word" in note for note in run.notes)
    assert run.table("chain_trades").num_rows == 3


def test_a_book_of_our_own_too_large_to_be_spotted_word_by_word_is_said_to_be_so(
    tmp_path: Path, entries: Path, records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    book = tmp_path / "book.csv"
    book.write_text("name,country\nOrdinary Customer Ltd,TR\nSecond Customer Ltd,TR\n", encoding="utf-8")
    monkeypatch.setattr("screening.runs.own_book.SPOTTED", 1)
    run = runs.articles([story], parties=[book], lists=[entries], out=tmp_path / "out")
    assert [note for note in run.notes if "2 names of our own parties were not looked for word by word" in note]


@pytest.mark.parametrize("party", [" ", ["Beispiel", ""]])
def test_a_party_to_follow_without_a_name_is_refused(
    records: Path, entries: Path, tmp_path: Path, party: str | list[str]
) -> None:
    with pytest.raises(InputError, match="has no name"):
        runs.trade(records, lists=[entries], out=tmp_path / "reports", party=party)
    assert not (tmp_path / "reports").exists()


def test_leading_parties_and_goods_followed_say_alike_who_is_listed_and_who_perhaps(
    tmp_path: Path, entries: Path
) -> None:
    path = tmp_path / "records.csv"
    maker = "Specimen Cellulose GmbH,DE,,"
    lines = [
        f"{number},2023-05-03,EX,{maker},{buyer},RU,3912201100,1000,5000,USD,DE,RU"
        for number, buyer in enumerate(
            ("Kazan Sample Powder Works", "Kazan Sample Powder Works Shipping", "OOO PRIMER OPT")
        )
    ]
    path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    run = runs.trade(
        [path], lists=[entries], party="Specimen Cellulose GmbH", out=tmp_path / "out", threshold=0.7, why="test"
    )
    relations = {row["subject_name"]: row["relation"] for row in run.hits.to_pylist()}
    assert relations["Kazan Sample Powder Works Shipping"] == "possible_affiliate"
    led = {row["Party"]: row["Listed"] for row in _sheet(run, "Leading parties") if row["Side"] == "bought"}
    assert led == {
        "Kazan Sample Powder Works": "listed",
        "Kazan Sample Powder Works Shipping": "listed? (affiliate)",
        "OOO PRIMER OPT": None,
    }
    followed = {row["Bought from / sold to"]: row["Known as"] or "" for row in _sheet(run, "Goods followed")}
    assert {name: mark.split(", ")[0] for name, mark in followed.items()} == {
        **led,
        "OOO PRIMER OPT": "",
    }


def test_one_firm_is_one_in_every_sheet_on_trade_though_a_row_has_no_number_or_country(
    tmp_path: Path, entries: Path
) -> None:
    path = tmp_path / "records.csv"
    head = "DATE,EXPORTER NAME,IMPORTER NAME,IMPORTER COUNTRY,IMPORTER ID,HS CODE,NET WEIGHT,INVOICE VALUE,CURRENCY"
    lines = [
        "2023-05-03,Specimen Cellulose GmbH,Kazan Sample Powder Works,,,3912201100,1000,5000,USD",
        "2023-06-03,Specimen Cellulose GmbH,Kazan Sample Powder Works,RU,7707083893,3912201100,1000,7000,USD",
    ]
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    run = runs.trade([path], lists=[entries], party="Specimen Cellulose GmbH", out=tmp_path / "out")
    (led,) = [row for row in _sheet(run, "Leading parties") if row["Side"] == "bought"]
    (followed,) = _sheet(run, "Goods followed")
    assert (led["Party"], led["Country"], led["USD"], led["Listed"]) == (
        *("Kazan Sample Powder Works", "RU", 12000, "listed"),
    )
    assert (followed["Bought from / sold to"], followed["Country"], followed["USD"], followed["Records"]) == (
        *("Kazan Sample Powder Works", "RU", 12000, 2),
    )
