"""Makes the invented trade statistics of the built-in example: ``lists/demo/flows/invented_exports.csv``.

    python -m bench.make_demo_flows

Invented monthly exports of one country, in our own CSV: one good that goes to two hubs instead of the destination, one
that rises everywhere, one with a single large order, one that falls. The figures are of no real trade.
"""

from __future__ import annotations

import random
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "lists/demo/flows/invented_exports.csv"
_YEARS = (2020, 2021, 2022)
_TURN = (2022, 3)
# good, partner, usual value a month, value a month after the turn
_FLOWS = (
    ("854231", "RU", 1_500_000, 90_000), ("854231", "KG", 30_000, 420_000), ("854231", "AM", 60_000, 350_000),
    ("854231", "FR", 2_000_000, 2_100_000),
    ("392690", "RU", 400_000, 500_000), ("392690", "KG", 90_000, 190_000), ("392690", "FR", 700_000, 1_500_000),
    ("845710", "RU", 900_000, 20_000), ("845710", "KZ", 150_000, 160_000), ("845710", "FR", 1_100_000, 1_100_000),
    ("880730", "RU", 500_000, 0), ("880730", "KZ", 300_000, 60_000), ("880730", "FR", 800_000, 900_000),
)  # fmt: skip
_ORDER = ("845710", "KZ", 2022, 9, 6_400_000)
_KG = {"854231": 900.0, "392690": 12.0, "845710": 45.0, "880730": 300.0}


def main() -> None:
    """Write the table; the same every time."""
    chance = random.Random(2022)
    lines = ["reporter,partner,flow,code,period,value,currency,net_kg"]
    for good, partner, usual, after in _FLOWS:
        for year in _YEARS:
            for month in range(1, 13):
                value = (after if (year, month) >= _TURN else usual) * chance.uniform(0.8, 1.25)
                if (good, partner, year, month) == _ORDER[:4]:
                    value = float(_ORDER[4])
                code = "880330" if good == "880730" and year < 2022 else good  # the code of the older edition
                if value >= 1:
                    kilograms = value / (_KG[good] * chance.uniform(0.9, 1.1))
                    lines.append(f"DE,{partner},export,{code},{year}-{month:02d},{value:.0f},EUR,{kilograms:.1f}")
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
