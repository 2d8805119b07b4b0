"""The command that screens customs records, and shows what it takes their columns for."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from screening.cli import options as opt
from screening.cli.screen import screen

_REPORTS = Path("reports")
_EXAMPLES = 3

ShowMapping = Annotated[
    bool, typer.Option("--show-mapping", help="Print what each column is taken for, and screen nothing.")
]
Party = Annotated[
    list[str] | None,
    typer.Option(
        "--party",
        metavar="NAME",
        help="Follow the goods of this party, listed or not: from whom, to whom, its share, and where they may have "
        "gone on; a name or an identifying number; repeatable.",
    ),
]


def trade(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="CSV, XLSX, Parquet or JSON Lines; - for standard input."),
    ],
    mapping: opt.TradeMapping = None,
    show_mapping: ShowMapping = False,
    rates: opt.Rates = None,
    goods: opt.Goods = None,
    flag_rules: opt.FlagRules = None,
    flows: opt.Flows = None,
    party: Party = None,
    parties: opt.OwnParties = None,
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
    """Screen customs records: every party and good on every line; red flags; where the goods went.

    Columns are recognised in many systems and languages; --show-mapping prints what each is taken for.
    """
    if show_mapping:
        _show_mapping(files, mapping or [], as_json=log_json)
        return
    from screening import runs

    screen(
        runs.trade, files, fail_on_alert, log_json, mapping=mapping or (), rates=rates,
        goods=goods or (), flag_rules=flag_rules, flows=flows or (), party=party or (), parties=parties or (),
        lists=lists or None, as_of=opt.day(as_of), threshold=threshold, why=why, out=out, settings=settings,
        limit=limit, max_age=max_age, data_dir=data_dir,
    )  # fmt: skip


def _show_mapping(files: list[str], mapping: list[str], *, as_json: bool) -> None:
    from screening.cli.tables import console, print_table
    from screening.runs import columns_of

    for table in columns_of(files, mapping):
        if as_json:
            import json

            typer.echo(json.dumps({"event": "mapping", **table}, ensure_ascii=True))
            continue
        console().print(f"{table['where']}, headings in row {table['header_row']}", markup=False, highlight=False)
        rows = [(each["column"], each["role"], each["how"], " | ".join(each["examples"])) for each in table["columns"]]
        print_table(("Column", "Taken for", "Told by", "For example"), rows)
        for note in table["notes"]:
            typer.echo(f"Note: {note}", err=True)
