"""Korean given names in Latin or Cyrillic letters, read back into Hangul: Seok-yeol and Suk Yeol may be one name.

Few people of Korea write their names by any system, so two Latin spellings are alike when some Hangul may lie
behind both. That is generous, and asked only where both names bear one Korean family name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice, product
from typing import Final

from screening.names.folding import fold
from screening.names.given import is_given_name, surnames
from screening.names.in_use import is_listed
from screening.names.rarity import is_known
from screening.names.scripts import script_of
from screening.names.signs import sign
from screening.reference import table

MOST_READINGS: Final = 128
MOST_WRITTEN: Final = 8
LONGEST: Final = 18
SHORTEST_FIRM: Final = 6
"""Letters of a firm's Korean name in Latin."""
_SYSTEMS: Final = ("revised", "mccune", "dprk", "personal")
_NASALS: Final = frozenset("ㄴㅇ")
_LONGEST_SPELLING: Final = 4
_LETTERS_OF_SYLLABLE: Final = 3
_PLACES: Final = ("initial", "vowel", "final")


@cache
def _spellings() -> dict[str, dict[str, frozenset[str]]]:
    """By place in the syllable: Latin spelling → the letters it may stand for, of those heard alike one."""
    found: dict[str, dict[str, set[str]]] = {place: {} for place in _PLACES}
    alike: dict[tuple[str, str], str] = {}
    for row in table("scripts/korean_letters.tsv").rows:
        letter = alike[row["place"], row["letter"]] = row["one_of"] or row["letter"]
        for system in _SYSTEMS:
            found[row["place"]].setdefault(row[system], set()).add(letter)
    for row in table("scripts/korean_spellings.tsv").rows:
        for spelling in row["spellings"].split():
            found[row["place"]].setdefault(spelling, set()).add(alike[row["place"], row["letter"]])
    return {
        place: {spelling: frozenset(letters) for spelling, letters in each.items()} for place, each in found.items()
    }


@lru_cache(maxsize=1 << 14)
def hangul_readings(latin: str) -> frozenset[str]:
    """The runs of Hangul letters a folded Latin or Cyrillic word may spell; empty when it is no Korean name."""
    if (not latin.isascii() and script_of(latin) != "Cyrillic") or not latin.isalpha() or len(latin) > LONGEST:
        return frozenset()
    return _runs(latin) if _made_of_syllables().fullmatch(latin) else frozenset()


def _runs(latin: str) -> frozenset[str]:
    partial: list[set[str]] = [set() for _ in range(len(latin) + 1)]
    partial[0].add("")
    for start in range(len(latin)):
        if not partial[start]:
            continue
        for end, syllable in _syllables(latin, start):
            room = MOST_READINGS - len(partial[end])
            partial[end].update(sorted(before + syllable for before in partial[start])[: max(0, room)])
    return frozenset(partial[-1])


@cache
def _made_of_syllables() -> re.Pattern[str]:
    """What words are like that Korean syllables may spell: most words of other languages are told at once."""
    initial, vowel, final = ("|".join(sorted(map(re.escape, each), key=len, reverse=True)) for each in _places())
    return re.compile(f"(?:(?:{initial})(?:{vowel})(?:{final}))+")


@lru_cache(maxsize=1 << 14)
def are_one_name(cyrillic: str, latin: str) -> bool:
    """Whether a folded Cyrillic word and a Latin one may spell one Korean name (енсин, youngshin).

    Only where the Latin word is spelled as hardly another language than Korean is, and the other is no known name.
    """
    if not latin.isascii() or len(latin) < SHORTEST_FIRM or not sign("korean").search(latin) or is_known(latin):
        return False
    if script_of(cyrillic) != "Cyrillic" or is_given_name(cyrillic) or is_listed(cyrillic) or surnames(cyrillic):
        return False
    return not hangul_readings(cyrillic).isdisjoint(hangul_readings(latin))


@cache
def _hanja() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in table("scripts/hanja_readings.tsv").rows:
        for char in fold(row["characters"]):
            found[char] = (*found.get(char, ()), row["hangul"])
    return found


@lru_cache(maxsize=1 << 12)
def hangul_behind(han: str) -> tuple[str, ...]:
    """How folded Chinese characters of a Korean name are written in Hangul; nothing where one is not known."""
    syllables = [_hanja().get(char, ()) for char in han]
    return tuple("".join(each) for each in islice(product(*syllables), MOST_WRITTEN))


@lru_cache(maxsize=1 << 14)
def is_korean_syllable(latin: str) -> bool:
    """Whether a folded word may be one syllable of a Korean name (il, chol, sang)."""
    return latin.isascii() and any(len(reading) <= _LETTERS_OF_SYLLABLE for reading in hangul_readings(latin))


@cache
def _places() -> tuple[dict[str, tuple[int, tuple[str, ...]]], ...]:
    """For each place in the syllable: spelling → its rank in the table, and the letters it may stand for."""
    spellings = _spellings()
    of = {place: spellings[place].items() for place in _PLACES}
    return (
        {text: (rank, tuple(sorted(letters))) for rank, (text, letters) in enumerate(of["initial"])},
        {text: (rank, tuple(sorted(letters))) for rank, (text, letters) in enumerate(of["vowel"]) if text},
        {text: (rank, _heard(letters) if text else ("",)) for rank, (text, letters) in enumerate(of["final"])},
    )


def _begun(
    latin: str, start: int, known: dict[str, tuple[int, tuple[str, ...]]]
) -> list[tuple[int, int, tuple[str, ...]]]:
    """The spellings of a place that stand here: rank, end, letters; in the table's order."""
    found = []
    for end in range(start, min(len(latin), start + _LONGEST_SPELLING) + 1):
        each = known.get(latin[start:end])
        if each is not None:
            found.append((each[0], end, each[1]))
    found.sort()
    return found


def _syllables(latin: str, start: int) -> list[tuple[int, str]]:
    """Every syllable that may stand at a place of the word: where it ends, and its letters."""
    initials, vowels, finals = _places()
    return [
        (final_end, i + v + f)
        for _, initial_end, initial in _begun(latin, start, initials)
        for _, vowel_end, vowel in _begun(latin, initial_end, vowels)
        for _, final_end, final in _begun(latin, vowel_end, finals)
        for i in initial
        for v in vowel
        for f in final
    ]


def _heard(finals: frozenset[str]) -> tuple[str, ...]:
    """Finals are heard in seven ways only: any of those that one spelling stands for will do."""
    if finals == _NASALS:
        return tuple(sorted(finals))  # Cyrillic writes both with one letter
    return (min(finals),)
