"""Fathers' names that are said otherwise, and fathers who are called what the sons of others are."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("علی بهرامی‌نیا فرزند محمود", "MAHMOUD BAHRAMINIA SON OF ALI"),
        ("Αθανάσιος Ρούσσος του Ηλία", "ILIAS ROUSSOS TOU ATHANASIOU"),
        ("Rajesh Sharma S/O Mohan Sharma", "Mohan Sharma S/O Rajesh Sharma"),
        ("Anvar Karimov Rustam o'g'li", "Rustam Karimov Anvar o'g'li"),
        ("Yosef Cohen ben David", "David Cohen ben Yosef"),
        ("Ahmed Diallo fils de Moussa", "Moussa Diallo fils de Ahmed"),
        ("احمد رضایی ولد حسن", "Hassan Rezaei son of Ahmad"),
        ("Khalid bin Nasser al-Qahtani", "Nasser bin Khalid al-Qahtani"),
        ("Muhammad Usman S/O Abdul Ghani", "Abdul Ghani S/O Muhammad Usman"),
        ("Abdul Rahman S/O Abdul Aziz", "Abdul Aziz S/O Abdul Rahman"),
        ("عبد الرحمن ولد عبد العزيز", "عبد العزيز ولد عبد الرحمن"),
        ("Ali son of Hasan", "Hasan son of Ali"),
    ],
)
def test_a_son_is_not_the_father_of_his_name(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("علی بهرامی‌نیا فرزند محمود", "BAHRAMINIA ALI, SON OF MAHMOUD"),
        ("Γεώργιος Παππάς του Νικολάου", "PAPPAS GEORGIOS TOU NIKOLAOU"),
        ("Khalid bin Nasser al-Qahtani", "al-Qahtani Nasser bin Khalid"),  # written backwards
        ("Рустам Каримов фарзанди Анвар", "Rustam Karimov, son of Anvar"),
        ("Ahmed Diallo fils de Moussa", "Ahmed Diallo s/o Moussa"),
        ("Muhammad Usman S/O Abdul Ghani", "Usman Muhammad son of Abdul Ghani"),
        ("Abdul Rahman S/O Abdul Aziz", "Abdul Rehman S/O Abdul Aziz"),
    ],
)
def test_a_son_in_another_order_is_the_same(left: str, right: str) -> None:
    assert is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Полуэктов Вячеслав Никитич", "POLUEKTOV VYACHESLAV NIKITOVICH"),
        ("Зимин Олег Фомич", "Zimin Oleg Fomovich"),
        ("Мальцева Нина Никитична", "Maltseva Nina Nikitovna"),
        ("Гончар Петро Кузьмич", "Honchar Petro Kuzmovych"),
        ("Зотов Лев Лукич", "Zotov Lev Lukovich"),
        ("Дронов Пётр Ильич", "Dronov Pyotr Iljitsch"),
        ("Рябов Андрей Ильич", "Андрій Ілліч Рябов"),
    ],
)
def test_patronymics_of_names_in_a_have_two_forms(left: str, right: str) -> None:
    assert is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Полуэктов Вячеслав Никитич", "POLUEKTOV VYACHESLAV NIKIFOROVICH"),
        ("Зимин Олег Фомич", "Zimin Oleg Lukich"),
        ("Зотов Лев Лукич", "Zotov Lev Lukyanovich"),
        ("Гончар Петро Кузьмич", "Гончар Петр Климович"),
        ("Рябов Андрей Ильич", "RYABOV ANDREI LVOVICH"),
    ],
)
def test_another_father_is_another_person(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("plain", "told"),
    [
        ("سالم خالد العامري", "AL AMERI, Khalid Salem"),
        ("Salem Khalid Al Ameri", "AL AMERI, Khalid Salem"),
        ("محمد احمد حسن الخطيب", "AL-KHATIB, Ahmad Muhammad Hasan"),
    ],
)
def test_of_arabic_names_the_first_is_ones_own_where_a_comma_tells_the_family(plain: str, told: str) -> None:
    assert not is_match(plain, told, "Person")


@pytest.mark.parametrize(
    ("plain", "told"),
    [
        ("خالد سالم العامري", "AL AMERI, Khalid Salem"),
        ("العامري خالد سالم", "AL AMERI, Khalid Salem"),
        ("Al Ameri Khalid Salem", "AL AMERI, Khalid Salem"),
        ("محمد احمد حسن الخطيب", "AL-KHATIB, Muhammad Ahmad Hasan"),
        ("Иванов Сергей Пётр", "IVANOV, Petr Sergey"),  # no Arabic names
    ],
)
def test_in_that_order_or_in_other_tongues_they_are_one(plain: str, told: str) -> None:
    assert is_match(plain, told, "Person")
