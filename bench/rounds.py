"""The labelled sets as each was first run, from the scores frozen then: F1, precision, recall; F1 by kind of party; of
the pairs whose author called them clear-cut (a note that begins with "clear:") how many there are and were wrong.

python -m bench.rounds
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable

from bench.labelled_pairs import RESULTS, SETS, Tally, read
from bench.tables import show
from screening.matching import DEFAULT_THRESHOLD

CLEAR = "clear:"
KINDS: dict[str, Callable[[str], bool]] = {
    "persons": lambda schema: schema == "Person",
    "firms": lambda schema: schema in {"Company", "Organization"},
    "ships": lambda schema: schema == "Vessel",
}


def main() -> None:
    """Print the table."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    rows = []
    for name in SETS:
        path = RESULTS / f"{name}_first.csv"
        if not path.exists():
            continue
        with path.open(encoding="utf-8", newline="") as file:
            pairs = list(csv.DictReader(file))
        of_all = tally(pairs)
        kinds = (tally(pairs, kind).f1 for kind in KINDS.values())
        clear = {pair.pair_id for pair in read(name) if pair.note.startswith(CLEAR)}
        cut = [pair for pair in pairs if pair["pair_id"] in clear]
        wrong = tally(cut)
        called = name.removesuffix("_pairs").removeprefix("round_")
        rows.append(
            (
                called,
                f"{len(pairs)}",
                of_all.f1,
                of_all.precision,
                of_all.recall,
                *kinds,
                f"{len(cut)}",
                f"{wrong.fp + wrong.fn}",
            )
        )
    header = ("round", "pairs", "F1", "precision", "recall", *(f"F1 {kind}" for kind in KINDS), "clear-cut", "wrong")
    show("First runs of the rounds", header, rows)


def tally(pairs: list[dict[str, str]], kind: Callable[[str], bool] = lambda schema: True) -> Tally:
    """Right and wrong of the pairs of some schemas; found is what is the same party at the shipped threshold."""
    counts = Tally()
    for pair in pairs:
        if not kind(pair["schema"]):
            continue
        found = pair["relation"] == "same_party" and float(pair["score"]) >= DEFAULT_THRESHOLD
        wanted = pair["label"] == "match"
        counts.tp += found and wanted
        counts.fp += found and not wanted
        counts.fn += wanted and not found
        counts.tn += not found and not wanted
    return counts


if __name__ == "__main__":
    main()
