"""Sums and letters of words, many at once."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from screening.matching import hashing


@given(st.lists(st.text("abdehiknoru", min_size=1, max_size=9), max_size=5), st.data())
def test_the_letters_of_a_word_say_how_many_edits_it_takes_at_least(words, data):
    other = data.draw(
        st.lists(st.text("abdehiknoru", min_size=1, max_size=9), min_size=len(words), max_size=len(words))
    )
    apart = hashing.letter_sets(words) ^ hashing.letter_sets(other)
    for a, b, bits in zip(words, other, apart.tolist(), strict=True):
        assert bits.bit_count() <= 2 * OSA.distance(a, b)


def test_sums_in_columns_are_those_of_each_text_and_only_some_lose_a_letter_or_share_one() -> None:
    words, others = ["abdul", "", "amin"], ["sound", "as", "nima"]
    both = hashing.sums([*words, *others]).in_columns(2)
    assert both.column(0).value.tolist() == hashing.sums(words).value.tolist()
    assert both.column(1).last.tolist() == hashing.sums(others).last.tolist()
    bare = both.without("a", np.array([True, False]))
    assert bare.value.T.tolist() == [
        hashing.sums(["bdul", "", "min"]).value.tolist(),
        hashing.sums(others).value.tolist(),
    ]
    together = both.take([2]).join(both.take([2]).column([1, 0]), merge=np.array([True, False]))
    assert together.value[0].tolist() == hashing.sums(["aminima", "nimaamin"]).value.tolist()


def test_sums_of_no_words_have_columns_too() -> None:
    assert hashing.sums([]).in_columns(5).value.shape == (0, 5)
