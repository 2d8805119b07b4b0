"""A job is checked whole before anything runs: all mistakes together, each with its line and what to do."""

from __future__ import annotations

import pytest

from screening.runs.batch.job import JobError
from screening.runs.batch.job_form import line_of
from screening.runs.batch.job_reading import read_job
from screening.runs.batch.run import run_job

from .conftest import Bench


def mistakes(bench) -> list[str]:
    with pytest.raises(JobError) as raised:
        bench.job()
    return [str(each).replace(str(bench.folder), "") for each in raised.value.mistakes]


def test_all_mistakes_are_said_together_with_their_lines(bench) -> None:
    bench.write(
        'naem = "x"\n'
        "\n"
        "[partys]\n"
        "[parties]\n"
        'files = ["none/*.csv"]\n'
        'map = ["name"]\n'
        "[settings]\n"
        "treshold = 0.9\n"
        "limit = 0\n"
        "threshold = 0.9\n"
        "[lists]\n"
        'max_age = "old"\n'
    )
    said = mistakes(bench)
    assert "/job.toml, row 1: unknown key 'naem'. Did you mean name?" in said
    assert "/job.toml, row 3: unknown key 'partys'. Did you mean parties?" in said
    assert any("row 5: no file matches 'none/*.csv'" in each for each in said)
    assert any("row 6" in each for each in said)
    assert any("row 8: unknown key 'treshold'. Did you mean threshold?" in each for each in said)
    assert any("row 9: limit must be a whole number above 0" in each for each in said)
    assert any("row 10: the threshold 0.9 has no reason" in each for each in said)
    assert any("row 12: max_age must be a whole number above 0" in each for each in said)
    assert any("the job has no name" in each for each in said)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name = = 1", "row 1: not valid TOML"),
        ('name = "x"\n', "the job has no input"),
        ('name = "../x"\n[parties]\nfiles = ["in/*.csv"]\n', "row 1: name must be letters"),
        ('name = "x"\n[parties]\n', "names no files"),
        ('name = "x"\n[parties]\nfiles = "in/*.csv"\n', "row 3: files must be a list"),
        ('name = "x"\nparties = 3\n', "row 2: parties must be a section"),
        ('name = "x"\n[parties]\nfiles = ["in/*.csv"]\n[settings]\nmax_age = 3\n', "It belongs in [lists]"),
        ('name = "x"\n[parties]\nfiles = ["in/*.csv"]\n[trade]\nfiles = ["in/*.csv"]\nrates = "no.csv"\n',
         "row 6: there is no file 'no.csv'"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(bench, text: str, says: str) -> None:
    bench.write(text)
    assert any(says in each for each in mistakes(bench))


def test_a_job_that_is_not_there_is_said(bench) -> None:
    with pytest.raises(JobError, match="cannot be read"):
        read_job(bench.folder / "none.toml", default_store=bench.folder / "x.db")


def test_paths_are_relative_to_the_job(bench, monkeypatch, tmp_path) -> None:
    monkeypatch.chdir(tmp_path)
    job = bench.job()
    assert job.inputs["parties"].files == (bench.folder / "in/customers.csv",)
    assert job.out == bench.folder / "reports"
    assert job.store == str(bench.folder / "alerts.db")


def test_lines_are_found_in_sections() -> None:
    text = "a = 1\n[one]\nb = 2\n[two]\nb = 3\n[two.c]\nd = 4\n"
    assert (line_of(text, "", "a"), line_of(text, "one", "b"), line_of(text, "two", "b")) == (1, 3, 5)
    assert line_of(text, "two", "c") == 6
    assert line_of(text, "two", "zz") == 4


@pytest.mark.parametrize("folder", ["data [2026]", "müller & söhne 名"])
def test_a_folder_may_be_called_anything(tmp_path, folder: str) -> None:
    """Brackets are a pattern in what the job says, not in where it stands."""
    bench = Bench(tmp_path / folder)
    assert [path.name for path in bench.job().inputs["parties"].files] == ["customers.csv"]


def test_a_file_with_brackets_in_its_name_is_itself(bench) -> None:
    bench.customers("1,One Ltd,GB,,", name="new [old].csv")
    bench.write(bench.path.read_text(encoding="utf-8").replace("in/*.csv", "in/new [old].csv"))
    assert [path.name for path in bench.job().inputs["parties"].files] == ["new [old].csv"]


def test_patterns_may_go_up_and_are_in_order(bench) -> None:
    bench.customers("1,One Ltd,GB,,", name="b.csv")
    bench.write(bench.path.read_text(encoding="utf-8").replace("in/*.csv", "../job/in/[bc]*.csv"))
    assert bench.job().inputs["parties"].files == (bench.folder / "in/b.csv", bench.folder / "in/customers.csv")


def test_a_home_that_is_nobodys_is_said(bench) -> None:
    bench.write(
        'out = "~nobody-of-that-name/reports"\n'
        + bench.path.read_text(encoding="utf-8").replace('out = "reports"\n', "")
    )
    with pytest.raises(JobError, match="no user whose home"):
        bench.job()


def test_two_jobs_of_one_name_are_said(bench) -> None:
    bench.run()
    other = bench.folder / "other.toml"
    other.write_text(bench.path.read_text(encoding="utf-8"), encoding="utf-8")
    outcome = run_job(read_job(other, default_store=bench.folder / "default.db"))
    [note] = outcome.run.manifest["notes"]
    assert note.startswith(f"the last run of the job 'customers' was by another file, {bench.path}")
    assert run_job(read_job(other, default_store=bench.folder / "default.db")).run.manifest["notes"] == []
