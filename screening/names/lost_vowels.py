"""Words of business that lost vowels: one by a slip or by ear (tozlash, tozalash), or several, to save room (FORWRDNG).

Only words of English and of the Turkic languages are mended so, and only what nothing else is known by.
"""

from __future__ import annotations

from functools import cache, lru_cache, partial
from typing import Final

from screening.garbage import FEWEST, no_collecting
from screening.kept_tables import kept
from screening.names.english import english_words
from screening.names.family_endings import is_family_name
from screening.names.given import is_given_name, is_patronymic, surnames
from screening.names.letters import all_vowels
from screening.names.pinyin import syllable_count
from screening.names.rarity import is_known
from screening.names.vocabulary import meanings
from screening.names.word_tables import INFLECTED, lexicon

LANGUAGES: Final = frozenset({"en", "xx", "", "uz", "uz-Cyrl", "tk", "az", "kk", "kk-Latn", "ky", "tr"})
"""Languages of the tables whose words are mended."""
SHORTEST_WHOLE: Final = 8
"""Letters of a word of business; a shorter one without a vowel may as well be another word."""
SHORTEST: Final = 7
"""Letters of a word that lost one."""
FEWEST_BONES: Final = 6
"""Letters without vowels of a word that may have lost several."""


@lru_cache(maxsize=1 << 15)
def with_vowels(word: str) -> str:
    """A folded word, or the word of business that it is without some of its vowels; the first and last letter stay."""
    if len(word) < SHORTEST or is_known(word):
        return word
    bones = _bones(word)
    every = _by_bones().get(bones, ())
    near = [each for each in every if _lost(each, word, len(bones))]
    if (
        not near
        or word in every
        or not _mean_one(near)
        or word in english_words()
        or meanings(word)
        or syllable_count(word)
    ):
        return word
    named = is_given_name(word) or surnames(word) or is_patronymic(word) or is_family_name(word)
    return word if named else near[0]


def _mean_one(words: list[str]) -> bool:
    """Whether there is one word, or all have a meaning in common."""
    return len(words) == 1 or bool(frozenset.intersection(*(frozenset(m.concept for m in meanings(w)) for w in words)))


def _lost(whole: str, word: str, bones: int) -> bool:
    """Whether a word is the whole one without one of its vowels, or without several of a long one."""
    lost = len(whole) - len(word)
    if lost < 1 or (lost > 1 and bones < FEWEST_BONES) or whole[-1] != word[-1]:
        return False
    letters = iter(whole)
    return all(letter in letters for letter in word)


def _bones(word: str) -> str:
    """The first letter of a word, and its other consonants."""
    return word[0] + word[1:].translate(_unheard())


@cache
def _unheard() -> dict[int, None]:
    return dict.fromkeys(map(ord, all_vowels()))


@cache
@no_collecting(FEWEST)
def _by_bones() -> dict[str, list[str]]:
    """By their letters without vowels, the words of which each means something of business and nothing else, and
    those of phrases that look like one of them without a vowel.
    """
    return kept("lost_vowels", _read)


def _read() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    phrases = lexicon().phrases
    whole = [
        phrase[0]
        for phrase, known in phrases.items()
        if len(phrase) == 1
        and len(phrase[0]) >= SHORTEST_WHOLE
        and phrase[0].isalpha()
        and all(m.kind in INFLECTED and not m.ambiguous and m.language in LANGUAGES for m in known)
    ]
    for word in sorted(whole):
        found.setdefault(_bones(word), []).append(word)
    of_phrases = {word for phrase in phrases if len(phrase) > 1 for word in phrase}
    bones = {word: _bones(word) for word in of_phrases}
    for word in sorted(word for word in of_phrases if bones[word] in found):
        near = found[bones[word]]
        if word not in near and any(map(partial(_lost, word=word, bones=FEWEST_BONES), near)):
            near.append(word)  # a word of a phrase is as it should be
    return found
