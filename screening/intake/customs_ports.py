"""Ports and airports in cells of customs tables: the country of ``BUSAN, SOUTH KOREA``, ``CNSHA``, ``FRU``.

Codes are read as such only in columns that hold nothing else: CAN is Canada, too, and PARIS no place in Panama.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from screening.intake import customs_values as values
from screening.intake.country_cells import country_in, placed
from screening.intake.customs_border_posts import post_in, posts
from screening.intake.customs_routes import stops
from screening.intake.customs_wording import listed
from screening.names.places import country_code, place, place_concept
from screening.names.tokens import words
from screening.reference import table

if TYPE_CHECKING:
    from screening.intake.customs_layout import CustomsLayout, Source

AIRPORT: Final = "airport"
LOCODE: Final = "UN/LOCODE"
DISCHARGE: Final = 4
"""The rank of headings of ports of discharge among those of places of delivery."""
ARRIVAL: Final = 12
"""The rank of headings of where goods arrive among those of where they go."""
_MOVED: Final = {"origin": "loading_place"}
"""Roles that columns of airports have in place of those their headings give: no good is made at one."""
_PLACES: Final = ("origin", "dispatch", "destination", "loading_place", "delivery_place", "via")
_LOCODE: Final = re.compile(r"([A-Z]{2})\s?[A-Z2-9]{3}")
_ROUTE: Final = re.compile(r"\s*[-–—>→/]+\s*")
_ENDS: Final = 2
_PARTS: Final = re.compile(r"[,;/()]")
_LISTED: Final = re.compile(r"[/,;+]")
_SHARE: Final = 0.95
_FEWEST: Final = 4
"""Different codes that are no country's, from which columns of three letters are airports': nearly half of what three
letters make is some airport's (AIR, SEA).
"""
_FEWEST_LOCODES: Final = 3
"""Different codes of a column of UN/LOCODE at least: one or two may be towns of five letters that no table knows."""


@cache
def airports() -> dict[str, str]:
    """The country of each airport by its IATA code."""
    return {code: row["country"] for row in table("places/airports.tsv").rows for code in row["airports"].split()}


def reader(written: str) -> Callable[[str], str | None]:
    """What reads the country of a cell of a column that is written so."""
    return {AIRPORT: _of_airport, LOCODE: _of_locode}.get(written, of_port)


def passed(written: str) -> Callable[[str], str | None]:
    """The same of a column of what goods pass: of a route between towns the first country it passes, of stations at
    borders that of the first.
    """
    read = reader(written)
    return lambda cell: _of_stations(cell) or read(cell) or _of_route(cell)


@lru_cache(maxsize=4096)
def _of_route(cell: str) -> str | None:
    between = [country for stop in stops(cell)[1:-1] if (country := of_stop(stop))]
    return between[0] if between else None


@lru_cache(maxsize=4096)
def _of_stations(cell: str) -> str | None:
    """The first country of a list of places, one of which at least is a station at a border."""
    listed = [each for part in _LISTED.split(cell) if (each := part.strip())]
    if not any(map(_of_station, listed)):
        return None
    return next(code for each in listed if (code := of_stop(each)))


def of_stop(stop: str) -> str | None:
    """The country of a stop on the way: of a port, a town, or a station at a border."""
    return of_port(stop) or _of_station(stop)


def of_post(cell: str) -> str | None:
    """The country that a post at a border lies in, or a port or airport by which goods come in or go out."""
    post = post_in(cell)
    return post.country if post else of_port(cell)


def _of_station(stop: str) -> str | None:
    known = posts().get(" ".join(words(stop)))
    return known.country if known else None


@lru_cache(maxsize=4096)
def of_port(cell: str) -> str | None:
    """The country a cell names, or that of the towns it names, by themselves or as those of a port or airport."""
    if code := placed(cell)[0]:
        return code
    parts = (cell, *_PARTS.split(cell))
    countries = set(filter(None, map(_of_town, parts))) or set(filter(None, map(_of_town, map(_without_word, parts))))
    return countries.pop() if len(countries) == 1 else None


def _of_town(text: str) -> str | None:
    concept = place_concept(text)
    known = place(concept) if concept else None
    return known.country if known and known.country != "XX" else None


def _without_word(text: str) -> str:
    """A port without the word for one: ``PORT OF HAMBURG``, ``DELHI AIR CARGO``, ``上海港``; empty where none is."""
    spaced, unspaced = _port_words()
    tokens = tuple(words(text))
    whole, size = len(tokens), max(map(len, spaced))
    while length := next((n for n in range(min(size, len(tokens) - 1), 0, -1) if tokens[:n] in spaced), 0):
        tokens = tokens[length:]
    while length := next((n for n in range(min(size, len(tokens) - 1), 0, -1) if tokens[-n:] in spaced), 0):
        tokens = tokens[:-length]
    if len(tokens) < whole:
        return " ".join(tokens)
    plain = text.strip()
    return next((plain.removesuffix(word) for word in unspaced if plain.endswith(word)), "")


@cache
def _port_words() -> tuple[frozenset[tuple[str, ...]], tuple[str, ...]]:
    """What ports are called, folded; and behind their names in scripts without spaces, the longest first."""
    unspaced = sorted(listed("port_word_unspaced"), key=lambda word: (-len(word), word))
    return frozenset(tuple(words(word)) for word in listed("port_word")), tuple(unspaced)


class Passing(NamedTuple):
    """Two places of one cell, of which goods pass the first."""

    passed: str
    country: str
    written: str


@lru_cache(maxsize=4096)
def passing(cell: str) -> Passing | None:
    """What a cell of two places in two countries tells, ``JEBEL ALI / BISHKEK``: the country passed, that of the place
    of delivery, and both as stops of a way; None where it names one place, or a place and its country.
    """
    parts = [part for each in cell.split("/") if (part := each.strip())]
    if len(parts) != _ENDS or of_port(cell):
        return None
    first, last = map(of_port, parts)
    if first is None or last is None or first == last or country_in(parts[-1]):
        return None
    return Passing(first, last, " → ".join(parts))


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
    # how goods go (SEA, AIR) is written in three letters as well: only a route tells what they pass
    flown = [
        (role, source, stops)
        for role, source, cells in held
        if (role != "via" or any(map(_is_route, cells))) and _mostly(stops := _stops(cells), airports().__contains__)
    ]
    only = {stop for _, _, stops in flown for stop in stops if not country_code(stop)}
    for role, source, _ in flown if len(only) >= _FEWEST else ():
        _written(result, role, source, AIRPORT)
    for role, source, cells in held:
        if len(cells) >= _FEWEST_LOCODES and _mostly(cells, _is_locode):
            _written(result, role, source, LOCODE)


def _is_locode(cell: str) -> bool:
    """Whether a cell is written as such codes are, and no town; some towns' names begin as codes do."""
    return _of_locode(cell) is not None and not place_concept(cell)


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
    """Whether a cell may name where goods go: a country, a port, an airport."""
    return of_port(cell) is not None or cell.strip() in airports()


def is_passed(cell: str) -> bool:
    """Whether a cell may name what goods pass: a country, a port, a route between airports or towns."""
    return of_port(cell) is not None or _of_stations(cell) is not None or not is_no_route(cell)


def is_no_route(cell: str) -> bool:
    """Whether a cell gives no route between known places: a straight one passes no country, and is understood."""
    along = stops(cell)
    known = sum(of_port(stop) is not None for stop in along)
    return not _is_route(cell) and known <= 1 and (len(along) <= 1 or not known)


def _is_route(cell: str) -> bool:
    stops = _ROUTE.split(cell.strip())
    return len(stops) > 1 and all(map(airports().__contains__, stops))
