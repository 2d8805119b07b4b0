"""How long a name may be that is to be compared with others."""

from __future__ import annotations

from typing import Final

MOST: Final = 1_000
"""Characters; the longest names on any list have some four hundred. What is longer is damage or several cells in one,
and what it takes to read names grows faster than their length.
"""


def why_too_long(name: str) -> str | None:
    """What is wrong with a name that is too long; None where it is not."""
    return f"the name has {len(name):,} characters, and no name has more than {MOST:,}" if len(name) > MOST else None
