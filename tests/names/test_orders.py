"""Orders that plants, units and officers bear beside their names."""

from __future__ import annotations

import pytest

from screening.names.orders import without_orders
from screening.reference import table
from tests.matching.one_pair import is_found, is_match

ROWS = table("words/orders.tsv").rows
NAMES = [row["phrase"] for row in ROWS if row["part"] == "name"]


@pytest.mark.parametrize("order", NAMES)
def test_every_order_is_taken_away_before_and_behind_the_name(order: str) -> None:
    for word in ("ордена", "Order of"):
        assert without_orders(f"{word} {order} Velgor Plant") == "Velgor Plant"
        assert without_orders(f"Velgor Plant, {word} «{order}»") == "Velgor Plant"


@pytest.mark.parametrize(
    ("told", "name", "schema"),
    [
        ("Ордена Ленина завод «Вельгор»", "Завод «Вельгор»", "Company"),
        ("завод «Вельгор» ордена Трудового Красного Знамени", "Velgor Plant", "Company"),
        ("Ордена Ленина и ордена Трудового Красного Знамени Казанский завод", "Казанский завод", "Company"),
        ("Орденов Ленина и Трудового Красного Знамени Казанский завод", "Казанский завод", "Company"),
        ("Казанский ордена Ленина вертолётный завод", "Kazan Helicopter Plant", "Company"),
        ("Orders of Lenin and Red Banner of Labour Kazan Helicopter Plant", "Kazan Helicopter Plant JSC", "Company"),
        ("Kazan Helicopter Plant of the Order of Lenin", "Казанский вертолётный завод", "Company"),
        ("КБ Вельгор ордена Отечественной войны I степени", "КБ Вельгор", "Company"),
        ("ordena Lenina zavod Velgor", "Zavod Velgor", "Company"),
        ("Краснознамённый Северный флот", "Северный флот", "Organization"),
        ("Col. Viktor Sorn, Order of Courage", "Viktor Sorn", "Person"),
        ("Сорн Пётр Сергеевич, кавалер ордена Мужества", "Сорн Пётр Сергеевич", "Person"),
    ],
)
def test_who_bears_an_order_is_found_without_it(told: str, name: str, schema: str) -> None:
    assert is_match(told, name, schema)
    assert is_found(told, name, schema)


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("Col. Viktor Popov, Order of Courage", "Col. Viktor Popovich, Order of Courage", "Person"),
        ("Ордена Ленина завод «Электроприбор»", "Ордена Ленина завод «Электромаш»", "Company"),
        ("Ордена Ленина Казанский вертолётный завод", "Ордена Ленина Ростовский вертолётный завод", "Company"),
        (
            "Orders of Lenin and Red Star Kazan Helicopter Plant",
            "Orders of Lenin and Red Star Kazan Aviation Plant",
            "Company",
        ),
        ("Завод «Красное Знамя»", "Завод «Красная Звезда»", "Company"),
    ],
)
def test_an_order_in_common_makes_no_one_party(left: str, right: str, schema: str) -> None:
    assert not is_match(left, right, schema)


@pytest.mark.parametrize(
    "name",
    ["Order of Lenin", "Завод «Красное Знамя»", "Sovereign Order of Malta", "Law and Order Party", "Ordena LLC", ""],
)
def test_other_names_are_left(name: str) -> None:
    assert without_orders(name) == name
