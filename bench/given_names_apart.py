"""Arabic given names in Latin letters beside one another in Arabic ones, with one family name: which are taken for one.

python -m bench.given_names_apart [--show]
"""

from __future__ import annotations

import argparse

from bench.labelled_pairs import LABELLED
from bench.tables import show
from screening import DEFAULT_THRESHOLD, compare_names
from screening.reference import read_table

FAMILY = ("Tarazi", "ترزي")


def main() -> None:
    """Print how many names meet themselves, and how many another."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print the names taken for another")
    options = parser.parse_args()
    rows = read_table(LABELLED / "arabic_given_names.tsv").rows
    own = other = 0
    for row in rows:
        for beside in rows:
            name, original = f"{row['latin']} {FAMILY[0]}", f"{beside['original']} {FAMILY[1]}"
            told = compare_names(name, original, schema="Person")
            if told.relation != "same_party" or told.score < DEFAULT_THRESHOLD:
                continue
            own += row is beside
            other += row is not beside
            if options.show and row is not beside:
                print(f"{told.score:.2f}  {name}  {original} ({beside['latin']})")
    pairs = len(rows) * (len(rows) - 1)
    show(
        "Given names in two scripts",
        ("names", "meet themselves", "of pairs of others", "taken for one"),
        [(f"{len(rows)}", f"{own}", f"{pairs:,}", f"{other}")],
    )


if __name__ == "__main__":
    main()
