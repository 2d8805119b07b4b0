"""A shop or a brand in one text with the firm that runs it; and the sign for "plus" behind a name."""

from __future__ import annotations

import pytest

from screening.names.brands import beside_brand
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Мережа «Крамничка» (ТОВ «Рітейл Вест»)", "ТОВ «Рітейл Вест»"),
        ("Магазин «Форсаж», ООО «Балтик Авто Партс»", "ООО «Балтик Авто Партс»"),
        ("Сеть магазинов «Радуга» - ООО «Торг Плюс»", "ООО «Торг Плюс»"),
        ("ООО «Балтик» (магазин автозапчастей «Форсаж»)", "ООО «Балтик»"),
        ("ОсОО «Умай Маркет» (соода түйүнү «Жалын»)", "ОсОО «Умай Маркет»"),
        ("Խանութ «Արև» (ՍՊԸ «Նոր Տուն»)", "ՍՊԸ «Նոր Տուն»"),
        ("Φούρνος «Αυγή» (Λάμπρου ΟΕ)", "Λάμπρου ΟΕ"),
        ('Bakery "Dila" (Bread House LLC)', "Bread House LLC"),
        ("品牌「金龙」(上海云盛贸易有限公司)", "上海云盛贸易有限公司"),
        ("브랜드 '하늘' (주식회사 푸른바다)", "주식회사 푸른바다"),
    ],
)
def test_the_firm_beside_its_shop_is_told(text: str, firm: str) -> None:
    assert beside_brand(text) == firm


@pytest.mark.parametrize(
    "text",
    [
        "Завод «Кристалл» (ООО «Вест»)",  # a plant is a firm as well
        "ООО «Магазин «Форсаж»",
        "ООО «Отель «Балтик», г. Псков",
        'Restaurant "Sahil", Bakı',
        "ООО «Ромашка», ООО «Магазин»",
        "Магазин «Форсаж»",
        "Bakery Dila, Tbilisi",
    ],
)
def test_names_without_a_firm_beside_a_shop_stay_one_name(text: str) -> None:
    assert beside_brand(text) is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Мережа «Крамничка» (ТОВ «Рітейл Вест»)", "TOV RITEIL VEST"),
        ("საცხობი „დილა“ (შპს „პურის სახლი +“)", "Puris Sakhli Plus LLC"),
        ("Магазин «Форсаж», ООО «Балтик Авто Партс»", "OOO BALTIC AUTO PARTS"),
        ("ОсОО «Умай Маркет» (соода түйүнү «Жалын»)", "Umai Market LLC"),
        ("Խանութ «Արև» (ՍՊԸ «Նոր Տուն»)", "Nor Tun LLC"),
        ("品牌「金龙」(上海云盛贸易有限公司)", "Shanghai Yunsheng Trading Co., Ltd."),
    ],
)
def test_the_firm_is_found_though_its_shop_stands_before_it(left: str, right: str) -> None:
    assert is_match(left, right, "Company")
    assert is_found(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Магазин «Форсаж», ООО «Балтик Авто Партс»", "ООО «Форсаж»"),
        ("Магазин «Форсаж», ООО «Балтик Авто Партс»", "ООО «Балтик Трейд»"),
        ("ОсОО «Умай Маркет» (соода түйүнү «Жалын»)", "ОсОО «Жалын»"),
        ("საცხობი „დილა“ (შპს „პურის სახლი“)", "Dila LLC"),
        ('Bakery "Dila" (Bread House LLC)', "Bread Home Trade LLC"),
    ],
)
def test_a_firm_called_as_the_shop_is_another(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ООО «Сервис+»", "Service Plus LLC"),
        ("ООО «Хлеб +»", "Khleb Plus LLC"),
        ("شركة النور +", "Al Noor Plus Co"),
        ("ТОО «Алем +»", "«Алем Плюс» ЖШС"),
        ("ООО «Строй+Сервис»", "ООО «Строй Сервис»"),
    ],
)
def test_the_sign_behind_a_name_is_the_word(left: str, right: str) -> None:
    assert is_match(left, right, "Company")
