"""Which country the parties of a record are of, where no column says it: by whose customs it is, by their towns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import polars as pl

from screening.intake.coded import Coded
from screening.intake.country_cells import country_in
from screening.intake.customs_clean import Cleaner
from screening.intake.customs_columns import cells_under
from screening.intake.customs_layout import CustomsLayout
from screening.names.addresses import parse
from screening.names.places import place

_ABROAD: Final = (("importer", "export", "destination"), ("exporter", "import", "dispatch"))
"""The party on the other side of the border, by the direction of the record, and the end of the way that is there."""


def at_home(whole_row: dict[str, dict[str, Coded]], home: str, height: int, cleaner: Cleaner) -> None:
    """Importers of imports and exporters of exports are of the country whose customs it is, where neither a column nor
    their address tells another.
    """
    for party, way in (("importer", "import"), ("exporter", "export")):
        cells = whole_row.get(party)
        if not cells:
            continue
        said, unsaid = _unsaid(cells, height, cleaner, way)
        if unsaid.any() and (address := cells.get("address")):
            unsaid &= ~address.spread(pl.Series([elsewhere(text, home) for text in address.values]))
        if unsaid.any():
            cells["country"] = Coded(pl.select(pl.when(unsaid).then(pl.lit(home)).otherwise(said)).to_series())


def of_their_towns(
    whole_row: dict[str, dict[str, Coded]],
    columns: Mapping[str, Coded],
    height: int,
    layout: CustomsLayout,
    cleaner: Cleaner,
) -> None:
    """Who buys exports and who sells imports is of the country of the towns in his address, where no column tells
    another and the goods are traded with that country, go there or come from there. A town alone has namesakes, and
    goods go to others than who buys them.
    """
    for party, way, end in _ABROAD:
        cells = whole_row.get(party)
        if not cells or "address" not in cells:
            continue
        said, unsaid = _unsaid(cells, height, cleaner, way)
        if not unsaid.any():
            continue
        towns = cells["address"].read(_country_of_towns, pl.String)
        sources = [source for role in ("trading_country", end) for source in layout.columns.get(role, ())]
        ends = [cells_under(each, columns, height).read(country_in, pl.String) for each in sources]
        agreed = [(each == towns).fill_null(value=False) & unsaid for each in ends if len(each) == height]
        if agreed:
            told = pl.select(pl.when(pl.any_horizontal(*agreed)).then(towns).otherwise(said)).to_series()
            cells["country"] = Coded(told)


def _unsaid(cells: Mapping[str, Coded], height: int, cleaner: Cleaner, way: str) -> tuple[pl.Series, pl.Series]:
    """The countries that columns give a party, and on which rows of that direction they give none."""
    said = cells["country"].text() if "country" in cells else pl.repeat("", height, dtype=pl.String, eager=True)
    return said, (said == "") & (cleaner.directions() == way).fill_null(value=False)


def _country_of_towns(address: str) -> str | None:
    """The one country of the towns and regions that an address names; None where it says a country, or several."""
    said = parse(address)
    places = {known.country for concept in said.towns | said.regions if (known := place(concept))}
    return places.pop() or None if len(places) == 1 and not said.country else None


def elsewhere(address: str, home: str) -> bool:
    """Whether an address names a country, or towns and regions of which none is known to be of ``home``."""
    said = parse(address)
    places = {known.country for concept in said.towns | said.regions if (known := place(concept))}
    return bool(said.country) or (bool(places) and home not in places)
