"""English given and family names are known by how they are spoken, in other scripts and in the Latin of others."""

from __future__ import annotations

import pytest

from screening.names.english_names_by_ear import names_heard, spoken_in
from screening.names.folding import fold
from screening.names.transcribed import fits
from screening.reference import table


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Майкл", "michael"),
        ("Хьюз", "hughes"),
        ("Гамільтон", "hamilton"),
        ("Ҷорҷ", "george"),
        ("Жеймс", "james"),
        ("ჯეფრი", "jeffrey"),
        ("ბრაუნი", "brown"),
        ("Հեյս", "hayes"),
        ("Γουίλκινσον", "wilkinson"),
        ("هايز", "hayes"),
        ("جفری", "jeffrey"),
        ("בראון", "brown"),
        ("Corc", "george"),
        ("Ceyms", "james"),
        ("Xarrison", "harrison"),
        ("Makkalister", "mcallister"),
        ("Khyuz", "hughes"),
    ],
)
def test_a_name_is_known_by_how_it_is_spoken(written: str, name: str) -> None:
    assert name in names_heard(fold(written))


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Рид", {"reid", "reed"}),
        ("Стивен", {"steven", "stephen"}),
        ("Джеффри", {"jeffrey", "geoffrey"}),
        ("Кларк", {"clark", "clarke"}),
    ],
)
def test_names_that_sound_alike_are_all_heard(written: str, names: set[str]) -> None:
    assert names <= set(names_heard(fold(written)))


def test_a_name_written_letter_by_letter_comes_before_others() -> None:
    assert names_heard(fold("Джоан"))[0] == "joan"
    assert "joan" not in names_heard(fold("Джон"))


@pytest.mark.parametrize(
    "written",
    [
        "Роман",
        "Павел",
        "Марк",
        "Ковалёв",
        "Гасанов",
        "Нурлан",
        "Палий",
        "Ван",
        "Дин",
        "Цзян",
        "გიორგი",
        "კახა",
        "Արամ",
        "Γιώργος",
        "سمير",
        "کریمی",
        "כהן",
        "Cavid",
        "Cengiz",
        "Kamil",
        "Brown",
        "Braun",
    ],
)
def test_names_of_other_languages_are_no_english_ones(written: str) -> None:
    assert names_heard(fold(written)) == ()


@pytest.mark.parametrize("written", ["мебель", "көл", "жол", "булак", "კარი", "լույս", "سوريا", "mebel", "дер"])
def test_words_that_mean_something_are_no_names(written: str) -> None:
    assert names_heard(fold(written)) == ()


@pytest.mark.parametrize(
    ("script", "written", "name"),
    [
        ("Han", "泰勒", "taylor"),
        ("Han", "麦克阿瑟", "macarthur"),
        ("Han", "布朗", "brown"),
        ("Han", "理查德", "richard"),
        ("Hangul", "제임스", "james"),
        ("Hangul", "휴스", "hughes"),
        ("Kana", "ホワイト", "white"),
        ("Kana", "マッカーサー", "macarthur"),
    ],
)
def test_syllables_write_a_name_as_it_is_spoken(script: str, written: str, name: str) -> None:
    assert fits(fold(written), (), spoken_in(name, script))


@pytest.mark.parametrize(("script", "written", "name"), [("Han", "布朗", "baron"), ("Hangul", "해리스", "harrison")])
def test_syllables_write_no_other_name(script: str, written: str, name: str) -> None:
    assert not fits(fold(written), (), spoken_in(name, script))


def test_every_name_is_one_folded_word_that_somebody_bears() -> None:
    for row in table("words/english_name_sounds.tsv").rows:
        assert fold(row["name"]) == row["name"]
        assert row["sounds"]
        assert int(row["people"]) > 0
