"""Chinese names: pinyin of Han characters, surnames as spelled abroad, Wade-Giles and Palladius read back."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from anyascii import anyascii

from screening import reference
from screening.names.keys import Key, distinct

_LONGEST_NAME: Final = 4  # characters of a personal name, surname of two included
_LONGEST_WORD: Final = 4  # characters of a word with a reading of its own
_LONGEST_SYLLABLE: Final = 6
_MOST_SYLLABLES: Final = 2  # of a given name: longer words are Russian ones that happen to fit
_ABROAD: Final = (("cantonese", "Cantonese"), ("taiwan", "Wade-Giles (Taiwan)"), ("hokkien", "Hokkien"))
PALLADIUS: Final = "Palladius (Chinese)"


@cache
def _readings() -> dict[str, dict[str, str]]:
    """Readings by kind: char, surname, word."""
    found: dict[str, dict[str, str]] = {"char": {}, "surname": {}, "word": {}}
    for row in reference.table("scripts/han_readings.tsv").rows:
        found[row["kind"]][row["han"]] = row["pinyin"]
    for row in reference.table("scripts/chinese_surnames.tsv").rows:
        found["surname"].setdefault(row["han"], row["pinyin"])
    return found


@cache
def _abroad() -> dict[str, tuple[tuple[str, str], ...]]:
    """Han surname → spellings elsewhere with their scheme."""
    found = {}
    for row in reference.table("scripts/chinese_surnames.tsv").rows:
        found[row["han"]] = tuple((spelling, label) for column, label in _ABROAD for spelling in row[column].split())
    return found


@cache
def _latin_surnames() -> dict[str, tuple[str, ...]]:
    """Unusual Latin spelling → pinyin surnames it may stand for."""
    found: dict[str, tuple[str, ...]] = {}
    for row in reference.table("scripts/chinese_surnames.tsv").rows:
        for spelling in row["latin_side"].split():
            known = found.get(spelling, ())
            if row["pinyin"] not in known:
                found[spelling] = (*known, row["pinyin"])
    return found


@cache
def _syllables(column: str) -> dict[str, tuple[str, ...]]:
    """Syllable as the system of that column writes it → pinyin, unaspirated and aspirated where marks are
    lost."""
    found: dict[str, tuple[str, ...]] = {}
    for row in reference.table("scripts/chinese_syllables.tsv").rows:
        known = found.get(row[column], ())
        if row["pinyin"] not in known:
            found[row[column]] = (*known, row["pinyin"])
    return found


def pinyin(han: str) -> list[str]:
    """The pinyin syllables of a run of Han characters, without tones; longest known words first."""
    readings = _readings()
    out: list[str] = []
    at = 0
    while at < len(han):
        for size in range(min(_LONGEST_WORD, len(han) - at), 1, -1):
            word = readings["word"].get(han[at : at + size])
            if word:
                out.append(word)
                at += size
                break
        else:
            char = han[at]
            out.append(readings["char"].get(char) or _letters(char))
            at += 1
    return [syllable for syllable in out if syllable]


@lru_cache(maxsize=1 << 13)
def _letters(char: str) -> str:
    return "".join(each for each in anyascii(char).lower() if each.isalnum())


def name_parts(han: str) -> tuple[str, str] | None:
    """Surname and given name of what may be a Chinese personal name of two to four characters; else None."""
    surnames = _readings()["surname"]
    if not 2 <= len(han) <= _LONGEST_NAME:
        return None
    for size in (2, 1):
        if size < len(han) and han[:size] in surnames and len(han) - size <= 2:
            return han[:size], han[size:]
    return None


def keys(han: str) -> tuple[Key, ...]:
    """Readings of a run of Han characters, joined: as a personal name first, then plain, then surnames
    abroad."""
    found: list[Key] = []
    plain = "".join(pinyin(han))
    parts = name_parts(han)
    surnames = _readings()["surname"]
    if parts:
        given = "".join(pinyin(parts[1]))
        found.append(Key(surnames[parts[0]] + given, "pinyin"))
    elif han in surnames:
        found.append(Key(surnames[han], "pinyin"))
    found.append(Key(plain, "pinyin"))
    surname = parts[0] if parts else han
    rest = "".join(pinyin(parts[1])) if parts else ""
    found.extend(Key(spelling + rest, label) for spelling, label in _abroad().get(surname, ()))
    return distinct(found)


def latin_keys(word: str) -> list[Key]:
    """Pinyin a folded Latin word may stand for: Wade-Giles syllables, surnames as spelled abroad."""
    found = [Key(each, "surname as spelled abroad (Chinese)") for each in _latin_surnames().get(word, ())]
    if word not in _syllables("pinyin"):  # what is pinyin as it stands is taken for pinyin
        found.extend(Key(each, "Wade-Giles") for each in _syllables("wade_giles").get(word, ()))
    return found


@lru_cache(maxsize=1 << 15)
def palladius(word: str) -> Key | None:
    """The pinyin of a folded Cyrillic word made of Palladius's syllables only (цзиньпин → jinping)."""
    if len(word) > _MOST_SYLLABLES * _LONGEST_SYLLABLE:
        return None
    table = _syllables("palladius")
    best: dict[int, tuple[str, ...]] = {0: ()}
    for at in range(len(word)):
        if at in best:
            for size in range(_LONGEST_SYLLABLE, 0, -1):
                for syllable in table.get(word[at : at + size], ())[:1]:
                    if at + size <= len(word):
                        best.setdefault(at + size, (*best[at], syllable))
    written = best.get(len(word))
    if not written or len(written) > _MOST_SYLLABLES:
        return None
    return Key("".join(written), PALLADIUS)
