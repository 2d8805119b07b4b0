"""One key struck for its neighbour: a slip where a word is long and nobody is known to bear either of the two."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_found, is_match

SAME = (
    ("Nasrin Baheamian", "Nasrin Bahramian"),
    ("Putri Morishigr", "Putri Morishige"),
    ("Sanjay Bhattarzi", "BHATTARAI, Sanjay"),
    ("Fatima Benchekroum", "Fatima Benchekroun"),
    ("Hakan Uysalsn", "Hakan Uysalan"),
    ("Kemal Yazıcıpğlu", "Kemal Yazıcıoğlu"),
)
APART = (
    ("Aliya Safiyeva", "Aliya Sadiyeva"),  # both are names in use
    ("Mehmet Adamyan", "Mehmet Aramyan"),
    ("Elif Halcıoğlu", "Elif Balcıoğlu"),  # nobody misses the first letter
    ("Stavroula Papalitsia", "Stavroula Papalitsis"),  # endings of a woman's name and a man's
    ("Sanjay Bhattabai", "Sanjay Bhattarai"),  # no neighbours
    ("Laleh Pakrsvzn", "Laleh Pakravan"),  # two keys
    ("Burak Uysalam", "Burak Uysalan"),  # short for two consonants
)


@pytest.mark.parametrize(("left", "right"), SAME)
def test_a_neighbouring_key_in_a_long_name_that_nobody_is_known_to_bear_is_a_slip(left: str, right: str) -> None:
    assert is_match(left, right, "Person")
    assert is_found(left, right, "Person")


@pytest.mark.parametrize(("left", "right"), APART)
def test_other_letters_and_names_in_use_are_other_names(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Oleh Holovko", "GOLOVKO, Oleg"),
        ("HRYHORUK Ihor", "Igor GRIGORUK"),
        ("Olha Horobets", "Olga Gorobets"),
        ("Ivan Hutsuliak", "Ivan Gutsulyak"),
    ],
)
def test_ukrainian_h_is_russian_g_in_family_names_of_all_endings(left: str, right: str) -> None:
    assert is_match(left, right, "Person")
    assert is_found(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("DM1TRIY G0L0VK0", "Dmitry GOLOVKO"),
        ("2aborov Roman", "Zaborov Roman"),
        ("Nasrin 2andieh", "Nasrin Zandieh"),
        ("Arash Tahrnasbi", "Arash Tahmasbi"),
    ],
)
def test_what_a_scanner_read_for_a_letter_is_that_letter(left: str, right: str) -> None:
    assert is_match(left, right, "Person")
    assert is_found(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("2expand LLC", "Zexpand LLC"),
        ("Auto2auto LLC", "Autozauto LLC"),
        ("Sigma20 LLC", "Sigmazo LLC"),
        ("Zoo2000 LLC", "Zoozoo LLC"),
        ("PURNA LLC", "PUMA LLC"),
    ],
)
def test_digits_beside_words_are_digits(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")
