"""Score the labelled pairs with the peers; runs in their own environment (see ``bench/README.md``).

    PEERS/bin/python bench/peers/score_pairs.py PAIRS.csv SCORES.csv

Columns written: pair_id; logic_v2 (nomenklatura, 0..1); token_sort, token_set and wratio (rapidfuzz, 0..100,
both names put into ASCII by anyascii and through rapidfuzz's own processor, the best case for them).
The time each took per pair goes to standard error.
"""

from __future__ import annotations

import csv
import sys
import time
from collections.abc import Callable
from pathlib import Path

from anyascii import anyascii
from followthemoney import model
from nomenklatura.matching import get_algorithm
from nomenklatura.matching.types import ScoringConfig
from rapidfuzz import fuzz, utils

LOGIC = get_algorithm("logic-v2")
CONFIG = ScoringConfig.defaults()
# nomenklatura has caches keyed on the id: every proxy gets its own.
_count = iter(range(1, 10**12))


def proxy(name: str, schema: str) -> object:
    """A FollowTheMoney entity that has nothing but a name."""
    entity = model.make_entity("Company" if schema == "Airplane" else schema)
    entity.id = f"n{next(_count)}"
    entity.add("name", name, cleaned=True)
    return entity


def logic_v2(left: str, right: str, schema: str) -> float:
    """nomenklatura's logic-v2, every default."""
    return float(LOGIC.compare(proxy(left, schema), proxy(right, schema), CONFIG).score)


def of_rapidfuzz(scorer: Callable[..., float]) -> Callable[[str, str, str], float]:
    """A rapidfuzz scorer over ASCII forms."""

    def score(left: str, right: str, _schema: str) -> float:
        return scorer(anyascii(left), anyascii(right), processor=utils.default_process)

    return score


SCORERS = {
    "logic_v2": logic_v2,
    "token_sort": of_rapidfuzz(fuzz.token_sort_ratio),
    "token_set": of_rapidfuzz(fuzz.token_set_ratio),
    "wratio": of_rapidfuzz(fuzz.WRatio),
}


def main(source: str, target: str) -> None:
    """Score every row of one labelled table."""
    with Path(source).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = {}
    for name, scorer in SCORERS.items():
        scorer("warm up", "warm up", "Person")
        start = time.perf_counter()
        columns[name] = [scorer(row["left"], row["right"], row["schema"]) for row in rows]
        print(f"{name}: {(time.perf_counter() - start) / len(rows) * 1e6:.1f} us a pair", file=sys.stderr)
    with Path(target).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["pair_id", *columns])
        for at, row in enumerate(rows):
            writer.writerow([row["pair_id"], *(f"{values[at]:.4f}" for values in columns.values())])


if __name__ == "__main__":
    main(*sys.argv[1:3])
