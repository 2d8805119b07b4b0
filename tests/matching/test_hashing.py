"""Sums and letters of words, many at once."""

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
