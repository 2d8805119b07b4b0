"""Perturbed names from the PyPI package ``sanctions-screening-benchmark``; runs in the peers' environment.

    PEERS/bin/python bench/peers/perturb.py generate LIST.csv CASES.csv       LIST: entity_id, name
    PEERS/bin/python bench/peers/perturb.py score LIST.csv CASES.csv SCORES.csv

The list is committed and invented, so the cases may be committed too. ``score`` counts for logic-v2, by the
package's own rules, what it finds at its shipped threshold: a case is a hit when the best candidate over the
threshold is the expected one; for the negative controls any candidate over it is a false positive.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

from score_pairs import CONFIG, LOGIC, proxy
from ssb import negatives, perturb

THRESHOLD = 0.70
SEED = 0


def read(path: str) -> list[dict[str, str]]:
    """Rows of a CSV."""
    with Path(path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: str, header: list[str], rows: list[list[object]]) -> None:
    """Write a CSV."""
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def generate(listed: str, cases: str) -> None:
    """Two variants a class of every name, and three negative controls a name."""
    names = {row["entity_id"]: row["name"] for row in read(listed)}
    rows: list[list[object]] = []
    for entity_id, name in names.items():
        for variant in perturb.apply_all(name, entity_id, seed=SEED, only=None, max_per_class=2):
            if variant.text.casefold() != name.casefold():
                rows.append([variant.text, entity_id, variant.perturbation, variant.family])
    index = {name.casefold() for name in names.values()}
    for control in negatives.generate(list(names.values()), seed=SEED, per_class=1, listed_index=index):
        rows.append([control.text, "", control.negative_class, "negative"])
    write(cases, ["query", "entity_id", "class", "family"], rows)


def score(listed: str, cases: str, target: str) -> None:
    """Count what logic-v2 finds, a row a class."""
    names = [(row["entity_id"], proxy(row["name"], "Person")) for row in read(listed)]
    total: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    for case in read(cases):
        query = proxy(case["query"], "Person")
        best, value = "", 0.0
        for entity_id, candidate in names:
            result = LOGIC.compare(query, candidate, CONFIG).score
            if result > value:
                best, value = entity_id, result
        group = (case["family"], case["class"])
        total[group] += 1
        found[group] += value >= THRESHOLD and (not case["entity_id"] or best == case["entity_id"])
    write(
        target,
        ["family", "class", "cases", "logic_v2"],
        [[*group, total[group], found[group]] for group in total],
    )


if __name__ == "__main__":
    {"generate": generate, "score": score}[sys.argv[1]](*sys.argv[2:])
