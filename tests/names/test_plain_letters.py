"""Words of business of Central Asia in the letters that Russian has."""

import pytest

from screening import DEFAULT_THRESHOLD, compare_names
from screening.names.plain_letters import written_plainly


@pytest.mark.parametrize(
    ("phrase", "language", "plain"),
    [
        ("yo'l qurilish", "uz", [("yul", "kurilish")]),
        ("yoʻl qurilish", "uz", [("yul", "kurilish")]),
        ("қурилиш", "uz-Cyrl", [("курилиш",)]),
        ("paxta zavodi", "uz", [("pakhta", "zavodi"), ("pahta", "zavodi")]),  # two ways to write x
        ("өнөр жай", "ky", [("онор", "жай")]),
        ("завод", "uz-Cyrl", []),  # nothing to write otherwise
        ("қурилиш", "ru", []),  # no language of the table
        ("oʻt", "uz", []),  # too short
    ],
)
def test_letters_are_written_as_russian_has_them(phrase: str, language: str, plain: list[tuple[str, ...]]) -> None:
    assert written_plainly(phrase, language) == plain


def test_a_firm_is_found_in_plain_letters() -> None:
    pair = ("Velmar Yoʻl Qurilish MChJ", "Velmar Yul Kurilish LLC")
    assert compare_names(*pair, schema="Company").score >= DEFAULT_THRESHOLD
