"""French, Italian, Polish, German and other Western names as scripts and languages of the region write them by ear."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.reference import read_table
from tests.matching.one_pair import is_found, is_match

ROWS = read_table(Path(__file__).parent / "western_names_by_ear.tsv").rows
ONE_OF_EACH = {row["language"]: row for row in reversed(ROWS)}
LATIN_TOO = [
    ("Charles Lefèvre", "Sharl Lefevr"),
    ("Chantal Guichard", "Şantal Gişar"),
    ("Jean Duval", "Jan Dyuval"),
    ("Giuseppe Passarelli", "Cuzeppe Passarelli"),
    ("Leszek Wrzosek", "Leshek Vjosek"),
    ("Kurt Schweitzer", "Kurt Şvaytser"),
]


@pytest.mark.parametrize("language", ONE_OF_EACH)
def test_names_of_a_language_are_known_as_others_write_them_by_ear(language: str) -> None:
    rows = [row for row in ROWS if row["language"] == language]
    assert [row["written"] for row in rows if not is_match(row["name"], row["written"], row["schema"])] == []


@pytest.mark.parametrize("language", ONE_OF_EACH)
def test_other_names_of_the_language_stay_apart(language: str) -> None:
    """The same given name, and a family name that begins alike."""
    rows = [row for row in ROWS if row["language"] == language and row["another"]]
    assert [row["another"] for row in rows if is_match(row["another"], row["written"], row["schema"])] == []


@pytest.mark.parametrize("language", ONE_OF_EACH)
def test_a_name_by_ear_finds_the_listed_one(language: str) -> None:
    row = ONE_OF_EACH[language]
    assert is_found(row["written"], row["name"], row["schema"])
    assert is_found(row["name"], row["written"], row["schema"])


@pytest.mark.parametrize(("name", "written"), LATIN_TOO)
def test_latin_letters_of_turkic_languages_write_by_ear_as_well(name: str, written: str) -> None:
    assert is_match(name, written, "Person")
    assert is_found(written, name, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Paul Michaud", "Paul Michel"),
        ("Louis Renaud", "Louis Renault"),
        ("Guy Perrault", "Guy Perrot"),
        ("Henri Bourdais", "Henri Bourdet"),
        ("Marie Moreau", "Marie Morot"),
        ("Hans Meier", "Hans Mayer"),
        ("Peter Robinet", "Peter Robin"),
        ("Aldo Moreau", "Aldo Moro"),
        ("Carl Voss", "Carl Foss"),
        ("Marek Stachura", "Mariusz Stachura"),
    ],
)
def test_two_western_spellings_that_sound_alike_are_two_names(left: str, right: str) -> None:
    """Who spells as the language does is not heard but read."""
    assert not is_match(left, right, "Person")


def test_a_pinyin_name_is_not_read_as_portuguese() -> None:
    assert not is_match("新疆天业棉纺有限公司", "Xinjiang Tianhe Cotton Spinning Co., Ltd.", "Company")
