"""Chinese names in the letters of other languages are read as pinyin, native words are not."""

from __future__ import annotations

import pytest

from screening.names.chinese_by_ear import LONGEST, MOST, keys
from screening.names.folding import fold
from screening.names.scripts import script_of


def _read(word: str) -> list[str]:
    folded = fold(word)
    return [key.text for key in keys(folded, script_of(folded))]


@pytest.mark.parametrize(
    ("word", "pinyin"),
    [
        ("Їсін", "yixing"),
        ("Чжецзян", "zhejiang"),
        ("Цзюньї", "junyi"),
        ("Сяопін", "xiaoping"),
        ("Гуанджоу", "guangzhou"),
        ("Tszinhay", "jinhai"),
        ("Szinxay", "jinhai"),
        ("Xuasin", "huaxin"),
        ("Quançjou", "guangzhou"),
        ("სინძიანის", "xinjiang"),
        ("ტიანშენი", "tiansheng"),
        ("ჯან", "zhang"),
        ("Ցզինհայ", "jinhai"),
        ("Վեյդուն", "weidong"),
        ("Τζινγκλόνγκ", "jinglong"),
        ("Χουαξίν", "huaxin"),
        ("Γουέι", "wei"),
        ("هواشینگ", "huaxing"),
        ("ژجیانگ", "zhejiang"),
        ("هوايوان", "huayuan"),
    ],
)
def test_a_chinese_name_is_read_as_pinyin(word: str, pinyin: str) -> None:
    assert pinyin in _read(word)


def test_ng_and_n_are_kept_apart_where_the_soft_sign_tells_them() -> None:
    assert _read("Цзіньлун") == ["jinlong"]
    assert set(_read("Tszinhay")) == {"jinhai", "jinghai"}


@pytest.mark.parametrize(
    "word",
    ["თბილისი", "Վարդան", "Παπαδόπουλος", "Шевченко", "Мельник", "محمد", "Xalilov", "Jinhai", "Yusif", "ჯავახიშვილი"],
)
def test_other_words_are_not_read(word: str) -> None:
    assert _read(word) == []


def test_readings_are_few_and_long_words_have_none() -> None:
    assert len(_read("گوانگژو")) <= MOST
    assert keys("цз" * LONGEST, "Cyrillic") == ()
