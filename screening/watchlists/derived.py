"""Ids for entries whose publisher gives none, out of what does not change when an entry is edited."""

from __future__ import annotations

import re
from datetime import date

from screening.names.folding import fold

_LONGEST = 160
_NO_WORD = re.compile(r"(?<!\d)\.|\.(?!\d)|[^\w.]|_")
"""All but letters, digits and the point between digits ("Part 1.1")."""


def key(*parts: str | date | None) -> str:
    """``dpl``, a date and a name → ``dpl:2003-06-19:i-ash``; folded, so that case and spacing do not
    matter."""
    texts = [part.isoformat() if isinstance(part, date) else "-".join(_words(part or "")) for part in parts]
    return ":".join(text for text in texts if text)[:_LONGEST]


def _words(text: str) -> list[str]:
    return _NO_WORD.sub(" ", fold(text)).split()
