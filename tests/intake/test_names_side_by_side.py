"""Names that are words of business elsewhere are mentions, names joined by "and" are two, quoted sentences are none."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening.intake.mapped import MappedText
from screening.intake.mentions import mentions
from screening.intake.story import Draft, finish
from screening.matching.spotting import Spotter

LISTED = {
    "Sberbank": "Organization",
    "PUBLIC JOINT STOCK COMPANY AEROFLOT": "Company",
    "ВТБ": "Organization",
    "Bank Saderat": "Organization",
    "Bank Sepah": "Organization",
    "MELLI BANK": "Organization",
    "IVANOV, Alexander": "Person",
    "SHANGHAI VEKTONIX IMPORT EXPORT CO": "Company",
    "Vektonix and Zorvex": "Company",
}


def found(text: str, language: str | None, *, listed: bool = False) -> list[str]:
    story = finish(
        Draft(MappedText.whole(""), [MappedText.whole(text)]), file="a.txt", sha256="0", index=1, language=language
    )
    names, schemas = list(LISTED), list(LISTED.values())
    spotted = Spotter([pa.table({"name": names, "schema": schemas})]).find(text) if listed else []
    return [each.name for each in mentions(story, spotted)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Treasury looked at Sberbank last year.", ["Sberbank"]),
        ("Shares of Sberbank fell on Monday.", ["Sberbank"]),
        ("The Treasury looked at Sputnik and Setad last year.", ["Sputnik", "Setad"]),
        ("He said that the CIS had met.", ["CIS"]),
        ("The Holdings were sold.", []),
        ("He lives in Tashkent.", []),
        ("Profits of the bank and the limited company fell.", []),
    ],
)
def test_a_word_that_is_business_in_another_language_is_a_name_alone_in_english(text: str, names: list[str]) -> None:
    assert found(text, "en") == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Сбербанк сообщил о росте прибыли.", "Сбербанк"),
        ("Вчера акции Сбербанка упали.", "Сбербанка"),
        ("Акции Сбербанка упали.", "Сбербанка"),
        ("Клиенты ВТБ довольны.", "ВТБ"),
        ("Представитель отметил, что Аэрофлот летает.", "Аэрофлот"),
    ],
)
def test_listed_words_that_are_a_body_s_name_are_mentions(text: str, name: str) -> None:
    assert name in found(text, "ru", listed=True)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bank Saderat and Bank Sepah were named.", ["Bank Saderat", "Bank Sepah"]),
        ("They named Bank Melli and Bank Mellat.", ["Bank Melli", "Bank Mellat"]),
        ("He went ahead of Daniel Ivanov and Alexander Petrov.", ["Daniel Ivanov", "Alexander Petrov"]),
        ("Shanghai Vektonix Import and Export Co denied it.", ["Shanghai Vektonix Import and Export Co"]),
        ("They bought it from Vektonix and Zorvex.", ["Vektonix", "Vektonix and Zorvex", "Zorvex"]),
        ("The Ministry of Economy and Finance denied it.", ["Ministry of Economy and Finance"]),
    ],
)
def test_two_names_joined_by_and_are_two_where_no_name_has_it_within(text: str, names: list[str]) -> None:
    assert found(text, "en", listed=True) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('The cargo is theirs. "We no longer deal with Vektonix Trading", he said.', ["Vektonix Trading"]),
        ('They saw the tanker "The Pride of Vektonix" yesterday.', ["The Pride of Vektonix"]),
    ],
)
def test_a_quoted_sentence_is_no_name(text: str, names: list[str]) -> None:
    assert found(text, "en") == names
