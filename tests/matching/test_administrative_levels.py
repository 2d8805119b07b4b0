"""A region's body and a district's or a town's of the same name are two; translations keep their level."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_match

TWO = [
    ("Самаркандский областной суд", "Самаркандский районный суд"),
    ("Прокуратура Ташкентской области", "Прокуратура города Ташкента"),
    ("Samarqand viloyati sudi", "Samarqand tumani sudi"),
    ("Харківська обласна лікарня", "Харківська районна лікарня"),
    ("Mary welaýat hassahanasy", "Mary etrap hassahanasy"),
    ("Ankara İl Emniyet Müdürlüğü", "Ankara İlçe Emniyet Müdürlüğü"),
    ("Алматы облысы әкімдігі", "Акимат города Алматы"),
    ("Tashkent Regional Hospital", "Tashkent City Hospital"),
    ("Tashkent Regional Hospital", "Tashkent District Hospital"),
    ("Ankara Valiliği", "Municipality of Ankara"),
    ("河北省公安厅", "河北县公安局"),
]
ONE = [
    ("Самаркандская областная прокуратура", "Samarkand Regional Prosecutor's Office"),
    ("Samarqand viloyati hokimligi", "Хокимият Самаркандской области"),
    ("Mary welaýat hassahanasy", "Mary velayat hospital"),
    ("Бухоро туман ҳокимияти", "Bukhara Region Administration"),  # translators call a raion so
    ("Ленинградский военный округ", "Leningrad Military District"),
    ("Ханты-Мансийский автономный округ", "Khanty-Mansi Autonomous Region"),
    ("Алматы қаласы әкімдігі", "Акимат города Алматы"),
    ("Bakı Şəhər Məhkəməsi", "Baku City Court"),
    ("Ankara Valiliği", "Governorship of Ankara"),
]


@pytest.mark.parametrize(("left", "right"), TWO)
def test_bodies_of_two_levels_are_two(left: str, right: str) -> None:
    assert not is_match(left, right, "Organization")
    assert not is_match(right, left, "Organization")


@pytest.mark.parametrize(("left", "right"), ONE)
def test_a_body_keeps_its_level_in_another_language(left: str, right: str) -> None:
    assert is_match(left, right, "Organization")
    assert is_match(right, left, "Organization")
