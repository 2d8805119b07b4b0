"""English words that no table of words heard holds are known by how they are spoken, in the scripts that write them."""

from __future__ import annotations

import pytest

from screening.names.english_by_ear import heard_as
from screening.names.folding import fold
from screening.names.vocabulary import meanings
from screening.reference import table
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("Найс", "nice"),
        ("Уэйв", "wave"),
        ("Интернешнл", "international"),
        ("Файненс", "finance"),
        ("Գրեյփ", "grape"),
        ("Սամմեր", "summer"),
        ("გრეიპ", "grape"),
        ("ფაქტორი", "factory"),
        ("Γκρέιπ", "grape"),
        ("Τρέιντινγκ", "trading"),
        ("نايس", "nice"),
        ("اسپیریت", "spirit"),
        ("נייס", "nice"),
        ("צ'ויס", "choice"),
        ("나이스", "nice"),
        ("그레이프", "grape"),
    ],
)
def test_an_english_word_is_known_by_how_it_is_spoken(written: str, word: str) -> None:
    assert word in heard_as(fold(written))


@pytest.mark.parametrize(
    "written",
    [
        "ветры",
        "марс",
        "порты",
        "ферма",
        "трест",
        "Камин",
        "باب",
        "نور",
        "صنعاء",
        "Сергей",
        "Ковалёв",
        "სახლი",
        "տուն",
        "nice",
    ],
)
def test_words_and_names_of_other_languages_are_no_english(written: str) -> None:
    assert heard_as(fold(written)) == ()


def test_a_word_of_business_is_heard_only_as_what_it_means() -> None:
    assert "central" in heard_as("сентрал")
    assert heard_as("рис") == ()  # the crop, no Reese or rice


def test_a_word_that_is_english_letter_by_letter_is_that_word() -> None:
    assert heard_as("мост") == ("most",)


def test_a_word_heard_alone_is_no_word_of_business_yet() -> None:
    assert "grape" in heard_as("գրեյփ")
    assert meanings("grape")
    assert meanings("գրեյփ") == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ООО «Найс Хоум Трейдинг»", "Nice Home Trading LLC"),
        ("ОсОО «Сентрал Эйша Трейд Хаб»", "Central Asia Trade Hub LLC"),
        ("«Գոլդեն Գրեյփ Էքսպորտ» ՍՊԸ", "Golden Grape Export LLC"),
        ("شركة نايس هوم للتجارة", "Nice Home Trading Company"),
        ('ספרינג וויב בע"מ', "Spring Wave Ltd"),
        ("골든 그레이프", "Golden Grape"),
    ],
)
def test_firms_of_english_names_are_the_same_in_other_letters(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ООО «Велвет Роуз»", "Velvet Road LLC"),
        ("ООО «Блу Уэйв Шиппинг»", "Blue Whale Shipping LLC"),
        ("ООО «Мост Трейд»", "Must Trade LLC"),
        ("ООО «Сильвер Лайн Логистикс»", "Silver Lion Logistics LLC"),
        ("«Գոլդեն Գրեյփ Էքսպորտ» ՍՊԸ", "Golden Grain Export LLC"),
        ("شركة نايس هوم للتجارة", "Nice Ham Foods Company"),
    ],
)
def test_two_english_words_that_sound_otherwise_are_two_names(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


def test_every_sound_of_english_has_its_ways() -> None:
    rows = table("scripts/heard_sounds.tsv").rows
    plain = {row["of"] for row in rows if row["kind"] == "sound" and not row["script"]}
    spoken = {
        sound[:2] for row in table("words/english_sounds.tsv").rows for sound in row["sounds"].replace(";", "").split()
    }
    assert spoken <= plain


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("НИНБО УЭЛГОР ИМП. ЭНД ЭКСП. КО., ЛТД", "NINGBO WELGOR IMP AND EXP CO LTD"),
        ("ООО «Уинтерсон»", "Winterson LLC"),
        ("ТОВ «Велгор Імпорт енд Експорт»", "VELGOR IMPORT AND EXPORT LLC"),
    ],
)
def test_a_w_and_an_and_by_ear_are_found(cyrillic: str, latin: str) -> None:
    assert is_match(cyrillic, latin, "Company")
    assert is_found(cyrillic, latin, "Company")
    assert is_found(latin, cyrillic, "Company")


@pytest.mark.parametrize(("cyrillic", "latin"), [("ООО «Уинтерсон»", "Wallerson LLC"), ("ООО «Уэлгор»", "Wilgar LLC")])
def test_another_name_in_w_is_another(cyrillic: str, latin: str) -> None:
    assert not is_match(cyrillic, latin, "Company")
