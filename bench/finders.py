"""Looking names up: by the toolkit, and by brute force with rapidfuzz."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pyarrow as pa

from bench import listed_names as lists
from bench.alias_queries import Query

FLOOR = 0.2
"""Low enough that the threshold for one false alert per clean name lies above it."""
LIMIT = 5


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
