"""Choosing the few listed names worth scoring for each query, without looking at every pair.

Queries and listed names become rows of sparse matrices over terms (`screening.matching.terms`), weighted by rarity
and of length 1. Between them stands a sparse matrix of how near two terms can be at most. The product of the three
bounds from above, but for the cut, how alike two names are; the best of each query are its candidates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from screening.matching import terms
from screening.names.parsing import LIGHT, ParsedName, name_words
from screening.names.scripts import script_of
from screening.names.vocabulary import heads_phrase, segment, split_glued, surname_length

CUT: Final = 0.5
"""Candidates below this nearness cannot score at any sensible threshold (measured by ``bench/names.py --index``)."""
MOST_CANDIDATES: Final = 80
LONGEST_JOIN: Final = 24
MOST_WORDS: Final = 24
ACRONYM: Final = range(4, 9)
GLUED: Final = frozenset({"Han", "Hangul", "Kana", "Mixed"})
THREADS: Final = 2

Bag = dict[str, float]


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a query is looked up by.

    Attributes:
        bag: Its terms and their weights; of length 1.
        essence: Meanings and sounds of its words, but for the light ones: what a cheap look compares.
    """

    bag: Bag
    essence: str


def lookup(name: str) -> Lookup:
    """The terms and the essence of a name to be looked up, whatever it names."""
    bag: Bag = {}
    carried: list[str] = []
    found: list[str] = []
    for text, phrase in _phrases(pieces_of(name)):
        value = terms.weight(text)
        if phrase:
            for concept in phrase:
                bag[concept] = terms.MEANING_WEIGHT
            found.append(phrase[0])
        elif value > terms.LIGHT:
            meant = terms.concepts(text)
            for concept in meant:
                bag[concept] = terms.MEANING_WEIGHT
            found.append(meant[0] if meant else terms.first_sound(text))
        if value > terms.LIGHT:
            carried.append(text)
        bag[text] = max(bag.get(text, 0.0), value)
    norm = _norm(bag)
    _join(bag, carried, "*")
    if len(carried) in ACRONYM:
        bag["~" + "".join(text[0] for text in carried)] = terms.ACRONYM_WEIGHT * norm
    return Lookup({term: value / norm for term, value in bag.items()}, " ".join(found))


def pieces_of(name: str) -> list[str]:
    """The folded words of a name, those written without spaces between them taken apart."""
    pieces = name_words(name)[:MOST_WORDS]
    return list(pieces) if name.isascii() else list(chain.from_iterable(map(_unglue, pieces)))


def _phrases(pieces: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each word with the meanings of the phrase it begins; the words of a legal form of several words left out."""
    if not any(map(heads_phrase, pieces)):
        for text in pieces:
            yield text, ()
        return
    for found in segment(pieces):
        taken = pieces[found.start : found.end]
        if len(taken) == 1:
            yield taken[0], ()
        elif not any(meaning.kind in terms.DROPPED_KINDS for meaning in found.meanings):
            meant = terms.concepts(*taken)
            for i, text in enumerate(taken):
                yield text, meant if i == 0 else ()


def lookup_of_listed(parsed: ParsedName) -> Lookup:
    """The terms and the essence of a listed name."""
    bag: Bag = {}
    carried: list[str] = []
    found: list[str] = []
    for part in parsed.parts:
        if part.kind in LIGHT:
            continue
        meant = sorted(f"={concept}" for concept in part.concepts) if part.kind in terms.CONCEPT_KINDS else []
        for concept in meant:
            bag[concept] = terms.MEANING_WEIGHT
        for each in part.words:
            bag[each.text] = max(bag.get(each.text, 0.0), terms.weight(each.text))
            carried.append(each.text)
        found += meant[:1] or [terms.first_sound(each.text) for each in part.words]
    for part in parsed.parts:
        if part.kind in LIGHT:
            for each in part.words:
                bag.setdefault(each.text, terms.LIGHT)
    norm = _norm(bag)
    _join(bag, carried, "+")
    if parsed.mode == "organisation" and len(carried) in ACRONYM:
        bag["~" + "".join(text[0] for text in carried)] = terms.ACRONYM_WEIGHT * norm
    elif parsed.mode == "organisation" and len(carried) == 1 and len(carried[0]) in ACRONYM:
        bag["~" + carried[0]] = terms.ACRONYM_WEIGHT * norm
    return Lookup({term: value / norm for term, value in bag.items()}, " ".join(found))


def _unglue(token: str) -> list[str]:
    if token.isascii() or script_of(token) not in GLUED:
        return [token]
    pieces = split_glued(token)
    family = surname_length(token) if 2 <= len(token) <= 5 else 0
    return [*pieces, token[:family], token[family:]] if 0 < family < len(token) else pieces


def _norm(bag: Bag) -> float:
    return max(1e-6, float(np.sqrt(sum(value * value for value in bag.values()))))


def _join(bag: Bag, carried: Sequence[str], mark: str) -> None:
    """Add neighbours written together, marked, worth both: ``win sun`` meets ``winsun``."""
    for first, second in zip(carried, carried[1:], strict=False):
        joined = first + second
        if len(joined) <= LONGEST_JOIN:
            bag.setdefault(mark + joined, bag.get(first, 0.0) + bag.get(second, 0.0))
    if 3 <= len(carried) <= 4:
        whole = "".join(carried)
        if len(whole) <= LONGEST_JOIN:
            bag.setdefault(mark + whole, sum(bag.get(text, 0.0) for text in carried))


@dataclass(frozen=True, slots=True)
class Candidates:
    """Likely pairs: ``query`` and ``name`` are row numbers, side by side; ``nearness`` the bound."""

    query: np.ndarray
    name: np.ndarray
    nearness: np.ndarray


class CandidateIndex:
    """Listed names by their terms; arrays only, so that it is saved, loaded and pickled as it stands.

    Attributes:
        term_count: Number of different terms.
        key_hash: Sorted 32-bit hashes of the terms' keys.
        key_term: The term each hash belongs to.
        key_kind: Its kind (`terms`).
        names: Sparse matrix, terms × names.
    """

    def __init__(
        self, key_hash: np.ndarray, key_term: np.ndarray, key_kind: np.ndarray, names: sparse.csr_matrix
    ) -> None:
        self.key_hash = key_hash
        self.key_term = key_term
        self.key_kind = key_kind
        self.names = names

    @classmethod
    def build(cls, bags: Iterable[Bag]) -> CandidateIndex:
        """Index listed names given as bags of terms, in order."""
        number: dict[str, int] = {}
        rows, columns, values = [], [], []
        count = 0
        for row, bag in enumerate(bags):
            count = row + 1
            for term, value in bag.items():
                columns.append(number.setdefault(term, len(number)))
                rows.append(row)
                values.append(value)
        matrix = sparse.csr_matrix(
            (np.asarray(values, np.float32), (np.asarray(columns, np.int32), np.asarray(rows, np.int32))),
            shape=(len(number), count),
        )
        hashes, owners, kinds = _keys(number)
        order = np.argsort(hashes, kind="stable")
        return cls(hashes[order], owners[order], kinds[order], matrix)

    def search(
        self, bags: Sequence[Bag], *, cut: float = CUT, most: int = MOST_CANDIDATES, threads: int = THREADS
    ) -> Candidates:
        """The candidates of each query, the nearest first; ties in the order of the listed names."""
        number: dict[str, int] = {}
        pointers, columns, values = [0], [], []
        for bag in bags:
            for term, value in bag.items():
                columns.append(number.setdefault(term, len(number)))
                values.append(value)
            pointers.append(len(columns))
        if not number or not self.names.shape[1]:
            nothing = np.empty(0, np.int64)
            return Candidates(nothing, nothing, np.empty(0, np.float32))
        queries = sparse.csr_matrix(
            (np.asarray(values, np.float32), np.asarray(columns, np.int32), np.asarray(pointers, np.int32)),
            shape=(len(bags), len(number)),
        )
        spread = queries @ self._near(number)
        found = sp_matmul_topn(
            spread, self.names, top_n=min(most, self.names.shape[1]), threshold=cut, sort=True, n_threads=threads
        )
        query = np.repeat(np.arange(len(bags)), np.diff(found.indptr))
        return Candidates(query, found.indices.astype(np.int64), found.data)

    def _near(self, number: dict[str, int]) -> sparse.csr_matrix:
        """Sparse matrix, query terms × listed terms, of how near two terms can be at most."""
        hashes, owners, kinds = _keys(number)
        first = np.searchsorted(self.key_hash, hashes, side="left")
        last = np.searchsorted(self.key_hash, hashes, side="right")
        lengths = last - first
        total = int(lengths.sum())
        starts = np.repeat(first - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
        at = starts + np.arange(total)
        left = np.repeat(owners, lengths).astype(np.int64)
        right = self.key_term[at].astype(np.int64)
        kind = np.maximum(np.repeat(kinds, lengths), self.key_kind[at])
        width = self.names.shape[0]
        value = np.asarray(terms.NEARNESS, np.float32)[kind]
        pair = left * width + right
        order = np.lexsort((-value, pair))
        pair, value = pair[order], value[order]
        keep = np.concatenate(([True], pair[1:] != pair[:-1])) if total else np.empty(0, bool)
        pair, value = pair[keep], value[keep]
        return sparse.csr_matrix((value, (pair // width, pair % width)), shape=(len(number), width))


def _keys(number: dict[str, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    hashes, owners, kinds = [], [], []
    for term, at in number.items():
        for key, kind in terms.query_joined_keys(term[1:]) if term[0] == "*" else terms.keys(term):
            hashes.append(key)
            owners.append(at)
            kinds.append(kind)
    return np.asarray(hashes, np.uint32), np.asarray(owners, np.int32), np.asarray(kinds, np.int8)
