"""Goods lists: which codes of the Harmonized System are watched, under which regime, edition and dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import numpy as np
import polars as pl

from screening.errors import KnowledgeError, Place, SettingsError
from screening.reference import lists_dir, read_table
from screening.trade.counting import pairs, ranked

COLUMNS: Final = ("regime", "code", "depth", "hs_edition", "from", "to", "tier", "weight", "description")
"""The columns of a goods list, the shipped ones and the user's own; ``family`` may stand beside them."""
SCHEMA: Final = pl.Schema(
    {
        "regime": pl.String(),
        "code": pl.String(),
        "depth": pl.Int64(),
        "edition": pl.String(),
        "from": pl.Date(),
        "to": pl.Date(),
        "tier": pl.String(),
        "weight": pl.Float64(),
        "good": pl.String(),
        "family": pl.String(),
    }
)
MARKS: Final = pl.Schema(
    {
        "line": pl.UInt32(),
        "regime": pl.String(),
        "code": pl.String(),
        "family": pl.String(),
        "tier": pl.String(),
        "weight": pl.Float64(),
        "good": pl.String(),
        "how": pl.String(),
        "text": pl.String(),
        "since": pl.Date(),
        "in_force": pl.Boolean(),
    }
)
"""Watched goods found: one row for each line and regime. ``family`` is the same for a code and its predecessors in
older editions, so that a good can be followed through a revision; ``how`` is code or description; ``text`` what stood
there; ``since`` when the regime names the good; ``in_force`` whether it did on the date of the record.
"""
_DIGITS: Final = (2, 4, 6, 8, 9, 10, 11, 12, 13, 14)


@dataclass(frozen=True)
class GoodsList:
    """The goods of one or more lists, a row for each code and edition (`SCHEMA`)."""

    rows: pl.DataFrame
    sources: tuple[str, ...] = ()

    @classmethod
    def read(cls, names: Sequence[str], own: Iterable[Path] = ()) -> GoodsList:
        """Read the named lists below ``lists/``, and the user's own files of the same form.

        Raises:
            KnowledgeError: A shipped list is broken.
            SettingsError: A file of the user's is.
        """
        parts, sources = [], []
        for path, error in [
            *((lists_dir() / name, KnowledgeError) for name in names),
            *((Path(each), SettingsError) for each in own),
        ]:
            if error is SettingsError and not path.is_file():
                raise SettingsError("there is no such goods list", where=path, remedy="check the path")
            try:
                table = read_table(path)
            except KnowledgeError as broken:
                raise error(broken.what, where=broken.where, remedy=broken.remedy) from broken
            missing = [name for name in COLUMNS if table.rows and name not in table.rows[0]]
            if missing:
                raise error(
                    f"has no column {missing[0]!r}",
                    where=path,
                    remedy=f"a goods list has {', '.join(COLUMNS)}",
                )
            for number, row in enumerate(table.rows, start=1):
                try:
                    parts.extend(_editions(row))
                except ValueError as wrong:
                    raise error(
                        f"entry {number} ({row['code']}) {wrong}", where=Place(str(path)), remedy="mend it"
                    ) from wrong
            sources.append(table.about["source"])
        return cls(pl.DataFrame(parts, schema=SCHEMA, orient="row"), tuple(sources))

    def __len__(self) -> int:
        """Number of codes, whatever their editions."""
        return self.rows.select("regime", "code").n_unique() if self.rows.height else 0

    def marks(self, lines: pl.DataFrame) -> pl.DataFrame:
        """Find the watched goods among lines of records, by their codes.

        Args:
            lines: ``line``, ``hs_code`` (digits), ``hs_edition`` (HS2022 …; null: any edition fits) and ``date``.

        Returns:
            Table of `MARKS`, one row for each line and regime (the weightiest, then the first code), sorted.
            Past a good's ``to`` there is none; before its ``from`` there is, with ``in_force`` false: what is
            not yet listed is information too.
        """
        columns = {"hs_code": pl.String, "hs_edition": pl.String}
        # each code of each edition once: of five million lines few become text
        code, code_texts = ranked(lines.get_column("hs_code").cast(pl.Categorical))
        edition, edition_texts = ranked(lines.get_column("hs_edition").cast(pl.Categorical))
        there = pairs(edition, len(edition_texts) + 1, code, len(code_texts))
        codes = pl.DataFrame(
            {
                "hs_code": code_texts.gather(there.get_column("other")),
                "hs_edition": edition_texts.extend_constant(None, 1).gather(there.get_column("one")),
                "edition_place": there.get_column("one"),
                "code_place": there.get_column("other"),
            }
        )
        found = []
        for depth in self.rows.get_column("depth").unique().to_list():
            goods = self.rows.filter(pl.col("depth") == depth)
            asked = codes.filter(pl.col("hs_code").str.len_chars() >= depth).with_columns(
                code=pl.col("hs_code").str.slice(0, depth)
            )
            known = asked.filter(pl.col("hs_edition").is_not_null())
            free = asked.filter(pl.col("hs_edition").is_null())
            found.append(known.join(goods, left_on=["code", "hs_edition"], right_on=["code", "edition"]))
            anyhow = goods.unique(["regime", "code"], keep="first", maintain_order=True).drop("edition")
            found.append(free.join(anyhow, on="code"))
        if not found:
            return pl.DataFrame(schema=MARKS)
        hits = pl.concat(found, how="diagonal_relaxed")
        marked = np.zeros((len(edition_texts) + 1, len(code_texts) + 1), dtype=bool)
        marked[hits.get_column("edition_place").to_numpy(), hits.get_column("code_place").to_numpy()] = True
        near = lines.filter(pl.Series(marked[edition, code], dtype=pl.Boolean))
        joined = near.select("line", "date", *(pl.col(name).cast(kind) for name, kind in columns.items())).join(
            hits.drop("edition_place", "code_place"), on=["hs_code", "hs_edition"], nulls_equal=True
        )
        joined = joined.filter(pl.col("to").is_null() | pl.col("date").is_null() | (pl.col("date") <= pl.col("to")))
        return best(
            joined.select(
                *("line", "regime", "code", "family", "tier", "weight", "good"),
                how=pl.lit("code"),
                text=pl.col("hs_code"),
                since=pl.col("from"),
                in_force=pl.col("from").is_null() | (pl.col("date") >= pl.col("from")),
            ).cast(MARKS)
        )


def best(marks: pl.DataFrame) -> pl.DataFrame:
    """One mark for each line and regime: by code before description, the weightiest, then the first."""
    order = ["line", "regime", "how", "weight", "code", "good"]
    return marks.sort(order, descending=[False, False, False, True, False, False], nulls_last=True).unique(
        ["line", "regime"], keep="first", maintain_order=True
    )


def _editions(row: dict[str, str]) -> list[tuple[Any, ...]]:
    code, depth = row["code"].replace(".", "").replace(" ", ""), int(row["depth"] or len(row["code"]))
    if not code.isdigit():
        msg = "is no code of digits"
        raise ValueError(msg)
    if depth not in _DIGITS or depth != len(code):
        msg = f"has {len(code)} digits, its depth is {depth}"
        raise ValueError(msg)
    weight = float(row["weight"] or 1.0)
    if not 0.0 <= weight <= 1.0:
        msg = f"has the weight {weight}, which is not between 0 and 1"
        raise ValueError(msg)
    days = [date.fromisoformat(row[name]) if row[name] else None for name in ("from", "to")]
    editions = row["hs_edition"].split() or ["HS2022"]
    rest = (*days, row["tier"], weight, row["description"], row.get("family") or code)
    return [(row["regime"], code, depth, edition, *rest) for edition in editions]
