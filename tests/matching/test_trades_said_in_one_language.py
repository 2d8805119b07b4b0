"""Trades and forms of trade that single languages of the region could not say, beside their English names."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("«Laylak Agroklaster» MChJ", "STORK AGRO CLUSTER LLC"),
        ("ТОО «Нарын Агрокластер»", "Naryn Agro Cluster LLP"),
        ("«Bogʻdod Paxta Tozalash» AJ", "Bogdod Cotton Gining JSC"),
        ("محلات سمير البياتي للأدوات الكهربائية", "Samir Al Bayati Electrical Tools Stores"),
        ("박순자상회", "PARK SOON-JA TRADING HOUSE"),
        ("«Տէր Պետրոսեան եւ Որդիք» ընկերութիւն", "Der Bedrossian & Sons Company"),
        ("«Turna Antena» MMC", "Turna Antenna LLC"),
        ("«Dilnoz Bolalar Kiyimlari» MChJ", "Dilnoz Childrenswear LLC"),
        ("ООО «Ромашка Детская одежда»", "Romashka Childrenswear LLC"),
        ("«Нар Ара шаруашылығы» ЖШС", "Nar Beekeeping LLP"),
        ("شركة الفرقد للشحن الجوي", "Al Farqad Air Freight Company"),
        ("შპს „მუხა ანტენები“", "Mukha Antennas LLC"),
        ("Κεραίες Σείριος ΑΕ", "Seirios Antennas S.A."),
    ],
)
def test_a_trade_is_known_by_its_word_in_the_language(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("«Laylak Agroklaster» MChJ", "LAYLAK TEXTILE CLUSTER LLC"),
        ("«Bogʻdod Paxta Tozalash» AJ", "Bogdod Cotton Spinning JSC"),
        ("محلات سمير البياتي للأدوات الكهربائية", "Samir Al Dulaimi Electrical Tools Stores"),
        ("박순자상회", "PARK SOON-HEE TRADING HOUSE"),
        ("«Մանուկեան եւ Որդիք» ընկերութիւն", "Martirosian & Sons Company"),
        ("«Turna Antena» MMC", "Turna Beekeeping LLC"),
        ("«Dilnoz Bolalar Kiyimlari» MChJ", "Dilnavoz Childrenswear LLC"),
        ("شركة الفرقد للشحن الجوي", "Al Farqad Poultry Company"),
    ],
)
def test_another_name_or_another_trade_is_another_firm(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")
