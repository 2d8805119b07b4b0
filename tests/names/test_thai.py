"""Thai names in Latin letters."""

from __future__ import annotations

import pytest

from screening.matching import DEFAULT_THRESHOLD, compare_names
from screening.names.thai import keys, without_marks
from screening.names.tokens import words
from screening.names.transliteration import romanise


@pytest.mark.parametrize(
    ("thai", "latin"),
    [
        ("สมชาย", "somchai"),
        ("วงศ์สวัสดิ์", "wongsawat"),  # signs of silence; a short a that is not written
        ("ทักษิณ", "thaksin"),
        ("สมศักดิ์", "somsak"),
        ("จันทร์", "chan"),
        ("สุวรรณ", "suwan"),  # ร twice is an a
        ("เพชร", "phet"),  # a silent letter without a sign
        ("เกียรติ", "kiat"),
        ("สุชาติ", "suchat"),
        ("วัฒนา", "watthana"),  # a consonant that ends a syllable and begins the next
        ("ชินวัตร", "chinawatra"),
        ("ศรีสุข", "srisuk"),
        ("เศรษฐา", "srettha"),
        ("หลวง", "luang"),  # a silent ห before another consonant
        ("เฉลิม", "chaloem"),  # two consonants behind a vowel that is written before them
        ("ไพบูลย์", "phaibun"),
        ("แก้ว", "kaeo"),
        ("ปัญญา", "panya"),
        ("พิธา", "pita"),  # usual spelling
        ("ทวีสิน", "thavisin"),
        ("ประเสริฐ", "prasert"),
    ],
)
def test_thai_words_are_read_by_syllables(thai: str, latin: str) -> None:
    found = {key.text for key in keys(words(thai)[0])}
    assert latin in found


def test_readable_latin_is_that_of_the_royal_system() -> None:
    assert romanise("สมชาย ใจดี") == "Somchai Chaidi"


@pytest.mark.parametrize(
    ("thai", "latin"),
    [
        ("สมชาย วงศ์สุวรรณ", "Somchai Wongsuwan"),
        ("นายสมชาย ใจดี", "JAIDEE, Somchai"),
        ("น.ส. รัตนา ศรีสุข", "Rattana Srisuk"),
        ("พิธา ลิ้มเจริญรัตน์", "Pita Limjaroenrat"),
        ("ธนาธร จึงรุ่งเรืองกิจ", "Thanathorn Juangroongruangkit"),
        ("ประยุทธ์ จันทร์โอชา", "Prayuth Chan-o-cha"),
        ("ประยุทธ์ จันทร์โอชา", "ประยุทธ จันทรโอชา"),
    ],
)
def test_a_thai_person_in_two_scripts(thai: str, latin: str) -> None:
    assert compare_names(thai, latin, schema="Person").score > DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("สมชาย ใจดี", "Somsak Jaidee"),
        ("สมชาย ใจดี", "Somchai Srisuk"),
        ("สมชาย ใจดี", "สมชัย ใจดี"),  # another vowel, though both are romanised alike
        ("วิชัย สุวรรณ", "Wilai Suwan"),
    ],
)
def test_two_thai_persons(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Person").score < DEFAULT_THRESHOLD


def test_marks_above_letters_are_easily_lost() -> None:
    assert without_marks("ประยุทธ์") == "ประยุทธ"


def test_what_is_no_syllable_has_no_reading() -> None:
    assert keys("ๆๆ") == ()
    assert keys("ก" * 60) == ()
