"""Chinese names of firms said in the words of another language, character by character."""

from __future__ import annotations

import pytest

from screening.names.han_emblems import said_by_characters, says_the_same
from screening.names.vocabulary import meanings
from screening.reference import table
from tests.matching.one_pair import is_found, is_match, pairs

ENGLISH = """
gold silver iron steel copper jade red white black blue green yellow dragon phoenix tiger lion eagle
falcon horse whale crane swan bear wolf leopard elephant deer swallow bird seagull butterfly bee
fish goat cattle star sun moon sky cloud sea ocean river lake mountain peak rock forest flower lotus plum
pine bamboo orchid willow maple bridge gate tower sail anchor wind thunder light fire water spring
ice snow rain rainbow dawn springtime summer autumn winter east west south north new old great peace
happiness victory dream hope king crown diamond pearl crystal treasure sword shield arrow hammer key
aviation wave bay port city road silk tea
"""


@pytest.mark.parametrize(("left", "right"), pairs("han_emblems.tsv"))
def test_a_name_and_its_translation_are_one_and_found(left: str, right: str) -> None:
    assert is_match(left, right, "Company")
    assert is_found(left, right, "Company")
    assert is_found(right, left, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("深圳金龙电子有限公司", "Shenzhen Golden Phoenix Electronics Co Ltd"),
        ("深圳金龙电子有限公司", "Shenzhen Dragon Golden Electronics Co Ltd"),
        ("深圳金龙电子有限公司", "Shenzhen Golden Electronics Co Ltd"),
        ("深圳金龙电子有限公司", "Shenzhen Silver Dragon Electronics Co Ltd"),
    ],
)
def test_another_thing_another_colour_or_one_of_the_two_is_another_firm(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


def test_the_name_is_read_as_it_sounds_as_well() -> None:
    assert is_match("深圳金龙电子有限公司", "Shenzhen Jinlong Electronics Co Ltd", "Company")


def test_words_say_what_characters_say_one_by_one_and_in_their_order() -> None:
    assert says_the_same("金龙", ["golden", "dragon"])
    assert not says_the_same("金龙", ["dragon", "golden"])
    assert not says_the_same("金龙", ["golden"])
    assert not says_the_same("", [])


@pytest.mark.parametrize(
    ("left", "right"), [("푸른바다해운", "Blue Sea Shipping"), ("푸른하늘항공", "Blue Sky Airlines")]
)
def test_korean_words_written_together_say_it_word_by_word(left: str, right: str) -> None:
    assert is_match(left, right, "Company")
    assert is_found(left, right, "Company")
    assert is_found(right, left, "Company")


@pytest.mark.parametrize(("left", "right"), [("푸른바다해운", "Red Sea Shipping"), ("푸른바다해운", "Blue Shipping")])
def test_of_another_word_they_are_another_firms(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


@pytest.mark.parametrize("text", ["金", "金龙虎凤", "金罗", "gold", "금룡"])
def test_one_character_four_or_one_without_a_meaning_say_nothing(text: str) -> None:
    assert said_by_characters(text) == ()


def test_every_character_stands_there_once_and_a_word_of_english_says_it() -> None:
    rows = table("words/han_emblems.tsv").rows
    characters = [each for row in rows for each in row["characters"].split()]
    assert len(set(characters)) == len(characters)
    spoken = {meaning.concept for word in ENGLISH.split() for meaning in meanings(*word.split(" "))}
    assert {row["meanings"] for row in rows if spoken.isdisjoint(row["meanings"].split())} == set()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ақ Сұңқар ЖШС", "White Falcon LLP"),
        ("Ак Шумкар ОсОО", "White Falcon LLC"),
        ("Ак Шумкар ОсОО", "Ak Shumkar LLC"),
    ],
)
def test_a_colour_that_may_be_a_form_is_one_where_another_form_of_its_state_stands_behind(
    left: str, right: str
) -> None:
    assert is_match(left, right, "Company")
    assert is_found(left, right, "Company")
    assert is_found(right, left, "Company")


def test_a_form_of_another_state_leaves_it_a_form() -> None:
    assert is_match("АК Алроса ПАО", "ALROSA PJSC", "Company")
    assert is_match("АК Сибирь ООО", "Сибирь ООО", "Company")


def test_a_town_behind_a_colour_is_what_the_colour_is_of() -> None:
    assert is_match("ООО Белый Орёл", "White Eagle LLC", "Company")
    assert is_found("შპს „თეთრი არწივი“", "ООО «Белый Орёл»", "Company")
    assert is_match("ООО Орёл Агро", "Oryol Agro LLC", "Company")
