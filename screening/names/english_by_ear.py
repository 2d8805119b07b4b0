"""Words of other scripts that write an English word as it is heard, worked out from how the English word is spoken.

What `screening.names.heard` has no row for: найс is nice, გრეიპ grape, though no table holds them. A word is looked up
by its consonants, and an English word is found where its sounds can be written so (``scripts/heard_sounds.tsv``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import Final, NamedTuple
from unicodedata import normalize

from screening.garbage import FEWEST, no_collecting
from screening.kept_tables import kept
from screening.names.given import is_given_name, surnames
from screening.names.in_use import is_listed
from screening.names.letters import undoubled
from screening.names.rarity import rarity
from screening.names.scripts import script_of
from screening.names.word_tables import INFLECTED, lexicon
from screening.reference import table

SHORTEST: Final = 4
"""Letters of a word that is heard as an English one; shorter ones are often others."""
SHORTEST_TOLD: Final = 3
"""The same where the English word is one of business, or of those firms are called by."""
UNVOWELLED: Final = frozenset(("Arabic", "Hebrew"))
"""Scripts whose shorter words are too often others even so."""
MOST: Final = 2
"""English words that one word may be heard as (pair, pear)."""
_VOWELS: Final = frozenset("aeiou")
_SPOKEN_VOWELS: Final = frozenset("AEIOU")
_NOTHING: Final = "-"
_FIRST: Final = "^"
_SPELLED: Final = "aeiou"
_OWN: Final = frozenset(("sound", "bones"))
"""Kinds of rows by which a script hears English otherwise than most."""
_STOP_BEFORE_HISS: Final = re.compile(r"t(?=s)")

Ways = tuple[str, ...]


class _Script(NamedTuple):
    """What the letters of a script stand for, and the ways that each sound, or several in turn, is heard in it."""

    letters: re.Pattern[str]
    stand_for: dict[str, str]
    sounds: dict[tuple[str, ...], Ways]


@cache
def _scripts() -> dict[str, _Script]:
    rows = _rows()
    found = {}
    for script in dict.fromkeys(row["script"] for row in rows if row["kind"] == "letter"):
        letters = {
            row["of"]: row["becomes"].replace(_NOTHING, "")
            for row in rows
            if row["kind"] == "letter" and row["script"] == script
        }
        longest = sorted(letters, key=lambda each: (-len(each), each))
        found[script] = _Script(re.compile("|".join(longest)), letters, _sounds_in(script))
    return found


@cache
def _rows() -> Sequence[dict[str, str]]:
    return table("scripts/heard_sounds.tsv").rows


def _sounds_in(script: str) -> dict[tuple[str, ...], Ways]:
    """How sounds are heard in a script; in most of them ("")."""
    usual, own = _ways_of(""), _ways_of(script)
    return {each: ways for each, ways in usual.items() if own.keys().isdisjoint(map(_unspelled, each))} | own


def _ways_of(script: str) -> dict[tuple[str, ...], Ways]:
    return {
        tuple(row["of"].split()): tuple(way.replace(_NOTHING, "") for way in row["becomes"].split())
        for row in _rows()
        if row["kind"] == "sound" and row["script"] == script
    }


def _unspelled(sound: str) -> tuple[str]:
    """A sound by itself, whatever letter English spells it with."""
    return (sound.rstrip(_SPELLED),)


@cache
def _bones(script: str) -> dict[str, str]:
    """Letters of sounds by their class, of those that words of a script are looked up by."""
    rows = [row for row in _rows() if row["kind"] == "bones"]
    own = [row for row in rows if row["script"] == script] or [row for row in rows if not row["script"]]
    return {letter: row["becomes"] for row in own for letter in row["of"].split()}


def _skeleton(heard: str, script: str) -> str:
    """The classes of a word's consonants that all its transcriptions share; a vowel it begins with counts as well."""
    bones = _bones(script)
    found = _STOP_BEFORE_HISS.sub("", "".join(bones.get(letter, "") for letter in heard))
    return ("a" if heard[:1] in _VOWELS else "") + undoubled(found)


def _heard(word: str, script: str) -> str:
    """A folded word in the letters of sounds; "" where it holds a letter that writes no English."""
    of = _scripts().get(script)
    word = normalize("NFD", word) if script == "Hangul" else word
    if of is None or of.letters.sub("", word):
        return ""
    return undoubled(of.letters.sub(lambda found: of.stand_for[found[0]], word))


@lru_cache(maxsize=1 << 12)
def _ways(word: str, script: str) -> tuple[tuple[Ways, ...], ...]:
    """For each way to say an English word, the ways that its sounds are heard in a script, in turn."""
    return tuple(_in_turn(spoken, _scripts()[script].sounds) for spoken in _sounds()[word])


def _in_turn(spoken: Sequence[str], known: dict[tuple[str, ...], Ways]) -> tuple[Ways, ...]:
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


def _can_be_written(ways: Iterable[Ways], heard: str) -> bool:
    """Whether one way after the other makes the whole word, doubled vowels counting once."""
    ends = {0}
    for each in ways:
        reached = set()
        for end in ends:
            for way in each:
                if heard.startswith(way, end):
                    reached.add(end + len(way))
                if end and way and way[0] in _VOWELS and way[0] == heard[end - 1] and heard.startswith(way[1:], end):
                    reached.add(end + len(way) - 1)
        if not reached:
            return False
        ends = reached
    return len(heard) in ends


@cache
def _sounds() -> dict[str, tuple[tuple[str, ...], ...]]:
    rows = table("words/english_sounds.tsv").rows
    return {row["word"]: tuple(tuple(way.split()) for way in row["sounds"].split(";")) for row in rows}


@cache
@no_collecting(FEWEST)
def _by_skeleton(script: str) -> dict[str, list[str]]:
    """English words by the skeletons of what they are heard as in a script, those of many firms' names first.

    Scripts of which no row says otherwise hear all sounds alike, and have the same table.
    """
    if script and not any(row["script"] == script and row["kind"] in _OWN for row in _rows()):
        return _by_skeleton("")
    return kept(f"english_by_ear_{script.lower()}".rstrip("_"), lambda: _read(script))


def _read(script: str) -> dict[str, list[str]]:
    known = _sounds_in(script)
    # vowels are no bones but where a word begins: of the ways that have the same bones one is enough
    told = {
        sounds: tuple({_skeleton(f"e{way}", script): way for way in ways}.values()) for sounds, ways in known.items()
    }
    found: dict[str, list[str]] = {}
    for word, spoken in sorted(_sounds().items(), key=lambda each: (rarity(each[0], "organisation"), each[0])):
        skeletons = set()
        for sounds in spoken:
            ways = (*_in_turn(sounds, known)[:1], *_in_turn(sounds, told)[1:])
            skeletons |= {_skeleton("".join(each), script) for each in product(*ways)}
        for skeleton in sorted(skeletons):
            found.setdefault(skeleton, []).append(word)
    return found


@lru_cache(maxsize=1 << 16)
def heard_as(word: str) -> tuple[str, ...]:
    """The English words that a folded word of another script writes as they are heard, the commonest in names first.

    Nothing for names that people bear, and for words of business but those that mean what the English word means.
    """
    if word.isascii():
        return ()
    script = script_of(word)
    word_length = len(normalize("NFD", word)) if script == "Hangul" else len(word)
    heard = _heard(word, script) if word_length >= (SHORTEST if script in UNVOWELLED else SHORTEST_TOLD) else ""
    if not heard or is_given_name(word) or is_listed(word) or surnames(word):
        return ()
    known = lexicon().phrases.get((word,), ())
    own = {each.concept for each in known}
    found = []
    for english in _by_skeleton(script).get(_skeleton(heard, script), ()):
        if not any(_can_be_written(ways, heard) for ways in _ways(english, script)):
            continue
        said = {each.concept for each in lexicon().phrases.get((english,), ()) if each.kind in INFLECTED}
        if (known and own.isdisjoint(said)) or (word_length < SHORTEST and not said):
            continue
        found.append(english)
    as_written = [english for english in found if undoubled(english) == heard]
    return tuple(as_written or found[:MOST])
