"""What fields, scanners and registers do to a firm's name: brackets, cut forms, look-alikes, seats behind it."""

from __future__ import annotations

import pytest

from screening.matching import DEFAULT_THRESHOLD, compare_names
from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Vodrintong Electronics (HK) Co Ltd", "Vodrintong Electronics Hong Kong Limited"),
        ("香港鼎晟科技發展有限公司", "Ting Shing Technology Development (HK) Limited"),
        ("Vodrin Marine (U.K.) Ltd", "Vodrin Marine United Kingdom Limited"),
    ],
)
def test_two_capitals_in_brackets_are_the_state_they_are_short_for(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


def test_without_brackets_the_letters_are_the_legal_form_of_another_state() -> None:
    assert is_match("Vodrintosh HK", "Xususiy korxona Vodrintosh", "Company")


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("Özvodrinçi Elektronik Savunma Tic. A.Ş.", "OZVODRlNCl ELEKTRONlK SAVUNMA TlC AS", "Company"),
        ("lBRAHlM YlLDlZ", "İbrahim Yıldız", "Person"),
        ("ЗАО «Водринрезерв»", "3AO Boдpинpeзepв", "Company"),
        ("ЗАО «Водринрезерв»", "3AO VODRINREZERV", "Company"),
        ("ООО Винводр", "0ОО Винводр", "Company"),
    ],
)
def test_a_scanners_l_for_i_and_figures_for_letters_are_read_as_what_they_look_like(
    left: str, right: str, schema: str
) -> None:
    assert is_match(left, right, schema)


def test_a_small_l_among_small_letters_is_an_l() -> None:
    told = compare_names("Vodrlin Ltd", "Vodriin Ltd", schema="Company")
    assert "read as" not in str(told.explanation)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("NINGBO VODRINRONG FREIGHT FORWARDING CO LT", "Ningbo Vodrinrong Freight Forwarding Co., Ltd."),
        ("SYUNIK VODRIN LOGISTIC, YEREVAN, AM", "Syunik Vodrin Logistics LLC"),
        ("Anadolu Vodrin Kimya A.Ş.", "Vodrin Boya Sanayi A.Ş. (yeni unvan: Anadolu Vodrin Kimya)"),
    ],
)
def test_cut_forms_seats_and_new_names_behind_a_name(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


def test_a_town_of_another_state_than_the_code_behind_it_is_no_seat() -> None:
    assert not is_match("Vodrin Trade, Minsk, RU", "Vodrin Trade", "Company")


@pytest.mark.parametrize(
    ("written", "latin", "schema"),
    [
        ("فریبا قره‌گوزلی", "Fariba Gharagozli", "Person"),
        ("مهرانگیز عبدالله‌زاده", "Меҳрангез Абдуллозода", "Person"),
        ("شرکت زاینده‌کیمیا", "Zayandeh Kimia Chemical Company", "Company"),
        ("شرکت ره‌آورد صنعت", "Rahavard Sanat Company", "Company"),
    ],
)
def test_persian_words_joined_behind_a_silent_h_are_two(written: str, latin: str, schema: str) -> None:
    assert is_match(written, latin, schema)


@pytest.mark.parametrize(
    ("written", "latin", "same"),
    [
        ("محمدحسین توکلی", "Mohammad Hossein Tavakoli", True),
        ("محمدحسین توکلی", "Mohammad Hassan Tavakoli", False),
        ("محمدحسن توکلی", "Mohammad Hossein Tavakoli", False),
    ],
)
def test_two_given_names_in_one_word_are_told_from_others_half_by_half(written: str, latin: str, same: bool) -> None:
    assert is_match(written, latin, "Person") == same


@pytest.mark.parametrize(
    ("whole", "cut", "schema"),
    [
        ("Кубанычбек Абдыразаков", "ABDYRAZAKOV KUBANYCHB", "Person"),
        ("Abdulaziz Mohammed AL-GHAMDI", "ALGHAMDI ABDULAZIZ MOHAM", "Person"),
        ("Ελληνική Βιομηχανία Ηλεκτρονικών Πυξίδων ΑΒΕΕ", "ELLINIKI VIOMICHANIA ILEKTRONIKON PYX", "Company"),
    ],
)
def test_the_last_word_of_a_long_name_may_be_cut_in_another_script(whole: str, cut: str, schema: str) -> None:
    assert is_match(whole, cut, schema)


def test_a_short_name_that_begins_another_is_another() -> None:
    assert not is_match("Mary Williams", "Mary Williamson", "Person")


def test_a_family_name_in_ovich_at_the_beginning_is_no_patronymic() -> None:
    assert is_match("STOJANOVIĆ-BRKIĆ, Svetlana", "Svetlana Stojanović", "Person")


@pytest.mark.parametrize("latin", ["Iraj Safdari", "SAFDARI, Iraj"])
def test_a_j_at_the_end_of_a_persian_name_is_heard(latin: str) -> None:
    assert is_match("ایرج صفدری", latin, "Person")


def test_small_words_together_spell_three_characters() -> None:
    assert is_match("香港鴻運達貿易有限公司", "Hong Kong Hong Yun Da Trading Limited", "Company")


def test_a_three_between_letters_is_a_scanners_schwa() -> None:
    assert is_match("Məmmədyarlı Ceyhun", "M3MM3DYARLI CEYHUN", "Person")


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("شهر کرد", "Shahr-e Kord", "Vessel"),
        ("Vodreh-ye Kord", "VODREH KORD", "Vessel"),
        ("Rahim-e Zand", "Rahim Zand", "Person"),
    ],
)
def test_what_joins_two_persian_words_is_written_or_not(left: str, right: str, schema: str) -> None:
    assert is_match(left, right, schema)


def test_a_letter_behind_a_hyphen_that_ends_a_name_is_its_own() -> None:
    assert not is_match("Vodreh-E", "Vodreh", "Vessel")


def test_short_words_for_sorts_of_firms_are_read_in_both_alphabets() -> None:
    assert is_match("Vodrin TNC OJSC", "ОАО «Транснациональная корпорация «Водрин»", "Company")
    assert is_match("TOV APK Vodrinok", "ТОВ «Агропромислова компанія «Водрінок»", "Company")


@pytest.mark.parametrize(
    ("azerbaijani", "otherwise"),
    [
        ('"Vədrinli Logistika" MMC', "ООО «Ведринли Логистика»"),
        ("“Vödrəpə Taxıl” MMC", "Vodrepe Grain LLC"),
        ("Vədrin İnşaat MMC", "VADRIN INSHAAT LLC"),
    ],
)
def test_schwa_in_a_firms_name_is_an_e_or_an_a_elsewhere(azerbaijani: str, otherwise: str) -> None:
    assert is_match(azerbaijani, otherwise, "Company")


def test_schwa_tells_given_names_apart() -> None:
    assert not is_match("Rəşad Kazımov", "Rəşid Kazımov", "Person")


@pytest.mark.parametrize(
    ("group", "firm"),
    [
        ("ORIENT VODRIN GROUP", '"Orient Vodrin Logistics" MChJ'),
        ("Чорномор Водрін Груп", "CHORNOMOR VODRIN TERMINAL LLC"),
        ("Vodrin Holding", "Vodrin Trading LLC"),
    ],
)
def test_a_firm_of_a_groups_name_is_perhaps_its_affiliate(group: str, firm: str) -> None:
    told = compare_names(group, firm, schema="Company")
    assert told.score < DEFAULT_THRESHOLD
    assert told.relation == "possible_affiliate"


def test_a_group_may_drop_the_word() -> None:
    assert is_match("Vodrin Group LLC", "Vodrin LLC", "Company")


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("N. VODRINOLAOU & SIA O.E.", "Ν. ΒΟΔΡΙΝΟΛΑΟΥ ΚΑΙ ΣΙΑ Ο.Ε.", "Company"),
        ("Kim Il Sung University", "김일성종합대학", "Company"),
        ("TAE GAK BONG", "대각봉", "Vessel"),
        ("OJSHC Vodrini Tojik", "ҶСХК «Водрини Тоҷик»", "Company"),
        ("SV. APOSTOL FOMA", "СВЯТОЙ АПОСТОЛ ФОМА", "Vessel"),
        ("AGIOS VODRINOS III", "ΑΓ. ΒΟΔΡΙΝΟΣ 3", "Vessel"),
        ("Палкоўнік Дзмітрый Жарабцоў", "ZHEREBTSOV Dmitri", "Person"),
        ("Народний депутат Олексій Підгайчук", "Aleksey Podgaychuk", "Person"),
    ],
)
def test_initials_saints_forms_and_offices_in_other_languages(left: str, right: str, schema: str) -> None:
    assert is_match(left, right, schema)


def test_a_ship_with_an_ending_more_is_another() -> None:
    assert not is_match("APOLLON STAR", "APOLLONIA STAR", "Vessel")


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Shiraz University of Technology", "دانشگاه صنعتی شیراز", True),
        ("Shiraz University", "دانشگاه صنعتی شیراز", False),
        ("Shiraz University", "Shiraz University of Technology", False),
        ("Tomsk State University", "Tomsk State Medical University", False),
        ("Tomsk State University", "Tomsk University", True),
        ("Malek Vodrin University of Technology", "Malek Vodrin University", True),
    ],
)
def test_a_towns_universities_are_told_apart_by_their_fields(left: str, right: str, same: bool) -> None:
    assert is_match(left, right, "Company") == same


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ОсОО «Көк-Водр Электро»", 'OsOO "Kok-Vodr Elektro" g. Bishkek'),
        ("ТзОВ «Водринська мануфактура»", "TOV VODRYNSKA MANUFAKTURA M. LVIV"),
        ("ООО Водрин г. Москва", "ООО Водрин"),
    ],
)
def test_the_seat_stands_behind_a_firms_name_with_the_letter_for_a_town(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("written", "latin", "same"),
    [
        ("پروین دلاوری", "Parvin Delavari", True),
        ("پروانه دلاوری", "Parvin Delavari", False),
        ("نور الدين شرف", "Noureddine Sherif", False),
        ("نور الدين شرف", "Noureddine Sharaf", True),
    ],
)
def test_common_names_of_the_same_consonants_are_told_apart(written: str, latin: str, same: bool) -> None:
    assert is_match(written, latin, "Person") == same
