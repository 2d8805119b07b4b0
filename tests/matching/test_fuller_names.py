"""A hit on a short name of an entry says where a fuller one has another father."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening.matching import Screener, compare_names
from screening.matching.fuller_names import OTHER_FATHER


def hit(subject: str, *names: tuple[str, str], schema: str = "Person") -> dict[str, object]:
    """The one hit of a subject on an entry of these names."""
    count = len(names)
    listed = pa.table(
        {
            "entry_id": ["1"] * count,
            "schema": [schema] * count,
            "name": [name for name, _ in names],
            "name_type": [name_type for _, name_type in names],
        }
    )
    (found,) = Screener([listed]).screen(pa.table({"name": [subject], "schema": [schema]})).to_pylist()
    return found


def says_so(found: dict[str, object]) -> bool:
    return OTHER_FATHER in [part["how"] for part in found["parts"]]  # type: ignore[index, attr-defined]


SHORT = ("Sergej Kolobtsov", "alias")
FULL = ("Сергей Валентинович КОЛОБЦОВ", "primary")


@pytest.mark.parametrize(
    "subject", ["Колобцов Сергей Николаевич", "KOLOBTSOV, Sergey Nikolaevich", "Sergii Mykolaiovych Kolobtsov"]
)
def test_another_father_in_a_fuller_name_is_told_and_the_score_stays_that_of_the_two_names(subject: str) -> None:
    found = hit(subject, FULL, SHORT)
    assert found["matched_name"] == SHORT[0]
    assert says_so(found), found["explanation"]
    assert found["score"] == pytest.approx(compare_names(subject, SHORT[0], schema="Person").score)
    assert FULL[0] in str(found["explanation"])


@pytest.mark.parametrize(
    ("subject", "names"),
    [
        ("Колобцов Сергей Валентинович", (SHORT, FULL)),
        ("Kolobtsov Sergey Valentynovych", (SHORT, FULL)),
        ("Колобцов Сергей", (SHORT, FULL)),
        ("Колобцов Сергей Николаевич", (SHORT,)),
        ("Колобцов Сергей Николаевич", (SHORT, ("Ветлугин Аркадий Петрович", "primary"))),  # another person's name
        ("Колобцов Сергей Николаевич", (SHORT, ("Сергей Валентинович КОЛОБЦОВ", "weak_alias"))),
    ],
)
def test_where_no_fuller_name_of_the_same_person_contradicts_nothing_is_told(
    subject: str, names: tuple[tuple[str, str], ...]
) -> None:
    assert not says_so(hit(subject, *names))
