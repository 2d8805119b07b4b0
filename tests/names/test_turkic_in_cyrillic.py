"""Turkish, Azerbaijani and Turkmen words of business that Russian records write by ear mean what they mean."""

from __future__ import annotations

import pytest

from screening.names.folding import fold
from screening.names.turkic_in_cyrillic import turkic
from screening.names.turkish_short import written_in_turkish
from screening.names.vocabulary import meanings
from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("written", "concept"),
    [
        ("Гурлушык", "construction"),
        ("Хидмятляри", "services"),
        ("Хидматлари", "services"),
        ("Денизджилик", "marine"),
        ("Ташымаджылык", "transport"),
        ("Тохуджулуг", "textile"),
    ],
)
def test_a_word_of_business_is_read_back_however_its_vowels_are_written(written: str, concept: str) -> None:
    assert concept in {each.concept for each in meanings(fold(written))}


@pytest.mark.parametrize("word", ["колонна", "стади", "севда", "мадяр", "чалык", "эрдал", "тарасов"])
def test_short_words_names_and_words_of_other_consonants_are_none(word: str) -> None:
    assert turkic(word) == ""


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("«Ak Ýol Gurluşyk» HJ", 'ХО "Ак Ёл Гурлушык"'),
        ("«Göygöl Üzümçülük» MMC", "ООО «Гёйгёль Узюмчюлюк»"),
        ("«Xəzər Nəqliyyat Xidmətləri» MMC", "ООО «Хазар Наглият Хидматлари»"),
        ("«Şəki İpək Toxuculuq» MMC", "ООО «Шеки Ипек Тохуджулуг»"),
    ],
)
def test_a_turkic_firm_is_the_same_by_ear_in_russian(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("«Göygöl Üzümçülük» MMC", "ООО «Гёйгёль Денизджилик»"),
        ("«Ak Ýol Gurluşyk» HJ", 'ХО "Ак Ёл Ташымаджылык"'),
        ("«Xəzər Nəqliyyat Xidmətləri» MMC", "ООО «Хазар Нефт Хидматлари»"),
    ],
)
def test_another_trade_by_ear_is_another_firm(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ГЮЛЕРСОЙ ТЕКСТИЛЬ САН. ВЕ ТИДЖ. ЛТД. ШТИ.", "Gülersoy Tekstil Sanayi ve Ticaret Limited Şirketi"),
        ("ЙЫЛМАЗЛАР ИНШ. ТААХ. САН. ВЕ ТИДЖ. ЛТД. ШТИ.", "Yılmazlar İnşaat Taahhüt San. ve Tic. Ltd. Şti."),
        ("БЕЙТЕПЕ МЮХ. МАК. САН. ВЕ ДЫШ ТИДЖ. А.Ш.", "Beytepe Mühendislik Makina Sanayi ve Dış Ticaret A.Ş."),
        ("ОЗГЮНЕР ГЫДА ПАЗ. ВЕ ТИДЖ. ЛТД. ШТИ.", "Özgüner Food Marketing and Trade Ltd. Co."),
        ("АЛТУНСОЙ ПЛАСТИК САН. ВЕ ТИДЖ.", "Altunsoy Plastik Sanayi ve Ticaret"),
        ("БЕРЕКЕТ ТАРЫМ ЮРЮНЛЕРИ ИТХ. ИХР. ЛТД. ШТИ.", "Bereket Tarım Ürünleri İthalat İhracat Ltd. Şti."),
        ("ЙЕНИКОЙ ГЫДА САН. ВЕ ТИЖ. ЛТД. СТИ.", "Yeniköy Gıda San. ve Tic. Ltd. Şti."),
        ("ТЕКИНЕР ОТО ЕДЕК ПАРЧА САН. ТИДЖ. ЛТД. ШТИ.", "Tekiner Oto Yedek Parça Sanayi Ticaret Ltd. Şti."),
        ("ШАХИНЛЕР КАРДЕШЛЕР ОТОМОТИВ ЕДЕК ПАРЧА", "Şahinler Kardeşler Otomotiv Yedek Parça Tic. Ltd. Şti."),
    ],
)
def test_turkish_words_cut_short_are_known_by_ear_in_russian(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ГЮЛЕРСОЙ ТЕКСТИЛЬ САН. ВЕ ТИДЖ. ЛТД. ШТИ.", "Gülersan Tekstil Sanayi ve Ticaret Limited Şirketi"),
        ("ДЕНИЗХАН НАК. ТУР. ЛТД. ШТИ.", "Denizhan Tekstil Gıda Limited Şirketi"),
        ("БЕЙТЕПЕ МЮХ. САН. А.Ш.", "Beytepe Gıda A.Ş."),
        ("ООО «Сан Трейд»", "Industry Trade LLC"),
    ],
)
def test_other_turkish_words_cut_short_make_another_firm(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


@pytest.mark.parametrize("name", ["ооо сан трейд", "ооо нак тур", "сан тур ооо мак"])
def test_short_words_of_a_name_that_is_not_turkish_stay_as_they_are(name: str) -> None:
    assert written_in_turkish(tuple(name.split())) == tuple(name.split())
