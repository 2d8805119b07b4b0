"""Parties that two lists give the same identifying number: is each name of the one found among the names of the other?

    python -m bench.cross_lists              by schema, list and language of the name looked up
    python -m bench.cross_lists --misses     and print what is not found, the nearest first

Nobody wrote these pairs for a test, and nobody judged the names: two sanctioning bodies say by a passport, a
registration or a tax number that they mean one party. A share of them has nothing in common by name (a nom de guerre,
a firm renamed, a number that a list gives to the wrong party), so that no matcher finds all. Ships are left out: they
are renamed, and found by their numbers.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bench.listed_names import folder
from bench.tables import show
from screening.model import ORGANISATIONS

LISTS = {
    "sdn": ("us_ofac_sdn_composite", "2026-08-20", "sdn.csv.gz"),
    "nonsdn": ("us_ofac_nonsdn", "consolidated_2026-01-08.xml.gz"),
    "eu": ("eu_fsf", "eu_fsf_reconstructed_2026-02-26.xml.gz"),
    "uk": ("uk_sanctions_list", "uk_sanctions_list_reconstructed_2026-08-22.xml.gz"),
    "un": ("un_consolidated", "un_2026-02-27.xml.gz"),
    "ca": ("ca_sema", "sema_2025-03-20.xml.gz"),
}
SHORTEST = 7
FEWEST_DIGITS = 6
MOST_HOLDERS = 4
"""Entries that may have one number: more are a firm and all that it owns."""
FEWEST_NAMES = 60
"""Names of a language for which it has a row of its own."""

Key = tuple[str, str]


class Party(NamedTuple):
    """An entry: its schema, its strong names with their languages, and all of its names."""

    schema: str
    names: list[tuple[str, str]]
    all_names: list[str]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print the names that are not found")
    options = parser.parse_args(arguments)
    parties, pairs = linked()
    asked: Counter[tuple[str, str, str]] = Counter()
    found: Counter[tuple[str, str, str]] = Counter()
    missed = []
    for one, other, name, language, score, match in looked_up(parties, pairs):
        key = (parties[one].schema, one[0], language)
        asked[key] += 1
        found[key] += match
        if not match:
            missed.append((score, one, other, name))
    many = {key for key, count in asked.items() if count >= FEWEST_NAMES}
    rows = [
        (*key, f"{asked[key]:,}", f"{found[key] / asked[key]:.3f}")
        for key in sorted(many, key=lambda key: (key[0], -asked[key]))
    ]
    for schema in sorted({key[0] for key in asked}):
        total = sum(count for key, count in asked.items() if key[0] == schema)
        rows.append((schema, "all", "", f"{total:,}", f"{sum(found[k] for k in asked if k[0] == schema) / total:.3f}"))
    show(
        f"{len(pairs):,} pairs of entries, either way round: names of the one looked up among those of the other",
        ("schema", "list", "language", "names", "share found"),
        rows,
    )
    for score, one, other, name in sorted(missed, reverse=True) if options.misses else ():
        print(f"{score:.3f}\t{one[0]}\t{name}\t{other[0]}\t{'; '.join(parties[other].all_names[:5])}")


def linked() -> tuple[dict[Key, Party], list[tuple[Key, Key]]]:
    """The entries of the lists, and pairs of them that have a number in common, both ways round."""
    from screening import Snapshot

    parties: dict[Key, Party] = {}
    holders: dict[str, set[Key]] = defaultdict(set)
    for short, path in LISTS.items():
        tables = Snapshot.read(folder(*path)).tables
        names: dict[str, list[tuple[str, str]]] = defaultdict(list)
        all_names: dict[str, list[str]] = defaultdict(list)
        for row in tables["names"].select(["entry_id", "name", "name_type", "language"]).to_pylist():
            all_names[row["entry_id"]].append(row["name"])
            if "weak" not in (row["name_type"] or ""):
                names[row["entry_id"]].append((row["name"], row["language"] or ""))
        for row in tables["entries"].select(["entry_id", "schema"]).to_pylist():
            parties[short, row["entry_id"]] = Party(row["schema"], names[row["entry_id"]], all_names[row["entry_id"]])
        for row in tables["identifiers"].select(["entry_id", "number"]).to_pylist():
            number = re.sub(r"[^A-Z0-9]", "", (row["number"] or "").upper())
            if len(number) >= SHORTEST and sum(map(str.isdigit, number)) >= FEWEST_DIGITS:
                holders[number].add((short, row["entry_id"]))
    pairs = {
        (one, other)
        for found in holders.values()
        if len(found) <= MOST_HOLDERS
        for one in found
        for other in found
        if one[0] != other[0] and comparable(parties[one].schema, parties[other].schema)
    }
    return parties, sorted(pairs)


def comparable(one: str, other: str) -> bool:
    """Whether entries of two schemas may be one party, told by its name."""
    return one == other == "Person" or {one, other} <= ORGANISATIONS


def looked_up(
    parties: dict[Key, Party], pairs: Sequence[tuple[Key, Key]]
) -> Iterator[tuple[Key, Key, str, str, float, bool]]:
    """Each name of each pair's first entry: its language, the best score among the other's names, whether a match."""
    from screening.matching import DEFAULT_THRESHOLD, compare_names

    for one, other in pairs:
        schema = parties[one].schema
        for name, language in parties[one].names:
            told = [compare_names(name, each, schema=schema) for each in parties[other].all_names]
            match = any(each.relation == "same_party" and each.score >= DEFAULT_THRESHOLD for each in told)
            yield one, other, name, language, max((each.score for each in told), default=0.0), match


if __name__ == "__main__":
    main()
