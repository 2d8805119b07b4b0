"""Which listed names tell a house, so that a longer name that holds them is reported as a possible affiliate."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening import DEFAULT_THRESHOLD, Screener, compare_names
from screening.matching.affiliates import tells_a_house


@pytest.mark.parametrize(
    "name",
    [
        "Winsun Trading Co Ltd",
        "JSC Uralmash",
        "Almaz Antey",
        "OAO Concern PVO Almaz-Antey",
        "Hengtai Ruiyuan Shipping",
    ],
)
def test_a_rare_word_or_two_tell(name: str) -> None:
    assert tells_a_house(name)


@pytest.mark.parametrize("name", ["Hengtai Shipping Limited", "Golden Dragon Ltd", "Ahmed Trading", "Antey LLC", ""])
def test_a_pair_of_chinese_syllables_a_given_name_and_everyday_words_do_not(name: str) -> None:
    assert not tells_a_house(name)


def test_a_word_of_business_that_is_often_a_name_tells_beside_a_name_only() -> None:
    assert tells_a_house("Almaz-Antey Corp")
    assert not tells_a_house("Petro Almaz Trading LLC")
    assert not tells_a_house("Antey Steel LLC")  # a word that is a trade and nothing else


@pytest.mark.parametrize(
    ("subject", "listed"),
    [
        ("وكالة المنار للسيارات", "ЛАЗУРИТ"),  # a trade whose consonants are a name's
        ("شركة النفط الهاشمية", "INFOTEC"),
        ("Почта России", "BANK ROSSI"),  # a state that sounds like a name
    ],
)
def test_a_word_of_business_or_a_state_that_sounds_like_a_listed_name_is_no_sign_of_its_house(
    subject: str, listed: str
) -> None:
    assert compare_names(subject, listed, schema="Company").relation is None


HOUSES = pa.table(
    {
        "entry_id": ["1", "2", "3", "4"],
        "schema": ["Company"] * 4,
        "name": ["RAMIREZ Y CIA. LTDA.", "Nanjing Xinyi Cotton Textile", "JSC Uralmash", "JSC Almaz Antey"],
    }
)


def related(name: str, schema: str | None) -> list[tuple[str, str]]:
    subjects = pa.table({"name": [name], "schema": pa.array([schema], pa.string())})
    return [(hit["entry_id"], hit["relation"]) for hit in Screener([HOUSES]).screen(subjects).to_pylist()]


@pytest.mark.parametrize("schema", [None, "LegalEntity", "Person"])
@pytest.mark.parametrize("name", ["Andrés Ramírez Tovar", "LEUNG, Xinyi Kevin"])
def test_a_name_that_may_be_a_persons_is_no_affiliate_for_one_word_that_persons_bear(
    name: str, schema: str | None
) -> None:
    assert related(name, schema) == []


@pytest.mark.parametrize(
    ("name", "schema", "entry"),
    [
        ("Andrés Ramírez Tovar", "Company", "1"),
        ("Ramirez Tovar Inmobiliaria", "LegalEntity", "1"),
        ("Uralmash Vladimir", "LegalEntity", "3"),
        ("Уралмаш Владимир", None, "3"),
        ("Almaz Antey Vladimir", "LegalEntity", "4"),
    ],
)
def test_a_firm_a_word_that_nobody_bears_and_two_words_still_are(name: str, schema: str | None, entry: str) -> None:
    assert related(name, schema) == [(entry, "possible_affiliate")]


@pytest.mark.parametrize(
    ("group", "daughter"),
    [
        ("浙江腾远集团有限公司", "Zhejiang Tengyuan Group Import & Export Co., Ltd."),
        ("Vodrin Group", "Vodrin Group Logistics LLC"),
        ("Vodrin Holding", "VODRIN HOLDING ULAG HYZMATY HJ"),
    ],
)
def test_a_business_of_a_group_is_not_the_group(group: str, daughter: str) -> None:
    assert compare_names(group, daughter, schema="Company").score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [("Vodrin Group", "Groupe Vodrin Holding International"), ("Vodrin Cotton Group", "Vodrin Cotton Textile Group")],
)
def test_a_group_that_says_more_of_the_same_stays_one(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Company").score > DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("house", "daughter"),
    [
        ("«Тайқазан» АҚ", "ДТОО «Тайказан-Терминал»"),
        ("ПАО «Водрин»", "Дочернее предприятие «Водрин-Сервис»"),
        ("ТОО «Водрин»", "ДТОО «Водрин-Терминал»"),
        ("АО «Водрин»", "Дочернее общество «Водрин Холдинг»"),
        ("ВАТ «Водрин»", "Дочірнє підприємство «Водрин-Термінал»"),
        ("«Vodrin» AJ", "«Vodrin terminal» sho‘ba korxonasi"),
        ("ААТ «Водрин»", "ДУП «Водрин-Сервіс»"),
    ],
)
def test_a_daughter_by_its_form_with_a_business_in_its_name_is_another_firm(house: str, daughter: str) -> None:
    for left, right in ((house, daughter), (daughter, house)):
        found = compare_names(left, right, schema="Company")
        assert found.relation == "possible_affiliate", found.explanation
        assert found.score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ДТОО «Водрин-Терминал»", "Vodrin Terminal LLP"),
        ("ДТОО «Водрин-Терминал»", "Vodrin Terminal"),
        ("Дочернее предприятие «Водрин-Сервис»", "Vodrin Service Subsidiary"),
        ("ДТОО «Водрин»", "Водрин ЖШС"),
        ("Vodrin d.o.o.", "Vodrin Servis DOO"),
    ],
)
def test_a_daughter_is_itself_whatever_its_form_is_said_to_be(left: str, right: str) -> None:
    found = compare_names(left, right, schema="Company")
    assert found.relation == "same_party", found.explanation
    assert found.score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize("name", ["ООО Парус, Севастопол", "OOO Sewastopol Parus", "Sevastopol Trade LLC"])
def test_a_firm_in_a_town_is_no_affiliate_of_one_called_after_the_town(name: str) -> None:
    port = "Държавно предприятие на град Севастопол, „Севастополско морско пристанище“"
    assert compare_names(name, port, schema="Company").relation != "possible_affiliate"


def test_a_firm_with_the_name_of_one_in_a_town_still_is() -> None:
    found = compare_names("Ветролит Марин Логистика", "Ветролит, град Севастопол", schema="Company")
    assert found.relation == "possible_affiliate"
