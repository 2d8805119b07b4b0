"""Chinese and Japanese names as Korean writes them by sound: 더룬 is Derun, 다카하시 Takahashi.

Korean reads no characters of such names but writes the syllables of the other language, by rules of its own
(``scripts/neighbours_in_korean.tsv``): a word all of whose syllables are of one language may be such a name. The words
of business behind them it does read by their characters (정공: 精工, Seiko).
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import islice, product
from typing import Final, NamedTuple

from screening.names.keys import Key
from screening.names.korean import letters_of
from screening.reference import table

CHINESE: Final = "zh"
JAPANESE: Final = "ja"
LABELS: Final = {CHINESE: "Chinese as Korean writes it", JAPANESE: "Japanese as Korean writes it"}
OF_BUSINESS: Final = "Japanese word whose characters Korean reads so"
FEWEST: Final = {CHINESE: 2, JAPANESE: 3}
"""Syllables of the language in a word; most Korean words of fewer could be read so."""
LONGEST: Final = 8
"""Hangul syllables of a word that is read."""
MOST: Final = 3
"""Readings of a word in one language."""
_LONGEST_SYLLABLE: Final = 3
_NASAL, _DOUBLING = "ㄴ", "ㅅ"
_FIRST_CODE: Final = 0xAC00
_FINALS: Final = 28
"""Syllables of Hangul of one beginning and vowel."""


class _Syllable(NamedTuple):
    """What a syllable may be, and what else at the beginning of a word."""

    anywhere: tuple[str, ...]
    first: tuple[str, ...]


@cache
def _syllables(language: str) -> dict[str, _Syllable]:
    rows = table("scripts/neighbours_in_korean.tsv").rows
    return {
        row["hangul"]: _Syllable(tuple(row["latin"].split()), tuple(row["first"].split()))
        for row in rows
        if row["language"] == language
    }


@lru_cache(maxsize=1 << 12)
def keys(word: str) -> tuple[Key, ...]:
    """Readings of a word of Hangul as a Chinese and as a Japanese name; none where it can be neither."""
    if len(word) > LONGEST or len(letters_of(word)) != len(word):
        return ()
    of_business = [Key(reading, OF_BUSINESS) for reading in _japanese_words().get(word, ())]
    by_sound = [
        Key(reading, LABELS[language])
        for language, pieces in ((CHINESE, _chinese(word)), (JAPANESE, _japanese(word)))
        if len(pieces) >= FEWEST[language]
        for reading in islice(map("".join, product(*pieces)), MOST)
    ]
    return (*of_business, *by_sound)


@cache
def _japanese_words() -> dict[str, tuple[str, ...]]:
    """The readings of Japanese words of business, by how Korean reads their characters (정공: seiko)."""
    found: dict[str, tuple[str, ...]] = {}
    for row in table("scripts/japanese_business_words.tsv").rows:
        if row["hangul"]:
            found[row["hangul"]] = (*found.get(row["hangul"], ()), row["reading"])
    return found


def chinese_syllables(word: str) -> int:
    """How many Chinese syllables a word of Hangul may be; 0 where it is no such word."""
    return len(_chinese(word)) if len(word) <= LONGEST else 0


def _chinese(word: str) -> list[tuple[str, ...]]:
    """What each Chinese syllable of a word may be, the fewest that make it; nothing where others stand in it."""
    known = _syllables(CHINESE)
    best: list[list[tuple[str, ...]] | None] = [[]]
    for end in range(1, len(word) + 1):
        ways = [
            [*before, found.anywhere]
            for start in range(max(0, end - _LONGEST_SYLLABLE), end)
            if (before := best[start]) is not None and (found := known.get(word[start:end]))
        ]
        best.append(min(ways, key=len, default=None))
    return best[-1] or []


def _japanese(word: str) -> list[tuple[str, ...]]:
    """What each mora of a word may be; nothing where another syllable stands in it."""
    known = _syllables(JAPANESE)
    pieces: list[tuple[str, ...]] = []
    doubled = False
    for at, (char, (_, _, final)) in enumerate(zip(word, letters_of(word), strict=True)):
        code = ord(char) - _FIRST_CODE
        found = known.get(chr(_FIRST_CODE + code - code % _FINALS))
        if found is None or final not in ("", _NASAL, _DOUBLING):
            return []
        of = found.anywhere if at else (*found.first, *found.anywhere)
        ending = "n" if final == _NASAL else ""
        pieces.append(tuple(f"{each[0] if doubled else ''}{each}{ending}" for each in of))
        doubled = final == _DOUBLING
    return [] if doubled else pieces
