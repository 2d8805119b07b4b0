"""Names looked for among listed names: likely pairs found, scored with care, and those that pass kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from screening.matching.holdings import Holdings
from screening.matching.name_index import NameIndex, comparable
from screening.matching.scoring import Score, score
from screening.matching.weights import weights
from screening.names.parsing import mode_of, name_words, parse
from screening.names.word import make_together

Query = tuple[str, str | None]
"""A name, and the schema of what it names; None when nothing is known."""

BATCH: Final = 5_000
"""Queries whose likely pairs are looked for in one go; the result does not depend on it."""
TOGETHER: Final = 50
"""Likely pairs from which their words are made together."""
AFFILIATE_RARITY: Final = 0.7
"""A listed name must hold a word this rare for a longer name to be a possible affiliate of it."""


class NameHit(NamedTuple):
    """A listed text that a query matches: its number, the score and the relation."""

    text: int
    score: Score
    relation: str


def search(queries: Sequence[Query], holdings: Holdings, index: NameIndex, threshold: float) -> list[list[NameHit]]:
    """The listed texts each query matches, in the order of their numbers."""
    found: list[list[NameHit]] = []
    for start in range(0, len(queries), BATCH):
        found += _batch(queries[start : start + BATCH], holdings, index, threshold)
    return found


def _batch(queries: Sequence[Query], holdings: Holdings, index: NameIndex, threshold: float) -> list[list[NameHit]]:
    hits: list[list[NameHit]] = [[] for _ in queries]
    pairs = index.likely(queries, threshold)
    likely = [
        (query, number, *holdings.text(number))
        for query, number in zip(*(each.tolist() for each in pairs), strict=True)
    ]
    if len(likely) > TOGETHER:
        parsed = {queries[query][0] for query, *_ in likely} | {listed for _, _, listed, _ in likely}
        make_together({token for name in parsed for token in name_words(name)})
    for query, number, listed, family in likely:
        name, schema = queries[query]
        if not comparable(schema, family):
            continue
        mode = mode_of(family, name, listed)
        result = score(parse(name, mode), parse(listed, mode))
        relation = relation_of(result, listed, threshold)
        if relation is not None:
            hits[query].append(NameHit(number, result, relation))
    return hits


def relation_of(result: Score, listed: str, threshold: float) -> str | None:
    """What a scored pair is to be reported as at a threshold; None when not at all."""
    if result.value >= threshold and (result.value >= weights().threshold or not result.holds_right):
        return "same_party"
    if result.holds_right and (result.value >= threshold or _telling(listed)):
        return "possible_affiliate"
    return None


@lru_cache(maxsize=1 << 14)
def _telling(listed: str) -> bool:
    """Whether a listed name holds a word rare enough that a longer name with it hints at the same house."""
    return any(
        part.kind == "name" and part.rarity >= AFFILIATE_RARITY and len(part.text) > 3
        for part in parse(listed, "organisation").parts
    )
