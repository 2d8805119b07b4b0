"""The command line: one line and the right exit code for each mistake, and nothing heavy for ``--help``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from screening.cli.app import app

runner = CliRunner()
OPTIONS = "--list --as-of --threshold --why --out --settings --limit --max-age --data-dir --fail-on-alert --log-json"


def run(*arguments: object, stdin: bytes | None = None):
    return runner.invoke(app, [str(each) for each in arguments], input=stdin)


def test_help_names_every_command_and_exit_code() -> None:
    result = run("--help")
    assert result.exit_code == 0
    for word in ("demo", "match", "compare", "articles", "parties", "lists", "quarantine", "rejected"):
        assert word in result.output
    for code in (1, 4, 2, 10, 5, 3, 0):
        assert f" {code}  " in result.output


@pytest.mark.parametrize("command", ["demo", "match", "compare", "articles", "parties", "lists"])
def test_every_command_has_help(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_the_options_of_the_design_are_there() -> None:
    for command in ("articles", "parties"):
        output = run(command, "--help").output
        for option in OPTIONS.split():
            assert option in output
    assert "--map" in run("parties", "--help").output


def test_parties_prints_hits_and_where_the_workbook_is(tmp_path: Path, small_list: Path, customers: Path) -> None:
    result = run("parties", customers, "--list", small_list, "--out", tmp_path / "out")
    assert result.exit_code == 3
    assert "UZSTANEX MChJ" in result.stdout
    assert "report.xlsx" in result.stdout
    assert "1 rejected" in result.stdout


def test_open_alerts_go_before_rejected_rows(tmp_path: Path, small_list: Path, customers: Path) -> None:
    result = run("parties", customers, "--list", small_list, "--out", tmp_path / "out", "--fail-on-alert")
    assert result.exit_code == 10


def test_that_nothing_was_found_is_not_said_of_what_could_not_be_read(tmp_path: Path, small_list: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("name,country\nHarmless Gardens,UZ\nUzstanex,UZ,more\n", encoding="utf-8")
    result = run("parties", path, "--list", small_list, "--out", tmp_path / "out")
    assert result.exit_code == 3
    assert "Nothing found." not in result.stdout
    assert "Nothing found in what could be read." in result.stdout
    assert "1 row or file could not be read and was not screened" in result.stdout


def test_a_total_is_said_to_be_no_record_and_not_to_be_unread(tmp_path: Path, small_list: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "Date,Importer,HS code,Value USD\n2023-05-04,Harmless Gardens,730890,5\nTotal,,,5\n", encoding="utf-8"
    )
    result = run("trade", path, "--list", small_list, "--out", tmp_path / "out")
    assert result.exit_code == 3
    assert "Nothing found." in result.stdout
    assert "1 row is no record (totals, headings that come again): see the sheet Rejected." in result.stdout
    assert "could not be read" not in result.stdout


def test_standard_input(tmp_path: Path, small_list: Path) -> None:
    table = "Наименование;Страна\nУзстанекс;Узбекистан\n".encode("cp1251")
    result = run("parties", "-", "--list", small_list, "--out", tmp_path / "out", stdin=table)
    assert result.exit_code == 0, result.output
    assert "OOO UZSTANEX" in result.stdout


def test_log_json_is_json_line_by_line(tmp_path: Path, small_list: Path, customers: Path) -> None:
    result = run("parties", customers, "--list", small_list, "--out", tmp_path / "out", "--log-json")
    events = [json.loads(line) for line in [*result.stderr.splitlines(), *result.stdout.splitlines()]]
    assert {event["event"] for event in events} == {"progress", "done"}
    assert events[-1]["counts"]["hits"] == 3


def test_match_as_a_table_and_as_json(small_list: Path) -> None:
    result = run("match", "Uzstanex", "--list", small_list)
    assert result.exit_code == 0
    assert "OOO UZSTANEX" in result.stdout
    result = run("match", "-", "--json", "--list", small_list, stdin="Узстанекс\nNobody At All\n".encode())
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["entry_id"] for row in rows] == ["1"]
    assert run("match", "Uzstanex", "--list", small_list, "--fail-on-alert").exit_code == 10
    assert "Nothing found" in run("match", "Quiet Meadow", "--list", small_list).stdout


def test_match_says_on_standard_error_that_the_index_is_built(
    small_list: Path, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from screening.runs import screeners

    monkeypatch.setattr(screeners, "FEWEST", 1)
    data_folder.mkdir()
    for said in (1, 0):
        result = run("match", "Uzstanex", "--json", "--list", small_list)
        assert result.stderr.count("building the index of 3 listed names") == said
        assert all(json.loads(line)["entry_id"] for line in result.stdout.splitlines())


def test_match_looks_numbers_up_and_says_by_which(small_list: Path) -> None:
    result = run("match", "305636913", "--list", small_list)
    assert "OOO UZSTANEX" in result.stdout
    assert "same number 305636913: number here, Registration Number (UZ) on the list" in result.stderr
    result = run("match", "305636914", "--list", small_list)
    assert "Nothing found." in result.stdout
    assert "no entry of the lists bears the number 305636914" in result.stderr


def test_invisible_letters_part_no_word_where_a_name_is_printed(small_list: Path) -> None:
    result = run("match", "Uzsta\u00adn\u202eex", "--list", small_list)
    assert "Uzstanex " in result.stdout


def test_a_list_dated_by_its_month_is_printed_with_that_alone(tmp_path: Path) -> None:
    path = tmp_path / "house_2024-12.csv"
    path.write_text("entry_id,schema,name\n1,Company,Uzstanex LLC\n", encoding="utf-8")
    result = run("match", "Uzstanex", "--list", path)
    assert "2024-12" in result.stdout
    assert "2024-12-" not in result.stdout


@pytest.mark.parametrize("names", [("", "Uzstanex"), ("Uzstanex", " - ")])
def test_what_is_no_name_is_not_compared(names: tuple[str, str]) -> None:
    result = run("compare", *names)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "must hold a letter or a digit" in result.stderr


def test_a_wrong_value_is_told_without_the_names_of_all_settings(small_list: Path) -> None:
    result = run("match", "Uzstanex", "--list", small_list, "--threshold", "5")
    assert result.exit_code == 2
    assert result.stderr.strip().endswith("at most 1, not 5.0")


def test_compare_prints_the_parts_of_the_score() -> None:
    result = run("compare", "Фарғона кимё заводи", "Fergana Chemical Plant", "--schema", "company")
    assert result.exit_code == 0
    assert "same_party" in result.stdout
    assert "Points" in result.stdout
    assert run("compare", "A", "B", "--schema", "Planet").exit_code == 2


def _row(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["parties", "{good}"], 4, "no list is in force"),
        (["parties", "{good}", "--list", "no_such_list"], 4, "no_such_list"),
        (["parties", "{good}", "--list", "{tmp}/gone.csv"], 4, "gone.csv"),
        (["parties", "{good}", "--list", "{list}", "--max-age", "1"], 4, "days old"),
        (["parties", "{tmp}/gone.csv", "--list", "{list}"], 2, "gone.csv"),
        (["parties", "{tmp}", "--list", "{list}"], 2, "folder"),
        (["parties", "{good}", "--list", "{list}", "--map", "name=Nmae"], 2, "no column 'Nmae'"),
        (["parties", "{good}", "--list", "{list}", "--map", "naem=x"], 2, "Did you mean name"),
        (["parties", "{good}", "--list", "{list}", "--threshold", "7"], 2, "threshold"),
        (["parties", "{good}", "--list", "{list}", "--threshold", "much"], 2, "--threshold"),
        (["parties", "{good}", "--list", "{list}", "--as-of", "yesterday"], 2, "not a date"),
        (["parties", "{good}", "--list", "{list}", "--as-of", "2999-01-01"], 2, "still to come"),
        (["parties", "{good}", "--list", "nolist", "--as-of", "2999-01-01"], 4, "'nolist'"),
        (["parties", "{good}", "--list", "nolist", "--threshold", "7"], 4, "'nolist'"),
        (["compare", "A", "B", "--schema", "Robot"], 2, "unknown schema 'Robot'"),
        (["parties", "{good}", "--list", "{list}", "--settings", "{tmp}/gone.toml"], 2, "gone.toml"),
        (["parties", "{good}", "--list", "{list}", "--out", "{good}"], 2, "is a file, not a folder"),
        (["parties", "{nothing}", "--list", "{list}"], 2, "empty"),
        (["articles", "{tmp}/gone", "--list", "{list}"], 2, "gone"),
        (["articles", "{nothing}", "--list", "{list}"], 2, "empty"),
        (["articles", "{good}", "--list", "{list}", "--lsit", "x"], 2, "--lsit"),
        (["match", "...", "--list", "{list}"], 2, "letter"),
        (["match", "A", "--list", "{bad}"], 4, "bad.csv"),
        (["match", "A", "--list", "{twice}"], 4, "twice.csv"),
        (["match", "A", "--list", "{nothing}"], 4, "nothing"),
        (["no-such-command"], 2, "no-such-command"),
    ],
)
def test_a_mistake_is_one_clear_line_and_its_exit_code(
    tmp_path: Path, small_list: Path, arguments: list[str], code: int, says: str
) -> None:
    names = {
        "tmp": tmp_path,
        "list": small_list,
        "good": _row(tmp_path, "name,country\nA Firm,UZ\n"),
        "nothing": tmp_path / "nothing.txt",
        "bad": tmp_path / "bad.csv",
        "twice": tmp_path / "twice.csv",
    }
    names["nothing"].write_bytes(b"")
    names["bad"].write_text("entry_id,colour\n1,red\n", encoding="utf-8")
    names["twice"].write_text(
        "entry_id,schema,name,name_type\n1,Company,A LLC,primary\n1,Person,B,alias\n", encoding="utf-8"
    )
    result = run(*(each.format(**names) for each in arguments), *(["--out", tmp_path / "o"] if code == 0 else []))
    assert result.exit_code == code, result.output
    assert says in result.stderr
    assert "Traceback" not in result.output
    errors = [line for line in result.stderr.splitlines() if line.startswith("Error")]
    assert len(errors) == 1


def test_an_unexpected_error_is_our_fault_in_one_line_with_the_details_in_a_file(
    small_list: Path, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import screening.runs

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a\nsurprise")

    monkeypatch.setattr(screening.runs, "look_up", broken, raising=False)
    result = run("match", "A", "--list", small_list)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "our fault: ZeroDivisionError: a surprise" in result.stderr
    logs = list((data_folder / "logs").iterdir())
    assert "Traceback" in logs[0].read_text(encoding="utf-8")
    assert "Traceback" in run("--debug", "match", "A", "--list", small_list).stderr


def test_a_name_cannot_act_on_the_terminal(tmp_path: Path, small_list: Path) -> None:
    path = _row(tmp_path, "name,country\nUzstanex \x1b[31m[bold]LLC,UZ\n")
    result = run("parties", path, "--list", small_list, "--out", tmp_path / "out")
    assert "\x1b" not in result.stdout
    assert "[bold]" in result.stdout


def test_help_needs_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['screening', '--help']\n"
        "from screening.cli import main\n"
        "try:\n    main()\nexcept SystemExit: pass\n"
        "heavy = {'pandas', 'polars', 'pyarrow', 'openpyxl', 'scipy', 'numpy', 'rapidfuzz', 'rich'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_a_console_that_cannot_show_a_letter_does_not_stop_the_command(small_list: Path) -> None:
    command = [sys.executable, "-m", "screening", "match", "Узстанекс", "--list", str(small_list)]
    done = subprocess.run(command, capture_output=True, check=False, env=_environment(PYTHONIOENCODING="cp1252"))
    assert done.returncode == 0, done.stderr
    assert b"OOO UZSTANEX" in done.stdout


@pytest.mark.parametrize("command", [["lists", "show"], ["lists", "show", "--json"], ["match", "Узстанекс"]])
def test_a_reader_who_has_seen_enough_is_no_fault(small_list: Path, command: list[str]) -> None:
    on = ["--list", str(small_list)] if command[0] == "match" else []
    process = subprocess.Popen(
        [sys.executable, "-m", "screening", *command, *on],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.close()  # as head does
    with process:
        told = process.stderr.read() if process.stderr else b""
    assert (process.returncode, told) == (0, b"")


def _environment(**more: str) -> dict[str, str]:
    import os

    return {key: value for key, value in os.environ.items() if key != "PYTHONUTF8"} | more


def test_articles_read_standard_input(tmp_path: Path, small_list: Path) -> None:
    text = b"Tools for sale\n\nThe company Uzstanex sold machine tools.\n"
    result = run("articles", "-", "--list", small_list, "--out", tmp_path / "out", stdin=text)
    assert result.exit_code == 0, result.output
    assert "OOO UZSTANEX" in result.stdout
    manifest = json.loads(next((tmp_path / "out").glob("*/manifest.json")).read_text(encoding="utf-8"))
    assert manifest["inputs"][0]["path"] == "standard input"
    assert run("articles", "-", "--list", small_list, "--out", tmp_path / "out", stdin=b"").exit_code == 2


@pytest.mark.parametrize("wrong", [["--threshold", "7"], ["--limit", "0"], ["--map", "nonsense"], ["--settings", "x"]])
def test_a_list_that_cannot_be_used_goes_before_whatever_else_is_wrong(
    tmp_path: Path, small_list: Path, customers: Path, wrong: list[str]
) -> None:
    for command, file in (("parties", customers), ("trade", customers)):
        for named, code in (("no_such_list", 4), (small_list, 2)):
            result = run(command, file, "--out", tmp_path / "out", "--list", named, *wrong)
            assert result.exit_code == code, result.output
    assert not (tmp_path / "out").exists()


def test_match_with_a_missing_list_and_no_name_says_that_the_list_is_missing(small_list: Path) -> None:
    assert run("match", " ", "--list", "no_such_list").exit_code == 4
    assert run("match", " ", "--list", small_list).exit_code == 2


def test_match_on_a_last_good_list_says_so(tmp_path: Path) -> None:
    rows = [f"{number},Company,Quiet Meadow {number} Trading" for number in range(100)]
    for count, day in ((100, "2026-01-01"), (80, "2026-01-02")):
        path = tmp_path / "house.csv"
        path.write_text("\n".join(["entry_id,schema,name", *rows[:count]]), encoding="utf-8")
        assert run("lists", "import", path, "--published", day).exit_code == (0 if count == 100 else 5)
    result = run("match", "Something Else", "--list", "house")
    assert result.exit_code == 5
    assert "quarantine" in result.stderr
    assert run("match", "Quiet Meadow 7 Trading", "--list", "house", "--fail-on-alert").exit_code == 10


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to catch")
def test_a_run_that_is_terminated_takes_away_what_it_began(tmp_path: Path, small_list: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "screening", "parties", "-", "--list", str(small_list), "--out", str(out)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if line.startswith("screening parties"):  # it waits for its input now
                break
        assert list(out.iterdir())
        process.terminate()
        assert process.stdin is not None
        process.stdin.close()  # a signal that comes just before it waits is heeded when the waiting ends
        assert "nothing was written" in process.stderr.read()
    assert process.returncode == 130
    assert not list(out.iterdir())


@pytest.mark.parametrize("command", [["match", "Uzst\udcffanex"], ["compare", "Uzst\udcffanex", "Uzstanex"]])
def test_a_name_that_is_no_text_is_the_users_mistake(command: list[str]) -> None:
    result = run(*command)
    assert result.exit_code == 2
    assert "not text in UTF-8" in result.output
