"""Latin words read back into Hangul."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from screening.names.korean_latin import LONGEST, _runs, hangul_readings

SYLLABLES = st.sampled_from(["kim", "jong", "chol", "seok", "yeol", "hyun", "u", "il", "ryo", "kkum", "ae", "x", "mo"])


@given(st.lists(SYLLABLES, min_size=1, max_size=5).map("".join) | st.text("aeiouyghjklmnprstwbcdx", min_size=1))
def test_a_word_told_at_once_to_be_no_korean_name_has_no_reading(word: str) -> None:
    if len(word) <= LONGEST:
        assert hangul_readings(word) == _runs(word)


def test_a_word_of_another_language_has_no_reading() -> None:
    assert not hangul_readings("mohammed")
    assert not hangul_readings("petrov")
    assert hangul_readings("seokyeol") & hangul_readings("sukyul")
