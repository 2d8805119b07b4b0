"""Words of ships' names that registers shorten: "NTRA. SRA. DEL ROSARIO", "STA. MARIA"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from screening.names.phrases import Phrase
from screening.reference import table

SHORTEST_BEHIND: Final = 3
"""Letters of the word that must follow: what stands alone is a name or initials."""


@cache
def _whole() -> dict[Phrase, Phrase]:
    rows = table("words/ship_names_short.tsv").rows
    return {tuple(row["short"].split()): tuple(row["whole"].split()) for row in rows}


@cache
def _longest() -> dict[str, int]:
    """By the first word of what is short: the words it has at most."""
    found: dict[str, int] = {}
    for short in _whole():
        found[short[0]] = max(found.get(short[0], 0), len(short))
    return found


def written_out(tokens: Sequence[str]) -> list[str]:
    """The folded words of a ship's name, those that are shortened written out."""
    if _longest().keys().isdisjoint(tokens):
        return list(tokens)
    found: list[str] = []
    at = 0
    while at < len(tokens):
        for size in range(_longest().get(tokens[at], 0), 0, -1):
            whole = _whole().get(tuple(tokens[at : at + size]))
            if whole and any(len(word) >= SHORTEST_BEHIND for word in tokens[at + size :]):
                found.extend(whole)
                at += size
                break
        else:
            found.append(tokens[at])
            at += 1
    return found
