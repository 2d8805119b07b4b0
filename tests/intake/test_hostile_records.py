"""Parquet and JSON Lines as programs leave them, or damaged: each row is read or rejected with its number."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from screening.errors import InputError
from screening.intake.customs import CustomsReader
from screening.intake.parties import read_parties
from screening.intake.tables import open_tables

ROW = {"Name": "Firm LLC", "Importer": "Firm LLC", "HS code": "854231"}


def _lines(path: Path, *lines: str) -> Path:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def _deep(levels: int) -> str:
    return f'{{"Name": "Deep LLC", "Importer": "Deep LLC", "HS code": {"[" * levels}{"]" * levels}}}'


@pytest.mark.parametrize("levels", [900, 50_000])
def test_a_value_nested_too_deep_rejects_its_row_and_no_other(tmp_path: Path, levels: int) -> None:
    path = _lines(tmp_path / "t.jsonl", json.dumps(ROW), _deep(levels), json.dumps(ROW))
    read = read_parties([path])
    assert [(each["line"], "nested too deep" in each["reason"]) for each in read.rejects.to_pylist()] == [(2, True)]
    assert (read.inputs[0].rows_in, read.inputs[0].rows_out) == (3, 2)
    customs = CustomsReader([path])
    assert [batch.rejects["line"].to_pylist() for batch in customs.batches()] == [[2]]
    assert customs.inputs[0].rows_out == 2


def test_lists_in_lists_are_one_cell(tmp_path: Path) -> None:
    path = _lines(tmp_path / "t.jsonl", json.dumps(ROW), '{"Name": ["Firm A", ["Firm B", {"x": 1}]]}')
    with open_tables(path) as opened:
        rows = [row.cells[0] for row in opened.tables[0].lines()]
    assert rows == ["Name", "Firm LLC", 'Firm A; Firm B; {"x": "1"}']


def test_two_values_of_one_key_reject_the_row_and_one_said_twice_does_not(tmp_path: Path) -> None:
    path = _lines(
        tmp_path / "t.jsonl",
        '{"Name": "Firm A", "Name": "Firm B"}',
        '{"Name": "Firm C", "Name": "Firm C"}',
        '{"Name": "Firm \\ud800", "Name": "Firm D"}',
    )
    read = read_parties([path])
    assert read.subjects["name"].to_pylist() == ["Firm C"]
    assert [each["line"] for each in read.rejects.to_pylist()] == [1, 3]
    assert "the key 'Name' stands twice, with two values" in read.rejects["reason"][0].as_py()


def test_an_array_nested_too_deep_is_one_clear_line(tmp_path: Path) -> None:
    path = _lines(tmp_path / "t.json", f"[{_deep(50_000)}]")
    with pytest.raises(InputError, match="not valid JSON: it is nested too deep"):
        read_parties([path])


def test_parquet_with_a_heading_that_is_no_text_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    pq.write_table(pa.table({"Importer": ["Firm"], "HS code": ["854231"]}), path, store_schema=False)
    path.write_bytes(path.read_bytes().replace(b"Importer", b"\xa1mporter"))
    with pytest.raises(InputError, match=r"t\.parquet: the Parquet file is damaged"):
        read_parties([path])


def test_parquet_without_columns_has_no_headings(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    pq.write_table(pa.table({}), path)
    with pytest.raises(InputError, match="among the headings none"):
        list(CustomsReader([path]).batches())


_CUBE = {
    "version": "2.0", "class": "dataset", "id": ["geo"], "size": [2],
    "dimension": {"geo": {"category": {"index": ["TR", "KZ"]}}}, "value": [1, 2],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"id": ["geo", "time"]}, "no whole JSON-stat data set: there is no 'time'"),
        ({"value": 3}, "no whole JSON-stat data set: a part of it is not of the form it must have"),
        ({"value": [1, 2, 3]}, "has a figure 3, and its dimensions have room for 2"),
        ({"value": {"7": 1}}, "has a figure 8, and its dimensions have room for 2"),
    ],
)
def test_json_stat_that_is_not_whole_says_what_is_wrong(tmp_path: Path, change: dict[str, object], says: str) -> None:
    path = _lines(tmp_path / "t.json", json.dumps(_CUBE | change))
    with pytest.raises(InputError, match=says), open_tables(path):
        pass


def test_json_stat_that_is_whole_is_read(tmp_path: Path) -> None:
    with open_tables(_lines(tmp_path / "t.json", json.dumps(_CUBE))) as opened:
        assert [row.cells for row in opened.tables[0].lines()][1:] == [["TR", "1", ""], ["KZ", "2", ""]]
