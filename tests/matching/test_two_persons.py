"""What tells two persons apart whose names share most of what is written."""

from __future__ import annotations

import pytest

from screening.matching import DEFAULT_THRESHOLD, compare_names
from tests.matching.one_pair import is_match


def score(left: str, right: str) -> float:
    return compare_names(left, right, schema="Person").score


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("영길 중수 이", "YI, Yong-kil"),  # a given name more, and no Korean has two
        ("丽娟 建 张", "ZHANG, Jian"),
        ("宇 李", "LI, Cheng Yu"),
        ("军 鞠", "JUNJU, Abdullah"),  # the whole of one name is one of the other's
    ],
)
def test_a_chinese_or_korean_name_leaves_nothing_out(left: str, right: str) -> None:
    assert score(left, right) < DEFAULT_THRESHOLD


def test_a_western_given_name_beside_a_chinese_one_may_be_left_out() -> None:
    assert score("张伟", "Kevin Zhang Wei") > DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("燕 吕", "LEE, John"),  # Yan is no Jan
        ("지아 이", "YU, Chin"),  # a given name is no family name, however it may be spelled
        ("宁 李", "LI, Ying"),  # what a character is spelled as in Cantonese, not what others of its reading are
        ("晨 黄", "CHAN, Shusang"),  # a syllable misspelt is another syllable
        ("John Cook", "Jack Zhu"),
    ],
)
def test_a_syllable_meets_only_what_it_is(left: str, right: str) -> None:
    assert score(left, right) < DEFAULT_THRESHOLD


@pytest.mark.parametrize(("written", "latin"), [("مائده سعیدی", "Modeste"), ("پریا صیادی", "Presto")])
def test_two_words_have_the_few_consonants_of_one_by_chance(written: str, latin: str) -> None:
    assert score(written, latin) < DEFAULT_THRESHOLD


def test_the_father_of_somebody_is_not_that_one() -> None:
    assert score("Hamza Al-Masri", "AL-MASRI, Abu Hamza") < DEFAULT_THRESHOLD
    assert score("Abu Omar Haitham al-Obaidi", "Haitham al-Obaidi") > DEFAULT_THRESHOLD  # a by-name before the name
    assert score("Mahmoud Abu Zeid", "Mahmoud Zeid") > DEFAULT_THRESHOLD  # a family name


def test_a_woman_with_a_mans_name_behind_hers_is_not_that_man() -> None:
    assert score("Huda Abdel Aziz El-Masry", "EL-MASRY, Abdel Aziz") < DEFAULT_THRESHOLD
    assert score("José María Prieto", "José Prieto") > DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Шаҳноза Бобоева", "Shahnoz Boboev"),
        ("Nurettin Özkan", "Nurettin Özcan"),
        ("Panagiotis Kostopoulos", "Panagiotis Kontopoulos"),
        ("Мирзоев Далер", "Daler Mirzoaliev"),
        ("Abdullah Mansour Al-Shammari", "Abdul Latif Mansour Al-Shammari"),
        ("Ахмедханов Магомед", "Akhmedkhanov Makhmud"),
        ("Haldun Akçaylı", "Haldun Akçamlı"),
        ("Румен Димитров Бонев", "Rumen Dimitrov Bonchev"),
        ("Fikrət Həsənağa oğlu Bayramlı", "Fikrat Huseynagha oghlu Bayramli"),
    ],
)
def test_names_that_are_only_alike_are_two_persons(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Person").relation != "same_party"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Cəmşid Xəlilov", "Jamshid Khalilov"),
        ("Нұрсұлтан Жүнісов", "Nursultan ZHUNUSOV"),
        ("Petrov A. V.", "Петров Андрей Викторович"),
        ("Nikos Hadjigeorgiou", "Nikos Chatzigeorgiou"),
        ("Uktarnov Shukhrat", "Uktamov Shukhrat"),
        ("Эмомалӣ Раҳмон", "Emomali Rakhmonov"),
        ("Georgios Chaldaios", "Yiorgos Haldeos"),
        ("Christos Haralambidis", "Hristos Charalampidis"),
        ("Aikaterini Gkika", "Ekaterini Gika"),
        ("Bae Jin-woo", "Pae Chin-u"),
    ],
)
def test_names_that_habits_of_spelling_part_are_one_person(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Person").relation == "same_party"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Դավթյան Արամ Վազգենի", "Davtyan Aram Vazgeni"),
        ("Davtyan Aram Vazgeni", "Арам Вазгенович Давтян"),
        ("ლომიძე გია ზურაბის ძე", "Ломидзе Гия Зурабович"),
    ],
)
def test_a_fathers_name_in_the_genitive_is_a_patronymic(left: str, right: str) -> None:
    assert score(left, right) > DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Դավթյան Արամ Վազգենի", "Davtyan Aram Rafayeli"),
        ("Davtyan Aram Rafayeli", "Арам Вазгенович Давтян"),
        ("ლომიძე გია ზურაბის ძე", "Ломидзе Гия Георгиевич"),
    ],
)
def test_another_fathers_name_in_the_genitive_is_another_person(left: str, right: str) -> None:
    assert score(left, right) < DEFAULT_THRESHOLD


def test_hangul_and_the_characters_it_reads_are_one_given_name() -> None:
    assert score("朴正浩", "박정호") > DEFAULT_THRESHOLD
    assert score("朴正浩", "박정희") < DEFAULT_THRESHOLD


def test_another_syllable_in_hangul_is_another_name() -> None:
    assert score("김영철", "김용철") < DEFAULT_THRESHOLD
    assert score("김영철", "Kim Yong-chol") > DEFAULT_THRESHOLD


def test_other_consonants_than_arabic_letters_write_are_another_name() -> None:
    assert score("ماجد حسن الحسيني", "Majed Hassan al-Hashimi") < DEFAULT_THRESHOLD
    assert score("ماجد حسن الحسيني", "Majed Hassan al-Husseini") > DEFAULT_THRESHOLD


def test_an_ending_in_common_makes_no_two_fathers_alike() -> None:
    assert score("Anvar Botirovich Xolmatov", "Anvar Bahodirovich Xolmatov") < DEFAULT_THRESHOLD
    assert score("Anvar Botirovich Xolmatov", "Анвар Ботирович Холматов") > DEFAULT_THRESHOLD


def test_a_family_name_with_a_central_asian_q_is_the_one_with_k() -> None:
    assert score("Абдуҷаббор Холиқов", "Абдуджаббор Холиков") > DEFAULT_THRESHOLD
    assert score("Абдуҷаббор Холиқов", "Абдуджаббор Холов") < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Нурбек Эсенгулов", "Nurbek Esenaliev"),
        ("Азамат Жумагулов", "Azamat Jumaliev"),
    ],
)
def test_a_g_that_ukrainian_writes_h_is_not_left_out(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Person").relation is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Qasem Zolfaghari", "قاسم ذوالفقاری"),
        ("Abulkasem Salehi", "ابوالقاسم صالحی"),
        ("Zulnur Ahmadi", "ذوالنور احمدی"),
        ("Zonnour Ahmadi", "ذوالنور احمدی"),
        ("Yolaman Saparov", "Ёламан Сапаров"),
        ("Imran Choudhary", "عمران چودھری"),
    ],
)
def test_names_written_together_and_letters_that_spellings_leave_out(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Person").score > 0.95


def test_a_family_name_that_is_a_title_too_is_told_from_another() -> None:
    assert compare_names("Imran Chaudhry", "Imran Khan", schema="Person").relation is None


@pytest.mark.parametrize(
    ("left", "right"),
    [("Abdulaziz Rashid", "Abdulazeem Rashid"), ("Abdulhakim Said", "Abdulhalim Said")],
)
def test_servants_of_two_names_are_two_persons(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Person").relation is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Abdulkareem Said", "Abdelkarim Said"),
        ("Abdulghani Said", "Abdelgani Said"),
        ("Abdulaziz Omar", "Abdelaziz Omar"),
    ],
)
def test_servants_of_one_name_in_two_spellings_are_one(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Person").score > 0.95


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Khalid bin Naswan", "BIN NASWAN, Khalid bin Salim bin Ahmad"),
        ("Khaled bin Naswen", "BIN NASWAN, Khalid bin Salim"),
        ("Usama bin Laden", "BIN LADIN, Osama"),  # the particle is not the Korean family name Bin
    ],
)
def test_a_name_that_begins_with_a_sons_particle_is_the_familys_and_fathers_may_be_left_out(
    left: str, right: str
) -> None:
    assert score(left, right) > DEFAULT_THRESHOLD


def test_a_fathers_name_before_the_comma_is_a_fathers_where_no_other_is() -> None:
    assert score("Danial, Muhammad", "BIN FARHANUL, Muhammad Danial") > DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Anvar Jo'rayev", "Anvar Jo'raboyev"),
        ("Karimov Anvar", "Karimboyev Anvar"),
        ("Назарбаев Асан", "Назаров Асан"),
    ],
)
def test_a_family_name_with_boy_in_it_is_another_one(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Person").relation != "same_party"


@pytest.mark.parametrize(
    ("left", "right"),
    [("Anvar Jo'raboyev", "Anvar Juraboev"), ("Karimbayeva Asal", "Karimbaeva Asal"), ("Абаев Асан", "Abayev Asan")],
)
def test_spellings_of_such_a_name_are_one(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Person").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(("left", "right"), [("Bouchaib Karim", "Abou Chaib Karim"), ("Bouhafs Ali", "Abou Hafs Ali")])
def test_a_fathers_name_of_the_maghreb_may_be_written_in_one(left: str, right: str) -> None:
    assert score(left, right) >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(("left", "right"), [("Bouchaib Karim", "Abou Chahin Karim"), ("Ohayon David", "Ohana David")])
def test_fathers_of_other_names_are_other_persons(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Person").relation != "same_party"


def test_a_korean_called_o_is_no_chinese_of_two_syllables() -> None:
    assert score("O, Yong Ho", "Yong Ho O") > DEFAULT_THRESHOLD
    assert score("Ou Yang Hao", "Ouyang Hao") > DEFAULT_THRESHOLD


def test_a_comma_tells_that_it_is_no_fathers_name_that_stands_first() -> None:
    assert score("NVANGA, Corneille Yoveluo", "Corneille NVANGA YOVELUO") > DEFAULT_THRESHOLD
    assert score("Ivan Petr Ivanov", "Petr Ivan Ivanov") < DEFAULT_THRESHOLD


def test_a_particle_over_makes_no_second_name() -> None:
    assert score("UR-REHMAN, Abd", "Abdur Rehman") > DEFAULT_THRESHOLD
    assert score("Abdur Rehman", "Abdur Rehman Khalilov") < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Jamal Zeiniye", "Jamal Zayniyah"),
        ("Lazhar Harrouwi", "Al-Azhar Harrouwi"),
        ("Lahcen Tahiri", "Hassan Tahiri"),
    ],
)
def test_lebanon_and_the_maghreb_spell_arabic_names_their_own_way(left: str, right: str) -> None:
    assert score(left, right) > DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Файзулло Шарифзода", "Faizullo Sharifov", True),
        ("Манижа Давлатзода", "Manizha Davlatova", True),
        ("Файзулло Шарифзода", "Farrukh Sharifov", False),  # another given name
        ("Файзулло Шарифзода", "Faizullo Sharipzoda Rahimov", False),
        ("Манучеҳр Каримов", "Манучеҳр Каримзода", False),  # both in papers of one time
        ("Parviz Sharifzadeh", "Parviz Sharifov", False),  # an Iranian is not renamed
    ],
)
def test_a_tajik_family_name_is_known_under_its_ending_of_before(left: str, right: str, same: bool) -> None:
    assert (compare_names(left, right, schema="Person").relation == "same_party") == same


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ali Hassanzadeh", "Ali Hosseinzadeh"),
        ("Ali Hassan Zadeh", "Ali Hosseinzadeh"),
        ("Ali Hasanov", "Али Гусейнов"),
        ("Karim Ahmadzadeh", "Karim Hamidzadeh"),
        ("Reza Hosseini", "Reza Hassani"),
        ("Νίκος Παπαδάκης", "Nikos Papadatos"),  # one stem, two endings
        ("Bekzod Karimov", "Behzod Karimov"),  # two given names
        ("Pejman Rezaei", "Peyman Rezaei"),
        ("Nadim Haddad", "Nadhim Haddad"),
        ("Юлия Громова", "Ilya Gromov"),
        ("راشد الزعبي", "Rashad al-Zoubi"),
        ("عزيز الزعبي", "Azizah al-Zoubi"),
        ("Бекзод Каримов", "Bekhzod Karimov"),
        ("Gia Lomidze", "Gocha Lomidze"),  # two short forms of one name
        ("Misha Petrov", "Mitya Petrov"),
    ],
)
def test_names_that_are_two_are_two_however_alike_their_consonants(left: str, right: str) -> None:
    assert score(left, right) < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ali Kerimov", "Ali Karimov"),
        ("Gia Lomidze", "Giorgi Lomidze"),
        ("Behzod Karimov", "Bekhzod Karimov"),
        ("Babis Papageorgiou", "Mpampis Papageorgioy"),
        ("Ali Hassanzadeh", "Ali Hasanzade"),
        ("Ali Akhmedov", "Ali Ahmadov"),
        ("Mehdi Torkamannejad", "Mahdi Turkman-Nezhad"),
    ],
)
def test_names_that_are_one_are_one_however_they_are_spelled(left: str, right: str) -> None:
    assert score(left, right) >= DEFAULT_THRESHOLD


@pytest.mark.parametrize("joined", ["Hassanzadeh, Ali", "Ali Hassanzadeh", "علی حسن‌زاده"])
def test_the_second_half_of_a_persian_family_name_may_stand_first(joined: str) -> None:
    assert score("ZADEH, Ali Hassan", joined) > 0.95


def test_a_given_name_that_ends_family_names_too_stays_where_it_is() -> None:
    assert score("Ali Osman Delibaş", "Aliosman Delibas") > 0.95


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("مطيع الله", "Matiullah"),
        ("عیسی زارع پور", "Issa ZAREPOUR"),
        ("صفرعلی موسوی", "Safar Ali Mousavi"),
        ("اسماعیل زارعی‌کوشا", "Esmaeil Zarei Kousha"),
        ("نظر محمدعبد البصیر", "Nazir Mohammad Abdul Basir"),
        ("عبدالودود صافی", "Haji Abdul Wadood Safi"),
        ("عارف الله عارف غازي", "Arefullah Aref Ghazi"),
        ("عبدالغني برادر عبد الاحمد ترك", "Abdul Ghani Baradar Abdul Ahmad Turk"),
        ("سليمان جاسم أبوغيث", "Sulaiman Jassem Abo Ghaith"),
        ("سيد أحمد شهيد خيل", "Said Ahmed Shahidkhel"),
        ("ساجدة الطلفاح", "Sajida al-Tilfah"),
    ],
)
def test_arabic_names_of_two_words_are_one_however_they_are_joined(left: str, right: str) -> None:
    assert score(left, right) >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("مطيع الله", "Nasrullah"),
        ("صفرعلی موسوی", "Safar Wali Mousavi"),
        ("عیسی زارع پور", "Issa Zamanpour"),
        ("عبد الاحمد ترك", "Abdulghani Turk"),
        ("سليمان أبوغيث", "Sulaiman Abu Dujana"),
    ],
)
def test_arabic_names_with_one_half_in_common_are_two(left: str, right: str) -> None:
    assert score(left, right) < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Habibullah Zarwali s/o Lal Gul", "Habibullah Zarwali", True),
        ("Habibullah Zarwali S/O Lal Gul", "Habibullah Zarwali son of Lal Gul", True),
        ("Zahra Bibi w/o Akbar Khan", "Zahra Bibi", True),
        ("Habibullah Zarwali walad Lal Gul", "Habibullah Zarwali", True),
        ("Habibullah Zarwali s/o Lal Gul", "Hayatullah Zarwali s/o Lal Gul", False),
        ("Habibullah Zarwali s/o Lal Gul", "Habibullah Zarwali s/o Shah Agha", False),
        ("Lal Gul", "Habibullah Zarwali s/o Lal Gul", False),
    ],
)
def test_whose_child_somebody_is_may_be_left_out_and_parts_two_of_one_name(left: str, right: str, same: bool) -> None:
    found = compare_names(left, right, schema="Person")
    assert (found.relation == "same_party") is same


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Yosef Ben-David", "David Ben-Yosef"),
        ("Ahmed bin Khalid", "Khalid bin Ahmed"),
        ("Mohamed Ould Sidi", "Sidi Ould Mohamed"),
        ("Juan Carlos Rodríguez López", "Juan Carlos López Rodríguez"),  # the father's family name stands first
        ("Hassan Ali Mohamed", "Hassan Mohamed Ali"),  # another father
        ("Kim Min Soo", "Kim Soo Min"),
    ],
)
def test_names_exchanged_are_another_persons(left: str, right: str) -> None:
    assert score(left, right) < DEFAULT_THRESHOLD
    assert score(right, left) == score(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ben-David, Yosef", "Yosef Ben-David"),
        ("Ben Ali Zine", "Zine Ben Ali"),
        ("Osama bin Laden", "BIN LADEN, Osama"),
        ("John Smith Michael", "John Michael Smith"),  # the family name between
        ("Ivan Petrov Sergeevich", "Ivan Sergeevich Petrov"),
        ("Rodríguez López Juan Carlos", "Juan Carlos Rodríguez López"),
    ],
)
def test_family_names_stand_first_or_last(left: str, right: str) -> None:
    assert score(left, right) > DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("man", "woman"),
    [
        ("Остап Петрович Левицький", "LEVYTSKA O. P."),
        ("Пётр Чёрный", "CHERNAYA P."),
        ("Jan Zaborowski", "ZABOROWSKA J."),
        ("Пилип Остапович Безверхній", "BEZVERKHNA P. O."),
    ],
)
def test_a_woman_by_her_family_names_form_is_no_man_of_her_initials(man: str, woman: str) -> None:
    assert not is_match(man, woman, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Остап Петрович Левицький", "LEVYTSKYI O. P."),
        ("Agnieszka Zaborowska", "Agnieszka Zaborowski"),
        ("Ольга Петрівна Левицька", "LEVYTSKA O. P."),
    ],
)
def test_a_form_of_ones_own_or_a_given_name_in_full_keeps_them_one(left: str, right: str) -> None:
    assert is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Левицька Олена", "Левицкая Елена"),
        ("Щебельська Олександра", "ЩЕБЕЛЬСКАЯ АЛЕКСАНДРА"),
        ("Zaborowska Maria", "Заборовская Мария"),
    ],
)
def test_a_womans_family_name_is_one_as_ukrainian_polish_and_russian_end_it(left: str, right: str) -> None:
    assert is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right"), [("Левицька Олена", "Левинская Елена"), ("Левицька Олена", "Левицкая Ольга")]
)
def test_another_stem_or_given_name_is_another_woman(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")
