"""The countries of parties abroad that neither a column nor their address states, told by what several things say
together: where the goods go and with whom the trade is, the towns of the address, the check digits of a number.

One of them alone tells none: Cairo Montenotte is in Italy, and one number in ten is right by chance. What is told so is
marked: it agrees with a listing and never contradicts one, and makes no two parties of one.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from screening.intake.check_digits import is_checked_of, numbers_in
from screening.intake.coded import Coded
from screening.intake.country_cells import placed
from screening.intake.customs_columns import RoleColumns
from screening.intake.customs_headings import PARTIES
from screening.intake.customs_parties import INFERRED
from screening.intake.customs_ships import SHIP
from screening.names.addresses import parse

_ENDS: Final = {"importer": ("destination", "dispatch", "export"), "exporter": ("dispatch", "destination", "import")}
"""Where the goods of a party come from or go to, the other end of the way, and the direction in which it is abroad."""
_ALL: Final = ("dispatch", "destination", "trading_country")
_SAID: Final = ("address", "city", "tax_id")


def tell_countries(whole_row: dict[str, dict[str, Coded]], height: int, cleaner: RoleColumns, ways: pl.Series) -> None:
    """Give the parties of a chunk's rows the countries that are told so, behind `INFERRED`.

    Args:
        whole_row: The cells of each party; ``country`` is completed.
        height: Rows of the chunk.
        cleaner: Its columns.
        ways: Import, export or transit of each row, null where it says none.
    """
    ends = {role: _end(cleaner, role, height) for role in _ALL}
    if all(each.null_count() == height for each in ends.values()):
        return
    nothing = pl.repeat("", height, dtype=pl.String, eager=True)
    for party, cells in whole_row.items():
        if party == SHIP or "name" not in cells:
            continue
        said = cells["country"].text() if "country" in cells else nothing
        unsaid = (said == "") & (cells["name"].text() != "")
        if not unsaid.any():
            continue
        role = PARTIES.get(party, party)
        near, far, way = _ENDS.get(role, ("", "", ""))
        rows = pl.DataFrame(
            {
                **{name: cells[name].text() if name in cells else nothing for name in _SAID},
                **ends,
                "near": ends[near] if near else pl.repeat(None, height, dtype=pl.String, eager=True),
                "far": ends[far] if far else pl.repeat(None, height, dtype=pl.String, eager=True),
                "abroad": (ways == way).fill_null(value=False),
            }
        )
        different = rows.filter(unsaid).unique().with_row_index("number")
        told = pl.Series([_told(*row) for row in different.drop("number").iter_rows()], dtype=pl.String)
        if told.null_count() == len(told):
            continue
        keys = rows.columns
        found = rows.join(different, on=keys, how="left", nulls_equal=True, maintain_order="left").get_column("number")
        code = told.gather(found)
        known = unsaid & code.is_not_null()
        country = pl.select(pl.when(known).then(pl.lit(INFERRED) + code).otherwise(said)).to_series()
        cells["country"] = Coded(country)


def _end(cleaner: RoleColumns, role: str, height: int) -> pl.Series:
    """The country of a role's columns on each row."""
    found = [column.read(lambda cell: placed(cell)[0], pl.String) for _, column in cleaner.under(role)]
    none = pl.repeat(None, height, dtype=pl.String, eager=True)
    return pl.select(pl.coalesce(*found, none)).to_series()


def _told(
    address: str,
    city: str,
    tax_id: str,
    dispatch: str | None,
    destination: str | None,
    trading: str | None,
    near: str | None,
    far: str | None,
    abroad: bool,
) -> str | None:
    """The country that two things at least say, and none of them another."""
    towns = parse(address).placed_in | parse(city).placed_in
    numbers = [number for _, number, _ in numbers_in(tax_id)[:1]] if tax_id else []
    ends = [
        code for code in dict.fromkeys((near, trading) if near or far else (dispatch, destination, trading)) if code
    ]
    for code in dict.fromkeys((*ends, *towns)):
        elsewhere = bool(towns) and code not in towns
        numbered = any(is_checked_of(number, code) for number in numbers)
        placed_there = towns == {code}
        both = abroad and near == trading == code and code != far
        if (numbered and (code in ends or placed_there)) or (
            not elsewhere and (both or (placed_there and code in ends))
        ):
            return code
    return None
