"""Files for peers too slow to run each time: what they need, and their hits made into a row of figures.

    python -m bench.peer_files dump FOLDER
    PEERS/bin/python bench/peers/score_aliases.py FOLDER
    python -m bench.peer_files summarise FOLDER

The files hold real lists and stay out of the repository; the figures go to ``bench/results``.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from pathlib import Path

from bench import clean_names
from bench import listed_names as lists
from bench.alias_figures import HEADER, measure, row
from bench.alias_queries import Query, clean, held_out
from bench.aliases import RESULTS
from bench.finders import Hit


def dump(folder: Path, count: int = 3000) -> None:
    """Write the index and the queries of both questions: aliases and names in original script."""
    every = lists.all_lists()
    rest, queries = held_out(every["sdn"], count)
    _write(folder / "aliases_index.csv", _index(rest))
    _write(folder / "aliases_queries.csv", _queries("answer", queries))
    united = lists.un()
    originals = [Query(name, e.schema, e.entry_id) for e in united for name in e.originals[:1]]
    _write(folder / "originals_index.csv", _index(united))
    _write(folder / "originals_queries.csv", _queries("answer", originals))
    for name, people in (("invented", clean_names.invented()), ("yente", clean_names.global_people())):
        _write(folder / f"aliases_{name}.csv", _queries("clean", clean(every, people)))
        _write(folder / f"originals_{name}.csv", _queries("clean", clean({"un": united}, people)))


def summarise(folder: Path, who: str, default: float) -> None:
    """Turn a peer's hits (``*_hits.csv`` beside each file of queries) into rows of ``bench/results``."""
    for question in ("aliases", "originals"):
        queries = [Query(row[0], row[1], row[2]) for row in _read(folder / f"{question}_queries.csv")]
        hits = _hits(folder / f"{question}_queries_hits.csv")
        rows = []
        for name in ("invented", "yente"):
            path = folder / f"{question}_{name}.csv"
            clean_hits = _hits(folder / f"{question}_{name}_hits.csv")
            figures = measure(queries, hits, len(_read(path)), clean_hits, default)
            rows.append([cell if isinstance(cell, str) else f"{cell:.3f}" for cell in row(f"{who}, {name}", figures)])
        _write(RESULTS / f"{question}_peers.csv", [list(HEADER), *rows])


def _index(entries: list[lists.Entry]) -> list[list[str]]:
    return [
        ["entry_id", "schema", "name"],
        *([e.entry_id, e.schema, name] for e in entries for name in e.names),
    ]


def _queries(last: str, queries: Sequence[Query]) -> list[list[str]]:
    return [["name", "schema", last], *([query.name, query.schema, query.answer] for query in queries)]


def _hits(path: Path) -> list[Hit]:
    return [Hit(int(at), "", entry_id, float(score), True) for at, entry_id, score in _read(path)]


def _read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def _write(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


if __name__ == "__main__":
    if sys.argv[1] == "dump":
        Path(sys.argv[2]).mkdir(parents=True, exist_ok=True)
        dump(Path(sys.argv[2]))
    else:
        summarise(Path(sys.argv[2]), "logic-v2 on the best 60 by token_sort and trigrams", 0.70)
