"""Letters that are written together for one sound, or for one letter of another script (sh, ts, дж)."""

from __future__ import annotations

from functools import cache
from typing import Literal

from screening.reference import table


@cache
def letter_groups(counts: Literal["acronym", "initial", "consonant"]) -> tuple[str, ...]:
    """The folded groups that count as one letter there (``scripts/letter_groups.tsv``), the longest first."""
    rows = table("scripts/letter_groups.tsv").rows
    return tuple(sorted((row["letters"] for row in rows if counts in row["counts"].split()), key=len, reverse=True))


@cache
def initials_of_groups() -> dict[str, str]:
    """The letters that groups are as initials, where that is not their first (Ye. is Е)."""
    return {row["letters"]: row["initial"] for row in table("scripts/letter_groups.tsv").rows if row["initial"]}


@cache
def _beginnings() -> dict[str, tuple[str, ...]]:
    return {row["letter"]: tuple(row["begins"].split()) for row in table("scripts/initials_spelled.tsv").rows}


def beginnings(initial: str) -> tuple[str, ...]:
    """What names may begin with in other countries' spelling that are cut to a folded Latin letter (X. for Khayyam)."""
    return _beginnings().get(initial, ())
