"""Cooperatives by what they grow, and Georgian firms by the adjectives of their regions."""

from __future__ import annotations

import pytest

from screening.names.parsing import parse
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("name", "trade", "form"),
    [
        ("Ararat Agricultural Cooperative", "agricultural", "cooperative"),
        ("Muğan kənd təsərrüfatı kooperativi", "kand tasarrufati", "kooperativi"),
        ("სასოფლო-სამეურნეო კოოპერატივი „ალაზნის თაფლი“", "სასოფლო სამეურნეო", "კოოპერატივი"),
        ("«Колос» айыл чарба кооперативи", "айыл чарба", "кооперативи"),
    ],
)
def test_a_legal_form_of_several_words_is_its_form_and_its_trade(name: str, trade: str, form: str) -> None:
    said = [(part.kind, part.text) for part in parse(name, "organisation").parts]
    assert ("descriptor", trade) in said
    assert ("legal_form", form) in said


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Representative Office Winsun", "representative office"),
        ("Ромашка Товарищество собственников жилья", "товарищество собственников жилья"),
        ("Winsun Research and Production Enterprise", "research and production enterprise"),
    ],
)
def test_forms_that_mean_something_else_together_stay_together(name: str, form: str) -> None:
    assert form in {part.text for part in parse(name, "organisation").parts}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Alazani Honey Agricultural Cooperative", "სასოფლო-სამეურნეო კოოპერატივი „ალაზნის თაფლი“"),
        ("Muğan kənd təsərrüfatı kooperativi", "Mugan Agricultural Cooperative"),
        ("Ararat Agricultural Consumer Cooperative", "«Արարատ» գյուղատնտեսական սպառողական կոոպերատիվ"),
        ("한빛영농조합법인", "Hanbit Farming Association Corporation"),
        ("جمعية النور التعاونية الزراعية", "Al Noor Agricultural Cooperative Society"),
        ("СПК «Колос»", "Kolos Agricultural Production Cooperative"),
        ("Megrelian Cheese LLC", "შპს მეგრული ყველი"),
        ("Kakhetian Winemaking LLC", "შპს კახური მეღვინეობა"),
        ("Kutaisi Auto-Mechanical Plant JSC", "სს „ქუთაისის ავტომექანიკური ქარხანა“"),
        ("Gyumri Automechanical Plant", "Գյումրիի ավտոմեխանիկական գործարան"),
        ("Кутаисский автомеханический завод", "სს „ქუთაისის ავტომექანიკური ქარხანა“"),
    ],
)
def test_a_cooperative_or_plant_is_one_in_every_language(left: str, right: str) -> None:
    assert is_match(left, right, "Company")
    assert is_found(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Alazani Wine Agricultural Cooperative", "სასოფლო-სამეურნეო კოოპერატივი „ალაზნის თაფლი“"),
        ("Mil Agricultural Cooperative", "Muğan kənd təsərrüfatı kooperativi"),
        ("Imeretian Cheese LLC", "შპს მეგრული ყველი"),
        ("Kutaisi Mechanical Plant JSC", "სს „ქუთაისის ავტომექანიკური ქარხანა“"),
        ("Kutaisi Electromechanical Plant JSC", "სს „ქუთაისის ავტომექანიკური ქარხანა“"),
        ("Rustavi Auto-Mechanical Plant JSC", "სს „ქუთაისის ავტომექანიკური ქარხანა“"),
    ],
)
def test_another_product_region_or_plant_is_another(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")
