"""Who is what on which line: the parties of records numbered, and their roles as numbers instead of texts."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import polars as pl

from screening.matching.identifier_kinds import plain
from screening.model import PARTY_ROLES

_KNOWN: Final = ("name", "country", "address")
_WHOLE_DATE: Final = 10
"""Characters of a whole date in ISO 8601; of partial ones with more behind, the nearer come first: 2022-05, 2022."""
_NUMBER: Final = pl.format(
    "{}:{}",
    pl.element().struct.field("country").fill_null(""),
    pl.element().struct.field("number").fill_null(""),
)
"""An identifier as text; the country before it, as numbers have no colon."""


def parties_and_roles(
    parties: pl.LazyFrame, lines: pl.LazyFrame, met: tuple[pl.DataFrame, pl.DataFrame] | None = None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """One row for each party, numbered in the order of their ids; and who is what on which line.

    Args:
        parties: Table of schema `model.RECORD_PARTIES`.
        lines: ``record_id, line`` of the records that stand.
        met: The same as its reader has it, which saves reading the table: ``party`` (a number) with what is known of
            it; and ``line, party, role`` (its place in PARTY_ROLES).

    Returns:
        ``party, subject_id`` and what is known of it; and ``line, party, role``, each once, sorted by line and party.
    """
    people = _people(parties if met is None else met[0].lazy())
    if met is None:
        names = parties.select(pl.col("role").unique()).collect(engine="streaming").get_column("role").sort()
        return people, _roles(_numbered(parties, lines, people, names), people, names)
    known, rows = met
    numbers = known.select("subject_id", "party").sort("party")
    mine = numbers.join(people.select("subject_id", now="party"), on="subject_id", maintain_order="left")
    there = sorted(int(at) for at in rows.get_column("role").unique())
    names = pl.Series(sorted(PARTY_ROLES[at] for at in there), dtype=pl.String)
    places = np.zeros(len(PARTY_ROLES), dtype=np.uint8)
    places[there] = [names.to_list().index(PARTY_ROLES[at]) for at in there]
    stand = lines.select("line").collect(engine="streaming").get_column("line").to_numpy()
    line = rows.get_column("line").to_numpy()
    standing = np.zeros(1 + max(int(line.max(initial=0)), int(stand.max(initial=0))), dtype=bool)
    standing[stand] = True
    kept = rows if standing.all() else rows.filter(pl.Series(standing[line]))
    found = (
        kept.get_column("line").to_numpy(),
        mine.get_column("now").to_numpy()[kept.get_column("party").to_numpy()],
        places[kept.get_column("role").to_numpy()],
    )
    return people, _roles(found, people, names)


def _people(parties: pl.LazyFrame) -> pl.DataFrame:
    return (
        parties.group_by("subject_id")
        # the least of each: whatever the order of rows, the same
        .agg(
            *(pl.col(name).drop_nulls().min() for name in _KNOWN),
            pl.col("incorporated_on").str.pad_end(_WHOLE_DATE, "~").min().str.strip_chars_end("~"),
            identified=(pl.col("identifiers").list.len() > 0).any(),
            numbers=pl.col("identifiers").list.eval(_NUMBER).list.join(";").max(),
        )
        .sort("subject_id")
        .with_row_index("party")
        .collect(engine="streaming")
    )


Columns = tuple["np.ndarray[tuple[int], np.dtype[np.integer]]", ...]


def _numbered(parties: pl.LazyFrame, lines: pl.LazyFrame, people: pl.DataFrame, names: pl.Series) -> Columns:
    """Lines, parties and roles as numbers; found by the hashes of record ids, which are shorter than these."""
    known = lines.select("line", id=pl.col("record_id").hash()).collect(engine="streaming")
    key = pl.col("record_id")
    if known.get_column("id").n_unique() == known.height:
        key, there = key.hash(), known.lazy()
    else:
        there = lines.select("line", id="record_id")
    found = (
        parties.select(
            "subject_id", id=key, role=pl.col("role").replace_strict(names, range(len(names)), return_dtype=pl.UInt8)
        )
        .join(people.lazy().select("subject_id", "party"), on="subject_id")
        .join(there, on="id")
        .select("line", "party", "role")
        .collect(engine="streaming")
    )
    return tuple(found.get_column(name).to_numpy() for name in ("line", "party", "role"))


def _roles(found: Columns, people: pl.DataFrame, names: pl.Series) -> pl.DataFrame:
    """``line, party, role``, each once, sorted."""
    line, party, role = found
    bits = max(len(names) - 1, 1).bit_length()
    size = max(people.height - 1, 1).bit_length() + bits
    kind: Any = np.uint32 if size <= 32 else np.uint64
    key = party.astype(kind) << kind(bits)  # party and role in one number
    key |= role.astype(kind)
    if not _neighbours_swapped(line, key):
        # all in one number: sorting that is quick
        packed = line.astype(np.uint64) << np.uint64(size)
        packed |= key
        packed.sort()
        line, key = packed >> np.uint64(size), packed & np.uint64((1 << size) - 1)
    twice = (line[1:] == line[:-1]) & (key[1:] == key[:-1])
    if twice.any():
        once = np.concatenate([[True], ~twice])
        line, key = line[once], key[once]
    categories = names.cast(pl.Categorical)
    return pl.DataFrame(
        {
            "line": line.astype(np.uint32, copy=False),
            "party": (key >> key.dtype.type(bits)).astype(np.uint32, copy=False),
            "role": categories.gather((key & key.dtype.type((1 << bits) - 1)).astype(np.uint32, copy=False)),
        }
    )


def _neighbours_swapped(line: np.ndarray[Any, Any], key: np.ndarray[Any, Any]) -> bool:
    """Swap neighbours of one line that are out of order; whether all are in order then.

    Lines come in their order, and most have two parties: that is all there is to sort.
    """
    same = line[1:] == line[:-1]
    for first in (0, 1):
        ones, others = key[first:-1:2], key[first + 1 :: 2]
        wrong = np.flatnonzero(same[first::2] & (ones > others))
        ones[wrong], others[wrong] = others[wrong], ones[wrong]
    return not ((line[1:] < line[:-1]).any() or (same & (key[1:] < key[:-1])).any())


def numbers_of(text: str | None) -> list[tuple[str, str | None]]:
    """The numbers of a party, each with its country where that is known, of the column ``numbers``."""
    pieces = [each.partition(":") for each in (text or "").split(";") if each]
    return [(plain(number), country or None) for country, _, number in pieces]
