"""What columns hold whose contents are not what their headings say, but something else that the same words may mean.

"Kuruluş" is a founding and an institution; "Data Source", with a word that is a date in some languages, may hold "India
Imports"; "Shipped from" a firm and a country; "Vessel IMO" a number, and a name with its number; "Org" where a good or
a flight is from; "Йўналиш" whether goods come or go, and by which way;
"Delivery" the terms and the place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import Final

from screening.intake import customs_values as values
from screening.intake.country_cells import country_in
from screening.intake.customs_beside import incoterm_in
from screening.intake.customs_contents import are_ways
from screening.intake.customs_headings import PARTIES, Guess
from screening.intake.customs_ports import airports, is_place, of_stop
from screening.intake.customs_routes import stops
from screening.intake.nothing import is_error
from screening.intake.party_dates import partial_date

_ENDS: Final = {"exporter": "dispatch", "importer": "destination"}
"""What countries in the place of a seller's and a buyer's names are."""
_SHIPS_NUMBER: Final = re.compile(r"(?:IMO[\s.:#№-]*)?\d{7}(?:\.0)?", re.IGNORECASE)
"""A ship's number by itself, as under "Vessel IMO"."""
_NEARLY_ALL: Final = 0.95
_FEWEST: Final = 4
_HALF: Final = 0.5
"""Countries in three letters are nearly half of them airports' codes as well."""


def meant_otherwise(role: str, guess: Guess, cells: Sequence[str], roles: Collection[str]) -> str:
    """The role that a column's contents tell in place of the one its heading gives it; that one where they tell none.

    Args:
        role: What the heading gives it.
        guess: What the heading says.
        cells: The column's cells in the sample.
        roles: The roles that the headings give all columns.
    """
    party, _, attribute = role.rpartition("_")
    said = {cell for cell in cells if values.said(cell) and not is_error(cell)}
    if role == "vessel" and said and _share(said, _is_ships_number) >= _NEARLY_ALL:
        return "imo"
    if role == "imo" and "vessel" not in roles and said and _share(said, _is_named_ship) >= _NEARLY_ALL:
        return "vessel"
    if role == "origin" and said and _share(said, _is_airport) >= _NEARLY_ALL and _share(said, _is_country) < _HALF:
        return "loading_place"
    if role == "date" and "direction" not in roles and are_ways([*said]):
        return "direction"
    if role == "direction" and "via" not in roles and said and _share(said, _is_route) >= _NEARLY_ALL:
        return "via"
    if role == "incoterm" and said and not any(map(_is_term, said)) and _share(said, is_place) >= _HALF:
        return "delivery_place"
    if party not in PARTIES or guess.role.startswith("own_") or not said:
        return role
    if attribute == "incorporated" and f"{party}_name" not in roles and _share(said, _is_founding) < 1 - _NEARLY_ALL:
        return f"{party}_name" if _share(said, _is_text) >= _NEARLY_ALL else role
    end = _ENDS.get(PARTIES[party], "")
    if attribute == "name" and end and end not in roles and sum(map(bool, cells)) >= _FEWEST:
        return end if _share(said, _is_country) >= _NEARLY_ALL else role
    return role


def _share(said: Collection[str], fits: Callable[[str], bool]) -> float:
    return sum(map(fits, said)) / len(said)


def _is_route(cell: str) -> bool:
    return len(along := stops(cell)) > 1 and all(of_stop(each) is not None for each in (along[0], along[1]))


def _is_term(cell: str) -> bool:
    return incoterm_in(cell)[0] is not None


def _is_founding(cell: str) -> bool:
    return partial_date(cell) is not None


def _is_airport(cell: str) -> bool:
    return cell.strip() in airports()


def _is_country(cell: str) -> bool:
    return country_in(cell) is not None


def _is_ships_number(cell: str) -> bool:
    return _SHIPS_NUMBER.fullmatch(cell.strip()) is not None


def _is_named_ship(cell: str) -> bool:
    return _is_text(cell) and not _is_ships_number(cell)


def _is_text(cell: str) -> bool:
    return any(map(str.isalpha, cell))
