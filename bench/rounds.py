"""The rounds of labelled pairs: as each was first run and as it stands, from the frozen scores.

    python -m bench.rounds [--freeze]

F1, precision and recall of the first run; its F1 by kind of party; of the pairs whose author called them clear-cut (a
note that begins with "clear:") how many were wrong; F1 as it stands. ``--freeze`` writes ``results/rounds.txt``.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import io
from collections.abc import Callable
from pathlib import Path

from bench.labelled_pairs import LABELLED, RESULTS, SETS, Tally, read
from bench.tables import show
from screening.matching import DEFAULT_THRESHOLD

CLEAR = "clear:"
KINDS: dict[str, Callable[[str], bool]] = {
    "persons": lambda schema: schema == "Person",
    "firms": lambda schema: schema in {"Company", "Organization"},
    "ships": lambda schema: schema == "Vessel",
}
NONE = "-"
FROZEN = RESULTS / "rounds.txt"


def main() -> None:
    """Print the table, or freeze it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--freeze", action="store_true", help="write the table to results/rounds.txt")
    freeze = parser.parse_args().freeze
    table = of_all_rounds()
    if freeze:
        FROZEN.write_text(table, encoding="utf-8")
    print(table, end="")


def of_all_rounds() -> str:
    """The table as text: a line for each set that has a first run, in their order."""
    about = _rows("rounds", LABELLED)
    subjects = {row["set"]: row["about"] for row in about}
    header = ("round", "pairs", "F1", "precision", "recall", *KINDS, "clear-cut", "wrong", "F1 now", "about")
    lines = [_line(name, subjects.get(name, "")) for name in SETS if (RESULTS / f"{name}_first.csv").exists()]
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        show("Rounds of labelled pairs, as first run and as they stand", header, lines)
    return said.getvalue().lstrip("\n")


def _line(name: str, about: str) -> tuple[object, ...]:
    """One set's figures, in the order of the header."""
    first = _rows(f"{name}_first", RESULTS)
    of_all = tally(first)
    kinds = [tally(first, kind) for kind in KINDS.values()]
    clear = {pair.pair_id for pair in read(name) if pair.note.startswith(CLEAR)}
    cut = tally([pair for pair in first if pair["pair_id"] in clear])
    return (
        name.removesuffix("_pairs").removeprefix("round_"),
        of_all.count,
        *(of_all.f1, of_all.precision, of_all.recall),
        *(each.f1 if each.count else NONE for each in kinds),
        *((cut.count, cut.fp + cut.fn) if clear else (NONE, NONE)),
        tally(_rows(f"{name}_scores", RESULTS)).f1,
        about,
    )


def _rows(name: str, folder: Path) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


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
