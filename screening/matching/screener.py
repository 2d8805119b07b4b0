"""`Screener`: subjects in, matches out, against the names of one or many lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from numbers import Integral, Real
from pathlib import Path
from typing import Any

import pyarrow as pa

from screening.errors import SettingsError
from screening.garbage import no_collecting
from screening.matching import storage
from screening.matching.comparison import DEFAULT_THRESHOLD, compare_names
from screening.matching.fuller_names import PERSON, with_other_father
from screening.matching.hits import Hit, choice, matches
from screening.matching.holdings import Holdings
from screening.matching.identifiers import AGREEING_NAME, IdentifierIndex, is_named_by
from screening.matching.listed import gather
from screening.matching.name_index import NameIndex, schema_between
from screening.matching.scores import Score
from screening.matching.search import NameHit, Query, likely, relation_of, search
from screening.matching.several import best_score
from screening.matching.subjects import Subject, subjects_of
from screening.matching.tabular import to_arrow
from screening.names.other_names import names_of
from screening.workers import share_out


class Screener:
    """Finds subjects on lists. Holds only data: it pickles, and screening one batch changes nothing in it.

    Args:
        lists: Snapshots, tables of names, or paths of lists.
        threshold: Matches scoring less are left out, but for possible affiliates, which are always reported.

    Raises:
        SettingsError: The threshold is below 0 or above 1.
        ListError: A list cannot be read.
    """

    def __init__(self, lists: Iterable[Any], *, threshold: float = DEFAULT_THRESHOLD) -> None:
        self.threshold = _checked(threshold)
        self._holdings = Holdings.of(gather(lists))
        self._index = NameIndex.build(
            self._holdings.texts.column("name").to_pylist(), self._holdings.texts.column("family").to_pylist()
        )

    @property
    def snapshots(self) -> tuple[str, ...]:
        """The ids of the snapshots screened against."""
        return self._holdings.snapshots

    def __len__(self) -> int:
        """Number of listed names."""
        return len(self._holdings)

    def screen(self, subjects: Any, limit: int | None = 5, *, workers: int | None = None) -> pa.Table:
        """Screen a table of subjects (Arrow, Polars or pandas).

        Args:
            subjects: Needs ``name``; may carry ``subject_id, schema, country`` and identifiers. Rows of one
                subject_id are one subject under several names.
            limit: At most so many entries per list and name of a subject, the best; None for all. A subject under
                several names may so have more entries of a list.
            workers: Processes that share large batches; by default one for each processor. The result is the same.

        Returns:
            A table of schema `model.MATCHES`: subjects in the order given, for each the best first.

        Raises:
            InputError: There is no column ``name``, or a schema is unknown.
            SettingsError: The limit is no whole number above 0.
        """
        if limit is not None and (not isinstance(limit, Integral) or isinstance(limit, bool) or limit < 1):
            raise SettingsError(f"the limit is {limit!r}", remedy="give a whole number above 0, or None for all")
        table = to_arrow(subjects)
        with no_collecting(len(table)):
            return self._screened(subjects_of(table), limit, workers)

    def screen_beside(
        self, other: Screener, subjects: Any, limit: int | None
    ) -> tuple[pa.Table, list[tuple[str, int, float]]]:
        """`screen`, and what is worth looking up in another screener: names are cut into index terms once for both.

        Returns:
            The matches; and for each subject and name of the other that may match: the id of the subject, the number
            of the name, and the most the two can score.
        """
        table = to_arrow(subjects)
        with no_collecting(len(table)):
            records = subjects_of(table)
            queries = _queries(records)
            others = partial(likely, holdings=other._holdings, index=other._index, threshold=other.threshold)
            found = share_out(queries, partial(_both, self._look(limit), others))
            by_name = dict(zip(queries, (each[1] for each in found), strict=True))
            may_be = [(one.subject_id, *each) for one in records for each in by_name[one.name, one.schema]]
            return self._told(records, queries, [each[0] for each in found], limit), may_be

    def _screened(self, records: Sequence[Subject], limit: int | None, workers: int | None) -> pa.Table:
        queries = _queries(records)
        return self._told(records, queries, share_out(queries, self._look(limit), workers), limit)

    def _look(self, limit: int | None) -> Callable[[Sequence[Query]], list[list[Hit]]]:
        return partial(self._hits, limit=limit)

    def _hits(self, queries: Sequence[Query], limit: int | None) -> list[list[Hit]]:
        """The entries that each query matches by their names."""
        found = search(queries, self._holdings, self._index, self.threshold, limit)
        return [[*self._expanded(query, named)] for query, named in zip(queries, found, strict=True)]

    def _told(
        self, records: Sequence[Subject], queries: Sequence[Query], hits: Sequence[list[Hit]], limit: int | None
    ) -> pa.Table:
        """What was found of each name, as matches of the subjects that bear it."""
        by_name = dict(zip(queries, hits, strict=True))
        found: dict[str, dict[tuple[int, str], Hit]] = {}
        for record in records:
            best = found.setdefault(record.subject_id, {})
            named = by_name[record.name, record.schema]
            if not named and not record.identifiers:
                continue
            for hit in (*named, *self._by_identifier(record)):
                key = (hit.entry, hit.matched_on)
                if key not in best or choice(hit) < choice(best[key]):
                    best[key] = hit
        return matches(found, self._holdings, limit)

    def save(self, folder: str | Path) -> None:
        """Write everything to a folder, from which `load` takes it without building it again.

        Raises:
            OutputError: The folder holds something else, or cannot be written.
        """
        storage.save(Path(folder), self._holdings, self._index, self.threshold)

    @classmethod
    def load(
        cls, folder: str | Path, *, snapshots: Iterable[str] | None = None, threshold: float | None = None
    ) -> Screener:
        """Read what `save` wrote; arrays stay on disk until they are used.

        Args:
            folder: Where it was saved.
            snapshots: Ids of the snapshots it must hold, if that matters; in any order.
            threshold: Another than that it was saved with.

        Raises:
            InputError: The folder holds no screener, one of other snapshots, or one of another version of this package,
                its weights or its knowledge: build it anew.
            SettingsError: The threshold is below 0 or above 1.
        """
        loaded = cls.__new__(cls)
        loaded._holdings, loaded._index, saved = storage.load(Path(folder), snapshots)
        loaded.threshold = _checked(saved if threshold is None else threshold)
        return loaded

    def _expanded(self, query: Query, named: Iterable[NameHit]) -> Iterator[Hit]:
        """A hit for each entry that bears a matched text."""
        name, known = query
        wholes: dict[tuple[int, str, str], Score] = {}  # a text may be on many lists
        for hit in named:
            for row in self._holdings.rows_of_text(hit.text):
                text, name_type, entry = self._holdings.name(row)
                schema = schema_between(known, self._holdings.schema_of(entry))
                score = wholes.get((hit.text, text, schema))
                if score is None:
                    score = wholes[hit.text, text, schema] = self._of_whole_texts(name, text, schema, hit)
                relation: str | None = hit.relation
                if relation == "same_party" and score.value < self.threshold:
                    relation = relation_of(score, query, text, self.threshold)  # the party may be a part of the body
                if relation is None or (relation == "possible_affiliate" and name_type == "weak_alias"):
                    continue
                if relation == "same_party" and schema == PERSON:
                    score = with_other_father(score, name, text, self._names_of(entry))
                yield Hit(name, entry, text, name_type, score.value, relation, "name", score)

    def _names_of(self, entry: int) -> Iterator[str]:
        """The names of an entry, those by which it is told only weakly left out."""
        return (
            self._holdings.name(row)[0]
            for row in self._holdings.rows_of_entry(entry)
            if not self._holdings.is_weak(row)
        )

    def _of_whole_texts(self, name: str, text: str, schema: str, hit: NameHit) -> Score:
        """The score of two texts as `compare_names` has it: where one holds several names, another pair may be nearer,
        and letters that others bear too count for less.

        A possible affiliate stays one, whatever the texts score.
        """
        if len(names_of(name, schema)) == len(names_of(text, schema)) == 1:
            return hit.score
        whole = best_score(name, text, schema)
        return whole if hit.relation == "same_party" or whole.value < self.threshold else hit.score

    @cached_property
    def _identifiers(self) -> IdentifierIndex:
        return IdentifierIndex(self._holdings.numbered_identifiers())

    def _by_identifier(self, record: Subject) -> Iterable[Hit]:
        if not record.identifiers:
            return
        for entry, ours, theirs, elsewhere, needs_name in self._identifiers.search(
            record.identifiers, record.countries
        ):
            row, agreement = self._best_name(record, entry)
            if needs_name and agreement < AGREEING_NAME and not is_named_by(record.name, ours):
                continue
            text, name_type, _ = self._holdings.name(row)
            label = ours.label or "identifier"
            note = f"same number {theirs.text}: {label} here, {theirs.label} ({theirs.where}) on the list"
            if elsewhere:
                note += f"; the party here is of {', '.join(sorted(elsewhere))}"
            yield Hit(record.name, entry, text, name_type, 1.0, "same_party", "identifier", note)

    def _best_name(self, record: Subject, entry: int) -> tuple[int, float]:
        """The entry's name nearest to the subject's, and its score; the first where none is near."""
        schema = schema_between(record.schema, self._holdings.schema_of(entry))
        scored: dict[int, float] = defaultdict(float)
        for row in self._holdings.rows_of_entry(entry):
            scored[row] = compare_names(record.name, self._holdings.name(row)[0], schema=schema).score
        best = max(scored, key=lambda row: (scored[row], -row))
        return best, scored[best]


def _queries(records: Iterable[Subject]) -> list[Query]:
    return list(dict.fromkeys((record.name, record.schema) for record in records))


def _both(
    hits: Callable[[Sequence[Query]], list[list[Hit]]],
    others: Callable[[Sequence[Query]], list[list[tuple[int, float]]]],
    queries: Sequence[Query],
) -> list[tuple[list[Hit], list[tuple[int, float]]]]:
    """What both find of each query: one after the other in one process, which remembers how the names were cut."""
    return list(zip(hits(queries), others(queries), strict=True))


def _checked(threshold: float) -> float:
    if isinstance(threshold, bool) or not isinstance(threshold, Real) or not 0.0 <= threshold <= 1.0:
        raise SettingsError(f"the threshold is {threshold!r}", remedy="give a number from 0 to 1, such as 0.8")
    return float(threshold)
