"""Index terms: what a word of a name, or a phrase with a meaning, is looked up by, and what it is worth at most.

Each term has *keys*: hashes of its readings, sounds, skeletons, meanings, and of its sounds with one letter left
out. Two terms are near when they share a key. What a term is worth follows the scorer's own weights
(``lists/rules/matching.toml``), always in its favour where its part in the name is not sure, so that no pair the
scorer would pass is thrown away unread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from screening.matching import hashing, skeletons
from screening.matching.hashing import Sums
from screening.matching.meant import concepts, number, of_ship, telling_words, variants
from screening.matching.syllable_keys import of_firm, of_given_name
from screening.matching.term_keys import Keys
from screening.matching.term_readings import (
    USUAL,
    cut_short,
    read_as,
    readings_of,
    transcription_keys,
    with_beginnings,
)
from screening.matching.worth import is_initial, worth_of
from screening.names import belarusian
from screening.names.letter_groups import beginnings
from screening.names.parsing import Mode
from screening.names.scripts import CONSONANT_SCRIPTS, script_of
from screening.names.sound import sounds_and_skeletons

Array = NDArray[Any]

(
    READING,
    SOUND,
    ONE_OUT,
    SKELETON,
    BONE_OUT,
    MEANING,
    VARIANT,
    INITIAL,
    TOGETHER,
    SYLLABLES,
    CUT,
    TRANSCRIBED,
    ONE_LISTED,
    ONE_ASKED,
) = range(14)
"""Kinds of key; the last two are of one word that meets words together with a consonant left out."""
SHORTEST_TRANSCRIBED: Final = 3
"""Syllables of a foreign word in a firm's name in Chinese, Korean or Japanese: of two there are too many by chance."""
SHORTEST_TOGETHER: Final = 3
SOME_TOGETHER: Final = 4
SHORTEST_SKELETON: Final = 2
SHORTEST_ONE_OUT: Final = 4
SHORTEST_BONE_OUT: Final = 5
SWAPPABLE: Final = 4
_MEANT_IN: Final[dict[Mode, Callable[[str], tuple[str, ...]]]] = {
    "person": number,
    "organisation": concepts,
    "vessel": of_ship,
}
"""What a term of a name of a mode is found by that it means."""
MOST_SOUNDS: Final = 4
TOGETHER_TEXTS: Final = 5
"""Texts of a term that are written together with those of its neighbours."""
FORMS: Final = 4
"""Forms in which a term's spelling is compared: three sounds, and as it is spelt."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Different terms side by side, with their keys.

    Attributes:
        texts: The terms: folded words, or phrases with spaces.
        plain: Whether the sound tells all: the term has one, and its script writes vowels.
        consonants: Whether its script leaves vowels out.
        phrase: Whether it is of several words.
        weight, left_over, as_name, as_father, own, fixed, son, marker: `Worth` of each.
        forms: `FORMS` of each, all first ones first: the sounds of its most usual readings, "" for none (of a phrase
            its text), then the most usual reading.
        letters: Which letters there are in each of the forms, as bits.
        initials: The first letters of its words, as bits like those of the letters; 0 for other scripts.
        begin: The codes of the first three letters of the first sound, and of that reading; 0 for other scripts.
        longest: Letters of the longest of its most usual readings.
        sums: For words written together, sums in columns: of that reading, of its sound, of its skeleton, of that where
            the Arabic article keeps its consonant, of the skeleton of another reading, where there is one.
        reading, bones: The first and the third of them.
        bones_out, bones_out_after, bones_out_of, bones_a: The skeleton with each letter left out, at the beginning and
            behind other words; where those of each term begin, one more at the end; and whether its first is an a.
        swapped: Of words of four letters, a number that is the same when letters are swapped; else 0.
        key, owner, kind: Its keys: hash, number of the term, kind of key.
    """

    texts: list[str]
    forms: Array
    letters: Array
    initials: Array
    begin: Array
    swapped: Array
    plain: Array
    consonants: Array
    phrase: Array
    weight: Array
    left_over: Array
    as_name: Array
    as_father: Array
    own: Array
    fixed: Array
    son: Array
    marker: Array
    longest: Array
    sums: Sums
    reading: Sums
    bones: Sums
    bones_out: Array
    bones_out_after: Array
    bones_out_of: Array
    bones_a: Array
    key: Array
    owner: Array
    kind: Array

    def sure(self, mode: Mode) -> Array:
        """Which terms are compared as words are, wherever in a name of a mode they stand."""
        return ~self.fixed if mode == "person" else self.own


def describe(
    texts: Sequence[str], mode: Mode, korean: Set[int] = frozenset(), chinese: Set[int] = frozenset(), *, listed: bool
) -> Terms:
    """Describe different terms of names of a mode, listed ones or queries.

    ``korean`` and ``chinese`` are those that stand beside a family name of that language.
    """
    readings = [readings_of(text, mode) for text in texts]
    heard = sounds_and_skeletons(
        chain.from_iterable(
            each if " " not in text else (text.replace(" ", ""), *text.split(" "))
            for text, each in zip(texts, readings, strict=True)
        )
    )
    sounds: list[tuple[str, ...]] = []
    bones: list[tuple[str, ...]] = []
    for text, each in zip(texts, readings, strict=True):
        if " " in text:
            sounds.append((text,))
            bones.append(())
        elif len(each) == 1:
            sound, bone = heard[each[0]]
            sounds.append((sound or text,))
            bones.append((bone,))
        else:
            pairs = [heard[reading] for reading in each]
            sounds.append(tuple(dict.fromkeys(sound for sound, _ in pairs if sound)) or (text,))
            bones.append(tuple(dict.fromkeys(bone for _, bone in pairs if bone)))
    worth = [worth_of(text, mode) for text in texts]
    columns = np.array([each[:4] for each in worth], np.float32).reshape(len(worth), 4)
    flags = np.array([each[4:] for each in worth], bool).reshape(len(worth), 4)
    consonants = np.array([not t.isascii() and script_of(t) in CONSONANT_SCRIPTS for t in texts], bool)
    parts = Keys()
    parts.add(READING, [read_as(text, each) for text, each in zip(texts, readings, strict=True)])
    whole_sounds = [(*each, *_as_belarusian(text)) for text, each in zip(texts, sounds, strict=True)]
    parts.add(SOUND, whole_sounds if mode != "organisation" else with_beginnings(texts, whole_sounds))
    parts.add(SKELETON, [tuple(b for b in each if len(b) >= SHORTEST_SKELETON) for each in bones])
    phrase = [" " in text for text in texts]
    spelt = [
        telling_words(text) if of_words and mode == "organisation" else (*dict.fromkeys((*s[:MOST_SOUNDS], r[0])),)
        for text, of_words, s, r in zip(texts, phrase, sounds, readings, strict=True)
    ]
    parts.add_one_out(ONE_OUT, spelt, SHORTEST_ONE_OUT)
    parts.add_one_out(BONE_OUT, [each[:MOST_SOUNDS] for each in bones], SHORTEST_BONE_OUT)
    parts.add(MEANING, [_MEANT_IN[mode](text) for text in texts])
    its_own: list[tuple[str, ...]] = [()] * len(texts)
    if korean or chinese:
        its_own = [of_given_name(text, korean=at in korean, chinese=at in chinese) for at, text in enumerate(texts)]
        parts.add(SYLLABLES, its_own)
    elif mode == "organisation" and not all(map(str.isascii, texts)):
        parts.add(SYLLABLES, [of_firm(text) for text in texts])
    shortest = 1 if mode == "person" else SHORTEST_TRANSCRIBED
    parts.add(
        TRANSCRIBED,
        [
            # a syllable of a Korean or Chinese given name transcribes nothing; a foreign name may stand beside Kim, too
            () if syllables else transcription_keys(text, each, listed=listed, shortest=shortest)
            for text, each, syllables in zip(texts, sounds, its_own, strict=True)
        ],
    )
    if mode == "organisation":
        parts.add(CUT, [cut_short(text, each, listed=listed) for text, each in zip(texts, readings, strict=True)])
    if mode == "person":
        parts.add(VARIANT, [variants(text, each) for text, each in zip(texts, readings, strict=True)])
    whole = [text.replace(" ", "") if " " in text else each[0] for text, each in zip(texts, readings, strict=True)]
    together = [
        skeletons.together(heard[joined][1], small=fixed)
        if " " not in text
        else "".join(skeletons.together(heard[each][1], small=True) for each in text.split(" "))
        for text, joined, fixed in zip(texts, whole, flags[:, 1].tolist(), strict=True)
    ]
    usual = [
        (*dict.fromkeys((bare, *(b for b in skeletons.all_together(each) if unwritten or len(b) >= SOME_TOGETHER))),)
        for each, bare, unwritten in zip(bones, together, consonants.tolist(), strict=True)
    ]
    parts.add_one_out(ONE_LISTED if listed else ONE_ASKED, usual, SHORTEST_BONE_OUT)
    parts.add(TOGETHER, [tuple(bone for bone in each if len(bone) >= SHORTEST_TOGETHER) for each in usual])
    spelt_as = [each[0] for each in readings]
    heard_as = [(*each, "", "")[: FORMS - 1] for each in sounds]
    forms = [*(each[at] for at in range(FORMS - 1) for each in heard_as), *spelt_as]
    parts.add(
        INITIAL,
        [
            _initials(
                {text[:1], *(reading[:1] for reading in each[:USUAL]), sound[0][:1], *_spelled(text)},
                is_initial(text) == listed,
            )
            for text, each, sound in zip(texts, readings, heard_as, strict=True)
        ],
    )
    begun = ["".join(word[0] for word in text.split(" ") if word) if text.isascii() else "" for text in texts]
    letters = hashing.letter_sets([*forms, *begun])
    sums = hashing.sums(
        [
            *whole,
            *(heard[text][0] for text in whole),
            *together,
            *(skeletons.together(heard[text][1]) for text in whole),
            *(skeletons.other(*each) for each in zip(usual, together, whole, strict=True)),
        ]
    ).in_columns(TOGETHER_TEXTS)
    key, owner, kind = parts.made()
    out = skeletons.left_out(together)
    return Terms(
        texts=list(texts),
        forms=np.array([*forms, ""], dtype=object)[:-1],
        letters=letters[: len(forms)],
        plain=np.array([len(each) == 1 for each in sounds], bool) & ~consonants,
        consonants=consonants,
        phrase=np.array(phrase, bool),
        weight=columns[:, 0],
        left_over=columns[:, 1],
        as_name=columns[:, 2],
        as_father=columns[:, 3],
        own=flags[:, 0],
        fixed=flags[:, 1],
        son=flags[:, 2],
        marker=flags[:, 3],
        longest=np.array([max(map(len, each[:USUAL])) for each in readings], np.int64),
        initials=letters[len(forms) :],
        swapped=np.array([sum(ord(c) ** 2 for c in r[0]) if len(r[0]) == SWAPPABLE else 0 for r in readings], np.int64),
        begin=_begin([each[0] for each in heard_as], spelt_as),
        sums=sums,
        reading=sums.column(0),
        bones=sums.column(2),
        bones_out=out.anywhere,
        bones_out_after=out.behind,
        bones_out_of=out.begins,
        bones_a=out.begins_with_a,
        key=key,
        owner=owner,
        kind=kind,
    )


def _as_belarusian(text: str) -> tuple[str, ...]:
    """What stands for a word however Belarusian and Russian spell it; unlike any sound, as it has a sign in it."""
    found = belarusian.key(text)
    return (f"be:{found}",) if found else ()


def _begin(sounds: Sequence[str], spelt: Sequence[str]) -> Array:
    letters = [f"{sound[:3]:3}{text[:3]:3}" for sound, text in zip(sounds, spelt, strict=True)]
    codes = np.array(letters, dtype="U6").view(np.uint32).reshape(len(letters), 6) if letters else np.zeros((0, 6))
    return np.where(codes < 256, codes, 0).astype(np.uint8)


def _spelled(text: str) -> tuple[str, ...]:
    """The letters that names begin with elsewhere which an initial stands for; nothing for other words."""
    return tuple(each[0] for each in beginnings(text)) if len(text) == 1 else ()


def _initials(letters: Set[str], asked: bool) -> tuple[str, ...]:
    """Marks by which an initial meets the names that begin with it, and never a name another name."""
    side = "2" if asked else "1"
    return tuple([side + letter for letter in letters if letter])
