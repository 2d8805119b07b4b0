"""Korean names: Hangul taken apart by arithmetic, in four systems, with the usual spellings of surnames."""

from __future__ import annotations

from functools import cache
from typing import Final

from screening import reference
from screening.names.keys import Key, distinct

_FIRST, _LAST = 0xAC00, 0xD7A3
_SYSTEMS: Final = (
    ("dprk", "DPRK system of 1992"),
    ("revised", "Revised Romanization"),
    ("mccune", "McCune-Reischauer"),
    ("personal", "personal spelling (Korean)"),
)
_LONGEST_NAME: Final = 4


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


def romanise(hangul: str, system: str) -> str:
    """A run of Hangul syllables in one system ("revised", "mccune", "dprk", "personal"), without spaces."""
    letters = _letters(system)
    out: list[str] = []
    voiced = False  # whether the sound before is voiced
    for char in hangul:
        if not _FIRST <= ord(char) <= _LAST:
            out.append(char if char.isascii() else "")
            voiced = False
            continue
        number = ord(char) - _FIRST
        initial, vowel, final = number // 588, number % 588 // 28, number % 28
        first = letters["initial"][initial]
        if voiced and system == "mccune":
            first = _voiced()[initial] or first
        last = letters["final"][final] if final else ""
        out.append(first + letters["vowel"][vowel] + last)
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
            found.extend(Key(spelling + romanise(parts[1], system), label) for system, label in _SYSTEMS)
    elif hangul in surnames:
        found.extend(Key(each, "surname (Korean)") for each in surnames[hangul])
    plain = [Key(romanise(hangul, system), label) for system, label in _SYSTEMS]
    return distinct([*found[:9], *plain, *found[9:]])
