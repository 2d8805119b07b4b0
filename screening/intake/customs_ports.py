"""Ports and airports in cells of customs tables: the country of ``BUSAN, SOUTH KOREA``, ``CNSHA``, ``FRU``.

Codes are read as such only in columns that hold nothing else: CAN is Canada, too, and PARIS no place in Panama.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from screening.intake import customs_values as values
from screening.intake.country_cells import placed
from screening.names.places import country_code, place, place_concept
from screening.reference import table

if TYPE_CHECKING:
    from screening.intake.customs_layout import CustomsLayout, Source

AIRPORT: Final = "airport"
LOCODE: Final = "UN/LOCODE"
DISCHARGE: Final = 4
"""The rank of headings of ports of discharge among those of places of delivery."""
_MOVED: Final = {"origin": "loading_place"}
"""Roles that columns of airports have in place of those their headings give: no good is made at one."""
_PLACES: Final = ("origin", "dispatch", "destination", "loading_place", "delivery_place", "via")
_AIRPORT: Final = re.compile(r"[A-Z]{3}")
_LOCODE: Final = re.compile(r"([A-Z]{2})\s?[A-Z2-9]{3}")
_ROUTE: Final = re.compile(r"\s*[-–—>→/]+\s*")
_PARTS: Final = re.compile(r"[,;/()]")
_SHARE: Final = 0.95
_FEWEST: Final = 2
"""Different codes that nothing but an airport has, from which columns of three letters are airports'."""
_SHORTEST: Final = 3


@cache
def airports() -> dict[str, str]:
    """The country of each airport by its IATA code."""
    return {code: row["country"] for row in table("places/airports.tsv").rows for code in row["airports"].split()}


def reader(written: str) -> Callable[[str], str | None]:
    """What reads the country of a cell of a column that is written so."""
    return {AIRPORT: _of_airport, LOCODE: _of_locode}.get(written, of_port)


@lru_cache(maxsize=4096)
def of_port(cell: str) -> str | None:
    """The country a cell names, or that of the towns it names."""
    if code := placed(cell)[0]:
        return code
    towns = [
        known for part in (cell, *_PARTS.split(cell)) if (concept := place_concept(part)) and (known := place(concept))
    ]
    countries = {town.country for town in towns} - {"XX"}
    return countries.pop() if len(countries) == 1 else None


def _of_airport(cell: str) -> str | None:
    """The country of an airport; of a route that of the first stop between its ends."""
    stops = [each for each in _ROUTE.split(cell.strip()) if each]
    if len(stops) == 1:
        return airports().get(stops[0])
    return next((code for stop in stops[1:-1] if (code := airports().get(stop))), None)


def _of_locode(cell: str) -> str | None:
    found = _LOCODE.fullmatch(cell.strip())
    return country_code(found[1]) if found else None


def tell_codes(result: CustomsLayout, sample: Sequence[Sequence[str]], mapped: Collection[str]) -> None:
    """Find columns of ports that are written in codes; what ``--map`` named is left as it is."""
    held = [
        (role, source, cells)
        for role in _PLACES
        if role not in mapped
        for source in result.columns.get(role, ())
        if source.index >= 0 and (cells := {row[source.index] for row in sample if values.said(row[source.index])})
    ]
    flown = [(role, source, _stops(cells)) for role, source, cells in held]
    flown = [(role, source, stops) for role, source, stops in flown if _mostly(stops, airports().__contains__)]
    only = {stop for _, _, stops in flown for stop in stops if not country_code(stop)}
    for role, source, _ in flown if len(only) >= _FEWEST else ():
        _written(result, role, source, AIRPORT)
    for role, source, cells in held:
        # town names of five letters begin as codes do; three and more of other countries are none by chance
        codes = {found[1] for cell in cells if (found := _LOCODE.fullmatch(cell.strip())) and _of_locode(cell)}
        if _mostly(cells, lambda cell: _of_locode(cell) is not None and not place_concept(cell)) and (
            len(cells) >= _SHORTEST and codes
        ):
            _written(result, role, source, LOCODE)


def _stops(cells: Collection[str]) -> set[str]:
    return {stop for cell in cells for stop in _ROUTE.split(cell.strip())}


def _mostly(cells: Collection[str], known: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(map(known, cells)) >= _SHARE * len(cells)


def _written(result: CustomsLayout, role: str, source: Source, how: str) -> None:
    columns = result.columns[role]
    columns[columns.index(source)] = told = replace(source, written=how)
    if role in _MOVED and how == AIRPORT:
        columns.remove(told)
        if not columns:
            del result.columns[role]
        result.columns.setdefault(_MOVED[role], []).append(told)


def is_place(cell: str) -> bool:
    """Whether a cell may name where goods go or pass: a country, a port, an airport, a route between airports."""
    return of_port(cell) is not None or any(map(airports().__contains__, _ROUTE.split(cell.strip())))
