"""Aliases held out of the index, names in original script, and false alerts on clean names.

One strong alias of each of 3,000 seeded SDN entries is taken out of the index and looked up. *First*: the
best scored same party is that entry (*of any*: the best scored of any relation). *Found at a rate*: the entry's
best score is over the threshold at which clean names raise so many false alerts (subject x entry) each. The UN's
names in original script are looked up among its Latin names the same way.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from bench import clean_names
from bench import listed_names as lists
from bench.alias_figures import HEADER, counting_affiliates, measure, row
from bench.alias_queries import DEV_SEED, Query, clean, held_out
from bench.finders import Hit, ours, token_sort
from bench.tables import show

RESULTS = Path(__file__).parent / "results"


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
