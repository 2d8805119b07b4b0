"""Aliases held out of the index, names in original script, and false alerts on clean names.

One strong alias of each of 3,000 seeded SDN entries is taken out of the index and looked up. *First*: the
best scored same party is that entry (*of any*: the best scored of any relation). *Found at a rate*: the entry's
best score is over the threshold at which clean names raise so many false alerts (subject x entry) each. The UN's
names in original script are looked up among its Latin names the same way.
"""

from __future__ import annotations

import csv
import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from bench import clean_names
from bench import listed_names as lists
from bench.tables import show

SEED = 20260820
RATES = (0.01, 0.02, 0.1, 1.0)
FLOOR = 0.2
"""Low enough that the threshold for one false alert per clean name lies above it."""
LIMIT = 5
DEV_SEED = 8
"""Clean names to look at while the matcher is built are of another seed than those that are measured."""
RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Query:
    """A name to look up; ``answer`` is the entry it belongs to, empty for a clean name."""

    name: str
    schema: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry found for one query."""

    query: int
    list_id: str
    entry_id: str
    score: float
    same_party: bool


Finder = Callable[[Sequence[Query]], list[Hit]]
"""Looks queries up; the toolkit's takes a threshold as well."""


def is_dev(entry: lists.Entry) -> bool:
    """Whether an entry may be looked at while the matcher is built: its id ends in an even digit."""
    return entry.entry_id[-1] in "02468"


def held_out(
    entries: list[lists.Entry], count: int, seed: int = SEED, half: str = ""
) -> tuple[list[lists.Entry], list[Query]]:
    """The entries less one alias each of ``count`` of them, and those aliases as queries; of one half, if given."""
    eligible = [
        at
        for at, entry in enumerate(entries)
        if len(entry.names) > 1 and (not half or is_dev(entry) is (half == "dev"))
    ]
    rng = random.Random(seed)
    chosen = set(rng.sample(eligible, min(count, len(eligible))))
    rest, queries = [], []
    for at, entry in enumerate(entries):
        if at not in chosen:
            rest.append(entry)
            continue
        others = {key(name) for name in entry.names}
        aliases = [name for name in entry.names[1:] if key(name) != key(entry.names[0])]
        if not aliases or len(others) < 2:
            rest.append(entry)
            continue
        alias = rng.choice(aliases)
        names = [name for name in entry.names if key(name) != key(alias)]
        rest.append(lists.Entry(entry.entry_id, entry.schema, names, entry.weak))
        queries.append(Query(alias, entry.schema, entry.entry_id))
    return rest, queries


def clean(entries_of: dict[str, list[lists.Entry]], people: list[tuple[str, str]]) -> list[Query]:
    """Clean names as queries, less those that are listed word for word."""
    listed = {key(name) for entries in entries_of.values() for entry in entries for name in entry.names}
    return [Query(name, schema) for name, schema in people if key(name) not in listed]


def key(name: str) -> str:
    """The words of a name in alphabetical order, letters and digits only."""
    text = "".join(char if char.isalnum() else " " for char in name.casefold())
    return " ".join(sorted(text.split()))


def ours(tables: dict[str, pa.Table]) -> Callable[..., list[Hit]]:
    """The toolkit's Screener over the tables."""
    from screening.matching import Screener

    start = time.perf_counter()
    screener = Screener(list(tables.values()))
    print(f"index of {sum(map(len, tables.values())):,} names built in {time.perf_counter() - start:.1f} s")

    def find(queries: Sequence[Query], threshold: float = FLOOR) -> list[Hit]:
        screener.threshold = threshold
        subjects = pa.table(
            {
                "subject_id": [str(at) for at in range(len(queries))],
                "name": [query.name for query in queries],
                "schema": [query.schema for query in queries],
            }
        )
        found = screener.screen(subjects, limit=LIMIT)
        columns = (found.column(name).to_pylist() for name in ("subject_id", "list_id", "entry_id", "score"))
        relation = found.column("relation").to_pylist()
        rows = zip(*columns, relation, strict=True)
        return [Hit(int(at), one, entry, score, kind == "same_party") for at, one, entry, score, kind in rows]

    return find


def token_sort(entries: list[lists.Entry]) -> Finder:
    """Brute force: rapidfuzz token_sort over every listed name, ASCII forms, two workers."""
    import numpy as np
    from anyascii import anyascii
    from rapidfuzz import fuzz, process, utils

    pairs = [(entry.entry_id, name) for entry in entries for name in entry.names]
    ids = [entry_id for entry_id, _ in pairs]
    names = [utils.default_process(anyascii(name)) for _, name in pairs]

    def find(queries: Sequence[Query]) -> list[Hit]:
        hits = []
        for start in range(0, len(queries), 500):
            batch = [utils.default_process(anyascii(query.name)) for query in queries[start : start + 500]]
            scores = process.cdist(batch, names, scorer=fuzz.token_sort_ratio, workers=2, dtype=np.uint8)
            for row, values in enumerate(scores):
                best: dict[str, float] = {}
                for at in np.argpartition(values, -60)[-60:]:
                    best[ids[at]] = max(best.get(ids[at], 0), float(values[at]) / 100)
                top = sorted(best.items(), key=lambda item: (-item[1], item[0]))[:LIMIT]
                hits += [Hit(start + row, "", entry, score, True) for entry, score in top]
        return hits

    return find


@dataclass(frozen=True, slots=True)
class Figures:
    """What one matcher reached: share first, share found at each rate, the thresholds of the rates."""

    first: float
    first_of_any: float
    found: tuple[float, ...]
    thresholds: tuple[float, ...]
    at_default: float
    alerts_at_default: float
    alerts_with_affiliates: float


def measure(
    queries: Sequence[Query],
    hits: list[Hit],
    clean_count: int,
    clean_hits: list[Hit],
    default: float,
    home: str = "",
    reported: int | None = None,
) -> Figures:
    """Figures over the queries' hits on the ``home`` list and the clean names' hits on all.

    ``reported`` is how many hits of any relation the clean names have at the default threshold, where that is more
    than those over it.
    """
    best: dict[int, Hit] = {}
    best_of_any: dict[int, Hit] = {}
    own: dict[int, float] = {}
    for hit in hits:
        if home and hit.list_id != home:
            continue
        if hit.query not in best_of_any or hit.score > best_of_any[hit.query].score:
            best_of_any[hit.query] = hit
        if not hit.same_party:
            continue
        if hit.query not in best or hit.score > best[hit.query].score:
            best[hit.query] = hit
        if hit.entry_id == queries[hit.query].answer:
            own[hit.query] = max(own.get(hit.query, 0.0), hit.score)
    first, first_of_any = (
        sum(hit.entry_id == queries[at].answer for at, hit in hits_of.items()) / len(queries)
        for hits_of in (best, best_of_any)
    )
    alerts = sorted((hit.score for hit in clean_hits if hit.same_party), reverse=True)
    thresholds, found = [], []
    for rate in RATES:
        allowed = math.floor(rate * clean_count)
        limit = alerts[allowed] if allowed < len(alerts) else 0.0
        thresholds.append(limit)
        found.append(sum(score > limit for score in own.values()) / len(queries))
    over = [hit for hit in clean_hits if hit.score >= default]
    return Figures(
        first,
        first_of_any,
        tuple(found),
        tuple(thresholds),
        sum(score >= default for score in own.values()) / len(queries),
        sum(hit.same_party for hit in over) / clean_count,
        (len(over) if reported is None else reported) / clean_count,
    )


HEADER = (
    "matcher, clean names",
    "first",
    "of any",
    *(f"at {rate}" for rate in RATES),
    "at default",
    "alerts",
    "with affiliates",
    "thresholds",
)


def row(who: str, figures: Figures) -> tuple[object, ...]:
    """One row of the table."""
    thresholds = " ".join(f"{value:.3f}" for value in figures.thresholds)
    rates = (figures.at_default, figures.alerts_at_default, figures.alerts_with_affiliates)
    return (who, figures.first, figures.first_of_any, *figures.found, *rates, thresholds)


def counting_affiliates(hits: list[Hit]) -> list[Hit]:
    """The hits with possible affiliates as hits like any other, as somebody counts who takes every row."""
    return [Hit(hit.query, hit.list_id, hit.entry_id, hit.score, True) for hit in hits]


def report_aliases(count: int = 3000, half: str = "", clean_count: int = 5000, *, misses: bool = False) -> None:
    """Held-out SDN aliases: the SDN alone, then every loaded list together.

    Of one half and fewer clean names it is quicker: then the SDN alone is searched. ``misses`` prints the queries of
    the development half whose entry is not found first.
    """
    from screening.matching import DEFAULT_THRESHOLD

    every = {"sdn": lists.sdn()} if half else lists.all_lists()
    rest, queries = held_out(every["sdn"], count, half=half)
    seed = DEV_SEED if half == "dev" else 7
    clean_sets = {
        "invented": clean(every, clean_names.invented(min(1000, clean_count), seed)),
        "yente": clean(every, clean_names.global_people(clean_count, seed)),
    }
    rows = []
    alone = {"sdn": lists.table(rest)}
    together = {name: lists.table(rest if name == "sdn" else entries) for name, entries in every.items()}
    searched = (("SDN alone", alone), (f"{len(every)} lists", together))
    for title, tables in searched[:1] if half else searched:
        find = ours(tables)
        hits = find(queries)
        home = next((hit.list_id for hit in hits if hit.list_id), "") if len(tables) == 1 else _home(tables, hits)
        if misses and half == "dev":
            print_misses(queries, hits, rest)
        for name, names in clean_sets.items():
            alerts = find(names)
            # A screener of a low threshold has affiliates that one of the default threshold does not report.
            reported = len(find(names, DEFAULT_THRESHOLD))
            figures = measure(queries, hits, len(names), alerts, DEFAULT_THRESHOLD, home, reported)
            rows.append(row(f"ours, {title}, {name}", figures))
            every_row, every_alert = counting_affiliates(hits), counting_affiliates(alerts)
            figures = measure(queries, every_row, len(names), every_alert, DEFAULT_THRESHOLD, home, reported)
            rows.append(row(f"the same, affiliates counted as hits, {name}", figures))
    if half:
        show(f"{len(queries):,} SDN aliases of the {half} half held out", HEADER, rows)
        return
    find = token_sort(rest)
    hits = find(queries)
    for name, names in clean_sets.items():
        rows.append(row(f"token_sort, SDN alone, {name}", measure(queries, hits, len(names), find(names), 0.85)))
    rows += frozen("aliases")
    show(
        f"{len(queries):,} SDN aliases held out: share found at so many false alerts per clean name",
        HEADER,
        rows,
    )


def print_misses(queries: Sequence[Query], hits: list[Hit], entries: list[lists.Entry]) -> None:
    """What stands first instead of the entry, and what the entry scored."""
    names = {entry.entry_id: entry.names for entry in entries}
    found: dict[int, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.query, []).append(hit)
    rows = []
    for at, query in enumerate(queries):
        own = max((hit.score for hit in found.get(at, []) if hit.entry_id == query.answer), default=0.0)
        best = max(found.get(at, []), key=lambda hit: hit.score, default=None)
        if best is None or best.entry_id != query.answer:
            first = f"{names[best.entry_id][0]} ({best.score:.3f})" if best else "-"
            rows.append((query.name, query.schema, " | ".join(names[query.answer][:3]), own, first))
    show("not found first", ("alias", "schema", "other names of its entry", "score", "first instead"), rows)


def _home(tables: dict[str, pa.Table], hits: list[Hit]) -> str:
    """The id the Screener gave the first table, the SDN."""
    return sorted({hit.list_id for hit in hits})[0] if tables else ""


def report_originals() -> None:
    """The UN's names in original script against its Latin names."""
    from screening.matching import DEFAULT_THRESHOLD

    entries = lists.un()
    queries = [Query(name, e.schema, e.entry_id) for e in entries for name in e.originals[:1]]
    rows = []
    find = ours({"un": lists.table(entries)})
    hits = find(queries)
    clean_sets = {"invented": clean_names.invented(), "yente": clean_names.global_people()}
    for name, people in clean_sets.items():
        names = clean({"un": entries}, people)
        rows.append(row(f"ours, {name}", measure(queries, hits, len(names), find(names), DEFAULT_THRESHOLD)))
    brute = token_sort(entries)
    names = clean({"un": entries}, clean_sets["invented"])
    rows.append(row("token_sort, invented", measure(queries, brute(queries), len(names), brute(names), 0.85)))
    rows += frozen("originals")
    show(f"{len(queries):,} UN names in original script against Latin names", HEADER, rows)


def frozen(name: str) -> list[tuple[object, ...]]:
    """Rows of peers kept in ``bench/results``: measured once, see ``bench/README.md``."""
    path = RESULTS / f"{name}_peers.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [tuple(cells) for cells in list(csv.reader(file))[1:]]
