"""Azerbaijani names as Russian and English write them, initials of two letters, a nought read for an O."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_match

SAME = [
    ("Hacıbabayev Xaqani İsrafil oğlu", "Gadzhibabaev Khagani Israfilovich"),
    ("Hacıyev Elçin", "Gadzhiev Elchin"),
    ("Hacıyeva Aysel", "Гаджиева Айсель"),
    ("Sevinc Hüseynova", "Sevinj Huseynova"),
    ("Vəlibəyova Sevinc", "Valibeyova Sevinj"),
    ("Кожомжаров У. Дж.", "Kojomjarov Ulan Jyrgalovich"),
    ("Кожомжаров У. Дж.", "Кожомжаров Улан Жыргалович"),
    ("Кожомжаров У. Дж.", "Kozhomzharov Ulan Dzhyrgalovich"),
    ("Dzh. Ivanov", "Джон Иванов"),
    ("Ατομική Επιχείρηση Παπαδόπουλος Νίκος", "Sole proprietorship Papadopoulos Nikos"),
]
DIFFERENT = [
    ("Hacıyev Elçin", "Hasanov Elchin"),
    ("Hacıyev Elçin", "Gadirov Elchin"),
    ("Кожомжаров У. Дж.", "Kojomjarov Ulan Dastanovich"),
    ("Кожомжаров У. Дж.", "Kojomjarov Ulan Karimovich"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_a_person_is_one_however_the_region_spells_the_name(left: str, right: str) -> None:
    assert is_match(left, right, "Person")


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_another_name_and_another_fathers_initial_are_another_persons(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


def test_a_nought_at_the_end_of_a_word_nobody_uses_is_an_o() -> None:
    assert is_match("KAPITAN DEREVYANK0", "Капітан Деревʼянко", "Vessel")


@pytest.mark.parametrize(
    ("left", "right"),
    [("Κόρη της Ύδρας", "KORI TIS YDRAS"), ("Αστέρι του Αιγαίου", "ASTERI TOU AIGAIOU")],
)
def test_an_article_within_a_ships_name_is_one_in_latin_letters(left: str, right: str) -> None:
    assert is_match(left, right, "Vessel")
    assert not is_match(left, "KORI TOU PELAGOUS", "Vessel")


@pytest.mark.parametrize("other", ["KAPITAN DEREVYANKO 10", "KAPITAN DEREVYANKO1", "KAPITAN DEREVYANKO 2"])
def test_other_figures_at_the_end_are_numbers(other: str) -> None:
    assert not is_match("KAPITAN DEREVYANKO", other, "Vessel")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ('"Sirgʻali Charm Poyabzal" XK', "Sergeli Charm Poyabzal xususiy korxonasi"),
        ("Chilonzor Mebel MChJ", "ООО «Чиланзар Мебель»"),
        ("Kattaqoʻrgʻon Un Zavodi", "Каттакурганский мучной завод"),
        ("Ağcabədi Pambıq MMC", "Agdzhabedi Pambyg OOO"),
        ("Qandyagash Nan JShS", "ТОО «Кандыагаш Нан»"),
    ],
)
def test_a_firm_is_named_for_one_place_however_russian_writes_it(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [("Chilonzor Mebel MChJ", "Yunusobod Mebel MChJ"), ("Guzar Un Zavodi", "Каттакурганский мучной завод")],
)
def test_a_firm_of_another_place_is_another(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


def test_a_korean_name_of_two_syllables_is_no_short_word() -> None:
    assert is_match("(주)한별광학", "Hanbyul Optics Co Ltd", "Company")
    assert not is_match("(주)한별광학", "Hanbit Optics Co Ltd", "Company")
