"""Trades, bodies and places that single languages could not say, beside neighbours that are others."""

from __future__ import annotations

import pytest

from screening.names.other_names import names_within
from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Bursa Havlu ve Bornoz A.Ş.", "Bursa Towel and Bathrobe JSC"),
        ("ООО «Иваново Махровые халаты»", "Ivanovo Bathrobes LLC"),
        ("Kimya Maşınqayırma Sumqayıt MMC", "Sumgait Chemical Machinery LLC"),
        ("ООО «Курганхиммаш»", "Kurgan Chemical Engineering Plant LLC"),
        ("«Павлодар глинозем» ЖШС", "Pavlodar Alumina LLP"),
        ("کارخانه آلومینا جاجرم", "Jajarm Alumina Plant"),
        ("Balkanabat ýod zawody", "Балканабадский йодный завод"),
        ("Türkmenabat süýüm zawody", "Туркменабадский завод волокна"),
        ("Gypjak dokma toplumy", "Кипчакский текстильный комплекс"),
        ("Корхонаи консерви Ҳисор", "Гиссарский консервный завод"),
        ("Գյումրու մանրաթելի գործարան", "Gyumri Fibre Plant"),
        ("اتحادیه فرش دستباف تبریز", "Tabriz Handwoven Carpet Union"),
        ("Xəzər Dəniz Neft Donanması", "Caspian Sea Oil Fleet"),
        ("Helios Photovoltaics Ltd.", "Ήλιος Φωτοβολταϊκά Ε.Π.Ε."),
        ("Ερμής Ναυτιλιακή ΑΕ", "Hermes Shipping S.A."),
    ],
)
def test_a_trade_is_known_by_its_word_in_the_language(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Бишкек облустар аралык балдар ооруканасы", "Bishkek Interregional Children's Hospital"),
        ("Алматы облысаралық ауруханасы", "Almaty Interregional Hospital"),
        ("Театри мусиқӣ-мазҳакавии Хуҷанд", "Khujand Musical Comedy Theatre"),
        ("Одесский театр музыкальной комедии", "Odesa Musical Comedy Theatre"),
        ("Київський планетарій", "Kiev Planetarium"),
        ("پلانتاریوم تهران", "Tehran Planetarium"),
        ("Гродзенскі краязнаўчы музей", "Grodno Museum of Local History"),
        ("ქუთაისის მხარეთმცოდნეობის მუზეუმი", "Kutaisi Museum of Local Lore"),
        (
            "Naxçıvan Muxtar Respublikasının Miqrasiya Xidməti",
            "Migration Service of the Nakhchivan Autonomous Republic",
        ),
        ("جامعة الموصل", "University of Mosul"),
        ("은하장학재단", "Eunha Scholarship Foundation"),
        ("Γενικό Χημείο του Κράτους", "General Chemical State Laboratory"),
    ],
)
def test_a_body_is_known_by_its_words_in_the_language(left: str, right: str) -> None:
    assert is_match(left, right, "Organization")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Adana Pompa Sanayi A.Ş.", "Adana Valve Industry Inc."),
        ("Талас Насос ЖЧК", "Talas Valve LLC"),
        ("«Жетісу күзет» ЖШС", "Zhetysu Fire Alarm LLP"),
        ("Panjakent Brewery LLC", "ҶДММ «Заводи шароби Панҷакент»"),
        ("Bursa Bornoz A.Ş.", "Bursa Towel Inc."),
        ("Ganja Alumina LLC", "Gəncə Alüminium MMC"),
        ("ООО «Курганхиммаш»", "Kurgan Chemical Plant LLC"),
        ("Tabriz Handwoven Carpet Union", "اتحادیه فرش ماشینی تبریز"),
        ("Helios Ltd", "Sun Ltd"),
        ("Kharkov Planetarium", "Харківський музей"),
        ("은하장학재단", "Eunha Cultural Foundation"),
        ("جامعة الموصل التقنية", "University of Mosul"),
    ],
)
def test_a_neighbouring_trade_or_body_is_another(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("characters", "pinyin"),
    [("新海晟16", "XINHAISHENG 16"), ("厦海18", "XIAHAI 18"), ("峤晟7", "QIAOSHENG 7")],
)
def test_a_ship_in_characters_is_its_name_in_joined_pinyin_with_the_same_number(characters: str, pinyin: str) -> None:
    assert is_match(characters, pinyin, "Vessel")
    assert not is_match(characters, f"{pinyin}1", "Vessel")


@pytest.mark.parametrize(
    "text", ["KHORSANDNIA, Behruz / بهروز خرسندنیا", "بهروز خرسندنیا KHORSANDNIA Behruz", "PETROV, Ivan / Иван Петров"]
)
def test_a_persons_name_in_two_scripts_is_two_names_whichever_has_the_family_name_first(text: str) -> None:
    assert len(names_within(text)) == 3


@pytest.mark.parametrize("text", ["KARIMI, Behruz / بهروز خرسندنیا", "PETROV, Ivan / Иван Сидоров"])
def test_two_names_in_two_scripts_that_are_not_one_another_are_left_together(text: str) -> None:
    assert names_within(text) == (text,)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Sevim Akyazıcı", "Sevim Akyazili"), ("Murat Yazıcı", "Murat Yazılı"), ("Elif Kaya", "Elif Kayacı")],
)
def test_turkish_families_in_ci_and_in_li_are_two(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


@pytest.mark.parametrize(("left", "right"), [("Sevim Akyazıcı", "Sevim Akyazici"), ("Elif Demirci", "Elif Demirçi")])
def test_one_family_in_ci_is_one_however_it_is_written(left: str, right: str) -> None:
    assert is_match(left, right, "Person")
