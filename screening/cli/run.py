"""``screening run``: a scheduled batch, checked, planned, or run."""

from __future__ import annotations

import json as json_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from screening.cli import options as opt

if TYPE_CHECKING:
    from screening.runs.batch.job import Job

JobFile = Annotated[Path, typer.Argument(metavar="JOB.toml", help="What to do; examples are in lists/demo/jobs.")]
Check = Annotated[bool, typer.Option("--check", help="Check the job, its lists and its store, and say all mistakes.")]
Plan = Annotated[bool, typer.Option("--plan", help="Say what would be done, and do nothing.")]
Json = Annotated[bool, typer.Option("--json", help="Print the summary as JSON (lists/schemas/run_summary.json).")]
OnlyChanges = Annotated[
    bool,
    typer.Option(
        "--only-changes",
        help="Screen new and changed subjects against everything, and everything against new and changed entries; "
        "the result is that of a full run.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Look-back: today's subjects, the lists in force on that day."),
]
AcceptLosses = Annotated[
    bool,
    typer.Option(
        "--accept-losses",
        help="It is right that a list or a table lost most of what it had: close the alerts of what is gone, which "
        "are kept open else.",
    ),
]
Subjects = Annotated[
    Path | None,
    typer.Option("--subjects", metavar="RUN", help="Look-back: the subjects of a past run's folder, today's lists."),
]
Processes = Annotated[
    int | None, typer.Option("--processes", metavar="N", min=1, help="Processes; without it, one for each processor.")
]


def run(
    job: JobFile,
    check: Check = False,
    plan: Plan = False,
    only_changes: OnlyChanges = False,
    as_of: AsOf = None,
    subjects: Subjects = None,
    accept_losses: AcceptLosses = False,
    json: Json = False,
    fail_on_alert: opt.FailOnAlert = False,
    processes: Processes = None,
    data_dir: opt.DataDir = None,
    log_json: opt.LogJson = False,
) -> None:
    """Run a scheduled batch: alerts are kept in a store, and each run says what is new, changed or gone, and why.

    A run that was killed is continued where it was by running the job again.
    """
    from dataclasses import replace

    from screening.errors import ExitCode

    read = _read(job, data_dir)
    if fail_on_alert or processes:
        read = replace(
            read, fail_on_alert=fail_on_alert or read.fail_on_alert, processes=processes or read.processes
        )  # fmt: skip
    if check:
        _check(read, data_dir)
        return
    if plan:
        _plan(read, only_changes, data_dir, as_json=json)
        return
    from screening.cli.progress import showing
    from screening.runs.batch.run import run_job
    from screening.runs.batch.summary import lines, summary

    with showing(as_json=log_json) as progress:
        outcome = run_job(
            read, only_changes=only_changes, as_of=opt.day(as_of), subjects=subjects, folder=data_dir,
            progress=progress, accept_losses=accept_losses,
        )  # fmt: skip
    said = summary(outcome)
    if log_json:
        typer.echo(json_module.dumps({"event": "done"} | {k: v for k, v in said.items() if k != "changes"}), err=True)
    if json:
        typer.echo(json_module.dumps(said, ensure_ascii=True, indent=2))
    elif not log_json:
        for note in said["notes"]:
            typer.echo(f"Note: {note}", err=True)
        for line in lines(said):
            typer.echo(_safe(line))
        typer.echo(f"Workbook: {said['workbook']}")
    if outcome.exit_code is not ExitCode.DONE:
        raise typer.Exit(int(outcome.exit_code))


def _read(path: Path, data_dir: Path | None) -> Job:
    from screening.cli.failures import say
    from screening.runs.batch.job import JobError
    from screening.runs.batch.job_reading import read_job
    from screening.runs.batch.run import default_store

    try:
        return read_job(path, default_store=default_store(data_dir))
    except JobError as error:
        from screening.runs.batch.plan import list_mistakes

        mistakes = [*list_mistakes(path, folder=data_dir), *error.mistakes]
        for mistake in mistakes:
            say(str(mistake))
        raise typer.Exit(int(mistakes[0].exit_code)) from None


def _check(job: Job, data_dir: Path | None) -> None:
    from screening.cli.failures import say
    from screening.runs.batch.plan import check

    mistakes = check(job, folder=data_dir)
    for mistake in mistakes:
        say(str(mistake))
    if mistakes:
        raise typer.Exit(int(max(mistake.exit_code for mistake in mistakes)))
    typer.echo(f"{job.path}: in order.")


def _plan(job: Job, only_changes: bool, data_dir: Path | None, *, as_json: bool) -> None:
    from screening.runs.batch.plan import plan

    said = plan(job, only_changes=only_changes, folder=data_dir)
    if as_json:
        typer.echo(json_module.dumps(said, ensure_ascii=True, indent=2))
        return
    for line in _plan_lines(said):
        typer.echo(_safe(line))


def _plan_lines(said: dict[str, Any]) -> list[str]:
    out = [f"Job {said['job']}" + (f": {said['about']}" if said["about"] else "")]
    kinds = dict.fromkeys(each["kind"] for each in said["files"])
    out.append(f"Last run: {said['previous_run'] or 'none'}")
    if said["continues"]:
        out.append(f"Would continue the run that was killed: {said['continues']}")
    if set(kinds) - {"flows"}:
        out.append("Would screen " + ("only what changed since." if said["only_changes"] else "everything."))
    if "flows" in kinds:
        out.append(
            "Would not measure the trade statistics again: nothing they rest on has changed."
            if said["flows_unchanged"]
            else "Would measure the trade statistics."
        )
    for kind in kinds:
        mine = [each for each in said["files"] if each["kind"] == kind]
        same = sum(each["unchanged"] for each in mine)
        size = sum(each["bytes"] for each in mine)
        files = "file" if len(mine) == 1 else "files"
        out.append(f"  {kind}: {len(mine):,} {files}, {size:,} bytes; {same:,} unchanged since the last run")
    for each in said["lists"]:
        age = "of unknown age" if each["age_days"] is None else f"{each['age_days']:,} days old"
        changed = "unchanged" if each["unchanged"] else "new or changed"
        out.append(f"  {each['snapshot_id']}: {each['entries']:,} entries, {age}, {changed}")
    place = f"Run folder in {said['out']}; alerts in {said['store']}"
    if not said["lists"]:
        return [*out, place, *(f"Note: {note}" for note in said["notes"])]
    settings = said["settings"]
    why = said["reasons"].get("threshold")
    out.append(f"Threshold {settings['threshold']:g}" + (f" ({why})" if why else "") + f", limit {settings['limit']}, "
               f"law that binds us {', '.join(settings['binds_us'])}")  # fmt: skip
    return [*out, place, *(f"Note: {note}" for note in said["notes"])]


def _safe(line: str) -> str:
    return "".join(char if char.isprintable() else " " for char in line)
