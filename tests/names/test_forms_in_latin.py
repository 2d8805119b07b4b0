"""Legal forms of languages in Cyrillic are known in whatever Latin letters they are written."""

from __future__ import annotations

from itertools import product

import pytest

from screening import compare_names
from screening.names.forms_in_latin import bones
from screening.names.tokens import words
from screening.names.vocabulary import segment

COMPANY = ("obshchestvo", "obschestvo", "obshestvo", "obščestvo", "obŝestvo", "obshhestvo")
LIMITED = ("ogranichennoy", "ogranichennoi", "ogranichennoj", "ograničennoj")
LIABLE = ("otvetstvennostyu", "otvetstvennostiu", "otvetstvennost'ju", "otvetstvennostʹû")
STOCK = ("aktsionernoe", "aktsionernoye", "akcionernoe", "aktcionernoe")
PUBLIC = ("publichnoe", "publichnoye", "publičnoe", "otkrytoe", "otkritoye", "zakrytoye")


def forms_of(text: str) -> list[list[str]]:
    return [[m.concept for m in each.meanings if m.kind == "legal_form"] for each in segment(words(text))]


@pytest.mark.parametrize("form", [f"{a} s {b} {c}" for a, b, c in product(COMPANY, LIMITED, LIABLE)])
def test_a_limited_company_in_any_spelling(form: str) -> None:
    assert forms_of(f"{form} Zarnitsa-17") == [["llc"], [], []]


@pytest.mark.parametrize("form", [f"{a} {b} {c}" for a, b, c in product(PUBLIC, STOCK, COMPANY)])
def test_a_joint_stock_company_in_any_spelling(form: str) -> None:
    found = forms_of(f"{form} Zarnitsa")
    assert len(found) == 2
    assert found[0]


@pytest.mark.parametrize(
    "form",
    [
        "Tovarischestvo s ogranichennoi otvetstvennostiu",
        "Jauapkersiligi shekteuli seriktestigi",
        "Tovarystvo z obmezhenoju vidpovidaljnistju",
        "Druzhestvo s ogranichena otgovornost",
        "Federal'noe gosudarstvennoe unitarnoe predpriiatie",
    ],
)
def test_forms_of_other_languages(form: str) -> None:
    assert len(forms_of(f"{form} Zarnitsa")) == 2


@pytest.mark.parametrize("text", ["Obshchestvo Lyubiteley Knigi", "Sever Zapad", "Stock Obscure Ltd", "Otkrytoe More"])
def test_other_words_are_no_such_form(text: str) -> None:
    assert len(forms_of(text)) == len(words(text))


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("общество", "obschestvo"),
        ("ответственностью", "otvetstvennostju"),
        ("акционерное", "akcionernoye"),
        ("жауапкершілігі", "jauapkersiligi"),
        ("хозяйственное", "hozjajstvennoe"),
    ],
)
def test_a_word_has_the_same_consonants_in_both_alphabets(cyrillic: str, latin: str) -> None:
    assert bones(cyrillic) == bones(latin)


def test_a_firm_is_itself_whatever_its_form_is_written_like() -> None:
    left, right = "OBSHESTVO S OGRANICHENNOJ OTVETSTVENNOSTYU ZARNITSA", "ООО «Зарница»"
    assert compare_names(left, right, schema="Company").score > 0.95
