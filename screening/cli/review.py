"""``screening review``: decisions made in the workbook, what still waits, and the dossier of one party."""

from __future__ import annotations

import json as json_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from screening.cli import options as opt

if TYPE_CHECKING:
    from screening.runs.review import ReviewImport
    from screening.runs.review_status import Status

app = typer.Typer(
    no_args_is_help=True,
    help="Decisions made in the workbook: take them in, see what waits, print one party's dossier.",
)

Store = Annotated[
    str | None,
    typer.Option(
        "--store", metavar="PLACE", help="The alert store: a file or URL; without it alerts.db in the data folder."
    ),
]
People = Annotated[
    Path | None,
    typer.Option("--reviewers", metavar="FILE", help="Who may decide; without it reviewers.toml in the data folder."),
]
_SHOWN = 40
_NO_DECISION = (
    "No decision was found in it: look whether the file was saved after the decisions were filled in, and whether this "
    "is the file that was decided in."
)


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="REPORT.xlsx", help="The report, decided on and saved.")],
    all_or_nothing: Annotated[
        bool, typer.Option("--all-or-nothing", help="Take nothing when a row is refused.")
    ] = False,
    refused: Annotated[
        Path | None,
        typer.Option("--refused", metavar="FILE", help="Where refused rows go; without it beside the report."),
    ] = None,
    job: opt.JobOption = None,
    store: Store = None,
    key_file: opt.KeyFile = None,
    people: People = None,
    settings: opt.SettingsFile = None,
    data_dir: opt.DataDir = None,
    json: opt.Json = False,
) -> None:
    """Take decisions into the alert store, with an answer for each row.

    Refused rows come back as a small workbook with the reasons, and exit code 3. Importing twice does nothing.
    """
    from screening.runs.review import review_import

    done = review_import(
        file, all_or_nothing=all_or_nothing, out=refused,
        job=job, store=store, key=key_file, people=people, settings=settings, folder=data_dir,
    )  # fmt: skip
    if json:
        _print_json(done)
    else:
        _print_import(done)
    if done.exit_code:
        raise typer.Exit(int(done.exit_code))


@app.command()
def status(
    xlsx: Annotated[
        Path | None,
        typer.Option("--xlsx", metavar="FILE", help="Write the sheet Management, with the trend by run and a chart."),
    ] = None,
    job: opt.JobOption = None,
    store: Store = None,
    key_file: opt.KeyFile = None,
    people: People = None,
    settings: opt.SettingsFile = None,
    data_dir: opt.DataDir = None,
    json: opt.Json = False,
) -> None:
    """What waits: open alerts by priority and age, by list, by reviewer; what is overdue; what was cleared."""
    from screening.runs.review_status import review_status

    told = review_status(
        job=job, store=store, key=key_file, people=people, settings=settings, folder=data_dir, xlsx=xlsx
    )  # fmt: skip
    if json:
        typer.echo(json_module.dumps(told.as_json(), ensure_ascii=False, indent=2))
    else:
        _print_status(told)
        if xlsx is not None:
            typer.echo(f"Written: {xlsx}")


@app.command()
def dossier(
    party: Annotated[str, typer.Argument(metavar="PARTY", help="A name, or the id of a subject or alert.")],
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where the two files go; without it the job's out, else reports."),
    ] = None,
    reports: Annotated[
        Path | None,
        typer.Option(
            "--reports", metavar="DIR", help="The parent of the run folders; without it the job's out, else as --out."
        ),
    ] = None,
    job: opt.JobOption = None,
    store: Store = None,
    key_file: opt.KeyFile = None,
    people: People = None,
    settings: opt.SettingsFile = None,
    data_dir: opt.DataDir = None,
) -> None:
    """Print all that is known of one party: lists, stories, trade, our exposure, decisions; as HTML and workbook."""
    from screening.runs.dossier import dossier as write

    page, book = write(
        party, out=out, reports=reports,
        job=job, store=store, key=key_file, people=people, settings=settings, folder=data_dir,
    )  # fmt: skip
    typer.echo(f"To print: {page}")
    typer.echo(f"Workbook: {book}")


def _print_json(done: ReviewImport) -> None:
    told: dict[str, Any] = {
        "file": str(done.path),
        "sha256": done.sha256,
        "kept": str(done.kept) if done.kept else None,
        "counts": dict(done.counts),
        "blank": done.blank,
        "refused": str(done.refused) if done.refused else None,
        "notes": list(done.notes),
        "rows": [
            {"row": each.row, "alert_id": each.alert_id, "answer": each.answer, "said": each.said}
            for each in done.answers
        ],
    }
    typer.echo(json_module.dumps(told, ensure_ascii=False, indent=2))


def _print_import(done: ReviewImport) -> None:
    from screening.cli.tables import console, print_table

    news = [each for each in done.answers if each.answer != "unchanged"]
    news.sort(key=lambda each: each.answer != "refused")
    if news:
        rows = [(str(each.row), each.alert_id, each.answer, each.said) for each in news[:_SHOWN]]
        print_table(("Row", "Alert", "Answer", "What becomes of it"), rows, right=(0,))
    if len(news) > _SHOWN:
        console().print(f"… and {len(news) - _SHOWN:,} more")
    for note in done.notes:
        typer.echo(f"Note: {note}", err=True)
    counts = done.counts
    typer.echo(
        f"{counts['accepted']:,} accepted, {counts['unchanged']:,} unchanged, {counts['refused']:,} refused; "
        f"nothing filled in for {done.blank:,}."
    )
    if not done.answers:
        typer.echo(_NO_DECISION)
    if done.refused:
        typer.echo(f"Refused rows, with the reasons: {done.refused}")


def _print_status(told: Status) -> None:
    from screening.cli.tables import print_table

    for title, heads, rows in told.tables():
        typer.echo(title)
        if rows:
            print_table(heads, [tuple(str(cell) for cell in row) for row in rows], right=tuple(range(1, len(heads))))
        typer.echo("")
