"""Names under headings nobody knows, beside an address or number whose heading is known."""

from __future__ import annotations

import pytest

from screening.intake.customs_layout import layout
from screening.intake.customs_unnamed import name_of

NAMES = ["Alphawick Ltd", "Betaford LLC", "Zorvex GmbH"] * 5
STREETS = ["1 Invented St, Riga", "2 Sample Rd, Vilnius", "3 Nowhere Weg, Bonn"] * 5
PEOPLE = ["A. Ozols", "B. Kalnins", "C. Muster"] * 5


def shape(header, *columns):
    return layout(header, [list(row) for row in zip(*columns, strict=True)])


def test_the_column_right_before_an_address_is_of_the_names_that_go_with_it():
    found = shape(["Declaration no", "Qwzx", "Exporter address"], [f"D{n}" for n in range(15)], NAMES, STREETS)
    assert found.first("exporter_name").index == 1
    assert any("'Qwzx' is taken for the names of the exporter" in note for note in found.notes)


def test_the_column_with_the_same_word_is_wherever_it_stands():
    header = ["Exporterio", "HS code", "Net weight kg", "Exporter address", "Zzyx"]
    found = shape(header, NAMES, ["85423190"] * 15, ["12"] * 15, STREETS, PEOPLE)
    assert found.first("exporter_name").index == 0


def test_what_stands_behind_an_address_is_not_taken_for_the_name():
    found = shape(["HS code", "Exporter address", "Qwzx"], ["85423190"] * 15, STREETS, PEOPLE)
    assert found.first("exporter_name") is None


@pytest.mark.parametrize(
    "cells",
    [
        ["Latvia", "Lithuania", "Germany"] * 5,  # countries
        ["371-20000001", "370-20000002", "49-20000003"] * 5,  # telephones
        ["Alphawick Ltd"] * 15,  # the same whatever the address
        [f"Firm {'ABCDEFGHIJKLMNO'[n]} Ltd" for n in range(15)],  # another on each row
        ["a@alphawick.test", "b@betaford.test", "c@zorvex.test"] * 5,
    ],
)
def test_what_is_no_name_or_does_not_go_with_the_address_is_none(cells):
    assert name_of("Exporter address", 1, [(0, "Qwzx")], STREETS, [cells]) is None


def test_where_a_column_is_headed_as_the_name_no_other_is_taken():
    found = shape(["Exporter", "Qwzx", "Exporter address"], NAMES, PEOPLE, STREETS)
    assert [each.index for each in found.columns["exporter_name"]] == [0]


def test_few_rows_tell_nothing():
    assert shape(["Qwzx", "Exporter address"], NAMES[:3], STREETS[:3]).first("exporter_name") is None
