"""A row of the labelled sets."""

from __future__ import annotations

import hashlib

COLUMNS = ("pair_id", "half", "left", "right", "schema", "language", "class", "label", "note")
Pair = dict[str, str]


def make(left: str, right: str, schema: str, language: str, kind: str, label: str, note: str = "") -> Pair:
    """One row; its id follows from its content, so that adding pairs renames none."""
    digest = hashlib.sha256(f"{left}|{right}|{schema}".encode()).hexdigest()[:10]
    cells = (digest, "", left, right, schema, language, kind, label, note)
    return dict(zip(COLUMNS, cells, strict=True))
