"""What is known of the names persons bear."""

from __future__ import annotations

import pytest

from screening.names.tokens import words
from screening.names.vocabulary import (
    gender,
    is_given_name,
    is_patronymic,
    nickname_groups,
    surname_length,
    surname_variants,
    variant_kind,
)


def folded(name: str) -> str:
    return "".join(words(name))


@pytest.mark.parametrize(
    "name",
    [
        "Сергей",
        "Oleksandr",
        "Jamshid",
        "Шавкат",
        "Ғулом",
        "Нұрсұлтан",
        "Almazbek",
        "Gurbanguly",
        "Heydər",
        "Mehmet",
        "محمد",
        "علیرضا",
        "გიორგი",
        "Հայկ",
        "Γεώργιος",
        "William",
        "Wolfgang",
        "José",
        "Yitzhak",
    ],
)
def test_given_names_of_many_cultures(name: str) -> None:
    assert is_given_name(folded(name))


@pytest.mark.parametrize("name", ["gazprom", "winsun", "zavod", ""])
def test_what_is_no_given_name(name: str) -> None:
    assert not is_given_name(name)


@pytest.mark.parametrize(("name", "expected"), [("Айгуль", "f"), ("Dilnoza", "f"), ("Bakhtiyor", "m"), ("zzz", None)])
def test_gender_of_given_names(name: str, expected: str | None) -> None:
    assert gender(folded(name)) in {expected, "u"}


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Yuri", "Iouri", "spelling"),
        ("Александр", "Oleksandr", "spelling"),
        ("Qodir", "Kadyr", "spelling"),
        ("G'ulom", "Gulyam", "spelling"),
        ("Mohammed", "Mukhammad", "spelling"),
        ("Sasha", "Aleksandr", "nickname"),
        ("Bill", "William", "nickname"),
        ("Karo", "Կարապետ", "nickname"),
        ("Міхась", "Михаил", "nickname"),
        ("Vato", "ვახტანგ", "nickname"),
        ("Gia", "Giorgi", "nickname"),
        ("Vangelis", "Evangelos", "nickname"),
        ("Mitsos", "Dimitrios", "nickname"),
        ("Giota", "Παναγιώτα", "nickname"),
        ("Zeyno", "Zeynep", "nickname"),
        ("Fakhri", "Faxriddin", "nickname"),
        ("Mehmet", "Muhammad", "language"),
        ("Yusuf", "Joseph", "language"),
    ],
)
def test_variants_of_given_names(left: str, right: str, kind: str) -> None:
    one, other = folded(left), folded(right)
    assert nickname_groups(one) & nickname_groups(other)
    assert variant_kind(one, other) == variant_kind(other, one) == kind


@pytest.mark.parametrize(
    ("left", "right"), [("Işık", "Aşık"), ("Ivan", "Igor"), ("Hasan", "Hussein"), ("Ali", "Vali"), ("Gia", "Gagik")]
)
def test_different_names_are_no_variants(left: str, right: str) -> None:
    assert variant_kind(folded(left), folded(right)) is None


@pytest.mark.parametrize("name", ["Иванович", "Сергеевна", "Ильич", "Petrovych", "Olegovich", "Андріївна", "Aliyevna"])
def test_patronymics(name: str) -> None:
    assert is_patronymic(folded(name))


@pytest.mark.parametrize("name", ["Иванов", "Ivanova", "Karimov", "Anna", "ович"])
def test_what_is_no_patronymic(name: str) -> None:
    assert not is_patronymic(folded(name))


@pytest.mark.parametrize(
    ("token", "length"), [("习近平", 1), ("欧阳娜", 2), ("김정은", 1), ("남궁민", 2), ("上海", 0), ("a", 0), ("", 0)]
)
def test_surnames_at_the_start_of_glued_names(token: str, length: int) -> None:
    assert surname_length(token) == length


@pytest.mark.parametrize(
    ("one", "other"),
    [("cheung", "zhang"), ("lee", "li"), ("wong", "huang"), ("tsai", "cai"), ("park", "pak"), ("hsu", "xu")],
)
def test_romanisations_of_one_surname(one: str, other: str) -> None:
    assert other in surname_variants(one)
    assert one in surname_variants(other)
