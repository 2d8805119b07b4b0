"""Vietnamese names in Cyrillic and Hangul are read in Vietnamese."""

from __future__ import annotations

import pytest

from screening.names.vietnamese import are_other_syllables
from screening.names.vietnamese_by_ear import in_vietnamese, keys


@pytest.mark.parametrize(
    ("name", "vietnamese"),
    [
        ("Чан Ван Хынг", "tran van hung"),
        ("Нгуен Тхи Тху Хыонг", "nguyen thi thu huong"),
        ("Ле Куанг Зунг", "le quang dung"),
        ("Фам Минь Тинь", "pham minh chinh"),
        ("쩐 반 훙", "tran van hung"),
        ("응우옌 쑤언 푹", "nguyen xuan phuc"),
        ("부이 탄 선", "bui thanh son"),
    ],
)
def test_a_whole_name_is_read(name: str, vietnamese: str) -> None:
    assert vietnamese in in_vietnamese(name)


@pytest.mark.parametrize(
    "name", ["Чан Хынг", "Иван Ван Хынг", "Ким Чен Ын", "김정은", "Tran Van Hung", "Анна Ли Петрова"]
)
def test_two_words_and_names_of_others_are_not(name: str) -> None:
    assert "tran" not in " ".join(in_vietnamese(name))
    assert not any(each.split()[0] in ("kim", "ivan") for each in in_vietnamese(name))


def test_a_word_alone_is_read_where_it_is_hardly_of_another_language() -> None:
    assert [key.text for key in keys("тхинь")] == ["thinh"]
    assert keys("ван") == ()
    assert keys("лонгитюд") == ()


def test_another_syllable_is_another_name_in_any_script() -> None:
    assert are_other_syllables(("нгуен", "ван", "тханг"), ("nguyen", "van", "tang"))
    assert not are_other_syllables(("нгуен", "ван", "тханг"), ("nguyen", "van", "thang"))
    assert are_other_syllables(("쩐", "반", "훙"), ("tran", "van", "hoang"))
    assert are_other_syllables(("le", "minh", "hai"), ("le", "minh", "hoai"))
