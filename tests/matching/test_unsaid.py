"""Fathers' names, dedications and initials: what one name has over that the other merely leaves out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.matching import DEFAULT_THRESHOLD, compare_names
from screening.matching.unsaid import in_order, unsaid
from screening.matching.weights import weights
from screening.names.parsing import parse
from tests.matching.one_pair import is_found, is_match

WORDS = st.lists(
    st.sampled_from(
        ["plant", "named after", "imeni", "nomidagi", "V", "ya", "m", "Varn", "Tashkent", "50", "LLC", "Lem"]
    ),
    min_size=1,
    max_size=8,
).map(" ".join)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ibrahim Vardan-Zabin", "Ibrahim Saeed Salim Vardan-Zabin"),
        ("HARROWI, Ibrahim", "Ibrahim Saeed Salim Harrowi"),
        ("Wael al-Harrowi", "Wael Hamdi Tawfiq al-Harrowi"),
        ("Harrowi, Hisham", "HARROWI, Hisham Tariq Salman"),
    ],
)
def test_a_persons_fathers_may_be_left_out_between_given_and_family_name(left: str, right: str) -> None:
    assert is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ibrahim Salim", "Ibrahim Saeed Ahmed Salim"),  # a given name at the end may be anybody's
        ("Ibrahim Omar Harrowi", "Ibrahim Saeed Salim Harrowi"),  # other fathers
        ("Juan Rodriguez", "Juan Carlos Perez Rodriguez"),  # a family name between
    ],
)
def test_names_between_are_not_left_out_where_they_may_tell_another_man(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


def test_a_mans_father_is_no_better_than_he_is() -> None:
    his = compare_names("Ali Harrowi", "Ali Hassan Mahmoud Harrowi", schema="Person").score
    assert compare_names("Hassan Harrowi", "Ali Hassan Mahmoud Harrowi", schema="Person").score < his


def test_the_family_name_before_a_comma_stands_last() -> None:
    names = in_order(parse("HARROWI, Ibrahim Saeed", "person"))
    assert [part.text for part in names] == ["ibrahim", "saeed", "harrowi"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Казанский вертолетный завод имени М. Л. Варна", "Казанский вертолетный завод"),
        ("Tashkent Chemical Plant", "Tashkent Chemical Plant named after Varn"),
        ("Navoiy viloyati Varnaxon nomidagi kimyo zavodi", "Navoiy viloyati kimyo zavodi"),
        ("АО «Прибор» имени академика А.Г. Варнова, Казань", "АО «Прибор», Казань"),
        ("Varn Plant", "FEDERAL STATE ENTERPRISE YA M VARN PLANT"),  # initials
        ("Plant named after V.I. Varn, Kazan", "Kazan plant named after Varn"),
    ],
)
def test_whom_a_firm_is_named_after_may_be_left_out(left: str, right: str) -> None:
    assert is_match(left, right, "Organization")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Завод имени Варнова", "Завод"),
        ("Institute of Physics named after Varn", "Institute of Physics"),
        ("Казанский завод имени Варнова", "Казанский завод имени Лемова"),
        ("Завод имени 50-летия Вектрана", "Завод имени 60-летия Вектрана"),
        ("Plant named after V.I. Varn", "Plant named after P.S. Varn"),
        ("Trading Company named Varn", "Lem Trading Company"),
    ],
)
def test_whom_a_firm_is_named_after_counts_where_it_tells_it_from_others(left: str, right: str) -> None:
    assert not is_match(left, right, "Organization")


@pytest.mark.parametrize(
    ("with_town", "without"),
    [
        ("Shenzhen Vodrintong Technology Co Ltd", "Vodrintong Technology Co., Limited"),
        ("MERSIN VODRINMAZ DENIZCILIK LIMITED SIRKETI", "Vodrinmaz Denizcilik Ltd. Şti."),
        ("Guangdong Vodrintong Import & Export", "Vodrintong Import and Export Co Ltd"),
    ],
)
def test_the_town_a_firms_name_begins_with_may_be_left_out(with_town: str, without: str) -> None:
    assert is_match(with_town, without, "Company")


@pytest.mark.parametrize(
    ("with_place", "without"),
    [
        ("Vodrintong Technology Batumi", "Vodrintong Technology"),  # perhaps a branch
        ("Ural Vodrin Steel", "Vodrin Steel"),  # a region
        ("Beijing Star Trading", "Star Trading"),  # a word that many firms are called by
        ("Tashkent Vodrin", "Vodrin"),  # no trade that both name
        ("Shenzhen Vodrintong Technology", "Vodrintong Technology Kazakhstan"),
    ],
)
def test_other_places_and_towns_before_usual_words_make_an_affiliate_at_most(with_place: str, without: str) -> None:
    told = compare_names(with_place, without, schema="Company")
    assert told.score < DEFAULT_THRESHOLD
    assert told.relation in ("possible_affiliate", None)


def test_a_town_before_a_usual_word_is_said_to_be_perhaps_an_affiliates() -> None:
    assert compare_names("Beijing Star Trading", "Star Trading", schema="Company").relation == "possible_affiliate"


@pytest.mark.parametrize(
    ("query", "listed", "schema"),
    [
        ("Ibrahim Harrowi", "Ibrahim Saeed Salim Harrowi", "Person"),
        ("Varn Plant", "FEDERAL STATE ENTERPRISE YA M VARN PLANT", "Organization"),
        ("Tashkent Chemical Plant", "Tashkent Chemical Plant named after Academician V. I. Varn", "Organization"),
        ("NPO Splav JSC", 'АО НПО "Сплав" имени А.Б. Варнова', "Organization"),
    ],
)
def test_the_index_thinks_of_them(query: str, listed: str, schema: str) -> None:
    assert is_found(query, listed, schema)


@given(WORDS, WORDS)
def test_what_is_left_out_is_part_of_what_is_over_and_counts_for_no_more_than_it_did(left: str, right: str) -> None:
    ours, theirs = parse(left, "organisation"), parse(right, "organisation")
    for part, share in unsaid(ours, ours.parts, theirs, theirs.parts):
        assert any(part is each for each in ours.parts)
        assert share in (weights().dedication, weights().dedication_initials, weights().seat_before)


@pytest.mark.parametrize(
    ("query", "listed", "schema"),
    [
        ("Vodrintong Technology Co Ltd", "Shenzhen Vodrintong Technology Co., Ltd.", "Company"),
        ("Shenzhen Vodrintong Technology Co., Ltd.", "Vodrintong Technology Co Ltd", "Company"),
        ("SV. APOSTOL FOMA", "СВЯТОЙ АПОСТОЛ ФОМА", "Vessel"),
        ("YOQUBZODA, Parviz Saidmurod", "Yakubov Parviz Saidmurodovich", "Person"),
    ],
)
def test_the_index_thinks_of_seats_saints_and_fathers(query: str, listed: str, schema: str) -> None:
    assert is_found(query, listed, schema)


@pytest.mark.parametrize(
    ("unit", "other"),
    [
        ("Войсковая часть № 03007 МВД РФ", "VOYSKOVAYA CHAST 03007"),
        ("в/ч 03007 ФСБ России", "MILITARY UNIT 03007"),
        ("Войсковая часть 6716 МВД", "Military unit 6716"),
    ],
)
def test_a_military_unit_of_a_number_is_one_with_its_ministry_and_without(unit: str, other: str) -> None:
    assert compare_names(unit, other, schema="Organization").relation == "same_party"
    assert is_found(unit, other, "Organization")


@pytest.mark.parametrize(
    ("unit", "other"),
    [
        ("Войсковая часть № 03007 МВД РФ", "VOYSKOVAYA CHAST 03008"),
        ("Войсковая часть № 12 МВД РФ", "Military unit 13"),
        ("Войсковая часть 03007 МВД РФ", "MVD Russia"),
        ("МВД РФ", "Military unit 03007"),
    ],
)
def test_another_unit_and_the_ministry_itself_are_others(unit: str, other: str) -> None:
    assert compare_names(unit, other, schema="Organization").relation is None


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("香港恆達貿易有限公司", "HANG TAT TRADING LIMITED"),
        ("香港恒达贸易有限公司", "Hengda Trading Co., Limited"),
    ],
)
def test_hong_kong_before_a_chinese_name_is_its_seat(name: str, other: str) -> None:
    assert compare_names(name, other, schema="Company").relation == "same_party"


@pytest.mark.parametrize(
    "other", ["Shenzhen Hengda Trading Co Ltd", "Hengda Trading (Shanghai) Co Ltd", "Hengda Trading (China) Co Ltd"]
)
def test_a_firm_of_another_town_is_another(other: str) -> None:
    assert compare_names("香港恒达贸易有限公司", other, schema="Company").relation != "same_party"
