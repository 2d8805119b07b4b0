"""Thai words in Latin letters: the Royal Thai system, and what people write for it.

Thai writes no spaces within a name, no vowel where it is a short o or a, and letters of Sanskrit that nobody
speaks. So a word is cut into the likeliest syllables, and the few likeliest ways are its readings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from screening.names.keys import Key, distinct
from screening.reference import table

WAYS: Final = 4
"""Ways to cut a word that are kept: the likeliest."""
SCHEME: Final = "Royal Thai system"
_LONGEST: Final = 40
_TONES: Final = re.compile("[\u0e47-\u0e4b\u0e4e]")
_CONSONANT: Final = "[\u0e01-\u0e23\u0e25\u0e27-\u0e2e]"
_SIGN: Final = "\u0e30-\u0e3a\u0e45\u0e4d"
"""Vowels written behind, above or below a consonant."""
_KILLED: Final = re.compile(f"(?<={_CONSONANT})[ตทด]ร\u0e4c|{_CONSONANT}[ิุ]?\u0e4c")
"""What the sign of silence takes away: the letter below it, and what is silent before it."""
_UNSPOKEN: Final = re.compile(f"(?:(?<=[กขคชดตทธ])ร|[ฐธตถทษศ]|[ิุ])(?:$|(?={_CONSONANT}|[เแโไใ]))")
"""What may be silent behind the consonant that ends a syllable."""
_BEFORE: Final = "เแโไใ"
"""Vowels that are written before their consonants, and may have two (เฉลิม: chaloem)."""
_ONSET: Final = "ห(?=[งญนมยรลว])[งญนมยรลว]|อย|[กขคตปผพ][รล]|[กขค]ว|[ทสศซ]ร(?!ร)|" + _CONSONANT
_BEGINS: Final = re.compile(f"[{_BEFORE}]?{_CONSONANT}")
_LONGEST_TITLE: Final = 12
_SHORTEST_NAME: Final = 2
_STEP: Final = 0.9
"""Cost of a consonant that ends one syllable and begins another."""
_SILENT_LAST: Final = 0.4
_SILENT_WITHIN: Final = 1.2
"""Cost of a letter that is silent at the end of a word, and within it."""
_TWO: Final = 0.6
"""Cost of two consonants behind a vowel written before them, with a short a between."""
_STOPS: Final = frozenset("kpt")


class _Frame(NamedTuple):
    pattern: re.Pattern[str]
    vowel: str
    cost: float
    two: bool


class _Syllable(NamedTuple):
    """A syllable that begins somewhere: where it ends, how it is read and what it costs."""

    end: int
    text: str
    cost: float


def without_title(word: str, titles: Callable[[str], bool]) -> tuple[str, str] | None:
    """A title and the name that a folded Thai word is written together of (นายสมชาย), or None.

    ``titles`` says of a folded word whether it is one. What is left begins as syllables do, and has two letters.
    """
    for size in range(min(_LONGEST_TITLE, len(word) - _SHORTEST_NAME), 1, -1):
        if _BEGINS.match(word, size) and titles(word[:size]):
            return word[:size], word[size:]
    return None


@lru_cache(maxsize=1 << 14)
def keys(word: str) -> tuple[Key, ...]:
    """Readings of a folded Thai word, the likeliest first; nothing where it is no word of Thai syllables."""
    ways = list(_ways(_spoken(word))) if len(word) <= _LONGEST else []
    royal = [Key(text, SCHEME) for text in ways]
    usual = [Key(_usual(text, way), f"{SCHEME}, usual spelling") for text in ways for way in _spellings()]
    return distinct([*royal, *usual])


def without_marks(word: str) -> str:
    """A folded Thai word without tone marks and signs of silence, which are easily lost."""
    return _TONES.sub("", word).replace("\u0e4c", "")


def _spoken(word: str) -> str:
    """A word without tone marks and the letters that are marked as silent (จันทร์, จัน)."""
    return _TONES.sub("", _KILLED.sub("", word))


def _ways(word: str) -> Iterator[str]:
    """The likeliest readings of a word, the best first."""
    best: list[list[tuple[float, str]]] = [[] for _ in range(len(word) + 1)]
    best[0] = [(0.0, "")]
    for at in range(len(word)):
        ways = sorted(best[at])[:WAYS]
        if not ways:
            continue
        for syllable in _syllables(word, at):
            best[syllable.end] += [(cost + syllable.cost, text + syllable.text) for cost, text in ways]
    found = dict.fromkeys(text for _, text in sorted(best[-1]))
    yield from list(found)[:WAYS]


def _syllables(word: str, at: int) -> Iterator[_Syllable]:
    """The syllables that may begin at a place of a word, and the words known by themselves (ศรี)."""
    for element, readings in _elements():
        if word.startswith(element, at):
            yield from (_Syllable(at + len(element), reading, 0.0) for reading in readings)
    for frame in _frames():
        match = frame.pattern.match(word, at)
        if match is None:
            continue
        onset, final = (match.groupdict().get(group) or "" for group in ("onset", "final"))
        for opening in _openings(onset, two=frame.two):
            if not final:
                yield _Syllable(match.end(), opening + frame.vowel, frame.cost)
                continue
            yield from _closed(word, match.end(), opening + frame.vowel, final, frame.cost)


def _closed(word: str, end: int, text: str, final: str, cost: float) -> Iterator[_Syllable]:
    """A syllable with a consonant behind its vowel, which may begin the next one too, or have a silent one behind."""
    letter = _letters()[final][1]
    spoken = text[:-1] if letter == "i" and text.endswith("i") else text
    yield _Syllable(end, spoken + letter, cost)
    rest = word[end:]
    if rest:
        # วัฒนา: watthana; ชินวัตร: chinawat
        again = _letters()[final][0] + "a"
        yield _Syllable(end, text + (letter if letter in _STOPS else "") + again, cost + _STEP)
    if _UNSPOKEN.match(word, end):
        yield _Syllable(end + 1, spoken + letter, cost + (_SILENT_LAST if len(rest) == 1 else _SILENT_WITHIN))


def _openings(onset: str, *, two: bool) -> Iterator[str]:
    """How the consonants before a vowel are read: ศร as sr or s, ทร as thr or s, หล as l; ``two`` with an a between."""
    letters = [_letters()[letter][0] for letter in onset]
    if two:
        yield "a".join(letters)
        return
    if len(onset) > 1 and onset[0] in "หอ":
        yield letters[1]
        return
    yield "".join(letters)
    if len(onset) > 1 and onset[0] in "ทสศซ" and onset[1] == "ร":
        yield "s"


def _usual(text: str, way: str) -> str:
    for pattern, becomes in _spellings()[way]:
        text = pattern.sub(becomes, text)
    return text


@cache
def _elements() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((row["element"], tuple(row["readings"].split())) for row in table("scripts/thai_elements.tsv").rows)


@cache
def _letters() -> dict[str, tuple[str, str]]:
    return {row["letter"]: (row["initial"], row["final"]) for row in table("scripts/thai_letters.tsv").rows}


@cache
def _spellings() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    found: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for row in table("scripts/thai_usual.tsv").rows:
        found.setdefault(row["way"], []).append((re.compile(row["pattern"]), row["becomes"]))
    return found


@cache
def _frames() -> tuple[_Frame, ...]:
    found = []
    for row in table("scripts/thai_syllables.tsv").rows:
        frame, cost = row["frame"], float(row["cost"])
        onsets = [(_ONSET, cost, False)]
        if frame[0] in _BEFORE:
            onsets.append((_CONSONANT * 2, cost + _TWO, True))
        for onset, so_much, two in onsets:
            begins = frame.replace("O", f"(?P<onset>{onset})")
            if row["final"] != "yes":
                found.append(_Frame(re.compile(f"{begins}(?![{_SIGN}])"), row["vowel"], so_much, two))
            if row["final"] != "no":
                ends = f"{begins}(?P<final>(?![หอฮ]){_CONSONANT})(?![{_SIGN}](?<![ิุ]))"
                found.append(_Frame(re.compile(ends), row["vowel"], so_much, two))
    return tuple(found)
