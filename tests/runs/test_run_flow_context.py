"""What trade statistics say of a country and good stands beside customs records and stories, as context and no flag."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from openpyxl import load_workbook

from screening import runs
from screening.errors import InputError
from screening.trade.flows.lookup import FlowBook, countries_in, goods_in


@pytest.fixture
def statistics(tmp_path: Path) -> Path:
    """Germany's exports of processors and of nitrocellulose to Kyrgyzstan and Kazakhstan."""
    lines = ["reporter,partner,flow,code,period,value,currency"]
    for partner, code, low, high in (
        ("KG", "854231", 20_000, 400_000),
        ("KG", "391220", 30_000, 330_000),
        ("KZ", "854231", 50_000, 50_000),
        ("RU", "854231", 900_000, 100_000),
        ("RU", "391220", 500_000, 0),
    ):
        lines += [
            f"DE,{partner},export,{code},{year}-{month:02d},{high if year == 2022 else low},EUR"
            for year in (2019, 2020, 2021, 2022)
            for month in range(1, 13)
        ]
    path = tmp_path / "germany.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def declarations(tmp_path: Path) -> Path:
    """Three records: to Kyrgyzstan, to Kazakhstan, and to neither."""
    path = tmp_path / "declarations.csv"
    path.write_text(
        "Declaration No,Date,Exporter,Importer,HS code,Description,Country of dispatch,Country of destination,"
        "Value USD\n"
        "1,2022-08-01,Quiet Meadow GmbH,Bishkek Invented OsOO,8542319010,Processors,DE,KG,1000\n"
        "2,2022-08-02,Quiet Meadow GmbH,Almaty Invented TOO,8542319010,Processors,DE,KZ,2000\n"
        "3,2022-08-03,Quiet Meadow GmbH,Paris Invented SARL,8542319010,Processors,DE,FR,3000\n"
        "4,2022-08-04,Quiet Meadow GmbH,Bishkek Invented OsOO,8703230000,Cars,DE,KG,3000\n",
        encoding="utf-8",
    )
    return path


def test_records_get_the_verdict_on_their_country_and_good(
    statistics: Path, declarations: Path, small_list: Path, tmp_path: Path
) -> None:
    run = runs.trade(declarations, lists=[small_list], flows=statistics, out=tmp_path / "out")
    rows = {(row["hub"], row["good"]): row for row in run.table("record_flows").to_pylist()}
    assert set(rows) == {("KG", "854231"), ("KZ", "854231")}
    assert rows["KG", "854231"]["verdict"] == "rise while the direct trade fell"
    assert rows["KZ", "854231"]["verdict"] == "no rise"
    assert "20.0" not in rows["KZ", "854231"]["words"]
    sheet = load_workbook(run.workbook)["Flows as context"]
    heads = [cell.value for cell in sheet[1]]
    first = dict(zip(heads, (cell.value for cell in sheet[2]), strict=True))
    assert (first["Country"], first["Records"], first["Stories"]) == ("Kyrgyzstan", 1, None or 0)
    assert "declarations.csv, row 2" in first["Where: first places"]


def test_the_statistics_are_context_and_no_flag(
    statistics: Path, declarations: Path, small_list: Path, tmp_path: Path
) -> None:
    plain = runs.trade(declarations, lists=[small_list], out=tmp_path / "a")
    beside = runs.trade(declarations, lists=[small_list], flows=statistics, out=tmp_path / "b")
    assert beside.table("flags").equals(plain.table("flags"))
    assert beside.open_alerts == plain.open_alerts


def test_an_earlier_run_over_the_statistics_serves_as_well(
    statistics: Path, declarations: Path, small_list: Path, tmp_path: Path
) -> None:
    earlier = runs.flows(statistics, out=tmp_path / "flows")
    from_files = runs.trade(declarations, lists=[small_list], flows=statistics, out=tmp_path / "a")
    for given in (earlier.path, earlier.path / "flow_verdicts.parquet"):
        run = runs.trade(declarations, lists=[small_list], flows=given, out=tmp_path / given.name)
        assert run.table("record_flows").equals(from_files.table("record_flows"))


def test_stories_get_the_verdict_on_the_countries_and_goods_they_name(
    statistics: Path, small_list: Path, tmp_path: Path
) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / "one.txt").write_text(
        "Propellant by way of Bishkek\n\nShipments of nitrocellulose to Kyrgyzstan rose, traders said.\n",
        encoding="utf-8",
    )
    (news / "two.txt").write_text("Рынки\n\nТорговля с Казахстаном растёт, сообщили в ведомстве.\n", encoding="utf-8")
    run = runs.articles(news, lists=[small_list], flows=statistics, out=tmp_path / "out")
    sheet = load_workbook(run.workbook)["Flows as context"]
    heads = [cell.value for cell in sheet[1]]
    found = {
        (row[heads.index("Country")], str(row[heads.index("Good")])[:7]): row[heads.index("Where: first places")]
        for row in sheet.iter_rows(min_row=2, values_only=True)
    }
    assert set(found) == {("Kyrgyzstan", "3912.20"), ("Kazakhstan", "all goo")}
    assert "one.txt" in found["Kyrgyzstan", "3912.20"]


def test_countries_and_goods_are_found_in_texts_of_several_languages() -> None:
    hubs = frozenset({"KG", "UZ", "AM"})
    assert countries_in("Из Узбекистана в Киргизию", hubs) == ["UZ", "KG"]
    assert countries_in("Armenian firms and Uzbekistan", hubs) == ["AM", "UZ"]
    assert countries_in("Germany and Brazil", hubs) == []
    assert [good.codes for good in goods_in("поставки нитроцеллюлозы")] == [("391220",)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Exports of microchips to Kyrgyzstan rose", ("8541", "8542")),
        ("Поставки подшипников в Киргизию выросли", ("8482",)),
        ("Kırgızistan'a yarı iletken ihracatı", ("8541", "8542")),
        ("Ввоз станков с ЧПУ", ("8456", "8457", "8458", "8459", "8466")),
        ("goods of HS code 8542.39 went to Bishkek", ("854239",)),
        ("товары по коду ТН ВЭД 8703 24", ("870324",)),
        ("word " * 2_000 + "semiconductors", ("8541", "8542")),
    ],
)
def test_a_story_names_goods_as_the_news_do(text: str, codes: tuple[str, ...]) -> None:
    assert codes in [good.codes for good in goods_in(text)]


@pytest.mark.parametrize(
    "text",
    ["He was bearing the flag", "Чипсы подорожали", "since 2022 the HS has no such", "in 8542 cases", "the navigator"],
)
def test_words_of_other_things_are_no_goods(text: str) -> None:
    assert goods_in(text) == []


def test_a_story_on_a_kind_of_goods_gets_the_worst_verdict_of_its_codes() -> None:
    rows = [("854231", 0.2), ("854239", 0.6), ("848210", 0.9)]
    verdicts = pl.DataFrame(
        [("KG", "good", code, code, score, 1.0, "exporter") for code, score in rows]
        + [("KG", "regime", "chpl", "", 0.1, 1.0, "exporter")],
        schema=["hub", "scope", "good", "codes", "score", "value", "reported_by"],
        orient="row",
    )
    book = FlowBook(verdicts)
    for text, expected in (("semiconductors", "854239"), ("machine tools", "chpl"), ("drones", None)):
        [good] = goods_in(text)
        told = book.among("KG", good)
        assert (told["good"] if told else None) == expected
    assert book.among("UZ", goods_in("semiconductors")[0]) is None


def test_goods_of_our_own_count_in_statistics_read_beside_records(
    statistics: Path, declarations: Path, small_list: Path, tmp_path: Path
) -> None:
    with statistics.open("a", encoding="utf-8") as file:
        file.writelines(f"DE,KG,export,870323,{year}-{m:02d},5000,EUR\n" for year in (2021, 2022) for m in range(1, 13))
    own = tmp_path / "own.tsv"
    own.write_text(
        "# source: ours\n# date: 2026-01-01\n"
        "regime\tcode\tdepth\ths_edition\tfrom\tto\ttier\tweight\tdescription\tfamily\n"
        "ours\t870323\t6\tHS2017 HS2022\t2020-01-01\t\t1\t1.0\tCars we watch\t\n",
        encoding="utf-8",
    )
    run = runs.trade(declarations, lists=[small_list], flows=statistics, goods=[own], out=tmp_path / "out")
    words = {row["good"]: row["words"] for row in run.table("record_flows").to_pylist()}
    assert "8703.23 (Cars we watch)" in words["870323"]


def test_a_damaged_table_of_verdicts_is_one_clear_line(declarations: Path, small_list: Path, tmp_path: Path) -> None:
    path = tmp_path / "flow_verdicts.parquet"
    path.write_bytes(b"PAR1xxxxPAR1")
    with pytest.raises(InputError, match=r"flow_verdicts.parquet: the Parquet file is damaged"):
        runs.trade(declarations, lists=[small_list], flows=path, out=tmp_path / "out")
    assert not list((tmp_path / "out").glob("*"))
