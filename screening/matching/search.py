"""Names looked for among listed names: likely pairs found, scored with care, and those that pass kept."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from screening.matching.affiliates import is_named_as_persons, tells_a_house
from screening.matching.cut_names import is_cut
from screening.matching.hits import WEAK_HANDICAP
from screening.matching.holdings import Holdings
from screening.matching.name_index import MARGIN, LikelyPair, NameIndex, comparable, schema_between
from screening.matching.scores import Score
from screening.matching.scoring import score
from screening.matching.several import are_said_alike
from screening.matching.weights import weights
from screening.names.nicknames import is_nicknamed
from screening.names.other_names import is_apart, is_short_for, is_within, names_of
from screening.names.parsing import mode_of, name_words, parse
from screening.names.word import make_together

Query = tuple[str, str | None]
"""A name, and the schema of what it names; None when nothing is known."""

BATCH: Final = 5_000
"""Queries whose likely pairs are looked for in one go; the result does not depend on it."""
TOGETHER: Final = 50
"""Likely pairs from which their words are made together."""


UNKNOWN: Final = frozenset({None, "LegalEntity"})
"""Schemas of subjects that may be persons."""
LEAST_SHOWN: Final = 0.01
"""Names that share less share nothing, however low the threshold."""


class NameHit(NamedTuple):
    """A listed text that a query matches: its number, the score and the relation."""

    text: int
    score: Score
    relation: str


def search(
    queries: Sequence[Query], holdings: Holdings, index: NameIndex, threshold: float, limit: int | None = None
) -> list[list[NameHit]]:
    """The listed texts each query matches; of one entry's names, at least the best.

    With a ``limit``, names that cannot be among so many best entries of their list are passed over.
    """
    within, every = _every(queries)
    hits: list[list[NameHit]] = []
    for start in range(0, len(every), BATCH):
        hits += _batch(every[start : start + BATCH], holdings, index, threshold, limit)
    if len(every) == len(queries):
        return hits
    found, at = [], 0
    for names, (text, _) in zip(within, queries, strict=True):
        mine = [_told(_meant(hits[at + n], name, text, holdings), name, text, holdings) for n, name in enumerate(names)]
        found.append(_together(mine))
        at += len(names)
    return found


def likely(
    queries: Sequence[Query], holdings: Holdings, index: NameIndex, threshold: float
) -> list[list[tuple[int, float]]]:
    """The listed texts that each query is worth scoring with, and the most each can score: what `search` looks at."""
    within, every = _every(queries)
    owner = [number for number, names in enumerate(within) for _ in names]
    found: list[list[tuple[int, float]]] = [[] for _ in queries]
    for start in range(0, len(every), BATCH):
        some = every[start : start + BATCH]
        for pair in _with_cut(index.likely(some, threshold), some, holdings, index):
            found[owner[start + pair.query]].append((pair.name, pair.bound))
    return found


def _every(queries: Sequence[Query]) -> tuple[list[tuple[str, ...]], list[Query]]:
    """The names each query holds; and all of them, one query after the other."""
    within = [names_of(name, schema) for name, schema in queries]
    return within, [(name, schema) for names, (_, schema) in zip(within, queries, strict=True) for name in names]


def _meant(hits: list[NameHit], name: str, text: str, holdings: Holdings) -> list[NameHit]:
    """The hits of a name in a text without those of initials where both texts say what they stand for: that decides;
    and of a telescoped name taken apart, or a nickname, without those of other such names that say something else.
    """
    if hits and is_short_for(name, text):
        return [hit for hit in hits if not _is_on_lists(is_short_for, hit.text, holdings)]
    if hits and is_nicknamed(name, text):
        return [hit for hit in hits if not _is_on_lists(is_nicknamed, hit.text, holdings)]
    if hits and is_apart(name, text):
        return [
            hit
            for hit in hits
            if not _is_on_lists(is_apart, hit.text, holdings) or are_said_alike(name, holdings.text(hit.text)[0])
        ]
    return hits


def _is_on_lists(such: Callable[[str, str], bool], number: int, holdings: Holdings) -> bool:
    """Whether a listed text is nowhere more than such a name of the text it stands in."""
    listed = holdings.text(number)[0]
    return all(such(listed, holdings.name(row)[0]) for row in holdings.rows_of_text(number))


def _told(hits: list[NameHit], name: str, text: str, holdings: Holdings) -> list[NameHit]:
    """The hits of a name in a text; where it is another name of the body that the text names, they say so."""
    if not hits or is_within(name, text):
        return hits
    return [
        hit._replace(score=hit.score.told_of(text, name, literally=_stands_on_a_list(hit.text, holdings)))
        for hit in hits
    ]


def _stands_on_a_list(number: int, holdings: Holdings) -> bool:
    """Whether a listed text is anywhere more than another name of the body that a list names."""
    listed = holdings.text(number)[0]
    return any(is_within(listed, holdings.name(row)[0]) for row in holdings.rows_of_text(number))


def _together(several: Sequence[list[NameHit]]) -> list[NameHit]:
    """The hits of the names in one text: of each listed text the best."""
    if len(several) == 1:
        return several[0]
    best: dict[int, NameHit] = {}
    for hits in several:
        for hit in hits:
            if hit.text not in best or hit.score.value > best[hit.text].score.value:
                best[hit.text] = hit
    return list(best.values())


def _batch(
    queries: Sequence[Query], holdings: Holdings, index: NameIndex, threshold: float, limit: int | None
) -> list[list[NameHit]]:
    likely = _with_cut(index.likely(queries, threshold), queries, holdings, index)
    if len(likely) > TOGETHER:
        names = {queries[pair.query][0] for pair in likely} | {holdings.text(pair.name)[0] for pair in likely}
        make_together({token for name in names for token in name_words(name)})
    hits: list[list[NameHit]] = [[] for _ in queries]
    for number, pairs in groupby(likely, key=lambda pair: pair.query):
        hits[number] = _scored(queries[number], pairs, holdings, threshold, limit)
    return hits


def _with_cut(
    likely: list[LikelyPair], queries: Sequence[Query], holdings: Holdings, index: NameIndex
) -> list[LikelyPair]:
    """The likely pairs, and those of which one name is the other cut within a word: no bound knows what was cut."""
    more = [
        (query, name, mode)
        for query, name, mode in index.begin_alike(queries)
        if is_cut(queries[query][0], holdings.text(name)[0], mode)
    ]
    if not more:
        return likely
    found = {(pair.query, pair.name): pair for pair in likely}
    for query, name, mode in more:
        known, modes = found.get((query, name)), frozenset({mode})
        found[query, name] = LikelyPair(query, name, 1.0, modes if known is None else known.modes | modes)
    return sorted(found.values(), key=lambda pair: (pair.query, -pair.bound, pair.name))


def _scored(
    query: Query, pairs: Iterable[LikelyPair], holdings: Holdings, threshold: float, limit: int | None
) -> list[NameHit]:
    """The hits of one query, its likely pairs given best first; what cannot better its entries is passed over."""
    name, schema = query
    hits: list[NameHit] = []
    best = _Best(holdings, limit)
    scores: dict[tuple[str, tuple[str, ...], tuple[str, ...]], Score] = {}
    for pair in pairs:
        if best.suffices(pair.name, pair.bound + MARGIN):
            continue
        listed, family = holdings.text(pair.name)
        if not comparable(name, schema, listed, family):
            continue
        mode = mode_of(schema_between(schema, family), name, listed)
        if family == "LegalEntity" and mode not in pair.modes:
            continue  # such names are indexed in both modes: in the one that counts it was not likely
        before, comma, _ = listed.partition(",")
        # Names are compared by their words alone, and by which of them a comma tells to be the family name.
        same = (mode, name_words(listed), name_words(before) if comma else ())
        result = scores.get(same)
        if result is None:
            result = scores[same] = score(parse(name, mode), parse(listed, mode))
        relation = relation_of(result, query, listed, threshold)
        if relation is None:
            continue
        hits.append(NameHit(pair.name, result, relation))
        best.add(pair.name, result.value, relation)
    return hits


BOUND_TOO_LOW: Final = 0.05
"""How far a bound may lie below the score: the best entry must not be cut off by the limit for that."""


class _Best:
    """The best score of each entry so far, and for each list the least of its ``limit`` best entries."""

    def __init__(self, holdings: Holdings, limit: int | None) -> None:
        self.holdings = holdings
        self.limit = limit
        self.same_party: dict[int, float] = {}
        self.of_list: dict[int, dict[int, float]] = defaultdict(dict)
        self.floor: dict[int, float] = {}

    def suffices(self, text: int, most: float) -> bool:
        """Whether a text that scores so much at most cannot change what is shown of any of its entries."""
        if not self.of_list:
            return False
        return all(
            self.same_party.get(entry, 0.0) >= most
            or self.floor.get(self.holdings.list_of(entry), 0.0) > most + BOUND_TOO_LOW
            for entry in self.holdings.entries_of_text(text)
        )

    def add(self, text: int, value: float, relation: str) -> None:
        """Take note of a hit; a weak alias counts for less, since a better name would be shown in its place."""
        for row, entry in zip(self.holdings.rows_of_text(text), self.holdings.entries_of_text(text), strict=True):
            weak = self.holdings.is_weak(row)
            counted = value - (WEAK_HANDICAP if weak else 0.0)
            if relation == "same_party":
                self.same_party[entry] = max(self.same_party.get(entry, 0.0), counted)
            elif weak:
                continue  # no affiliate by a weak alias
            if self.limit is not None:
                one = self.holdings.list_of(entry)
                known = self.of_list[one]
                known[entry] = max(known.get(entry, 0.0), counted)
                if len(known) >= self.limit:
                    self.floor[one] = heapq.nlargest(self.limit, known.values())[-1]
            else:
                self.of_list[0][entry] = value


def relation_of(result: Score, query: Query, listed: str, threshold: float) -> str | None:
    """What a scored pair is to be reported as at a threshold; None when not at all.

    A person is no affiliate of a party whose name holds the person's: one known to be one, or of whom nothing but a
    word that persons bear meets the other name, where it is not known to be a firm's.
    """
    if result.value >= max(threshold, LEAST_SHOWN) and (result.value >= weights().threshold or not result.holds_right):
        return "same_party"
    if not result.holds_right:
        return None
    if result.value >= threshold:
        return "possible_affiliate"
    name, schema = query
    if schema == "Person" or not tells_a_house(listed):
        return None
    if schema in UNKNOWN and is_named_as_persons(name, result):
        return None
    return "possible_affiliate"
