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
