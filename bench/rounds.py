"""The rounds of labelled pairs as each was first run: F1 of all, of persons, firms and ships, from the frozen scores.

python -m bench.rounds
"""

from __future__ import annotations

import csv
from collections.abc import Callable

from bench.labelled_pairs import RESULTS, SETS
from bench.tables import show
from screening.matching import DEFAULT_THRESHOLD

KINDS: dict[str, Callable[[str], bool]] = {
    "all": lambda schema: True,
    "persons": lambda schema: schema == "Person",
    "firms": lambda schema: schema in {"Company", "Organization"},
    "ships": lambda schema: schema == "Vessel",
}


def main() -> None:
    """Print the table."""
    rows = []
    for name in SETS:
        path = RESULTS / f"{name}_first.csv"
        if not path.exists():
            continue
        with path.open(encoding="utf-8", newline="") as file:
            pairs = list(csv.DictReader(file))
        rows.append((name.split("_")[1], f"{len(pairs)}", *(f"{f1(pairs, kind):.3f}" for kind in KINDS.values())))
    show("First runs of the rounds: F1", ("round", "pairs", *KINDS), rows)


def f1(pairs: list[dict[str, str]], kind: Callable[[str], bool]) -> float:
    """F1 of the pairs of some schemas; a pair is found when it is the same party at the shipped threshold."""
    some = [
        (pair["relation"] == "same_party" and float(pair["score"]) >= DEFAULT_THRESHOLD, pair["label"] == "match")
        for pair in pairs
        if kind(pair["schema"])
    ]
    both, found, wanted = (sum(each) for each in zip(*((f and w, f, w) for f, w in some), strict=True))
    return 2 * both / (found + wanted)


if __name__ == "__main__":
    main()
