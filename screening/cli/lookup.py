"""The commands that look names up and write nothing: match, compare."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from screening.cli import options as opt

if TYPE_CHECKING:
    import pyarrow as pa


def match(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME", help="Names or numbers (BIC, IMO, LEI, taxpayers' …); - reads them from standard input."
        ),
    ],
    lists: opt.Lists = None,
    schema: Annotated[
        str | None, typer.Option(metavar="SCHEMA", help="Person, Company, Vessel …; any, without.")
    ] = None,
    country: Annotated[str | None, typer.Option(metavar="COUNTRY", help="Their country, where known.")] = None,
    threshold: opt.Threshold = None,
    as_of: opt.AsOf = None,
    settings: opt.SettingsFile = None,
    limit: opt.Limit = None,
    max_age: opt.MaxAge = None,
    data_dir: opt.DataDir = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a hit, for machines.")] = False,
    fail_on_alert: opt.FailOnAlert = False,
) -> None:
    """Look names up, or the numbers of parties; writes no run folder."""
    from screening import runs
    from screening.errors import ExitCode

    found = runs.look_up(
        _names(names), lists=lists or None, schema=schema, country=country, threshold=threshold,
        settings=settings, as_of=opt.day(as_of), data_dir=data_dir, limit=limit, max_age=max_age,
        tell=lambda text: typer.echo(f"{text} …", err=True),
    )  # fmt: skip
    if as_json:
        _print_json(found.hits)
    else:
        from screening.cli.tables import print_hits

        print_hits(found.hits)
    for note in found.notes:
        typer.echo(f"Note: {note}", err=True)
    code = ExitCode.OPEN_ALERTS if fail_on_alert and len(found.hits) else found.exit_code
    if code:
        raise typer.Exit(int(code))


def compare(
    name1: Annotated[str, typer.Argument(metavar="NAME1")],
    name2: Annotated[str, typer.Argument(metavar="NAME2")],
    schema: Annotated[str, typer.Option(metavar="SCHEMA", help="Person, Company, Vessel …")] = "LegalEntity",
) -> None:
    """Say why two names score what they score."""
    from screening.cli.tables import print_comparison
    from screening.errors import InputError
    from screening.matching import compare_names
    from screening.model import schema_named
    from screening.runs.kept_knowledge import at_hand

    chosen = schema_named(schema)
    name1, name2 = _readable(name1), _readable(name2)
    if not all(any(char.isalnum() for char in name) for name in (name1, name2)):
        raise InputError("a name to compare must hold a letter or a digit", remedy="give two names")
    at_hand()
    print_comparison(name1, name2, compare_names(name1, name2, schema=chosen))


def _names(named: list[str]) -> list[str]:
    names: list[str] = []
    for name in named:
        if name == "-":
            text = sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")
            names.extend(line for line in text.splitlines() if line.strip())
        else:
            names.append(_readable(name))
    return names


def _readable(name: str) -> str:
    """A name given on the command line; bytes of it that are no text would be told of only deep inside."""
    from screening.errors import InputError
    from screening.named_paths import as_text, is_text

    if not is_text(name):
        raise InputError(
            f"the name {as_text(name)!r} is not text in UTF-8",
            remedy="write it in UTF-8, or give it on standard input with -",
        )
    return name


def _print_json(hits: pa.Table) -> None:
    import json

    for row in hits.to_pylist():
        row["list_date"] = row["list_date"].isoformat() if row["list_date"] else None
        typer.echo(json.dumps(row, ensure_ascii=True))
