"""The real SDN of three days, over parties of which some are later listed, some renamed, some delisted."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.watchlists.admission import import_file
from screening.watchlists.store import Store as ListStore

PARTIES = (
    *("AL-ZEIN, Mazen Hassan", "TELEPORT COMPANY SAL", "EMPEROR AVIATION LTD", "KIWAN, Rula"),
    *("LIMITED LIABILITY COMPANY GEOSCAN", "T-BANK", "Tinkoff Bank AO", "PJSC Yakovlev", "AKIMOV, Andrey Igorevich"),
    *("Quiet Meadow Gardens Ltd", "IRKUT CORPORATION JOINT STOCK COMPANY"),
)
NIGHTS = ("us_ofac_sdn/2024-05-01", "us_ofac_sdn/2024-05-03", "us_ofac_sdn_composite/2026-08-20")


@pytest.mark.real
def test_the_reasons_are_right_entry_by_entry(bench, shared: Path, data_folder: Path) -> None:
    bench.customers(*(f'{number},"{name}",,,' for number, name in enumerate(PARTIES, start=1)))
    bench.write(bench.path.read_text(encoding="utf-8").replace('"names.csv"', '"us_ofac_sdn"'))
    store = ListStore(data_folder)
    seen = []
    for night in NIGHTS:
        import_file(store, shared / "lists" / night, list_id="us_ofac_sdn")
        if store.state("us_ofac_sdn").waiting is not None:
            store.accept("us_ofac_sdn", reason="a jump of two years", by="test")
        outcome = bench.run(only_changes=True)
        assert outcome.memory is not None
        assert outcome.memory.delta is not None
        rows = {row["alert_id"]: row for row in outcome.memory.rows}
        seen.append(
            {
                (rows[each.alert_id]["subject_name"], rows[each.alert_id]["entry_id"]): (
                    each.kind,
                    each.why,
                    each.state,
                )
                for each in outcome.memory.delta.changes
            }
        )
    first, second, third = seen
    assert {said for (name, _), said in first.items() if name == "EMPEROR AVIATION LTD"} == {
        ("new", "first run", "open")
    }
    of_second = {name: said for (name, _), said in second.items()}
    assert of_second == {
        "AL-ZEIN, Mazen Hassan": ("new", "the entry is new on the list of 2024-05-03", "open"),
        "TELEPORT COMPANY SAL": ("new", "the entry is new on the list of 2024-05-03", "open"),
        "EMPEROR AVIATION LTD": (
            "gone", "delisted: the entry is no longer on us_ofac_sdn of 2024-05-03", "entry_withdrawn"
        ),
    }  # fmt: skip
    tinkoff = "the list changed: primary name JSC TINKOFF BANK became T-BANK; programme added: UKRAINE-EO13662"
    irkut = "the list changed: primary name IRKUT CORPORATION JOINT STOCK COMPANY became PUBLIC JOINT STOCK"
    assert third[("T-BANK", "44259")] == ("new", tinkoff, "open")
    assert third[("Tinkoff Bank AO", "44259")] == ("changed", tinkoff, "open")
    assert third[("PJSC Yakovlev", "35901")][:1] == ("new",)
    assert third[("PJSC Yakovlev", "35901")][1].startswith(irkut)
    kind, why, _ = third[("IRKUT CORPORATION JOINT STOCK COMPANY", "35901")]
    assert kind in ("changed", "gone")
    assert why.startswith(irkut)
    of_third = {name: said for (name, _), said in third.items()}
    assert of_third["LIMITED LIABILITY COMPANY GEOSCAN"][:2] == ("new", "the entry is new on the list of 2026-08-20")
    assert of_third["KIWAN, Rula"] == (
        "gone", "delisted: the entry is no longer on us_ofac_sdn of 2026-08-20", "entry_withdrawn"
    )  # fmt: skip
    assert "Quiet Meadow Gardens Ltd" not in of_third
    assert bench.store().verify() == []
