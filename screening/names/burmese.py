"""Burmese words in Latin letters, as the Myanmar press and the lists write them: by ear, in no official system.

Burmese writes no spaces between words, and names are of single syllables that Latin letters have apart (မင်းအောင်လှိုင်:
Min Aung Hlaing). So a word is cut at its syllables, each of which has a beginning and a rhyme; the letters at its end
are not heard as they are written. Only Unicode's order of letters is read, not Zawgyi's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import pairwise, product
from typing import Final

from screening.names.folding import fold
from screening.names.keys import Key, distinct
from screening.reference import table

SCHEME: Final = "Burmese by ear"
MOST: Final = 11
"""Readings of a word at most."""
_NOTHING: Final = "-"
_LETTER: Final = "\u1000-\u102a\u103f"
_MEDIALS: Final = "\u103b-\u103e"
_W: Final = "\u103d"
_H: Final = "\u103e"
_Y: Final = "\u103b\u103c"
_CREAKY: Final = "\u1037"
_SILENT_SIGNS: Final = re.compile("[\u1037\u1038]")
_STACK: Final = "\u1039"
_KILLER: Final = "\u103a"
_BEGINS: Final = re.compile(f"(?<!{_STACK})[{_LETTER}](?!{_CREAKY}?[{_KILLER}{_STACK}])")
"""A letter that begins a syllable: neither stacked under another nor silenced, nor with another below it."""
_SPOKEN: Final = re.compile(
    f"(?P<onset>[{_LETTER}])(?P<medials>[{_MEDIALS}]*)(?P<vowels>[\u102b-\u1032\u1036]*){_KILLER}?(?P<tone>[\u1037\u1038]*)"
    f"(?P<final>(?:[{_LETTER}]{_CREAKY}?(?:{_KILLER}{_STACK}?|{_STACK}))?)(?P<more>[\u1037\u1038]*)"
)
"""A syllable as it is spoken, the upper one of two stacked letters at its end."""
_BARE: Final = re.compile(f"[{_LETTER}]")
_LONGEST_NAME: Final = 5
"""Syllables of a name that is written as one, at most."""
_LONGEST_TITLE: Final = 12
_FEW: Final = 4
"""Syllables of a word with fewer of which any may have its second spelling together with any other."""
_INDEPENDENT: Final = frozenset("ဥဦဣဤဧဩဪ")
"""Vowels with a letter of their own."""


def starts(word: str) -> list[int]:
    """Where the syllables of a folded word begin, in writing: stacked letters keep two spoken ones together."""
    return [match.start() for match in _BEGINS.finditer(word)]


def syllables(word: str) -> list[str]:
    """A folded word cut where its syllables begin; joined, they are the word."""
    cuts = [0, *(at for at in starts(word) if at), len(word)]
    return [word[start:end] for start, end in pairwise(cuts) if end > start]


@lru_cache(maxsize=1 << 14)
def names_apart(word: str, is_title: Callable[[str], bool]) -> tuple[str, ...]:
    """The words of a person's name that is written as one: titles before it, then names, most of one syllable.

    Names of several syllables that are written as one in Latin letters stay whole (သူရ, Thura), and a letter without a
    vowel belongs to what stands before it, as in words of Pali.
    """
    rest = syllables(word)
    found: list[str] = []
    while len(rest) > 1:
        size = next(
            (size for size in range(min(len(rest) - 1, _LONGEST_TITLE), 0, -1) if is_title("".join(rest[:size]))), 0
        )
        if not size:
            break
        found.append("".join(rest[:size]))
        rest = rest[size:]
    first = len(found)
    while rest:
        size = next((n for n in range(min(len(rest), _LONGEST_NAME), 1, -1) if "".join(rest[:n]) in _names()), 1)
        taken = "".join(rest[:size])
        if size == 1 and _BARE.fullmatch(taken) and len(found) > first:
            found[-1] += taken
        else:
            found.append(taken)
        rest = rest[size:]
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def keys(word: str) -> tuple[Key, ...]:
    """Readings of a folded Burmese word, the most usual first; nothing where it holds no syllable.

    All syllables by their most usual spelling, then one after the other by its others; a word of one has them all.
    """
    read = list(_read(word))
    if not read:
        return ()
    usual = [ways[0] for ways in read]
    found = ["".join(usual)]
    if len(read) == 1:
        found += read[0]
    else:
        found += (
            ["".join(ways) for ways in product(*(each[:2] for each in read))][: MOST * 2] if len(read) < _FEW else []
        )
        for at, ways in enumerate(read):
            found += ["".join((*usual[:at], way, *usual[at + 1 :])) for way in ways[1:]]
    return distinct(Key(each, SCHEME) for each in list(dict.fromkeys(found))[:MOST])


def _read(word: str) -> Iterator[tuple[str, ...]]:
    """For each syllable as it is spoken, or name of several that has a reading of its own, the ways to write it."""
    at = 0
    places = {*starts(word), len(word)}
    while at < len(word):
        end = next((end for end in sorted(places, reverse=True) if at < end and word[at:end] in _names()), 0)
        if end:
            yield _names()[word[at:end]]
            at = end
            continue
        match = _SPOKEN.match(word, at)
        if match is None:
            at += 1
            continue
        ways = _syllable(match)
        if ways:
            yield ways
        at = match.end()


def _syllable(match: re.Match[str]) -> tuple[str, ...]:
    onset, medials, vowels = match["onset"], match["medials"], match["vowels"]
    final = _SILENT_SIGNS.sub("", match["final"])
    end = final[0] + _KILLER if final else ""
    creaky = _CREAKY in match["tone"] + match["final"] + match["more"]
    rhymes = _rhymes()
    rhyme = vowels + end
    if _W in medials and _W + rhyme in rhymes:
        rhyme, medials = _W + rhyme, medials.replace(_W, "")
    endings = rhymes.get(rhyme) or rhymes.get(end) or rhymes.get(vowels) or rhymes[""]
    if creaky and end and endings[0].endswith("n"):
        endings = (*(f"{each}t" for each in endings), *endings)  # မြင့်: Myint
    if onset in _INDEPENDENT:
        own = _letters()[onset]
        return tuple(each + (endings[0] if end else "") for each in own)
    return tuple(dict.fromkeys(first + last for first, last in product(_openings(onset, medials), endings)))


def _openings(onset: str, medials: str) -> tuple[str, ...]:
    """How the letters that begin a syllable are written, with the y, w and h that signs beside them stand for."""
    letters = _letters()
    for size in range(len(medials), 0, -1):
        known = letters.get(onset + medials[:size]) or letters.get(onset + medials[:size][::-1])
        if known:
            return tuple(each + ("w" if _W in medials[size:] else "") for each in known)
    if onset + _H in letters and _H in medials:  # ရွှ: the w stands between
        return tuple(each + ("w" if _W in medials else "") for each in letters[onset + _H])
    behind = ("y" if any(sign in medials for sign in _Y) else "") + ("w" if _W in medials else "")
    before = "h" if _H in medials else ""
    own = tuple(each.replace(_NOTHING, "") for each in letters[onset])
    return tuple(f"{before}{each}{behind}" for each in own)


@cache
def _letters() -> dict[str, tuple[str, ...]]:
    return {row["letters"]: tuple(row["latin"].split()) for row in table("scripts/burmese_letters.tsv").rows}


@cache
def _rhymes() -> dict[str, tuple[str, ...]]:
    rows = table("scripts/burmese_rhymes.tsv").rows
    return {row["rhyme"]: tuple(each.replace(_NOTHING, "") for each in row["latin"].split()) for row in rows}


@cache
def _names() -> dict[str, tuple[str, ...]]:
    return {fold(row["burmese"]): tuple(row["latin"].split()) for row in table("scripts/burmese_names.tsv").rows}
