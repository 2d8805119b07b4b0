"""How fast the matcher is, beside brute force, and how it grows with the list.

    python -m bench.speed                    throughput, latency and memory at 20,886 and 80,000 names
    python -m bench.speed --growth           and the growth from 5,000 to 1,000,000 names (many minutes)
    python -m bench.speed --profile          where the time of 10,000 names goes, step by step

Every measurement is made in a process of its own, so that one's memory and warm caches are not another's. The
listed names are those of the real lists; beyond them, their words put together anew from a seed.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pyarrow as pa

from bench import clean_names
from bench import listed_names as lists
from bench.tables import show

SIZES = (20_886, 80_000)
GROWTH = (5_000, 20_886, 80_000, 250_000, 1_000_000)
QUERIES = 10_000
SEED = 3
SINGLE = 300


def main(arguments: Sequence[str] | None = None) -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--growth", action="store_true", help="measure the growth with the list too")
    parser.add_argument("--profile", action="store_true", help="print what each step takes, and stop")
    parser.add_argument("--one", type=int, metavar="NAMES", help=argparse.SUPPRESS)
    parser.add_argument("--brute", type=int, metavar="NAMES", help=argparse.SUPPRESS)
    parser.add_argument("--queries", type=int, default=QUERIES, help=f"names looked up (default {QUERIES:,})")
    options = parser.parse_args(arguments)
    if options.one:
        print(json.dumps(measure(options.one, options.queries)))
    elif options.brute:
        print(json.dumps(brute_force(options.brute, options.queries)))
    elif options.profile:
        profile(options.queries)
    else:
        throughput(options.queries)
        if options.growth:
            growth(options.queries)


def throughput(queries: int) -> None:
    """The table of throughput, latency and memory."""
    rows = []
    for size in SIZES:
        ours, brute = apart("--one", size, queries), apart("--brute", size, queries)
        rows.append(
            (
                f"{size:,}",
                f"{ours['per_second']:,.0f}",
                f"{brute['per_second']:,.0f}",
                f"{ours['per_second'] / brute['per_second']:.1f}",
                f"{ours['single_ms']:.2f}",
                f"{ours['peak_mb']:,.0f}",
                f"{ours['build_s']:.1f}",
            )
        )
    header = (
        "listed names",
        "ours, names/s",
        "token_sort, names/s",
        "ratio",
        "one name, ms",
        "peak MB",
        "build s",
    )
    show(f"{queries:,} names looked up, queries prepared within the time, two cores", header, rows)


def growth(queries: int) -> None:
    """The table of growth with the list."""
    rows = []
    for size in GROWTH:
        one = apart("--one", size, queries)
        cells = ("build_s", "per_second", "single_ms", "peak_mb", "index_mb", "file_mb", "save_s", "load_s")
        rows.append((f"{size:,}", *(f"{one[cell]:,.1f}" for cell in cells)))
    header = (
        "listed names",
        "build s",
        "names/s",
        "one name, ms",
        "peak MB",
        "index MB",
        "file MB",
        "save s",
        "load s",
    )
    show("Growth with the list", header, rows)


def apart(flag: str, size: int, queries: int) -> dict[str, float]:
    """Run one measurement in a process of its own."""
    command = [sys.executable, "-m", "bench.speed", flag, str(size), "--queries", str(queries)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"bench.speed {flag} {size}: {done.stderr.strip().splitlines()[-1]}")
    return json.loads(done.stdout.splitlines()[-1])


def measure(size: int, count: int) -> dict[str, float]:
    """Build, look up, save and load once; seconds, names a second, milliseconds, megabytes."""
    from screening.matching import DEFAULT_THRESHOLD, Screener

    names = listed(size)
    subjects = table(looked_up(count + SINGLE, names))
    listing = pa.table(names)
    before = memory()
    start = time.perf_counter()
    screener = Screener([listing], threshold=DEFAULT_THRESHOLD)
    build = time.perf_counter() - start
    index = memory() - before
    screener.screen(subjects.slice(count, 20))  # opens what is opened once
    start = time.perf_counter()
    screener.screen(subjects.slice(0, count), limit=5)
    batch = time.perf_counter() - start
    singles = []
    for at in range(20, SINGLE):
        one = subjects.slice(count + at, 1)
        start = time.perf_counter()
        screener.screen(one, limit=5)
        singles.append(time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    save, load, file_mb = round_trip(screener)
    return {
        "per_second": count / batch,
        "single_ms": statistics.median(singles) * 1000,
        "peak_mb": peak,
        "index_mb": index,
        "build_s": build,
        "save_s": save,
        "load_s": load,
        "file_mb": file_mb,
    }


def round_trip(screener: object) -> tuple[float, float, float]:
    """Seconds to save, seconds to load, megabytes on disk; with its own save and load where it has them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "screener"
        start = time.perf_counter()
        if hasattr(screener, "save"):
            screener.save(path)
            middle = time.perf_counter()
            type(screener).load(path)  # type: ignore[attr-defined]
        else:
            path.write_bytes(pickle.dumps(screener, protocol=5))
            middle = time.perf_counter()
            pickle.loads(path.read_bytes())
        end = time.perf_counter()
        files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
        return middle - start, end - middle, sum(one.stat().st_size for one in files) / 1e6


def brute_force(size: int, count: int) -> dict[str, float]:
    """rapidfuzz's token_sort over every pair, two workers; the best of each query is picked out."""
    import numpy as np
    from rapidfuzz import fuzz, process, utils

    names = [utils.default_process(name) for name in listed(size)["name"]]
    queries = looked_up(count, {"name": names})
    start = time.perf_counter()
    prepared = [utils.default_process(name) for name, _ in queries]
    for first in range(0, count, 500):
        batch = prepared[first : first + 500]
        scores = process.cdist(batch, names, scorer=fuzz.token_sort_ratio, workers=2, dtype=np.uint8)
        scores.argmax(axis=1)
    return {"per_second": count / (time.perf_counter() - start)}


def listed(size: int) -> dict[str, list[str]]:
    """So many listed names as columns of a table; real ones first, then words put together anew."""
    rng = random.Random(SEED)
    real: dict[str, tuple[str, str]] = {}
    for list_id, entries in lists.all_lists().items():
        for entry in entries:
            for name in entry.names:
                real.setdefault(name, (f"{list_id}:{entry.entry_id}", entry.schema))
    names = list(real)
    if size <= len(names):
        sdn = [name for name in names if real[name][0].startswith("sdn:")]
        names = rng.sample(sdn if size <= len(sdn) else names, size)
    else:
        words: dict[str, list[str]] = {}
        for name, (_, schema) in real.items():
            words.setdefault(schema, []).extend(name.split())
        seen = set(names)
        shapes = [(schema, len(name.split())) for name, (_, schema) in real.items()]
        while len(names) < size:
            schema, length = rng.choice(shapes)
            name = " ".join(rng.choices(words[schema], k=length))
            if name not in seen:
                seen.add(name)
                names.append(name)
                real[name] = (f"made:{len(names)}", schema)
    return {"entry_id": [real[n][0] for n in names], "schema": [real[n][1] for n in names], "name": names}


def looked_up(count: int, names: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Queries: eight in ten invented people of all scripts, one an invented party, one a bent listed name."""
    rng = random.Random(SEED + 1)
    bent = [(bend(rng, name), "LegalEntity") for name in rng.choices(names["name"], k=count // 10)]
    invented = clean_names.invented(count // 10, seed=SEED)
    people = clean_names.global_people(count - len(bent) - len(invented), seed=SEED)
    queries = [*people, *invented, *bent]
    rng.shuffle(queries)
    return queries


def bend(rng: random.Random, name: str) -> str:
    """One letter dropped and the words turned round."""
    at = rng.randrange(len(name))
    return " ".join(reversed((name[:at] + name[at + 1 :]).split())) or name


def table(queries: list[tuple[str, str]]) -> pa.Table:
    """Queries as a table of subjects."""
    return pa.table(
        {
            "subject_id": [str(at) for at in range(len(queries))],
            "name": [name for name, _ in queries],
            "schema": [schema for _, schema in queries],
        }
    )


def memory() -> float:
    """Megabytes this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1]) if Path("/proc/self/statm").exists() else 0
    return pages * resource.getpagesize() / 1e6


def profile(count: int) -> None:
    """Print what each step of a batch takes, in processor time of one process, at both sizes."""
    from screening.matching import DEFAULT_THRESHOLD, Screener, candidates, search

    steps = (
        ("words", candidates, "bags_of"),
        ("nearness", candidates, "near"),
        ("product", candidates.ModeIndex, "_near_names"),
        ("bound", candidates, "passing"),
        ("words of likely pairs", search, "make_together"),
        ("parse and score", search, "_scored"),
    )
    taken: dict[tuple[str, int], float] = {}
    scored: dict[int, int] = {}
    bounded: dict[int, int] = {}
    for size in SIZES:
        names = listed(size)
        screener = Screener([pa.table(names)], threshold=DEFAULT_THRESHOLD)
        subjects = table(looked_up(count + SINGLE, names))
        screener.screen(subjects.slice(count, 20))
        with ExitStack() as stack:
            for step, owner, name in steps:
                clock = Clock(getattr(owner, name))
                stack.enter_context(
                    patch.object(owner, name, clock if owner is not candidates.ModeIndex else clock.bound)
                )
                stack.callback(lambda key, clock: taken.update({key: clock.seconds}), (step, size), clock)
            looked = candidates.passing
            bounded[size] = 0

            def passing(*args: Any, size: int = size, looked: Callable[..., Any] = looked) -> Any:
                bounded[size] += len(args[4])
                return looked(*args)

            stack.enter_context(patch.object(candidates, "passing", passing))
            pairs = Clock(search.score)
            stack.enter_context(patch.object(search, "score", pairs))
            start = time.process_time()
            screener.screen(subjects.slice(0, count), limit=5, workers=1)
            taken["all", size] = time.process_time() - start
        scored[size] = pairs.calls
    rows = [
        (step, *(f"{taken[step, size] / count * 1e6:,.0f}" for size in SIZES))
        for step in (*(s[0] for s in steps), "all")
    ]
    rows.append(("pairs bounded a query", *(f"{bounded[size] / count:.0f}" for size in SIZES)))
    rows.append(("pairs scored a query", *(f"{scored[size] / count:.2f}" for size in SIZES)))
    header = ("step", *(f"µs a query, {size:,} names" for size in SIZES))
    show(f"{count:,} names looked up, first seen, one process: where the processor time goes", header, rows)


class Clock:
    """A function that adds up the processor time it takes, and how often it is called."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        self.seconds = 0.0
        self.calls = 0

    def __call__(self, *args: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return self.function(*args, **named)
        finally:
            self.seconds += time.process_time() - start
            self.calls += 1

    @property
    def bound(self) -> Callable[..., Any]:
        """The same as a method of a class."""
        return lambda *args, **named: self(*args, **named)


if __name__ == "__main__":
    main()
