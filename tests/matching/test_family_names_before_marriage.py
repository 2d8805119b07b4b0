"""Women told by a family name before or since marriage, and persons told by two names with "@" between."""

from __future__ import annotations

import pytest

from screening.names.wives import beside_husbands_family
from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ornella Vitturi in Castagnaro", "Ornella Vitturi"),
        ("Ornella Vitturi in Castagnaro", "Ornella Castagnaro"),
        ("Vitturi Ornella in Castagnaro", "Ornella Castagnaro"),
        ("Bruna Zecchin ved. Rigamonti", "Bruna Rigamonti"),
        ("Milena Kostić rođ. Vranješ", "Милена Врањеш"),
        ("Милена Костић рођ. Врањеш", "Milena Kostic"),
        ("Радка Тонева родена Кьосева", "Radka Kyoseva"),
        ("Berecz Pálné sz. Halmos Judit", "Bereczné Halmos Judit"),
        ("Berecz Pálné sz. Halmos Judit", "Halmos Judit"),
        ("Bereczné Halmos Judit", "Halmos Judit"),
        ("Lim Boon Hock @ Yusof Lim bin Abdullah", "Lim Boon Hock"),
        ("Lim Boon Hock @ Yusof Lim bin Abdullah", "Yusof Lim bin Abdullah"),
    ],
)
def test_either_name_of_a_text_that_tells_both_is_the_persons(left: str, right: str) -> None:
    assert is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ornella Vitturi in Castagnaro", "Lucia Castagnaro"),
        ("Milena Kostić rođ. Vranješ", "Jovana Vranješ"),
        ("Berecz Pálné sz. Halmos Judit", "Berecz Pál"),
        ("Bereczné Halmos Judit", "Bereczné Koltai Judit"),
        ("Bereczné Halmos Judit", "Berecz Judit"),
        ("Lim Boon Hock @ Yusof Lim bin Abdullah", "Abdullah bin Yusof"),
    ],
)
def test_half_of_either_name_is_nobodys(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


@pytest.mark.parametrize("name", ["Kim In Sook", "René Dupont Martin", "Kovácsné Judit", "Maria Rossi"])
def test_names_that_tell_no_husband(name: str) -> None:
    assert beside_husbands_family(name) == ()
