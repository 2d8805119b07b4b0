"""What cells hold beside a name: the name once more, a site's address, what published lists say behind it."""

from __future__ import annotations

import pytest

from screening.names.cell_remarks import names_beside
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("SAMPLE TRADE LLC SAMPLE TRADE LLC", ("SAMPLE TRADE LLC",)),
        ("Пример Снаб ООО, Пример Снаб ООО", ("Пример Снаб ООО",)),
        ("www.example.com Sample Cable Works", ("Sample Cable Works",)),
        ("Sample Cable Works, https://example.com/about", ("Sample Cable Works",)),
        ("SAMPLE, Pavel (Cyrillic: ПРИМЕРОВ, Павел); DOB 02 Feb 1966", ("SAMPLE, Pavel", "ПРИМЕРОВ, Павел")),
        ("SAMPLE WORKS (Linked To: OTHER, Ivan)", ("SAMPLE WORKS",)),
        ("SAMPLE WORKS; Secondary sanctions risk: Invented Act", ("SAMPLE WORKS",)),
    ],
)
def test_the_name_is_told_from_what_stands_beside_it(text: str, names: tuple[str, ...]) -> None:
    assert names_beside(text) == names


@pytest.mark.parametrize(
    "name",
    [
        "Walla Walla",
        "Duran Duran Group",
        "Arabic Language Centre",
        "Sample (Arabic Books) Ltd",
        "New York New Jersey",
        "",
        ";(",
    ],
)
def test_names_that_only_look_so_are_left(name: str) -> None:
    assert names_beside(name) == ()


def test_they_are_found_by_the_name_and_not_by_another_party_beside_it() -> None:
    text = "SAMPLETORG WORKS (Linked To: VODRINOV, Pavel)"
    assert is_match(text, "Sampletorg Works", "Company")
    assert is_found(text, "Sampletorg Works", "Company")
    assert not is_match(text, "Vodrinov Pavel", "LegalEntity")
