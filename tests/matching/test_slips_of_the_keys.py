"""One key struck for its neighbour: a slip where a word is long and nobody is known to bear either of the two."""

from __future__ import annotations

import pytest

from screening.matching.other_letter import SHORTEST_UNKNOWN
from screening.matching.weights import weights
from screening.reference import table
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


def test_of_long_names_in_use_few_are_a_key_apart_from_another() -> None:
    """A key within the word; beside all names in use as they are romanised, but for spellings of one name."""
    spellings = [{row["name"], *row["latin"].split()} for row in table("words/names_in_use.tsv").rows]
    long = {name for each in spellings for name in each if name.isascii() and len(name) >= SHORTEST_UNKNOWN}
    of_one = {(one, other) for each in spellings for one in each for other in each}
    apart = {
        name
        for name in long
        for at in range(1, len(name))
        for one, other in weights().neighbours
        if name[at] == one and (near := name[:at] + other + name[at + 1 :]) in long and (name, near) not in of_one
    }
    assert len(long) > 5_000
    assert len(apart) < 0.03 * len(long)


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
