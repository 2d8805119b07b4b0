"""Goods across editions of the Harmonized System: codes and their predecessors followed as one good."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

import polars as pl

from screening.errors import InputError
from screening.intake.statistics_cells import TOTAL
from screening.intake.tables import Row, TextTable, open_tables
from screening.names.folding import fold
from screening.reference import table
from screening.trade.goods import GoodsList

LEVEL: Final = 6
"""Digits at which goods are compared: what is finer is national, and changes every year."""
_YEAR = re.compile(r"(?<!\d)(2007|2012|2017|2022|2028)(?!\d)")
_LARGEST: Final = 12
"""Codes one good may be made of; where everything hangs together with everything, nothing is followed."""
_LOOKED_AT: Final = 10


@dataclass(frozen=True)
class Joins:
    """Which codes are one good, by edition and code; what could not be joined; where it was read.

    ``same`` maps (edition, code) to the good's name; ``ambiguous`` are codes of the newer edition that share
    predecessors with others in both directions (n:n), which are not joined.
    """

    same: dict[tuple[str, str], str] = field(default_factory=dict)
    ambiguous: frozenset[tuple[str, str]] = frozenset()
    sources: tuple[str, ...] = ()


def editions() -> list[tuple[str, date]]:
    """The editions with the day they came into force, oldest first."""
    rows = [(row["edition"], date.fromisoformat(row["from"])) for row in table("rules/hs_editions.tsv").rows]
    return sorted(rows, key=lambda row: row[1])


def read(paths: Iterable[str | Path]) -> Joins:
    """Read correspondence tables: the UN Statistics Division's, or any with a column of codes for each edition.

    The columns are told by the year in their headings (``HS2022``, ``hs2017_practical``); a column of relationships
    (1:1, n:1, n:n) is heeded. ``hs6`` beside a column ``hs_edition`` will do for the newer one.

    Raises:
        InputError: A file cannot be read or holds no such table.
    """
    same: dict[tuple[str, str], str] = {}
    ambiguous: set[tuple[str, str]] = set()
    sources = []
    for path in paths:
        pairs, doubtful = _pairs(path)
        same |= _families(pairs)
        ambiguous |= doubtful
        sources.append(str(path))
    return Joins(same, frozenset(ambiguous - set(same)), tuple(sources))


def _pairs(path: str | Path) -> tuple[list[tuple[tuple[str, str], tuple[str, str]]], set[tuple[str, str]]]:
    with open_tables(path) as opened:
        best: tuple[list[tuple[tuple[str, str], tuple[str, str]]], set[tuple[str, str]]] | None = None
        for sheet in opened.tables:
            found = _of_sheet(sheet)
            # a sheet that says how codes relate goes before one that settles each on a single predecessor
            if found is not None and (best is None or (bool(found[1]), len(found[0])) > (bool(best[1]), len(best[0]))):
                best = found
    if best is None:
        raise InputError(
            "is no correspondence table: no two columns have the year of an edition in their heading",
            where=str(path),
            remedy="name them HS2022 and HS2017, for instance",
        )
    if not best[0] and not best[1]:
        raise InputError("holds no pair of codes", where=str(path), remedy="get the table again from its publisher")
    return best


def _of_sheet(sheet: TextTable) -> tuple[list[tuple[tuple[str, str], tuple[str, str]]], set[tuple[str, str]]] | None:
    rows = iter(sheet.lines())
    header: Row | None = None
    for _ in range(_LOOKED_AT):
        row = next(rows, None)
        if isinstance(row, Row) and len(_columns(row.cells)) > 1:
            header = row
            break
    if header is None:
        return None
    columns = _columns(header.cells)
    newer, older = sorted(columns, reverse=True)[:2]
    relation = next((n for n, cell in enumerate(header.cells) if "relationship" in fold(cell)), None)
    settled = "practical" in fold(header.cells[columns[older]])
    pairs, doubtful = [], set()
    for row in rows:
        if not isinstance(row, Row) or len(row.cells) <= max(columns[newer], columns[older]):
            continue
        new, old = (_digits(row.cells[columns[year]]) for year in (newer, older))
        if len(new) != LEVEL or len(old) != LEVEL:
            continue
        how = row.cells[relation].strip().lower() if relation is not None and relation < len(row.cells) else ""
        left = (f"HS{newer}", new)
        if how == "n:n" and not settled:
            doubtful.add(left)
        else:
            pairs.append((left, (f"HS{older}", old)))
    return pairs, doubtful


def _columns(cells: list[str]) -> dict[str, int]:
    """The column of each edition: of several for one edition, the one that was settled on by hand."""
    found: dict[str, int] = {}
    for number, cell in enumerate(cells):
        year = _YEAR.search(cell.replace("_", " "))
        name = fold(cell)
        if year is None or any(word in name for word in ("relation", "correlat", "n_hs")):
            continue
        if year[1] not in found or "practical" in name:
            found[year[1]] = number
    if len(found) and "2022" not in found:
        plain = next((n for n, cell in enumerate(cells) if fold(cell) in ("hs6", "code")), None)
        if plain is not None:
            found["2022"] = plain
    return found


def _digits(cell: str) -> str:
    plain = "".join(char for char in cell if char.isdigit())
    return plain.zfill(LEVEL) if len(plain) == LEVEL - 1 else plain


def _families(pairs: list[tuple[tuple[str, str], tuple[str, str]]]) -> dict[tuple[str, str], str]:
    parent: dict[tuple[str, str], tuple[str, str]] = {}

    def root(code: tuple[str, str]) -> tuple[str, str]:
        while parent.setdefault(code, code) != code:
            parent[code] = parent[parent[code]]
            code = parent[code]
        return code

    for one, other in pairs:
        parent[root(one)] = root(other)
    groups: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for code in parent:
        groups.setdefault(root(code), []).append(code)
    named = {}
    for group in groups.values():
        if len({code for _, code in group}) > _LARGEST:
            continue
        newest = max(edition for edition, _ in group)
        new = sorted(code for edition, code in group if edition == newest)
        old = sorted(code for edition, code in group if edition != newest)
        name = new[0] if len(new) == 1 else old[0] if len(old) == 1 else new[0]
        named.update(dict.fromkeys(group, name))
    return named


def goods_of(codes: pl.DataFrame, goods: GoodsList, joins: Joins, when: date) -> pl.DataFrame:
    """The good each code belongs to.

    Args:
        codes: ``code`` (digits or TOTAL) and ``edition``, each pair once.
        goods: Watched goods; their families go before ``joins``.
        joins: Correspondences read beside them.
        when: A day on which the watched goods count.

    Returns:
        ``code, edition, good, regimes, tier, weight, description, doubtful``: weight 0 where no list names the good,
        ``doubtful`` where the code has several predecessors that are not told apart.
    """
    lines = codes.with_row_index("line").with_columns(hs_code="code", hs_edition="edition", date=pl.lit(when))
    marks = goods.marks(lines.select("line", "hs_code", "hs_edition", "date")) if len(goods) else None
    table_ = lines.select("line", "code", "edition")
    if marks is not None and marks.height:
        best = (
            marks.sort(["line", "weight", "regime"], descending=[False, True, False])
            .group_by("line", maintain_order=True)
            .agg(
                pl.col("regime").str.join(" ").alias("regimes"),
                pl.col("family").first(), pl.col("tier").first(), pl.col("weight").first(),
                pl.col("good").first().alias("description"),
            )
        )  # fmt: skip
        table_ = table_.join(best, on="line", how="left", maintain_order="left")
    else:
        table_ = table_.with_columns(
            *(pl.lit(None, pl.String).alias(name) for name in ("regimes", "family", "tier", "description")),
            weight=pl.lit(None, pl.Float64),
        )
    rows = []
    for code, edition, family in table_.select("code", "edition", "family").rows():
        six = code if code == TOTAL else code[:LEVEL]
        joined = joins.same.get((edition, six))
        rows.append((family or joined or six, (edition, six) in joins.ambiguous and not family))
    found = table_.with_columns(
        pl.Series("good", [good for good, _ in rows], pl.String),
        pl.Series("doubtful", [doubtful for _, doubtful in rows], pl.Boolean),
    )
    # a good is watched when any of its codes is: its predecessor may hold more than it
    over = pl.col("weight").max().over("good")
    top = found.filter(pl.col("weight").is_not_null()).sort(
        ["good", "weight", "edition"], descending=[False, True, True]
    )
    named = top.unique("good", keep="first", maintain_order=True).select("good", "regimes", "tier", "description")
    return (
        found.with_columns(weight=over.fill_null(0.0))
        .drop("regimes", "tier", "description", "family", "line")
        .join(named, on="good", how="left")
        .with_columns(pl.col("regimes", "tier").fill_null(""))
    )
