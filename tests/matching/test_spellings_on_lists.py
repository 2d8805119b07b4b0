"""Persons whom lists spell in several ways: Arabic, Maghreb, Chadian, Ukrainian and Thai names in Latin letters."""

from __future__ import annotations

import pytest

from screening import DEFAULT_THRESHOLD, compare_names
from tests.matching.one_pair import is_found


def score(left: str, right: str) -> float:
    return compare_names(left, right, schema="Person").score


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Hossein Hafez Darabi", "Hussein Hafiz Darabi"),
        ("Rahman Zeb Wazir", "Rahman Zayb Wazir"),
        ("Aus Kassar", "Aous Kassar"),
        ("Mohammad Amer Shuwaiki", "Muhammad Amir al-Shuwayki"),
        ("Noah Zaitar", "Nuah Zuaiter"),
        ("Khamis Trabelsi", "Khemais Trabelsi"),
        ("Ebrahim Hablain", "Barahim Hablain"),
        ("Ehsan Motamedi", "Ihsan Motamedi"),
        ("Mithat Kassar", "Medhat Qassar"),
        ("Rezwan Siddiqi", "Radwan Siddiqi"),
        ("Hissene Abakar", "Hissein Abakar"),
    ],
)
def test_given_names_of_arabs_and_persians_by_their_usual_spellings(left: str, right: str) -> None:
    assert score(left, right) > DEFAULT_THRESHOLD
    assert is_found(right, left, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Hasan Darabi", "Husayn Darabi"),
        ("Khalaf Darabi", "Khalifa Darabi"),
        ("Jasim Darabi", "Hashim Darabi"),
        ("Zubair Darabi", "Zuhair Darabi"),
        ("Talib Darabi", "Talal Darabi"),
        ("Hatim Darabi", "Hazim Darabi"),
        ("Musab Darabi", "Musaid Darabi"),
    ],
)
def test_other_given_names_stay_other(left: str, right: str) -> None:
    assert score(left, right) < DEFAULT_THRESHOLD


def test_the_article_is_written_before_a_letter_that_has_taken_it_up() -> None:
    assert score("Sami Essid", "Sami Elsseid") > DEFAULT_THRESHOLD
    assert score("Kamel Ezzine", "Kamel Elzzine") > DEFAULT_THRESHOLD
    assert is_found("Sami Elsseid", "ESSID, Sami", "Person")


@pytest.mark.parametrize(("left", "right"), [("Pavel Gubarev", "Pavlo Hubaryev"), ("Ivan Golubova", "Ivan Holubova")])
def test_ukrainian_h_is_russian_g_in_names_in_ov(left: str, right: str) -> None:
    assert score(left, right) > DEFAULT_THRESHOLD
    assert is_found(right, left, "Person")


def test_thai_porn_is_phon() -> None:
    assert score("Wari Kradumporn", "Waree Kradumphon") > DEFAULT_THRESHOLD
    assert score("Wari Kradumporn", "Waree Kradumchai") < DEFAULT_THRESHOLD
    assert is_found("Waree Kradumphon", "KRADUMPORN, Wari", "Person")


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("ZAHED, Hossein Ghorbani", "GHORBANIZAHED, Hossein"),
        ("REZAEI, Hossein Mohammad", "Hossein Mohammadrezaei"),
        ("ABEDSHAHI, Omid", "SHAHI, Omid Abded Abed"),
        ("VODRINA, Galina", "GALINAVODRINA"),
        ("VODRINA, Galina", "ГалинаВодрина"),
    ],
)
def test_a_family_name_is_written_together_with_the_name_said_before_it(listed: str, asked: str) -> None:
    assert score(listed, asked) > DEFAULT_THRESHOLD
    assert is_found(asked, listed, "Person")
    assert is_found(listed, asked, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ZAHED, Ghorbani Hossein", "Ghorbanizahed Hassan"),  # the given name is another
        ("ZAHED, Ghorbani Hossein", "Hossein Ghorbanizahed"),  # a given name stands between
        ("WEI, Chen Li", "Liwei Chen"),
    ],
)
def test_two_ends_of_a_name_are_written_together_by_chance(left: str, right: str) -> None:
    assert score(left, right) < DEFAULT_THRESHOLD


def test_a_name_that_begins_with_son_of_is_the_familys_and_no_fathers() -> None:
    with_fathers = score("BEN KHALIFA, Fahmi Mousa", "BEN KHALIFA, Fahmi")
    assert with_fathers > DEFAULT_THRESHOLD
    assert score("BEN KHALIFA, Fahmi Mousa", "BEN YUSUF, Fahmi Mousa") < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("FARZADI, Hedayat", "Hedayatollah Farzadi"),
        ("FARZADI, Hidayatullah", "Hedayat Farzadi"),
        ("Nematollah Yazdani", "Nemat Yazdani"),
    ],
)
def test_afghans_and_iranians_leave_god_out_of_what_he_gives(listed: str, asked: str) -> None:
    assert score(listed, asked) > DEFAULT_THRESHOLD
    assert is_found(asked, listed, "Person")


@pytest.mark.parametrize(
    ("left", "right"), [("Habibullah Yazdani", "Habib Yazdani"), ("Asad Yazdani", "Asadullah Yazdani")]
)
def test_other_names_of_god_are_whole(left: str, right: str) -> None:
    assert score(left, right) < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("AL-QASIR, Nazar Jumah Ali", "AL-QASSIR, Nizar Jomaa Ali"),
        ("AL-QASIR, Nazar Jumah Ali", "Nizar Jomaa Ali al-Qassir"),
        ("AL-RUFAY'I, Abdallah Makki Muslih", "AL-RAFI'I, 'Abdallah Makki Muslih Mahdi"),
        ("AL-URAYDI, Sami Mahmud Mohammed", "ERIDI, Sami Mahmoud Mohammad"),
    ],
)
def test_short_vowels_differ_beside_three_names_in_common(listed: str, asked: str) -> None:
    assert score(listed, asked) > DEFAULT_THRESHOLD
    assert is_found(asked, listed, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("AL-QASIR, Hasan Jumah Ali", "AL-QASIR, Husayn Jumah Ali"),  # brothers
        ("AL-QASIR, Jamal Jumah Ali", "AL-QASIR, Jamil Jumah Ali"),
        ("AL-QASIR, Nazar Ali", "AL-QASIR, Nizar Ali"),  # beside two names only
        ("Omar Jumah Ali Jamal", "Omar Jumah Ali Jamil"),
        ("PEREZ GOMEZ, Lina Maria", "PEREZ GOMEZ, Luna Maria"),
    ],
)
def test_other_vowels_are_another_name_otherwise(left: str, right: str) -> None:
    assert score(left, right) < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("CHIVEL, Yuri Aleksandrovich", "CHIVELA, Yuri Alexandrovich"),
        ("Петров Иван Сергеевич", "Петрова Иван Сергеевич"),
        ("Petrov Ivan Sergeevich", "Петрова Иван Сергеевич"),
    ],
)
def test_a_mans_family_name_stands_in_the_genitive_beside_his_patronymic(listed: str, asked: str) -> None:
    assert score(listed, asked) > DEFAULT_THRESHOLD
    assert is_found(asked, listed, "Person")


def test_a_womans_family_name_is_no_genitive() -> None:
    assert score("PETROVA, Ivana Sergeevna", "PETROV, Ivan Sergeevich") < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("Wenceslao Quintanar", "Wencho Quintanar"),
        ("Gregorio Quintanar", "Goyo Quintanar"),
        ("Anastasio Quintanar", "Tacho Quintanar"),
        ("Alfonso Quintanar", "Poncho Quintanar"),
        ("KATRANJI, Mohammed", "ALKTRANJI, Mohammed"),
        ("SADEGHI, Fatemeh", "SAOEGHI, Fatemeh"),  # a scanner's O for D
    ],
)
def test_short_forms_of_spanish_names_a_glued_article_and_a_scanners_letter(listed: str, asked: str) -> None:
    assert score(listed, asked) > DEFAULT_THRESHOLD
    assert is_found(asked, listed, "Person")


def test_two_names_with_one_short_form_stay_two() -> None:
    assert score("Rodolfo Quintanar", "Adolfo Quintanar") < DEFAULT_THRESHOLD


def test_the_same_patronymic_comes_before_a_namesake_without_one() -> None:
    with_it = score("LUKIN, Sergei Anatolevich", "LUKIN, Sergey Anatolyevich")
    assert with_it > score("LUKIN, Sergei Anatolevich", "LUKIN, Sergei") > DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Dhulfiqar Sornali", "Zulfiqar Sornali"),
        ("Dhulqarnain Sornali", "Zulqarnain Sornali"),
        ("ذاكر حسن", "Zakir Hasan"),
    ],
)
def test_dhul_before_an_arabic_name_may_be_zul(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Person").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [("Dhulqarnain Sornali", "Zulqadar Sornali"), ("Khaled Dhaman", "Khaled Zaman"), ("Adham Salim", "Azam Salim")],
)
def test_another_name_is_not_made_one_by_dh(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Person").score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [("«Жолкурулуш» ОсОО", "Jol Kurulush LLC"), ("ОсОО Жол Курулуш", "Jolkurulush LLC")],
)
def test_a_known_phrase_of_business_may_be_written_together(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Company").score >= DEFAULT_THRESHOLD
    assert is_found(left, right, "Company")


@pytest.mark.parametrize("other", ["Suu Kurulush LLC", "Jol Transport LLC", "Jol Kurulush Bank"])
def test_another_phrase_of_business_is_another_firm(other: str) -> None:
    assert compare_names("«Жолкурулуш» ОсОО", other, schema="Company").score < DEFAULT_THRESHOLD
