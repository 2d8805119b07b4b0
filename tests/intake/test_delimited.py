"""Rows of delimited text whose cells are longer than any."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from screening.intake import delimited
from screening.intake.parties import read_parties
from screening.intake.tables import BadRow, Row
from screening.longest_cell import MAX_CELL
from screening.watchlists import tables


@pytest.fixture
def short_cells() -> Iterator[None]:
    csv.field_size_limit(1_000)
    yield
    csv.field_size_limit(MAX_CELL)


def test_readers_of_lists_and_tables_have_one_limit() -> None:
    assert delimited.csv is tables.csv
    assert csv.field_size_limit() == MAX_CELL == delimited.MAX_LINE


def test_a_long_quoted_cell_is_read() -> None:
    long = "x" * 9_000_000
    (row,) = delimited.split_lines(enumerate([f'1,"{long}"\n'], start=1), ",")
    assert isinstance(row, Row)
    assert row.cells == ["1", long]


@pytest.mark.usefixtures("short_cells")
def test_a_cell_beyond_the_limit_is_a_bad_row_and_the_next_is_read() -> None:
    long = "x" * 2_000
    rows = list(delimited.split_lines(enumerate([f'1,"{long}"\n', f'2,"{long}\n', '3,"y"\n'], start=1), ","))
    assert [type(row) for row in rows] == [BadRow, BadRow, Row]
    assert "cut into cells" in rows[0].reason
    assert rows[2].cells == ["3", "y"]


@pytest.mark.parametrize(
    ("lines", "read", "says"),
    [
        (
            [("Завод Прибор", "utf-8"), ("Müller GmbH", "cp1252"), ("ООО Ромашка", "cp1251")],
            ["Завод Прибор", "Mьller GmbH", "ООО Ромашка"],
            [
                "1 line in UTF-8, and read so: 2 ('Завод')",
                "1 line with a word in two alphabets: perhaps in another encoding than cp1251: 3 ('Mьller')",
            ],
        ),
        (
            [("ООО Ромашка", "cp1251"), ("ТОО М\u0061кта Линт", "cp1251"), ("АО \u0054ехМаш", "cp1251")],
            ["ООО Ромашка", "ТОО М\u0061кта Линт", "АО \u0054ехМаш"],
            [
                "2 lines with a letter of another alphabet that looks like the right one, compared as it is meant: "
                "3, 4 ('М\u0061кта')"
            ],
        ),
        (
            [*[("Завод Прибор", "utf-8")] * 10, ("Müller GmbH", "cp1252")],
            [*["Завод Прибор"] * 10, "Müller GmbH"],
            ["1 line that is no UTF-8, read as cp1252: 12 ('Müller')"],
        ),
        (
            [*[("Société Générale", "cp1252")] * 12, *[("Ромашка", "cp1251")] * 2],
            [*["Société Générale"] * 12, *["Ðîìàøêà"] * 2],
            [
                "2 lines with a word of accented letters alone: perhaps in another encoding than cp1252: "
                "14, 15 ('Ðîìàøêà')"
            ],
        ),
        ([("ООО Ромашка «Gazprom»", "cp1251"), ("Plain Firm", "ascii")], ["ООО Ромашка «Gazprom»", "Plain Firm"], []),
    ],
)
def test_lines_in_another_encoding_than_the_rest_are_told_of_by_number(
    tmp_path: Path, lines: list[tuple[str, str]], read: list[str], says: list[str]
) -> None:
    path = tmp_path / "p.csv"
    path.write_bytes(b"Name,Country\n" + b"".join(f"{text},UZ\n".encode(codec) for text, codec in lines))
    found = read_parties([path])
    assert found.subjects.column("name").to_pylist() == read
    assert [note for note in found.notes if " line" in note] == [f"{path}: {remark}" for remark in says]
