"""Towns of Russia, Ukraine and Belarus as the languages of Europe write and inflect them."""

from __future__ import annotations

import pytest

from screening.names import town_spellings
from screening.names.places import is_place_adjective, is_seat
from screening.names.tokens import words
from screening.names.vocabulary import meanings
from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("town", "forms"),
    [
        ("izhevsk", "Ischewsk Ischewsker Iżewsk Iżewski Iževsk Iževský Izsevszk Ijevsk Izjevsk Iżewskiego Iževská"),
        ("perm", "Permės Permas Permer Permi Permsky"),
        ("kurgan", "Kurgans Kurganer Kurgani Kurgano Kurganas"),
        ("chelyabinsk", "Tscheljabinsk Tscheljabinsker Czelabińsk Čeljabinsk Cseljabinszk Tjeljabinsk Tcheliabinsk"),
        ("ulyanovsk", "Uljanovsk Uljanovský Uljanowsk Oulianovsk Uljanovszk Uljanovskin"),
        ("tula", "Tulas Tulos Tulaer"),
        ("novosibirsk", "Nowosibirsk Nowosibirsker Novoszibirszk Nowosybirsk"),
    ],
)
def test_a_town_is_known_in_the_spellings_of_europe(town: str, forms: str) -> None:
    unknown = [form for form in forms.split() if town not in {each.concept for each in meanings(*words(form))}]
    assert unknown == []


@pytest.mark.parametrize("name", ["ижевск", "Пермь", "Орша"])
def test_spellings_are_each_told_once(name: str) -> None:
    spelt = list(town_spellings.spelt(name))
    assert len(spelt) == len(set(spelt)) >= 1
    assert all(each.isascii() and each.isalpha() for each in spelt)


def test_towns_of_several_words_are_spelt_word_by_word() -> None:
    assert {"nischni nowgorod", "nizni novgorod"} <= set(town_spellings.spelt("Нижний Новгород"))


@pytest.mark.parametrize("name", ["Izhevsk", "Nizhny Новгород", "", "Тбілісі-1"])
def test_no_spellings_are_made_of_other_names(name: str) -> None:
    assert list(town_spellings.spelt(name)) == []


def test_family_names_in_towns_letters_stay_family_names() -> None:
    """Saratova and Orlova are women, whatever Latvians make of the towns."""
    for name in ("saratova", "pushkina", "lvova"):
        assert not any(each.kind == "place" for each in meanings(name)), name


def test_an_inflected_town_is_neither_an_adjective_nor_a_seat() -> None:
    assert is_seat("kurgan", ["kurgan"])
    assert not is_seat("kurgans", ["kurgan"])
    assert not is_place_adjective("kurgans", "kurgan")
    assert is_place_adjective("курганский", "kurgan")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kurgans maskinbyggnadsfabrik", "Курганский машиностроительный завод"),
        ("Permės parako gamykla", "Пермский пороховой завод"),
        ("Iżewskie Zakłady Mechaniczne", "Ижевский механический завод"),
    ],
)
def test_a_plant_of_a_town_in_two_languages(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kurgans maskinbyggnadsfabrik", "Пермский машиностроительный завод"),
        ("Permės parako gamykla", "Казанский пороховой завод"),
        ("Ischewsker Werk", "Permer Werk"),
    ],
)
def test_plants_of_two_towns_are_two(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")
