"""Names of public bodies and universities whose words are short."""

from __future__ import annotations

import pytest

from screening.names.bodies_in_short import written_out
from screening.names.parsing import name_words
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("ТАШКЕНТСКИЙ ГОС. ТЕХН. УН-Т", "Toshkent davlat texnika universiteti"),
        ("САМАРКАНДСКИЙ ГОС. МЕД. ИН-Т", "Samarkand State Medical Institute"),
        ("МОСК. АВИАЦ. ИН-Т", "Moscow Aviation Institute"),
        ("Казанский нац. исслед. техн. ун-т", "Казанский национальный исследовательский технический университет"),
        ("МИН-ВО ЗДРАВООХР. РФ", "Ministry of Health of the Russian Federation"),
        ("ГОС. ТАМОЖ. КОМ-Т РУЗ", "State Customs Committee of Uzbekistan"),
        ("НАЦ. ТЕХН. УН-Т УКРАИНЫ", "National Technical University of Ukraine"),
        ("ХАРК. НАЦ. УН-Т БУДІВНИЦТВА", "Харк. національний університет будівництва"),
        ("БЕЛАРУСКІ ДЗЯРЖ. МЕД. УН-Т", "Belarusian State Medical University"),
        ("T.C. SANAYİ VE TEKNOLOJİ BAK.", "Ministry of Industry and Technology of the Republic of Türkiye"),
        ("T.C. SAĞLIK BAK.", "Ministry of Health of Türkiye"),
        ("ORTA DOĞU TEK. ÜNİV.", "Middle East Technical University"),
        ("Orman Gn. Md.", "Orman Genel Müdürlüğü"),
        ("NATL POLYTECHNIC UNIV OF ARMENIA", "Հայաստանի ազգային պոլիտեխնիկական համալսարան"),
        ("NATL UNIV OF SCI & TECH", "National University of Science and Technology"),
        ("STATE CUST. COM. OF AZERBAIJAN", "State Customs Committee of Azerbaijan"),
        ("ACAD OF SCI OF UZBEKISTAN", "Academy of Sciences of Uzbekistan"),
        ("BELARUSIAN STATE UNIV OF INFORMATICS A", "Беларускі дзяржаўны ўніверсітэт інфарматыкі і радыёэлектронікі"),
    ],
)
def test_a_body_in_short_words_is_the_one_in_full(short: str, whole: str) -> None:
    assert is_match(short, whole, "Organization")
    assert is_found(short, whole, "Organization")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ТАШКЕНТСКИЙ ГОС. ПЕД. УН-Т", "Tashkent State Technical University"),
        ("ТАШКЕНТСКИЙ ГОС. МЕД. ИН-Т", "Samarkand State Medical Institute"),
        ("МИН-ВО ОБОРОНЫ РФ", "Ministry of Health of the Russian Federation"),
        ("T.C. SAĞLIK BAK.", "Ministry of Trade of Türkiye"),
        ("NATL MED UNIV", "National Metallurgical University"),
        ("BELARUSIAN STATE UNIV OF TRANSPORT", "Беларускі дзяржаўны ўніверсітэт інфарматыкі і радыёэлектронікі"),
        ("BELARUSIAN STATE UNIV", "Belarusian State University of Informatics and Radioelectronics"),
    ],
)
def test_another_field_or_town_in_short_words_is_another_body(left: str, right: str) -> None:
    assert not is_match(left, right, "Organization")


@pytest.mark.parametrize(
    "name", ["Med Trans", "Bak Trading", "Гос Строй", "Tech Com", "Sav Res Ltd", "Min Zaw", "Тех Ком", "Med Lab"]
)
def test_without_a_word_for_a_body_nothing_is_short_for_one(name: str) -> None:
    assert written_out(name_words(name)) == name_words(name)


@pytest.mark.parametrize(("left", "right"), [("ООО Пром Инст", "Prominst LLC"), ("Tech Inst LLC", "Techinst LLC")])
def test_a_limited_firm_joins_short_words_to_one(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


def test_a_word_takes_the_gender_of_the_body_it_stands_before() -> None:
    assert written_out(("гос", "мед", "академия")) == ("государственная", "медицинская", "академия")
    assert written_out(("мин", "во", "эконом")) == ("министерство", "экономики")
