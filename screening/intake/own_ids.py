"""Ids of parties that their file gives none."""

from __future__ import annotations

import hashlib
from typing import Any

from screening.names.folding import fold


def own_id(name: str, facts: dict[str, Any]) -> str:
    """An id from what a row says of the party, the same in any file, row and order of columns."""
    parts = [fold(name)]
    if facts:
        parts += [
            ",".join(sorted(facts["country"])),
            facts["birth_date"] or "",
            facts["incorporated_on"] or "",
            ",".join(sorted(each["number"] for each in facts["identifiers"])),
        ]
    return "p-" + hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]
