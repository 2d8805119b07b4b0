"""Brothers and sisters, two family names a letter apart, names of Asia and Africa spelled otherwise."""

from __future__ import annotations

import pytest

from screening.names.gender_pairs import are_man_and_woman
from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Петър Илиев Карагьозов", "Petya Ilieva Karagyozova"),
        ("Ivan Georgiev Stoykov", "Vanya Georgieva Stoykova"),
        ("Andrés Ugarte Saldívar", "Andrea Ugarte Saldívar"),
        ("Jovan Milčić", "Jovan Milić"),
        ("Maxamed Faarax Jaamac", "Maxamuud Faarax Jaamac"),
        ("דן רוזנצוויג", "Dan Rosenstein"),
        ("ဦးကျော်သူ", "Kyaw Thu Htet"),
        ("สมชาย ศรีสวัสดิ์", "Somchai Srisuwan"),
    ],
)
def test_two_persons(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ivanka Georgieva Stoykova", "Vanya Georgieva Stoykova"),
        ("Andrea Ferrarin", "Andrés Ferrarin"),
        ("Jovan Milčić", "Jovan Milcic"),
        ("Maxamed Faarax Jaamac", "Mohamed Farah Jama"),
        ("Maxamuud Faarax", "Mahmoud Farah"),
        ("ဦးကျော်သူ", "U Kyaw Thu"),
        ("דן רוזנצוויג", "Dan Rosenzweig"),
        ("אורי מלמד", "Uri Melamed"),
        ("มาลี ศรีสวัสดิ์", "Malee Srisawasdi"),
        ("มาลี ศรีสวัสดิ์", "Malee Srisawat"),
        ("มาลี ศรีสุวรรณ", "Malee Srisuwan"),
        ("মোছাঃ রওশন আরা খাতুন", "Rowshanara Khatun"),
        ("মোসাঃ সালমা খাতুন", "Salma Khatun"),
        ("Mossammat Salma Khatun", "Salma Khatun"),
    ],
)
def test_one_person_spelled_otherwise(left: str, right: str) -> None:
    assert is_match(left, right, "Person")


def test_a_pair_that_is_one_name_elsewhere_is_two_beside_two_family_names_only() -> None:
    assert are_man_and_woman("andres", "andrea", (), 2)
    assert not are_man_and_woman("andres", "andrea", (), 1)
