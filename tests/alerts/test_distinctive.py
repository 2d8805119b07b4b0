from __future__ import annotations

import pytest

from screening.alerts.distinctive import distinctive_words


@pytest.mark.parametrize(
    ("name", "some"),
    [
        ("Ministry of Defense", False),
        ("National Development Bank", False),
        ("International", False),
        ("OOO Merkezkimya", True),
        ("Меркез Кимё", True),
        ("", False),
    ],
)
def test_ordinary_words_do_not_tell_a_name_from_others(name: str, some: bool) -> None:
    assert (distinctive_words(name, 0.5) > 0) is some
