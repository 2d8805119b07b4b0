"""``screening store``: the alert store's key, its verification, and the evidence file of a case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from screening.cli import options as opt

app = typer.Typer(no_args_is_help=True, help="The alert store: verify its audit trail, export a case, make a key.")

Place = Annotated[
    str | None,
    typer.Argument(metavar="[STORE]", help="A file or postgresql:// address; without it, that of --job or the usual."),
]


@app.command()
def verify(
    store: Place = None,
    job: opt.JobOption = None,
    key_file: opt.KeyFile = None,
    against: Annotated[
        list[Path] | None,
        typer.Option(
            "--against",
            metavar="REPORT",
            help="A run folder, a folder of them, a manifest or a workbook: the head of the trail it names must be in "
            "the store, and every file of the folder as it was written; repeatable. Without any, a trail cut at its "
            "end looks whole.",
        ),
    ] = None,
    json: opt.Json = False,
    data_dir: opt.DataDir = None,
) -> None:
    """Check every record of the store against the audit trail, and the trail against reports and imported workbooks.

    Exit code 2 when anything was altered, removed or cut off; the first is named.
    """
    from screening.errors import ExitCode
    from screening.runs.alert_store import verify as check

    place, key = _place(store, job, key_file, data_dir)
    found = check(place, key=key, against=against or (), folder=data_dir)
    if json:
        import json as json_module

        said = {
            "store": str(place),
            "whole": not found.findings,
            "head": found.head.record() if found.head else None,
            "reports": len(found.heads),
            "folders": found.folders,
            "runs": found.runs,
            "saved_again": [str(each) for each in found.saved_again],
            "imports_not_looked_at": found.not_looked_at,
            "findings": [{"record": f.seq, "table": f.table, "key": f.key, "what": f.what} for f in found.findings],
        }
        typer.echo(json_module.dumps(said, ensure_ascii=True, indent=2))
    elif not found.findings:
        beside = (
            f", and {len(found.heads):,} reports agree" if found.heads else "; no report was named to check its end"
        )
        typer.echo(f"Whole: {found.head}{beside}.")
        if found.folders:
            typer.echo(f"Run folders whose files are as they were written: {found.folders:,}, of {found.runs:,} runs.")
        for path in found.saved_again:
            typer.echo(
                f"{path} was saved again since the run wrote it, as when somebody decides in it: what the run found "
                "stands in the tables beside it."
            )
        if found.not_looked_at:
            typer.echo(
                f"{found.not_looked_at:,} imported workbooks are kept elsewhere and were not looked at: name their "
                "data folder with --data-dir."
            )
    else:
        from screening.cli.failures import say

        for finding in found.findings[:20]:
            say(str(finding))
        if len(found.findings) > 20:
            say(f"and {len(found.findings) - 20:,} more")
    if found.findings:
        raise typer.Exit(int(ExitCode.USER_ERROR))


@app.command()
def export(
    alert: Annotated[str, typer.Option("--alert", metavar="ID", help="The alert, as a report names it.")],
    store: Place = None,
    job: opt.JobOption = None,
    key_file: opt.KeyFile = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="The file, or the folder it goes into.")] = None,
    data_dir: opt.DataDir = None,
) -> None:
    """Write the evidence file of one case: everything known about it, in one page that needs nothing else.

    Exit code 2, with the page written, when the store is not as it was written.
    """
    from screening.runs.alert_store import export_case

    place, key = _place(store, job, key_file, data_dir)
    wrong: list[str] = []
    typer.echo(str(export_case(place, alert, key=key, out=out, tell=wrong.append)))
    if wrong:
        from screening.cli.failures import say
        from screening.errors import ExitCode

        say(wrong[0])
        raise typer.Exit(int(ExitCode.USER_ERROR))


@app.command()
def key(path: Annotated[Path, typer.Argument(metavar="FILE", help="Where it goes: away from the store.")]) -> None:
    """Make a key for the audit trail. Keep it, and keep it apart: without it no store can be verified."""
    from screening.alerts.store import make_key

    typer.echo(f"{make_key(path)}: name it as key_file in a job's [store], or in SCREENING_STORE_KEY_FILE.")


def _place(
    store: str | None, job: Path | None, key_file: Path | None, data_dir: Path | None
) -> tuple[str | Path, Path | None]:
    from screening.runs.batch.job_reading import store_of
    from screening.runs.batch.run import default_store

    if job is not None:
        place, key = store_of(job, default_store(data_dir))
        return store or place, key_file or key
    return store or default_store(data_dir), key_file
