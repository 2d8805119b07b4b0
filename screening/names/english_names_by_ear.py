"""English names of persons as other scripts, and the Latin of Turkic languages, write them by ear: Майкл is Michael,
ბრაუნი Brown, Corc George.

A word is such a name where the name's sounds can be written so (`screening.names.by_ear`); of several the ones that
more people bear, the farther from how the sounds are usually written the fewer.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain, islice, product
from typing import Final, NamedTuple

from screening.garbage import FEWEST as FEWEST_OBJECTS
from screening.garbage import no_collecting
from screening.kept_tables import kept
from screening.names import transcribed
from screening.names.by_ear import (
    OF_NAMES,
    Spoken,
    Ways,
    hears_as_most,
    in_turn,
    letters_heard,
    scripts,
    skeleton,
    skeletons,
    sounds_in,
    steps_to,
    without_endings,
)
from screening.names.chinese import palladius
from screening.names.english import english_words
from screening.names.given import is_given_name, surnames
from screening.names.in_use import is_listed
from screening.names.keys import Key
from screening.names.rarity import is_known
from screening.names.scripts import script_of
from screening.names.word_tables import lexicon
from screening.reference import table

SCHEME: Final = "English name by ear"
LATIN: Final = "Latin"
SHORTEST: Final = {"Arabic": 4, "Hebrew": 4, LATIN: 4}
"""Letters of a word that is heard as a name; shorter ones are often others."""
SHORTEST_OF_MOST: Final = 3
SYLLABIC: Final = frozenset(("Hangul",))
"""Scripts whose transcriptions `screening.names.transcribed` reads."""
MOST: Final = 4
"""Names that one word may be heard as (Reid, Reed, Read)."""
OF_MOST_BONES: Final = "Han"
"""The script of syllables whose classes of consonants are those of the others, too."""
MOST_SPOKEN: Final = 512
"""Ways to write one name."""
LESS_AT_EACH_STEP: Final = 4
AS_WRITTEN: Final = 4
"""How many times likelier a name is that the word writes letter by letter (Джоан, Joan)."""
FEWEST: Final = {"Arabic": 2.0, "Hebrew": 2.0, LATIN: 2.0}
"""People of 100,000 so weighed, below which a name is none: more where short vowels are not written, and where most
words are names of another language.
"""
FEWEST_OF_MOST: Final = 0.3
SHORT: Final = 3
FEWEST_OF_SHORT: Final = 20.0
"""The same of a word of so few letters, which many languages have for something else."""
FEW: Final = 30
"""How many times fewer people may be called by a name than by the likeliest one."""


class _Name(NamedTuple):
    """How an English name is spoken, in one way or several, and how many people of 100,000 bear it."""

    sounds: str
    people: int

    def spoken(self) -> Iterator[Spoken]:
        """Each way to say it."""
        return (tuple(way.split()) for way in self.sounds.split(";"))


@cache
def _names() -> dict[str, _Name]:
    rows = table("words/english_name_sounds.tsv").rows
    return {row["name"]: _Name(row["sounds"], int(row["people"])) for row in rows}


def is_english_name(word: str) -> bool:
    """Whether a folded Latin word is a common English given or family name."""
    return word in _names()


@lru_cache(maxsize=1 << 15)
def _ways(name: str, script: str) -> tuple[tuple[Ways, ...], ...]:
    return tuple(in_turn(spoken, sounds_in(script, OF_NAMES)) for spoken in _names()[name].spoken())


@cache
@no_collecting(FEWEST_OBJECTS)
def _by_skeleton(script: str) -> dict[str, list[str]]:
    """English names by the skeletons of what they are heard as in a script."""
    if script and hears_as_most(script, OF_NAMES):
        return _by_skeleton("")
    return kept(f"english_names_by_ear_{script.lower()}".rstrip("_"), lambda: _read(script))


def make_tables() -> None:
    """Make the tables of all scripts now."""
    for script in scripts():
        _by_skeleton(script)


def _read(script: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, of in _names().items():
        for each in sorted({each for sounds in of.spoken() for each in skeletons(sounds, script, OF_NAMES)}):
            found.setdefault(each, []).append(name)
    return found


@lru_cache(maxsize=1 << 16)
def names_heard(word: str) -> tuple[str, ...]:
    """The English names that a folded word writes as they are heard, the likeliest first.

    Nothing for names in use in other languages, Chinese syllables and words that mean something (those that mean what
    an English word does are heard as `screening.names.heard` tells); nor for Latin words that are English or stand in
    the names of listed parties.
    """
    script = LATIN if word.isascii() else script_of(word)
    if script in SYLLABIC or len(word) < SHORTEST.get(script, SHORTEST_OF_MOST):
        return ()
    if _is_its_own(word, script) or not letters_heard(word, script):
        return ()
    likely: dict[str, float] = {}
    for written in (word, *without_endings(word, script)):
        heard = letters_heard(written, script)
        for name in _by_skeleton(script).get(skeleton(heard, script), ()):
            share = _share(name, heard, script)
            likely[name] = max(share, likely.get(name, 0.0))
    fewest = FEWEST_OF_SHORT if len(word) <= SHORT else FEWEST.get(script, FEWEST_OF_MOST)
    least = max(fewest, max(likely.values(), default=0.0) / FEW)
    found = sorted((name for name, share in likely.items() if share >= least), key=lambda name: (-likely[name], name))
    return tuple(found[:MOST])


@lru_cache(maxsize=1 << 13)
def _as_written(name: str) -> str:
    return letters_heard(name, LATIN)


def _share(name: str, heard: str, script: str) -> float:
    """How many people may be meant by a name, where a word is heard so; 0 where it is none of its ways."""
    people = float(_names()[name].people)
    if _as_written(name) == heard:
        return people * AS_WRITTEN
    steps = [taken for ways in _ways(name, script) if (taken := steps_to(ways, heard)) is not None]
    return people / LESS_AT_EACH_STEP ** min(steps) if steps else 0.0


def _is_its_own(word: str, script: str) -> bool:
    if is_given_name(word) or is_listed(word) or surnames(word) or (word,) in lexicon().phrases:
        return True
    if script == LATIN:
        return is_english_name(word) or word in english_words() or is_known(word)
    return palladius(word) is not None


@lru_cache(maxsize=1 << 12)
def spoken_in(name: str, script: str) -> frozenset[str]:
    """What a script that has syllables for letters may write of an English name; nothing for other words."""
    if name not in _names():
        return frozenset()
    ways = (map("".join, product(*way)) for way in _ways(name, script))
    return frozenset(chain.from_iterable(islice(each, MOST_SPOKEN) for each in ways))


@lru_cache(maxsize=1 << 12)
def transcription_keys(name: str) -> tuple[str, ...]:
    """Keys of what scripts of syllables may write of an English name, as `transcribed.keys` gives them."""
    if name not in _names():
        return ()
    return tuple(dict.fromkeys(chain.from_iterable(map(transcribed.keys_of_parts, _ways(name, OF_MOST_BONES)))))


def keys(word: str) -> tuple[Key, ...]:
    """The same as readings."""
    return tuple(Key(each, SCHEME) for each in names_heard(word))
