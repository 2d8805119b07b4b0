"""Bodies of states and national firms, found under any of their names."""

from collections import defaultdict

import pyarrow as pa
import pytest

from screening.matching import DEFAULT_THRESHOLD, Screener, compare_names
from screening.names.national_bodies import usual_names
from screening.names.tokens import words
from screening.names.transcribed import number_of_script
from screening.reference import table

ROWS = table("words/national_bodies.tsv").rows


def test_no_name_is_that_of_two_bodies() -> None:
    bodies: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in ROWS:
        bodies[tuple(words(row["name"]))].add(row["body"])
    assert [name for name, found in bodies.items() if len(found) > 1] == []


def test_no_name_is_of_three_letters_or_one_syllable() -> None:
    for row in ROWS:
        found = words(row["name"])
        letters = sum(len(each) * (1 + (number_of_script(each) > 0)) for each in found)  # a syllable is two at least
        assert letters > 3, row


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("АТ «Українська залізниця»", "JSC Ukrzaliznytsia"),
        ("Azərbaycan Respublikası Dövlət Neft Şirkəti", "SOCAR"),
        ("Türkiye Petrol Rafinerileri A.Ş.", "TÜPRAŞ"),
        ("Росжелдор", "Federal Agency for Railway Transport"),
        ("Федеральное агентство по недропользованию", "Rosnedra"),
        ("АО «НК «Қазақстан темір жолы»", "NC KTZ JSC"),
        ("ΟΛΠ Α.Ε.", "Piraeus Port Authority S.A."),
        ("ОАО «РЖД»", "Russian Railways"),
        ("МГТУ им. Н.Э. Баумана", "Bauman Moscow State Technical University"),
        ("МЧС России", "EMERCOM of Russia"),
        ("北航", "Beihang University"),
        ("Державна митна служба України", "State Customs Service of Ukraine"),
        ("Devlet Su İşleri Genel Müdürlüğü", "General Directorate of State Hydraulic Works"),
        ("관세청", "Korea Customs Service"),
        ("Інститут електрозварювання ім. Є.О. Патона НАН України", "E.O. Paton Electric Welding Institute"),
        ("中国第一重型机械集团有限公司", "中国一重"),
        ("МГУ им. Ломоносова", "Lomonosov Moscow State University"),
        ("НТУУ «КПІ імені Ігоря Сікорського»", "Igor Sikorsky Kyiv Polytechnic Institute"),
        ("КПІ ім. І. Сікорського", "Київський політехнічний інститут імені Ігоря Сікорського"),
        ("КазНТУ имени К. И. Сатпаева", "Satbayev University"),
        ("«Эрдэнэт үйлдвэр» ТӨҮГ", "Erdenet Mining Corporation SOE"),
        ("سازمان پژوهش‌های علمی و صنعتی ایران", "Iranian Research Organization for Science and Technology"),
        ("Հայաստանի էլեկտրական ցանցեր ՓԲԸ", "Electric Networks of Armenia CJSC"),
    ],
)
def test_a_body_is_found_under_another_name_and_the_explanation_says_so(left: str, right: str) -> None:
    found = compare_names(left, right, schema="Company")
    assert found.score >= DEFAULT_THRESHOLD
    screener = Screener([pa.table({"entry_id": ["1"], "name": [right], "schema": ["Company"]})])
    hits = screener.screen(pa.table({"name": [left], "schema": ["Company"]})).to_pylist()
    assert [(hit["matched_name"], hit["subject_name"]) for hit in hits] == [(right, left)]
    assert hits[0]["score"] == found.score
    assert "another name of the body" in hits[0]["explanation"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("中国第一重型机械集团有限公司", "中国二重"),
        ("관세청", "Statistics Korea"),
        ("КНУ им. Ж. Баласагына", "Taras Shevchenko National University of Kyiv"),
        ("МГУ им. Огарёва", "Lomonosov Moscow State University"),
        ("НТУ «ХПІ»", "Kyiv Polytechnic Institute"),
        ("Institute of Electrodynamics of the NAS of Ukraine", "E.O. Paton Electric Welding Institute"),
    ],
)
def test_another_body_of_the_state_is_another(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Company").relation != "same_party"


@pytest.mark.parametrize(
    "name",
    [
        "SOCAR Trading SA",
        "Росжелдорпроект",
        "ΔΕΗ Ανανεώσιμες Α.Ε.",
        "Торговый дом «Укрзалізниця»",
        "IRGC Cooperative Foundation",
        "",
        "LLC",
    ],
)
def test_a_name_with_words_of_its_own_is_no_bodys(name: str) -> None:
    assert usual_names(name) == ()


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("中国电子科技集团公司第五十四研究所", "CETC 第五十四研究所"),
        ("China Electronics Technology Group Corporation 54th Research Institute", "CETC 54th research institute"),
        ("China Aerospace Science and Industry Corporation Second Academy", "CASIC second academy"),
    ],
)
def test_a_numbered_unit_of_a_body_is_told_by_the_bodys_usual_name(name: str, usual: str) -> None:
    assert usual_names(name) == (usual,)
    assert usual_names(usual) == ()


def test_units_of_a_body_under_other_numbers_are_two() -> None:
    found = compare_names("中国电子科技集团公司第五十四研究所", "CETC 38th Research Institute", schema="Company")
    assert found.relation != "same_party"
