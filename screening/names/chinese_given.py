"""Chinese given names as Hong Kong and Taiwan spell them: 振英 is Zhenying in pinyin, Chun-ying in Cantonese.

A syllable of theirs stands for many characters, so this is asked only where both names bear one Chinese family name.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache, lru_cache
from itertools import islice, product
from typing import Final

from screening.names.chinese import pinyin
from screening.names.pinyin import syllables
from screening.names.scripts import script_of
from screening.reference import table

MOST_SYLLABLES: Final = 3
LONGEST: Final = 20
LONGEST_SYLLABLE: Final = 6
MOST_READINGS: Final = 64

Reading = tuple[str, ...]


@cache
def _of_characters() -> dict[str, tuple[str, frozenset[str]]]:
    """Mandarin reading and Cantonese spellings by character."""
    return {
        row["han"]: (row["pinyin"], frozenset(row["cantonese"].split())) for row in table("scripts/cantonese.tsv").rows
    }


@cache
def _systems() -> tuple[dict[str, frozenset[str]], ...]:
    """Mandarin readings by spelling, in Cantonese and in Wade-Giles without its marks."""
    cantonese: dict[str, set[str]] = {}
    for mandarin, spellings in _of_characters().values():
        for each in spellings:
            cantonese.setdefault(each, set()).add(mandarin)
    wade_giles: dict[str, set[str]] = {}
    for row in table("scripts/chinese_syllables.tsv").rows:
        wade_giles.setdefault(row["wade_giles"], set()).add(row["pinyin"])
    return tuple(
        {spelling: frozenset(readings) for spelling, readings in each.items()} for each in (cantonese, wade_giles)
    )


@cache
def syllables_elsewhere() -> frozenset[str]:
    """Every syllable of Cantonese and of Wade-Giles without its marks."""
    return frozenset().union(*_systems())


def is_chinese_syllable(word: str) -> bool:
    """Whether a folded Latin word is one syllable of Mandarin or Cantonese."""
    return word in syllables() or word in _systems()[0]


def same_given_name(left: str, right: str) -> bool:
    """Whether one word is a Chinese given name in pinyin or characters, and the other it in Cantonese or Wade-Giles.

    Each is folded, and its words are written together.
    """
    ours, theirs = script_of(left) == "Han", script_of(right) == "Han"
    if ours and theirs:
        return False
    if ours or theirs:
        return _spells(right, left) if ours else _spells(left, right)
    if left in syllables() and right in syllables():
        return False  # one syllable of pinyin each: that is how most people write theirs, and these are two (Na, Nan)
    return bool(_mandarin(left) & _behind(right) or _mandarin(right) & _behind(left))


@lru_cache(maxsize=1 << 15)
def syllables_behind(word: str) -> frozenset[str]:
    """The syllables of Mandarin that a folded word of a Chinese given name may hold, however it is spelled."""
    if script_of(word) == "Han":
        return frozenset(pinyin(word))
    readings = _mandarin(word) | _behind(word)
    return frozenset(syllable for reading in readings for syllable in reading)


@lru_cache(maxsize=1 << 13)
def spellings_of(han: str) -> tuple[str, ...]:
    """How folded characters are written in Cantonese or Wade-Giles, one syllable each, together: some ways of many."""
    of = _of_characters()
    each = [sorted(of.get(char, ("", frozenset()))[1]) for char in han]
    heard = [sorted(_wade_giles_of().get(syllable, ())) for syllable in pinyin(han)]
    ways = [each, heard] if len(heard) == len(han) else [each]
    return tuple(
        dict.fromkeys("".join(cut) for way in ways for cut in islice(product(*way), MOST_READINGS) if all(cut))
    )


@cache
def _wade_giles_of() -> dict[str, frozenset[str]]:
    """Wade-Giles spellings without their marks by syllable of pinyin."""
    found: dict[str, set[str]] = {}
    for row in table("scripts/chinese_syllables.tsv").rows:
        found.setdefault(row["pinyin"], set()).add(row["wade_giles"])
    return {syllable: frozenset(spellings) for syllable, spellings in found.items()}


def _spells(latin: str, han: str) -> bool:
    """Whether a Latin word spells characters in Cantonese or Wade-Giles, one syllable each."""
    known = _of_characters()
    ends = {0}
    for char in han:
        spellings = known.get(char, ("", frozenset()))[1]
        ends = {end + len(each) for end in ends for each in spellings if latin.startswith(each, end)}
    if not han or len(latin) in ends:
        return bool(han)
    # A character that is known is spelled as it is heard, not as others of its Mandarin reading are.
    heard = _behind_each(latin)
    return tuple(pinyin(han)) in (heard[1] if all(char in known for char in han) else heard[0] | heard[1])


@lru_cache(maxsize=1 << 13)
def _mandarin(latin: str) -> frozenset[Reading]:
    """A Latin word cut into syllables of pinyin, in every way that makes few of them."""
    return frozenset(_cuts(latin, syllables()))


@lru_cache(maxsize=1 << 13)
def _behind(latin: str) -> frozenset[Reading]:
    """The Mandarin readings of the characters that a Latin word may spell in Cantonese or Wade-Giles."""
    return frozenset().union(*_behind_each(latin))


@lru_cache(maxsize=1 << 13)
def _behind_each(latin: str) -> tuple[frozenset[Reading], ...]:
    """The same by system."""
    return tuple(
        frozenset(
            reading
            for cut in _cuts(latin, known)
            for reading in islice(product(*(sorted(known[each]) for each in cut)), MOST_READINGS * len(cut))
        )
        for known in _systems()
    )


def _cuts(latin: str, known: Container[str]) -> list[Reading]:
    if not latin.isascii() or len(latin) > LONGEST:
        return []
    partial: list[list[Reading]] = [[] for _ in range(len(latin) + 1)]
    partial[0] = [()]
    for end in range(1, len(latin) + 1):
        for start in range(max(0, end - LONGEST_SYLLABLE), end):
            if latin[start:end] in known:
                partial[end] += [(*cut, latin[start:end]) for cut in partial[start] if len(cut) < MOST_SYLLABLES]
    return partial[-1]
