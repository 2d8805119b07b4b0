"""Which entry of an older snapshot is which of a newer one.

A publisher's id settles it. A derived id is made of the name and the citation, so it changes when the
publisher mends a name: such entries are paired on what is left, and only where that leaves one candidate on
either side.
"""

from __future__ import annotations

from typing import Final

import polars as pl
from rapidfuzz import fuzz

from screening.frames import frame_of
from screening.names.folding import fold
from screening.watchlists.snapshot import Snapshot

MIN_ALIKE: Final = 60.0
"""Two names under one citation and address that are less alike than this (token_sort_ratio) are two
parties.
"""
_ALL: Final = ("name", "citation", "address")
_CLUES: Final = (
    ("name", "citation"),
    ("name", "address"),
    ("citation", "address"),
    ("name",),
)
"""Tried in this order, the surest first, on what neither all of it nor the id has paired."""


def pair(old: Snapshot, new: Snapshot) -> pl.DataFrame:
    """The entries that both snapshots have: columns ``old_id`` and ``new_id``, sorted by ``new_id``."""
    before, after = _ids(old), _ids(new)
    published = pl.col("id_origin") != "derived"
    pairs = _by_id(before.filter(published), after.filter(published))
    left, right = (side.filter(~published) for side in (before, after))
    if left.height and right.height:
        pairs = pl.concat([pairs, _paired(_clues(old, left), _clues(new, right))])
    return pairs.sort("new_id")


def _by_id(left: pl.DataFrame, right: pl.DataFrame) -> pl.DataFrame:
    same = left.join(right, on="entry_id", suffix="_new")
    return same.select(old_id=pl.col("entry_id"), new_id=pl.col("entry_id"))


def _ids(snapshot: Snapshot) -> pl.DataFrame:
    return frame_of(snapshot.entries.select(["entry_id", "id_origin"]))


def _clues(snapshot: Snapshot, ids: pl.DataFrame) -> pl.DataFrame:
    """Folded name, citation and address of the entries with these ids; an empty clue is null and pairs
    nothing.
    """
    entries = frame_of(snapshot.entries.select(["entry_id", "name", "legal_basis"]))
    addresses = frame_of(snapshot.addresses.select(["entry_id", "address"]))
    lines = addresses.group_by("entry_id").agg(address=pl.col("address").sort().str.join("; "))
    chosen = entries.join(ids, on="entry_id", how="semi").join(lines, on="entry_id", how="left")
    citation = chosen["legal_basis"].list.sort().list.join("; ")
    return pl.DataFrame(
        {
            "entry_id": chosen["entry_id"],
            "name": _folded(chosen["name"]),
            "citation": _folded(citation),
            "address": _folded(chosen["address"]),
        },
        schema=dict.fromkeys(("entry_id", "name", "citation", "address"), pl.String),
    )


def _folded(column: pl.Series) -> list[str | None]:
    return [fold(text) or None if text else None for text in column]


def _paired(left: pl.DataFrame, right: pl.DataFrame) -> pl.DataFrame:
    """Pair first what is the same in all respects, then by id, then by what else stays.

    Ids come second because of several orders on one name: these are numbered in the order of the file.
    """
    one, two = (side.with_columns(pl.col(*_ALL).fill_null("")) for side in (left, right))
    found = [_alike(one, two, _ALL)]
    found.append(_by_id(_rest(left, found, "old_id"), _rest(right, found, "new_id")))
    for clues in _CLUES:
        found.append(_alike(_rest(left, found, "old_id"), _rest(right, found, "new_id"), clues))
    return pl.concat(found)


def _rest(side: pl.DataFrame, found: list[pl.DataFrame], column: str) -> pl.DataFrame:
    return side.filter(~pl.col("entry_id").is_in(pl.concat(found)[column].implode()))


def _alike(left: pl.DataFrame, right: pl.DataFrame, clues: tuple[str, ...]) -> pl.DataFrame:
    """The entries that these clues lead from one to exactly one."""
    keys = list(clues)
    ones = [side.drop_nulls(keys).filter(pl.struct(keys).is_unique()) for side in (left, right)]
    joined = ones[0].join(ones[1], on=keys, suffix="_new").sort("entry_id")
    if "name" not in keys and joined.height:
        names = zip(joined["name"], joined["name_new"], strict=True)
        alike = [fuzz.token_sort_ratio(old or "", new or "") >= MIN_ALIKE for old, new in names]
        joined = joined.filter(pl.Series(alike, dtype=pl.Boolean))
    return joined.select(old_id="entry_id", new_id="entry_id_new")
