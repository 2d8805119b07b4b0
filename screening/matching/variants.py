"""Two words that are one name: its spellings, its short forms, its forms in other languages, family names of China."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from screening.matching.similarity import NOTHING, Likeness, likeness
from screening.matching.weights import weights
from screening.names.arabic import USUAL_SPELLING
from screening.names.arabic_compounds import gift
from screening.names.family_endings import renamed_stem
from screening.names.given import (
    are_short_forms,
    endings_of_respect,
    is_given_name,
    nickname_groups,
    surnames,
    variant_kind,
)
from screening.names.letters import russian_letters
from screening.names.scripts import CONSONANT_SCRIPTS
from screening.names.word import Word, weak_schemes

SYLLABLES: Final = frozenset({"Han", "Hangul"})
"""Scripts whose words are no short forms of names in other languages, however they are read."""
GIVEN_NAME: Final = "given name"
"""How `weak_schemes` calls words that may be spellings of a given name."""
SHORT_FORM: Final = 4
SPELLED_ALIKE: Final = 0.8
"""Likeness from which two short forms of one name are one short form spelled twice (Mpampis, Babis)."""


@lru_cache(maxsize=1 << 17)
def variant(left: Word, right: Word) -> Likeness:
    """Two spellings of one given or family name, or a name and its short form (``words/nicknames.tsv``)."""
    kinds = {variant_kind(a, b) for a in _written(left) for b in _written(right)} - {None}
    if "spelling" in kinds:
        return Likeness(weights().likeness["variant"], "spellings of one given name", "nicknames")
    if kinds and not _two_short_forms(left, right):
        how = "short form of one given name" if "nickname" in kinds else "one given name in two languages"
        return Likeness(weights().likeness["nickname"], how, "nicknames")
    if family_names(left) & family_names(right):
        return Likeness(weights().likeness["variant"], "spellings of one family name", "surnames_cjk")
    if any(_honoured(a, b) for a in _written(left) for b in _written(right)):
        return Likeness(weights().likeness["variant"], "one given name with a word of respect", "nicknames")
    if _without_god(left.text, right.text):
        return Likeness(weights().likeness["without_god"], "one given name without God's")
    if _are_renamed(left, right):
        return Likeness(weights().likeness["renamed"], "one family name under another ending", "Tajik or Kazakh")
    return NOTHING


def _two_short_forms(left: Word, right: Word) -> bool:
    """Whether two words are short forms of one given name that are not spelled alike: two people's, most likely."""
    told = [are_short_forms(a, b) for a in _written(left) for b in _written(right) if variant_kind(a, b)]
    return all(told) and likeness(left, right).value < SPELLED_ALIKE


def _are_renamed(left: Word, right: Word) -> bool:
    """Whether they are one family name, of which one has the ending that Tajiks give it now (Назирзода, Nazirov).

    Both in the letters of Russian are two: they stand in papers of one time.
    """
    if left.script == right.script == "Cyrillic" and not (left.text + right.text).strip(russian_letters()):
        return False
    ours, theirs = ([stem for text in of.usual if (stem := renamed_stem(text))] for of in (left, right))
    return any(mine[0] == other[0] and mine[1] != other[1] for mine in ours for other in theirs)


def _honoured(a: str, b: str) -> bool:
    """Whether one is the other, a given name in use, with what Uzbeks and Tajiks put behind it (Zafar, Zafarbek)."""
    short, full = sorted((a, b), key=len)
    return full.startswith(short) and full[len(short) :] in endings_of_respect() and is_given_name(short)


def _without_god(a: str, b: str) -> bool:
    """Whether one is the other, a word for what God gives, with God's name behind it (Hedayat, Hedayatollah)."""
    ours, theirs = gift(a), gift(b)
    return ours is not None and theirs is not None and ours[0] == theirs[0] and ours[1] != theirs[1]


def _written(of: Word) -> set[str]:
    """The spellings of a word that may be a variant of a name; consonants alone are no short form (Mohd, موحد)."""
    if of.script in CONSONANT_SCRIPTS:
        if nickname_groups(of.text):
            return {of.text}  # Gassan is Hassan in Russia, غسان nowhere
        return {of.text, *(text for text in of.latin if len(text) > SHORT_FORM)}
    if of.script in SYLLABLES:
        return {of.text}  # Yan is no Jan, and none of them a John
    if of.script == "Cyrillic":  # Зариф is no Sharif, though both may be written sarif
        return {of.text, *(key.text for key in of.readings if key.scheme not in weak_schemes(GIVEN_NAME))}
    if of.script == "Latin" and nickname_groups(of.text):
        return {of.text, *(key.text for key in of.readings if key.scheme == USUAL_SPELLING)}  # Pejman is no Peyman
    return spellings(of)


def spellings(of: Word) -> set[str]:
    """A word as it stands, and its readings in Latin letters but those by ear: they are short forms of other names."""
    return {of.text, *(of.latin - of.heard)}


@lru_cache(maxsize=1 << 16)
def family_names(of: Word) -> frozenset[str]:
    """The Chinese and Korean family names a word may be: as it is written where the table has it, else in any reading.

    Characters and usual spellings say which they are; readings would make one of those spelled alike abroad (赵, 邵).
    """
    if of.script in SYLLABLES:
        return frozenset(each.concept for each in surnames(of.text))
    found = surnames(of.text) if of.script == "Latin" else ()
    texts = {of.text, *(key.text for key in of.readings[:2])} if of.script == "Cyrillic" else {of.text, *of.usual}
    return frozenset(each.concept for each in found or [each for text in texts for each in surnames(text)])
