"""What the columns of one party say of it, where several say the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import polars as pl

from screening.intake.check_digits import SHARED, marked, split
from screening.intake.coded import Coded
from screening.intake.customs_addressed import others_apart
from screening.intake.customs_columns import cells_under
from screening.intake.party_dates import partial_date

if TYPE_CHECKING:
    from screening.intake.customs_layout import Source

_JOINED: Final = {"address": "\x1f", "city": "\x1f", "tax_id": ";", "other_name": "\x1f"}


def cells_of(columns: Mapping[str, Coded], height: int, attribute: str, sources: Sequence[Source]) -> Coded:
    """The cells of the columns that say one thing of a party, put together or the first that says something."""
    mine = [cells_under(each, columns, height) for each in sources]
    if attribute == "tax_id":
        mine = [_marked(column, each) for column, each in zip(mine, sources, strict=True)]
    return joined(attribute, mine)


def called_in(columns: Mapping[str, Coded], height: int, source: Source, names: Coded | None) -> tuple[Coded, Coded]:
    """What a column calls the party once more, and the addresses it has behind the names."""
    return others_apart(cells_of(columns, height, "other_name", [source]), names, addressed=source.addressed)


def joined(attribute: str, mine: Sequence[Coded]) -> Coded:
    """The cells of several columns as one: put together, or the first that says something."""
    if len(mine) == 1:
        return mine[0]
    parts = pl.DataFrame({str(n): column.text() for n, column in enumerate(mine)})
    if attribute in _JOINED:
        return Coded(parts.select(pl.concat_str(pl.all(), separator=_JOINED[attribute])).to_series())
    filled = [pl.when(pl.col(name) != "").then(pl.col(name)) for name in parts.columns]
    return Coded(parts.select(pl.coalesce(*filled, pl.lit(""))).to_series())


def _marked(column: Coded, source: Source) -> Coded:
    """Numbers with the kinds their heading names, and whether many names share them."""
    if not source.headed and not source.shared:
        return column
    several = [bool(source.shared) and not source.shared.isdisjoint(split(cell)[:1]) for cell in column.values]
    told = [
        marked(cell, source.headed | {SHARED} if many else source.headed)
        for cell, many in zip(column.values, several, strict=True)
    ]
    return Coded(column.spread(pl.Series(told, dtype=pl.String)))


def dated(founded: Coded, sources: Sequence[Source]) -> Coded:
    """Dates of foundation as ISO 8601 text, by what the column tells of the order of day and month."""
    orders = {each.day_first for each in sources} - {None}
    if len(orders) != 1:
        return founded
    order = orders.pop()
    told = [partial_date(text, day_first=order) or text for text in founded.values]
    return Coded(founded.spread(pl.Series(told, dtype=pl.String)))
