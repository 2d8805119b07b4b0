"""The real SDN of three days, over parties of which some are later listed, some renamed, some delisted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from screening.watchlists.admission import import_file
from screening.watchlists.quarantine import accept
from screening.watchlists.store import Store as ListStore

pytestmark = [pytest.mark.real, pytest.mark.usefixtures("same_screeners")]

Told = dict[tuple[str, str], tuple[str, str, str]]
"""Subject and entry → kind of change, why, state after it."""
PARTIES = (
    *("AL-ZEIN, Mazen Hassan", "TELEPORT COMPANY SAL", "EMPEROR AVIATION LTD", "KIWAN, Rula"),
    *("LIMITED LIABILITY COMPANY GEOSCAN", "T-BANK", "Tinkoff Bank AO", "PJSC Yakovlev", "AKIMOV, Andrey Igorevich"),
    *("Quiet Meadow Gardens Ltd", "IRKUT CORPORATION JOINT STOCK COMPANY"),
)
NIGHTS = ("us_ofac_sdn/2024-05-01", "us_ofac_sdn/2024-05-03", "us_ofac_sdn_composite/2026-08-20")


@pytest.fixture
def nights(bench, shared: Path, data_folder: Path) -> Callable[[Sequence[str], Sequence[str]], list[Told]]:
    """Runs the job over those parties and one version of the SDN after the other; what each night changed."""

    def run(parties: Sequence[str], versions: Sequence[str]) -> list[Told]:
        bench.customers(*(f'{number},"{name}",,,' for number, name in enumerate(parties, start=1)))
        bench.write(bench.path.read_text(encoding="utf-8").replace('"names.csv"', '"us_ofac_sdn"'))
        store = ListStore(data_folder)
        seen: list[Told] = []
        for version in versions:
            import_file(store, shared / "lists" / version, list_id="us_ofac_sdn")
            if store.state("us_ofac_sdn").waiting is not None:
                accept(store, "us_ofac_sdn", reason="a jump of two years", by="test")
            outcome = bench.run(only_changes=True)
            assert outcome.memory is not None
            assert outcome.memory.delta is not None
            rows = {row["alert_id"]: row for row in outcome.memory.rows}
            told = {}
            for each in outcome.memory.delta.changes:
                row = rows[each.alert_id]
                told[row["subject_name"], row["entry_id"]] = (each.kind, each.why, each.state)
            seen.append(told)
        assert bench.store().verify() == []
        return seen

    return run


def test_the_reasons_are_right_entry_by_entry(nights) -> None:
    seen = nights(PARTIES, NIGHTS)
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


TWO_YEARS = (
    *("IVANOV, Sergei", "LOS ZETAS", "CARTEL DEL NORESTE", "LUKASHENKA, Alyaksandr Hryhoryavich"),
    *("CHOMBO, Ignatius Morgan", "SLIVNIK, Uros", "ZADORNOV, Mikhail Mikhaylovich", "BANK ROSTFINANCE", "T-Bank"),
    *("JSC TINKOFF BANK", "IRKUT CORPORATION JOINT STOCK COMPANY", "Maritime Assistance LLC", "OOO Transoil"),
)


def test_the_reasons_are_right_over_years_and_forms(nights) -> None:
    """From one publication to the next of two years later, and from names alone to a set with aliases and addresses."""
    before, later, now = nights(
        TWO_YEARS, ("us_ofac_sdn/2022-02-17", "us_ofac_sdn/2024-05-03", "us_ofac_sdn_composite/2026-08-20")
    )
    assert set(before.values()) == {("new", "first run", "open")}
    # listed in those two years, delisted, renamed
    for name, entry in (
        ("BANK ROSTFINANCE", "47524"),
        ("JSC TINKOFF BANK", "44259"),
        ("ZADORNOV, Mikhail Mikhaylovich", "36396"),
        ("IRKUT CORPORATION JOINT STOCK COMPANY", "35901"),
    ):
        assert later[name, entry] == ("new", "the entry is new on the list of 2024-05-03", "open")
    assert later["CHOMBO, Ignatius Morgan", "7491"] == (
        "gone", "delisted: the entry is no longer on us_ofac_sdn of 2024-05-03", "entry_withdrawn"
    )  # fmt: skip
    assert later["IVANOV, Sergei", "16688"] == (
        "changed",
        "the list changed: primary name IVANOV, Sergei became IVANOV, Sergei Borisovich; country added: RU; "
        "programme added: RUSSIA-EO14024",
        "open",
    )
    kind, why, _ = later["OOO Transoil", "16807"]
    assert kind == "changed"
    assert "primary name TRANSOIL became OOO TRANSOIL; identifier added: Registration Number 1037825043200 (RU)" in why
    # whom the publisher spells another way is listed all the same: the question stays open
    kind, why, state = later["LUKASHENKA, Alyaksandr Hryhoryavich", "9760"]
    assert (kind in ("gone", "changed"), state) == (True, "open")  # as the matcher takes the new spelling
    spelt = "primary name LUKASHENKA, Alyaksandr Hryhoryavich became LUKASHENKA, Alyaksandr Ryhorovich"
    assert why.startswith(f"the list changed: {spelt}; date added: 1954-08-31; country added: BY")
    assert ("Maritime Assistance LLC", "27143") not in later
    # 2026: aliases and addresses, which the list of 2024 had not, are no change of each entry
    assert now["T-Bank", "44259"] == (
        "new", "the list changed: primary name JSC TINKOFF BANK became T-BANK; programme added: UKRAINE-EO13662", "open"
    )  # fmt: skip
    assert now["JSC TINKOFF BANK", "44259"] == ("changed", *now["T-Bank", "44259"][1:])
    kind, why, _ = now["IRKUT CORPORATION JOINT STOCK COMPANY", "35901"]
    assert kind == "changed"
    assert why.startswith("the list changed: primary name IRKUT CORPORATION JOINT STOCK COMPANY became PUBLIC JOINT")
    zetas = "the list changed: primary name LOS ZETAS became CARTEL DEL NORESTE; programme added: FTO, SDGT"
    assert now["CARTEL DEL NORESTE", "11438"] == ("new", zetas, "open")
    assert now["LOS ZETAS", "11438"] == ("gone", f"{zetas}. It is still listed", "open")
    assert now["Maritime Assistance LLC", "27143"] == ("changed", "the list changed: programme removed: SYRIA", "open")
    for name, entry in (("SLIVNIK, Uros", "16815"), ("ZADORNOV, Mikhail Mikhaylovich", "36396")):
        assert now[name, entry] == (
            "gone", "delisted: the entry is no longer on us_ofac_sdn of 2026-08-20", "entry_withdrawn"
        )  # fmt: skip
    assert now["IVANOV, Sergei", "16688"] == (
        "changed",
        "the list now gives address, alias: matched name IVANOV, Sergei Borisovich became IVANOV, Sergei; name type "
        "primary became alias",
        "open",
    )
