"""The knowledge tables are read the same however their cells are padded."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.errors import KnowledgeError
from screening.reference import read_table

NEAT = "# source: invented\n# date: 2026-01-01\nphrase\tconcept\tlanguage\nalpha beta\tone\ten\ngamma\ttwo\t\n"


def _read(text: str, folder: Path) -> list[dict[str, str]]:
    path = folder / "table.tsv"
    path.write_bytes(text.encode())
    return read_table(path).rows


@pytest.mark.parametrize(
    ("neat", "padded"),
    [
        ("alpha beta", " alpha beta"),
        ("alpha beta", "alpha beta "),
        ("alpha beta", "\u00a0alpha beta"),
        ("\tone\t", "\t one\u2003\t"),
        ("\tone\ten", "\tone\ten "),
        ("\n", "\r\n"),
        ("\ten\n", "\ten \x0c"),
        ("gamma\ttwo\t\n", "gamma\ttwo\t "),
        ("gamma\ttwo\t\n", "gamma\ttwo\n\n \t \t\n"),
    ],
)
def test_white_space_at_the_edges_of_cells_is_no_part_of_them(neat: str, padded: str, tmp_path: Path) -> None:
    wanted = [
        {"phrase": "alpha beta", "concept": "one", "language": "en"},
        {"phrase": "gamma", "concept": "two", "language": ""},
    ]
    assert _read(NEAT, tmp_path) == wanted
    assert _read(NEAT.replace(neat, padded), tmp_path) == wanted


def test_a_row_with_a_cell_too_many_is_said_by_its_number(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"row 6 has 4 cells, the header has 3"):
        _read(NEAT + "delta\tthree\ten\tmore\n", tmp_path)
