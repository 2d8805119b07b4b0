"""What tells that a word is spelled as a language does, or is not (``scripts/spelling_signs.tsv``)."""

from __future__ import annotations

import re
from functools import cache

from screening.reference import table


def sign(name: str) -> re.Pattern[str]:
    """The pattern of a sign, by its name in the table."""
    return _signs()[name]


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    return {row["sign"]: re.compile(row["pattern"]) for row in table("scripts/spelling_signs.tsv").rows}
