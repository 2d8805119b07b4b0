"""Turkish, Azerbaijani and Turkmen words of business in Russian letters, as a record writes them by ear: гурлушык.

Russian has no letter for several of their vowels and writes each in several ways (xidmətləri: хидмятляри, хидматлари).
All of them have one key, which the word in its own letters has as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from screening.garbage import FEWEST, no_collecting
from screening.kept_tables import kept
from screening.names.given import is_given_name
from screening.names.in_use import is_listed
from screening.names.letters import undoubled
from screening.names.word_tables import INFLECTED, words_as_they_stand
from screening.reference import table

SHORTEST: Final = 6
"""Letters of a Cyrillic word that is taken for a Turkic one."""
SHORTEST_KEY: Final = 5
"""Letters of its key, in which doubled ones count once."""
_NOTHING: Final = "-"
_KEYED: Final = "aeuy"
_SEVERAL: Final = "xx"


Ways = tuple[str, ...]


@cache
def _letters() -> dict[str, tuple[re.Pattern[str], dict[str, Ways]]]:
    """By language, "" for Russian letters: what the letters of a word look like, and the ways they are keyed."""
    rows = table("scripts/turkic_in_cyrillic.tsv").rows
    found = {}
    for language in ("", *(row["language"] for row in rows if row["kind"] == "language")):
        kind = "latin" if language else "cyrillic"
        becomes = {
            row["letters"]: tuple(way.replace(_NOTHING, "") for way in row["becomes"].split())
            for of in dict.fromkeys(("", language))
            for row in rows
            if row["kind"] == kind and row["language"] == of
        }
        longest = sorted(becomes, key=lambda each: (-len(each), each))
        found[language] = re.compile("|".join(longest)), becomes
    return found


@cache
def _steps() -> tuple[tuple[str, str], ...]:
    rows = table("scripts/turkic_in_cyrillic.tsv").rows
    return tuple((row["letters"], row["becomes"]) for row in rows if row["kind"] == "step")


def _letters_of(kind: str) -> str:
    """Letters of a kind, written together."""
    return "".join(row["letters"] for row in table("scripts/turkic_in_cyrillic.tsv").rows if row["kind"] == kind)


@cache
def _firsts() -> tuple[re.Pattern[str], dict[str, str]]:
    """Russian letters where a syllable begins with them: they say a y as well."""
    rows = table("scripts/turkic_in_cyrillic.tsv").rows
    becomes = {row["letters"]: row["becomes"] for row in rows if row["kind"] == "first"}
    return re.compile(rf"(?:^|(?<=[{_letters_of('behind')}]))[{''.join(becomes)}]"), becomes


def _keys(word: str, language: str) -> list[str]:
    """The keys of a word in small letters, one for each way to write its vowels; none where it is no such word."""
    pattern, becomes = _letters()[language]
    rest = pattern.sub("", word)
    if rest.strip(_KEYED):
        return []
    in_turn = [becomes.get(letters, (letters,)) for letters in re.findall(f"{pattern.pattern}|.", word)]
    found = []
    for way in range(max(map(len, in_turn))):
        key = "".join(ways[way % len(ways)] for ways in in_turn)
        for letters, instead in _steps():
            key = key.replace(letters, instead)
        found.append(undoubled(key))
    return found


def _turkic_words() -> Iterator[tuple[str, str, str]]:
    """The single words of business of the three languages: as it stands in small letters, its language, its concept."""
    turkic_letters = frozenset(_letters_of("own"))
    for text, paradigm, meaning in words_as_they_stand():
        language = meaning.language
        if language not in _letters() or not language or paradigm or meaning.ambiguous or meaning.kind not in INFLECTED:
            continue
        word = text.replace("İ", "i").replace("I", "ı").lower()
        if word.isalpha() and (language != _SEVERAL or not turkic_letters.isdisjoint(word)):
            yield word, language, meaning.concept


@cache
@no_collecting(FEWEST)
def _by_key() -> dict[str, str]:
    """By their keys, the words of which each means one thing."""
    return kept("turkic_in_cyrillic", _read)


def _read() -> dict[str, str]:
    every = list(_turkic_words())
    meant: dict[str, set[str]] = {}
    for word, _, concept in every:
        meant.setdefault(word, set()).add(concept)
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    for word, language in dict.fromkeys((word, language) for word, language, _ in every):
        for key in _keys(word, language):
            if len(key) >= SHORTEST_KEY and meant[found.setdefault(key, word)].isdisjoint(meant[word]):
                doubtful.add(key)
    return {key: word for key, word in found.items() if key not in doubtful}


@lru_cache(maxsize=1 << 16)
def turkic(word: str) -> str:
    """The Turkic word of business, in its own letters, that a folded Cyrillic word writes by ear; "" for others."""
    if len(word) < SHORTEST or is_given_name(word) or is_listed(word):
        return ""
    pattern, becomes = _firsts()
    # where ю begins a syllable it may be the vowel alone as well (юрюнлери: ürünleri)
    keys = (*_keys(pattern.sub(lambda each: becomes[each[0]], word), ""), *_keys(word, ""))
    return next((known for key in keys if (known := _by_key().get(key, ""))), "")
