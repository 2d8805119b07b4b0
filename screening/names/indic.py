"""Words in the scripts of India and Sri Lanka in Latin letters, as newspapers and registers there write names.

A letter holds an a of its own, which Hindi, Bengali, Gujarati and Punjabi do not speak at the end of a word or between
two syllables that do without (सुरेश, Suresh; बलबीर, Balbir); stacked letters have none between them (चन्द्र, Chandra). The
scripts' blocks lie side by side, so that one table of letters reads nine of them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple
from unicodedata import normalize

from screening.names.folding import fold
from screening.names.keys import Key, distinct
from screening.reference import table

SCHEME: Final = "Indic names as in the press"
_BLOCK: Final = 0x80
_DEVANAGARI: Final = 0x900
_A: Final = "@"
"""The a that a letter holds."""
_LONGEST: Final = 5
"""Characters of one row of the table of letters at most."""
_WAYS: Final = 4
_LATIN: Final = re.compile("[a-z]+")
_LABIALS: Final = frozenset("pbm")
_VELARS: Final = frozenset("kg")
_SONORANTS: Final = frozenset("rlynmvw")
"""What a cluster ends in behind which the last a is spoken (Chandra), and is not elsewhere (Siddharth)."""


class _Script(NamedTuple):
    first: int
    silent: bool


class _Letter(NamedTuple):
    kind: str
    latin: str


@cache
def scripts() -> dict[str, _Script]:
    """The scripts that are read so, by name."""
    rows = table("scripts/indic_scripts.tsv").rows
    return {row["script"]: _Script(int(row["first"], 16), row["silent"] == "yes") for row in rows}


@lru_cache(maxsize=1 << 14)
def keys(word: str, script: str) -> tuple[Key, ...]:
    """Readings of a folded word in one of `scripts`, the most usual first."""
    known = list(_names().get(word, ()))
    variants = [word]
    for pattern, becomes in _ways(script):
        variants += [put for each in variants[:_WAYS] if (put := pattern.sub(becomes, each)) != each]
    silent = scripts()[script].silent
    read = [_spoken(each, script, silent=silent) for each in variants]
    if silent:
        read += [_spoken(each, script, silent=True, last=True) for each in variants[:_WAYS]]
        read += [_spoken(each, script, silent=False) for each in variants[:2]]
    return distinct(Key(each, SCHEME) for each in (*known, *read))


def _spoken(word: str, script: str, *, silent: bool, last: bool | None = None) -> str:
    """A word as it is spoken; ``silent``: without what is not; ``last`` forces the a at its end to be spoken."""
    sounds = _sounds(word, script)
    if silent:
        _leave_out(sounds, last=last)
    return "".join("a" if each == _A else each for each in sounds)


def _leave_out(sounds: list[str], *, last: bool | None) -> None:
    """Empty each a that is not spoken, from the end to the beginning."""
    end = len(sounds) - 1
    if end > 1 and sounds[end] == _A and not last:
        cluster = not _is_vowel(sounds[end - 2]) and sounds[end - 1][-1:] in _SONORANTS
        if not cluster:
            sounds[end] = ""
    for at in range(end - 1, 1, -1):
        if sounds[at] != _A or at + 2 > end:
            continue
        between = _is_vowel(sounds[at - 2]) and not _is_vowel(sounds[at - 1]) and not _is_vowel(sounds[at + 1])
        if between and sounds[at + 2] and _is_vowel(sounds[at + 2]):
            sounds[at] = ""


def _is_vowel(sound: str) -> bool:
    return sound[:1] in ("a", "e", "i", "o", "u", _A)


def _sounds(word: str, script: str) -> list[str]:
    """The sounds of a word one by one, each a consonant or a vowel; Latin letters and digits as they stand."""
    found: list[str] = []
    pending, doubled = False, False  # whether a consonant waits for its vowel; whether the next one is doubled
    at = 0
    while at < len(word):
        letter, size = _letter_at(word, at, script)
        at += size
        if letter.kind == "mark":
            continue
        if letter.kind in ("sign", "killer"):
            pending = False
            found += [letter.latin] if letter.latin else []
            continue
        if pending and letter.kind != "joined":
            found.append(_A)
        if letter.kind in ("consonant", "joined", "end"):
            found += [letter.latin[0]] if doubled and letter.latin else []
            found.append(letter.latin)
            pending, doubled = letter.kind != "end", False
            continue
        pending = False
        if letter.kind == "double":
            doubled = True
        elif letter.kind == "nasal":
            found.append(_nasal(letter.latin, word, at, script))
        elif letter.latin:
            found.append(letter.latin)
    if pending:
        found.append(_A)
    return found


def _nasal(latin: str, word: str, at: int, script: str) -> str:
    if at == len(word) and not scripts()[script].silent:
        return "m"
    behind = _letter_at(word, at, script)[0].latin[:1] if at < len(word) else ""
    if latin == "n" and behind in _LABIALS:
        return "m"
    return "n" if behind in _VELARS else latin


def _letter_at(word: str, at: int, script: str) -> tuple[_Letter, int]:
    """The letter at a place of a word and how many characters it takes; of what is no letter, digits only."""
    first = scripts()[script].first
    letters = _letters()
    for size in range(min(_LONGEST, len(word) - at), 0, -1):
        own = word[at : at + size]
        found = letters.get(own)
        if found is None and script != "Sinhala":
            found = letters.get("".join(_in_devanagari(char, first) for char in own))
        if found is not None:
            return found, size
    latin = _LATIN.match(word, at)
    if latin:  # what another way to read has put
        return _Letter("sign" if _is_vowel(latin[0]) else "consonant", latin[0]), len(latin[0])
    char = word[at]
    return _Letter("other", char if char.isdigit() else ""), 1


def _in_devanagari(char: str, first: int) -> str:
    place = ord(char) - first
    return chr(_DEVANAGARI + place) if 0 <= place < _BLOCK else char


@cache
def _letters() -> dict[str, _Letter]:
    rows = table("scripts/indic_letters.tsv").rows
    return {fold(row["letter"]): _Letter(row["kind"], row["latin"]) for row in rows if row["kind"] != "way"}


@cache
def _ways(script: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What may be read in another way in a script: a pattern, and what is put for it."""
    first = scripts()[script].first
    return tuple(
        (re.compile(normalize("NFC", row["letter"])), normalize("NFC", row["latin"]))
        for row in table("scripts/indic_letters.tsv").rows
        if row["kind"] == "way" and any(first <= ord(char) < first + _BLOCK for char in row["letter"])
    )


@cache
def _names() -> dict[str, tuple[str, ...]]:
    return {fold(row["name"]): tuple(row["latin"].split()) for row in table("scripts/indic_names.tsv").rows}
