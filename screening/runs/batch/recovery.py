"""What a process that died left of a run: settled before the next begins, and taken for it where it was whole."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from screening.alerts.store import Store
from screening.runs.batch.job import Job
from screening.runs.batch.remember import made_with
from screening.runs.batch.state import State, settle
from screening.runs.lists import resolve

_STARTED_AGAIN: Final = timedelta(hours=6)
"""Within this a job that is run again is the same night's, started again after its process died."""


def whole_already(job: Job, state: State, store: Store, plan: str, folder: str | Path | None) -> Path | None:
    """Settle what a killed run left.

    Args:
        job: The job.
        state: Its state.
        store: Where its alerts are kept.
        plan: Hash of what the run that begins now is to do.
        folder: The data folder.

    Returns:
        The folder of a run that had done all that this one would; None where there is work.

    Raises:
        ListError: A list is missing, unusable or too old.
    """
    done = _settled(job, state, store)
    if done is None or done[0] != plan or not _as_one_begun_now(job, store, done[1].name, folder):
        return None
    return done[1]


def _settled(job: Job, state: State, store: Store) -> tuple[str, Path] | None:
    """Settle what a killed run left: give it its name where the store has it; its plan and folder if so."""
    begun = state.begun()
    if begun is None:
        state.forget_work()
        done = state.done()
        return (done["plan"], job.out / done["run_id"]) if done and (job.out / done["run_id"]).is_dir() else None
    recorded = any(run["run_id"] == begun["run_id"] for run in store.runs(job.name))
    place = settle(job.out, begun["run_id"], recorded=recorded)
    if not recorded:
        return None
    state.finish()
    return (begun["plan"], place) if place is not None else None


def _as_one_begun_now(job: Job, store: Store, run_id: str, folder: str | Path | None) -> bool:
    """Whether a run that was whole when its process died is what one begun now would be.

    The plan names neither lists nor toolkit: those of the night may be newer than what it screened with. A run of the
    next night is always one of its own, for whoever asks later whether there was one.
    """
    ran = next((run for run in store.runs(job.name) if run["run_id"] == run_id), None)
    if ran is None or abs(datetime.now(UTC) - datetime.fromisoformat(ran["finished"])) > _STARTED_AGAIN:
        return False
    lists = resolve(
        list(job.lists) if job.lists is not None else None, max_age=job.settings.max_age, folder=folder
    ).snapshots  # fmt: skip
    then = [(each["snapshot_id"], each["sha256"], each["parser_version"]) for each in ran["facts"]["snapshots"]]
    now = [(each.snapshot_id, each.sha256, each.parser_version) for each in lists]
    return then == now and ran["facts"]["made_with"] == made_with()
