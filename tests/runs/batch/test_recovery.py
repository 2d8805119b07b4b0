"""What a process that died left: taken up where it still holds, and never taken for tonight's run where it does not."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from screening.errors import InputError
from screening.runs.batch import recovery
from screening.runs.batch.run import run_job
from screening.runs.batch.state import State

from .conftest import CUSTOMERS, LIST_ROWS, Bench

NEW = "4,Company,QUIET MEADOW LTD,primary,GB,,,,P-1,asset_freeze,2026-11-26"


class _DiedError(Exception):
    """Stands for a kill: nothing of the toolkit catches it."""


@pytest.fixture
def died(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A job whose last run was whole when its process died."""
    finish = State.finish

    def dies(state: State) -> None:
        finish(state)
        raise _DiedError

    with monkeypatch.context() as patched:
        patched.setattr(State, "finish", dies)
        with pytest.raises(_DiedError):
            bench.run()
    return bench


def test_a_run_that_was_whole_is_not_run_twice(died: Bench) -> None:
    outcome = died.run()
    assert outcome.already_done
    assert outcome.run.open_alerts == 4
    assert len(died.store().runs()) == 1
    assert not died.run().already_done  # the next one is a run of its own again


def test_a_list_that_is_new_since_is_screened_with(died: Bench) -> None:
    died.list(*LIST_ROWS, NEW)
    outcome = died.run()
    assert not outcome.already_done
    assert died.changes(outcome)["Quiet Meadow Ltd"]["kind"] == "new"


def test_the_next_night_has_a_run_of_its_own(died: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    class Tomorrow(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) + timedelta(hours=24)

    monkeypatch.setattr(recovery, "datetime", Tomorrow)
    assert not died.run().already_done
    assert len(died.store().runs()) == 2


def test_another_toolkit_screens_anew(died: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery, "made_with", lambda: {"matcher": "a newer one"})
    assert not died.run().already_done


def test_what_a_run_finds_rests_on_its_own_lists_not_on_those_of_a_killed_one(bench: Bench, monkeypatch) -> None:
    """A list that changes between the kill and the next start leaves no older version among what is kept."""

    def dies(*_: object, **__: object) -> None:
        raise _DiedError

    with monkeypatch.context() as patched:
        patched.setattr("screening.runs.batch.keeper.BatchKeeper.over", dies)
        with pytest.raises(_DiedError):
            bench.run()
    assert len(list((bench.folder / "state/work/snapshots").iterdir())) == 1
    bench.list(*LIST_ROWS, NEW)
    assert bench.run().continued
    assert len(list((bench.folder / "state/last/snapshots").iterdir())) == 1
    assert bench.run(only_changes=True).counts["matched"] == 0


def test_a_list_half_taken_over_is_taken_over_anew(bench: Bench, monkeypatch) -> None:
    bench.run()
    taken, count = State.take_over, 0

    def dies(state: State, name: str) -> bool:
        nonlocal count
        if name.startswith("snapshots/"):
            count += 1
            if count == 3:
                raise _DiedError
        return taken(state, name)

    with monkeypatch.context() as patched:
        patched.setattr(State, "take_over", dies)
        with pytest.raises(_DiedError):
            bench.run()
    bench.run()
    bench.list(*LIST_ROWS[1:])
    gone = bench.changes(bench.run())["UZSTANEX MChJ"]
    assert gone["why"].startswith("delisted")


def test_an_input_that_vanishes_is_named_and_not_the_state(bench: Bench) -> None:
    job = bench.job()
    (bench.folder / "in/customers.csv").unlink()
    with pytest.raises(InputError, match=r"customers\.csv: cannot be read: No such file"):
        run_job(job)
    bench.customers(*CUSTOMERS)
    assert bench.run().run.open_alerts == 4
