"""First halves of words of firms' names, in several languages."""

from __future__ import annotations

import pytest

from screening import DEFAULT_THRESHOLD, Screener, compare_names
from screening.names.combining_forms import first_half
from screening.names.parsing import name_words
from screening.reference import table


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Gidropribor", "Hydropribor"),
        ("Texnokomplekt", "Tekhnokomplekt"),
        ("Автокомплект", "Autokomplekt"),
        ("Velgor Hydro", "ООО Велгор Гидро"),
        ("Velgor Evro", "Velgor Euro"),
    ],
)
def test_a_first_half_is_one_however_a_language_spells_it(left: str, right: str) -> None:
    found = compare_names(left, right, schema="Company")
    assert found.score >= DEFAULT_THRESHOLD, found.explanation


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Микрокомпозит", "Makrokompozit"),
        ("Аэрокомпозит", "Agrokompozit"),
        ("Metromontazh", "Petromontazh"),
        ("Velgor Micro", "Велгор Макро"),
        ("Velgor Aero", "Velgor Agro"),
        ("Kim LLC", "Him LLC"),
    ],
)
def test_words_of_two_first_halves_are_two_names(left: str, right: str) -> None:
    found = compare_names(left, right, schema="Company")
    assert found.score < DEFAULT_THRESHOLD, found.explanation


@pytest.mark.parametrize(("listed", "asked"), [("GIDROPRIBOR", "Hydropribor"), ("GIDRO", "Hydro LLC")])
def test_a_word_is_found_under_its_other_first_half(listed: str, asked: str) -> None:
    entry = {"entry_id": ["1"], "schema": ["Company"], "name": [listed]}
    import pyarrow as pa

    hits = Screener([pa.table(entry)]).screen(pa.table({"name": [asked], "schema": ["Company"]}))
    assert hits.column("entry_id").to_pylist() == ["1"]


def test_a_form_stands_for_one_concept_only() -> None:
    forms = [form for row in table("words/combining_forms.tsv").rows for form in row["forms"].split()]
    assert len(forms) == len(set(forms))


def test_a_word_that_is_hardly_more_than_a_first_half_has_none() -> None:
    assert first_half("petrov") is None
    assert first_half("аэрокомпозит") == ("aero", "композит")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ΗΛΙΟΚΑΛΩΔΙΑΚΗ ΑΕ", "Heliokalodiaki AE"),
        ("ООО «ВЕКТОР»", 'OOO "BEKTOP"'),  # typed on a Latin keyboard by the look of it
        ("GöyçayGazTikintiMontaj ASC", "OAO Goychay Gaz Tikinti Montazh"),
    ],
)
def test_a_word_is_read_by_its_halves_its_shapes_and_its_capitals(left: str, right: str) -> None:
    found = compare_names(left, right, schema="Company")
    assert found.score >= DEFAULT_THRESHOLD, found.explanation


def test_a_brand_of_three_words_written_together_stays_one() -> None:
    assert name_words("TulparMunayGas") == ("tulparmunaygas",)
    assert name_words("TulparMunayGasTrade") == ("tulpar", "munay", "gas", "trade")


@pytest.mark.parametrize(
    ("together", "apart"),
    [
        ("ҚазҰлтӨнімСауда", "Қаз Ұлт Өнім Сауда"),
        ("АрмГазՇինՎաճառք", "Арм Газ Շին Վաճառք"),
        ("ΕλλΓκαζΤεχνΕμπορία", "Ελλ Γκαζ Τεχν Εμπορία"),
        ("PolGazŚrodekŻelazo", "Pol Gaz Środek Żelazo"),
    ],
)
def test_capitals_within_are_those_of_every_alphabet(together: str, apart: str) -> None:
    assert name_words(together) == name_words(apart)


@pytest.mark.parametrize(
    "name", ["TULPARMUNAYGASTRADE", "McTulparGasTradeOil", "tulparMunayGasTradeOil", "TulparABGasTradeOil"]
)
def test_a_long_word_of_other_capitals_stays_one(name: str) -> None:
    assert name_words(name) == (name.lower(),)
