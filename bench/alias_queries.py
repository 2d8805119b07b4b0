"""What is looked up: aliases held out of the index, and clean names."""

from __future__ import annotations

import random
from dataclasses import dataclass

from bench import listed_names as lists

SEED = 20260820
DEV_SEED = 8
"""Clean names to look at while the matcher is built are of another seed than those that are measured."""


@dataclass(frozen=True, slots=True)
class Query:
    """A name to look up; ``answer`` is the entry it belongs to, empty for a clean name."""

    name: str
    schema: str
    answer: str = ""


def is_dev(entry: lists.Entry) -> bool:
    """Whether an entry may be looked at while the matcher is built: its id ends in an even digit."""
    return entry.entry_id[-1] in "02468"


def held_out(
    entries: list[lists.Entry], count: int, seed: int = SEED, half: str = ""
) -> tuple[list[lists.Entry], list[Query]]:
    """The entries less one alias each of ``count`` of them, and those aliases as queries; of one half, if given."""
    eligible = [
        at
        for at, entry in enumerate(entries)
        if len(entry.names) > 1 and (not half or is_dev(entry) is (half == "dev"))
    ]
    rng = random.Random(seed)
    chosen = set(rng.sample(eligible, min(count, len(eligible))))
    rest, queries = [], []
    for at, entry in enumerate(entries):
        if at not in chosen:
            rest.append(entry)
            continue
        others = {key(name) for name in entry.names}
        aliases = [name for name in entry.names[1:] if key(name) != key(entry.names[0])]
        if not aliases or len(others) < 2:
            rest.append(entry)
            continue
        alias = rng.choice(aliases)
        names = [name for name in entry.names if key(name) != key(alias)]
        rest.append(lists.Entry(entry.entry_id, entry.schema, names, entry.weak))
        queries.append(Query(alias, entry.schema, entry.entry_id))
    return rest, queries


def clean(entries_of: dict[str, list[lists.Entry]], people: list[tuple[str, str]]) -> list[Query]:
    """Clean names as queries, less those that are listed word for word."""
    listed = {key(name) for entries in entries_of.values() for entry in entries for name in entry.names}
    return [Query(name, schema) for name, schema in people if key(name) not in listed]


def key(name: str) -> str:
    """The words of a name in alphabetical order, letters and digits only."""
    text = "".join(char if char.isalnum() else " " for char in name.casefold())
    return " ".join(sorted(text.split()))
