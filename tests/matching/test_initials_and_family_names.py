"""Initials that are short for something else elsewhere; family names before and after a wedding or a law."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening import DEFAULT_THRESHOLD, Screener, compare_names


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Шахсуваров И. П.", "Shakhsuvarov Ivan Petrovich"),
        ("Кольцобоев А. Я.", "Koltsoboev Aleksei Yakovlevich"),
        ("Koltsoboev T.A.", "Taras Koltsoboev"),
        ("Dr. C. O. Winterfell", "Charles Oliver Winterfell"),
    ],
)
def test_letters_beside_one_name_are_initials_whatever_they_are_short_for(short: str, full: str) -> None:
    found = compare_names(short, full, schema="Person")
    assert found.score >= DEFAULT_THRESHOLD, found.explanation
    listed = pa.table({"entry_id": ["1"], "schema": ["Person"], "name": [full]})
    assert len(Screener([listed]).screen(pa.table({"name": [short], "schema": ["Person"]}))) == 1


def test_a_mark_of_a_sole_trader_before_a_whole_name_is_no_pair_of_initials() -> None:
    found = compare_names("И.П. Кольцобоев Иван", "Koltsoboev Ivan", schema="Person")
    assert "only the subject has и п (0%" in found.explanation


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("Дарина Игоревна Вострикова (в девичестве Сычугова)", "Sychugova Darina Igorevna"),
        ("Вострикова Дарина Игоревна (урожд. Сычугова)", "Sychugova Darina Igorevna"),
        ("Nurcan Sezginoğlu (kızlık soyadı: Hatipdere)", "Nurcan Hatipdere"),
    ],
)
def test_a_maiden_name_in_brackets_is_a_name_of_the_person(name: str, before: str) -> None:
    found = compare_names(name, before, schema="Person")
    assert found.score >= DEFAULT_THRESHOLD, found.explanation


def test_a_family_name_in_tajik_letters_is_one_with_its_russian_form() -> None:
    assert compare_names("Ҳолматзода Дилшод", "Холматов Дилшод", schema="Person").score >= DEFAULT_THRESHOLD
    assert compare_names("Назирзода Дилшод", "Назиров Дилшод", schema="Person").score < DEFAULT_THRESHOLD


def test_a_vowel_told_by_way_of_russian_in_one_place_only_is_no_other_name() -> None:
    found = compare_names("Xolbutayorov Anvar", "Kholbutayarov Anvar", schema="Person")
    assert found.score >= DEFAULT_THRESHOLD, found.explanation


def test_towns_of_other_characters_are_two_though_they_are_read_alike() -> None:
    found = compare_names("苏州科莱泊传感技术有限公司", "宿州科莱泊传感技术有限公司", schema="Company")
    assert found.relation != "same_party", found.explanation


def test_a_unit_with_one_long_number_needs_no_country() -> None:
    found = compare_names("в/ч 98417", "Military Unit 98417 of the Russian Armed Forces", schema="Organization")
    assert found.score >= DEFAULT_THRESHOLD, found.explanation
    assert compare_names("в/ч 98417", "Military Unit 98471 of the Russian Armed Forces").score < DEFAULT_THRESHOLD


def test_a_firm_of_another_state_than_the_others_form_is_its_daughter() -> None:
    found = compare_names("Balkırlı Tekstil A.Ş.", "BALKIRLI TEKSTIL UZBEKISTAN LLC", schema="Company")
    assert found.relation == "possible_affiliate", found.explanation
    assert compare_names("Balkırlı Tekstil A.Ş.", "BALKIRLI TEKSTIL TURKEY LTD").relation == "same_party"


@pytest.mark.parametrize(
    ("left", "right"),
    [("Завод Шнейдера", "Schneider Plant"), ("«Смілянський насосний завод»", "Smila Pump Plant")],
)
def test_a_genitive_or_an_adjective_meets_the_name_it_is_made_of(left: str, right: str) -> None:
    found = compare_names(left, right, schema="Company")
    assert found.score >= DEFAULT_THRESHOLD, found.explanation


def test_a_short_word_that_is_all_a_firm_is_called_by_is_its_name() -> None:
    assert compare_names("SIS DOO", "SOL GROUP", schema="Company").score < DEFAULT_THRESHOLD
    assert compare_names("SIS DOO", "SIS Group", schema="Company").score >= DEFAULT_THRESHOLD


def test_an_armed_group_is_found_under_its_name_in_another_language() -> None:
    found = compare_names("Исламское государство", "Islamic State", schema="Organization")
    assert found.score >= DEFAULT_THRESHOLD, found.explanation
    assert compare_names("Исламское государство", "Islamic Bank", schema="Organization").score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Wickramasinghe Arachchilage Don Nimal Gunatilleke", "W.A.D. Nimal Gunathilaka"),  # "A. D." is no legal form
        ("Herath Mudiyanselage Sunil Bandara", "H.M.S. Bandara"),
        ("Konara Mudiyanselage Podi Appuhamy Sunil Perera", "K.M.P.A. Sunil Perera"),
    ],
)
def test_the_ge_names_of_sri_lanka_are_told_by_initials(full: str, short: str) -> None:
    assert compare_names(full, short, schema="Person").score > DEFAULT_THRESHOLD


def test_initials_of_another_ge_name_are_another_persons() -> None:
    found = compare_names("Ranasinghe Arachchige Kamal Perera", "K. A. Kamal Perera", schema="Person")
    assert found.score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("man", "woman"),
    [
        ("Образцовский А.Б.", "Образцовская Д.Б."),
        ("Sagyndykbekov A. B.", "Sagyndykbekova D. B."),
        ("ИП Сагындыкбеков А.Б.", "ИП Сагындыкбекова Д.Б."),
    ],
)
def test_an_initial_is_no_ending_of_the_family_name_before_it(man: str, woman: str) -> None:
    assert compare_names(man, woman, schema="Person").relation is None


def test_a_letter_that_was_split_off_still_belongs_to_its_name() -> None:
    assert compare_names("A bdul Karim", "Abdul Karim", schema="Person").relation == "same_party"
    assert compare_names("Kim Jong U n", "Kim Jong Un", schema="Person").relation == "same_party"


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("خديجة عبد القادر الهاشمي", "Khadija A. Al-Hashimi"),
        ("Khadija Abdul Qadir Al-Hashimi", "Khadija A. Al-Hashimi"),
        ("أحمد أبو بكر الهاشمي", "Ahmed A. Al-Hashimi"),
        ("علي عبد الرحمن الهاشمي", "Али А. Аль-Хашими"),
    ],
)
def test_the_initial_of_an_arabic_name_of_two_words_is_that_of_the_first(full: str, short: str) -> None:
    assert compare_names(full, short, schema="Person").relation == "same_party"


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("خديجة عبد القادر الهاشمي", "Khadija M. Al-Hashimi"),
        ("Ali Abdel Rahman Al-Hashimi", "Ali B. Al-Hashimi"),
        ("Ali Abdel Rahman Al-Hashimi", "Ali A. Al-Qurashi"),
    ],
)
def test_another_initial_or_family_beside_a_name_of_two_words_is_another_person(full: str, short: str) -> None:
    assert compare_names(full, short, schema="Person").relation != "same_party"


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Ковальчук О.Р.", "KOVALCHUK, Roman"),
        ("О. Р. Ковальчук", "Ковальчук Роман"),
        ("Ковальчук О.Р.", "Ковальчук Р."),
        ("Ковальчук О.Р.", "Roman Olegovich Kovalchuk"),
        ("Petrenko I.V.", "Viktor Petrenko"),
        ("Гаджиев М.Р.", "Рустам Гаджиев"),
    ],
)
def test_the_initial_of_a_slavic_fathers_name_answers_no_given_name(short: str, full: str) -> None:
    found = compare_names(short, full, schema="Person")
    assert found.relation != "same_party"
    assert "the father's initial for the given name's" in found.explanation


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Ковальчук О.Р.", "KOVALCHUK, Oleg"),
        ("Ковальчук О.Р.", "Ковальчук О."),
        ("Ковальчук О.Р.", "Ковальчук Олег Романович"),
        ("Ковальчук О.О.", "Oleg Kovalchuk"),
        ("Harrow J. R.", "Robert Harrow"),
    ],
)
def test_the_first_of_two_initials_does_and_elsewhere_the_second_too(short: str, full: str) -> None:
    assert compare_names(short, full, schema="Person").relation == "same_party"


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Кузнецова Е. А.", "KUZNETSOV, Evgeny Alexandrovich"),
        ("Е. А. Кузнецова", "Кузнецов Евгений Александрович"),
        ("Гагарина Ю. А.", "GAGARIN, Yuri Alekseyevich"),
    ],
)
def test_a_womans_family_name_beside_initials_is_hers(short: str, full: str) -> None:
    assert compare_names(short, full, schema="Person").relation != "same_party"


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Кузнецова Е. А.", "KUZNETSOVA, Elena Alexandrovna"),
        ("Кузнецову Е. А.", "KUZNETSOV, Evgeny Alexandrovich"),
        ("Кузнецовым Е. А.", "KUZNETSOV, Evgeny Alexandrovich"),
    ],
)
def test_other_cases_beside_initials_are_a_mans(short: str, full: str) -> None:
    assert compare_names(short, full, schema="Person").relation == "same_party"
