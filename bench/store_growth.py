"""The alert store as it grows: 200,000 subjects, 20,000 alerts, 30 runs.

    python -m bench.store_growth [--alerts 20000] [--runs 30] [--url postgresql://…]

Every run changes one alert in a hundred, adds as many and takes as many away. Measured is processor time: of recording
a run (the delta), of reading how all alerts stand (the status), and of verifying, after 3 runs and after 30: ten times
the history must cost less than twice the time, but for verifying, which reads the whole history.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa

from screening.alerts.store import Known, Raised, RunRecord, Store, open_store
from screening.model import SUBJECTS, conform

KEY = b"a key for the benchmark only"


def alert(number: int, version: int) -> Raised:
    return Raised(
        alert_id=f"A-{number:012}",
        kind="list_match",
        subject_id=f"c{number % 150_000}",
        subject_name=f"Customer {number}",
        list_id="list",
        entry_id=f"e{number % 9_000}",
        entry_name=f"Entry {number % 9_000}",
        priority="high",
        match_strength="strong",
        subject={
            "subject_id": f"c{number}",
            "name": [f"Customer {number}"],
            "countries": ["UZ"],
            "addresses": ["x" * 60],
        },
        entry={"name": [f"Entry {number % 9_000}"], "aliases": [f"Alias {n} of {number % 9_000}" for n in range(6)]},
        comparison={"score": f"0.{80 + version % 19}", "explanation": [f"word {number} same +0.4; " * 4]},
        places=[{"source": "customers.csv", "place": f"row {number}", "context": "a row " * 20}],
        why="because",
    )


def subjects(count: int) -> pa.Table:
    return conform(
        pa.table(
            {
                "subject_id": [f"c{n}" for n in range(count)],
                "name": [f"Customer {n}" for n in range(count)],
                "schema": ["Company"] * count,
                "source": ["customers.csv"] * count,
                "place": [f"row {n}" for n in range(count)],
            }
        ),
        SUBJECTS,
    )


def timed(what: Callable[[], Any]) -> float:
    """Processor time, so that other work on the machine does not count; SQLite works in this process."""
    start = time.process_time()
    what()
    return time.process_time() - start


def record(store: Store, number: int, found: list[Raised], known: Known) -> float:
    facts = {"snapshots": [{"list_id": "list", "snapshot_id": f"list@{number}"}], "settings": {}}
    run = RunRecord(f"run{number}", "job", f"t{number:03}", f"t{number:03}", facts)
    return timed(lambda: store.record_run(run, found, now=known, before=known))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--alerts", type=int, default=20_000)
    parser.add_argument("--subjects", type=int, default=200_000)
    parser.add_argument("--runs", type=int, default=30)
    parser.add_argument("--url")
    chosen = parser.parse_args()
    seeded = random.Random(7)
    known = Known(subjects(chosen.subjects), [])
    with tempfile.TemporaryDirectory() as folder:
        place = chosen.url or str(Path(folder) / "alerts.db")
        store = open_store(place, key=KEY)
        versions = dict.fromkeys(range(chosen.alerts), 0)
        following = chosen.alerts
        share = max(1, chosen.alerts // 100)
        deltas, reads, checks = [], [], []
        for number in range(1, chosen.runs + 1):
            found = [alert(each, version) for each, version in sorted(versions.items())]
            deltas.append(record(store, number, found, known))
            reads.append(timed(lambda: store.alerts(job="job", present=True, evidence=True)))
            if number in (3, chosen.runs):
                checks.append(timed(lambda: store.verify(store.head())))
            print(
                f"run {number:3}: delta {deltas[-1]:6.2f} s, status {reads[-1]:6.2f} s, trail {store.head().length:,}"
            )
            for each in seeded.sample(sorted(versions), share):
                versions[each] += 1
            for each in seeded.sample(sorted(versions), share):
                del versions[each]
            versions.update(dict.fromkeys(range(following, following + share), 0))
            following += share
        early, late = (statistics.median(deltas[part]) for part in (slice(1, 4), slice(-3, None)))
        early_read, late_read = (statistics.median(reads[part]) for part in (slice(1, 4), slice(-3, None)))
        print(f"{chosen.subjects:,} subjects, {chosen.alerts:,} alerts, {chosen.runs} runs")
        print(f"first run {deltas[0]:.2f} s")
        for what, one, two in (("delta", early, late), ("status", early_read, late_read)):
            print(f"{what:6} {one:.2f} s after 3 runs, {two:.2f} s after {chosen.runs}: {two / one:.2f} times")
        print(f"verify {checks[0]:.2f} s after 3 runs, {checks[-1]:.2f} s after {chosen.runs} (it reads all history)")
        if not chosen.url:
            print(f"file   {Path(place).stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
