"""Whatever a table of statistics holds, it is measured or refused in one line, and every row is accounted for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screening.errors import InputError
from screening.intake.statistics import StatisticsReader
from screening.model import FLOW_VERDICTS, FLOWS
from screening.runs.flow_rows import sheets_of
from screening.trade.flows.analysis import analyse
from tests.trade.flows.conftest import HEADER

_BETWEEN = (
    (pl.col("reporter_kind") == "country")
    & (pl.col("reporter") != pl.col("partner"))
    & pl.col("flow").is_in(["export", "import"])
)
WHO = ["DE", "FR", "KG", "RU", "CN", "EU27", "AM", "World", "NA", '"Areas, nes"', "CIS", "Atlantis", "BY", ""]
PERIODS = [f"{year}-{month:02d}" for year in (2019, 2021, 2022, 2023) for month in (1, 2, 3, 4, 5, 6, 7)]
rows = st.lists(
    st.tuples(
        st.sampled_from(WHO),
        st.sampled_from(WHO),
        st.sampled_from(["export", "import", "re-export", "X", "transit"]),
        st.sampled_from(["TOTAL", "8542", "854231", "85423190", "880730", "880330", "10121", "", "widget"]),
        st.sampled_from([*PERIODS, "2022", "1962", "2022-Q1"]),
        st.sampled_from(["100", "2500000", "0", "", "-5", "NA", "1e5", "1e19", "x", "1.234,5"]),
        st.sampled_from(["EUR", "USD", "KGS"]),
        st.sampled_from(["", "0", "12.5"]),
        st.sampled_from(["", "0", "3"]),
        st.sampled_from(["", "u", "N/A"]),
    ).map(",".join),
    min_size=1,
    max_size=80,
)


def test_headings_whose_subheadings_are_of_groups_are_refused_by_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    rows = ["DE,FR,export,8542,2019-01,100,EUR,,,", "DE,EU27,export,854231,2019-01,100,EUR,,,"]
    path.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"headings alone \(8542\)"):
        analyse(StatisticsReader([path]).read().rows)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=rows)
def test_any_rows_are_measured_or_refused(rows: list[str], tmp_path_factory: Any) -> None:
    path: Path = tmp_path_factory.mktemp("any") / "table.csv"
    path.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    read = StatisticsReader([path]).read()
    account = read.inputs[0]
    assert account.rows_in == account.rows_out + account.rejected
    try:
        found = analyse(read.rows)
    except InputError as refused:
        why = str(refused)
    else:
        assert found.flows.to_arrow().cast(FLOWS).schema.equals(FLOWS)
        assert isinstance(found.verdicts.to_arrow().cast(FLOW_VERDICTS), pa.Table)
        sheets_of(found)
        return
    # nothing in it is about two countries, or only headings of what is about groups
    assert "headings alone" in why or not read.rows.filter((pl.col("partner_kind") == "country") & _BETWEEN).height
