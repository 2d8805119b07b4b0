"""Entries of one list that are called one party: most are two, as lists seldom name a party twice.

    python -m bench.one_list             names of bodies and firms of the EU's list and the SDN in their own list
    python -m bench.one_list --show 50   and print so many of the pairs of entries, drawn by a seed

Some are one party twice (a firm with another number, a group under the name of its parent) and some cannot be told
apart by their names (a firm's branches); the others are false. What is counted says by its fall that names which have
a kind of business, a state or a few letters in common are told apart better.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence

import pyarrow as pa

from bench.cross_lists import LISTS
from bench.listed_names import folder
from bench.tables import show
from screening import Snapshot
from screening.matching import Screener
from screening.model import ORGANISATIONS

OWN = ("eu", "sdn")
SEED = 7


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", type=int, default=0, metavar="COUNT", help="print so many pairs of entries")
    options = parser.parse_args(arguments)
    rows = []
    shown = []
    for each in OWN:
        snapshot = Snapshot.read(folder().joinpath(*LISTS[each]))
        pairs = _pairs(snapshot)
        alike = sum(ours.casefold() == theirs.casefold() for _, ours, theirs, _ in pairs.values())
        entries = sum(schema in ORGANISATIONS for schema in snapshot.entries.column("schema").to_pylist())
        rows.append((each, f"{entries:,}", f"{len(pairs):,}", f"{alike:,}"))
        shown += random.Random(SEED).sample(sorted(pairs.values()), min(options.show, len(pairs)))
    show("Entries of one list that are called one party", ("list", "entries", "pairs", "of one name"), rows)
    for score, ours, theirs, why in shown:
        print(f"{score:.3f}\t{ours}\t{theirs}\n\t{why}")


def _pairs(snapshot: Snapshot) -> dict[frozenset[str], tuple[float, str, str, str]]:
    """For each two entries that are called one party, how they score at best, by which names, and why."""
    schemas = dict(zip(*(snapshot.entries.column(name).to_pylist() for name in ("entry_id", "schema")), strict=True))
    names = [
        (entry, name)
        for entry, name, kind in zip(
            *(snapshot.names.column(each).to_pylist() for each in ("entry_id", "name", "name_type")), strict=True
        )
        if schemas[entry] in ORGANISATIONS and kind != "weak_alias"
    ]
    names = sorted(set(names))
    subjects = pa.table(
        {
            "subject_id": [str(at) for at in range(len(names))],
            "name": [name for _, name in names],
            "schema": [schemas[entry] for entry, _ in names],
        }
    )
    found: dict[frozenset[str], tuple[float, str, str, str]] = {}
    for hit in Screener([snapshot]).screen(subjects, limit=None).to_pylist():
        entry = names[int(hit["subject_id"])][0]
        if entry == hit["entry_id"] or hit["relation"] != "same_party":
            continue
        pair = frozenset((entry, hit["entry_id"]))
        said = (hit["score"], hit["subject_name"], hit["matched_name"], hit["explanation"])
        found[pair] = max(found.get(pair, said), said)
    return found


if __name__ == "__main__":
    main()
