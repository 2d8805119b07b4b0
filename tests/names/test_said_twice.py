"""Names said again in another language in brackets, sole traders with initials, Armenian capitals and forms."""

from __future__ import annotations

import pytest

from screening import compare_names
from screening.names.addresses import parse
from screening.names.folding import fold
from screening.names.places import place_concept


@pytest.mark.parametrize(
    ("name", "listed", "found"),
    [
        ("KAZAN BARUT FABRİKASI (KAZAN GUNPOWDER PLANT)", "Kazan Gunpowder Factory", True),
        ("KAZAN BARUT FABRİKASI (ANKARA GUNPOWDER PLANT)", "Ankara Gunpowder Factory", False),
        ("KAZAN BARUT FABRİKASI (KAZAN WINE BAR)", "Kazan Wine Bar", False),
        ("ԿԱԶԱՆԻ ՎԱՌՈԴԻ ԳՈՐԾԱՐԱՆ ՖՊՁ", "KAZAN GUNPOWDER PLANT", True),
        ("ՍԲԵՐԲԱՆԿ ՌՈՒՍԱՍՏԱՆԻ ՀԲԸ", "PUBLIC JOINT STOCK COMPANY SBERBANK OF RUSSIA", True),
        ("ՄԵԼԼԱԹ ԲԱՆԿ ՓԲԸ", "MELLAT BANK SB CJSC", True),
        ("ՄԵԼԱՏ ՏՈՒՐ ՓԲԸ", "MELLAT BANK SB CJSC", False),
    ],
)
def test_a_name_in_other_words_or_another_form_is_the_same(name: str, listed: str, found: bool) -> None:
    assert (compare_names(name, listed, schema="Company").relation == "same_party") == found


@pytest.mark.parametrize(
    ("name", "listed", "found"),
    [
        ("KALASHNIKOV I.P. IP", "Kalashnikov Concern", False),
        ("ИП КАЛАШНИКОВ И.П.", "Kalashnikov Concern", False),
        ("ИП РОМАШКА", "ООО Ромашка", True),  # a shop may be a firm's
        ("АО КАЛАШНИКОВ", "Kalashnikov Concern", True),
    ],
)
def test_a_sole_trader_of_a_family_name_and_initials_is_no_firm(name: str, listed: str, found: bool) -> None:
    told = compare_names(name, listed, schema="Company").relation
    assert (told == "same_party") == found


def test_armenian_ev_is_one_in_capitals_and_small_letters() -> None:
    assert fold("ԵՐԵՎԱՆ") == fold("Երևան") == fold("Երեւան")
    assert place_concept("ԵՐԵՎԱՆ") == place_concept("Երևան") == "yerevan"
    assert fold(fold("ՍԵՎԱՆ")) == fold("ՍԵՎԱՆ")
    assert fold("ՎԱՆ") != fold("ԵՎԱՆ")


@pytest.mark.parametrize(
    ("address", "country"),
    [
        ("РТ, г. Казань, ул. Лесная, 14", None),  # Tatarstan, not Tajikistan
        ("РТ, г. Душанбе, ул. Лесная, 14", "TJ"),
        ("РТ, ул. Лесная, 14", "TJ"),
        ("РФ, г. Казань, ул. Лесная, 14", "RU"),
        ("Казань, Таджикистан", "TJ"),  # no other word
    ],
)
def test_a_country_that_is_another_word_too_is_told_by_the_town(address: str, country: str | None) -> None:
    assert parse(address).country == country
