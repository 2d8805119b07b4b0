"""Names looked for among listed names: likely pairs found, scored with care, and those that pass kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from screening.matching.affiliates import tells_a_house
from screening.matching.holdings import Holdings
from screening.matching.name_index import MARGIN, LikelyPair, NameIndex, comparable
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


class NameHit(NamedTuple):
    """A listed text that a query matches: its number, the score and the relation."""

    text: int
    score: Score
    relation: str


def search(queries: Sequence[Query], holdings: Holdings, index: NameIndex, threshold: float) -> list[list[NameHit]]:
    """The listed texts each query matches; of one entry's names, at least the best."""
    found: list[list[NameHit]] = []
    for start in range(0, len(queries), BATCH):
        found += _batch(queries[start : start + BATCH], holdings, index, threshold)
    return found


def _batch(queries: Sequence[Query], holdings: Holdings, index: NameIndex, threshold: float) -> list[list[NameHit]]:
    likely = index.likely(queries, threshold)
    if len(likely) > TOGETHER:
        names = {queries[pair.query][0] for pair in likely} | {holdings.text(pair.name)[0] for pair in likely}
        make_together({token for name in names for token in name_words(name)})
    hits: list[list[NameHit]] = [[] for _ in queries]
    for number, pairs in groupby(likely, key=lambda pair: pair.query):
        hits[number] = _scored(queries[number], pairs, holdings, threshold)
    return hits


def _scored(query: Query, pairs: Iterable[LikelyPair], holdings: Holdings, threshold: float) -> list[NameHit]:
    """The hits of one query, its likely pairs given best first; what cannot better its entries is passed over."""
    name, schema = query
    hits: list[NameHit] = []
    best: dict[int, float] = {}
    scores: dict[tuple[str, tuple[str, ...]], Score] = {}
    for pair in pairs:
        entries = holdings.entries_of_text(pair.name)
        if best and all(best.get(entry, 0.0) >= pair.bound + MARGIN for entry in entries):
            continue
        listed, family = holdings.text(pair.name)
        if not comparable(schema, family):
            continue
        mode = mode_of(family, name, listed)
        if family == "LegalEntity" and mode not in pair.modes:
            continue  # such names are indexed in both modes: in the one that counts it was not likely
        same = (mode, name_words(listed))  # names are compared by their words alone
        result = scores.get(same)
        if result is None:
            result = scores[same] = score(parse(name, mode), parse(listed, mode))
        relation = relation_of(result, listed, threshold, schema)
        if relation is None:
            continue
        hits.append(NameHit(pair.name, result, relation))
        if relation == "same_party":
            for entry in entries:
                best[entry] = max(best.get(entry, 0.0), result.value)
    return hits


def relation_of(result: Score, listed: str, threshold: float, schema: str | None) -> str | None:
    """What a scored pair is to be reported as at a threshold; None when not at all.

    A person, known to be one, is no affiliate of a party whose name holds the person's.
    """
    if result.value >= threshold and (result.value >= weights().threshold or not result.holds_right):
        return "same_party"
    if result.holds_right and (result.value >= threshold or (schema != "Person" and tells_a_house(listed))):
        return "possible_affiliate"
    return None
