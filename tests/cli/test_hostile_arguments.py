"""Arguments and settings that are damaged or made to do harm end in exit code 2 with one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from screening.cli import app as cli
from screening.cli.failures import say
from screening.reference import lists_dir

DEMO = lists_dir() / "demo"
LIST = str(DEMO / "example_us_ofac_2026-08-20.csv")
TABLE = str(DEMO / "trade" / "invented_tr_import.csv")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--party", "a\udcffb"], "--party: 'a?b' is not text in UTF-8"),
        (["--why", "a\udcffb"], "--why: 'a?b' is not text in UTF-8"),
        (["--out", "x" * 5_000], "cannot be used"),
    ],
)
def test_an_argument_that_cannot_be_used_is_a_mistake_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli.app, ["trade", TABLE, "--list", LIST, *arguments])
    assert (result.exit_code, [*tmp_path.glob("reports/*")]) == (2, [])
    assert says in " ".join(result.output.split())


def test_a_list_whose_path_cannot_be_used_is_a_list_that_is_missing() -> None:
    result = CliRunner().invoke(cli.app, ["match", "Uzstanex", "--list", "x" * 5_000])
    assert result.exit_code == 4
    assert "cannot be used" in result.output


@pytest.mark.parametrize("content", ["a = " + "[" * 5_000, "limit = " + "9" * 10_000])
@pytest.mark.parametrize("option", ["--settings", "--flag-rules"])
def test_toml_no_parser_takes_is_wrong_settings(tmp_path: Path, content: str, option: str) -> None:
    (tmp_path / "own.toml").write_text(content, encoding="utf-8")
    arguments = ["trade", TABLE, "--list", LIST, "--out", str(tmp_path / "out"), option, str(tmp_path / "own.toml")]
    result = CliRunner().invoke(cli.app, arguments)
    assert result.exit_code == 2
    assert "not valid TOML" in result.output


@pytest.mark.parametrize("content", ["a = " + "[" * 5_000, 'name = "j"\n[store]\nplace = "a\\u0000b"\n'])
def test_a_job_no_parser_takes_or_with_a_zero_byte_in_a_path_is_wrong(tmp_path: Path, content: str) -> None:
    (tmp_path / "job.toml").write_text(content, encoding="utf-8")
    assert CliRunner().invoke(cli.app, ["run", str(tmp_path / "job.toml")]).exit_code == 2


def test_a_workbook_on_standard_input_is_read_without_its_name(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Importer", "HS code", "Date"])
    for _ in range(3):
        book.active.append(["Firm", "854231", "2023-01-01"])
    book.active.merge_cells("A2:A3")
    book.save(tmp_path / "table.xlsx")
    arguments = ["trade", "-", "--list", LIST, "--out", str(tmp_path / "out")]
    result = CliRunner().invoke(cli.app, arguments, input=(tmp_path / "table.xlsx").read_bytes())
    assert result.exit_code in (0, 3), result.output


def test_a_message_of_any_length_keeps_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    say("x" * 100_000 + ". Write it in UTF-8")
    said = capsys.readouterr().err
    assert len(said) < 2_100
    assert said.endswith(". Write it in UTF-8\n")
