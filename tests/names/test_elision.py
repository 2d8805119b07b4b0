"""French and Italian words keep their meaning behind an article without its vowel."""

from __future__ import annotations

import pytest

from screening.names.elision import without_article
from screening.names.other_names import names_of
from screening.names.tokens import words
from screening.names.vocabulary import meanings


@pytest.mark.parametrize(
    ("text", "concept"),
    [("l'Electricité", "electric"), ("d’Algérie", "DZ"), ("dell'Industria", "industry"), ("L'AVIATION", "aviation")],
)
def test_a_word_behind_an_article_means_what_it_means_alone(text: str, concept: str) -> None:
    assert concept in {meaning.concept for meaning in meanings(*words(text))}


@pytest.mark.parametrize("text", ["Dawning", "Links", "Levent", "Duran", "Latina", "Diran"])
def test_words_that_only_look_so_keep_to_themselves(text: str) -> None:
    assert not {meaning.kind for meaning in meanings(*words(text))} & {"descriptor", "country", "place"}


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("L'ETOILE DU CROISIC", "ETOILE DU CROISIC"),
        ("L’Étoile Transport SARL", "Étoile Transport SARL"),
        ("Étoile de l'Ouest", "Étoile de l'Ouest"),
        ("Lorient", "Lorient"),
        ("L'An", "L'An"),
    ],
)
def test_a_name_behind_an_elided_article_is_known_without_it(name: str, bare: str) -> None:
    assert without_article(name) == bare
    assert bare in names_of(name, "Vessel")
    assert bare in names_of(name, "Company")
