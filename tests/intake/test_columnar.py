"""Whole columns of text: the same rows, numbers and rejects as the reader of rows gives."""

from __future__ import annotations

from itertools import islice

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from screening.intake import columnar
from screening.intake.tables import BadRow, Row, open_tables

CELL = st.sampled_from(["", "a", " b ", "ж", '"x,y"', '"say ""hi"""', '"two\nlines"', "1.5", "c\td"])
LINE = st.lists(CELL, min_size=1, max_size=5).map(",".join)


def both_ways(path, width):
    with open_tables(path) as opened:
        (table,) = opened.tables
        by_row = list(table.rows(1, width))
        chunks = list(columnar.chunks(table, 1, width, range(width)))
    slow = [(row.number, row.cells) for row in by_row if isinstance(row, Row)]
    bad = [(row.number, row.reason) for row in by_row if isinstance(row, BadRow)]
    fast = [
        (number, list(cells))
        for chunk in chunks
        for number, cells in zip(chunk.numbers, chunk.frame.iter_rows(), strict=True)
    ]
    return slow, bad, fast, [(row.number, row.reason) for chunk in chunks for row in chunk.bad]


@settings(max_examples=150, deadline=None)
@given(lines=st.lists(LINE, max_size=12), ends=st.sampled_from(["\n", "\r\n"]))
def test_columns_and_rows_agree(tmp_path_factory, lines, ends):
    path = tmp_path_factory.mktemp("columnar") / "t.csv"
    path.write_bytes((ends.join(["one,two,three", "x,y,z", *lines]) + ends).encode())
    slow, bad, fast, fast_bad = both_ways(path, 3)
    assert fast == [(number, cells) for number, cells in slow if any(cells)]
    assert fast_bad == bad


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_long_files_are_cut_into_blocks_without_losing_a_row(tmp_path, monkeypatch, encoding):
    monkeypatch.setattr(columnar, "_BLOCK", 500)
    monkeypatch.setattr(columnar, "_PIECE", 5)
    rows = [f"имя {number};{number};улица" for number in range(400)]
    rows[100] += ";лишнее"
    rows[200] = '"кавычки ""внутри""";200;"улица; дом"'
    path = tmp_path / "long.csv"
    path.write_bytes("\r\n".join(["наименование;число;адрес", *rows, ""]).encode(encoding))
    slow, bad, fast, fast_bad = both_ways(path, 3)
    assert fast == slow
    assert [number for number, _ in fast_bad] == [102]
    assert fast_bad == bad
    assert len(list(islice(fast, 500))) == 399


NOTED = "имя,число,заметка\nа,1,\n,,всего за месяц\n7,,\n,,\n,,\nб,2,x\n,,конец\n"


def _as_text(path, text):
    path.write_text(text, encoding="utf-8")


def _as_quoted(path, text):
    path.write_text(text.replace("всего за месяц", '"всего за месяц"'), encoding="utf-8")


def _with_a_cell_of_two_lines(path, text):
    path.write_text(text.replace("x", '"x\ny"'), encoding="utf-8")


def _in_cyrillic_code_page(path, text):
    path.write_text(text, encoding="cp1251")


def _as_workbook(path, text):
    book = Workbook()
    for line in text.splitlines():
        book.active.append([cell or None for cell in line.split(",")])
    book.save(path)


def _as_parquet(path, text):
    heads, *rows = [line.split(",") for line in text.splitlines()]
    columns = list(zip(*rows, strict=True))
    pq.write_table(pa.table({head: list(column) for head, column in zip(heads, columns, strict=True)}), path)


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("t.csv", _as_text),
        ("t.csv", _as_quoted),
        ("t.csv", _with_a_cell_of_two_lines),
        ("t.csv", _in_cyrillic_code_page),
        ("t.xlsx", _as_workbook),
        ("t.parquet", _as_parquet),
    ],
)
def test_rows_that_say_something_in_unused_columns_only_are_rejected_and_empty_or_numbered_ones_passed_over(
    tmp_path, name, write
):
    path = tmp_path / name
    write(path, NOTED)
    with open_tables(path) as opened:
        (table,) = opened.tables
        chunks = list(columnar.chunks(table, 1, 3, [1], pass_notes=False))
        passed = list(columnar.chunks(table, 1, 3, [1]))
    assert not any(chunk.bad for chunk in passed)
    assert [value for chunk in chunks for value in chunk.frame["1"]] == ["1", "2"]
    bad = [(row.value, row.reason) for chunk in chunks for row in chunk.bad]
    assert [value for value, _ in bad] == ["всего за месяц", "конец"]
    assert all("not used" in reason for _, reason in bad)
