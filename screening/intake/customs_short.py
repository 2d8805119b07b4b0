"""Headings whose words are cut short or written in Latin letters: ``OTPR_NAIM``, ``СТР_ПРОИСХ``, ``KOD_TNVED``.

A word is told by its beginning, by the same in Latin letters, or by a usual contraction (``KOLVO``), where all phrases
that begin so mean one thing; and a heading only where nothing of it stays unknown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from screening.names.english import english_words
from screening.names.russian_in_latin import key_of_cyrillic, key_of_latin
from screening.names.scripts import script_of
from screening.names.transliteration import romanise
from screening.reference import table

Meanings = tuple[tuple[str, str, int], ...]
Phrases = Mapping[tuple[str, ...], Meanings]

SHORTEST: Final = 3
"""Letters of a beginning that tells a word beside others."""
SHORTEST_ALONE: Final = 5
"""The same of one that is the whole heading."""
_MOST: Final = 6
"""Words of a heading that is written short."""
_LONGEST: Final = 4
_ALPHABETS: Final = frozenset({"Latin", "Cyrillic", "Armenian", "Georgian", "Greek"})
"""Scripts in which the beginning of a word tells it."""
_INITIALS: Final = 2
_IN_LATIN: Final = (("", ""), ("sh", "skh"), ("x", "kh"), ("gh", "g"), ("w", "sh"))
"""Other ways to write a Cyrillic letter in Latin ones, as the usual way has it: h and x are х, w is ш."""


class Shortened:
    """The phrases of headings, by what their words begin with."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._by_initials: dict[tuple[int, str], list[tuple[tuple[str, ...], ...]]] = {}
        self._of_keys: dict[tuple[tuple[str, ...], ...], tuple[str, ...]] = {}
        for phrase in phrases:
            if len(phrase) > _LONGEST or any(not word.isalpha() for word in phrase):
                continue
            keys = tuple(map(_written, phrase))
            self._of_keys[keys] = phrase
            for initials in {key[:_INITIALS] for key in keys[0]}:
                self._by_initials.setdefault((len(phrase), initials), []).append(keys)

    def spelt_out(self, tokens: Sequence[str]) -> list[Meanings] | None:
        """What the words of a heading mean, one after the other; None where any of them stays unknown."""
        if not 0 < len(tokens) <= _MOST or any(len(each) == 1 and self._is_whole(each) for each in tokens):
            return None
        if not all(each.isdigit() or script_of(each) in _ALPHABETS for each in tokens):
            return None
        fewest = SHORTEST if len(tokens) > 1 else SHORTEST_ALONE
        parts: list[Meanings] = []
        at = 0
        while at < len(tokens):
            for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
                run = tuple(tokens[at : at + length])
                found = self._phrases.get(run) or self._meaning(run, fewest, alone=len(tokens) == 1)
                if not found and length == _INITIALS:  # the halves of a phrase stand in either order
                    found = self._phrases.get(run[::-1]) or self._meaning(run[::-1], fewest)
                if found:
                    parts.append(found)
                    at += length
                    break
            else:
                if not tokens[at].isdigit():
                    return None
                at += 1
        return parts

    def _is_whole(self, word: str) -> bool:
        """Whether an unknown word is no beginning of another: a letter, or an English word ("trade", "cost"). Beside
        others it may be a word of a phrase: CTRY_OF_MANUFACTURE."""
        if (word,) in self._phrases or word in contractions():
            return False
        return (len(word) == 1 and not word.isdigit()) or word in english_words()

    def _meaning(self, run: tuple[str, ...], fewest: int, *, alone: bool = False) -> Meanings:
        """What all phrases mean whose words begin so; nothing where they mean several things of one kind."""
        whole_words = [*map(self._is_whole, run)]
        if all(whole_words):
            return ()  # what stands cut short beside them tells that they are of a phrase
        least = [len(word) + 1 if is_whole else fewest for word, is_whole in zip(run, whole_words, strict=True)]
        written = [_of_heading(word) for word in run]
        initials = {each[:_INITIALS] for each in written[0]}
        said: dict[str, dict[str, int]] = {}
        whole: dict[str, dict[str, int]] = {}
        for start in initials:
            for keys in self._by_initials.get((len(run), start), ()):
                if not all(map(_begins, written, keys, least)):
                    continue
                full = all(set(each) & set(key) for each, key in zip(written, keys, strict=True))
                for kind, value, rank in self._phrases[self._of_keys[keys]]:
                    for found in (said, whole) if full else (said,):
                        found.setdefault(kind, {}).setdefault(value, rank)
        found = whole or said
        one = {kind: values for kind, values in found.items() if len(values) == 1}
        if "field" in found and "field" not in one and "party" not in one:
            return ()
        if "party" not in one:
            one.pop("beside", None)
        if alone and "party" in one and ("field" in one or "field" in found):
            return ()
        return tuple((kind, value, rank) for kind, values in one.items() for value, rank in values.items())


def _begins(short: Sequence[str], word: Sequence[str], fewest: int) -> bool:
    return any(other == each or (len(each) >= fewest and other.startswith(each)) for each in short for other in word)


@lru_cache(maxsize=16384)
def _written(word: str) -> tuple[str, ...]:
    """How a word of a phrase is compared: as it stands where it is in Latin letters, else by what it sounds like."""
    script = script_of(word)
    if word.isascii() or script == "Latin":
        return (word,)
    if script == "Cyrillic":
        return tuple(dict.fromkeys((key_of_cyrillic(word), key_of_latin(romanise(word).lower()))))
    return (word,)


@lru_cache(maxsize=4096)
def _of_heading(word: str) -> tuple[str, ...]:
    """The same of a word of a heading, and of the word it is a usual contraction of."""
    found = [word, *contractions().get(word, ())]
    keys: list[str] = []
    for each in found:
        if each.isascii() and each.isalpha():
            keys += [each, *(key_of_latin(each.replace(*way)) for way in _IN_LATIN)]
        else:
            keys += _written(each)
    return tuple(dict.fromkeys(keys))


@lru_cache(maxsize=1)
def contractions() -> dict[str, tuple[str, ...]]:
    """Usual contractions of words in headings, with the words."""
    found: dict[str, tuple[str, ...]] = {}
    for row in table("words/customs_contractions.tsv").rows:
        for short in row["contractions"].split(";"):
            found[short.strip()] = (*found.get(short.strip(), ()), row["word"])
    return found
