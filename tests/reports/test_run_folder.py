from __future__ import annotations

import errno
import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from screening import model
from screening.errors import OutputError
from screening.reports import RunWriter, folder, new_run_id, write_run
from screening.reports.manifest import keep_until

TABLES = {"hits": model.HITS, "subjects": model.SUBJECTS, "flags": model.FLAGS, "rejects": model.REJECTS}


def test_a_run_leaves_the_files_the_design_names(make_run, tmp_path: Path) -> None:
    path = write_run(tmp_path / "out", make_run())
    assert path == tmp_path / "out" / "20261122T101500Z-articles-test"
    assert sorted(each.name for each in path.iterdir()) == [
        "flags.parquet",
        "hits.parquet",
        "manifest.json",
        "rejects.parquet",
        "report.xlsx",
        "subjects.parquet",
    ]
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("name", TABLES)
def test_tables_have_their_schema_its_version_and_their_order(name: str, make_run, tmp_path: Path) -> None:
    table = pq.read_table(write_run(tmp_path, make_run()) / f"{name}.parquet")
    assert table.schema.equals(TABLES[name])
    assert table.schema.metadata[b"schema_version"] == str(model.SCHEMA_VERSION).encode()
    keys = table.schema.metadata[b"sorted_by"].decode().split(",")
    assert table.equals(table.sort_by([(key, "ascending") for key in keys]))


def test_the_same_run_gives_the_same_tables_whatever_the_order_and_size_of_batches(make_run, tmp_path: Path) -> None:
    run = make_run()
    first = write_run(tmp_path / "a", run)
    with RunWriter(tmp_path / "b", run.run_id) as writer:
        for at in reversed(range(len(run.subjects))):
            writer.add(subjects=run.subjects.slice(at, 1))
        for at in reversed(range(len(run.hits))):
            writer.add(hits=run.hits.slice(at, 1))
        writer.add(rejects=run.rejects)
        second = writer.finish(run)
    for name in TABLES:
        assert (first / f"{name}.parquet").read_bytes() == (second / f"{name}.parquet").read_bytes()


def test_the_manifest_says_what_was_read_screened_set_and_written(make_run, snapshot, tmp_path: Path) -> None:
    path = write_run(tmp_path, make_run(notes=["a list is in quarantine"]))
    told = json.loads((path / "manifest.json").read_text(encoding="utf-8"))
    assert told["run_id"] == path.name
    assert told["started"] == "2026-11-22T10:15:00Z"
    assert told["keep_until"] == "2036-11-22"
    assert told["snapshots"][0]["sha256"] == snapshot.sha256
    assert told["snapshots"][0]["list_date"] == "2026-08-20"
    assert told["settings"]["threshold"] == 0.8
    assert told["reasons"]["threshold"] == "the shipped default"
    assert told["notes"] == ["a list is in quarantine"]
    assert told["counts"]["subjects"] == 5
    assert told["counts"]["alerts"] == told["counts"]["hits"] == 4
    assert told["counts"]["rejects"] == 1
    for name, digest in told["files"].items():
        assert hashlib.sha256((path / name).read_bytes()).hexdigest() == digest
    assert {"screening", "python", "pyarrow"} <= set(told["versions"])


def test_nothing_is_left_of_a_run_that_fails_half_way(make_run, tmp_path: Path, monkeypatch) -> None:
    def fail(*_: object) -> dict[str, int]:
        raise KeyboardInterrupt

    monkeypatch.setattr(folder, "write_workbook", fail)
    with pytest.raises(KeyboardInterrupt):
        write_run(tmp_path, make_run())
    assert not any("20261122" in each.name for each in tmp_path.iterdir())


def test_a_full_disk_is_one_clear_line(make_run, tmp_path: Path, monkeypatch) -> None:
    def fail(*_: object) -> dict[str, int]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folder, "write_workbook", fail)
    with pytest.raises(OutputError, match="No space left on device") as caught:
        write_run(tmp_path, make_run())
    assert "\n" not in str(caught.value)
    assert not any("20261122" in each.name for each in tmp_path.iterdir())


def test_a_run_folder_that_is_there_is_not_touched(make_run, tmp_path: Path) -> None:
    run = make_run()
    there = tmp_path / "out" / run.run_id
    there.mkdir(parents=True)
    (there / "note").write_text("mine")
    with pytest.raises(OutputError, match="is there already"):
        write_run(tmp_path / "out", run)
    assert [each.name for each in there.iterdir()] == ["note"]


def test_nothing_is_left_where_a_full_disk_lets_not_even_what_was_begun_be_closed(make_run, tmp_path: Path) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    for fails_first in (full, OutputError("cannot be written"), None):
        writer = RunWriter(tmp_path / "out", "run")
        writer._stack.callback(_raise, full)
        with pytest.raises(OutputError, match="cannot be written"), writer:
            _raise(fails_first)
        assert list((tmp_path / "out").iterdir()) == []


def test_nothing_is_left_where_a_second_interruption_keeps_the_first_from_clearing_up(tmp_path: Path) -> None:
    code = """
import sys
from screening.reports import RunWriter
class Interrupted(RunWriter):
    def __exit__(self, *_):
        raise KeyboardInterrupt
with Interrupted(sys.argv[1], "run"):
    raise KeyboardInterrupt
"""
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "out")], capture_output=True, check=False)
    assert b"KeyboardInterrupt" in done.stderr
    assert list((tmp_path / "out").iterdir()) == []


def _raise(error: Exception | None) -> None:
    if error is not None:
        raise error


def test_an_output_folder_that_is_a_file_is_one_clear_line(make_run, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(OutputError, match="is a file, not a folder"):
        write_run(tmp_path / "out", make_run())


def test_an_output_folder_of_too_long_a_name_is_one_clear_line(make_run, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be used: File name too long"):
        write_run(tmp_path / ("a" * 300), make_run())


def test_run_ids_sort_by_time_and_do_not_repeat(make_run) -> None:
    started = make_run().started
    assert new_run_id("parties", started).startswith("20261122T101500Z-parties-")
    # many runs may begin within a second: of four hexadecimal digits two in three hundred would be the same
    assert len({new_run_id("parties", started) for _ in range(1000)}) == 1000


def test_a_leap_day_is_kept_until_the_last_of_february() -> None:
    from datetime import date

    assert keep_until(date(2028, 2, 29)) == date(2038, 2, 28)
