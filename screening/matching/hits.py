"""Hits put in order and made a table of `model.MATCHES`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

import pyarrow as pa

from screening.matching.explanation import explain
from screening.matching.holdings import Holdings
from screening.matching.scores import Score
from screening.model import MATCHES, NAME_TYPES

WEAK_HANDICAP: Final = 0.1
"""How much better a weak alias must score than a name that supports a strong match."""
_NOTHING: Final = MATCHES.empty_table()
_FIRST: Final = {name_type: place for place, name_type in enumerate(NAME_TYPES)}


class Hit(NamedTuple):
    """One subject's best name of one entry, or the identifier they share.

    ``ground`` is the score with its lines, or a note on the identifier.
    """

    subject_name: str
    entry: int
    matched_name: str
    name_type: str
    score: float
    relation: str
    matched_on: str
    ground: Score | str


def choice(hit: Hit) -> tuple[Any, ...]:
    """Which of an entry's names to show: the best, a weak alias only where it is clearly better than the others."""
    handicap = WEAK_HANDICAP if hit.name_type == "weak_alias" else 0.0
    return (hit.matched_on != "identifier", handicap - hit.score, *rank(hit)[2:])


def rank(hit: Hit) -> tuple[Any, ...]:
    """Best first: identifiers, then by score, the same party before an affiliate, a primary name before an alias."""
    return (
        hit.matched_on != "identifier",
        -hit.score,
        hit.relation != "same_party",
        _FIRST.get(hit.name_type, len(_FIRST)),
        hit.matched_name,
        hit.subject_name,
    )


def matches(found: Mapping[str, Mapping[tuple[int, str], Hit]], holdings: Holdings, limit: int | None) -> pa.Table:
    """The table: subjects in the order given, each one's best first, at most ``limit`` entries of a list for a name."""
    rows: list[dict[str, Any]] = []
    for subject_id, hits in found.items():
        counts: dict[tuple[str, str], set[int]] = defaultdict(set)
        for hit, entry in _sorted(hits.values(), holdings):
            taken = counts[hit.subject_name, entry.snapshot_id]
            if limit is not None and hit.entry not in taken and len(taken) >= limit:
                continue
            taken.add(hit.entry)
            rows.append(_row(subject_id, hit, entry))
    return pa.Table.from_pylist(rows, schema=MATCHES) if rows else _NOTHING


def _sorted(hits: Iterable[Hit], holdings: Holdings) -> list[tuple[Hit, Any]]:
    both = [(hit, holdings.entry(hit.entry)) for hit in hits]
    # Equal ones stand by list and entry, so that the order of the lists does not matter.
    both.sort(key=lambda each: (rank(each[0])[:3], each[1].list_id, each[1].snapshot_id, each[1].entry_id))
    return both


def _row(subject_id: str, hit: Hit, entry: Any) -> dict[str, Any]:
    explanation, parts = (hit.ground, []) if isinstance(hit.ground, str) else _told(hit.ground)
    return {
        "subject_id": subject_id,
        "subject_name": hit.subject_name,
        "list_id": entry.list_id,
        "snapshot_id": entry.snapshot_id,
        "list_date": entry.list_date,
        "entry_id": entry.entry_id,
        "entry_name": entry.name,
        "matched_name": hit.matched_name,
        "name_type": hit.name_type,
        "schema": entry.schema,
        "measure": list(entry.measures),
        "matched_on": hit.matched_on,
        "relation": hit.relation,
        "score": hit.score,
        "explanation": explanation,
        "parts": parts,
    }


def _told(score: Score) -> tuple[str, list[dict[str, Any]]]:
    """The score in words, and its lines."""
    parts = [
        {
            "subject": line.left,
            "entry": line.right,
            "how": line.how,
            "scheme": line.scheme,
            "weight": line.weight,
            "points": line.points,
        }
        for line in score.lines
    ]
    return explain(score), parts
