"""Paths as people are told of them."""

from __future__ import annotations

from screening.named_paths import shortest_apart


def test_a_path_is_told_by_its_file_alone_where_no_other_is_called_so() -> None:
    assert shortest_apart(["/home/x/a.csv", "b.csv"]) == {"/home/x/a.csv": "a.csv", "b.csv": "b.csv"}
    assert shortest_apart([]) == {}


def test_files_of_one_name_are_told_by_as_much_as_tells_them_apart() -> None:
    paths = ["2025/may/c.csv", "2026/may/c.csv", "2026/june/c.csv", "c.csv"]
    assert list(shortest_apart(paths).values()) == ["2025/may/c.csv", "2026/may/c.csv", "june/c.csv", "c.csv"]
    assert shortest_apart(["a\\c.csv", "b\\c.csv"]) == {"a\\c.csv": "a/c.csv", "b\\c.csv": "b/c.csv"}
