"""Firms and bodies of the region as other countries' languages write them, and near misses that stay apart."""

from __future__ import annotations

import pytest

from screening.names import closed_compounds
from screening.names.parsing import parse
from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Verteidigungsministerium der Republik Kasachstan", "Қазақстан Республикасының Қорғаныс министрлігі"),
        ("Ministerstwo Sytuacji Nadzwyczajnych Republiki Białorusi", "Министерство по чрезвычайным ситуациям Беларуси"),
        ("Uzbekistāna Nacionālā banka", "Национальный банк Узбекистана"),
        ("Kirgisian tasavallan rajavartiolaitos", "Пограничная служба Киргизской Республики"),
        ("Tadżyckie Linie Lotnicze", "Таджикские авиалинии"),
        ("Министарство одбране Републике Јерменије", "Министерство обороны Республики Армения"),
        ("Служба за външно разузнаване на Руската федерация", "Служба внешней разведки Российской Федерации"),
        ("Azerbaidžano Respublikos muitinės komitetas", "Таможенный комитет Азербайджанской Республики"),
        ("Služba bezpečnosti Ukrajiny", "Служба безпеки України"),
        ("Министарство унутрашњих послова Републике Српске", "Ministry of Interior of the Republic of Srpska"),
    ],
)
def test_public_bodies_are_known_in_the_languages_of_europe(left: str, right: str) -> None:
    assert is_match(left, right, "Organization")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Verteidigungsministerium der Republik Kasachstan", "Министерство обороны Кыргызской Республики"),
        ("Verteidigungsministerium der Republik Kasachstan", "Министерство юстиции Республики Казахстан"),
        ("Ministerium für Verteidigung der Volksrepublik China", "Ministry of Defence of the Republic of China"),
        ("Verteidigungsministerium der Republik Korea", "Ministry of Defence of the DPRK"),
        ("Министарство унутрашњих послова Републике Србије", "Ministry of Interior of the Republic of Srpska"),
        ("Služba bezpečnosti Ukrajiny", "Федеральная служба безопасности Российской Федерации"),
    ],
)
def test_another_body_or_state_is_another_there_too(left: str, right: str) -> None:
    assert not is_match(left, right, "Organization")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Bergbau- und Metallurgiekombinat Almalyk", "Olmaliq kon-metallurgiya kombinati"),
        ("Tadschikische Aluminiumgesellschaft", "Ширкати алюминийи тоҷик"),
        ("Charkowska Fabryka Płytek Ceramicznych", "Харківський плитковий завод"),
        ("Lack- und Farbenwerk Schtscholkowo", "Щёлковский лакокрасочный завод"),
        ("Baumwollreinigungswerk Andischan", "Andijon paxta tozalash zavodi"),
        ("Taškento traktorių gamykla", "Ташкентский тракторный завод"),
        ("Maschinenfabrik Nischni Nowgorod", "Нижегородский машиностроительный завод"),
        ("Aluminiumwerk Gandscha", "Gəncə alüminium zavodu"),
        ("Lesosibirskas kokapstrādes kombināts", "Лесосибирский деревообрабатывающий комбинат"),
        ("Fabrika mineralnih đubriva Vektor", "Завод минеральных удобрений «Вектор»"),
        ("Alus brūzis Vektor", "Пивоваренный завод «Вектор»"),
    ],
)
def test_works_are_known_by_their_trade_and_place(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Baumwollreinigungswerk Namangan", "Andijon paxta tozalash zavodi"),
        ("Zementwerk Almalyk", "Olmaliq kon-metallurgiya kombinati"),
        ("Charkowska Fabryka Mebli", "Харківський плитковий завод"),
        ("Weinfabrik Tiflis", "თბილისის ლუდის ქარხანა"),
        ("Taškento variklių gamykla", "Ташкентский тракторный завод"),
        ("Tadschikische Zementgesellschaft", "Ширкати алюминийи тоҷик"),
    ],
)
def test_another_trade_or_place_is_another_works(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("token", "first", "second"),
    [
        ("zinkwerk", "zink", "werk"),
        ("aluminiumgesellschaft", "aluminium", "gesellschaft"),
        ("alumiiniumitehas", "alumiinium", "tehas"),
        ("tobaksbolaget", "tobak", "bolaget"),
    ],
)
def test_compounds_may_end_in_a_word_for_works_or_firms(token: str, first: str, second: str) -> None:
    if not parse(token, "organisation").of_kind("descriptor"):
        assert closed_compounds.halves(token) == (first, second)
    assert closed_compounds.says_what_it_is(second)


@pytest.mark.parametrize(
    ("han", "hangul", "same"),
    [
        ("大韓精密工業株式会社", "대한정밀공업 주식회사", True),
        ("東洋機械株式会社", "동양기계 주식회사", True),
        ("三星精密工業株式会社", "대한정밀공업 주식회사", False),
        ("東光機械株式会社", "동양기계 주식회사", False),
    ],
)
def test_characters_of_a_firm_are_read_as_korea_reads_them(han: str, hangul: str, same: bool) -> None:
    assert is_match(han, hangul, "Company") == same
