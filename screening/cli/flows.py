"""The command that measures trade statistics."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from screening.cli import options as opt

if TYPE_CHECKING:
    from screening.runs import Run

_REPORTS = Path("reports")
_SHOWN = 20
_BY = {"M": "month", "Q": "quarter", "A": "year"}

Map = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="ROLE=COLUMN",
        help="What a column holds where it is not recognised: partner=ITEMS, value=AMOUNT; what holds for all rows "
        "of a file that does not say it with two equals signs: reporter==KG, flow==export, currency==EUR; repeatable.",
    ),
]
Rules = Annotated[
    Path | None, typer.Option("--rules", metavar="FILE", help="Thresholds, weights, hubs and years of your own (TOML).")
]
Goods = Annotated[
    list[Path] | None,
    typer.Option(
        "--goods", metavar="FILE", help="A list of watched goods of your own, as lists/goods/chpl.tsv; repeatable."
    ),
]
Concordance = Annotated[
    list[Path] | None,
    typer.Option(
        "--concordance",
        metavar="FILE",
        help="A correspondence table of two editions of the HS (the UN's workbook, or a table with columns HS2022 and "
        "HS2017); repeatable.",
    ),
]
Rates = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Exchange rates: a table of date, currency, US dollars for one unit."),
]
Pictures = Annotated[
    list[str] | None,
    typer.Option("--pictures", metavar="png|svg", help="Write the charts as files, too (extra: pictures); repeatable."),
]


def flows(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE", help="UN Comtrade (JSON, CSV), Eurostat Comext, IMF, national tables; - for standard input."
        ),
    ],
    mapping: Map = None,
    rules: Rules = None,
    goods: Goods = None,
    concordance: Concordance = None,
    rates: Rates = None,
    pictures: Pictures = None,
    out: opt.Out = _REPORTS,
    log_json: opt.LogJson = False,
) -> None:
    """Measure trade statistics: which hubs and goods grew when the direct trade stopped, and how sure that is."""
    from screening import runs
    from screening.cli.progress import showing

    with showing(as_json=log_json) as progress:
        run = runs.flows(
            files, mapping=mapping or (), rules=rules, goods=goods or (), concordances=concordance or (), rates=rates,
            pictures=pictures or (), out=out, progress=progress,
        )  # fmt: skip
    _report(run, as_json=log_json)
    if run.exit_code:
        raise typer.Exit(int(run.exit_code))


def _report(run: Run, *, as_json: bool) -> None:
    counts = run.manifest["counts"]
    if as_json:
        import json

        typer.echo(json.dumps({"event": "done", "path": str(run.path), "counts": counts, "notes": run.notes}))
        return
    from screening.cli.tables import console, print_table
    from screening.reports.values import counted

    rows = run.verdicts.select(
        [
            "rank",
            "scope",
            "hub",
            "good",
            "currency",
            "before",
            "value",
            "baseline",
            "ratio",
            "verdict",
            "certainty",
            "frequency",
            "reported_by",
        ]
    ).to_pylist()
    ranked = [row for row in rows if row["rank"] is not None]
    listed = {_figures(row) for row in ranked if row["scope"] == "regime"}
    # where all goods are on one list, the list's row says what the row on all goods says
    goods = [row for row in ranked if _is_good(row)]
    wide = [row for row in ranked if not _is_good(row) and (row["scope"] != "all" or _figures(row) not in listed)]
    shown = [*wide[:_SHOWN], *goods[:_SHOWN]]
    if not shown:
        console().print("No rise found.")
    else:
        print_table(
            (
                *("No.", "Hub", "Good", "Year before", "Last year", "", "Baseline", "Times"),
                *("Verdict", "Certainty", "Reported by"),
            ),
            [
                (
                    str(row["rank"]) if _is_good(row) else "",
                    row["hub"],
                    row["good"] if _is_good(row) else f"({row['good'].lower()})",
                    _millions(row["before"]),
                    _millions(row["value"]),
                    row["currency"],
                    _millions(row["baseline"]),
                    "new" if row["ratio"] is None else f"{row['ratio']:,.1f}",
                    row["verdict"],
                    row["certainty"],
                    f"{row['reported_by']}, {_BY[row['frequency']]}",
                )
                for row in shown
            ],
            right=(0, 3, 4, 6, 7),
        )
        console().print("Times: last year by the baseline, the mean of the years before; sums in millions.")
        if more := len(wide) + len(goods) - len(shown):
            console().print(f"… and {more:,} more")
    for note in run.notes:
        typer.echo(f"Note: {note}", err=True)
    rejected = f", {counted(counts['rejects'], 'row')} rejected" if counts["rejects"] else ""
    rise = "rises" if len(goods) == 1 else "rise"
    typer.echo(f"{counted(counts['flows'], 'flow')} measured{rejected}; {counted(len(goods), 'good')} {rise} at a hub.")
    typer.echo(f"Workbook: {run.workbook}")


def _is_good(row: Mapping[str, Any]) -> bool:
    return bool(row["scope"] == "good" and row["good"] != "TOTAL")


def _figures(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in ("hub", "value", "before", "currency", "frequency", "reported_by"))


def _millions(value: float | None) -> str:
    return "?" if value is None else f"{value / 1e6:,.2f}"
