"""Whole columns of text: the same rows, numbers and rejects as the reader of rows gives."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
