"""Text made safe for a cell: what a spreadsheet would run, choke on, or cut is dealt with and counted."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

MAX_CELL: Final = 32_767
"""Characters Excel keeps in a cell, counted in UTF-16 units."""
MAX_ROWS: Final = 1_048_576
MAX_LINKS: Final = 65_000
"""Excel takes 65,530 links on a sheet and calls a file with more of them damaged."""
MAX_URL: Final = 2_079
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")

# Control characters, lone surrogates and noncharacters have no place in XML; marks that turn the reading
# direction round can make one name look like another, and no name needs them.
_REMOVED: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_NOTE: Final = " … [cut; whole in the Parquet table]"


class Cleaner:
    """Cleans texts and counts what it did: ``control_characters``, ``cut_cells``, ``formula_like``."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def clean(self, text: str) -> str:
        """The text without what a cell cannot hold, at most `MAX_CELL` long."""
        kept, removed = _REMOVED.subn("", text.replace("\r\n", "\n"))
        if removed:
            self.counts["control_characters"] += removed
        if len(kept) * 2 > MAX_CELL and _units(kept) > MAX_CELL:
            self.counts["cut_cells"] += 1
            kept = _cut(kept, MAX_CELL - len(_NOTE)) + _NOTE
        if is_formula_like(kept):
            self.counts["formula_like"] += 1
        return kept


def is_formula_like(text: str) -> bool:
    """Whether a spreadsheet, or a program that reads its export, might take the text for a formula."""
    return text.startswith(FORMULA_STARTS)


def is_web_address(text: str | None) -> bool:
    """Whether it may become a link: http or https only, printable, not too long for Excel."""
    return (
        bool(text)
        and text is not None
        and text.lower().startswith(("http://", "https://"))
        and text.isprintable()
        and " " not in text
        and len(text) <= MAX_URL
    )


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore")
