"""Other readings of a word in Latin letters: what another country's spelling of the same name would be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from screening import reference
from screening.names import (
    arabic,
    armenian,
    chinese,
    chinese_by_ear,
    english_names_by_ear,
    given_in_one,
    national,
    russian_in_latin,
    spellings,
)
from screening.names.arabic_prefixes import prefixes
from screening.names.english import english_words
from screening.names.given import is_given_name, surnames
from screening.names.keys import Key, distinct
from screening.names.rarity import is_known
from screening.names.signs import sign

_C_AS_J = re.compile(r"c(?=[aeiou])(?!i[ao]$|ea$)")
_RIVER = "cay"
"""The Azerbaijani river (çay), of which many places are called (Gəncəçay, Ganjachay)."""
_ZADE = re.compile(r"z[ao]d[ae]h?$")
_SHORTEST_AZERBAIJANI = 4
_INITIAL_O = re.compile(r"^o(?=[a-z]{3})")
_GLIDE = re.compile(r"(?<=[aei])ou(?=[aei])")
_SHORTEST_FRENCH = 6
_SHORTEST_G = 7
HEARD: Final = "English word by ear (Russian)"
LETTERS: Final = "letters by their names (Russian)"


@cache
def _variants() -> tuple[tuple[re.Pattern[str], str, str, int], ...]:
    rows = reference.table("scripts/latin_variants.tsv").rows
    return tuple((re.compile(row["pattern"]), row["becomes"], row["scheme"], int(row["least"])) for row in rows)


@cache
def _marks() -> dict[int, str]:
    return {ord(row["letter"]): row["spelled"] for row in reference.table("scripts/latin_marks.tsv").rows}


def spelled_marks(raw: str) -> str:
    """A raw word in lower case with marked letters spelled out (Şymkent → shymkent, Müller → mueller)."""
    return raw.replace("İ", "i").lower().translate(_marks())


def _by_way_of_russian(word: str) -> Iterator[Key]:
    """Uzbek and Tajik o stands for Russian a, and the o with apostrophe for u; the ending -ov is Russian
    already."""
    if len(word) < 5 or "o" not in word or sign("not_uzbek").search(word):
        return
    match = sign("russian_ending").search(word)
    stem, ending = (word[: match.start()], match.group()) if match else (word, "")
    if "o" not in stem:
        return
    stem = stem.replace("x", "kh").replace("q", "k")
    yield Key(stem.replace("o", "a") + ending, "Uzbek and Tajik o as a (by way of Russian)")
    if stem.count("o") > 1:
        yield Key(stem.replace("o", "u", 1).replace("o", "a") + ending, "Uzbek o' as u (by way of Russian)")
    if stem[0] == "o" or (stem[1] == "o" and (sign("turkic_ending").search(word) or sign("uzbek").search(word))):
        yield Key(stem.replace("o", "u", 1) + ending, "Uzbek o' as u (by way of Russian)")


def _g_as_h(word: str) -> str:
    """A word that Russian begins with a g, put with the h of other languages (gerbarium, herbarium); "" for others.

    English words and family names that begin with a g are their own (Galloway), and the other has to be a word in use.
    """
    if len(word) < _SHORTEST_G or word[0] != "g" or not sign("g_for_h").search(word):
        return ""
    put = f"h{word[1:]}"
    own = word in english_words() or is_given_name(word) or bool(surnames(word)) or is_known(word)
    known = put in english_words() or is_known(put) or sign("h_words").search(put)
    return put if known and not own else ""


def _french(word: str) -> str:
    """An Arabic name as French spells it, put as English does (Okacha, Ukasha; Chekroun, Shekrun)."""
    if "ch" not in word or "kh" in word or "sh" in word:
        return word
    return _INITIAL_O.sub("u", _GLIDE.sub("w", word.replace("ch", "sh").replace("dj", "j")).replace("ou", "u"))


def _azerbaijani(word: str) -> str:
    """The letters of Azerbaijani that English writes otherwise, all at once (Cavadzadə, Javadzade; Xaqani, Khagani)."""
    stem, river = (word[: -len(_RIVER)], "chay") if word.endswith(_RIVER) else (word, "")
    return _ZADE.sub("zade", _C_AS_J.sub("j", stem.replace("x", "kh"))).replace("q", "g") + river


def _all(word: str, spelled: str) -> Iterator[Key]:
    yield Key(word, "as written")
    if spelled and spelled != word:
        yield Key(spelled, "marks spelled out")
    yield from given_in_one.keys(word)
    if named := russian_in_latin.letters_named(word):
        yield Key(named, LETTERS)
    usual = arabic.usual_spelling(word)
    if usual:
        yield Key(usual, arabic.USUAL_SPELLING)
    for prefix, put in prefixes("name").items():
        rest = arabic.usual_spelling(word[len(prefix) :]) if word.startswith(prefix) else None
        if rest:
            yield Key(put + rest, arabic.USUAL_SPELLING)
    slavic = national.key(word)
    if slavic:
        yield slavic
    yield from chinese.latin_keys(word)
    yield from chinese_by_ear.keys(word, "Latin")
    surname = armenian.key(word)
    if surname:
        yield surname
    if not word.isalpha():
        return
    english = russian_in_latin.heard(word)
    if english:
        yield Key(english, HEARD)
    yield from english_names_by_ear.keys(word)
    if h := _g_as_h(word):
        yield Key(h, "g as h (by way of Russian)")
    length = len(word)
    for pattern, becomes, scheme, least in _variants():
        if length >= least and pattern.search(word):
            yield Key(pattern.sub(becomes, word).strip(), scheme)
    yield from spellings.keys(word, "own")
    yield from spellings.keys(word, "heard")
    together = _azerbaijani(word) if length >= _SHORTEST_AZERBAIJANI else word
    if together != word:
        yield Key(together, "Azerbaijani letters")
    french = _french(word) if length >= _SHORTEST_FRENCH else word
    if french != word:
        yield Key(french, "French spelling (Arabic)")
    yield from _by_way_of_russian(word)
    yield from spellings.keys(word, "slavic")


def keys(word: str, spelled: str = "") -> tuple[Key, ...]:
    """Readings of a folded Latin word: itself first; ``spelled`` is the word with its marks spelled out."""
    return distinct(_all(word, spelled))
