"""What tells two firms apart whose names share most of what is written."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening.matching import DEFAULT_THRESHOLD, Screener, compare_names
from tests.matching.one_pair import is_found, is_match


def score(left: str, right: str) -> float:
    return compare_names(left, right, schema="Company").score


def test_a_number_in_words_of_business_counts_what_it_stands_behind() -> None:
    assert score("Channel One Asia", "Television Station Asia-1") < DEFAULT_THRESHOLD
    assert score("Moscow School 5", "School Moscow 5") > DEFAULT_THRESHOLD


def test_few_consonants_are_not_a_word_without_its_vowels() -> None:
    assert score("Masma Trading", "MSM Enterprises") < DEFAULT_THRESHOLD
    assert score("Prchn Trading", "Parchin Trading") > DEFAULT_THRESHOLD


def test_x_is_written_ks() -> None:
    assert score("Tekhnopromexport", "Tekhnopromeksport") > 0.97


def test_more_than_a_number_makes_an_affiliate_of_a_firm_with_a_trade() -> None:
    assert compare_names("Zvezdolet Aviation Trading", "Zvezdolet Aviation", schema="Company").holds_right
    assert not compare_names("Zvezdolet-136", "Zvezdolet Aviation", schema="Company").holds_right


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ФСБ России", "Federal Security Service"),
        ("ФСБ", "Federal Security Service of the Russian Federation (FSB)"),
        ("Корпус стражей исламской революции", "IRGC"),
        ("ГКНБ Кыргызской Республики", "State Committee for National Security of the Kyrgyz Republic"),
    ],
)
def test_a_body_of_a_state_is_one_under_its_name_and_short_name(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Organization").relation == "same_party"


def test_a_foundation_of_a_body_of_a_state_is_another_party() -> None:
    found = compare_names("IRGC Cooperative Foundation", "Islamic Revolutionary Guard Corps", schema="Organization")
    assert found.relation != "same_party"


def test_bodies_of_one_kind_of_two_states_are_two() -> None:
    found = compare_names("ГКНБ Кыргызской Республики", "ГКНБ Республики Таджикистан", schema="Organization")
    assert found.relation != "same_party"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Vodrin Avia Parts LLC, Tashkent", "Vodrin Avia Parts LLC"),
        ("Vodrin Parts LLC (Bishkek)", "ОсОО «Водрин Партс»"),
    ],
)
def test_the_seat_behind_the_legal_form_says_nothing(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Company").relation == "same_party"


@pytest.mark.parametrize("right", ["National Bank of Georgia", "Development Bank of Georgia"])
def test_another_bank_of_a_place_is_another_bank(right: str) -> None:
    assert compare_names("Bank of Georgia", right, schema="Company").relation != "same_party"


@pytest.mark.parametrize(
    ("subject", "listed"),
    [
        ("Islamic State", "Islamic Revolutionary Guard Corps"),
        ("Ministry of Foreign Affairs", "Ministry of State Security"),
        ("SBU", "KGB"),
        ("SBU", "SVR"),
    ],
)
def test_a_word_of_a_body_of_a_state_is_not_that_body(subject: str, listed: str) -> None:
    lists = pa.table({"name": [listed], "schema": ["Organization"]})
    assert not len(Screener([lists]).screen(pa.table({"name": [subject], "schema": ["Organization"]})))


@pytest.mark.parametrize(("left", "right"), [("Bortremimport", "Bortremimporrt"), ("Бортремимпорт", "Bortremimport")])
def test_a_word_misspelt_is_the_word(left: str, right: str) -> None:
    assert score(f"{left} LLC", f"{right} LLC") > DEFAULT_THRESHOLD


@pytest.mark.parametrize(("left", "right"), [("Бортремимпорт", "Bortremexport"), ("Velgortransgaz", "Velgortransneft")])
def test_words_of_one_beginning_that_end_in_other_meanings_are_other_firms(left: str, right: str) -> None:
    assert score(f"{left} LLC", f"{right} LLC") < DEFAULT_THRESHOLD


def test_firms_that_bear_two_family_names_in_use_are_two() -> None:
    assert score("Demirtaş Çelik Boru A.Ş.", "Demirbaş Çelik Boru A.Ş.") < DEFAULT_THRESHOLD


def test_the_trading_house_of_a_plant_is_not_the_plant() -> None:
    plant = "АО «Энский подшипниковый завод»"
    assert score(plant, "ООО «Торговый дом Энского подшипникового завода»") < DEFAULT_THRESHOLD
    assert score(plant, "Ensky Podshipnikovy Zavod JSC") > DEFAULT_THRESHOLD


def test_a_trading_house_is_a_possible_affiliate_of_the_firm_it_is_called_after() -> None:
    listed = pa.table({"entry_id": ["1"], "name": ["VELGORMAR JSC"], "schema": ["Company"]})
    found = Screener([listed]).screen(pa.table({"name": ["ООО Торговый дом «Велгормар»"], "schema": ["Company"]}))
    assert found.column("relation").to_pylist() == ["possible_affiliate"]
    assert found.column("score")[0].as_py() < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("ПАО «Сбербанк России»", "Bank Rossiya", False),
        ("俄罗斯储蓄银行", "Bank Rossiya", False),
        ("ПАО Сбербанк", "Savings Bank of the Russian Federation", True),
        ("Sberbank Rossii PAO", "Сберегательный банк Российской Федерации", True),
        ("Sparkasse Köln", "Kölner Bank", False),
        ("Sparkasse Koeln-Bonn", "Savings Bank Cologne Bonn", True),
        ("АО Ощадбанк", "Sberbank JSC", False),
    ],
)
def test_a_savings_bank_is_no_bank_of_its_place(left: str, right: str, same: bool) -> None:
    assert is_match(left, right, "Company") == same


def test_a_form_that_is_all_a_bank_has_for_a_name_is_its_name() -> None:
    assert compare_names("National Bank", "National Bank Trust", schema="Company").score < 0.5
    assert compare_names("Trust Bank", "Траст Банк", schema="Company").score > 0.9


@pytest.mark.parametrize(
    ("house", "daughter"),
    [
        ("АО «Примерпромдеталь»", "ООО «Примерпромдеталь-Сервис»"),
        ("Sampletorg PJSC", "Sampletorg Trading LLC"),
        ('"O\'rnekneft" AJ', "«Ўрнекнефт Таъминот» МЧЖ"),
    ],
)
def test_a_limited_firm_with_a_business_more_is_a_daughter_of_the_joint_stock_company(house, daughter):
    assert compare_names(house, daughter, schema="Company").relation == "possible_affiliate"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ООО «Примерпромдеталь»", "ООО «Примерпромдеталь-Сервис»"),
        ("Примерпромдеталь", "ООО «Примерпромдеталь-Сервис»"),
        (
            "SAMPLETORG HEAVY EQUIPMENT & MACHINERY SPA",
            "Sampletorg Heavy Equipment & Machinery Spare Parts Trading LLC",
        ),
    ],
)
def test_a_word_of_business_that_firms_drop_makes_no_daughter_of_one_form(one, other):
    assert compare_names(one, other, schema="Company").relation == "same_party"


@pytest.mark.parametrize(
    ("firm", "daughter"),
    [
        ("ООО «Вымпелград-Лес»", "ООО «Вымпелград-Лес-Транс»"),
        ("Vodrin Textile LLC", "Vodrin Textile Service LLC"),
        ("Buxoro Agro Klaster MChJ", "Бухоро Агро Сервис МЧЖ"),
    ],
)
def test_a_service_or_transport_firm_beside_a_trade_is_another_firm(firm: str, daughter: str) -> None:
    assert not is_match(firm, daughter, "Company")
    assert not is_found(firm, daughter, "Company")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ООО «Вымпелград»", "ООО «Вымпелград Сервис»"),
        ("Vodrin Logistics LLC", "Vodrin Logistics Transport LLC"),
        ("Buxoro Agro Klaster MChJ", "Бухоро Агрокластер МЧЖ"),
    ],
)
def test_a_firm_that_says_no_trade_of_its_own_may_add_such_a_word(one: str, other: str) -> None:
    assert is_match(one, other, "Company")


def test_a_trading_house_is_short_for_one_in_latin_letters_without_another_form() -> None:
    assert is_match("TD Vympelgrad", "ООО «Торговый дом Вымпелград»", "Company")
    assert is_match("TD Vympelgrad", "ТД Вымпелград", "Company")
    assert not is_match("TD Vympelgrad", "ООО «Вымпелград»", "Company")
    assert not is_match("TD Bank", "Bank", "Company")
