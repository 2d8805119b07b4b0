"""What index terms read as: alone, as the words of a phrase together, without an ending, cut short."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, product
from typing import Final

from screening.matching.part_likeness import SHORTEST_CUT
from screening.names import english_names_by_ear, transcribed
from screening.names.adjectives import made_of
from screening.names.compounds import meaning_at_end
from screening.names.parsing import Mode
from screening.names.scripts import script_of
from screening.names.sound import sounds_and_skeletons
from screening.names.transliteration import token_keys
from screening.names.vocabulary import meanings

USUAL: Final = 3
"""Readings of a word that are the usual ones."""
MOST_TOGETHER: Final = 9
LONGEST_CUT: Final = 8
"""Letters that are left at most of a word that is cut short."""


def with_beginnings(texts: Sequence[str], sounds: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Sounds of terms, and those of what stands before a word of business that they end in (тенгритрейд, tengri)."""
    ends = {text: end[0] for text in texts if " " not in text and (end := meaning_at_end(text)) is not None}
    heard = sounds_and_skeletons(key.text for begins in ends.values() for key in token_keys(begins)[:USUAL])
    return [
        each
        if text not in ends
        else (*each, *dict.fromkeys(heard[key.text][0] for key in token_keys(ends[text])[:USUAL]))
        for text, each in zip(texts, sounds, strict=True)
    ]


def read_as(text: str, readings: tuple[str, ...]) -> tuple[str, ...]:
    """The readings of a term; of a phrase those of its words written together, as other words may spell it."""
    if " " in text:
        each = [[key.text for key in token_keys(of)[:USUAL]] or [of] for of in text.split(" ")]
        return (text, *islice(map("".join, product(*each)), MOST_TOGETHER))
    return (text, *readings) if readings[0] != text else readings


def cut_short(text: str, readings: Sequence[str], *, listed: bool) -> tuple[str, ...]:
    """Marks by which a word meets words of business that it may be cut short from, and never a word like itself."""
    words = text.split(" ")
    known = meanings(*words)
    found = set()
    if len(words) == 1 and all(each.ambiguous for each in known) and len(readings[0]) >= SHORTEST_CUT:
        found.add(f"{int(listed)}{readings[0]}")
    if known:
        spelt = [key.text for word in words for key in token_keys(word)[:1]]
        sizes = range(SHORTEST_CUT, LONGEST_CUT)
        found |= {f"{int(not listed)}{each[:size]}" for each in spelt for size in sizes if size < len(each)}
    return tuple(found)


def readings_of(text: str, mode: Mode) -> tuple[str, ...]:
    """The readings of a term, of an adjective in a firm's name with those of its noun; of a phrase itself only."""
    if " " in text:
        return (text,)
    found = tuple([key.text for key in token_keys(text)]) or (text,)
    nouns = made_of(text) if mode == "organisation" else frozenset()
    return (*dict.fromkeys((*found, *sorted(nouns))),) if nouns else found


def transcription_keys(text: str, sounds: Sequence[str], *, listed: bool, shortest: int) -> tuple[str, ...]:
    """Marks by which a foreign name in Chinese, Korean or Japanese syllables meets words of other scripts only.

    ``shortest`` is the least number of syllables.
    """
    if not text.isascii() and script_of(text) in transcribed.SCRIPTS:
        if len(text) < shortest:
            return ()
        return tuple([f"{int(listed)}{each}" for each in transcribed.keys(text)])
    found = dict.fromkeys((*map(transcribed.key, sounds[:USUAL]), *english_names_by_ear.transcription_keys(text)))
    return tuple([f"{int(not listed)}{each}" for each in found if each])
