"""Short forms of given names in the languages of the tables: Žika is Živojin, Nacho is Ignacio."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Жика Вукмановић", "Živojin Vukmanović"),
        ("Peđa Lukovac", "Predrag Lukovac"),
        ("Srki Tadinac", "Srđan Tadinac"),
        ("Пешо Карагьозов", "Petar Karagyozov"),
        ("Цецо Йотов", "Цветан Йотов"),
        ("Costel Mărginean", "Constantin Mărginean"),
        ("Relu Bucșan", "Aurel Bucșan"),
        ("מוטי רוטנברג", "Mordechai Rotenberg"),
        ("קובי אלמוג", "Yaakov Almog"),
        ("Turi Cannizzaro", "Salvatore Cannizzaro"),
        ("Nacho Echevarría", "Ignacio Echevarría"),
        ("Kuba Domagała", "Jakub Domagała"),
        ("Laci Berecz", "László Berecz"),
    ],
)
def test_a_short_form_is_the_name(left: str, right: str) -> None:
    assert is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Žika Vukmanović", "Zoran Vukmanović"),
        ("Mitko Karagyozov", "Georgi Karagyozov"),
        ("Costel Mărginean", "Cornel Mărginean"),
        ("Moti Rotenberg", "Moshe Rotenberg"),
        ("Nacho Echevarría", "Jesús Echevarría"),
        ("Kuba Domagała", "Jan Domagała"),
        ("Laci Berecz", "Lajos Berecz"),
        ("Mattia Cannizzaro", "Matteo Cannizzaro"),
    ],
)
def test_another_name_is_another_persons(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")
