"""Whether the store a job finds is the one it left: an unmounted disk must not look like a firm without a memory."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Final

from screening.alerts.store import Store, open_store
from screening.alerts.store.engine import read_only, shown
from screening.errors import NoStoreError, StoreError
from screening.runs.batch.job import Job
from screening.runs.batch.state import State, written

_STORE: Final = "store.json"


def open_job_store(job: Job, state: State, *, create: bool = True) -> Store:
    """Open the job's store; a new one is made only where the job's last runs are in none.

    A job that names another place than before is taken at its word.

    Args:
        job: The job.
        state: Its state.
        create: Whether one may be made at all.

    Raises:
        StoreError: It cannot be opened, or is not the one that the job's last runs are in.
    """
    if create and read_only(job.store):
        raise StoreError(
            "it cannot be written, and a run is recorded in it",
            where=job.store,
            remedy="check the rights on its folder",
        )
    expected = store_in_mind(job, state)
    try:
        store = open_store(job.store, key=job.key_file, create=create and not expected)
    except NoStoreError as error:
        if not expected:
            raise
        raise _another(job, state, "there is no store any more") from error
    if expected and store.store_id != expected:
        raise _another(job, state, "this is another store")
    return store


def keep_in_mind(job: Job, state: State, store: Store) -> None:
    """Note which store the job's runs are in; the job's lock is held."""
    if store_in_mind(job, state) != store.store_id:
        written(state.folder / _STORE, json.dumps({"place": shown(job.store), "store_id": store.store_id}).encode())


def store_in_mind(job: Job, state: State) -> str:
    """The id of the store that the job's last runs are in, where it still names the same place; else empty."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        said = json.loads((state.folder / _STORE).read_bytes())
        if said["place"] == shown(job.store):
            return str(said["store_id"])
    return ""


def _another(job: Job, state: State, what: str) -> StoreError:
    return StoreError(
        f"{what}: the job's last runs, with all decisions, are in one that was here before",
        where=shown(job.store),
        remedy=f"mount or restore that; to begin anew without it, remove {state.folder / _STORE}",
    )
