"""How other scripts write what they hear of a foreign word: letters by what they say, sounds by how each script hears
them, and whether the one can be the other (``scripts/heard_sounds.tsv``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import product
from typing import Final, NamedTuple
from unicodedata import normalize

from screening.names.letters import undoubled
from screening.reference import table

OF_WORDS: Final = ("sound",)
"""The kinds of rows by which any word is heard."""
OF_NAMES: Final = ("sound", "name")
"""Those by which names of persons are, later ones before earlier ones."""
_VOWELS: Final = frozenset("aeiou")
_SPOKEN_VOWELS: Final = frozenset("AEIOU")
_NOTHING: Final = "-"
_FIRST: Final = "^"
_SPELLED: Final = "aeiou"
_STOP_BEFORE_HISS: Final = re.compile(r"t(?=s)")

Spoken = tuple[str, ...]
"""The sounds of a word in turn."""
Ways = tuple[str, ...]
"""The ways that one sound, or several in turn, is heard, the usual one first."""


class _Script(NamedTuple):
    """What the letters of a script stand for, and what its own grammar puts behind foreign names."""

    letters: re.Pattern[str]
    stand_for: dict[str, str]
    endings: tuple[str, ...]


@cache
def _scripts() -> dict[str, _Script]:
    rows = _rows()
    found = {}
    for script in dict.fromkeys(row["script"] for row in rows if row["kind"] == "letter"):
        own = [row for row in rows if row["script"] == script]
        letters = {row["of"]: row["becomes"].replace(_NOTHING, "") for row in own if row["kind"] == "letter"}
        longest = sorted(letters, key=lambda each: (-len(each), each))
        endings = tuple(row["of"] for row in own if row["kind"] == "ending")
        found[script] = _Script(re.compile("|".join(longest)), letters, endings)
    return found


@cache
def _rows() -> Sequence[dict[str, str]]:
    return table("scripts/heard_sounds.tsv").rows


@cache
def sounds_in(script: str, kinds: tuple[str, ...]) -> dict[Spoken, Ways]:
    """How sounds are heard in a script; in most of them ("")."""
    usual, own = _ways_of("", kinds), _ways_of(script, kinds)
    return {each: ways for each, ways in usual.items() if own.keys().isdisjoint(map(_unspelled, each))} | own


def _ways_of(script: str, kinds: tuple[str, ...]) -> dict[Spoken, Ways]:
    return {
        tuple(row["of"].split()): tuple(way.replace(_NOTHING, "") for way in row["becomes"].split())
        for kind in kinds
        for row in _rows()
        if row["kind"] == kind and row["script"] == script
    }


def scripts() -> list[str]:
    """The scripts that hear something otherwise than most do, and "" for most."""
    return sorted({row["script"] for row in _rows()})


def hears_as_most(script: str, kinds: tuple[str, ...]) -> bool:
    """Whether no row says that a script hears anything otherwise than most do."""
    return not any(row["script"] == script and row["kind"] in (*kinds, "bones") for row in _rows())


def _unspelled(sound: str) -> tuple[str]:
    """A sound by itself, whatever letter English spells it with."""
    return (sound.rstrip(_SPELLED),)


@cache
def _bones(script: str) -> dict[str, str]:
    """Letters of sounds by their class, of those that words of a script are looked up by."""
    rows = [row for row in _rows() if row["kind"] == "bones"]
    own = [row for row in rows if row["script"] == script] or [row for row in rows if not row["script"]]
    return {letter: row["becomes"] for row in own for letter in row["of"].split()}


def skeleton(heard: str, script: str) -> str:
    """What a word is looked up by: its first letter, and the classes of its consonants."""
    return heard[:1] + _classes(heard, script)


def _classes(heard: str, script: str) -> str:
    bones = _bones(script)
    return undoubled(_STOP_BEFORE_HISS.sub("", "".join(bones.get(letter, "") for letter in heard)))


def letters_heard(word: str, script: str) -> str:
    """A folded word in the letters of sounds; "" where it holds a letter that writes no foreign word."""
    of = _scripts().get(script)
    word = normalize("NFD", word) if script == "Hangul" else word
    if of is None or of.letters.sub("", word):
        return ""
    return undoubled(of.letters.sub(lambda found: of.stand_for[found[0]], word))


def without_endings(word: str, script: str) -> Iterator[str]:
    """A folded name without each ending that the language of its script may have put behind a last consonant."""
    of = _scripts()[script]
    for ending in of.endings:
        bare = word.removesuffix(ending)
        if bare != word and of.stand_for.get(bare[-1:], "a")[-1:] not in _VOWELS:
            yield bare


def in_turn(spoken: Spoken, known: dict[Spoken, Ways]) -> tuple[Ways, ...]:
    """The ways that the sounds of a word are heard, in turn."""
    found: list[Ways] = []
    at = 0
    while at < len(spoken):
        sound, two = spoken[at], tuple(spoken[at : at + 2])
        ways = known.get(two) if len(two) > 1 else None
        taken = len(two) if ways else 1
        first = known.get((_FIRST, sound)) if at == 0 else None
        ways = ways or first or known.get((sound,)) or known.get(_unspelled(sound)) or known[(sound[:2],)]
        if sound[0] in _SPOKEN_VOWELS and not (0 < at < len(spoken) - taken):
            # a vowel that a word begins or ends with is always written
            ways = tuple(way for way in ways if way and (at or way[0] in _VOWELS)) or ("a",)
        elif taken > 1 and at and sound[0] in _SPOKEN_VOWELS and spoken[at - 1][0] in _SPOKEN_VOWELS:
            ways = tuple(way for way in ways if way[0] in _VOWELS)  # nor is one left out behind another
        found.append(ways)
        at += taken
    return tuple(found)


def skeletons(spoken: Spoken, script: str, kinds: tuple[str, ...]) -> set[str]:
    """The skeletons of all that a word of these sounds may be heard as in a script."""
    ways = in_turn(spoken, sounds_in(script, kinds))
    first = 1 + next((i for i, each in enumerate(ways) if all(each)), 0)
    ways = (*ways[:first], *in_turn(spoken, _telling(script, kinds))[first:])
    return {skeleton("".join(each), script) for each in product(*ways)}


@cache
def _telling(script: str, kinds: tuple[str, ...]) -> dict[Spoken, Ways]:
    """Of the ways that have the same bones one: vowels are no bones."""
    return {
        sounds: tuple({_classes(way, script): way for way in ways}.values())
        for sounds, ways in sounds_in(script, kinds).items()
    }


def steps_to(ways: Iterable[Ways], heard: str) -> int | None:
    """How far from the usual ways those are that make the whole word, doubled vowels counting once; None where no ways
    do.
    """
    ends = {0: 0}
    for each in ways:
        reached: dict[int, int] = {}
        for end, taken in ends.items():
            for step, way in enumerate(each, start=taken):
                if heard.startswith(way, end):
                    _keep_least(reached, end + len(way), step)
                if end and way and way[0] in _VOWELS and way[0] == heard[end - 1] and heard.startswith(way[1:], end):
                    _keep_least(reached, end + len(way) - 1, step)
        if not reached:
            return None
        ends = reached
    return ends.get(len(heard))


def _keep_least(reached: dict[int, int], end: int, steps: int) -> None:
    reached[end] = min(steps, reached.get(end, steps))
