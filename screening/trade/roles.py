"""Who is what on which line: the parties of records numbered, and their roles as numbers instead of texts."""

from __future__ import annotations

import polars as pl


def parties_and_roles(parties: pl.LazyFrame, lines: pl.LazyFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """One row for each party, numbered in the order of their ids; and who is what on which line.

    Args:
        parties: Table of schema `model.RECORD_PARTIES`.
        lines: ``record_id, line`` of the records that stand.

    Returns:
        ``party, subject_id`` and what is known of it; and ``line, party, role``, each once, sorted by line and party.
    """
    known = ("name", "country", "incorporated_on", "address")
    people = (
        parties.group_by("subject_id")
        # the least of each: whatever the order of rows, the same
        .agg(
            *(pl.col(name).drop_nulls().min() for name in known),
            identified=(pl.col("identifiers").list.len() > 0).any(),
        )
        .sort("subject_id")
        .with_row_index("party")
        .collect(engine="streaming")
    )
    return people, _roles(parties, lines, people)


def _roles(parties: pl.LazyFrame, lines: pl.LazyFrame, people: pl.DataFrame) -> pl.DataFrame:
    """``line, party, role``, each once, sorted; found by the hashes of record ids, which are shorter than these."""
    known = lines.select("line", id=pl.col("record_id").hash()).collect(engine="streaming")
    key = pl.col("record_id")
    if known.get_column("id").n_unique() == known.height:
        key, there = key.hash(), known.lazy()
    else:
        there = lines.select("line", id="record_id")
    names = parties.select(pl.col("role").unique()).collect(engine="streaming").get_column("role").sort()
    # line, party and role in one number: sorting it is quick, and what is there twice stands together
    bits = max(len(names) - 1, 1).bit_length()
    room = max(people.height - 1, 1).bit_length() + bits
    place = pl.col("role").replace_strict(names, range(len(names)), return_dtype=pl.UInt64)
    packed = (
        parties.select("subject_id", id=key, role=place)
        .join(people.lazy().select("subject_id", "party"), on="subject_id")
        .join(there, on="id")
        .select(
            all=pl.col("line").cast(pl.UInt64) * (1 << room)
            + pl.col("party").cast(pl.UInt64) * (1 << bits)
            + pl.col("role")
        )
        .collect(engine="streaming")
        .get_column("all")
        .sort()
    )
    packed = packed.filter((packed != packed.shift()).fill_null(value=True))
    return pl.DataFrame({"all": packed}).select(
        line=(pl.col("all") // (1 << room)).cast(pl.UInt32),
        party=(pl.col("all") // (1 << bits) % (1 << (room - bits))).cast(pl.UInt32),
        role=pl.lit(names.cast(pl.Categorical)).gather(pl.col("all") % (1 << bits)),
    )
