"""Greek firms in Latin letters, as Greeks type them, in English and in Russian declarations."""

from __future__ import annotations

import pytest

from screening.names.cyrillic import greek
from screening.names.romanised_words import romanised
from screening.names.transliteration import token_keys
from screening.names.vocabulary import meanings
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(("word", "typed"), [("Χρυσή", "xrysh"), ("Φως", "fws"), ("Ελαιουργική", "elaiourgikh")])
def test_greek_is_read_as_greeks_type_it(word: str, typed: str) -> None:
    assert typed in {key.text for key in token_keys(word)}


def test_greek_words_of_business_are_known_in_latin_and_cyrillic_letters() -> None:
    assert ("georgika", "michanimata") in romanised("γεωργικά μηχανήματα", "el")
    assert greek("михани́мата".replace("\u0301", "")) == "mihanimata"
    for words in (("georgika", "michanimata"), ("георгика", "миханимата")):
        assert "agricultural_machinery" in {each.concept for each in meanings(*words)}
    assert "fur" in {each.concept for each in meanings("гунарика")}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Viochrom Industrial & Commercial SA", "ΒΙΟΧΡΩΜ Α.Β.Ε.Ε."),
        ("Papadopoulos Commercial and Industrial Company S.A.", "ΠΑΠΑΔΟΠΟΥΛΟΣ ΑΕΒΕ"),
        ("Xrysh Stagona Elaiourgikh AE", "Χρυσή Σταγόνα Ελαιουργική Α.Ε."),
        ("Makedonikh Alieia EPE", "Μακεδονική Αλιεία ΕΠΕ"),
        ("Hliakh Energeia AE", "Ηλιακή Ενέργεια ΑΕ"),
        ("Karagiannis Furniture OE", "Karagiannis Epipla OE"),
        ("ПАНТЕЛИДИС ГУНАРИКА А.Е.", "ΠΑΝΤΕΛΙΔΗΣ ΓΟΥΝΑΡΙΚΑ Α.Ε."),
        ("МАВРИДИС ГУНАРИКА О.Е.", "Mavridis Furs OE"),
        ("КОСТАС ЭЛЕКТРОНИКА Е.П.Е.", "ΚΩΣΤΑΣ ΗΛΕΚΤΡΟΝΙΚΑ ΕΠΕ"),
        ("МАВРИДИС ГЕОРГИКА МИХАНИМАТА ЕПЕ", "ΜΑΥΡΙΔΗΣ ΓΕΩΡΓΙΚΑ ΜΗΧΑΝΗΜΑΤΑ ΕΠΕ"),
    ],
)
def test_a_greek_firm_is_found_however_it_is_written(left: str, right: str) -> None:
    assert is_match(left, right, "Company")
    assert is_found(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Papadopoulos Shipping S.A.", "ΠΑΠΑΔΟΠΟΥΛΟΣ ΑΕΒΕ"),
        ("Makedonikh Alieia EPE", "Θρακική Αλιεία ΕΠΕ"),
        ("Xrysh Stagona Elaiourgikh AE", "Χρυσή Ακτή Ελαιουργική Α.Ε."),
        ("Karagiannis Epipla OE", "Karagiannis Trofima OE"),
        ("МАВРИДИС ГУНАРИКА О.Е.", "Mavridis Foods OE"),
        ("МАВРИДИС ГУНАРИКА ЕПЕ", "ΜΑΥΡΙΔΗΣ ΓΕΩΡΓΙΚΑ ΜΗΧΑΝΗΜΑΤΑ ΕΠΕ"),
        ("Иванов А.Е.", "Иванов О.Е."),  # initials, no legal forms
    ],
)
def test_another_trade_or_initial_is_another(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")
