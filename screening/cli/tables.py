"""Tables on a terminal, plain where there is none, and harmless whatever a name holds."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa
    from rich.console import Console

    from screening.matching import Comparison

SHOWN = 40
"""Hits printed; the rest is in the workbook."""
FLAGS_SHOWN = 20
TEXT_SHOWN = 60
_PLAIN_WIDTH = 160


def print_hits(
    hits: pa.Table,
    rejected: int = 0,
    no_records: int = 0,
    *,
    screened: bool = True,
    main_names: Mapping[tuple[str, str], str] | None = None,
) -> None:
    """Print hits, the strongest and most important first, one line each; or that there are none, or was nobody.

    Args:
        hits: Of schema `model.HITS`.
        rejected: What was rejected: that nothing was found says nothing of it.
        no_records: How much of that are rows that plainly are no records.
        screened: Whether there was anybody to screen.
        main_names: As `runs.finished.Run.main_names` has them.
    """
    from screening.reports.values import called
    from screening.watchlists.published import NOT_STATED, published

    rows = hits.select(
        [
            "subject_id", "subject_name", "match_strength", "priority", "score", "relation", "matched_on",
            "matched_name", "entry_id", "list_id", "snapshot_id", "list_date",
        ]
    ).to_pylist()  # fmt: skip
    if not rows:
        rest = " in what could be read" if rejected > no_records else ""
        nothing = f"Nothing found{rest}." if screened else "Nobody was screened: nothing that was read names anybody."
        console().print(nothing)
        print_rejected(rejected, no_records)
        return
    rows.sort(key=_rank)
    seen: dict[tuple[str, ...], dict[str, Any]] = {}
    subjects: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in rows:  # one name in five stories that match alike is one line here; the workbook has all places
        main = (main_names or {}).get((row["subject_id"], row["subject_name"]))
        row["called"] = called(main, row["subject_name"])
        same = ("called", "match_strength", "priority", "list_id", "snapshot_id", "entry_id", "matched_on", "relation")
        key = tuple(row[name] for name in same)
        seen.setdefault(key, row)
        subjects[key].add(row["subject_id"])
    for of, row in seen.items():
        several = len(subjects[of])
        row["called"] += f" ({several:,} subjects)" if several > 1 else ""
    shown = list(seen.values())[:SHOWN]
    header = ("Name", "Strength", "Priority", "Score", "Listed as", "Entry", "List", "Of")
    cells = [
        (
            row["called"],
            row["match_strength"],
            row["priority"],
            "number" if row["matched_on"] == "identifier" else f"{row['score']:.2f}",
            row["matched_name"] + (" (affiliate?)" if row["relation"] == "possible_affiliate" else ""),
            row["entry_id"],
            row["list_id"],
            published(row["list_date"], row["snapshot_id"]) or NOT_STATED,
        )
        for row in shown
    ]
    print_table(header, cells, right=(3,))
    if len(seen) > len(shown):
        console().print(f"… and {len(seen) - len(shown):,} more")
    print_rejected(rejected, no_records)


def print_rejected(rejected: int, no_records: int = 0) -> None:
    """Say how much could not be read, if anything, and how many rows plainly are no records."""
    if unread := rejected - no_records:
        were = "were" if unread > 1 else "was"
        rows = "rows or files" if unread > 1 else "row or file"
        console().print(f"{unread:,} {rows} could not be read and {were} not screened: see the sheet Rejected.")
    if no_records:
        are = "rows are no records" if no_records > 1 else "row is no record"
        console().print(f"{no_records:,} {are} (totals, headings that come again): see the sheet Rejected.")


def print_flag_alerts(alerts: pa.Table, *, say_none: bool = True) -> None:
    """Print alerts for red flags, in their order; that there are none only where it is worth a line."""
    if not len(alerts):
        if say_none:
            console().print("No party of the records has red flags that make an alert.")
        return
    rows = alerts.slice(0, FLAGS_SHOWN).to_pylist()
    cells = [
        (
            row["subject_name"],
            row["country"] or "",
            row["priority"],
            f"{row['records']:,}",
            _worth(row),
            ", ".join(each.replace("_", " ") for each in row["flags"]),
        )
        for row in rows
    ]
    console().print()
    print_table(("Red flags on", "Country", "Priority", "Records", "USD", "Flags"), cells, right=(3, 4))
    if len(alerts) > len(rows):
        console().print(f"… and {len(alerts) - len(rows):,} more")


def _worth(row: Mapping[str, Any]) -> str:
    """What an alert's records are worth in dollars, and that some have no rate into these."""
    usd = "" if row["value_usd"] is None else f"{row['value_usd']:,.0f}"
    return " + ".join(each for each in (usd, row["not_converted"]) if each)


def print_own(found: pa.Table, files: Sequence[str] = ()) -> None:
    """Print who of those found is in the firm's own book.

    Args:
        found: Of schema `model.OWN_MATCHES`.
        files: The files of the run: of two with one name as much of the path is printed as tells them apart.
    """
    from screening.named_paths import shortest_apart
    from screening.reports.values import called

    short = shortest_apart(files)
    if not len(found):
        console().print("None of our own parties is among those found.")
        return
    once: dict[tuple[str, ...], dict[str, Any]] = {}  # one name in five stories is one line here
    for row in found.to_pylist():
        row["called"] = called(row["own_name"], row["own_other_name"] or row["own_name"])
        once.setdefault((row["called"], row["own_id"], row["name"], row["relation"]), row)
    everyone = [row for row in once.values() if row["relation"] != "possible_affiliate"]
    perhaps = len(once) - len(everyone)
    rows = everyone[:FLAGS_SHOWN]
    cells = [
        (row["called"], row["own_role"], row["name"], row["relation"].replace("_", " "), row["matched_on"],
         "; ".join(_place(line, short) for line in row["own_place"].splitlines()))
        for row in rows
    ]  # fmt: skip
    console().print()
    print_table(("Our own party", "As", "Found as", "Relation", "By", "Where in our book"), cells)
    if len(everyone) > len(rows):
        console().print(f"… and {len(everyone) - len(rows):,} more")
    if perhaps:
        console().print(f"{perhaps:,} more are perhaps affiliated with a party of ours: see the sheet Our own parties.")


def _place(line: str, short: Mapping[str, str]) -> str:
    """A place (``folder/file.csv, row 2``) with its file as `shortest_apart` has it."""
    files = [path for path in short if line.startswith(f"{path}, ")]
    longest = max(files, key=len, default="")
    return short[longest] + line[len(longest) :] if longest else line


def print_text(text: str) -> None:
    """Print lines as they stand, each cut to what a line holds."""
    from screening.intake.base import shorten

    lines = text.splitlines()
    if lines:
        console().print()
    for line in lines[:TEXT_SHOWN]:
        indent = len(line) - len(line.lstrip())
        console().print(" " * indent + shorten(line.lstrip(), 150), markup=False, highlight=False, soft_wrap=True)
    if len(lines) > TEXT_SHOWN:
        console().print(f"… and {len(lines) - TEXT_SHOWN:,} lines more: see the sheet Goods followed")


def _rank(row: dict[str, Any]) -> tuple[Any, ...]:
    from screening.model import PRIORITIES, STRENGTHS

    return (
        STRENGTHS.index(row["match_strength"]),
        PRIORITIES.index(row["priority"]),
        -row["score"],
        row["subject_name"],
        row["list_id"],
        row["entry_id"],
    )


def print_comparison(name1: str, name2: str, comparison: Comparison) -> None:
    """Print a score with the parts it is made of."""
    from screening.intake.base import shorten

    out = console()
    out.print(f"{comparison.score:.3f}  {comparison.relation or 'no match'}", markup=False, highlight=False)
    out.print(shorten(comparison.explanation, 600), markup=False, highlight=False)
    rows = [
        (
            part.left,
            part.right,
            part.how,
            part.scheme,
            f"{part.weight:.2f}",
            f"{part.points:+.3f}",
        )
        for part in comparison.parts
    ]
    if rows:
        print_table((shorten(name1, 40), shorten(name2, 40), "How", "By", "Weight", "Points"), rows, right=(4, 5))


def print_table(header: Sequence[str], rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> None:
    """Print a table; nothing in a cell is taken for markup or reaches the terminal as a control character."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from screening.intake.base import shorten

    table = Table(box=box.SIMPLE, show_edge=False, pad_edge=False)
    for index, heading in enumerate(header):
        table.add_column(Text(heading), justify="right" if index in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(shorten(cell, 120)) for cell in row))
    console().print(table)


def console() -> Console:
    """The console: as wide as the terminal, or wide enough for a table where there is none."""
    from screening.cli.console import PipedConsole

    if sys.stdout.isatty():
        return PipedConsole()
    return PipedConsole(width=_PLAIN_WIDTH, color_system=None)
