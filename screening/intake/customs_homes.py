"""Which country parties are of where no column says it: that of the customs, unless their address is elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from screening.intake.coded import Coded
from screening.intake.customs_clean import Cleaner
from screening.names.addresses import parse


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


def _unsaid(cells: Mapping[str, Coded], height: int, cleaner: Cleaner, way: str) -> tuple[pl.Series, pl.Series]:
    """The countries that columns give a party, and on which rows of that direction they give none."""
    said = cells["country"].text() if "country" in cells else pl.repeat("", height, dtype=pl.String, eager=True)
    return said, (said == "") & (cleaner.directions() == way).fill_null(value=False)


def elsewhere(address: str, home: str) -> bool:
    """Whether an address names a country, or towns and regions of which none is known to be of ``home``."""
    said = parse(address)
    return bool(said.country) or (bool(said.placed_in) and home not in said.placed_in)
