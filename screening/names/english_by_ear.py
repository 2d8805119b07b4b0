"""Words of other scripts that write an English word as it is heard, worked out from how the English word is spoken.

What `screening.names.heard` has no row for: найс is nice, გრეიპ grape, though no table holds them. A word is looked up
by its consonants, and an English word is found where its sounds can be written so (`screening.names.by_ear`).
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final
from unicodedata import normalize

from screening.garbage import FEWEST, no_collecting
from screening.kept_tables import kept
from screening.names.by_ear import (
    OF_WORDS,
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
)
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


@lru_cache(maxsize=1 << 12)
def _ways(word: str, script: str) -> tuple[tuple[Ways, ...], ...]:
    """For each way to say an English word, the ways that its sounds are heard in a script, in turn."""
    return tuple(in_turn(spoken, sounds_in(script, OF_WORDS)) for spoken in _sounds()[word])


@cache
def _sounds() -> dict[str, tuple[Spoken, ...]]:
    rows = table("words/english_sounds.tsv").rows
    return {row["word"]: tuple(tuple(way.split()) for way in row["sounds"].split(";")) for row in rows}


@cache
@no_collecting(FEWEST)
def _by_skeleton(script: str) -> dict[str, list[str]]:
    """English words by the skeletons of what they are heard as in a script, those of many firms' names first.

    Scripts of which no row says otherwise hear all sounds alike, and have the same table.
    """
    if script and hears_as_most(script, OF_WORDS):
        return _by_skeleton("")
    return kept(f"english_by_ear_{script.lower()}".rstrip("_"), lambda: _read(script))


def make_tables() -> None:
    """Make the tables of all scripts now."""
    for script in scripts():
        _by_skeleton(script)


def _read(script: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word, spoken in sorted(_sounds().items(), key=lambda each: (rarity(each[0], "organisation"), each[0])):
        for each in sorted({each for sounds in spoken for each in skeletons(sounds, script, OF_WORDS)}):
            found.setdefault(each, []).append(word)
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
    heard = letters_heard(word, script) if word_length >= (SHORTEST if script in UNVOWELLED else SHORTEST_TOLD) else ""
    if not heard or is_given_name(word) or is_listed(word) or surnames(word):
        return ()
    known = lexicon().phrases.get((word,), ())
    own = {each.concept for each in known}
    found = []
    for english in _by_skeleton(script).get(skeleton(heard, script), ()):
        if all(steps_to(ways, heard) is None for ways in _ways(english, script)):
            continue
        said = {each.concept for each in lexicon().phrases.get((english,), ()) if each.kind in INFLECTED}
        if (known and own.isdisjoint(said)) or (word_length < SHORTEST and not said):
            continue
        found.append(english)
    as_written = [english for english in found if undoubled(english) == heard]
    return tuple(as_written or found[:MOST])
