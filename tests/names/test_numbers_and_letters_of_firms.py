"""Numbers in words, a firm's letters, titles glued to names: what is easily taken for something else."""

from __future__ import annotations

import pytest

from screening import DEFAULT_THRESHOLD, compare_names


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("Twenty-First Century Logistics", "21st Century Logistics", "Company"),
        ("Blue Sky Air Services", "Bluesky Air Services", "Company"),
        ("B l u e s t o n Air Services", "Blueston Air Services", "Company"),  # letters apart
        ("Ⓑⓛⓤⓔⓢⓣⓞⓝ Air Services", "Blueston Air Services", "Company"),
        ("Меридиан-М ООО", "Meridian-M LLC", "Company"),
        ("I and S Holding", "I & S Holding", "Company"),
        ("ООО Группа Зорбатрон", "Zorbatron Group LLC", "Company"),
        ("ПО Север", "Production Association Sever", "Company"),
        ("ООО «Компания «Бриг»", "Brig Company LLC", "Company"),
        ("مؤسسة الوفاق لقطع غيار السيارات", "Al Wifaq Auto Spare Parts Establishment", "Company"),
        ("蔡晓东博士", "Cai Xiaodong", "Person"),
        ("总工程师蔡晓东", "Cai Xiaodong", "Person"),
        ("Мухаммед аль-Кахтани", "محمد القحطاني", "Person"),
        ("علي كريموف", "Али Каримов", "Person"),
        ("Чху Ми Ён", "추미영", "Person"),
        ("Каримова Гульнара Исламовна", "Gulnora Karimova Islom qizi", "Person"),
    ],
)
def test_one_party_in_two_spellings_is_found(left: str, right: str, schema: str) -> None:
    assert compare_names(left, right, schema=schema).score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"), [("Twenty-First Century Logistics", "22nd Century Logistics"), ("Меридиан-М", "Meridian-T")]
)
def test_another_number_or_letter_is_another_firm(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Company").relation != "same_party"
