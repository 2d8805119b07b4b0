"""National forms of one given name: a person listed as Vladimir is Volodymyr in the passport."""

from __future__ import annotations

from functools import cache

from screening import reference
from screening.names.keys import Key

SCHEME = "national form of a given name (Slavic)"


@cache
def _forms() -> dict[str, str]:
    """Cyrillic form or Latin spelling → the spelling that stands for all of them."""
    found: dict[str, str] = {}
    for row in reference.table("scripts/names_slavic.tsv").rows:
        spellings = row["spellings"].split()
        for each in (*row["forms"].split(), *spellings):
            found.setdefault(each, spellings[0])
    return found


def key(word: str) -> Key | None:
    """The reading that all national forms of a folded given name share, or None for any other word."""
    spelling = _forms().get(word)
    return Key(spelling, SCHEME) if spelling else None
