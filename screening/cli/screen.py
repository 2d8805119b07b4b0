"""The commands that screen and write a run folder: demo, articles, parties."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from screening.cli import options as opt

if TYPE_CHECKING:
    from screening.runs import Run

_REPORTS = Path("reports")
_NOT_KEPT = (
    "No decision on this report is kept: for that let a job screen (screening run JOB.toml), whose report can be "
    "decided on and taken in (screening review import)."
)


def demo(out: opt.Out = _REPORTS, log_json: opt.LogJson = False) -> None:
    """Run everything on the built-in example and print what it finds."""
    from screening.cli.progress import showing
    from screening.runs import demo as run_demo

    with showing(as_json=log_json) as progress:
        run = run_demo(out=out, progress=progress)
    _report(run, as_json=log_json)
    if not log_json:
        typer.echo("This is an example with invented firms among the parties: not to be used for screening.")


def articles(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files or folders of news; - for stdin.")],
    trade: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE",
            help="Customs records: they are screened as well, and the goods of every party the articles name are "
            "followed in them; repeatable.",
        ),
    ] = None,
    own: opt.OwnParties = None,
    mapping: opt.TradeMapping = None,
    rates: opt.Rates = None,
    goods: opt.Goods = None,
    flag_rules: opt.FlagRules = None,
    flows: opt.Flows = None,
    lists: opt.Lists = None,
    as_of: opt.AsOf = None,
    threshold: opt.Threshold = None,
    why: opt.Why = "",
    out: opt.Out = _REPORTS,
    settings: opt.SettingsFile = None,
    limit: opt.Limit = None,
    max_age: opt.MaxAge = None,
    data_dir: opt.DataDir = None,
    fail_on_alert: opt.FailOnAlert = False,
    log_json: opt.LogJson = False,
) -> None:
    """Screen news: text files, RSS and Atom feeds, web pages, or folders of them."""
    from screening import runs

    screen(
        runs.articles, list(paths), fail_on_alert, log_json,
        trade=trade or (), parties=own or (), mapping=mapping or (), rates=rates,
        goods=goods or (), flag_rules=flag_rules, flows=flows or (),
        lists=lists or None, as_of=opt.day(as_of), threshold=threshold, why=why, out=out, settings=settings,
        limit=limit, max_age=max_age, data_dir=data_dir,
    )  # fmt: skip


def parties(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="CSV, XLSX, Parquet or JSON Lines; - for standard input."),
    ],
    mapping: opt.Mapping = None,
    lists: opt.Lists = None,
    as_of: opt.AsOf = None,
    threshold: opt.Threshold = None,
    why: opt.Why = "",
    out: opt.Out = _REPORTS,
    settings: opt.SettingsFile = None,
    limit: opt.Limit = None,
    max_age: opt.MaxAge = None,
    data_dir: opt.DataDir = None,
    fail_on_alert: opt.FailOnAlert = False,
    log_json: opt.LogJson = False,
) -> None:
    """Screen customers and suppliers; directors, owners and contacts in their rows are screened too."""
    from screening import runs

    screen(
        runs.parties, files, fail_on_alert, log_json, mapping=mapping or (),
        lists=lists or None, as_of=opt.day(as_of), threshold=threshold, why=why, out=out, settings=settings,
        limit=limit, max_age=max_age, data_dir=data_dir,
    )  # fmt: skip


def screen(function: Any, paths: list[Any], fail_on_alert: bool, log_json: bool, **options: Any) -> None:
    """Run one of the functions of `screening.runs` that write a run folder, and print what it found."""
    from screening.cli.progress import showing
    from screening.errors import ExitCode

    with showing(as_json=log_json) as progress:
        run = function(paths, progress=progress, **options)
    _report(run, as_json=log_json)
    code = ExitCode.OPEN_ALERTS if fail_on_alert and run.open_alerts else run.exit_code
    if code:
        raise typer.Exit(int(code))


def _report(run: Run, *, as_json: bool) -> None:
    from screening.cli.tables import print_hits
    from screening.reports.values import counted

    counts = run.manifest["counts"]
    if as_json:
        import json

        line = {"event": "done", "path": str(run.path), "counts": counts, "findings": run.findings, "notes": run.notes}
        typer.echo(json.dumps(line, ensure_ascii=True))
        return
    rejects = (counts["rejects"], run.no_records if counts["rejects"] else 0)
    print_hits(run.hits, *rejects, screened=counts["subjects"] > 0, main_names=run.main_names)
    _print_more(run)
    for found in run.findings:
        typer.echo(found)
    for note in run.notes:
        typer.echo(f"Note: {note}", err=True)
    rejected = f", {counts['rejects']:,} rejected" if counts["rejects"] else ""
    stand = "a subject stands" if counts["subjects"] == 1 else "subjects stand"
    typer.echo(
        f"{counted(counts['subjects'], 'place')} where {stand}{rejected}; "
        f"{counted(counts['hits'], 'hit')}, {counted(run.open_alerts, 'open alert')}{_in_groups(counts)}."
    )
    typer.echo(f"Workbook: {run.workbook}")
    if run.open_alerts:
        typer.echo(_NOT_KEPT)


def _in_groups(counts: dict[str, Any]) -> str:
    """How many party groups the alerts are in, where lists hold the same party: a group is one decision."""
    from screening.reports.values import counted

    groups, alerts = counts["party_groups"], counts["alerts"]
    return f" ({alerts:,} alerts in {counted(groups, 'party group')})" if groups < alerts else ""


def _print_more(run: Run) -> None:
    """What customs records and the firm's own book add: alerts for red flags, goods followed, our own parties."""
    from screening.cli.tables import print_flag_alerts, print_own, print_text
    from screening.runs import chain_text

    if run.has("party_alerts"):
        print_flag_alerts(run.table("party_alerts"), say_none=run.has("records"))
    print_text(chain_text(run.path))
    if run.has("own_parties"):
        print_own(run.table("own_parties"), [each["path"] for each in run.manifest["inputs"]])
