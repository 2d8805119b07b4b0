"""Build the labelled sets from handwritten pairs and from base names put through seeded changes.

The transformations are written here from the published schemes and from what is met in documents; nothing
of the package under test is imported, so that the examiner does not share the candidate's mistakes. Pairs
that share a whole name stand in one half only: what the development half taught about it is of no use on
the test half.

    python -m bench.make_pairs        # rewrites the labelled sets: frozen, only on purpose
"""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from bench.base_pairs import generated
from bench.pair_rows import COLUMNS, Pair, make

FOLDER = Path(__file__).parent / "labelled"
LABELS = ("match", "affiliate", "no")


def main() -> None:
    """Write the table and print how it is spread."""
    build("region_pairs", [*handwritten(FOLDER / "handwritten"), *generated(FOLDER)])
    build("general_pairs", list(handwritten(FOLDER / "handwritten_general")))
    build("adversarial_pairs", list(handwritten(FOLDER / "handwritten_adversarial")))
    build("probe_pairs", list(handwritten(FOLDER / "handwritten_probes")))
    build("world_pairs", list(handwritten(FOLDER / "handwritten_world")))
    build("transcribed_pairs", list(handwritten(FOLDER / "handwritten_transcribed")))
    for path in sorted((FOLDER / "handwritten_rounds").glob("*.txt")):
        build(f"{path.stem}_pairs", list(handwritten(FOLDER / "handwritten_rounds", path.name)), halves=False)


def build(name: str, pairs: list[Pair], *, halves: bool = True) -> None:
    """Write one set: no pair twice, halves assigned, sorted. Without halves all of it is to be looked at."""
    rows, seen = [], set()
    for pair in pairs:
        key = frozenset((pair["left"], pair["right"]))
        if len(key) < 2 or key in seen:
            continue
        seen.add(key)
        rows.append(pair)
    if halves:
        assign_halves(rows)
    else:
        for row in rows:
            row["half"] = "dev"
    rows.sort(key=lambda row: (row["language"], row["schema"], row["label"], row["class"], row["pair_id"]))
    write(FOLDER / f"{name}.csv", rows)
    print(name)
    for column in ("half", "label", "schema", "language", "class"):
        print(column, dict(Counter(row[column] for row in rows).most_common()))


def handwritten(folder: Path, only: str = "*.txt") -> Iterator[Pair]:
    """The pairs written by hand; a header line ``@ language schema`` holds for the lines below it."""
    for path in sorted(folder.glob(only)):
        language = schema = ""
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if not line.strip() or line.startswith("#"):
                continue
            if line.startswith("@"):
                language, schema = line[1:].split()
                continue
            cells = [cell.strip(" ") for cell in line.split("|")]
            if len(cells) not in (4, 5) or cells[1] not in LABELS:
                raise SystemExit(f"{path.name}, row {number}: not 'class | label | left | right | note': {line}")
            yield make(cells[2], cells[3], schema, language, cells[0], cells[1], cells[4] if len(cells) == 5 else "")


def assign_halves(rows: list[Pair]) -> None:
    """Half and half within language, schema and label; rows that share a name stay together."""
    parent = list(range(len(rows)))

    def find(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    owner: dict[str, int] = {}
    for at, row in enumerate(rows):
        for side in ("left", "right"):
            key = plain(row[side])
            parent[find(at)] = find(owner.setdefault(key, at))
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(len(rows)):
        groups[find(at)].append(at)
    counts: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for members in sorted(groups.values(), key=lambda group: (-len(group), rows[group[0]]["pair_id"])):
        balance = 0
        for at in members:
            tally = counts[stratum(rows[at])]
            balance += tally["dev"] - tally["test"]
        flip = int(rows[members[0]]["pair_id"], 16) % 2
        half = "test" if balance > 0 or (balance == 0 and flip) else "dev"
        for at in members:
            rows[at]["half"] = half
            counts[stratum(rows[at])][half] += 1


def stratum(row: Pair) -> tuple[str, str, str]:
    """What the halves are balanced over."""
    return row["language"], row["schema"], row["label"]


def plain(text: str) -> str:
    """Letters and digits only, lower case, accents off: good enough to tell that two rows share a name."""
    text = unicodedata.normalize("NFKD", text.lower())
    return "".join(char for char in text if char.isalnum())


def write(path: Path, rows: list[Pair]) -> None:
    """Write the rows as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
