"""The benchmarks are run by hand; that each can be found and asked what it does is not."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BENCH = ROOT / "bench"


@pytest.fixture(autouse=True)
def there() -> None:
    if not BENCH.is_dir():
        pytest.skip("the benchmarks are not beside the tests")


def test_the_readme_names_every_script() -> None:
    told = (BENCH / "README.md").read_text(encoding="utf-8")
    scripts = [path.stem for path in BENCH.glob("*.py") if "__main__" in path.read_text(encoding="utf-8")]
    assert scripts
    assert not [name for name in scripts if f"bench.{name}" not in told and f"{name}.py" not in told]


@pytest.mark.parametrize("name", ["kills", "mentions", "rounds"])
def test_a_script_says_what_it_does(name: str) -> None:
    command = [sys.executable, "-m", f"bench.{name}", "--help"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    assert said.stdout.startswith("usage:")


def test_a_fit_moves_the_weights_of_every_module() -> None:
    """In a process of its own: the weights stay moved."""
    code = (
        "import copy\n"
        "from bench import fit_weights as fit\n"
        "from screening import reference\n"
        "rules = reference.rules('rules/matching.toml')\n"
        "cases = list(fit.labelled())[:300]\n"
        "shipped = fit.loss(rules, cases)\n"
        "for name in ('likeness.translated', 'likeness.variant'):\n"
        "    other = copy.deepcopy(rules)\n"
        "    fit.put(other, name, 0.1)\n"
        "    assert fit.loss(other, cases) > shipped, name\n"
        "assert fit.loss(rules, cases) == shipped\n"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr


def test_the_table_of_rounds_is_that_of_the_frozen_scores() -> None:
    command = [sys.executable, "-m", "bench.rounds"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    assert said == (BENCH / "results" / "rounds.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in said.splitlines()]
    assert ["round", "pairs", "F1", "precision", "recall"] in [row[:5] for row in rows]
    assert ["21", "400", "0.978", "1.000", "0.956"] in [row[:5] for row in rows]


def test_every_round_says_what_it_is_of() -> None:
    with (BENCH / "labelled" / "rounds.csv").open(encoding="utf-8", newline="") as file:
        told = {row["set"]: row["about"] for row in csv.DictReader(file)}
    rounds = {path.stem for path in (BENCH / "labelled").glob("round_*_pairs.csv")}
    assert rounds
    assert set(told) == rounds
    assert all(told.values())


def test_every_planted_pattern_is_raised_or_not_testable_and_no_flag_stands_on_one_innocent_row_in_twenty() -> None:
    command = [sys.executable, "-m", "bench.trade_generator", "--rows", "6000"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in said.splitlines() if line[:2] == "| "]
    flags = {name: (*map(int, counts), float(share.rstrip("%"))) for name, *counts, share in rows[1:]}
    assert len(flags) > 30
    for name, (planted, raised, untested, innocent) in flags.items():
        assert planted >= 2, name
        assert raised >= 1, name
        assert raised + untested == planted, name
        assert innocent < 5, name
