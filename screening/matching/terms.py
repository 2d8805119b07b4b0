"""Index terms: what a word, or a few words together, is looked up by, so that only likely pairs are scored.

A *term* is a word of a listed name, a meaning written ``=chemical``, two neighbouring words written together, or an
acronym written ``~irisl``. Each term has *keys*: hashes of its readings, sounds, skeletons and of its sounds with
one letter left out. Two terms are near when they share a key; how near is bounded from above by the kind of key.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from zlib import crc32

from screening.names.given import nickname_groups, surnames
from screening.names.rarity import rarity
from screening.names.sound import skeleton, sound
from screening.names.vocabulary import meanings
from screening.names.word import Word, word

READING, SOUND, SKELETON, ONE_OUT, VARIANT = 0, 1, 2, 3, 4
"""Kinds of key, from the surest to the least sure."""
NEARNESS: Final = (1.0, 0.97, 0.9, 0.88, 0.9)
"""Upper bound of the likeness of two terms that share a key of the kind."""
MEANING_WEIGHT: Final = 0.35
LIGHT: Final = 0.02
"""Weight of a word that says nothing about who it is (a legal form, a stop word)."""
ACRONYM_WEIGHT: Final = 1.0
CONCEPT_KINDS: Final = frozenset({"descriptor", "generic", "place", "country"})
DROPPED_KINDS: Final = frozenset({"legal_form", "stopword", "sole_trader", "vessel_prefix"})
SHORTEST_SKELETON: Final = 2
SHORTEST_ONE_OUT: Final = 4


@lru_cache(maxsize=1 << 18)
def keys(term: str) -> tuple[tuple[int, int], ...]:
    """The keys of a term: pairs of a 32-bit hash and its kind; the surest kind where one hash has several.

    A term written ``+winsun`` is two words of a listed name together: only a word of a query meets it, by its
    reading or sound, never another such pair, whose words meet by themselves.
    """
    if term[0] in "=~":
        return ((crc32(term.encode()), READING),)
    if term[0] == "+":
        of = word(term[1:])
        found = {crc32(b"j" + reading.encode()): READING for reading in {of.text, *of.latin}}
        for sounds in of.sounds:
            found.setdefault(crc32(b"J" + sounds.encode()), SOUND)
        return tuple(found.items())
    of = word(term)
    found = {}
    for reading in {of.text, *of.latin}:
        found.setdefault(crc32(b"r" + reading.encode()), READING)
        found.setdefault(crc32(b"j" + reading.encode()), READING)
    for sounds in of.sounds:
        found.setdefault(crc32(b"s" + sounds.encode()), SOUND)
        found.setdefault(crc32(b"J" + sounds.encode()), SOUND)
    for bones in of.skeletons:
        if len(bones) >= SHORTEST_SKELETON:
            found.setdefault(crc32(b"k" + bones.encode()), SKELETON)
    for sounds in sorted(of.sounds)[:4]:
        if len(sounds) >= SHORTEST_ONE_OUT:
            found.setdefault(crc32(b"o" + sounds.encode()), ONE_OUT)
            for i in range(len(sounds)):
                found.setdefault(crc32(b"o" + (sounds[:i] + sounds[i + 1 :]).encode()), ONE_OUT)
    for group in variant_groups(of):
        found.setdefault(crc32(b"v" + group.encode()), VARIANT)
    return tuple(found.items())


@lru_cache(maxsize=1 << 18)
def query_joined_keys(text: str) -> tuple[tuple[int, int], ...]:
    """The keys of two words of a query written together: they meet words of listed names, not pairs of words."""
    of = word(text)
    found = {crc32(b"r" + reading.encode()): READING for reading in {of.text, *of.latin}}
    for sounds in of.sounds:
        found.setdefault(crc32(b"s" + sounds.encode()), SOUND)
    return tuple(found.items())


def variant_groups(of: Word) -> frozenset[str]:
    """The groups of given-name variants and family names a word belongs to, in any of its readings."""
    spellings = {of.text, *of.latin}
    groups = {group for text in spellings for group in nickname_groups(text)}
    return frozenset(groups | {each.concept for text in spellings for each in surnames(text)})


@lru_cache(maxsize=1 << 18)
def weight(text: str) -> float:
    """What a word weighs in the choice of candidates: its rarity where it is most common; 0 drops it."""
    kinds = {meaning.kind for meaning in meanings(text) if not meaning.ambiguous}
    if kinds & DROPPED_KINDS:
        return LIGHT
    common = min(rarity(text, "organisation"), 0.5 + rarity(text, "person") / 2)
    return min(common, MEANING_WEIGHT) if kinds & CONCEPT_KINDS else common


@lru_cache(maxsize=1 << 18)
def concepts(*texts: str) -> tuple[str, ...]:
    """The meaning terms of a phrase, which a translation of it shares."""
    return tuple(
        sorted({f"={meaning.concept}" for meaning in meanings(*texts) if meaning.kind in CONCEPT_KINDS})
    )


@lru_cache(maxsize=1 << 18)
def first_sound(text: str) -> str:
    """The sound of a word's most usual reading."""
    of = word(text)
    return sound(of.readings[0].text) or of.text


@lru_cache(maxsize=1 << 18)
def first_skeleton(text: str) -> str:
    """The consonants of a word's most usual reading, of the word itself in a script without vowels."""
    of = word(text)
    return (skeleton(text) if of.script in {"Arabic", "Hebrew"} else skeleton(of.readings[0].text)) or text
