"""Screening only what changed gives what a full run gives, whatever changed; so do other batches and processes."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screening.intake import parties as parties_module

from .conftest import CUSTOMERS, LIST_ROWS, Bench

WORDS = ("Uzstanex", "Global", "Lojistik", "Beispielov", "Igor", "Meadow", "Quiet", "Trading", "Tashkent", "Chemical")
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
ENTRIES = st.dictionaries(st.integers(1, 8), st.lists(NAMES, min_size=1, max_size=2), min_size=1, max_size=6)
SUBJECTS = st.dictionaries(st.integers(1, 12), NAMES, min_size=1, max_size=8)
NIGHT = st.tuples(ENTRIES, SUBJECTS)


def _set(bench: Bench, night: tuple[dict[int, list[str]], dict[int, str]]) -> None:
    entries, subjects = night
    rows = [
        f"{number},Company,{name},{'alias' if at else 'primary'},UZ,,,,P,asset_freeze,"
        for number, names in entries.items()
        for at, name in enumerate(names)
    ]
    bench.list(*rows)
    bench.customers(*(f"{number},{name},UZ,," for number, name in subjects.items()))


def _compared(tables: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    return {name: rows for name, rows in tables.items() if name != "subjects"}


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(nights=st.lists(NIGHT, min_size=2, max_size=2))
def test_only_changes_equals_a_full_run(nights, tmp_path_factory, tables, monkeypatch) -> None:
    monkeypatch.setattr("screening.alerts.store.engine.SYNCHRONOUS", "OFF")
    folder = tmp_path_factory.mktemp("nights")
    quick, full = Bench(folder / "quick"), Bench(folder / "full")
    for bench in (quick, full):
        bench.write(bench.path.read_text(encoding="utf-8") + "[settings]\nlimit = 2\n")
    for night in nights:
        _set(quick, night)
        _set(full, night)
        one, two = quick.run(only_changes=True), full.run()
        assert tables(one)["hits"] == tables(two)["hits"]
        assert quick.changes(one) == full.changes(two)
    shutil.rmtree(folder)


def test_what_is_unchanged_is_not_matched_again(bench) -> None:
    bench.run()
    bench.customers(*CUSTOMERS, "5,Uzstanex,UZ,,")
    outcome = bench.run(only_changes=True)
    assert outcome.counts == {"matched": 1, "matched_before_the_kill": 0, "unchanged_since_the_last_run": 5}
    assert bench.run(only_changes=True).unchanged == 1


def test_altered_state_is_not_used(bench, tables) -> None:
    """Whoever empties the kept matches hides nothing: the store knows their hash."""
    bench.run()
    expected = bench.run(only_changes=True)
    for path in (bench.folder / "state/last/matches").rglob("*.matches"):
        path.write_bytes(path.read_bytes()[:-1] + b"x")
    outcome = bench.run(only_changes=True)
    assert outcome.counts["unchanged_since_the_last_run"] == 0
    assert tables(outcome)["hits"] == tables(expected)["hits"]
    sealed = bench.folder / "state/last/sealed.json"
    sealed.write_text("{}", encoding="utf-8")
    outcome = bench.run(only_changes=True)
    assert outcome.counts["unchanged_since_the_last_run"] == 0


def test_another_threshold_matches_everything_anew(bench) -> None:
    bench.run()
    bench.write(bench.path.read_text(encoding="utf-8") + '[settings]\nthreshold = 0.7\nwhy = "a test"\n')
    assert bench.run(only_changes=True).counts["unchanged_since_the_last_run"] == 0


def test_neither_batches_nor_processes_change_the_result(bench, tables, monkeypatch, tmp_path: Path) -> None:
    seeded = random.Random(7)
    rows = [f"{number % 25},{' '.join(seeded.choices(WORDS, k=2))},UZ,," for number in range(60)]
    bench.customers(*rows)
    whole = bench.run()
    read = parties_module.PartyReader.batches
    monkeypatch.setattr(parties_module.PartyReader, "batches", lambda self: read(self, 16))
    monkeypatch.setattr("screening.runs.batch.files.TOGETHER", 1)
    bench.write(bench.path.read_text(encoding="utf-8").replace("processes = 1", "processes = 2"))
    shutil.rmtree(bench.folder / "state")
    small = bench.run()
    assert small.counts["matched"] > whole.counts["matched"]
    assert tables(small) == tables(whole)
    assert len(whole.run.hits) > 5


def test_two_files_are_one_input(bench, tables) -> None:
    bench.customers(*CUSTOMERS[:2])
    bench.customers(*CUSTOMERS[2:], name="suppliers.csv")
    bench.list(*LIST_ROWS)
    outcome = bench.run()
    assert len(outcome.run.manifest["inputs"]) == 2
    bench.customers(*CUSTOMERS[2:], "9,Nobody Ltd,GB,,", name="suppliers.csv")
    again = bench.run()
    assert again.unchanged == 1
    assert len(again.run.subjects) == len(outcome.run.subjects) + 1
    assert tables(again)["hits"] == tables(outcome)["hits"]
