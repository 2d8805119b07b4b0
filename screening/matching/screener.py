"""`Screener`: subjects in, matches out, against the names of one or many lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
import pyarrow as pa
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from screening.errors import SettingsError
from screening.matching.candidates import CandidateIndex, Candidates, Lookup, lookup, lookup_of_listed
from screening.matching.comparison import DEFAULT_THRESHOLD, Comparison, compare_names
from screening.matching.identifiers import AGREEING_NAME, IdentifierIndex
from screening.matching.listed import Entry, Listed, gather
from screening.matching.scoring import score
from screening.matching.subjects import Subject, subjects_of
from screening.matching.tabular import to_arrow
from screening.model import MATCHES, ORGANISATIONS
from screening.names.parsing import mode_of, parse

SURELY: Final = 0.95
"""Candidates this near are scored without a further look."""
BATCH: Final = 5_000
"""Subjects whose candidates are looked for in one go; the result does not depend on it."""
AFFILIATE_RARITY: Final = 0.7
"""A listed name must hold a word this rare for a longer name to be a possible affiliate of it."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """One subject's best name of one entry, or the identifier they share."""

    entry: int
    name: int
    score: float
    relation: str
    matched_on: str
    note: str = ""


class Screener:
    """Finds subjects on lists. Holds only data: it pickles, and screening one batch changes nothing in it.

    Args:
        lists: Snapshots, tables of names, or paths of lists.
        threshold: Matches scoring less are left out, but for possible affiliates, which are always reported.

    Raises:
        SettingsError: The threshold is not between 0 and 1.
        ListError: A list cannot be read.
    """

    def __init__(self, lists: Iterable[Any], *, threshold: float = DEFAULT_THRESHOLD) -> None:
        if not 0.0 < threshold <= 1.0:
            raise SettingsError(
                f"the threshold is {threshold}", remedy="give a number above 0 and at most 1, such as 0.8"
            )
        self.threshold = threshold
        self._listed: Listed = gather(lists)
        self._names: list[tuple[str, str]] = []  # unique: (text, schema family)
        self._rows: list[list[int]] = []  # for each: rows of listed.names
        self._index: CandidateIndex
        self._identifiers = IdentifierIndex(self._listed.identifiers)
        self._build()

    @property
    def snapshots(self) -> tuple[str, ...]:
        """The ids of the snapshots screened against."""
        return self._listed.snapshots

    def __len__(self) -> int:
        """Number of listed names."""
        return len(self._listed.names)

    def _build(self) -> None:
        number: dict[tuple[str, str], int] = {}
        for row, (text, _, entry) in enumerate(self._listed.names):
            key = (text, family(self._listed.entries[entry].schema))
            at = number.setdefault(key, len(number))
            if at == len(self._rows):
                self._rows.append([])
                self._names.append(key)
            self._rows[at].append(row)
        listed = [lookup_of_listed(parse(text, mode_of(schema, text))) for text, schema in self._names]
        self._sounds = np.array([each.essence for each in listed], dtype=object)
        self._index = CandidateIndex.build(each.bag for each in listed)

    def screen(self, subjects: Any, limit: int | None = 5) -> pa.Table:
        """Screen a table of subjects (Arrow, Polars or pandas).

        Args:
            subjects: Needs ``name``; may carry ``subject_id, schema, country`` and identifiers. Rows of one
                subject_id are one subject under several names.
            limit: At most so many entries per list and subject, the best; None for all.

        Returns:
            A table of schema `model.MATCHES`: subjects in the order given, for each the best first.

        Raises:
            InputError: There is no column ``name``, or a schema is unknown.
        """
        records = subjects_of(to_arrow(subjects))
        found: dict[str, dict[tuple[int, str], tuple[_Hit, str]]] = defaultdict(dict)
        order: dict[str, None] = {}
        by_name: dict[tuple[str, str | None], list[_Hit]] = {}
        unique = list(dict.fromkeys((record.name, record.schema) for record in records))
        for start in range(0, len(unique), BATCH):
            batch = unique[start : start + BATCH]
            by_name.update(zip(batch, self._by_name(batch), strict=True))
        for record in records:
            order.setdefault(record.subject_id)
            best = found[record.subject_id]
            for hit in (*by_name[record.name, record.schema], *self._by_identifier(record)):
                key = (hit.entry, hit.matched_on)
                if key not in best or _rank(hit) < _rank(best[key][0]):
                    best[key] = (hit, record.name)
        return self._table(order, found, limit)

    def _by_name(self, queries: Sequence[tuple[str, str | None]]) -> list[list[_Hit]]:
        hits: list[list[_Hit]] = [[] for _ in queries]
        lookups = [lookup(name) for name, _ in queries]
        near = self._index.search([each.bag for each in lookups])
        likely = self._likely(lookups, near)
        for query, name in zip(near.query[likely].tolist(), near.name[likely].tolist(), strict=True):
            text, schema = queries[query]
            listed, listed_family = self._names[name]
            if not comparable(schema, listed_family):
                continue
            mode = mode_of(listed_family, text, listed)
            result = score(parse(text, mode), parse(listed, mode))
            if result.value >= self.threshold:
                relation = "same_party" if result.value >= DEFAULT_THRESHOLD or not result.holds_right else "possible_affiliate"
            elif result.holds_right and _telling(listed):
                relation = "possible_affiliate"
            else:
                continue
            for row in self._rows[name]:
                _, name_type, entry = self._listed.names[row]
                if relation == "possible_affiliate" and name_type == "weak_alias":
                    continue
                hits[query].append(_Hit(entry, row, result.value, relation, "name"))
        return hits

    def _likely(self, lookups: Sequence[Lookup], near: Candidates) -> np.ndarray:
        """Which candidates are worth scoring: the nearest, and those alike at a cheap look."""
        sounds = np.array([each.essence for each in lookups], dtype=object)
        alike = cpdist(sounds[near.query], self._sounds[near.name], scorer=fuzz.token_ratio, score_cutoff=70, workers=-1)
        return (near.nearness >= SURELY) | (alike >= 70)

    def _by_identifier(self, record: Subject) -> list[_Hit]:
        if not record.identifiers:
            return []
        hits = []
        for entry, ours, theirs, needs_name in self._identifiers.search(record.identifiers, record.countries):
            row, agreement = self._best_name(record.name, entry)
            if needs_name and agreement < AGREEING_NAME:
                continue
            country = theirs.country or "no country"
            note = f"same number {theirs.text}: {ours.label or 'identifier'} here, {theirs.label} ({country}) on the list"
            hits.append(_Hit(entry, row, 1.0, "same_party", "identifier", note))
        return hits

    def _best_name(self, name: str, entry: int) -> tuple[int, float]:
        """The entry's name nearest to the subject's, and its score; the primary where none is near."""
        schema = self._listed.entries[entry].schema
        rows = self._names_of(entry)
        scored = [(compare_names(name, self._listed.names[row][0], schema=schema).score, -i, row) for i, row in enumerate(rows)]
        best = max(scored)
        return best[2], best[0]

    def _names_of(self, entry: int) -> list[int]:
        if not hasattr(self, "_by_entry"):
            by_entry: dict[int, list[int]] = defaultdict(list)
            for row, (_, _, its_entry) in enumerate(self._listed.names):
                by_entry[its_entry].append(row)
            self._by_entry = dict(by_entry)
        return self._by_entry[entry]

    def _table(
        self,
        order: Iterable[str],
        found: dict[str, dict[tuple[int, str], tuple[_Hit, str]]],
        limit: int | None,
    ) -> pa.Table:
        rows: list[dict[str, Any]] = []
        for subject_id in order:
            counts: dict[str, set[int]] = defaultdict(set)
            for hit, name in sorted(found[subject_id].values(), key=self._sort_key):
                entry = self._listed.entries[hit.entry]
                taken = counts[entry.snapshot_id]
                if limit is not None and hit.entry not in taken and len(taken) >= limit:
                    continue
                taken.add(hit.entry)
                rows.append(self._row(subject_id, name, hit, entry))
        return pa.Table.from_pylist(rows, schema=MATCHES)

    def _sort_key(self, found: tuple[_Hit, str]) -> tuple[Any, ...]:
        hit, _ = found
        entry = self._listed.entries[hit.entry]
        return (*_rank(hit), entry.list_id, entry.snapshot_id, entry.entry_id)

    def _row(self, subject_id: str, name: str, hit: _Hit, entry: Entry) -> dict[str, Any]:
        matched_name, name_type, _ = self._listed.names[hit.name]
        if hit.matched_on == "identifier":
            explanation, parts = hit.note, []
        else:
            compared: Comparison = compare_names(name, matched_name, schema=entry.schema)
            explanation = compared.explanation
            parts = [
                {
                    "subject": line.left,
                    "entry": line.right,
                    "how": line.how,
                    "scheme": line.scheme,
                    "weight": line.weight,
                    "points": line.points,
                }
                for line in compared.parts
            ]
        return {
            "subject_id": subject_id,
            "subject_name": name,
            "list_id": entry.list_id,
            "snapshot_id": entry.snapshot_id,
            "list_date": entry.list_date,
            "entry_id": entry.entry_id,
            "entry_name": entry.name,
            "matched_name": matched_name,
            "name_type": name_type,
            "schema": entry.schema,
            "measure": list(entry.measures),
            "matched_on": hit.matched_on,
            "relation": hit.relation,
            "score": hit.score,
            "explanation": explanation,
            "parts": parts,
        }


def _rank(hit: _Hit) -> tuple[Any, ...]:
    """Best first: identifiers, then by score, the same party before an affiliate, then in list order."""
    return (hit.matched_on != "identifier", -hit.score, hit.relation, hit.name)


def family(schema: str) -> str:
    """The schemas compared with each other share a family; names of one family are indexed once."""
    return "Organization" if schema in {"Company", "Organization"} else schema


def comparable(schema: str | None, listed: str) -> bool:
    """Whether a subject of a schema is compared with entries of a family; one of unknown schema is, with all."""
    if schema is None or listed == schema:
        return True
    if schema in ORGANISATIONS:
        return listed in {"Organization", "LegalEntity"} or (schema == "LegalEntity" and listed == "Person")
    return schema == "Person" and listed == "LegalEntity"


@lru_cache(maxsize=1 << 14)
def _telling(listed: str) -> bool:
    """Whether a listed name holds a word rare enough that a longer name with it hints at the same house."""
    return any(
        part.kind == "name" and part.rarity >= AFFILIATE_RARITY and len(part.text) > 3
        for part in parse(listed, "organisation").parts
    )
