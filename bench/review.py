"""Decisions imported: time and memory for 1,000 and for 10,000 rows, and the growth between them.

    python bench/review.py [--rows 1000 10000]

Names are invented. For each size a store, a report with so many alerts, and a decision typed into every row are
made; what is measured is reading the workbook alone, then `runs.review_import` as a whole, in a process of its own,
then the same file once more, which must change nothing.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

KEY = b"a key for the benchmark only"
ENTRIES = 200
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", nargs="+", type=int, default=[1_000, 10_000])
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.measure:
        _measure(chosen.measure)
        return
    heads = ("reading alone CPU s", "read and import s", "again s", "per row ms", "peak MB")
    print(f"{'rows':>8} {heads[0]:>20} {heads[1]:>18} {heads[2]:>8} {heads[3]:>11} {heads[4]:>8}")
    found = []
    for rows in chosen.rows:
        with tempfile.TemporaryDirectory() as folder:
            _arrange(Path(folder), rows)
            call = [sys.executable, __file__, "--measure", folder]
            reading, first, again, peak = map(
                float, subprocess.run(call, check=True, capture_output=True, text=True).stdout.split()
            )
        found.append((rows, first))
        print(f"{rows:>8,} {reading:>20.2f} {first:>18.2f} {again:>8.2f} {1000 * first / rows:>11.2f} {peak:>8.0f}")
    if len(found) > 1:
        (small, less), (large, more) = found[0], found[-1]
        print(f"{large / small:.0f} times the rows: {more / less:.1f} times the time")


def _measure(folder: Path) -> None:
    from screening.reports.review_sheet import read_review
    from screening.runs.review import open_desk, review_import

    desk = open_desk(
        store=folder / "alerts.db", key=KEY, people=folder / "reviewers.toml", folder=folder / "data", now=NOW
    )
    start = time.process_time()
    read_review(folder / "report.xlsx")
    times = [time.process_time() - start]
    for expected in ("accepted", "unchanged"):
        start = time.process_time()
        done = review_import(folder / "report.xlsx", desk=desk, account="bench")
        times.append(time.process_time() - start)
        assert done.counts[expected] == len(done.answers), done.counts
    print(*times, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _arrange(folder: Path, rows: int) -> None:
    """A store with so many alerts, its report, and a decision in every row."""
    import pyarrow as pa

    from screening import model
    from screening.alerts import RatingSettings, rate
    from screening.alerts.store import RunRecord, open_store
    from screening.alerts.store.raising import Known, raised
    from screening.reports import RunResult, write_run
    from screening.runs.review import open_desk, reviewable
    from screening.watchlists import Snapshot

    listed = ["entry_id,schema,name,country,birth_date,measure"]
    listed += [f"{n},Person,Listed Person {n},TR,1970-01-01,sectoral" for n in range(ENTRIES)]
    source = folder / "bench_2026-11-20.csv"
    source.write_text("\n".join(listed) + "\n", encoding="utf-8")
    snapshot = Snapshot.read(source, list_id="bench")
    subjects = _table(
        [
            {
                "subject_id": f"c{n}", "name": f"Listed Person {n % ENTRIES}", "schema": "Person", "country": ["TR"],
                "birth_date": "1990-02-02", "source": "customers.csv", "place": f"row {n + 2}", "role": "customer",
            }
            for n in range(rows)
        ],
        model.SUBJECTS,
    )  # fmt: skip
    matches = _table(
        [
            {
                "subject_id": f"c{n}", "subject_name": f"Listed Person {n % ENTRIES}", "list_id": "bench",
                "snapshot_id": snapshot.snapshot_id, "list_date": snapshot.list_date, "entry_id": str(n % ENTRIES),
                "entry_name": f"Listed Person {n % ENTRIES}", "matched_name": f"Listed Person {n % ENTRIES}",
                "name_type": "primary", "schema": "Person", "measure": ["sectoral"], "matched_on": "name",
                "relation": "same_party", "score": 1.0, "explanation": "the same",
            }
            for n in range(rows)
        ],
        model.MATCHES,
    )  # fmt: skip
    hits = rate(pa.concat_tables([matches]), subjects, [snapshot], RatingSettings())
    store = open_store(folder / "alerts.db", key=KEY, now=lambda: NOW)
    stamp = NOW.strftime("%Y-%m-%dT%H:%M:%SZ")
    known = Known(subjects, [snapshot])
    record = RunRecord("bench", "bench", stamp, stamp, {"snapshots": []}, "parties")
    store.record_run(record, raised(hits, known), now=known)
    (folder / "reviewers.toml").write_text('[[reviewer]]\nname = "Ada Example"\nroles = ["reviewer"]\n')
    desk = open_desk(
        store=folder / "alerts.db", key=KEY, people=folder / "reviewers.toml", folder=folder / "data", now=NOW
    )
    facts = RunResult(
        run_id="bench", command="parties", started=NOW, finished=NOW, snapshots=[snapshot], hits=hits,
        subjects=subjects, rejects=model.REJECTS.empty_table(),
    )  # fmt: skip
    told: Any = reviewable(facts, desk, store.alerts())
    _fill(write_run(folder / "out", told) / "report.xlsx", folder / "report.xlsx")


def _fill(source: Path, target: Path) -> None:
    import openpyxl

    book = openpyxl.load_workbook(source)
    sheet = book["Alerts"]
    heads = [cell.value for cell in sheet[2]]
    for name in book.sheetnames:
        if name not in ("Alerts", "Choices"):
            del book[name]
    answers = {"Decision": "Pending information", "Reason": "passport asked for", "Reviewer": "Ada Example"}
    for row in range(3, sheet.max_row + 1):
        for heading, value in answers.items():
            sheet.cell(row, heads.index(heading) + 1).value = value
    book.save(target)


def _table(rows: list[dict[str, Any]], schema: Any) -> Any:
    import pyarrow as pa

    empty = {f.name: [] if pa.types.is_list(f.type) and not f.nullable else None for f in schema}
    return pa.Table.from_pylist([empty | row for row in rows], schema=schema)


if __name__ == "__main__":
    main()
