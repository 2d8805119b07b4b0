"""What a job would do, found out without doing it."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from screening.alerts.store import load_key, open_store
from screening.errors import ListError, ScreeningError, SettingsError
from screening.runs.batch.flow_job import flow_plan, last_flows
from screening.runs.batch.job import SCREENED, Job
from screening.runs.batch.job_reading import lists_of
from screening.runs.batch.keeper import last_snapshots
from screening.runs.batch.run import plan_of, state_of
from screening.runs.batch.same_store import open_job_store, store_in_mind
from screening.runs.batch.state import input_sha256
from screening.runs.lists import Lists, fresh_days, resolve
from screening.watchlists.store import Store as ListStore


def check(job: Job, *, folder: str | Path | None = None) -> list[ScreeningError]:
    """What would keep the job from running beyond its own text: its lists and their age, key, store, output.

    Nothing is written.
    """
    found: list[ScreeningError] = []
    try:
        if any(kind in job.inputs for kind in SCREENED):
            resolve(
                list(job.lists) if job.lists is not None else None, max_age=job.settings.max_age, folder=folder
            )  # fmt: skip
    except ScreeningError as error:
        found.append(error)
    try:
        load_key(job.key_file)
        state = state_of(job, folder)
        if "://" in job.store or Path(job.store).exists() or store_in_mind(job, state):
            open_job_store(job, state, create=False)
    except ScreeningError as error:
        found.append(error)
    places = [(job.out, "out"), (state_of(job, folder).folder, "state")]
    if "://" not in job.store and not Path(job.store).exists():
        places.append((Path(job.store).parent, "store"))
    for place, what in places:
        if problem := _unwritable(place):
            found.append(SettingsError(f"{what}: {problem}", where=job.path, remedy="name another"))
    return found


def list_mistakes(path: Path, *, folder: str | Path | None = None) -> list[ScreeningError]:
    """What is wrong with the lists of a job that is wrong otherwise: a missing list goes before whatever else is."""
    named = lists_of(path)
    if named is None:
        return []
    try:
        resolve(named[0], max_age=named[1], folder=folder)
    except ListError as error:
        return [error]
    return []


def _unwritable(place: Path) -> str:
    """Why a folder cannot be written or made, in words; empty where it can. What is tried leaves nothing behind."""
    there = next((each for each in (place, *place.parents) if each.exists()), None)
    if there is None:
        return f"there is no folder {place}"
    if not there.is_dir():
        return f"{there} is no folder"
    try:
        with tempfile.TemporaryFile(dir=there):
            return ""
    except OSError as error:
        return f"{there} cannot be written ({error.strerror or error})"


def plan(job: Job, *, only_changes: bool = False, folder: str | Path | None = None) -> dict[str, Any]:
    """What a run would do now, ready for JSON. Nothing is written.

    Raises:
        ScreeningError: Lists, key or store cannot be used.
    """
    state = state_of(job, folder)
    wanted = list(job.lists) if job.lists is not None else None
    named = any(kind in job.inputs for kind in SCREENED)
    lists = resolve(wanted, max_age=job.settings.max_age, folder=folder) if named else Lists([])
    last, store = None, None
    load_key(job.key_file)
    if "://" in job.store or Path(job.store).exists():
        store = open_store(job.store, key=job.key_file, create=False)
        runs = store.runs(job.name)
        last = next((run for run in reversed(runs) if run["kind"] == "regular"), None)
    whole = state.open_last(last["facts"].get("state") if last else None)
    known = {each["path"]: each["sha256"] for each in (last["facts"]["inputs"] if last else ()) if "path" in each}
    measured = last_flows(job, store) if store is not None and "flows" in job.inputs else None
    as_it_was = measured is not None and measured[0] == flow_plan(job.inputs["flows"])
    if as_it_was:
        known |= {str(path): input_sha256(path) for path in job.inputs["flows"].files}
    previous: str | None = last["run_id"] if last else None
    if measured is not None and not named:
        previous = measured[1].name
    before = {each.list_id: each for each in last_snapshots(state)} if whole else {}
    begun = state.begun()
    files = [
        {
            "kind": kind,
            "path": str(path),
            "bytes": path.stat().st_size,
            "unchanged": known.get(str(path)) == input_sha256(path),
        }
        for kind, each in job.inputs.items()
        for path in each.files
    ]
    kept = ListStore(folder)
    today, fresh = kept.today, fresh_days(lists.snapshots, kept)
    return {
        "job": job.name,
        "about": job.about,
        "previous_run": previous,
        "continues": begun["run_id"] if begun is not None and begun["plan"] == plan_of(job, only_changes) else None,
        "only_changes": only_changes and whole,
        "flows_unchanged": as_it_was,
        "files": files,
        "lists": [
            {
                "list_id": each.list_id,
                "snapshot_id": each.snapshot_id,
                "list_date": each.published or None,
                "age_days": _age(fresh[each.snapshot_id], today),
                "entries": len(each),
                "unchanged": each.list_id in before and before[each.list_id].sha256 == each.sha256,
            }
            for each in lists.snapshots
        ],
        "notes": lists.notes,
        "settings": job.settings.record(),
        "reasons": job.settings.recorded_reasons(),
        "out": str(job.out),
        "store": job.store if "://" not in job.store else "a PostgreSQL server",
    }


def _age(day: date | None, today: date) -> int | None:
    return (today - day).days if day is not None else None
