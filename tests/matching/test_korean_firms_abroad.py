"""Korean firms as Russian declarations write them, and with the l of their own spelling."""

from __future__ import annotations

import pytest

from screening.names.korean_in_russian import in_russian
from screening.reference import table
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("hangul", "written"),
    [
        ("성도", ("сондо",)),
        ("태성", ("тхэсон", "тэсон")),
        ("동양", ("тонян", "донян")),
        ("청림", ("чхонним", "чонним")),
        ("신라", ("силла",)),
        ("석유", ("согю",)),
        ("일양", ("ирян",)),
        ("국민", ("кунмин", "гунмин")),
        ("의주", ("ыйджу",)),
    ],
)
def test_korean_is_written_in_cyrillic_as_it_is_spoken(hangul: str, written: tuple[str, ...]) -> None:
    assert in_russian(hangul) == written


@pytest.mark.parametrize("text", ["성", "성도co", "", "東洋"])
def test_single_syllables_and_other_characters_are_not_written_so(text: str) -> None:
    assert in_russian(text) == ()


def test_every_hangul_letter_has_its_cyrillic_once() -> None:
    rows = [(row["place"], row["letter"]) for row in table("scripts/korean_in_russian.tsv").rows]
    letters = [(row["place"], row["letter"]) for row in table("scripts/korean_letters.tsv").rows if row["letter"]]
    assert rows == letters


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("성도산업 주식회사", "СОНДО ИНДАСТРИ КО., ЛТД"),
        ("태성무역 주식회사", "ТЭСОН ТРЕЙДИНГ КО., ЛТД"),
        ("태성무역 주식회사", "ООО «Тхэсон Трейдинг»"),
        ("대성무역 주식회사", "ДЭСОН ТРЕЙДИНГ КО., ЛТД"),
        ("영진기계 주식회사", "ЁНДЖИН МАШИНЕРИ КО., ЛТД"),
        ("한림제약", "Халлим Фармасьютикал"),
        ("삼성무역", "САМСОН ТРЕЙДИНГ"),
        ("한림제약 주식회사", "Hanlim Pharmaceutical Co., Ltd."),
        ("동림기계 주식회사", "Donglim Machinery Co., Ltd."),
        ("성림산업", "Sunglim Industrial"),
        ("유한회사 청림목재 부산지점", "Chunglim Timber LLC, Busan Branch"),
    ],
)
def test_a_korean_firm_is_found_by_its_name_in_a_declaration(left: str, right: str) -> None:
    assert is_match(left, right, "Company")
    assert is_found(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("태성무역 주식회사", "ДЭСОН ТРЕЙДИНГ КО., ЛТД"),
        ("영진기계 주식회사", "ЁНДОН МАШИНЕРИ КО., ЛТД"),
        ("신성화학 주식회사", "СИНСАН КЕМИКАЛ КО., ЛТД"),
        ("신성화학 주식회사", "ЧИНСОН КЕМИКАЛ КО., ЛТД"),
        ("진성화학 주식회사", "ШИНСОН КЕМИКАЛ КО., ЛТД"),
        ("한림제약", "Ханним Фармасьютикал"),
        ("삼성무역", "SAMSON TRADING"),  # Samson is Samsung in Russian only
        ("청림목재", "Hanlim Timber"),
        ("청림목재", "Chungmin Timber"),
    ],
)
def test_another_syllable_is_another_firm(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")
