"""Whether two words of Chinese names differ by a syllable: that is another word, and not a slip."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from screening.matching.joining import hangul
from screening.matching.persons import shared_families
from screening.names.chinese import PALLADIUS
from screening.names.chinese_by_ear import schemes
from screening.names.neighbours_in_korean import chinese_syllables
from screening.names.parsing import Part
from screening.names.pinyin import syllable_count
from screening.names.places import place
from screening.names.scripts import CONSONANT_SCRIPTS

CHINESE: Final = frozenset({"CN", "HK", "MO", "TW"})
LONG_PINYIN: Final = 7


class OtherSyllables:
    """Compares words of two names by their syllables, where the names are Chinese, which is asked only when needed."""

    def __init__(self, left: Sequence[Part], right: Sequence[Part], *, person: bool) -> None:
        self._left, self._right, self._person = left, right, person

    def differ(self, left: Part, right: Part) -> bool:
        """Whether two words that are spelled alike are of other syllables."""
        fewest = min(_syllables(left), _syllables(right))
        if not fewest or (fewest == 1 and not self._are_given(left, right)):
            return False
        if self._person and shared_families(left.words, right.words):
            return False  # Bae and Pae, which might be two syllables
        if len(left.text) >= LONG_PINYIN and sorted(left.text) == sorted(right.text):
            return False  # letters swapped in a long word: a slip, not another syllable
        return self._one_chinese_family or (fewest > 1 and any(map(_is_chinese, (*self._left, *self._right))))

    def _are_given(self, left: Part, right: Part) -> bool:
        """Whether single syllables are given names, not two spellings of a family name, and not both of Korea."""
        if not self._person or shared_families(left.words, right.words):
            return False
        return not (self._bear_family_name("ko") and hangul((left.text,)) and hangul((right.text,)))

    @cached_property
    def _one_chinese_family(self) -> bool:
        return self._bear_family_name("zh")

    def _bear_family_name(self, language: str) -> bool:
        """Whether both names hold one family name of a language."""
        ours, theirs = ([w for part in side for w in part.words] for side in (self._left, self._right))
        return any(each.startswith(language) for each in shared_families(ours, theirs))


def _syllables(part: Part) -> int:
    """How many Chinese syllables a word is, in characters, in pinyin, or as other languages write it; 0 for others."""
    first = part.words[0]
    if first.script == "Han":
        return max(2, len(first.text))  # characters say which word it is
    if first.script == "Hangul":
        return chinese_syllables(first.text)
    if first.script in CONSONANT_SCRIPTS:
        return 0  # without its vowels a word is of no syllables
    by_ear = (each.text for each in first.readings if each.scheme == PALLADIUS or each.scheme in schemes())
    return syllable_count(part.text) or syllable_count(next(by_ear, ""))


def _is_chinese(part: Part) -> bool:
    """Whether a part is written in Chinese characters or names a place in a Chinese-speaking country."""
    if any(w.script == "Han" for w in part.words):
        return True
    found = [place(concept) for concept in part.concepts] if part.kind == "place" else []
    return any(each is not None and each.country in CHINESE for each in found) or (
        part.kind == "country" and bool(part.concepts & CHINESE)
    )
