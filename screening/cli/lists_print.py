"""What ``screening lists`` prints, for people as tables and for machines as JSON."""

from __future__ import annotations

import json as jsonlib
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from screening.cli.console import PipedConsole

if TYPE_CHECKING:
    from screening.watchlists.admission import Admitted
    from screening.watchlists.catalogue import ListSource
    from screening.watchlists.diff import Changes
    from screening.watchlists.status import Status
    from screening.watchlists.store import Store

PIPE_WIDTH = 140
"""Columns where the output is no terminal and has no width of its own."""
STYLES = {"in force": "green", "unchanged": "green", "quarantine": "yellow", "rejected": "yellow", "failed": "red"}
_CHANGE_STYLES = {"added": "green", "removed": "red", "changed": "bold"}


def console() -> Console:
    """The console to print to; wide where the output is no terminal."""
    wide = None if sys.stdout.isatty() else PIPE_WIDTH
    return PipedConsole(width=wide, highlight=False, soft_wrap=False)


def plain(text: object) -> str:
    """Text from a list, safe to print: control characters could redraw a terminal, markup could hide
    words.
    """
    return escape("".join(char if char.isprintable() else " " for char in str(text)))


def line(text: str, *, quiet: bool = False) -> None:
    """One plain line."""
    if not quiet:
        console().print(plain(text), soft_wrap=True)


def as_json(value: Any) -> None:
    """One JSON document on standard output."""
    print(jsonlib.dumps(value, ensure_ascii=False, indent=2, default=str))


@contextmanager
def download_progress(*, hidden: bool) -> Iterator[Callable[[str, int, int | None], None] | None]:
    """A progress bar a file on a terminal; nothing otherwise."""
    errors = Console(stderr=True)
    if hidden or not errors.is_terminal:
        yield None
        return
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=errors, transient=True) as bars:
        tasks: dict[str, Any] = {}

        def show(name: str, done: int, total: int | None) -> None:
            if name not in tasks:
                tasks[name] = bars.add_task(plain(name), total=total)
            bars.update(tasks[name], completed=done, total=total)

        yield show


def admitted(results: Sequence[Admitted], *, json: bool) -> None:
    """What became of each list that was updated or imported."""
    if json:
        as_json([asdict(one) for one in results])
        return
    out = console()
    for one in results:
        size = f", {one.entries:,} entries" if one.entries else ""
        if one.entries_before is not None and one.outcome not in ("unchanged", "failed"):
            size += f" ({one.entries - one.entries_before:+,})"
        style = STYLES.get(one.outcome, "")
        outcome = f"[{style or 'default'}]{one.outcome}[/]"
        out.print(f"[bold]{plain(one.list_id)}[/]: {outcome}{size}  {plain(one.snapshot_id)}", soft_wrap=True)
        _bullets(out, one.reasons)
        if one.outcome == "quarantine":
            out.print(
                "    The older copy, if there is one, stays in force. See what changed: "
                f"screening lists diff current quarantine --list {plain(one.list_id)}\n"
                f"    If it is right: screening lists accept {plain(one.list_id)} --reason … --by …\n"
                f"    If it is not: screening lists reject {plain(one.list_id)} --reason … --by …",
                soft_wrap=True,
            )
        if one.outcome == "rejected":
            out.print(
                "    It stays out of force. If it is right after all: "
                f"screening lists accept {plain(one.snapshot_id)} --reason … --by …",
                soft_wrap=True,
            )
        _bullets(out, one.warnings, "warning: ")
        _bullets(out, one.notes, "not understood: ")


def _bullets(out: Console, sentences: Sequence[str], prefix: str = "") -> None:
    for sentence in sentences:
        out.print(f"  - {prefix}{plain(sentence)}", soft_wrap=True)


def status_page(store: Store, rows: Sequence[Status], *, json: bool) -> None:
    """Each list, its date, age, entries and warnings; then what none of them holds."""
    missing = store.catalogue.not_included
    imported = {row.list_id for row in rows if row.state != "not imported"}
    left = [one for one in missing if one.id not in imported and one.covered_by not in imported]
    if json:
        absent = [{"id": one.id, "title": one.title, "where": one.where} for one in left]
        as_json({"data_dir": str(store.folder), "lists": [asdict(row) for row in rows], "not_included": absent})
        return
    out = console()
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for title in ("List", "Law", "State", "Published", "Checked", "Age", "Entries", "Form (proved on)", ""):
        right = title in ("Age", "Entries")
        table.add_column(title, justify="right" if right else "left", no_wrap=title != "Form (proved on)")
    for row in rows:
        style = "yellow" if row.quarantine else STYLES.get(row.state, "dim")
        table.add_row(
            plain(row.list_id),
            row.jurisdiction,
            Text(row.state, style=style),
            row.published,
            str(row.checked or ""),
            "" if row.age_days is None else f"{row.age_days:,} d",
            "" if row.entries is None else f"{row.entries:,}",
            f"{row.format} ({row.evidence})" if row.evidence else row.format,
            Text("! see below", style="yellow") if row.warnings else "",
        )
    out.print(table)
    for row in rows:
        if row.warnings:
            out.print(f"[bold]{plain(row.list_id)}[/]  {plain(row.title)}", soft_wrap=True)
            _bullets(out, row.warnings)
    if left:
        out.print("\n[bold]In none of these lists[/], to be made and imported by hand if they bind you:")
        for one in left:
            out.print(f"  - {plain(one.title)}  (--as {one.id})", soft_wrap=True)
    out.print(f"\nData folder: {plain(store.folder)}", soft_wrap=True)


def list_page(store: Store, list_id: str, *, json: bool) -> None:
    """One list: what the catalogue knows of it, and its versions, the newest first.

    Raises:
        ListError: There is no such list.
    """
    from screening.errors import ListError
    from screening.watchlists.history import ListState
    from screening.watchlists.status import status

    known, state = store.catalogue.get(list_id), store.states().get(list_id)
    if known is None and state is None:
        remedy = "see: screening lists show"
        if Path(list_id).exists():
            remedy = f"of a file, name an entry as well: screening lists show {list_id} ENTRY"
        raise ListError(f"no list {list_id!r} in the catalogue or the store", remedy=remedy)
    versions = list(reversed((state or ListState(list_id)).versions))
    if json:
        as_json({"catalogue": asdict(known) if known else None, "versions": [asdict(one) for one in versions]})
        return
    out = console()
    out.print(f"[bold]{plain(list_id)}[/]  {plain(known.title if known else 'a list of your own')}", soft_wrap=True)
    if known:
        facts = Table(box=None, show_header=False, pad_edge=False)
        for title, value in (
            ("Publisher", known.publisher),
            ("Law", known.jurisdiction),
            ("Measures", ", ".join(known.measures)),
            ("Changes", f"{known.cadence}; warned about after {known.max_age_days} days"),
            ("Expected", f"{known.entries[0]:,} to {known.entries[1]:,} entries"),
            ("Date from", known.published),
            ("Licence", known.licence),
            *((one.format, _form(one)) for one in known.sources),
        ):
            facts.add_row(f"  {title}", plain(value))
        out.print(facts)
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for title in ("Snapshot", "State", "Published", "Came in", "In force since", "Entries", "From"):
        table.add_column(title, justify="right" if title == "Entries" else "left", no_wrap=title != "From")
    for one in versions:
        table.add_row(
            plain(one.snapshot_id),
            Text(one.state, style={"current": "green", "quarantine": "yellow"}.get(one.state, "")),
            one.published,
            f"{one.retrieved:%Y-%m-%d %H:%M}",
            f"{one.in_force_since:%Y-%m-%d %H:%M}" if one.in_force_since else "",
            f"{one.entries:,}",
            plain(one.source),
        )
    out.print(table if versions else "  no version was imported yet")
    for one in versions:
        words = [
            *one.reasons,
            *([f"accepted by {one.accepted_by}: {one.accepted_why}"] if one.accepted_by else []),
        ]
        if words:
            out.print(plain(one.snapshot_id), soft_wrap=True)
            _bullets(out, words)
    for row in status(store, [list_id]):
        _bullets(out, row.warnings, "warning: ")


def _form(source: ListSource) -> str:
    return f"{source.evidence}; {' '.join(source.urls) or 'no URL'} ({source.verified})"


def changes(results: Sequence[Changes], *, limit: int, json: bool) -> None:
    """What changed, a table a list: first in figures, then row by row as far as the limit goes."""
    if json:
        as_json(
            [
                {
                    "old": one.old,
                    "new": one.new,
                    "counts": one.counts,
                    "kinds": one.kinds,
                    "left_out": one.left_out,
                    "notes": one.notes,
                    "changes": one.table.to_pylist(),
                }
                for one in results
            ]
        )
        return
    out = console()
    for one in results:
        counts = one.counts
        out.print(f"[bold]{plain(one.old)}[/] ({one.old_entries:,} entries)", soft_wrap=True)
        out.print(f"→ [bold]{plain(one.new)}[/] ({one.new_entries:,} entries)", soft_wrap=True)
        kinds = ", ".join(f"{what} {number:,}" for what, number in one.kinds.items())
        figures = ", ".join(f"{counts[change]:,} {change}" for change in ("added", "removed", "changed"))
        out.print(f"  entries: {figures}" + (f" ({kinds})" if kinds else ""), soft_wrap=True)
        for text in one.left_out:
            out.print(f"  not compared: {plain(text)}", soft_wrap=True)
        for text in one.notes:
            out.print(f"  note: {plain(text)}", soft_wrap=True)
        _change_rows(out, one, limit)


def _change_rows(out: Console, one: Changes, limit: int) -> None:
    """A table each of what was added, removed and changed, as far as the limit goes."""
    rows: dict[str, list[dict[str, Any]]] = {change: [] for change in _CHANGE_STYLES}
    for row in one.table.to_pylist():
        rows[row["change"]].append(row)
    left = 0
    for change, found in rows.items():
        shown = found[:limit] if limit else found
        left += len(found) - len(shown)
        if shown:
            out.print(_whole_table(shown, change) if change != "changed" else _changed_table(shown))
    if left:
        out.print(f"  … and {left:,} more rows: --limit 0 prints all, --xlsx and --parquet keep them")


def _whole_table(rows: Sequence[dict[str, Any]], change: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column(change.capitalize(), no_wrap=True, style=_CHANGE_STYLES[change])
    table.add_column("Name", overflow="fold")
    table.add_column("Type; programmes; measures", overflow="fold")
    for row in rows:
        table.add_row(plain(row["entry_id"]), plain(row["name"]), _short(row["after"] or row["before"]))
    return table


def _changed_table(rows: Sequence[dict[str, Any]]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for title, ratio in (("Changed", None), ("Name", 4), ("What", None), ("Before", 5), ("After", 5)):
        table.add_column(title, ratio=ratio, no_wrap=ratio is None, overflow="fold")
    last = None
    for row in rows:
        again = row["entry_id"] == last
        table.add_row(
            "" if again else plain(row["entry_id"]),
            "" if again else plain(row["name"]),
            row["what"],
            _short(row["before"]),
            _short(row["after"]),
        )
        last = row["entry_id"]
    return table


def _short(text: str | None, most: int = 160) -> str:
    if not text:
        return ""
    return plain(text if len(text) <= most else text[: most - 1] + "…")
