"""Armed groups and movements in their own languages, words of business cut short, and Arab families a letter apart."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Επαναστατικός Λαϊκός Αγώνας", "Revolutionary People's Struggle"),
        ("Συνωμοσία Πυρήνων της Φωτιάς", "Conspiracy of Fire Cells"),
        ("бригада «Привид»", "Prizrak Brigade"),
        ("Бригада «Призрак»", "Ghost Brigade"),
        ("батальон «Спарта»", "Sparta Battalion"),
        ("Partiya Karkerên Kurdistan", "Kurdistan Workers' Party"),
        ("Sendero Luminoso", "Shining Path"),
        ("Brigate Rosse", "Red Brigades"),
        ("كتائب شهداء الأقصى", "Al-Aqsa Martyrs' Brigade"),
        ("لشکر طیبہ", "Lashkar-e-Tayyiba"),
        ("Национално движение „Русофили“", "Russophiles National Movement"),
        ("Фонд «Русофилы Сербии»", "Foundation Russophiles of Serbia"),
    ],
)
def test_a_movement_is_known_in_its_own_language(left: str, right: str) -> None:
    assert is_match(left, right, "Organization")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Επαναστατικός Αγώνας", "Revolutionary People's Struggle"),
        ("бригада «Привид»", "Sparta Battalion"),
        ("батальон «Спарта»", "Somali Battalion"),
        ("Brigate Rosse", "Blue Brigades"),
        ("الجبهة الشعبية لتحرير فلسطين", "Popular Front for the Liberation of Palestine – General Command"),
        ("كتائب شهداء الأقصى", "Izz al-Din al-Qassam Brigades"),
        ("Национално движение „Русофили“", "National Movement Patriots"),
    ],
)
def test_two_movements_that_share_a_word_are_two(left: str, right: str) -> None:
    assert not is_match(left, right, "Organization")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ООО «Полярная ГРК»", "LIMITED LIABILITY COMPANY POLYARNAYA GORNO RUDNAYA KOMPANIYA"),
        ("ООО ГРК Амурская", "Amurskaya Mining Company LLC"),
        ("ООО «Конструкторское бюро Атаманова»", "LIMITED LIABILITY COMPANY KB ATAMANOVA"),
        (
            "Mikroteknik Kimyevi Mad. Lab. Malz. ve Cih. San. Tic. Ltd. Şti.",
            "MIKROTEKNIK KIMYEVI MADDELER LABORATUVAR MALZEMELERI VE CIHAZLARI SANAYI TICARET LIMITED SIRKETI",
        ),
        (
            "Öztürk Tıbbi Malz. ve Tıbbi Cih. Paz. A.Ş.",
            "OZTURK TIBBI MALZEMELER VE TIBBI CIHAZLAR PAZARLAMA ANONIM SIRKETI",
        ),
        ("BOSFOR İÇ VE DIŞ TİCARET LTD. ŞTİ.", "Bosfor Domestic and Foreign Trade Ltd. Co."),
        ("Bosfor Inland and Overseas Trade LLC", "BOSFOR DAXİLİ VƏ XARİCİ TİCARƏT MMC"),
        ("Предузеће за трговину Златибор Промет д.о.о.", "Zlatibor Promet d.o.o."),
        ("Preduzeće za proizvodnju, promet i usluge Morava d.o.o.", "Морава д.о.о."),
        ("Друштво за производство, трговија и услуги Вардар ДООЕЛ", "Vardar DOOEL"),
        ("Müller Behälterbau GmbH", "Müller Tank GmbH"),
        ("ДАХК «Чорноморський завод»", "State Joint-Stock Holding Company Chornomorskyi Zavod"),
        ("ДХК «Артем»", "Державна холдингова компанія «Артем»"),
        ("ООО Призрак", "Ghost LLC"),
        ("Fantasma SL", "Phantom Ltd"),
    ],
)
def test_a_firms_words_are_known_short_and_in_other_languages(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ООО ГРК Амурская", "Amurskaya Trading Company LLC"),
        ("Svensson KB", "Конструкторское бюро Свенссон"),
        ("Mavi Kimyevi Mad. Ltd. Şti.", "Mavi Madencilik Ltd. Şti."),
        ("Yıldız Gıda Mad. Ltd. Şti.", "Yıldız Maden Ltd. Şti."),
        ("Предузеће за трговину Златибор д.о.о.", "Златибор Туризам д.о.о."),
        ("ООО Призрак", "Phoenix LLC"),
        ("ООО Фантом", "Ghost LLC"),
    ],
)
def test_words_that_are_near_say_another_business(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ahmed Al-Shamrani", "Ahmed Al-Shahrani"),
        ("Ahmed Al-Shahrani", "Ahmed Al-Zahrani"),
        ("أحمد الشهراني", "Ahmed Al-Shamrani"),
        ("Khalid Al-Harthi", "Khalid Al-Harbi"),
        ("Ali Al-Sanhani", "Ali Al-Sanani"),
    ],
)
def test_arab_families_a_letter_apart_are_two(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("أحمد الشمراني", "Ahmed Al-Shamrani"),
        ("أحمد الشهراني", "Ahmad Alshahrani"),
        ("خالد الحارثي", "Khaled Al Harithi"),
        ("سالم الهمداني", "Salem Al-Hamdani"),
        ("Mohammed Al-Jabri", "Mohamed al-Jaberi"),
        ("Nasser Al-Bogami", "Naser al-Baqami"),
    ],
)
def test_spellings_of_one_arab_family_are_one(left: str, right: str) -> None:
    assert is_match(left, right, "Person")
