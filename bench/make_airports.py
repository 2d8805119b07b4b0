"""Write lists/places/airports.tsv, the three letters of airports by country; run by hand.

pip install airportsdata
python bench/make_airports.py
"""

from __future__ import annotations

import csv
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

FORMER = {"KG": "FRU", "KZ": "TSE", "MN": "ULN"}
"""Codes that an airport had within the last years, and that stand in tables of those years."""
TARGET = Path(__file__).parent.parent / "lists" / "places" / "airports.tsv"
ABOUT = (
    "# source: the package airportsdata 20260905 (MIT); codes that airports had until of late from general "
    "knowledge; made by bench/make_airports.py\n"
    "# date: 2026-11-28\n"
    "# licence: MIT\n"
    "# A row is a country: country (ISO 3166 alpha-2); airports: their IATA codes.\n"
)


def main() -> None:
    """Write the table."""
    codes = defaultdict(set)
    with (files("airportsdata") / "airports.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            if row["iata"] and row["country"]:
                codes[row["country"]].add(row["iata"])
    with (files("airportsdata") / "iata_macs.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            codes[row["Country"]].add(row["City Code"])
    for country, code in FORMER.items():
        codes[country].add(code)
    lines = [
        "country\tairports",
        *(f"{country}\t{' '.join(sorted(there))}" for country, there in sorted(codes.items())),
    ]
    TARGET.write_text(ABOUT + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
