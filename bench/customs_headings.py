"""How many roles of customs-table columns are told by their headings, on systems used and on systems kept back.

    python -m bench.customs_headings

Reads `bench/labelled/customs_headings.csv`: headings with the role each plays (empty: none), our own labels. 1,205 of
29 systems, of which 148 were given with the headings: half ``a`` was looked at while `lists/words/customs_headings.tsv`
was written; half ``b`` only after its phrases marked ``a`` were done. Phrases marked ``b`` were added then: the row
"held back" is measured without them. 258 more (``c``), of 19 layouts in further languages, of ledgers and banks, were
written by hand from general knowledge of such tables and run once before the phrases marked ``c`` were added. So were
807 of 24 systems (``d``) and 696 of 20 more (``e``), by authors who saw nothing of the toolkit; who wrote the phrases
marked ``d`` saw neither. 326 of twelve systems (``f``) and 238 of eight (``g``) are by two such authors too. 177 of ten
(``h``) were written by one who knew the toolkit and not its words. A role counts as found where a column with that
label is taken for it.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

from screening.intake.customs_headings import ROLES
from screening.intake.customs_phrases import ALL_SETS
from screening.intake.customs_roles import heading_roles

LABELS = Path(__file__).parent / "labelled" / "customs_headings.csv"


def measure(half: str, sets: tuple[str, ...]) -> dict[str, int]:
    """Roles labelled and found, headings labelled and right, headings wrongly taken for a role; of one half."""
    systems: dict[str, list[tuple[str, str]]] = defaultdict(list)
    with LABELS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["half"] == half:
                systems[row["system"]].append((row["heading"], row["role"]))
    counts = dict.fromkeys(("systems", "headings", "roles", "found", "labelled", "right", "wrong"), 0)
    for system, columns in systems.items():
        way = next((each for each in ("import", "export") if each in system.lower()), None)
        told = {
            index: role.replace("broker_", "declarant_")
            for index, role in heading_roles([heading for heading, _ in columns], way, sets).items()
        }
        counts["systems"] += 1
        counts["headings"] += len(columns)
        labels = [_in_force(role, way) for _, role in columns]
        good = [told.get(index, "") == role for index, role in enumerate(labels)]
        wanted = {role for role in labels if role}
        found = {role for role, right in zip(labels, good, strict=True) if role and right}
        counts["roles"] += len(wanted)
        counts["found"] += len(found)
        counts["labelled"] += sum(bool(role) for role in labels)
        counts["right"] += sum(right for role, right in zip(labels, good, strict=True) if role)
        counts["wrong"] += sum(told.get(index, "") in ROLES and not right for index, right in enumerate(good))
    return counts


def _in_force(role: str, way: str | None) -> str:
    """A lone "Country" is the other side's where the table is known to be of imports or exports."""
    return {"import": "dispatch", "export": "destination"}.get(way or "", role) if role == "partner" else role


def main() -> None:
    """Print the table."""
    print("| headings | systems | headings in them | roles | found | columns with a role | right | wrong |")
    print("|---|---|---|---|---|---|---|---|")
    for title, half, sets in (
        ("used", "a", ("a",)),
        ("held back", "b", ("a",)),
        ("held back, with the phrases added after", "b", ALL_SETS),
        ("written after", "c", ("a", "b")),
        ("written after, with the phrases added after", "c", ALL_SETS),
        ("of 24 systems", "d", ("a", "b", "c")),
        ("the same, with the phrases added after", "d", ALL_SETS),
        ("of 20 systems more", "e", ("a", "b", "c")),
        ("the same, with phrases of general knowledge", "e", ("a", "b", "c", "d")),
        ("of 12 systems more", "f", ("a", "b", "c", "d")),
        ("the same, with the phrases added after", "f", ALL_SETS),
        ("of 8 systems more", "g", ("a", "b", "c", "d", "e")),
        ("the same, with the phrases added after", "g", ALL_SETS),
        ("of 10 systems more", "h", ("a", "b", "c", "d", "e", "f", "g")),
        ("the same, with the phrases added after", "h", ALL_SETS),
    ):
        got = measure(half, sets)
        print(
            f"| {title} | {got['systems']} | {got['headings']} | {got['roles']} | {got['found']} "
            f"({got['found'] / got['roles']:.1%}) | {got['labelled']} | {got['right']} "
            f"({got['right'] / got['labelled']:.1%}) | {got['wrong']} |"
        )


if __name__ == "__main__":
    main()
