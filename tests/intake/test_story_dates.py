"""Dates of stories: as feeds and pages write them, and as people do in their languages."""

from __future__ import annotations

from datetime import date

import pytest

from screening.intake.dates import read_date
from screening.intake.plaintext import read_plain
from screening.reference import table

FIFTH = date(2024, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "Tue, 05 Mar 2024 23:30:00 -0500",
        "2024-03-05T23:30:00-05:00",
        "05.03.2024",
        "March 5, 2024",
        "5 марта 2024",
        "5 марта 2024 г., 14:30",
        "5 Mart 2024",
        "2024/03/05",
        "20240305",
        "2024年3月5日",
    ],
)
def test_a_day_is_read_in_any_language(text: str) -> None:
    assert read_date(text) == FIFTH


def test_a_day_beyond_the_twelfth_tells_itself_from_its_month() -> None:
    assert read_date("13/03/2024") == date(2024, 3, 13)


@pytest.mark.parametrize("text", ["", None, "март 2024", "2024", "03/04/2024", "circa 2024", "31.02.2024", "yesterday"])
def test_only_a_whole_day_is_a_date(text: str | None) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize("field", ["Дата: 5 марта 2024", "Tarih: 5 Mart 2024", "Sana: 5 mart 2024"])
def test_the_field_of_a_plain_text_is_read(field: str) -> None:
    story = "The plant at Fergana shipped nitrocellulose to a firm nobody knows. " * 3
    (draft,) = read_plain(f"{field}\n\nPlant shipped pulp to a firm nobody knows\n\n{story}\n")
    assert draft.published == FIFTH


@pytest.mark.parametrize("row", table("words/story_fields.tsv").rows, ids=lambda row: row["field"])
def test_every_word_for_a_field_is_read_as_that_field(row: dict[str, str]) -> None:
    value, told = (
        ("05.03.2024", (FIFTH, None)) if row["field"] == "date" else ("https://a.b/c", (None, "https://a.b/c"))
    )
    story = "The plant at Fergana shipped nitrocellulose to a firm nobody knows. " * 3
    for word in row["words"].split(";"):
        (draft,) = read_plain(
            f"{word.strip().upper()}: {value}\n\nPlant shipped pulp to a firm nobody knows\n\n{story}\n"
        )
        assert (draft.published, draft.link) == told, word
