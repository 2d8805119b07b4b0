"""Short names beside full ones (T24's SHORT.NAME): a name cut to initials says nothing that the full name does not.

MOHAMMAD A beside MOHAMMAD ALI would be found as anybody of that initial: the initial is filled from the fuller name of
the row, and a name that says no more than that is no further name. One that says something else stays.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from screening.names.transliteration import romanise

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʻʼ`-][^\W\d_]+)*")
_MOST_INITIALS: Final = 3
"""Initials that are written together: IVANOV IP."""


@lru_cache(maxsize=65536)
def completed(short: str, full: str) -> str:
    """A short name with its initials filled from the full name; empty where it is nothing but the full name cut."""
    if _is_cut_off(short, full):
        return ""
    parts = list(_WORD.finditer(short))
    left = _WORD.findall(full)
    whole = []
    for found in parts:
        if word := next((each for each in left if _plain(each) == _plain(found[0])), ""):
            left.remove(word)
            whole.append(found)
    meant: dict[int, str] = {}
    for found in parts:
        if found not in whole and (words := _of_initials(found[0], left)):
            meant[found.start()] = " ".join(words)
    if not meant or all(len(found[0]) == 1 for found in whole):
        return short
    if len(whole) + len(meant) == len(parts) and not any(map(str.isdigit, short)):
        return ""
    filled = _WORD.sub(lambda found: meant.get(found.start(), found[0]), short)
    return " ".join(re.sub(r"(?<=[^\W\d_]{2})\.", " ", filled).split())


def _of_initials(text: str, left: list[str]) -> list[str]:
    """The words that a part of a short name is the initials of, taken from those that are left; none for a word."""
    if len(text) > 1 and (len(text) > _MOST_INITIALS or not text.isupper()):
        return []
    words: list[str] = []
    rest = list(left)
    for letter in text:
        word = next((each for each in rest if _plain(each).startswith(_plain(letter))), "")
        if not word:
            return []
        words.append(word)
        rest.remove(word)
    left[:] = rest
    return words


def _is_cut_off(short: str, full: str) -> bool:
    """Whether a short name is the beginning of the full one, cut within a word behind the first."""
    begun, whole = " ".join(short.split()).casefold(), " ".join(full.split()).casefold()
    behind = whole[len(begun) : len(begun) + 1]
    return " " in begun and begun[-1].isalpha() and behind.isalpha() and whole.startswith(begun)


@lru_cache(maxsize=65536)
def _plain(word: str) -> str:
    return romanise(word).casefold()
