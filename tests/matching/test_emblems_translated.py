"""Seasons, animals, plants and colours that firms are called by answer their translations, and no other emblem."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("شركة النخلة الذهبية للتجارة ذ.م.م", "Golden Palm Trading LLC"),
        ("ПП «Квітучий Сад»", "ЧП Цветущий сад"),
        ("«Kaspi Dəniz Xidmətləri» MMC", "Caspian Marine Services LLC"),
        ("«Алтын Көбелек» ЖШС", "Golden Butterfly LLP"),
        ("„Ոսկե Աշուն“ ՍՊԸ", "Golden Autumn LLC"),
        ("Χρυσή Πεταλούδα ΕΠΕ", "Golden Butterfly Ltd"),
        ("«Yaşıl Çinar» MMC", "Зеленая чинара ООО"),
        ("ОсОО «Булак»", "Spring LLC"),
        ("«Ýaşyl Meýdan» HJ", "ООО «Зелёное Поле»"),
        ("ТОВ «Зелене Поле»", "Green Field LLC"),
        ("ООО «Голубая Равнина»", "Blue Plains LLC"),
        ("Koninklijke Scheepswerf Terborn B.V.", "Royal Terborn Shipyard BV"),
        ("Agropecuaria del Llano S.A.", "Agropecuaria del Lano S.A."),
    ],
)
def test_an_emblem_answers_its_translation(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ООО «Золотая пальма»", "Golden Pearl LLC"),
        ("شركة النخلة الخضراء للتجارة", "Golden Palm Trading LLC"),
        ("ПП «Квітучий Сад»", "ЧП Фруктовый сад"),
        ("ООО «Весна»", "Autumn LLC"),
        ("Transportes del Lago C.A.", "Transportes del Llano C.A."),
        ("Koninklijke Scheepswerf Terborn B.V.", "Royal Terhove Shipyard BV"),
        ("ООО «Зелёное Поле»", "Green Garden LLC"),
        ("ООО «Золотое Поле»", "Green Field LLC"),
        ("ООО «Весна Текстиль»", "Spring Logistics LLC"),
        ("ООО «Белый слон»", "Black Elephant LLC"),
        ("«Kaspi Dəniz Xidmətləri» MMC", "Caspian Oil Services LLC"),
        ("ООО «Родник»", "Пружина ООО"),
        ("ООО «Найс Хоум Трейдинг»", "Niche Home Trading LLC"),
    ],
)
def test_another_emblem_or_trade_is_another_firm(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Qafqaz Enerji İdxal-İxrac MMC", "Gafgaz Enerji Idkhal Ikhraj LLC"),
        ("Çinar İxrac MMC", "Chinar Ikhraj LLC"),
        ("Bakı Xalça MMC", "Baki Khalcha LLC"),
    ],
)
def test_azerbaijani_words_of_business_are_read_as_english_writes_them_by_ear(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


def test_another_azerbaijani_word_of_business_is_another_firm() -> None:
    assert not is_match("Bakı Xalça MMC", "Baki Balig LLC", "Company")


@pytest.mark.parametrize(
    ("longer", "shorter"),
    [
        ("Alpha Velgor LLC", "Velgor LLC"),
        ("ООО «Омега Велгор»", "ООО «Велгор»"),
        ("Elite Investment Group", "Investment Group"),
        ("ООО «Новая Заря»", "Zarya LLC"),
        ("Yangi Velgor MChJ", "Velgor MChJ"),
        ("OsOO Progress Life Media", "Hayat Media Center"),
        ("პრემიუმ ველგორი შპს", "Velgori LLC"),
    ],
)
def test_a_borrowed_word_before_a_name_makes_it_another_firms(longer: str, shorter: str) -> None:
    assert not is_match(longer, shorter, "Company")
    assert not is_match(shorter, longer, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ООО «Альфа Велгор»", "Alpha Velgor LLC"),
        ("ООО «Элит Инвест Групп»", "Elite Investment Group"),
        ("ТОВ «Прогрес»", "Progress LLC"),
        ("ООО «Новая Заря»", "New Dawn LLC"),
        ("پژوهشکده مواد نوین ولگور", "Velgor New Materials Research Institute"),
        ("Velgor Yeni Enerji A.Ş.", "Velgor New Energy JSC"),
        ("شركة فيلغور للطاقة الجديدة", "Velgor New Energy Co"),
    ],
)
def test_a_borrowed_word_answers_itself_in_other_letters(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Silk Road Velgor LLC", "Silk Velgor LLC"),
        ("Silk Way LLC", "Silk LLC"),
        ("ООО «Новый Уренгой Велгор»", "ООО «Новый Велгор»"),
    ],
)
def test_a_word_of_a_places_name_is_not_the_place(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")
    assert not is_match(right, left, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [("Al Furat Velgor LLC", "ALFURAT VELGOR LLC"), ("«Жібек жолы» ЖШС", "Silk Road LLP")],
)
def test_a_place_is_known_without_its_article_and_translated(left: str, right: str) -> None:
    assert is_match(left, right, "Company")
