"""The scores of the labelled pairs, as they were frozen: a change of any is a visible difference."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from screening import compare_names

RESULTS = Path(__file__).parents[2] / "bench" / "results"
CLOSE = 1e-6
SETS = sorted(path.stem.removesuffix("_scores") for path in RESULTS.glob("*_pairs_scores.csv"))


def test_there_are_frozen_scores() -> None:
    assert len(SETS) > 30 or not RESULTS.is_dir()


@pytest.mark.parametrize("name", SETS)
def test_scores_are_those_that_were_frozen(name: str) -> None:
    file = RESULTS / f"{name}_scores.csv"
    moved = []
    for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines()):
        found = compare_names(row["left"], row["right"], schema=row["schema"])
        if abs(found.score - float(row["score"])) > CLOSE or (found.relation or "") != row["relation"]:
            moved.append(
                f"{row['left']} ~ {row['right']}: {row['score']} {row['relation']} -> {found.score} {found.relation}"
            )
    assert not moved, (
        f"{len(moved)} scores moved, such as {moved[:3]}. If that is meant: python -m bench.names pairs --freeze, "
        "read the difference, and say in CHANGELOG.md that scores move."
    )
