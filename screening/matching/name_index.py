"""The listed names of all schemas, indexed by the mode they are compared in; likely pairs for a batch of queries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.matching.bounds import Limits
from screening.matching.candidates import SHARE_CUT, ModeIndex
from screening.matching.holdings import MANY
from screening.matching.ranges import which
from screening.matching.weights import weights
from screening.model import ORGANISATIONS
from screening.names.made_ahead import make_tables
from screening.names.parsing import Mode, is_called_by_shop, is_sole_trader
from screening.workers import begun, share_out

A_LIST: Final = 5_000
"""Names from which tables are made with the index: it takes longer, and many names are likely to be looked up."""

Array = NDArray[Any]

MARGIN: Final = 0.03
"""How far below the threshold a bound may lie: what it estimates is rounded, and not in all cases an upper bound."""
_MODES: Final[dict[str, tuple[Mode, ...]]] = {
    "Person": ("person",),
    "Organization": ("organisation",),
    "LegalEntity": ("person", "organisation"),
    "Vessel": ("vessel",),
    "Airplane": ("vessel",),
}


_ASKED: Final[dict[str, tuple[Mode, ...]]] = {"Person": ("person",), "Vessel": ("vessel",), "Airplane": ("vessel",)}
"""The modes in which a subject of a schema is compared, where not in all."""


_FIRMS: Final = frozenset({"Company", "Organization"})
"""Schemas of subjects that are firms, or sole traders."""

FIRST: Final = 100


class LikelyPair(NamedTuple):
    """Numbers of a query and a listed name, the most they can score, and the modes they were found likely in."""

    query: int
    name: int
    bound: float
    modes: frozenset[Mode]


class NameIndex:
    """Indexes of listed names, one for each mode; holds arrays only."""

    def __init__(self, modes: dict[Mode, tuple[Array, ModeIndex]]) -> None:
        self.modes = modes

    @classmethod
    def build(cls, names: Sequence[str], families: Sequence[str]) -> NameIndex:
        """Index names, in order, each of a family of schemas."""
        rows: dict[Mode, list[int]] = {"person": [], "organisation": [], "vessel": []}
        every = list(zip(names, families, strict=True))
        if len(every) >= A_LIST:
            make_tables()
        others = share_out(every, _other_modes, aside=True) if len(every) >= MANY else _other_modes(every)
        for row, (family, other) in enumerate(zip(families, others, strict=True)):
            for mode in _MODES[family]:
                rows[mode].append(row)
            if other is not None:
                rows[other].append(row)
        asked = {mode: at for mode, at in rows.items() if at}
        built = _together(
            {mode: ([names[at] for at in own], [families[at] for at in own]) for mode, own in asked.items()}
        )
        return cls({mode: (np.array(at, np.int64), built[mode]) for mode, at in asked.items()})

    def likely(self, queries: Sequence[tuple[str, str | None]], threshold: float) -> list[LikelyPair]:
        """Likely pairs of queries (name, schema) and listed names: query after query, the likeliest first."""
        schemas = np.array([schema or "" for _, schema in queries], dtype=object)
        masks = {schema: schemas == schema for schema in set(schemas.tolist())}
        traders = np.array([schema in _FIRMS and is_sole_trader(name) for name, schema in queries], bool)
        affiliates = schemas != "Person"
        found: dict[tuple[int, int], tuple[float, frozenset[Mode]]] = {}
        for mode, (rows, index) in self.modes.items():
            asking = {family: _asking(queries, masks, traders, family, mode) for family in index.families}
            wanted = {family: own for family, own in asking.items() if own.any()}
            if not wanted:
                continue
            any_wanted = np.logical_or.reduce(list(wanted.values()))
            asked = np.flatnonzero(any_wanted)
            place = np.cumsum(any_wanted) - 1
            pairs = index.search(
                [queries[at][0] for at in asked.tolist()],
                {family: place[np.flatnonzero(mask)] for family, mask in wanted.items()},
                limits(mode, threshold),
                affiliates[asked],
            )
            own_mode: frozenset[Mode] = frozenset({mode})
            for query, name, bound in zip(
                asked[pairs.query].tolist(), rows[pairs.name].tolist(), pairs.bound.tolist(), strict=True
            ):
                known = found.get((query, name))
                if known is None:
                    found[query, name] = (bound, own_mode)
                else:
                    found[query, name] = (max(bound, known[0]), known[1] | own_mode)
        likely = [LikelyPair(query, name, bound, modes) for (query, name), (bound, modes) in found.items()]
        likely.sort(key=lambda pair: (pair.query, -pair.bound, pair.name))
        return likely

    def begin_alike(self, queries: Sequence[tuple[str, str | None]]) -> Iterator[tuple[int, int, Mode]]:
        """Numbers of queries and listed names of which one may be the other, cut within a word; and as what."""
        for mode, (rows, index) in self.modes.items():
            asked = [at for at, (_, schema) in enumerate(queries) if mode in _ASKED.get(schema or "", (mode,))]
            if not asked:
                continue
            query, name = index.beginnings.meet([queries[at][0] for at in asked], mode)
            for one, other in zip(query.tolist(), rows[name].tolist(), strict=True):
                yield asked[one], other, mode


def _asking(
    queries: Sequence[tuple[str, str | None]], masks: dict[str, Array], traders: Array, family: str, mode: Mode
) -> Array:
    """Which queries are compared in a mode with what a family has there."""
    groups = [(schema, own) for schema, own in masks.items() if _are_compared(schema, family, mode)]
    if family == "Person":
        groups.append(("Company", traders))
    asking = np.zeros(len(queries), bool)
    for schema, own in groups:
        persons = mode == "organisation" and schema_between(schema, family) == "Person"
        asking |= _called_by_shops(queries, own) if persons else own
    return asking


def _called_by_shops(queries: Sequence[tuple[str, str | None]], some: Array) -> Array:
    """Which of some queries are names of shops: persons called so are compared with each other as firms."""
    shops = np.zeros(len(queries), bool)
    for at in which(some).tolist():
        shops[at] = is_called_by_shop(queries[at][0])
    return shops


def _together(asked: dict[Mode, tuple[list[str], list[str]]]) -> dict[Mode, ModeIndex]:
    """An index for each mode. Those of many names are made side by side in processes of their own, where that can be:
    what is needed only while they are made, several times what they hold, goes back when those end.
    """
    if sum(len(names) for names, _ in asked.values()) < MANY:
        return {mode: ModeIndex.build(*own, mode) for mode, own in asked.items()}
    for mode, (names, families) in asked.items():
        ModeIndex.build(names[:FIRST], families[:FIRST], mode)  # opens the tables that all of them use
    started = {mode: begun(partial(_built, mode, *own), len(own[0])) for mode, own in asked.items()}
    return {mode: result()[0] for mode, result in started.items()}


def _other_modes(every: Sequence[tuple[str, str]]) -> list[Mode | None]:
    """The mode that each name of a family is compared in besides that of its family."""
    return [_other_mode(name, family) for name, family in every]


def _other_mode(name: str, family: str) -> Mode | None:
    if family == "Organization" and is_sole_trader(name):
        return "person"
    return "organisation" if family == "Person" and is_called_by_shop(name) else None


def _built(mode: Mode, names: list[str], families: list[str]) -> list[ModeIndex]:
    return [ModeIndex.build(names, families, mode)]


def limits(mode: Mode, threshold: float) -> Limits:
    """What a pair must reach in a mode to be worth scoring at this threshold."""
    cut = min(SHARE_CUT * threshold / weights().threshold, SHARE_CUT + 0.1)
    contradiction = weights().modes[mode].contradiction.get("name", 0.0)
    one_name_only = weights().person.get("one_name_only", 0.0) if mode == "person" else 0.0
    return Limits(cut, threshold - MARGIN, contradiction, one_name_only)


def comparable(query: str, schema: str | None, listed: str, family: str) -> bool:
    """Whether a subject of a schema is compared with a listed name of a family; one of unknown schema is, with all.

    A sole trader is a person, whatever form he has: his name is compared with those of persons too.
    """
    if _are_of_a_kind(schema, family):
        return True
    if schema == "Person":
        return family == "Organization" and is_sole_trader(listed)
    return family == "Person" and schema in _FIRMS and is_sole_trader(query)


def schema_between(schema: str | None, listed: str) -> str:
    """The schema under which a subject of one schema and a listed name of another are compared: the list's, but where
    the list does not say what it names, a person is compared as one.
    """
    return "Person" if schema == "Person" and listed == "LegalEntity" else listed


def _are_compared(schema: str, family: str, mode: Mode) -> bool:
    """Whether subjects of a schema, "" for not known, are compared in a mode with what a family has there: of firms,
    sole traders alone are indexed as persons.
    """
    a_trader = mode == "person" and family == "Organization" and schema == "Person"
    return a_trader or _are_of_a_kind(schema or None, family)


def _are_of_a_kind(schema: str | None, family: str) -> bool:
    if schema is None or family == schema:
        return True
    if schema in ORGANISATIONS:
        return family in {"Organization", "LegalEntity"} or (schema == "LegalEntity" and family == "Person")
    return schema == "Person" and family == "LegalEntity"
