"""``screening lists``: get watchlists, see how they stand, look entries up, see what changed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from screening.errors import ExitCode

if TYPE_CHECKING:
    from screening.watchlists.admission import Admitted
    from screening.watchlists.store import Store

app = typer.Typer(
    no_args_is_help=True,
    help="Watchlist snapshots: update or import them, see how they stand, compare them.",
)

DataDir = Annotated[
    Path | None,
    typer.Option(
        "--data-dir",
        envvar="SCREENING_DATA_DIR",
        help="Where snapshots are kept, if not in the usual place for user data.",
        file_okay=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for machines.")]


def _store(data_dir: Path | None) -> Store:
    from screening.watchlists.store import Store

    return Store(data_dir)


@app.command()
def update(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Lists; without it, all known.")] = None,
    data_dir: DataDir = None,
    json: Json = False,
) -> None:
    """Download lists from their publishers and put them in force if they pass the quality gates.

    This is the only command that uses the network. Exit code 4 when a download failed, 5 when a list went
    into quarantine.
    """
    from screening.cli import lists_print
    from screening.watchlists.update import Updater

    with lists_print.download_progress(hidden=json) as progress:
        results = Updater(_store(data_dir), progress=progress).update(ids or ())
    lists_print.admitted(results, json=json)
    _leave(results)


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A list in any known format: a file, a folder, .gz or .zip.")],
    as_: Annotated[str | None, typer.Option("--as", metavar="ID", help="The list it is a copy of.")] = None,
    historical: Annotated[
        bool,
        typer.Option("--historical", help="For look-backs only: not put in force, retired formats are read."),
    ] = False,
    published: Annotated[
        datetime | None,
        typer.Option("--published", formats=["%Y-%m-%d"], help="Its publication date, where the file says none."),
    ] = None,
    data_dir: DataDir = None,
    json: Json = False,
) -> None:
    """Import a list you have got by hand; the same quality gates apply. Exit code 5 when it went into
    quarantine.
    """
    from screening.cli import lists_print
    from screening.watchlists.admission import import_file

    day = published.date() if published else None
    result = import_file(_store(data_dir), file, list_id=as_, historical=historical, published=day)
    lists_print.admitted([result], json=json)
    _leave([result])


@app.command()
def accept(
    reference: Annotated[str, typer.Argument(metavar="ID", help="A list, or the id of one of its snapshots.")],
    reason: Annotated[str, typer.Option("--reason", help="Why it is right after all; kept in the log.")],
    by: Annotated[str, typer.Option("--by", help="Who says so; kept in the log.")],
    data_dir: DataDir = None,
) -> None:
    """Put a list in force that the quality gates keep in quarantine, on your word."""
    from screening.cli import lists_print
    from screening.watchlists import quarantine

    version = quarantine.accept(_store(data_dir), reference, reason=reason, by=by)
    lists_print.line(f"{version.snapshot_id} is in force now ({version.entries:,} entries), accepted by {by}.")


@app.command()
def reject(
    reference: Annotated[str, typer.Argument(metavar="ID", help="A list, or the id of one of its snapshots.")],
    reason: Annotated[str, typer.Option("--reason", help="Why it is wrong; kept in the log.")],
    by: Annotated[str, typer.Option("--by", help="Who says so; kept in the log.")],
    data_dir: DataDir = None,
) -> None:
    """Take a copy out of quarantine that is not to be put in force, a wrong file say; what is in force stays so.

    The copy is kept: `screening lists accept SNAPSHOT` still puts it in force.
    """
    from screening.cli import lists_print
    from screening.watchlists import quarantine

    version = quarantine.reject(_store(data_dir), reference, reason=reason, by=by)
    lists_print.line(f"{version.snapshot_id} is rejected by {by}; it is kept, and never in force.")


@app.command()
def show(
    list_id: Annotated[str | None, typer.Argument(metavar="[LIST]", help="One list, or a list file.")] = None,
    entry: Annotated[str | None, typer.Argument(metavar="[ENTRY]", help="The id, or the name, of an entry.")] = None,
    data_dir: DataDir = None,
    json: Json = False,
) -> None:
    """How the lists stand; with LIST, its versions; with LIST and ENTRY, all that the list says of one
    party.
    """
    from screening.cli import lists_entry, lists_print
    from screening.watchlists.status import status

    store = _store(data_dir)
    if list_id is None:
        lists_print.status_page(store, status(store), json=json)
    elif entry is None:
        lists_print.list_page(store, list_id, json=json)
    else:
        lists_entry.entry_page(store, list_id, entry, json=json)


@app.command()
def diff(
    old: Annotated[
        str,
        typer.Argument(metavar="OLD", help="A file, a date, a snapshot's id, 'previous', 'current' or 'quarantine'."),
    ],
    new: Annotated[str, typer.Argument(metavar="[NEW]", help="Likewise.")] = "current",
    lists: Annotated[
        list[str] | None,
        typer.Option("--list", help="Only this list, where dates or words are given; repeatable."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=0, help="Rows to print of each kind; 0 prints all.")] = 25,
    parquet: Annotated[Path | None, typer.Option("--parquet", dir_okay=False, help="Write the changes here.")] = None,
    xlsx: Annotated[Path | None, typer.Option("--xlsx", dir_okay=False, help="Write them as a workbook.")] = None,
    data_dir: DataDir = None,
    json: Json = False,
) -> None:
    """What changed between two snapshots: entries added, removed and changed, field by field."""
    from screening.cli import lists_print
    from screening.watchlists.compared import compare

    changes = compare(_store(data_dir), old, new, lists)
    lists_print.changes(changes, limit=limit, json=json)
    if parquet is not None:
        from screening.watchlists.diff import write_parquet

        write_parquet(changes, parquet)
        lists_print.line(f"Written: {parquet}", quiet=json)
    if xlsx is not None:
        from screening.watchlists.changes_book import write_changes

        write_changes(changes, xlsx)
        lists_print.line(f"Written: {xlsx}", quiet=json)


def _leave(results: list[Admitted]) -> None:
    outcomes = {one.outcome for one in results}
    if "failed" in outcomes:
        raise typer.Exit(ExitCode.LIST_UNUSABLE)
    if "quarantine" in outcomes:
        raise typer.Exit(ExitCode.LIST_IN_QUARANTINE)
