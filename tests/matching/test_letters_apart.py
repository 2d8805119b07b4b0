"""Names that share little are looked at only where their letters are nearly the same."""

from __future__ import annotations

import numpy as np
import pytest

from screening.matching.bags import bags_of
from screening.matching.candidates import ModeIndex
from screening.matching.letters_apart import ENOUGH, MOST_APART, worth_a_look
from screening.names.parsing import Mode

CUT = 0.4


def looked_at(query: str, listed: str, share: float, mode: Mode) -> bool:
    index = ModeIndex.build([listed], ["Person"], mode)
    bags = bags_of([query], mode, listed=False)
    one = np.zeros(1, np.int64)
    return bool(worth_a_look(bags, index.terms, index.slots, one, one, np.array([share]), CUT, mode)[0])


@pytest.mark.parametrize("mode", ["person", "organisation"])
def test_a_word_in_common_and_other_letters_beside_it_is_not_enough(mode: Mode) -> None:
    assert not looked_at("Boris Kuznetsov", "Boris Shchyaveliy-Lampard", CUT, mode)


@pytest.mark.parametrize(
    ("query", "listed"), [("Baskov Dmitry", "Baskau, Dzmitry"), ("Tkachev Igor", "Tkachou, Igar"), ("李伟", "Li Wei")]
)
def test_two_spellings_are_looked_at_however_little_they_share(query: str, listed: str) -> None:
    assert looked_at(query, listed, CUT, "person")


def test_names_that_share_enough_are_looked_at_whatever_their_letters() -> None:
    assert looked_at("Boris Kuznetsov", "Boris Shchyaveliy-Lampard", CUT * ENOUGH, "person")


def test_ships_are_looked_at_however_they_are_spelt() -> None:
    assert "vessel" not in MOST_APART
    assert looked_at("Horizon", "Sapphire Wave", CUT, "vessel")


def test_nothing_to_look_at_is_nothing() -> None:
    index = ModeIndex.build(["Boris Kuznetsov"], ["Person"], "person")
    bags = bags_of(["Boris"], "person", listed=False)
    none = np.empty(0, np.int64)
    assert len(worth_a_look(bags, index.terms, index.slots, none, none, np.empty(0), CUT, "person")) == 0
