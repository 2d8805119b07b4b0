"""The index of the lists is kept in the data folder, and serves only where nothing has changed."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from screening import Snapshot
from screening.matching import Screener
from screening.runs import screeners
from screening.runs.screeners import FOLDER, KEPT, screener


def _snapshot(folder: Path, name: str = "Vostorg Optika LLC") -> Snapshot:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "list.csv"
    path.write_text(f"entry_id,name,schema\n1,{name},Company\n", encoding="utf-8")
    return Snapshot.read(path)


@pytest.fixture(autouse=True)
def _small_lists_are_kept_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screeners, "FEWEST", 1)


def _kept(home: Path) -> set[str]:
    return {each.name for each in (home / FOLDER).iterdir()} if (home / FOLDER).exists() else set()


def _hits(made: Screener, name: str) -> pa.Table:
    return made.screen(pa.table({"name": [name]}))


def test_a_second_run_loads_the_index_and_finds_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lists = [_snapshot(tmp_path / "lists")]
    first = screener(lists, 0.8, tmp_path)
    assert len(_kept(tmp_path)) == 1
    monkeypatch.setattr(screeners, "Screener", _Loads)
    second = screener(lists, 0.8, tmp_path)
    assert _hits(first, "Vostorg Optika").equals(_hits(second, "Vostorg Optika"))
    assert len(_hits(second, "Vostorg Optika")) == 1


def test_it_is_said_once_that_an_index_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lists, said = [_snapshot(tmp_path / "lists")], list[str]()
    screener(lists, 0.8, tmp_path, said.append)
    screener(lists, 0.8, tmp_path, said.append)
    assert said == ["building the index of 1 listed names, once: it is kept for the next time"]
    screener(lists, 0.8, tmp_path / "nowhere", said.append)
    assert len(said) == 2
    monkeypatch.setattr(screeners, "FEWEST", 2)
    screener(lists, 0.8, tmp_path / "nowhere", said.append)
    assert len(said) == 2


class _Loads(Screener):
    def __init__(self, *_: object, **__: object) -> None:
        raise AssertionError("built anew")


def test_the_threshold_is_that_of_the_run(tmp_path: Path) -> None:
    lists = [_snapshot(tmp_path / "lists")]
    screener(lists, 0.8, tmp_path)
    assert screener(lists, 0.5, tmp_path).threshold == 0.5
    assert len(_kept(tmp_path)) == 1


def test_another_list_is_another_index_and_few_are_kept(tmp_path: Path) -> None:
    for number in range(KEPT + 2):
        lists = [_snapshot(tmp_path / "lists", f"Vostorg{number} Optika LLC")]
        assert len(_hits(screener(lists, 0.8, tmp_path), f"Vostorg{number} Optika")) == 1
    assert len(_kept(tmp_path)) == KEPT


def test_what_is_damaged_is_made_anew(tmp_path: Path) -> None:
    lists = [_snapshot(tmp_path / "lists")]
    screener(lists, 0.8, tmp_path)
    place = next((tmp_path / FOLDER).iterdir())
    for path in place.glob("*.npy"):
        path.write_bytes(b"\x93NUMPY rubbish")
    assert len(_hits(screener(lists, 0.8, tmp_path), "Vostorg Optika")) == 1


def test_nothing_is_written_where_there_is_no_data_folder(tmp_path: Path) -> None:
    home = tmp_path / "none"
    screener([_snapshot(tmp_path / "lists")], 0.8, home)
    assert not home.exists()


def test_a_place_that_cannot_be_written_costs_time_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / FOLDER.parts[0]).write_text("a file in the way", encoding="utf-8")
    assert len(_hits(screener([_snapshot(tmp_path / "lists")], 0.8, tmp_path), "Vostorg Optika")) == 1
