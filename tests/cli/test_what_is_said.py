"""What commands say to somebody who uses them for the first time: whom they found, and what to do about a slip."""

from __future__ import annotations

import json
import re
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from screening.cli.app import app

runner = CliRunner()
RECORDS = (
    "DECLARATION NUMBER,DATE,EXPORTER NAME,IMPORTER NAME,HS CODE,NET WEIGHT\n"
    "D1,2023-04-03,Third Garden LLC,Another Garden LLC,3912201100,100\n"
)


def run(*arguments: object):
    return runner.invoke(app, [str(each) for each in arguments])


def _written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def renamed(tmp_path: Path) -> Path:
    """Two customers, of whom one was called as the other is."""
    return _written(
        tmp_path / "two.csv",
        "Name;Former name;Country\nUZSTANEX MChJ;;UZ\nSpring Meadow LLC;UZSTANEX MChJ;UZ\n",
    )


def test_each_subject_found_is_named_and_by_which_name_it_was_found(
    tmp_path: Path, small_list: Path, renamed: Path
) -> None:
    result = run("parties", renamed, "--list", small_list, "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert "Spring Meadow LLC (as UZSTANEX MChJ)" in result.stdout
    assert any(line.startswith("UZSTANEX MChJ  ") for line in result.stdout.splitlines())
    assert "3 places where subjects stand; 2 hits, 2 open alerts." in result.stdout
    sheet = openpyxl.load_workbook(next((tmp_path / "out").glob("*/report.xlsx")))["Alerts"]
    heads, *rows = [row for row in sheet.iter_rows(values_only=True) if row[0] and row[0] != "Alert"]
    why = [dict(zip(heads, row, strict=True))["Why it matched"] for row in rows]
    assert sum(text.startswith("Found as UZSTANEX MChJ, another name of Spring Meadow LLC.") for text in why) == 1
    assert sum(text.startswith("Found as ") for text in why) == 1


def test_subjects_of_one_name_are_one_line_that_says_how_many_they_are(tmp_path: Path, small_list: Path) -> None:
    two = _written(tmp_path / "two.csv", "id;name\n1;UZSTANEX MChJ\n2;UZSTANEX MChJ\n")
    result = run("parties", two, "--list", small_list, "--out", tmp_path / "out")
    assert "UZSTANEX MChJ (2 subjects)" in result.stdout


def test_subjects_of_one_name_that_match_otherwise_are_lines_of_their_own(tmp_path: Path, small_list: Path) -> None:
    listed = _written(
        tmp_path / "listed.csv",
        "entry_id,schema,name,birth_date,country,measure\nJ1,Person,Igor Beispielov,1957-09-01,IR,asset_freeze\n",
    )
    born = ("1957-09-01", "1930-05-01", "1931-02-02", "")
    rows = "".join(f"{number},Igor Beispielov,{day},IR\n" for number, day in enumerate(born))
    named = _written(tmp_path / "named.csv", "id,name,birth_date,nationality\n" + rows)
    result = run("parties", named, "--list", listed, "--out", tmp_path / "out")
    lines = [re.split(r"\s{2,}", line)[:2] for line in result.stdout.splitlines() if "J1" in line]
    assert lines == [
        ["Igor Beispielov", "exact"],
        ["Igor Beispielov", "strong"],
        ["Igor Beispielov (2 subjects)", "weak"],
    ]
    assert "4 hits, 4 open alerts" in result.stdout


def test_one_of_a_thing_is_said_in_the_singular(tmp_path: Path, small_list: Path) -> None:
    one = _written(tmp_path / "one.csv", "name\nUZSTANEX MChJ\n")
    result = run("parties", one, "--list", small_list, "--out", tmp_path / "out")
    assert "1 place where a subject stands; 1 hit, 1 open alert." in result.stdout


def test_a_single_run_says_that_decisions_on_it_are_not_kept(tmp_path: Path, small_list: Path, renamed: Path) -> None:
    result = run("parties", renamed, "--list", small_list, "--out", tmp_path / "out")
    assert "screening run JOB.toml" in result.stdout.splitlines()[-1]
    method = openpyxl.load_workbook(next((tmp_path / "out").glob("*/report.xlsx")))["Method"]
    assert any("not kept" in str(row[1]) for row in method.iter_rows(values_only=True))
    harmless = _written(tmp_path / "none.csv", "name\nQuiet Meadow Ltd\n")
    assert "JOB.toml" not in run("parties", harmless, "--list", small_list, "--out", tmp_path / "out").stdout


def test_our_own_parties_are_called_by_their_main_name_and_files_of_one_name_are_told_apart(
    tmp_path: Path, small_list: Path
) -> None:
    records = _written(tmp_path / "records.csv", RECORDS)
    renamed = _written(tmp_path / "a" / "c.csv", "Name;Former name\nHarbour Trade LLC;Third Garden LLC\n")
    same = _written(tmp_path / "b" / "c.csv", "Name;Former name\nAnother Garden LLC;\n")
    result = run(
        "trade", records, "--parties", renamed, "--parties", same, "--list", small_list, "--out", tmp_path / "out"
    )
    assert result.exit_code == 0, result.output
    assert "Harbour Trade LLC (as Third Garden LLC)" in result.stdout
    assert " a/c.csv, row 2" in result.stdout
    assert " b/c.csv, row 2" in result.stdout
    sheet = openpyxl.load_workbook(next((tmp_path / "out").glob("*/report.xlsx")))["Our own parties"]
    ours = {row[1] for row in sheet.iter_rows(values_only=True, min_row=2)}
    assert ours == {"Harbour Trade LLC (as Third Garden LLC)", "Another Garden LLC"}


@pytest.mark.parametrize(
    ("named", "says", "not_said"),
    [
        ("ch_seco", "screening lists update ch_seco", "id you mean"),  # known, and never imported
        ("ch_seco", "screening lists import FILE --as ch_seco", "id you mean"),
        ("us_ofac_snd", "Did you mean us_ofac_sdn?", "lists update"),
        ("nothing_like_it_at_all", "See: screening lists show", "id you mean"),
    ],
)
def test_a_list_that_is_not_there_is_said_to_be_missing_or_misspelt(named: str, says: str, not_said: str) -> None:
    result = run("match", "Somebody", "--list", named)
    assert result.exit_code == 4
    assert says in result.stderr
    assert not_said not in result.stderr


@pytest.mark.parametrize(
    ("command", "content", "options"),
    [
        ("parties", None, ()),
        ("parties", "", ()),
        ("parties", "name;country\nSomebody;UZ\n", ("--map", "name=NOWHERE")),
        ("trade", None, ()),
        ("trade", "", ()),
        ("trade", RECORDS, ("--map", "importer=NOWHERE")),
        ("trade", RECORDS, ("--parties", "no_such_book.csv")),
        ("articles", None, ()),
        ("articles", "", ()),
    ],
)
def test_what_is_wrong_with_the_input_is_said_before_the_lists_are_made_ready(
    tmp_path: Path, small_list: Path, command: str, content: str | None, options: tuple[str, ...]
) -> None:
    file = tmp_path / "input.csv"
    if content is not None:
        _written(file, content)
    result = run(command, file, "--list", small_list, "--out", tmp_path / "out", *options)
    assert result.exit_code == 2, result.output
    assert "preparing" not in result.stderr
    assert "loading" not in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_of_several_files_one_that_cannot_be_read_stops_nothing(tmp_path: Path, small_list: Path) -> None:
    empty = _written(tmp_path / "empty.csv", "")
    good = _written(tmp_path / "good.csv", "name\nUZSTANEX MChJ\n")
    result = run("parties", empty, good, "--list", small_list, "--out", tmp_path / "out", "--log-json")
    assert result.exit_code == 3, result.output
    assert json.loads(result.stdout.splitlines()[-1])["counts"]["hits"] == 1


def test_the_mapping_is_shown_without_any_list(tmp_path: Path) -> None:
    records = _written(tmp_path / "records.csv", RECORDS)
    result = run("trade", records, "--show-mapping", "--list", "no_such_list")
    assert result.exit_code == 0, result.output
    assert "loading" not in result.stderr


@pytest.mark.parametrize(
    "headings",
    [
        "Name;HS code;Consignee;Net weight, kg",
        "Наименование;ТН ВЭД;Получатель;Вес нетто, кг",
        "Firma adı;GTİP;Alıcı;Net ağırlık (kg)",
    ],
)
def test_customs_records_among_party_tables_are_pointed_to_the_right_command(
    tmp_path: Path, small_list: Path, headings: str
) -> None:
    table = _written(tmp_path / "table.csv", f"{headings}\nQuiet Meadow Ltd;391220;Third Garden LLC;5\n")
    result = run(
        "parties",
        table,
        "--list",
        small_list,
        "--out",
        tmp_path / "out",
        "--map",
        f"name={headings[: headings.index(';')]}",
    )
    assert "this looks like customs records: use `screening trade`" in " ".join(result.output.split())


@pytest.mark.parametrize("headings", ["Supplier;HS codes;Address;Country", "Name;Remark;Product;Quantity"])
def test_a_table_of_suppliers_that_says_what_they_sell_is_no_customs_table(
    tmp_path: Path, small_list: Path, headings: str
) -> None:
    table = _written(tmp_path / "table.csv", f"{headings}\nQuiet Meadow Ltd;391220;Garden 5;5\n")
    result = run("parties", table, "--list", small_list, "--out", tmp_path / "out")
    assert "columns not used" in result.output
    assert "customs records" not in result.output


@pytest.mark.parametrize(
    "headings",
    ["Name;Former name;Country;Product;Description", "Name;Date of birth;Product;Goods", "Firma;Ansprechpartner;Land"],
)
def test_party_tables_among_customs_records_are_pointed_to_the_right_command(
    tmp_path: Path, small_list: Path, headings: str
) -> None:
    row = ";".join(f"Garden {number}" for number in range(headings.count(";") + 1))
    table = _written(tmp_path / "table.csv", f"{headings}\n{row}\n{row} two\n")
    result = run("trade", table, "--list", small_list, "--out", tmp_path / "out")
    assert result.exit_code == 2, result.output
    assert "use `screening parties`" in result.stderr


def test_records_that_cannot_be_read_are_no_party_table(tmp_path: Path, small_list: Path) -> None:
    table = _written(tmp_path / "table.csv", "Importer;Importer;HS code;Name\nA Garden;B Garden;391220;C Garden\n")
    result = run("trade", table, "--list", small_list, "--out", tmp_path / "out")
    assert "screening parties" not in result.stderr
