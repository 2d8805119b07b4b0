"""Names of one listed party in two scripts: is each name in other letters found among the party's Latin ones?

    python -m bench.two_scripts                 by script and kind of party, both halves
    python -m bench.two_scripts --misses        and print what is not found of the development half, the nearest first

Nobody wrote these pairs for a test: the lists give a party's name as its country writes it beside those in Latin
letters. Some are other names altogether (a former name, an abbreviation, a part of a longer one), so that no matcher
finds all. Whether entries are of the development or the test half is as in `alias_queries.is_dev`.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bench import listed_names as lists
from bench.alias_queries import is_dev
from bench.tables import show
from screening import DEFAULT_THRESHOLD, compare_names
from screening.names.scripts import script_of

SCRIPTS = ("Arabic", "Cyrillic", "Greek", "Han", "Hangul", "Hebrew")
PERSON = "Person"
SHIPS = frozenset({"Vessel", "Airplane"})


class Found(NamedTuple):
    """A name in other letters, its party's nearest Latin name, and how near."""

    half: str
    list_id: str
    schema: str
    script: str
    name: str
    nearest: str
    score: float
    match: bool


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print what is not found of the development half")
    options = parser.parse_args(arguments)
    asked: Counter[tuple[str, str, str]] = Counter()
    found: Counter[tuple[str, str, str]] = Counter()
    missed = []
    for each in compared():
        kind = "persons" if each.schema == PERSON else "organisations"
        for script in (each.script, "all"):
            asked[script, kind, each.half] += 1
            found[script, kind, each.half] += each.match
        if not each.match and each.half == "dev":
            missed.append(each)
    rows = []
    for script in (*SCRIPTS, "all"):
        for kind in ("persons", "organisations"):
            cells = [cell for half in ("dev", "test") for cell in _cells(asked, found, (script, kind, half))]
            if any(cells):
                rows.append((script, kind, *cells))
    header = ("script", "parties", "names, dev", "found", "names, test", "found")
    show("Names in another script among the party's Latin names", header, rows)
    if options.misses:
        missed.sort(key=lambda each: -each.score)
        for each in missed:
            print(f"{each.score:.3f}\t{each.list_id}\t{each.name}\t{each.nearest}")


def _cells(asked: Counter, found: Counter, key: tuple[str, str, str]) -> tuple[object, object]:
    return (asked[key], found[key] / asked[key]) if asked[key] else ("", "")


def compared() -> Iterator[Found]:
    """Every name in another script, with the nearest of its party's Latin names; ships are left out."""
    for list_id, entries in lists.all_lists().items():
        for entry in entries:
            if entry.schema in SHIPS:
                continue
            names = dict.fromkeys((*entry.names, *entry.weak, *entry.originals))
            latin = [name for name in names if script_of(name) == "Latin"]
            others = [name for name in names if script_of(name) in SCRIPTS]
            for name in others if latin else ():
                score, match, nearest = max(compared_with(name, each, entry.schema) for each in latin)
                half = "dev" if is_dev(entry) else "test"
                yield Found(half, list_id, entry.schema, script_of(name), name, nearest, score, match)


def compared_with(name: str, latin: str, schema: str) -> tuple[float, bool, str]:
    """The score of two names, whether they are found to be one party's, and the second."""
    result = compare_names(name, latin, schema=schema)
    return result.score, result.relation == "same_party" and result.score >= DEFAULT_THRESHOLD, latin


if __name__ == "__main__":
    main()
