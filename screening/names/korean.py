"""Korean names: Hangul taken apart by arithmetic, in four systems, with the usual spellings of surnames."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Final

from screening import reference
from screening.names.keys import Key, distinct

_FIRST, _LAST = 0xAC00, 0xD7A3
SYSTEMS: Final = (
    ("dprk", "DPRK system of 1992"),
    ("revised", "Revised Romanization"),
    ("mccune", "McCune-Reischauer"),
    ("personal", "personal spelling (Korean)"),
)
"""The systems, and what readings by them are called."""
_PERSONAL: Final = "personal"
_LONGEST_NAME: Final = 4
_LIQUID: Final = "ㄹ"
SILENT: Final = "ㅇ"
"""What stands at the beginning of a syllable that begins with its vowel."""
LIQUID: Final = "l behind a consonant (Korean)"
SOUTHERN: Final = "beginning as in the South (Korean)"
MIXED: Final = "McCune-Reischauer with the beginning of the South (Korean)"
_NASAL: Final = "ㄴ"
_NOT_SAID: Final = frozenset({_LIQUID, _NASAL})
_GLIDES: Final = frozenset("ㅑㅕㅛㅠㅖㅒㅣ")
"""Vowels that begin with i or y."""


@cache
def _letters(system: str) -> dict[str, list[str]]:
    """By place in the syllable what a system writes, in the order that the arithmetic of syllables needs; the Hangul
    letters themselves for "letter".
    """
    found: dict[str, list[str]] = {"initial": [], "vowel": [], "final": []}
    for row in reference.table("scripts/korean_letters.tsv").rows:
        found[row["place"]].append(row[system])
    return found


@cache
def _surnames() -> dict[str, tuple[str, ...]]:
    """Hangul surname → spellings."""
    return {
        row["surname"]: tuple(row["spellings"].split()) for row in reference.table("scripts/korean_surnames.tsv").rows
    }


@cache
def _voiced() -> list[str]:
    """The initials between voiced sounds in McCune-Reischauer, "" where they stay as they are."""
    return _letters("mccune_voiced")["initial"]


def letters_of(hangul: str) -> list[tuple[str, str, str]]:
    """The initial, vowel and final of each syllable of a run of Hangul, a final that is not there as ""; other
    characters are left out.
    """
    places = _letters("letter")
    numbers = [ord(char) - _FIRST for char in hangul if _FIRST <= ord(char) <= _LAST]
    return [
        (
            places["initial"][number // 588],
            places["vowel"][number % 588 // 28],
            places["final"][number % 28],
        )
        for number in numbers
    ]


@cache
def assimilated() -> dict[tuple[str, str], tuple[str, str]]:
    """How the end of a syllable and the beginning of the next are written where they change each other's sound."""
    return {
        (final, row["initial"]): (row["final_as"], row["initial_as"])
        for row in reference.table("scripts/korean_assimilation.tsv").rows
        for final in row["finals"].split()
    }


def romanise(hangul: str, system: str, *, as_spoken: bool = False) -> str:
    """A run of Hangul syllables in one system ("revised", "mccune", "dprk", "personal"), without spaces.

    ``as_spoken``, what syllables make of each other is written (천리, cheolli), as of words and not of given names.
    """
    letters = _letters(system)
    out: list[str] = []
    voiced = False  # whether the sound before is voiced
    apart = letters_of(hangul) if as_spoken and all(_FIRST <= ord(char) <= _LAST for char in hangul) else []
    for at, char in enumerate(hangul):
        if not _FIRST <= ord(char) <= _LAST:
            out.append(char if char.isascii() else "")
            voiced = False
            continue
        number = ord(char) - _FIRST
        initial, vowel, final = number // 588, number % 588 // 28, number % 28
        first = letters["initial"][initial]
        if voiced and system == "mccune":
            first = _voiced()[initial] or first
        sound = letters["vowel"][vowel]
        if system == _PERSONAL and not final and letters_of(char)[0][0] == SILENT:
            sound = _letters("alone")["vowel"][vowel] or sound
        last = letters["final"][final] if final else ""
        if apart:
            first = assimilated().get((apart[at - 1][2], apart[at][0]), ("", first))[1] if at else first
            last = assimilated().get((apart[at][2], apart[at + 1][0]), (last, ""))[0] if at + 1 < len(apart) else last
        out.append(first + sound + last)
        voiced = not final or last in ("n", "m", "ng", "l")
    return "".join(out)


def name_parts(hangul: str) -> tuple[str, str] | None:
    """Surname and given name of what may be a Korean personal name; else None."""
    surnames = _surnames()
    if not 2 <= len(hangul) <= _LONGEST_NAME:
        return None
    for size in (2, 1):
        if size < len(hangul) and hangul[:size] in surnames and len(hangul) - size <= 2:
            return hangul[:size], hangul[size:]
    return None


def keys(hangul: str) -> tuple[Key, ...]:
    """Readings of a run of Hangul, joined: as a personal name in every system, then plain."""
    found: list[Key] = []
    surnames = _surnames()
    parts = name_parts(hangul)
    if parts:
        spellings = surnames[parts[0]]
        for spelling in spellings[:3]:
            found.extend(Key(spelling + romanise(parts[1], system), label) for system, label in SYSTEMS)
    elif hangul in surnames:
        found.extend(Key(each, "surname (Korean)") for each in surnames[hangul])
    plain = [Key(romanise(hangul, system), label) for system, label in SYSTEMS]
    spoken = [Key(romanise(hangul, system, as_spoken=True), label) for system, label in SYSTEMS[:3]]
    liquid = [Key(each, LIQUID) for each in _with_l(hangul)]
    southern = as_in_the_south(hangul)
    if southern != hangul:
        liquid += [Key(romanise(southern, system, as_spoken=True), SOUTHERN) for system, _ in SYSTEMS[1:3]]
    mixed = [Key(each, MIXED) for each in _with_revised_beginning(hangul)]
    return distinct([*found[:9], *plain[:2], *spoken, *liquid, *plain[2:], *mixed, *found[9:]])


def _with_revised_beginning(hangul: str) -> list[str]:
    """A word as firms of the North write it: McCune-Reischauer, but its beginning as in the South (대성, Daesong)."""
    letters = letters_of(hangul[:1])
    if not letters:
        return []
    at = _letters("letter")["initial"].index(letters[0][0])
    first, other = _letters("mccune")["initial"][at], _letters("revised")["initial"][at]
    return [other + romanise(hangul, "mccune")[len(first) :]] if other != first else []


def as_in_the_south(hangul: str) -> str:
    """A word as the South writes and says its beginning: r, and n before i and y, are not said there (룡남산,
    용남산), r before other vowels is n (로동, 노동).
    """
    letters = letters_of(hangul[:1])
    if not letters or letters[0][0] not in _NOT_SAID:
        return hangul
    first, vowel, _ = letters[0]
    if vowel in _GLIDES:
        said = SILENT
    elif first == _LIQUID:
        said = _NASAL
    else:
        return hangul
    places = _letters("letter")["initial"]
    syllable = ord(hangul[0]) - _FIRST
    return chr(_FIRST + places.index(said) * 588 + syllable % 588) + hangul[1:]


def _with_l(hangul: str) -> list[str]:
    """Readings with an l at the beginning of syllables behind a consonant, as people spell firms (한림, Hanlim)."""
    letters = letters_of(hangul)
    if len(letters) != len(hangul):
        return []
    behind = [bool(last[2]) and first[0] == _LIQUID for last, first in pairwise(letters)]
    if not any(behind):
        return []
    starts = [0, *(at for at, liquid in enumerate(behind, start=1) if liquid), len(hangul)]
    pieces = [hangul[start:end] for start, end in pairwise(starts)]
    found = []
    for system in ("revised", "personal", "mccune"):
        first, *others = (romanise(piece, system) for piece in pieces)
        found.append(first + "".join(f"l{each[1:]}" for each in others))
    return found
