"""Two parties in one text, of which it is about one."""

from __future__ import annotations

import pytest

from screening.names.care_of import own_name
from screening.reference import table
from tests.matching.one_pair import is_found, is_match

BESIDE = {"behalf": "Sornim Ltd {} Velgor Ltd", "passed_on": "Sornim Ltd {} Velgor Ltd"}


@pytest.mark.parametrize("row", table("words/care_of.tsv").rows, ids=lambda row: row["phrase"])
def test_the_party_itself_is_told_from_the_other(row: dict[str, str]) -> None:
    text = BESIDE.get(row["concept"], "Velgor Ltd {} Sornim Ltd").format(row["phrase"])
    assert own_name(text) == "Velgor Ltd"


@pytest.mark.parametrize(
    ("text", "schema", "name", "other"),
    [
        ("Velgor Systems LLC c/o Sornim Forwarding GmbH", "Company", "OOO Velgor Systems", "Sornim Forwarding GmbH"),
        ("VELGOR SYSTEMS C / O SORNIM FORWARDING", "Company", "Velgor Systems", "Sornim Forwarding"),
        ("Velgor Systems LLC ℅ Sornim", "Company", "Velgor Systems LLC", "Sornim"),
        ("Velgor Systems attn: Mr. Petr Sornim", "Company", "Velgor Systems", "Petr Sornim"),
        ("ООО «Вельгор» через ООО «Сорним»", "Company", "ООО «Вельгор»", "ООО «Сорним»"),
        ("Sornim GmbH on behalf of Velgor Systems LLC", "Company", "Velgor Systems LLC", "Sornim GmbH"),
        ("ООО «Сорним» по поручению ООО «Вельгор»", "Company", "ООО «Вельгор»", "ООО «Сорним»"),
        ("Mr. Petr V. Velgor, c/o Sornim Trans OU, Tallinn", "Person", "Petr Vasilyevich Velgor", "Sornim Trans"),
    ],
)
def test_in_whose_care_something_is_sent_is_another_party(text: str, schema: str, name: str, other: str) -> None:
    """The party itself is matched, and who acts for it never."""
    assert is_match(text, name, schema)
    assert is_found(text, name, schema)
    assert not is_match(text, other, schema)


@pytest.mark.parametrize(
    "text",
    [
        "Velgor Care of Orphans Society",  # no legal form: what it does
        "Книги для детей ООО",
        "Velgor Via Sornim SRL",
        "c/o Velgor",
        "Velgor Action on behalf of Refugees",
    ],
)
def test_words_for_it_within_a_name_part_nothing(text: str) -> None:
    assert own_name(text) is None


def test_another_name_of_the_party_itself_is_none() -> None:
    assert is_match("Velgor Ltd c/o trading as Sornim", "Sornim", "Company")
