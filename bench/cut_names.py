"""Names of listed firms cut to the width of a field, looked up on the list they are from.

    python -m bench.cut_names [--misses]

Banks' messages hold 35 letters in a line, customs tables often 30 or 40. Of the SDN's names of firms that are longer
by two letters to thirty, `SAMPLE` seeded ones are cut to each width. *Found*: their entry is called the same party at
the shipped threshold; *others*: how many other entries are, for each name (several entries share names). Of many
nothing is left but a legal form: those no matcher finds, and none should.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence

import pyarrow as pa

from bench import listed_names
from bench.tables import show
from screening.matching import Screener

WIDTHS = (30, 35, 40)
SAMPLE = 700
LONGEST_OVER = 30
SEED = 5


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--misses", action="store_true", help="print some names that are not found")
    options = parser.parse_args(arguments)
    entries = listed_names.sdn()
    rows = [(each.entry_id, name, each.schema or "Company") for each in entries for name in each.names]
    screener = Screener([pa.table(dict(zip(("entry_id", "name", "schema"), zip(*rows, strict=True), strict=True)))])
    firms = [(entry, name) for entry, name, schema in rows if schema != "Person"]
    random.Random(SEED).shuffle(firms)
    table, missed = [], []
    for width in WIDTHS:
        some = [(entry, name) for entry, name in firms if width + 1 < len(name) <= width + LONGEST_OVER][:SAMPLE]
        cut = [name[:width].strip() for _, name in some]
        asked = pa.table(
            {"subject_id": [f"{n}" for n in range(len(cut))], "name": cut, "schema": ["Company"] * len(cut)}
        )
        hits = screener.screen(asked, limit=None)
        met = {
            (int(subject), entry)
            for subject, entry, relation in zip(
                *(hits[name].to_pylist() for name in ("subject_id", "entry_id", "relation")), strict=True
            )
            if relation == "same_party"
        }
        found = [number for number, (entry, _) in enumerate(some) if (number, entry) in met]
        missed += [cut[number] for number in set(range(len(some))) - set(found)]
        others = (len(met) - len(found)) / len(some)
        table.append((f"{width}", f"{len(some)}", f"{len(found) / len(some):.3f}", f"{others:.2f}"))
    show("Names of firms on the SDN, cut within a field", ("width", "names", "found", "others a name"), table)
    if options.misses:
        print("\n".join(random.Random(SEED).sample(sorted(missed), min(60, len(missed)))))


if __name__ == "__main__":
    main()
