"""A property: the same figures are read, whichever way a table lays them out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.intake.statistics import StatisticsReader

YEARS = (2019, 2020, 2021, 2022)

FIGURES = st.dictionaries(
    st.tuples(st.sampled_from(("Kyrgyzstan", "Россия", "China")), st.sampled_from(YEARS)),
    st.integers(min_value=0, max_value=10**9),
    min_size=1,
)


def long(values: dict[tuple[str, int], int]) -> str:
    rows = "".join(f"{who};{year};{value}\n" for (who, year), value in values.items())
    return f"Partner;Year;Value, USD\n{rows}"


def wide(values: dict[tuple[str, int], int]) -> str:
    lines = ["Страна;" + ";".join(f"{year} год" for year in YEARS)]
    for who in sorted({who for who, _ in values}):
        lines.append(f"{who};" + ";".join(str(values.get((who, year), "...")) for year in YEARS))
    return "Экспорт, долларов США\n" + "\n".join(lines) + "\nИсточник: таможня\n"


def stacked(values: dict[tuple[str, int], int]) -> str:
    lines = [";" + ";".join(f"{year};" for year in YEARS), "Country;" + ";".join("tonnes;US dollars" for _ in YEARS)]
    for who in sorted({who for who, _ in values}):
        lines.append(f"{who};" + ";".join(f"1,5;{values.get((who, year), '-')}" for year in YEARS))
    return "\n".join(lines) + "\n"


def phrased(values: dict[tuple[str, int], int]) -> str:
    lines = ["Importers;" + ";".join(f"Exported value in {year}" for year in YEARS)]
    for who in sorted({who for who, _ in values}):
        lines.append(f"{who};" + ";".join(str(values.get((who, year), "")) for year in YEARS))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("lay_out", [long, wide, stacked, phrased])
@given(values=FIGURES)
@settings(max_examples=15, deadline=None)
def test_the_same_figures_are_read_however_they_are_laid_out(
    lay_out: Callable[[Any], str], values: dict[tuple[str, int], int], tmp_path_factory: Any
) -> None:
    path = tmp_path_factory.mktemp("layouts") / "table.csv"
    path.write_text(lay_out(values), encoding="utf-8")
    found = StatisticsReader([path], ("reporter==DE", "flow==export", "currency==USD")).read()
    rows = found.rows.filter(found.rows["value"].is_not_null())
    codes = {"Kyrgyzstan": "KG", "Россия": "RU", "China": "CN"}
    assert {(who, when.year): value for who, when, value in rows.select("partner", "period", "value").rows()} == {
        (codes[who], year): value for (who, year), value in values.items()
    }
    assert set(rows["frequency"]) == {"A"}
    assert set(rows.select("flow", "currency", "reporter").rows()) == {("export", "USD", "DE")}
    assert found.rejects.height == 0
