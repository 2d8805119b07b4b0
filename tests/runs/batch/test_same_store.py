"""A job does not begin anew, without a word, where the store it left is not there."""

from __future__ import annotations

import shutil

import pytest

from screening.errors import StoreError
from screening.runs.batch.plan import check

from .conftest import Bench


def _without_store(bench: Bench) -> None:
    for path in bench.folder.glob("alerts.db*"):
        path.unlink()


@pytest.mark.parametrize("left", ["nothing", "an empty file"])
def test_a_store_that_is_gone_is_said_and_none_is_made(bench: Bench, left: str) -> None:
    bench.run()
    _without_store(bench)
    if left == "an empty file":
        (bench.folder / "alerts.db").touch()
    with pytest.raises(StoreError, match=r"no store any more: .* remove .*store\.json"):
        bench.run()
    assert any("no store any more" in str(each) for each in check(bench.job()))
    assert not [path for path in bench.folder.glob("alerts.db*") if path.stat().st_size]
    (bench.folder / "state/store.json").unlink()
    assert bench.run().run.open_alerts == 4


def test_another_store_in_its_place_is_said(bench: Bench) -> None:
    bench.run()
    _without_store(bench)
    bench.store()
    with pytest.raises(StoreError, match="this is another store"):
        bench.run()


def test_a_store_that_is_back_goes_on(bench: Bench, tmp_path) -> None:
    bench.run()
    away = shutil.move(bench.folder / "alerts.db", tmp_path / "away.db")
    with pytest.raises(StoreError, match="no store any more"):
        bench.run()
    shutil.move(away, bench.folder / "alerts.db")
    assert bench.run().memory.delta.still == 4


def test_a_job_that_names_another_place_is_taken_at_its_word(bench: Bench) -> None:
    bench.run()
    bench.write(bench.path.read_text(encoding="utf-8").replace("alerts.db", "others.db"))
    assert bench.run().run.open_alerts == 4
    assert (bench.folder / "others.db").exists()


def test_no_password_is_noted(bench: Bench) -> None:
    from dataclasses import replace

    from screening.runs.batch.run import state_of
    from screening.runs.batch.same_store import keep_in_mind, store_in_mind

    job = replace(bench.job(), store="postgresql://user:secret@host/name")
    state, store = state_of(job), bench.store()
    keep_in_mind(job, state, store)
    assert "secret" not in (state.folder / "store.json").read_text(encoding="utf-8")
    assert store_in_mind(job, state) == store.store_id
