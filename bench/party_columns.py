"""Parties as tables have them: listed ones in columns of firms or of names, and what clean names raise there.

    python -m bench.party_columns

Persons stand in columns that say no more than "company" or "customer", with initials, as sole traders; ships in a
column of names. A party is found when its entry is among the same parties at the default threshold.
"""

from __future__ import annotations

import csv
import random
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pyarrow as pa

from bench import clean_names
from bench import listed_names as lists
from bench.alias_queries import clean
from bench.tables import show

SEED = 3
PERSONS, SHIPS = 400, 300
CLEAN = 1500
HEADINGS = ("Name", "Customer", "Company", "Компания")


def main() -> None:
    """Print both tables."""
    every = lists.all_lists()
    show(
        "listed parties in tables, beside the SDN", ("parties", "heading", "found", "of", "share"), _found(every["sdn"])
    )
    header = ("clean names", "heading", "names", "same party", "affiliates", "most alerts per name of a list")
    show(f"false alerts beside {len(every)} lists", header, _false(every))


def _found(entries: Sequence[lists.Entry]) -> list[tuple[object, ...]]:
    from screening import Screener

    screener = Screener([lists.table(entries)])
    rng = random.Random(SEED)
    persons = rng.sample([entry for entry in entries if entry.schema == "Person"], PERSONS)
    ships = rng.sample([entry for entry in entries if entry.schema == "Vessel"], SHIPS)
    asked: list[tuple[str, str, Sequence[lists.Entry], Callable[[str], str]]] = [
        ("persons", "Company", persons, str),
        ("persons by initials", "Company", persons, initials),
        ("persons by initials", "Customer", persons, initials),
        ("sole traders (IP)", "Name", persons, lambda name: f"IP {name.replace(',', ' ')}"),
        ("ships with a mark (M/V)", "Name", ships, lambda name: f"M/V {name}"),
    ]
    rows: list[tuple[object, ...]] = []
    for title, heading, listed, write in asked:
        names = [write(entry.names[0]) for entry in listed]
        hits = screener.screen(subjects(heading, names), limit=None).to_pylist()
        same = {(hit["subject_name"], hit["entry_id"]) for hit in hits if hit["relation"] == "same_party"}
        found = sum((name, entry.entry_id) in same for name, entry in zip(names, listed, strict=True))
        rows.append((title, heading, found, len(names), found / len(names)))
    return rows


def _false(every: dict[str, list[lists.Entry]]) -> list[tuple[object, ...]]:
    from screening import Screener

    tables = {name: lists.table(entries) for name, entries in every.items()}
    screener = Screener([each.append_column("list_id", pa.array([name] * len(each))) for name, each in tables.items()])
    invented = clean(every, clean_names.invented(CLEAN))
    people = clean(every, clean_names.global_people(2 * CLEAN))
    sets = {
        "invented persons": [query.name for query in invented if query.schema == "Person"],
        "invented companies": [query.name for query in invented if query.schema == "Company"],
        "yente's people": [query.name for query in people],
    }
    rows: list[tuple[object, ...]] = []
    for title, names in sets.items():
        for heading in HEADINGS:
            hits = screener.screen(subjects(heading, names), limit=None)
            relations = Counter(hits.column("relation").to_pylist())
            of_list = Counter(hits.column("list_id").to_pylist())
            most = max(of_list.values(), default=0) / len(names)
            rows.append((title, heading, len(names), relations["same_party"], relations["possible_affiliate"], most))
    return rows


def initials(name: str) -> str:
    """ "SURNAME, Given Middle" as "Surname G.M."."""
    family, _, given = name.partition(",")
    letters = [word[0].upper() for word in given.replace(".", " ").split() if word[0].isalpha()][:2]
    return f"{family.title()} {''.join(f'{letter}.' for letter in letters)}".strip()


def subjects(heading: str, names: Sequence[str]) -> pa.Table:
    """The subjects of a party table with one column of names, as the toolkit reads it."""
    from screening.intake.parties import read_parties

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "parties.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow((heading, "Country"))
            writer.writerows((name, "") for name in names)
        return read_parties([path]).subjects


if __name__ == "__main__":
    main()
