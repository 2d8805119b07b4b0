"""Ships of customs records are parties: screened by name and by IMO number."""

from __future__ import annotations

import polars as pl
import pytest

from screening.intake.customs import CustomsReader
from screening.intake.customs_ships import ship, speaks_of_ships

TABLE = (
    "Date,Importer,Exporter,HS code,Vessel/Voy,IMO\n"
    "2023-05-04,Alphawick LLC,Betaford Ltd,848210,LESNOY OSTROV V.012W,9074729\n"
    "2023-05-05,Alphawick LLC,Betaford Ltd,848210,Lesnoy Ostrov / 013E,IMO 9074729\n"
    "2023-05-06,Alphawick LLC,Betaford Ltd,848210,TRUCK,\n"
    "2023-05-06,Alphawick LLC,Betaford Ltd,848210,,9074729\n"
)


def test_a_ship_is_a_party_of_its_record_by_its_number(tmp_path):
    path = tmp_path / "ships.csv"
    path.write_text(TABLE)
    reader = CustomsReader([str(path)])
    (batch,) = reader.batches()
    on = batch.links.filter(pl.col("role") == "vessel")
    parties = [reader.book.parties[number] for number in on["party"]]
    assert [each.name for each in parties] == ["LESNOY OSTROV", "Lesnoy Ostrov", "IMO 9074729"]
    assert len({each.subject_id for each in parties}) == 1
    assert {each.identifiers for each in parties} == {(("IMO", "9074729", None),)}
    assert batch.records["vessel"].to_list()[0] == "LESNOY OSTROV V.012W"
    assert on["at"].to_list() == [0, 1, 3]


@pytest.mark.parametrize(
    "cells", [("", ""), ("N/A", ""), ("by road", ""), ("12345", ""), ("TBN", "9074728"), ("-", "-")]
)
def test_what_is_no_ship_is_none(cells):
    assert ship(*cells) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CORAL HERON, VOY. 12A", "CORAL HERON"),
        ("CORAL HERON 5", "CORAL HERON 5"),
        ("VOLGA-4011", "VOLGA-4011"),
        ("Коралл рейс 14", "Коралл"),
        ("M/V CORAL HERON V-22", "M/V CORAL HERON"),
    ],
)
def test_a_voyage_is_no_part_of_a_ships_name(text, name):
    found = ship(text, "")
    assert found is not None
    assert found[1] == name


@pytest.mark.parametrize(
    ("cell", "named"),
    [
        ('Т/Х "АНГАРА" IMO 9179842', True),
        ("M/V SEA STAR V.12", True),
        ("теплоход «Ангара»", True),
        ("Lady R, IMO9161003", True),
        ("А123ВС777/АВ4567", False),
        ("VESSEL, CONTAINERIZED", False),
        ("MT 1234", False),
        ("МОРСКОЙ ТРАНСПОРТ", False),
    ],
)
def test_a_ship_is_told_among_means_of_transport_by_its_mark_or_number(cell, named):
    assert speaks_of_ships([cell]) is named


@pytest.mark.parametrize("more", ["", "Судно"])
def test_of_a_column_of_means_of_transport_the_ships_are_read_where_no_other_is_of_ships(tmp_path, more):
    path = tmp_path / "records.csv"
    path.write_text(
        f"Дата,Отправитель,Получатель,Код ТН ВЭД,G21 (Транспортное средство на границе),{more}\n"
        '2023-01-02,Alfa GmbH,Velgor Ltd,848210,"Т/Х ""НОРДЕР"" IMO 9074729",\n'
        "2023-01-03,Alfa GmbH,Velgor Ltd,848210,А123ВС777/АВ4567,\n",
        encoding="utf-8",
    )
    reader = CustomsReader([path])
    (batch,) = reader.batches()
    ships = [each for each in reader.book.parties if each.subject_id.startswith("v-")]
    assert batch.records["vessel"].to_list() == ([None, None] if more else ['Т/Х "НОРДЕР" IMO 9074729', None])
    assert [each.identifiers for each in ships] == ([] if more else [(("IMO", "9074729", None),)])
