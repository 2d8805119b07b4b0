"""The same party on several lists, shown as one group of entries. The data is never merged: lists disagree.

Two entries stand together when they share an identifier, when one names the other's id, or when they have
the same name and agree on country or birth date. The thresholds stand in ``lists/rules/groups.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import pyarrow as pa

from screening.watchlists.group_links import (
    Node,
    Party,
    compatible,
    max_group,
    names_borne,
    parties,
    references,
    shared_identifiers,
    shared_names,
)
from screening.watchlists.snapshot import Snapshot

GROUPS: Final = pa.schema(
    [
        pa.field("group_id", pa.string(), nullable=False),  # list and id of its first entry
        pa.field("list_id", pa.string(), nullable=False),
        pa.field("entry_id", pa.string(), nullable=False),
        pa.field("reason", pa.string(), nullable=False),  # the surest reason why this entry stands there
    ]
)
BY_COUNTRY: Final = " and country "
Companions = Mapping[Node, Sequence[Node]]
"""For an entry (list, id) the others that are the same party."""


def groups(snapshots: Sequence[Snapshot]) -> pa.Table:
    """Which entries of these snapshots are the same party.

    Returns:
        A table of `GROUPS`, one row an entry that stands in a group of two or more, sorted by group, list and
        entry. The result does not depend on the order of the snapshots.
    """
    ordered = sorted(snapshots, key=lambda one: one.snapshot_id)
    known: dict[Node, Party] = {}
    for snapshot in ordered:
        known |= parties(snapshot)
    names = names_borne(ordered)
    for key, holders in names.items():
        for node in holders:
            known[node].names.add(key)
    union = _Union(known, max_group())
    for one, two, reason in references(ordered, known):
        union.join(one, two, reason, sure=True)
    for one, two, reason in shared_identifiers(ordered):
        union.join(one, two, reason, sure=True)
    edges = shared_names(names, known)
    for one, two, reason in sorted(edges, key=lambda edge: (BY_COUNTRY in edge[2], edge)):
        union.join(one, two, reason, sure=False)
    rows = sorted(union.rows())
    columns = list(zip(*rows, strict=True)) or [()] * 4
    return pa.table([pa.array(list(column), pa.string()) for column in columns], schema=GROUPS)


def companions(found: pa.Table) -> Companions:
    """For each entry of a table of `GROUPS` the others of its group, in their order."""
    members: dict[str, list[Node]] = {}
    for row in found.select(["group_id", "list_id", "entry_id"]).to_pylist():
        members.setdefault(row["group_id"], []).append((row["list_id"], row["entry_id"]))
    return {one: [other for other in group if other != one] for group in members.values() for one in group}


class _Union:
    """Union-find that remembers why, and refuses unions that contradict themselves."""

    def __init__(self, parties: dict[Node, Party], max_group: int) -> None:
        self._parties, self._max = parties, max_group
        self._parent: dict[Node, Node] = {}
        self._members: dict[Node, list[Node]] = {}
        self._reasons: dict[Node, str] = {}

    def join(self, one: Node, two: Node, reason: str, *, sure: bool) -> None:
        """Put two entries into one group, unless they, or what is grouped with them already, contradict."""
        if not compatible(self._parties[one], self._parties[two]):
            return
        first, second = sorted((self._root(one), self._root(two)))
        if first != second:
            mine, theirs = self._all(first), self._all(second)
            if len(mine) + len(theirs) > self._max or self._kept_apart(mine, theirs, {one, two}):
                return
            if not sure and self._contradict(mine, theirs):
                return
            self._parent[second] = first
            self._members[first] = mine + theirs
        for node, other in ((one, two), (two, one)):
            self._reasons.setdefault(node, f"{reason} as {other[0]} {other[1]}")

    def rows(self) -> Iterator[tuple[str, str, str, str]]:
        """Group id, list, entry and reason of every entry in a group."""
        for root, members in self._members.items():
            if self._root(root) == root:
                name = ":".join(min(members))
                yield from ((name, *node, self._reasons[node]) for node in members)

    def _root(self, node: Node) -> Node:
        while (parent := self._parent.get(node, node)) != node:
            self._parent[node] = self._parent.get(parent, parent)
            node = parent
        return node

    def _all(self, root: Node) -> list[Node]:
        return self._members.get(root, [root])

    def _kept_apart(self, mine: Sequence[Node], theirs: Sequence[Node], edge: set[Node]) -> bool:
        """Whether a publisher lists one of each as two parties, of two names: what links them is a mistake
        or a chain.
        """
        for one in mine:
            for two in theirs:
                if one[0] != two[0] or {one, two} == edge:
                    continue
                here, there = self._parties[one], self._parties[two]
                if here.own_id and there.own_id and not here.names & there.names:
                    return True
        return False

    def _contradict(self, mine: Sequence[Node], theirs: Sequence[Node]) -> bool:
        for what in ("years", "ships"):
            sides = [set().union(*(getattr(self._parties[node], what) for node in side)) for side in (mine, theirs)]
            if all(sides) and not sides[0] & sides[1]:
                return True
        return False
