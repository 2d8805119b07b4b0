"""Codes beside their subheadings: only the longest are added up, and what these lack of their headings is said."""

from __future__ import annotations

import polars as pl

from screening.intake.statistics_cells import TOTAL
from screening.trade.flows.keys import packed

_SHOWN = 8


def leaves(rows: pl.DataFrame, notes: list[str]) -> tuple[pl.DataFrame, list[str]]:
    """The rows without codes whose subheadings are in the same file or of the same reporter; and what the subheadings
    lack of these, in words. How many rows go is added to the notes.
    """
    marked = pl.Series("parent", [False], pl.Boolean).new_from_index(0, rows.height)
    for key in (["file"], ["reporter", "flow", "frequency"]):
        if key != ["file"]:
            twice = rows.select("reporter", "file").unique().get_column("reporter")
            several = twice.filter(twice.is_duplicated()).unique().to_list()
            if not several:
                break
            here = rows.get_column("reporter").is_in(several)
        else:
            here = None
        mine = rows if here is None else rows.filter(here)
        some = mine.select(*key, "code")[packed(mine, [*key, "code"]).arg_unique()]
        parents = _parents(some.filter(pl.col("code") != TOTAL), key)
        for group in parents.partition_by(key, as_dict=False) if parents.height else []:
            one = rows.get_column("code").is_in(group.get_column("code").implode())
            for name in key:
                if rows.get_column(name).n_unique() > 1:
                    one = one & (rows.get_column(name) == group.get_column(name)[0])
            marked = marked | one
    if not marked.any():
        return rows, []
    gone, kept = rows.filter(marked), rows.filter(~marked)
    notes.append(f"{gone.height:,} rows of codes whose subheadings stand beside them: not added to these")
    return kept, _short(gone, kept)


def _parents(codes: pl.DataFrame, key: list[str]) -> pl.DataFrame:
    """Those of the codes that longer ones of the same group begin with."""
    found = [codes.clear()]
    lengths = sorted(codes.get_column("code").str.len_chars().unique().to_list())
    for length in lengths[:-1]:
        longer = codes.filter(pl.col("code").str.len_chars() > length)
        prefixes = longer.with_columns(code=pl.col("code").str.slice(0, length)).unique()
        found.append(codes.join(prefixes, on=[*key, "code"], how="semi"))
    return pl.concat(found).unique()


def _short(gone: pl.DataFrame, kept: pl.DataFrame) -> list[str]:
    """Headings of which the subheadings given hold only a part, in words."""
    keys = ["file", "code", "currency"]
    sums = _by(gone, keys).rename({"value": "all"})
    children = _by(kept, keys)
    found = []
    for length in sums.get_column("code").str.len_chars().unique().to_list():
        of = children.with_columns(pl.col("code").str.slice(0, length)).group_by(keys).agg(pl.col("value").sum())
        found.append(sums.filter(pl.col("code").str.len_chars() == length).join(of, on=keys, how="left"))
    table = pl.concat(found).with_columns(pl.col("value").fill_null(0.0))
    table = table.filter((pl.col("all") > 0) & (pl.col("value") < 0.9 * pl.col("all"))).sort(
        pl.col("all") - pl.col("value"), descending=True
    )
    if not table.height:
        return []
    shown = [
        f"{row['code']} ({row['value'] / row['all']:.0%} of {row['currency']} {row['all'] / 1e6:,.1f} m)"
        for row in table.head(_SHOWN).to_dicts()
    ]
    more = f" and {table.height - _SHOWN} more" if table.height > _SHOWN else ""
    return [f"the subheadings given hold only a part of their heading: {', '.join(shown)}{more}"]


def _by(rows: pl.DataFrame, keys: list[str]) -> pl.DataFrame:
    """Values added up by some columns."""
    added = rows.select("value").with_columns(packed(rows, keys), at=pl.int_range(rows.height))
    sums = added.group_by("key").agg(pl.col("value").sum(), pl.col("at").first())
    return rows.select(keys)[sums.get_column("at")].with_columns(sums.get_column("value"))
