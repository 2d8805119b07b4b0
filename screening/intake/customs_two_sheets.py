"""Declarations on two sheets: their heads, which name the parties, on one, and their goods on another, with the number
of the declaration on both. Each row of goods is given what its head says; it stays the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final, NamedTuple

import polars as pl

from screening.errors import InputError
from screening.intake import columnar
from screening.intake.customs_contents import NUMBERS
from screening.intake.customs_header import SAMPLE, Header, sample
from screening.intake.customs_headings import OF_THE_SALE
from screening.intake.customs_layout import REMARKS, layout
from screening.intake.customs_phrases import ALL_SETS
from screening.intake.customs_roles import guesses
from screening.intake.headed import columns_headed
from screening.intake.merged_cells import filled_down
from screening.intake.tables import BadRow, Row, TextTable

AGREE: Final = 0.9
"""Share of the rows of goods that find exactly one head, from which the sheets belong together."""
_BLOCK: Final = 2_000
_KEY: Final = "declaration"
_SELLER_OR_BUYER: Final = frozenset(f"{party}_{of}" for party in OF_THE_SALE for of in ("name", "tax_id"))
_SEVERAL: Final = frozenset({REMARKS, "documents"})
"""Roles that head and goods may both have."""


class Sheet(NamedTuple):
    """A sheet whose headings were found.

    Attributes:
        number: Its number in the file.
        table: Its rows that are to be read.
        where: File and sheet, for messages.
        head: Its headings.
        sampled: The table whose rows tell what the columns hold.
        stands: The sheet as it stands in the file.
    """

    number: int
    table: TextTable
    where: str
    head: Header
    sampled: TextTable
    stands: TextTable

    @property
    def width(self) -> int:
        """The number of its headings."""
        return len(self.head.row.cells)


@dataclass(slots=True)
class _Told:
    """A sheet with the roles of its columns by index; and for heads their rows, with which of them goods were found."""

    sheet: Sheet
    roles: Mapping[int, str]
    key: int | None
    rows: pl.DataFrame = field(default_factory=pl.DataFrame)
    bad: int = 0
    used: pl.Series | None = None

    @property
    def left(self) -> int:
        """How many rows of a sheet of heads are to be read by themselves."""
        return self.rows.height - self.joined + self.bad

    @property
    def joined(self) -> int:
        """How many are the heads of goods."""
        return 0 if self.used is None else int(self.used.sum())


class _Match(NamedTuple):
    """How the numbers of a sheet of goods agree with those of a sheet of heads."""

    heads: _Told
    once: pl.DataFrame
    goods: pl.Series
    found: int
    several: int


def joined_sheets(
    sheets: Sequence[Sheet], mapping: Sequence[tuple[str, str]], name: str
) -> tuple[list[Sheet], list[str]]:
    """The sheets, goods with what the heads of their declarations say; and notes on what was joined, or why not.

    Heads with goods are no records by themselves: their sheet keeps those without.

    Args:
        sheets: The sheets of a file that have headings.
        mapping: Pairs of role and column, as `customs_layout.parse_mapping` gives them.
        name: The file, as people know it.
    """
    heads, goods = _heads_and_goods(sheets, mapping, name)
    notes: list[str] = []
    joined: dict[int, Sheet] = {}
    for each in goods:
        said = [of for of in heads if of.key is not None]
        if each.key is None or not said:
            if (each.key is None) != (not said):
                notes.append(_not_joined(each, heads[0], "only one of them has a column of declaration numbers"))
            continue
        match = max((_match(each, of) for of in said), key=lambda one: one.found)
        if not match.found or match.found < AGREE * len(match.goods):
            agreed = f"of {len(match.goods):,} rows of goods {match.found:,} find exactly one head by the declaration"
            notes.append(_not_joined(each, match.heads, f"{agreed} number; look whether it is written alike on both"))
            continue
        whole, told = _with_heads(each, match, mapping)
        notes += told
        if whole is not None:
            joined[each.sheet.number] = whole
    for of in heads:
        if of.used is not None:
            joined[of.sheet.number] = _without_used(of)
            notes.append(_said_of_heads(of))
    result = [joined.get(sheet.number, sheet) for sheet in sheets]
    spent = {of.sheet.number: of.sheet.table.notes for of in heads if of.used is not None and not of.left}
    notes += [note for told in spent.values() for note in told]
    return [sheet for sheet in result if sheet.number not in spent], notes


def _heads_and_goods(
    sheets: Sequence[Sheet], mapping: Sequence[tuple[str, str]], name: str
) -> tuple[list[_Told], list[_Told]]:
    """The sheets that name who sold or bought and no code of goods, and those of goods that name nobody."""
    if len(sheets) < 2 or not _may_be_two(sheets, mapping):
        return [], []
    heads, goods = [], []
    for sheet in sheets:
        header = sheet.head.row
        here = [pair for pair in mapping if columns_headed(pair[1], header.cells)]
        try:
            shape = layout(header.cells, sample(sheet.table, header, SAMPLE), here, sheet.where)
        except InputError:  # told where the sheet is read
            continue
        roles = {each.index: role for role, found in shape.columns.items() for each in found if each.index >= 0}
        amounts = {index for index, role in roles.items() if role in NUMBERS}
        key = next((each.index for each in shape.columns.get(_KEY, ()) if each.index >= 0), None)
        told = _Told(sheet._replace(table=filled_down(sheet.table, amounts)), roles, key)
        if _names_sides(roles.values()) and "hs_code" not in shape.columns:
            heads.append(told)
        elif _are_goods(roles.values()):
            goods.append(told)
    return (heads, goods) if heads and goods else ([], [])


def _may_be_two(sheets: Sequence[Sheet], mapping: Sequence[tuple[str, str]]) -> bool:
    """Whether the headings alone, or what is mapped, may be those of heads on one sheet and goods on another."""
    asked = {role for role, _ in mapping}
    roles = [{role for _, role, _ in guesses(sheet.head.row.cells, None, ALL_SETS)} for sheet in sheets]
    by_heading = any(map(_are_goods, roles)) and any(_names_sides(of) and "hs_code" not in of for of in roles)
    return by_heading or bool(asked & {_KEY, "hs_code"} or asked & _SELLER_OR_BUYER)


def _names_sides(roles: Iterable[str]) -> bool:
    return not _SELLER_OR_BUYER.isdisjoint(roles)


def _are_goods(roles: Iterable[str]) -> bool:
    of = set(roles)
    return of.isdisjoint(_SELLER_OR_BUYER) and ("hs_code" in of or ("description" in of and bool(of & set(NUMBERS))))


def _not_joined(goods: _Told, heads: _Told, why: str) -> str:
    return (
        f"{goods.sheet.where}: its goods have no parties, and sheet {heads.sheet.table.sheet} has parties without "
        f"goods, but the two were not joined: {why}"
    )


def _keys(cells: pl.Series) -> pl.Series:
    """Numbers of declarations as they are compared; null where a cell holds none."""
    plain = cells.str.replace_all(r"\s+", "").str.to_uppercase().str.replace(r"\.0$", "")
    return pl.select(pl.when(plain.str.contains(r"\d")).then(plain)).to_series().alias("_key")


def _match(goods: _Told, heads: _Told) -> _Match:
    if not heads.rows.width:
        heads.rows, heads.bad = _rows_of(heads.sheet, range(heads.sheet.width))
        heads.rows = heads.rows.with_columns(_keys(heads.rows[str(heads.key)]))
    rows, _ = _rows_of(goods.sheet, [goods.key or 0])
    keys = _keys(rows[str(goods.key)]).drop_nulls()
    apart = heads.rows.drop("row").unique(maintain_order=True).drop_nulls("_key")
    once = apart.filter(pl.len().over("_key") == 1)
    found = int(keys.is_in(once["_key"].implode()).sum())
    several = int(keys.is_in(apart["_key"].implode()).sum()) - found
    return _Match(heads, once, keys, found, several)


def _rows_of(sheet: Sheet, wanted: Sequence[int]) -> tuple[pl.DataFrame, int]:
    """Columns of a sheet as text with ``row``, the number of each; and how many rows could not be read."""
    schema = {**{str(index): pl.String for index in wanted}, "row": pl.Int64}
    frames, bad = [pl.DataFrame(schema=schema)], 0
    for chunk in columnar.chunks(sheet.table, sheet.head.row.number, sheet.width, wanted):
        frames.append(chunk.frame.with_columns(chunk.numbers.cast(pl.Int64).alias("row")))
        bad += len(chunk.bad)
    return pl.concat(frames), bad


def _with_heads(goods: _Told, match: _Match, mapping: Sequence[tuple[str, str]]) -> tuple[Sheet | None, list[str]]:
    """The sheet of goods with the columns of its heads behind its own; None where these cannot be read together."""
    heads, sheet = match.heads, goods.sheet
    headings = heads.sheet.head.row.cells
    asked = {at for _, column in mapping for at in columns_headed(column, headings)}
    carried = [index for index in range(len(headings)) if index in asked or _is_carried(index, heads, goods)]
    amounts = [str(index) for index in carried if heads.roles.get(index) in NUMBERS]
    alone = match.goods.value_counts(name="_many").filter(pl.col("_many") == 1)["_key"]
    of_one = pl.col("_key").is_in(alone.implode())
    once = match.once.select("_key", *map(str, carried))
    once = once.with_columns(pl.when(of_one).then(pl.col(each)).otherwise(pl.lit("")).alias(each) for each in amounts)
    table = _table(sheet, goods.key or 0, once)
    header = Row(sheet.head.row.number, [*sheet.head.row.cells, *(headings[index] for index in carried)])
    of_file = [heads.sheet.table.sheet, *heads.sheet.head.titles, *sheet.head.titles]
    head = Header(header, of_file, sheet.head.lines)
    whole = Sheet(sheet.number, table, sheet.where, head, table, sheet.stands)
    here = [pair for pair in mapping if columns_headed(pair[1], header.cells)]
    try:
        layout(header.cells, sample(table, header, SAMPLE), here, sheet.where)
    except InputError as error:
        return None, [_not_joined(goods, heads, error.what)]
    used = heads.rows["_key"].is_in(once["_key"].implode()) & heads.rows["_key"].is_in(match.goods.unique().implode())
    used = used.fill_null(value=False)
    heads.used = used if heads.used is None else heads.used | used
    return whole, _said_of_goods(goods, match, [headings[int(index)] for index in amounts], len(alone))


def _is_carried(index: int, heads: _Told, goods: _Told) -> bool:
    """Whether a column of heads says what the goods do not."""
    role = heads.roles.get(index)
    if role in _SEVERAL:
        return True
    heading = heads.sheet.head.row.cells[index].strip()
    alike = heading in (cell.strip() for cell in goods.sheet.head.row.cells)
    return not alike and role not in (_KEY, "item") and role not in goods.roles.values()


def _table(sheet: Sheet, key: int, once: pl.DataFrame) -> TextTable:
    """The rows of goods, each with what its head says behind its own cells."""

    def lines() -> Iterator[Row | BadRow]:
        rows = sheet.table.rows(sheet.head.row.number, sheet.width)
        while block := list(islice(rows, _BLOCK)):
            cells = [row.cells[key] for row in block if isinstance(row, Row)]
            keys = pl.DataFrame(_keys(pl.Series(cells, dtype=pl.String)))
            told = keys.join(once, on="_key", how="left", maintain_order="left").drop("_key").fill_null("").iter_rows()
            for row in block:
                yield replace(row, cells=[*row.cells, *next(told)]) if isinstance(row, Row) else row

    return TextTable(sheet.table.sheet, lines, ragged=sheet.table.ragged, notes=sheet.table.notes)


def _without_used(heads: _Told) -> Sheet:
    """The sheet of heads without those that goods were found for."""
    used = frozenset(heads.rows.filter(heads.used)["row"].to_list()) if heads.used is not None else ()
    inner = heads.sheet.table.lines

    def lines() -> Iterator[Row | BadRow]:
        return (row for row in inner() if isinstance(row, BadRow) or row.number not in used)

    sheet = heads.sheet
    return sheet._replace(table=replace(sheet.table, lines=lines, origin=None), sampled=sheet.table)


def _said_of_goods(goods: _Told, match: _Match, amounts: Sequence[str], alone: int) -> list[str]:
    heading = goods.sheet.head.row.cells[goods.key or 0]
    of = match.heads.sheet.table.sheet
    said = f"{match.found:,} rows of goods are joined to their heads on sheet {of} by {heading!r}"
    if match.several:
        said += f"; {match.several:,} find several heads that differ, and are read without any"
    if lost := len(match.goods) - match.found - match.several:
        said += f"; {lost:,} find no head, and are read without"
    notes = [f"{goods.sheet.where}: {said}"]
    if amounts and alone < match.goods.n_unique():
        notes.append(
            f"{goods.sheet.where}: {', '.join(map(repr, amounts))} of sheet {of} say how much a whole declaration is: "
            "read only where it has one row of goods"
        )
    return notes


def _said_of_heads(heads: _Told) -> str:
    said = (
        f"{heads.sheet.where}: {heads.joined:,} rows are heads of goods on another sheet, and no records of their own"
    )
    return f"{said}; {heads.left:,} others are read by themselves" if heads.left else said
