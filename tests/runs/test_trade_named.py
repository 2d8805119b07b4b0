"""Parties whose goods are followed, looked for while the parties are screened: the same as looked for among all."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening.runs.keeping import MOST_LIKELY, Beside, NoKeeper
from screening.runs.settings import combined
from screening.runs.trade_named import Named

PARTIES = {
    "LegalEntity": [
        "Кызыл Меридиан Трейд",
        "Muster Zellulose",
        "Иванов Пётр Сергеевич",
        "上海云盛进出口",
        "Beispiel",
        "Harmless Gardens",
    ],
    "Company": [
        "BEISPIEL IC VE DIS TICARET LIMITED SIRKETI",
        "Specimen Cellulose GmbH",
        "ООО «Пример Опт»",
        "ИП Сидоров Иван Петрович",
        "Specimen Celulose Works LLC",
        "Quite Another Seller AS",
    ],
    "Vessel": ["SAMPLE STAR", "EXAMPLE QUEEN"],
}
WANTED = [
    "Kyzyl Meridian Trade LLC",
    "Beispiel İç ve Dış Ticaret",
    "Specimen Cellulose",
    "Primer Opt OOO",
    "Ivanov Petr",
    "Сидоров Иван Петрович",
    "Shanghai Yunsheng Import and Export",
    "Sample Star",
    "Nobody At All",
]


def asked() -> pa.Table:
    rows = [(name, schema) for schema, names in PARTIES.items() for name in names]
    return pa.table(
        {
            "subject_id": [f"t-{number}" for number in range(len(rows))],
            "name": [name for name, _ in rows],
            "schema": [schema for _, schema in rows],
            "identifiers": pa.array([[] for _ in rows], pa.list_(pa.struct([("number", pa.string())]))),
        }
    )


def screened(parties: pa.Table, threshold: float, beside: Beside | None) -> None:
    keeper = NoKeeper()
    keeper.prepare([], combined(None, threshold=threshold, why="a test"))
    assert [len(matches) for _, matches in keeper.over([(None, parties)], beside)] == [0]


@pytest.mark.parametrize("threshold", [0.65, 0.8, 0.9])
def test_who_is_found_among_the_likely_is_found_among_all(threshold: float) -> None:
    parties = asked()
    among_all, among_likely = (Named(parties, threshold, WANTED, []) for _ in range(2))
    among_all.begin()
    assert among_likely.beside is not None
    screened(parties, threshold, among_likely.beside)
    assert 0 < len(among_likely.beside.likely()) < len(parties)
    among_likely.begin()
    found, missing = among_likely.found()
    assert (found, missing) == among_all.found()
    assert len(found) >= 4
    assert any("Nobody At All" in each for each in missing)


def test_where_the_parties_were_not_shown_all_are_looked_through() -> None:
    named = Named(asked(), 0.8, ["Specimen Cellulose"], [])
    assert named.beside is not None
    assert not named.beside.shown
    named.begin()
    assert {because for each in named.found()[0].values() for because in each} == {"Specimen Cellulose"}


def test_nobody_wanted_is_nobody_looked_for() -> None:
    named = Named(asked(), 0.8, [], [])
    assert (named.any, named.beside) == (False, None)
    named.begin()
    assert named.found() == ({}, [])


def test_of_many_that_may_be_one_name_those_that_can_score_most_are_kept() -> None:
    named = Named(asked(), 0.8, ["Specimen Cellulose"], [])
    assert named.beside is not None
    named.beside.take((f"t-{number}", 0, number / 10_000) for number in range(MOST_LIKELY + 5))
    named.beside.take([("t-best", 0, 1.0), ("t-other", 1, 0.1)])
    kept = named.beside.likely()
    assert {"t-best", "t-other", f"t-{MOST_LIKELY + 4}"} <= kept
    assert "t-0" not in kept
    assert len(kept) == MOST_LIKELY + 1
