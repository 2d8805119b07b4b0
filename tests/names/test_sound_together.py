"""Sounds and skeletons of many words at once are those of each by itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from screening.names.sound import skeleton, sound, sounds_and_skeletons

WORDS = st.one_of(
    st.text(alphabet="abcdehijkmnorstuvwxyz", max_size=12),
    st.text(alphabet="abchksyo -'\n0é", max_size=9),
    st.text(max_size=8),
    st.from_regex(r"[a-z]{60,70}", fullmatch=True),
)


@given(st.lists(WORDS, max_size=40))
def test_many_at_once_give_what_each_gives_alone(tokens: list[str]) -> None:
    expected = {token: (sound(token), skeleton(token)) for token in tokens}
    assert sounds_and_skeletons(tokens) == expected


def test_nothing_gives_nothing() -> None:
    assert sounds_and_skeletons([]) == {}
    assert sounds_and_skeletons([""]) == {"": ("", "")}
