"""A name is taken whole: with the people or place before it, and never as a part of a longer one."""

from __future__ import annotations

import pytest

from screening.intake.mapped import MappedText
from screening.intake.mentions import mentions
from screening.intake.spans import Span
from screening.intake.story import Draft, finish


def found(text: str, language: str | None, *listed: str) -> list[str]:
    draft = Draft(MappedText.whole(""), [MappedText.whole(text)])
    story = finish(draft, file="a.txt", sha256="0", index=1, language=language)
    spotted = [Span(text.index(each), text.index(each) + len(each), "Organization") for each in listed]
    return [each.name for each in mentions(story, spotted)]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("tr", "Türk Hava Yolları uçuşları durdurdu.", "Türk Hava Yolları"),
        ("tr", "Açıklama Türk Hava Yolları tarafından yapıldı.", "Türk Hava Yolları"),
        ("tr", "Özbekistan Hava Yolları uçuşları durdurdu.", "Özbekistan Hava Yolları"),
        ("tr", "Anlaşmayı dün Türk Telekom açıkladı.", "Türk Telekom"),
        ("az", "Azərbaycan Hava Yolları reysləri dayandırdı.", "Azərbaycan Hava Yolları"),
        ("en", "The tanker is managed by Cape Gemi of Istanbul.", "Cape Gemi"),
        ("en", "Lawyers for Cape Gemi did not reply.", "Cape Gemi"),
        ("en", "Cape Gemi did not reply to questions.", "Cape Gemi"),
    ],
)
def test_names_of_peoples_places_and_words_of_other_languages_are_whole(language: str, text: str, name: str) -> None:
    assert found(text, language) == [name]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lawyers for Human Rights did not reply."),
        ("en", "Old Streets of Istanbul were closed."),
        ("en", "Yesterday several Russian Banks closed."),
        ("tr", "Operasyonda on kişi gözaltına alındı."),
    ],
)
def test_ordinary_words_that_open_a_sentence_are_no_name(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize("name", ["Asian Development Bank", "Black Sea Trade and Development Bank"])
def test_a_listed_name_of_business_only_is_no_subject_within_a_longer_one(name: str) -> None:
    assert found(f"The {name} approved the loan.", "en", "Development Bank") == [name]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("The Iranian Ministry of Defense denied it.", "Ministry of Defense"),
        ("The loan came from Development Bank in June.", "Development Bank"),
        ("Iranian Vektonix Shipping denied it.", "Vektonix Shipping"),
        ("The Export Development Bank of Iran denied it.", "Export Development Bank of Iran"),
    ],
)
def test_a_listed_name_that_tells_its_party_stays_a_subject(text: str, listed: str) -> None:
    assert listed in found(text, "en", listed)
