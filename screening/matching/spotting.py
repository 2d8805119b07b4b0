"""Listed names looked for in running text, in all their spellings, in one pass over the text's words.

Every strong name, in any order a person's name may take and with or without a company's legal form, is
kept under the sounds of its words. A text's words are sounded the same way, whatever their script, and
looked up from each capitalised word on; what is found is then checked for what guards it
(`screening.matching.spelt`). A weak alias is never looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any

from screening.intake.lexicon import is_ordinary, is_place, kinds, nominatives
from screening.matching.character_names import CharacterNames
from screening.matching.listed import gather
from screening.matching.spelt import MAX_WORDS, Spelling, is_and, is_common, is_small, spellings
from screening.matching.written_to_names import bare, is_prefixed
from screening.names.small_letters import lower
from screening.names.sound import sound
from screening.names.tokens import Token, tokenise, words
from screening.names.word import word

_GAP = re.compile(r"[ \t\u00a0\u2009\u202f]?[-–'’ʻ\"«»“”„&.,/()]{0,3}[ \t\u00a0\u2009\u202f\n\r]{0,2}")
_BREAK = re.compile(r"[!?;:…]|\.\s|,\s|\n\s*\n|[()]")
_POSSESSIVE = re.compile(r"['’ʼ`]s$", re.IGNORECASE)
_READINGS = 3
"""Readings of a word that are looked up; further ones are far-fetched and would only find more by
chance."""
_COMBINATIONS = 12
_SOUND_FROM = 5
"""Letters a word has at least to be found by its sound; a shorter one must be spelt as the list spells
it."""
_SHORT_CAPITALS = 5
"""A single word of no more letters is an abbreviation: it must stand in capitals."""
_NEAR = 3
"""Words before or after a ship's name within which a word for a ship must stand, where it is an ordinary word."""
_NEAR_SEVERAL = 10
"""The same of other names ("the ship Pola Alexia and the smaller Port Olya 3")."""
MAX_TEXT = 5_000_000
"""Characters of a text that are looked through."""


@dataclass(frozen=True, slots=True)
class Spotted:
    """A listed name in a text.

    Attributes:
        start: Offset in the text.
        end: Offset of its end (excluded).
        text: As it stands in the text.
        name: The listed name.
        name_type: ``primary`` or ``alias``.
        schema: The entry's.
        list_id: The list.
        entry_id: The entry.
    """

    start: int
    end: int
    text: str
    name: str
    name_type: str
    schema: str
    list_id: str
    entry_id: str


class Spotter:
    """Looks for the strong names of lists in texts.

    Args:
        lists: Snapshots, paths of lists, or tables with a column ``name``
        (`screening.matching.listed.gather`).
    """

    def __init__(self, lists: Iterable[Any]) -> None:
        listed = gather(lists)
        self._entries = listed.entries
        self._names: list[tuple[str, str, int]] = []
        self._spellings: list[tuple[Spelling, int]] = []
        self._by_key: dict[str, list[int]] = {}
        self._longest: dict[str, int] = {}
        self._openings: set[str] = set()
        self._in_characters = CharacterNames()
        for name, name_type, entry in listed.names:
            if name_type == "weak_alias":
                continue
            number = len(self._names)
            self._names.append((name, name_type, entry))
            self._in_characters.add(name[:600], listed.entries[entry].schema, number)
            for spelling in spellings(name[:600], listed.entries[entry].schema):
                self._add(spelling, number)

    def __len__(self) -> int:
        return len(self._names)

    def _add(self, spelling: Spelling, number: int) -> None:
        index = len(self._spellings)
        self._spellings.append((spelling, number))
        choices = [_sounds_of(each) for each in spelling.words]
        for count, sounds in enumerate(product(*choices)):
            if count >= _COMBINATIONS:
                break
            key = " ".join(sounds)
            numbers = self._by_key.setdefault(key, [])
            if not numbers or numbers[-1] != index:
                numbers.append(index)
            first = sounds[0]
            if self._longest.get(first, 0) < len(sounds):
                self._longest[first] = len(sounds)
            if len(sounds) > 1:
                self._openings.add(f"{first} {sounds[1]}")

    def find(self, text: str) -> list[Spotted]:
        """The listed names in a text, in order; of those that overlap, the longest, with all its
        entries."""
        tokens = [_bare(token) for token in tokenise(text[:MAX_TEXT])]
        found: dict[tuple[int, int], dict[int, Spotted]] = {}
        small_letters = {token.text for token in tokens if token.raw[:1].islower()}
        for each in filter(None, (tokens, bare(tokens))):
            self._find_in(text, each, small_letters, found, every=each is tokens)
        for start, end, number in self._in_characters.find(text[:MAX_TEXT]):
            found.setdefault((start, end), {}).setdefault(number, self._spotted(text, (start, end), number))
        return _longest(found)

    def _find_in(
        self,
        text: str,
        tokens: Sequence[Token],
        small_letters: set[str],
        found: dict[tuple[int, int], dict[int, Spotted]],
        *,
        every: bool,
    ) -> None:
        """Add the names among a text's words; where not ``every``, of Arabic ones those of several words only."""
        for start, token in enumerate(tokens):
            if not _capital(token.raw) or is_small(token.text):
                continue
            for stop, index in self._from(text, tokens, start):
                if not every and stop == start + 1 and is_prefixed(token):
                    continue
                spelling, number = self._spellings[index]
                if not self._holds(spelling, text, tokens, start, stop, small_letters, number):
                    continue
                span = (token.start, tokens[stop - 1].end)
                found.setdefault(span, {}).setdefault(number, self._spotted(text, span, number))

    def _from(self, text: str, tokens: Sequence[Token], start: int) -> Iterable[tuple[int, int]]:
        """Where the names that begin at a token end, and which spelling each is."""
        ways: list[tuple[str, ...]] = [(sound,) for sound in _text_sounds(tokens[start].text) if sound in self._longest]
        most = max((self._longest[way[0]] for way in ways), default=0)
        stop = start + 1
        length = 1
        while ways:
            for way in ways:
                for index in self._by_key.get(" ".join(way), ()):
                    yield stop, index
            while stop < len(tokens) and is_small(tokens[stop].text) and _adjacent(text, tokens, stop):
                stop += 1
            if length >= most or stop >= len(tokens) or not _adjacent(text, tokens, stop):
                return
            nexts = _text_sounds(tokens[stop].text)
            ways = [(*way, sound) for way in ways for sound in nexts]
            if length == 1:
                ways = [way for way in ways if " ".join(way) in self._openings]
            ways = ways[:_COMBINATIONS]
            length += 1
            stop += 1

    def _holds(
        self,
        spelling: Spelling,
        text: str,
        tokens: Sequence[Token],
        start: int,
        stop: int,
        small_letters: set[str],
        number: int,
    ) -> bool:
        """Whether a text means the listed name: spelt closely enough, capitalised, and guarded as it
        must be."""
        taken = [token for token in tokens[start:stop] if not is_small(token.text)]
        if len(taken) != len(spelling.words):
            return False
        if len(taken) < stop - start and not self._may_join(taken, tokens[start:stop], number):
            return False
        single = len(taken) == 1
        for token, listed in zip(taken, spelling.words, strict=True):
            if not _capital(token.raw) and token.raw[:1].isascii():
                return False
            if not _spelt_alike(token.text, listed, strict=single):
                return False
        if spelling.guard == "exact":
            token = taken[0]
            if len(spelling.words[0]) <= _SHORT_CAPITALS and not _stands_out(token, spelling.words[0]):
                return False
            return token.text not in small_letters and not is_place(lower(token.raw))
        if spelling.guard == "vessel":
            near = _NEAR if single and is_ordinary(spelling.words[0]) else _NEAR_SEVERAL
            around = [*tokens[max(0, start - near) : start], *tokens[stop : stop + near]]
            return any("trigger_vessel" in kinds(lower(token.raw)) for token in around)
        return True

    def _may_join(self, taken: Sequence[Token], stretch: Sequence[Token], number: int) -> bool:
        """Whether an "and" in a text may stand within a listed name: the name has one, or more words than two, and
        words of business stand on both sides (Import and Export, but not Ivanov and Alexander)."""
        joints = [at for at, token in enumerate(stretch) if is_and(token.text)]
        if not joints or any(map(is_and, words(self._names[number][0]))):
            return True
        around = [stretch[at + step].text for at in joints for step in (-1, 1) if 0 <= at + step < len(stretch)]
        person = self._entries[self._names[number][2]].schema == "Person"
        return not person and len(taken) > 2 and all(map(is_common, around))

    def _spotted(self, text: str, span: tuple[int, int], number: int) -> Spotted:
        name, name_type, entry = self._names[number]
        its = self._entries[entry]
        return Spotted(*span, text[span[0] : span[1]], name, name_type, its.schema, its.list_id, its.entry_id)


@lru_cache(maxsize=1 << 17)
def _sounds_of(folded: str) -> tuple[str, ...]:
    """The sounds of a word's first readings, or the word itself where it has none."""
    known = word(folded)
    found = dict.fromkeys(sound(key.text) or key.text for key in known.readings[:_READINGS])
    return tuple(found) or (folded,)


@lru_cache(maxsize=1 << 17)
def _text_sounds(folded: str) -> tuple[str, ...]:
    """The sounds of a word of a text; of a Russian one those without its case ending, too."""
    return tuple(dict.fromkeys(sound for form in nominatives(folded) for sound in _sounds_of(form)))


@lru_cache(maxsize=1 << 16)
def _spelt_alike(in_text: str, listed: str, *, strict: bool) -> bool:
    """Whether a word of a text is a listed word: the same in some reading or, when long enough, in
    sound."""
    theirs = word(listed)
    for form in nominatives(in_text):
        ours = word(form)
        if not ours.latin.isdisjoint(theirs.latin):
            return True
        long = min(len(form), len(listed)) >= (_SOUND_FROM + 2 if strict else _SOUND_FROM)
        if long and not ours.sounds.isdisjoint(theirs.sounds):
            return True
    return False


def _bare(token: Token) -> Token:
    """A token without an English possessive ending."""
    ending = _POSSESSIVE.search(token.raw)
    if ending is None or len(token.raw) < 4:
        return token
    raw = token.raw[: ending.start()]
    folded = token.text[:-1] if token.text.endswith("s") else token.text
    return Token(raw, folded.rstrip("'’"), token.start, token.start + len(raw))


def _capital(raw: str) -> bool:
    """Whether a word begins with a capital, or its script has none."""
    first = next((char for char in raw if char.isalnum()), "")
    return first.isupper() or first.istitle() or first.isdigit() or (first.isalpha() and first.lower() == first.upper())


def _capitals(raw: str) -> bool:
    letters = [char for char in raw if char.isalpha()]
    return all(char.upper() == char for char in letters)


def _stands_out(token: Token, listed: str) -> bool:
    """Whether a short word is an abbreviation: in capitals, or in a script that has none just as it is listed."""
    caseless = token.raw.upper() == token.raw.lower()
    return token.text == listed if caseless else _capitals(token.raw)


def _adjacent(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Whether a token follows the one before within one name: no end of sentence or clause between
    them."""
    before = tokens[index - 1]
    gap = text[before.end : tokens[index].start]
    if not gap or gap == " ":
        return True
    if len(gap) > 6 or not _GAP.fullmatch(gap):
        return False
    if gap.startswith(".") and (len(before.text) <= 3 or "." in before.raw):
        return True  # an initial or an abbreviation
    return _BREAK.search(gap) is None


def _longest(found: dict[tuple[int, int], dict[int, Spotted]]) -> list[Spotted]:
    spans = sorted(found, key=lambda span: (span[0], -span[1]))
    kept: list[Spotted] = []
    reach = -1
    for span in spans:
        if span[1] <= reach:
            continue
        reach = max(reach, span[1])
        unique = {(each.list_id, each.entry_id, each.name): each for each in found[span].values()}
        kept.extend(unique[key] for key in sorted(unique))
    return kept


__all__ = ["MAX_TEXT", "MAX_WORDS", "Spotted", "Spotter"]
