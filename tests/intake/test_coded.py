"""Columns as numbers beside their values; columns of numbers; blocks of plain lines."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.intake import customs_values as values
from screening.intake.blocks import parsed
from screening.intake.coded import Coded, empty_rows
from screening.intake.customs_numbers import numbers

CELLS = st.lists(
    st.sampled_from(["", " ", "a", " a", "b ", "ж", "\u00a0x", "long enough to be kept apart"]), max_size=30
)
NUMBERS = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9).map(str),
    st.sampled_from(
        ["", " ", "1 234,50", "1.234,50", "1,234.50", "12,5", "12.5", "(7)", "5 kg", "nan", "inf", "1e3", "1e400", "-",
         ".5", "1.234", "1,234", "+3", " 8 ", "٣", "0x10"]
    ),
)  # fmt: skip


def column(cells: list[str]) -> Coded:
    return Coded(pl.Series(cells, dtype=pl.String))


@given(cells=CELLS)
def test_cells_come_back_without_the_spaces_around_them(cells):
    coded = column(cells)
    assert coded.text().to_list() == [cell.strip() for cell in cells]
    assert sum(coded.counts()) == len(cells)
    assert coded.read(str.upper, pl.String).to_list() == [cell.strip().upper() or None for cell in cells]


@given(first=CELLS, second=CELLS)
def test_rows_that_say_nothing_are_told(first, second):
    number = min(len(first), len(second))
    found = empty_rows({"0": column(first[:number]), "1": column(second[:number])})
    wanted = [not (one.strip() or other.strip()) for one, other in zip(first, second, strict=False)]
    assert (found.tolist() if found is not None else [False] * number) == wanted


def test_each_value_is_thought_about_once():
    asked = []
    column(["a", "b", "a", "", "a"]).read(asked.append, pl.String)
    assert sorted(asked) == ["a", "b"]


@given(cells=st.lists(NUMBERS, max_size=12), decimal=st.sampled_from([".", ","]))
def test_a_column_of_numbers_reads_as_each_of_its_cells_does(cells, decimal):
    found = numbers(pl.Series(cells, dtype=pl.String), decimal).to_list()
    assert found == pytest.approx([values.number(cell.strip(), decimal) for cell in cells], nan_ok=False)


@pytest.mark.parametrize(
    "block",
    [b"a;b;c\n1;2\n3;4;5;6\n", b"a;b;c\n1;2\n", b"a;b;c\n1;2;3;4\n", b"a;b;c\n\n1;2;3\n", b"a;b;c\n\xff;2;3\n"],
)
def test_a_block_that_is_not_regular_is_left_to_the_reader_of_rows(block):
    assert parsed(block, block.count(b"\n"), ";", 3, [0, 2]) is None


@pytest.mark.parametrize("quoted", [b"", b'"q";"w;e";\n'])
def test_a_regular_block_gives_the_columns_asked_for(quoted):
    block = b"a;b;c\r\n;2;\n" + quoted
    frame = parsed(block, block.count(b"\n"), ";", 3, [0, 2])
    assert frame is not None
    assert frame.columns == ["0", "2"]
    assert [tuple(cell.strip() for cell in row) for row in frame.rows()][:2] == [("a", "c"), ("", "")]
