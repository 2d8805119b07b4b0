"""Where a script leaves short vowels out, the long ones it writes still tell names of the same consonants apart."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from screening.names.arabic import ARTICLE, is_common_name, without_article
from screening.names.given import is_given_name, nickname_groups
from screening.names.in_use import is_listed
from screening.names.letter_groups import letter_groups
from screening.names.scripts import CONSONANT_SCRIPTS
from screening.names.word import Word
from screening.reference import rules

Heard = tuple[frozenset[str], frozenset[str]]
"""Letters as they are written, and the Latin letters of which one at least stands for them."""


class _Vowels(NamedTuple):
    """What letters say about vowels, from ``scripts/unwritten_vowels.toml``."""

    latin: frozenset[str]
    long_u: tuple[str, ...]
    gliding: tuple[str, ...]
    two_syllables: tuple[str, ...]
    two_at_first: tuple[str, ...]
    other_at_first: tuple[frozenset[str], ...]
    article: tuple[str, ...]
    silent: tuple[tuple[str, str], ...]
    long: tuple[Heard, ...]
    long_between: tuple[Heard, ...]
    long_o: frozenset[str]
    long_i: frozenset[str]
    ends_in_vowel: frozenset[str]
    ends_in_either: frozenset[str]
    ends_in_breath: frozenset[str]
    ends_unheard: frozenset[str]
    open_with_breath: tuple[str, ...]
    breaths: frozenset[str]
    never: tuple[tuple[frozenset[str], tuple[str, ...]], ...]
    inner: frozenset[str]
    inner_breath: frozenset[str]
    inner_latin: frozenset[str]


@cache
def _vowels() -> _Vowels:
    of = rules("scripts/unwritten_vowels.toml")
    latin, long, end, inner = of["latin"], of["long"], of["end"], of["inner"]
    return _Vowels(
        latin=frozenset(latin["vowels"]),
        long_u=tuple(latin["long_u"]),
        gliding=tuple(latin["gliding"]),
        two_syllables=tuple(latin["two_syllables"]),
        two_at_first=tuple(latin["two_at_first"]),
        other_at_first=tuple(map(frozenset, latin["other_at_first"])),
        article=tuple(latin["article"]),
        silent=tuple(of["silent"].items()),
        long=tuple((frozenset(each["letters"]), frozenset(each["heard"])) for each in long.values()),
        long_between=tuple(
            (frozenset(each["letters"]), frozenset(each["between"])) for each in long.values() if each["between"]
        ),
        long_o=frozenset(long["o"]["letters"]),
        long_i=frozenset(long["i"]["letters"]),
        ends_in_vowel=frozenset(end["vowel"]),
        ends_in_either=frozenset(end["either"]),
        ends_in_breath=frozenset(end["breath"]),
        ends_unheard=frozenset(end["silent"]),
        open_with_breath=tuple(end["open_with_breath"]),
        breaths=frozenset(end["breaths"]),
        never=tuple((frozenset(each["letters"]), tuple(each["heard"])) for each in of["never"]),
        inner=frozenset(inner["vowel"]),
        inner_breath=frozenset(inner["breath"]),
        inner_latin=frozenset(inner["latin"]),
    )


def first_vowels_apart(left: str, right: str) -> bool:
    """Whether two Latin words begin in vowels that no two spellings of one name begin in."""
    return {left[0], right[0]} in _vowels().other_at_first


@cache
def _together() -> re.Pattern[str]:
    """Latin letters that stand for one consonant."""
    return re.compile(rf"{'|'.join(letter_groups('consonant'))}|([b-df-hj-np-tx-z])\1")


@lru_cache(maxsize=1 << 16)
def vowels_apart(written: str, latin: str) -> bool:
    """Whether a word of an unvowelled script and one in Latin letters cannot be one, by the vowels that are written.

    Args:
        written: A folded Arabic or Hebrew word.
        latin: A folded Latin word.
    """
    if len(written) < 2 or len(latin) < 2:
        return False
    of = _vowels()
    for silent, spoken in of.silent:
        written = written.replace(silent, spoken)
    if not latin.startswith(of.article):
        written = without_article(written) or written
    if ends_apart(written, latin):
        return True
    inner = set(written[1:-1])
    if any(letters & inner and not heard & set(latin) for letters, heard in of.long):
        return True
    if ARTICLE in written[1:]:
        return False  # the u of an article within the word is not written (Jalal al-Din, Jallalouddin)
    if any(each in latin[1:] for each in of.long_u) and of.long_o.isdisjoint(written):
        return True
    return _apart_between(written, latin)


@lru_cache(maxsize=1 << 16)
def lacks_a_syllable(written: str, latin: str) -> bool:
    """Whether two vowels of two syllables between consonants (Eurasianet) have no letter in a word of an unvowelled
    script, or a word begins with fewer letters than it is heard to: short vowels have none, but of two one is written.

    Args:
        written: A folded Arabic or Hebrew word.
        latin: A reading of a Latin word that has the same consonants.
    """
    of = _vowels()
    if not (latin.startswith(of.two_at_first) or any(each in latin for each in of.two_syllables)):
        return False
    if not latin.startswith(of.article):
        written = without_article(written) or written
    ours, theirs = _between(written, of.inner), _between(latin, of.inner_latin)
    if latin.startswith(of.two_at_first) and len(ours[0]) == 1:
        return True
    if len(ours) != len(theirs):
        return False
    return any(
        not signs and any(each in heard for each in of.two_syllables)
        for signs, heard in zip(ours[1:-1], theirs[1:-1], strict=True)
    )


def long_vowels_tell(left: Word, right: Word) -> bool:
    """Whether two words of one unvowelled script are two names of the same consonants by their long vowels.

    Each has one where the other has none (سالم, سليم), or another than the other (مراد, مريد). Where only one has one
    more, or the same letters stand in another order, that is a way of writing the name, or a slip (هارون, هرون), unless
    both are names in use as they are written (ناصر, نصر).
    """
    if left.script != right.script or left.script not in CONSONANT_SCRIPTS:
        return False
    apart = _long_vowels_apart(left.text, right.text)
    here, there = any(a and not b for a, b in apart), any(b and not a for a, b in apart)
    if here and there and sorted(left.text) != sorted(right.text):
        return True
    if not apart or not nickname_groups(left.text).isdisjoint(nickname_groups(right.text)):
        return False
    return not (here or there) or (_is_in_use(left.text) and _is_in_use(right.text))


@lru_cache(maxsize=1 << 16)
def _long_vowels_apart(left: str, right: str) -> tuple[tuple[str, str], ...]:
    """The long vowels that two folded words of the same consonants have otherwise, but for those at their ends.

    Two together may be the seat of a hamza, or a consonant: they tell nothing.
    """
    if left[0] != right[0] or left[-1] != right[-1]:
        return ()
    long = frozenset[str]().union(*(letters for letters, _ in _vowels().long))
    if [char for char in left[1:] if char not in long] != [char for char in right[1:] if char not in long]:
        return ()
    ours, theirs = (_between(word[1:-1], long) for word in (left, right))
    if len(ours) != len(theirs):
        return ()
    apart = tuple((a, b) for a, b in zip(ours, theirs, strict=True) if a != b)
    return () if any(len(each) > 1 for pair in apart for each in pair) else apart


def _is_in_use(written: str) -> bool:
    return is_given_name(written) or is_listed(written) or is_common_name(written)


def ends_apart(written: str, latin: str) -> bool:
    """Whether a word is heard to end in another way than it is written."""
    of = _vowels()
    open_, heard_open = written[-1] in of.ends_in_vowel, latin[-1] in of.latin
    heard_open = heard_open or (latin.endswith(of.open_with_breath) and written[-1] not in of.breaths)
    if heard_open and not open_ and latin[-1] not in of.ends_unheard:
        return True
    if open_ and not heard_open and written[-1] not in of.ends_in_either and latin[-1] not in of.ends_in_breath:
        return True
    return any(written[-1] in letters and latin.endswith(heard) for letters, heard in of.never)


def _apart_between(written: str, latin: str) -> bool:
    """Whether a vowel that is written between two consonants is another one in Latin letters, or a y is not written."""
    of = _vowels()
    ours, theirs = _between(written, of.inner), _between(latin, of.inner_latin)
    if len(ours) != len(theirs):
        ours = _between("".join(char for char in written if char not in of.inner_breath), of.inner)
        theirs = _between("".join(_no_breath(latin)), of.inner_latin)
    if len(ours) != len(theirs):
        return False
    return any(_other_vowel(sign, heard) for sign, heard in zip(ours[1:-1], theirs[1:-1], strict=True))


def _other_vowel(signs: str, heard: str) -> bool:
    of = _vowels()
    if any(letters & set(signs) and not sounds & set(heard) for letters, sounds in of.long_between):
        return True
    return any(each in heard for each in of.gliding) and of.long_i.isdisjoint(signs)


def _no_breath(latin: str) -> str:
    return "".join(char for char in _together().sub(_one, latin) if char != "h")


def _one(found: re.Match[str]) -> str:
    """One letter for letters that are one consonant."""
    return found[1] or "x"


def _between(word: str, vowels: frozenset[str]) -> list[str]:
    """What stands before, between and behind the consonants of a word; a doubled one counts once."""
    text = _together().sub(_one, word)
    found = [""]
    last = ""
    for char in text:
        if char in vowels:
            found[-1] += char
        elif char != last or found[-1]:
            found.append("")
        last = char
    return found
