"""``screening lists``: what it prints, what it writes, how it exits."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from screening.cli.lists import app
from screening.errors import InputError, ListError, SettingsError
from screening.watchlists.store import Store


@pytest.fixture
def make_list(tmp_path: Path):
    """``make_list(n, day)``: a list of n companies published that day."""

    def make(number: int, day: str = "2026-11-01") -> Path:
        path = tmp_path / day / f"house_{day}.csv"
        path.parent.mkdir(exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(["entry_id", "schema", "name", "country", "programme", "measure"])
            writer.writerows([i, "Company", f"PARTY {i} LLC", "KZ", "A", "asset_freeze"] for i in range(1, number + 1))
        return path

    return make


@pytest.fixture
def lists(tmp_path, monkeypatch):
    """Run ``screening lists …`` on a data folder of its own."""
    monkeypatch.setenv("SCREENING_DATA_DIR", str(tmp_path / "data"))

    def run(*arguments: object, code: int = 0) -> str:
        result = CliRunner().invoke(app, [str(one) for one in arguments])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == code, result.output
        return result.stdout

    return run


def test_import_show_and_diff_tell_the_story_of_a_list(lists, make_list, tmp_path):
    assert "house: in force, 100 entries" in lists("import", make_list(100), "--as", "house")
    assert "house: in force, 101 entries (+1)" in lists("import", make_list(101, "2026-11-05"), "--as", "house")
    page = lists("show")
    line = next(line for line in page.splitlines() if line.strip().startswith("house"))
    assert all(word in line for word in ("in force", "2026-11-05", "101"))
    assert "us_ofac_sdn" in page
    assert "not imported" in page
    assert "Annex XIX" in page
    assert "house@2026-11-01-" in lists("show", "house")
    changed = lists("diff", "previous", "--xlsx", tmp_path / "c.xlsx", "--parquet", tmp_path / "c.parquet")
    assert "1 added, 0 removed, 0 changed" in changed
    assert "PARTY 101 LLC" in changed
    assert (tmp_path / "c.xlsx").stat().st_size > 1000
    assert pq.read_table(tmp_path / "c.parquet").num_rows == 1
    assert lists("diff", "2026-11-01", "2026-11-05") == lists("diff", "previous", "current")


def test_a_quarantined_list_exits_with_5_until_it_is_accepted(lists, make_list):
    lists("import", make_list(100), "--as", "house")
    told = lists("import", make_list(50, "2026-11-05"), "--as", "house", code=5)
    assert "house: quarantine, 50 entries (-50)" in told
    assert "50 of the 100 entries in force are gone (50.0%, allowed are 2.0%)" in told
    assert "screening lists accept house" in told
    page = lists("show")
    assert "is in quarantine and the older one stays in force" in page
    assert "0 added, 50 removed" in lists("diff", "current", "quarantine")
    accepted = lists("accept", "house", "--reason", "the programme ended", "--by", "A. Analyst")
    assert "is in force now (50 entries), accepted by A. Analyst" in accepted
    assert "the programme ended" in lists("show", "house")


def test_a_quarantined_list_that_is_wrong_is_rejected_and_no_longer_exits_with_5(lists, make_list):
    lists("import", make_list(100), "--as", "house")
    told = lists("import", make_list(50, "2026-11-05"), "--as", "house", code=5)
    assert "screening lists reject house" in told
    assert "it is kept, and never in force" in lists("reject", "house", "--reason", "wrong file", "--by", "A. Analyst")
    assert "quarantine" not in next(line for line in lists("show").splitlines() if line.strip().startswith("house"))
    page = lists("show", "house")
    assert "rejected by A. Analyst: wrong file" in page
    again = lists("import", make_list(50, "2026-11-05"), "--as", "house")
    assert "house: rejected" in again
    lists("reject", "house", "--reason", "why", code=2)


def test_accepting_needs_reason_and_name(lists):
    lists("accept", "house", "--by", "me", code=2)
    lists("accept", "house", "--reason", "why", code=2)


def test_one_entry_is_shown_in_full_by_id_or_name(lists, make_list):
    path = make_list(3)
    lists("import", path, "--as", "house")
    for reference, wanted in (("house", "2"), ("house", "Party 2, LLC".replace(",", "")), (path, "2")):
        shown = lists("show", reference, wanted)
        assert "PARTY 2 LLC" in shown
        assert "asset_freeze" in shown
        assert "(primary" in shown
    assert "by 2026-11-01" in lists("show", "house", "2")
    entry = json.loads(lists("show", "house", "2", "--json"))
    assert (entry["entry_id"], entry["name"], entry["list_id"]) == ("2", "PARTY 2 LLC", "house")
    with pytest.raises(InputError, match="no entry has the id or the name 'PARTY 9"):
        lists("show", "house", "PARTY 9")
    with pytest.raises(ListError, match="never imported"):
        lists("show", "un_sc", "QDe.004")
    with pytest.raises(SettingsError, match="still to come"):
        lists("import", path, "--as", "house", "--published", "2999-01-01")


def test_json_is_one_document(lists, make_list):
    (imported,) = json.loads(lists("import", make_list(100), "--as", "house", "--json"))
    assert (imported["outcome"], imported["entries"]) == ("in force", 100)
    page = json.loads(lists("show", "--json"))
    assert {"data_dir", "lists", "not_included"} <= set(page)
    house = next(row for row in page["lists"] if row["list_id"] == "house")
    assert (house["state"], house["published"], house["entries"]) == ("in force", "2026-11-01", 100)
    lists("import", make_list(101, "2026-11-05"), "--as", "house")
    (changes,) = json.loads(lists("diff", "previous", "--json"))
    assert changes["counts"] == {"added": 1, "removed": 0, "changed": 0}
    assert json.loads(lists("show", "house", "--json"))["versions"][0]["state"] == "current"


def test_what_a_list_says_cannot_redraw_the_terminal_or_hide_in_markup(lists, tmp_path):
    path = tmp_path / "evil.csv"
    path.write_text('entry_id,schema,name\n1,Company,"[red]EVIL[/red] \x1b[2J [bold"\n', encoding="utf-8")
    lists("import", path)
    shown = lists("show", "evil", "1")
    assert "[red]EVIL[/red]" in shown
    assert "\x1b[2J" not in shown


def test_a_historical_import_is_for_look_backs(lists, make_list, tmp_path):
    lists("import", make_list(100), "--as", "house")
    assert "house: historical, 20 entries" in lists(
        "import", make_list(20, "2024-05-01"), "--as", "house", "--historical"
    )
    undated = make_list(10, "2024-06-01").rename(tmp_path / "undated.csv")
    told = lists("import", undated, "--as", "house", "--historical", "--published", "2024-06-01")
    assert "house@2024-06-01-" in told
    assert len(Store().snapshots_in_force()[0]) == 100


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        (("show", "nowhere"), ListError, "no list 'nowhere'"),
        (("diff", "previous"), ListError, "no list has both"),
        (("update", "nowhere"), ListError, "Known are us_ofac_sdn"),
        (("import", "nowhere.csv"), ListError, "no such file"),
        (("accept", "x", "--reason", "r", "--by", "b"), ListError, "nothing called 'x' is in quarantine"),
    ],
)
def test_errors_are_the_kind_that_prints_as_one_line(lists, arguments, error, words):
    with pytest.raises(error, match=words):
        lists(*arguments)


def test_a_failed_update_exits_with_4(lists, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "catalogue.toml").write_text(
        '[[list]]\nid = "house"\n[[list.source]]\nformat = "own"\nevidence = ""\n'
        'urls = ["http://lists.example.org/x.csv"]\n',
        encoding="utf-8",
    )
    assert "not encrypted" in lists("update", "house", code=4)
    assert "the last update failed" in lists("show")


def test_help_loads_nothing_heavy():
    program = (
        "import sys\nfrom screening.cli import lists\n"
        "heavy = {'pyarrow', 'polars', 'pandas', 'httpx', 'openpyxl', 'scipy', 'numpy'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=os.environ, check=False)
    assert done.stderr.strip() == ""


def test_a_stored_list_of_a_month_has_the_same_age_whether_it_is_named_or_not(lists, make_list, tmp_path):
    from screening.runs.lists import resolve

    lists("import", make_list(100, "2024-05"), "--as", "house")
    for named in (None, "house"):
        with pytest.raises(ListError, match=r"the list is \d+ days old, more than the 5 allowed"):
            resolve(named, max_age=5, folder=tmp_path / "data")
        assert resolve(named, max_age=100_000, folder=tmp_path / "data").snapshots


def test_a_list_file_without_an_entry_is_said_to_need_one(lists, make_list):
    with pytest.raises(ListError, match=r"(?i)of a file, name an entry as well"):
        lists("show", make_list(3))
