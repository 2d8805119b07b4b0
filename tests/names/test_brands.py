"""Shops and brands named beside the firms that run them."""

from __future__ import annotations

import pytest

from screening.names.brands import beside_brand
from screening.reference import table
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize("row", table("words/brand_words.tsv").rows, ids=lambda row: row["phrase"])
def test_a_word_for_a_shop_tells_its_name_from_the_firm_s(row: dict[str, str]) -> None:
    for shop in (f"{row['phrase']} «Sornim»", f"«Sornim» {row['phrase']}"):
        for text in (f"{shop}, Velgor LLC", f"Velgor LLC ({shop})", f"{shop} (Velgor LLC)", f"Velgor LLC - {shop}"):
            assert beside_brand(text) == "Velgor LLC"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Магазин «Форсаж», ООО «Балтик Авто Партс»", "OOO BALTIK AUTO PARTS"),
        ("Магазин «Форсаж», ООО «Велгор», г. Псков", "Velgor LLC"),
        ("ООО «Велгор» магазин «Форсаж», г. Псков", "Velgor LLC"),
        ("Мережа «Крамничка» (ТОВ «Рітейл Вест»)", "TOV RITEIL VEST"),
        ("ОсОО «Умай Маркет» (соода түйүнү «Жалын»)", "Umai Market LLC"),
        ("საცხობი „დილა“ (შპს „პურის სახლი“)", "Puris Sakhli LLC"),
        ("«Forsaj» mağazası (Vodrin Treydinq MMC)", "Vodrin Trading LLC"),
        ("ЖШС «Зарвон» («Жалын» дүкені)", "Zarvon LLP"),
        ("«Zarvon» MChJ («Yulduz» savdo markazi)", "Zarvon LLC"),
        ("Sunrise Bakery (Zarvon Foods Ltd)", "Zarvon Foods Limited"),
        ("ООО «Умай Маркет» («Жалын»)", "Umai Market LLC"),
        ("«Vodrin» MMC («Forsaj»)", "Vodrin LLC"),
        ("Zarvon Foods Ltd (“Sunrise”)", "Zarvon Foods Limited"),
        ("ООО «Зарвон», «Форсаж»", "Zarvon LLC"),
    ],
)
def test_the_firm_beside_a_shop_or_brand_is_the_party(left: str, right: str) -> None:
    assert is_match(left, right, "Company")
    assert is_found(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Магазин «Форсаж», ООО «Балтик Авто Партс»", "ООО «Форсаж»"),
        ("Мережа «Крамничка» (ТОВ «Рітейл Вест»)", "ТОВ «Крамничка»"),
        ("ОсОО «Умай Маркет» (соода түйүнү «Жалын»)", "ОсОО «Жалын»"),
        ("Магазин «Форсаж», ООО «Балтик Авто Партс»", "Baltic Marine Parts LLC"),
        ("Магазин «Форсаж», ООО «Зарвон»", "Магазин «Форсаж», ООО «Балтик Авто Партс»"),
        ("Sunrise Bakery (Zarvon Foods Ltd)", "Sunrise Foods Ltd"),
        ("ООО «Умай Маркет» («Жалын»)", "ОсОО «Жалын»"),
        ("Zarvon Foods Ltd (“Sunrise”)", "Sunrise Foods Ltd"),
    ],
)
def test_a_firm_called_as_the_shop_is_another(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


@pytest.mark.parametrize(
    "text",
    [
        "ООО «Магазин «Форсаж»",
        "Магазин «Форсаж»",
        "Магазин № 5, Псков",
        "Velgor LLC, Pskov",
        "Сеть «Форсаж», ООО",
        "ООО «Завод» («Водрин»)",
        "АО «Водрин» «Форсаж»",
    ],
)
def test_a_firm_that_is_a_shop_names_none_beside_it(text: str) -> None:
    assert beside_brand(text) is None
