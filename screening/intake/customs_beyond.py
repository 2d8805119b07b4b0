"""Where goods go on to beyond what the columns say: by remarks, descriptions, places of delivery and ends of routes."""

from __future__ import annotations

from typing import Final

import polars as pl

from screening.intake.coded import Coded
from screening.intake.country_cells import country_in
from screening.intake.customs_columns import RoleColumns
from screening.intake.customs_layout import REMARKS
from screening.intake.customs_ports import of_port
from screening.intake.customs_remarks import may_go_on, onward_in, passed_in
from screening.intake.customs_routes import stops

_FEWEST_STOPS: Final = 3


def go_beyond(cleaner: RoleColumns, out: dict[str, pl.Series]) -> None:
    """What remarks say of the way, where no column does; and where they, the place of delivery, the description or the
    end of a route say that goods go on to, which is put behind that place as the end of a route.

    Args:
        cleaner: The columns of a chunk.
        out: What is read of it so far; ``via`` and ``delivery_place`` are completed.
    """
    remarks = [column for _, column in cleaner.under(REMARKS)]
    out["via"] = _first([out["via"], *(each.read(passed_in, pl.String) for each in remarks)])
    onward = [each.read(onward_in, pl.String) for each in remarks]
    for text in (out["delivery_place"], out["description"]):
        if (marked := may_go_on(text)).any():
            said = Coded(pl.select(pl.when(marked).then(text).otherwise(pl.lit(""))).to_series())
            onward.append(said.read(onward_in, pl.String))
    onward += _ends_of_routes(cleaner, out["destination"])
    if not onward:
        return
    place, further = out["delivery_place"], _first(onward)
    whole = pl.when(place.is_null()).then(further).otherwise(place + " → " + further)
    same = further.is_null() | (place == further).fill_null(value=False)
    out["delivery_place"] = pl.select(pl.when(same).then(place).otherwise(whole)).to_series()


def _ends_of_routes(cleaner: RoleColumns, destination: pl.Series) -> list[pl.Series]:
    """The last stops of routes that pass the country the goods are bound for, or bought in, and go on to another."""
    routes = [column for _, column in cleaner.under("via") if any(map(_is_long, column.values))]
    if not routes:
        return []
    buyers = [column.read(country_in, pl.String) for _, column in cleaner.under("importer_country")]
    there = _first([destination, *buyers])
    found = []
    for column in routes:
        pairs = pl.DataFrame({"route": column.text(), "there": there})
        each = pairs.unique().with_row_index("number")
        ends = pl.Series([_beyond(route, country) for _, route, country in each.iter_rows()], dtype=pl.String)
        known = pairs.join(each, on=["route", "there"], how="left", nulls_equal=True, maintain_order="left")
        found.append(ends.gather(known.get_column("number")))
    return found


def _is_long(cell: str) -> bool:
    return len(stops(cell)) >= _FEWEST_STOPS


def _beyond(route: str | None, there: str | None) -> str | None:
    """The last stop of a route that passes a country and ends in another."""
    passed = stops(route or "") if there else []
    countries = [of_port(stop) for stop in passed]
    if len(passed) < _FEWEST_STOPS or there not in countries[1:-1] or countries[-1] in (None, there):
        return None
    return passed[-1]


def _first(found: list[pl.Series]) -> pl.Series:
    """On each row the first that says something."""
    return pl.select(pl.coalesce(*found)).to_series() if len(found) > 1 else found[0]
