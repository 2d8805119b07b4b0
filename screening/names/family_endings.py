"""Family names of one stem: the same where their endings are of one sort, two where they are not.

But that people of Tajikistan and Kazakhstan change the one for the other in their papers (Назиров, Назирзода;
Нурлыбаев, Нұрлыбай).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from rapidfuzz.distance import Levenshtein

from screening.names.folding import fold
from screening.names.given import is_given_name
from screening.names.letters import vowels
from screening.names.sound import sound
from screening.reference import table

SHORTEST_STEM: Final = 3
SHORTEST_RENAMED: Final = 4
"""Letters of a stem by which a family name is known under another ending."""
LONG_ENDING: Final = 4
"""Letters of an ending that make two names seem alike."""
SHORTEST_WITHOUT: Final = 4
OF: Final = "ov"
"""The kind of the endings that Russian made family names of fathers' names with."""
FEWEST_MORE: Final = 2
"""Letters of a syllable."""
MOST_APART: Final = 1
"""Letters by which the stems may differ: the vowel before the ending."""


@cache
def _endings(name: str) -> tuple[tuple[str, str], ...]:
    """The endings of a table with their kinds, the longest first."""
    found = [(fold(each), row["kind"]) for row in table(f"words/{name}.tsv").rows for each in row["endings"].split()]
    return tuple(sorted(found, key=lambda each: -len(each[0])))


@cache
def of_respect() -> frozenset[str]:
    """The kinds of endings of descent that are words of respect: they make another given name of one (Sharofjon)."""
    return frozenset(row["kind"] for row in table("words/descent_endings.tsv").rows if row["respect"] == "yes")


@cache
def feminine_endings() -> tuple[str, ...]:
    """Endings, as they are written, whose last letter makes the feminine of a family name (Petrov, Petrova)."""
    return tuple(ending for row in table("words/family_endings.tsv").rows for ending in row["feminine"].split())


@lru_cache(maxsize=1 << 15)
def _cut(word: str) -> tuple[str, str]:
    """The stem of a folded family name, and the sort of its ending, "" for none."""
    for ending, kind in _endings("family_endings"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: len(word) - len(ending)], kind
    return word, ""


def is_family_name(word: str) -> bool:
    """Whether a folded word ends as family names do."""
    return bool(_cut(word)[1])


@cache
def _greek() -> tuple[tuple[str, str, bool], ...]:
    rows = table("words/greek_families.tsv").rows
    return tuple((row["man"], row["woman"], row["alone"] == "yes") for row in rows)


@cache
def _greek_tails(*, greek: bool) -> tuple[str, ...]:
    return tuple({tail for man, woman, alone in _greek() if alone or greek for tail in (man, woman)})


def are_greek_forms(left: str, right: str, *, greek: bool) -> bool:
    """Whether two words in Latin letters are a man's and a woman's form of one Greek family name (Stathou, Stathos).

    ``greek`` says that one of them is written in Greek letters.
    """
    tails = _greek_tails(greek=greek)
    if not (left.endswith(tails) and right.endswith(tails)):
        return False  # most words
    return any(
        one.endswith(man) and other.endswith(woman) and one.removesuffix(man) == other.removesuffix(woman)
        for man, woman, alone in _greek()
        if alone or greek
        for one, other in ((left, right), (right, left))
        if len(one) - len(man) >= SHORTEST_STEM
    )


def are_two_families(left: str, right: str) -> bool:
    """Whether two folded words in one script are family names of one stem with endings of two sorts."""
    if left == right:
        return False
    (ours, kind), (theirs, other) = _cut(left), _cut(right)
    if kind == other or not (kind or other):
        return False
    if kind and other and (ours == right or theirs == left):
        return True  # one is made of the other with its ending (Georgiev, Georgievski)
    if not (kind and other) and (_slipped(left, right) in (ours, theirs) or _begins_ending(left, right, ours, theirs)):
        return False
    short, full = sorted((ours, theirs), key=len)
    return full.startswith(short) and len(full) - len(short) <= MOST_APART


def are_of_two_stems(left: str, right: str) -> bool:
    """Whether two words in Latin letters are family names of one ending and two stems: their end makes them alike.

    One stem has a syllable more (Gelashvili, Gogelashvili), or one ends in a vowel (Yermolaev, Yermolov), or two vowels
    differ where every way of writing the name keeps them (Kapanadze, Kapianidze).
    """
    (ours, kind), (theirs, other) = _cut(left), _cut(right)
    if not kind or kind != other:
        return False
    if kind == OF and _soft_and_hard(left, right):
        return True
    short, full = sorted((sound(ours), sound(theirs)), key=len)
    if _has_a_syllable_more(short, full):
        return True
    return kind in _of_steady_vowels() and Levenshtein.distance(_vowels_of(short), _vowels_of(full)) > MOST_APART


@cache
def _of_steady_vowels() -> frozenset[str]:
    return frozenset(row["kind"] for row in table("words/family_endings.tsv").rows if row["vowels"] == "steady")


def _vowels_of(heard: str) -> str:
    return "".join(char for char in heard if char in vowels())


def _has_a_syllable_more(short: str, full: str) -> bool:
    """Whether a stem is the other with letters more at one place, of which one is a vowel and one is none."""
    more = len(full) - len(short)
    if more < FEWEST_MORE or len(short) < SHORTEST_STEM:
        return False
    return any(
        full[:at] + full[at + more :] == short and 0 < len(_vowels_of(full[at : at + more])) < more
        for at in range(len(short) + 1)
    )


@cache
def _ov_ending() -> re.Pattern[str]:
    """A family name in Latin letters: its stem, the vowel that ends it if any, and what the ending begins with."""
    tails = {each[1:] for each, kind in _endings("family_endings") if kind == OF and each[0] in "eo"}
    return re.compile(rf"(.+?)([aeiou]*)y?([eo])(?:{'|'.join(sorted(tails))})")


def _soft_and_hard(left: str, right: str) -> bool:
    """Whether one ends in -ev behind a vowel, and the other in -ov where that vowel is not (Yermolaev, Yermolov)."""
    ours, theirs = _ov_ending().fullmatch(left), _ov_ending().fullmatch(right)
    if ours is None or theirs is None or sound(ours[1]) != sound(theirs[1]):
        return False
    return {(bool(each[2]), each[3]) for each in (ours, theirs)} == {(True, "e"), (False, "o")}


def _begins_ending(left: str, right: str, *stems: str) -> bool:
    """Whether the shorter of two words is the longer cut within its ending, not before it (Shadiyaro, Shadiyarov)."""
    short, full = sorted((left, right), key=len)
    return full.startswith(short) and len(short) > min(map(len, stems))


def _slipped(left: str, right: str) -> str:
    """The shorter of two words if it is the longer without a vowel within: no other ending, but a slip (Medvedv)."""
    short, full = sorted((left, right), key=len)
    missing = (full[:at] + full[at + 1 :] for at in range(1, len(full) - 1) if full[at] in vowels())
    return short if short in missing else ""


@cache
def _renamed() -> dict[str, tuple[str, bool]]:
    """Endings, the longest first: whether names end so "before" or "now", and whether the stem ends so itself."""
    rows = table("words/renamed_endings.tsv").rows
    return {
        row["ending"]: (row["when"], row["of"] == "stem") for row in sorted(rows, key=lambda row: -len(row["ending"]))
    }


@cache
def _renamed_tails() -> tuple[str, ...]:
    return tuple(_renamed())


@lru_cache(maxsize=1 << 12)
def renamed_stem(word: str) -> tuple[str, str] | None:
    """How the stem of a family name in Latin letters sounds, and whether it ends as "before" or "now"; or None.

    Tajik and Uzbek o is Russian a (Yoqubzoda, Yakubov).
    """
    if not word.endswith(_renamed_tails()) or not word.isascii():
        return None
    ending = next(each for each in _renamed() if word.endswith(each))
    when, of_stem = _renamed()[ending]
    stem = word if of_stem else word.removesuffix(ending)
    return (sound(stem.replace("o", "a")), when) if len(stem) >= SHORTEST_RENAMED else None


@lru_cache(maxsize=1 << 15)
def without_ending(word: str) -> tuple[str, str] | None:
    """A folded family name without an ending of `LONG_ENDING` letters or more, and its kind; None where it has none."""
    for ending, kind in _endings("descent_endings"):
        if len(ending) < LONG_ENDING:
            return None
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_WITHOUT:
            return word[: len(word) - len(ending)], kind
    return None


def stem_before(word: str, kind: str) -> str:
    """What stands before the ending of a folded family name of that sort; empty where it ends otherwise."""
    stem, found = _cut(word)
    return stem if found == kind else ""


@lru_cache(maxsize=1 << 15)
def forefather(word: str) -> tuple[str, str] | None:
    """The given name that a folded family name is made of, and the kind of its ending; None where it is of none."""
    for ending, kind in _endings("descent_endings"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < SHORTEST_STEM:
            continue
        if is_given_name(stem) or ((found := forefather(stem)) and found[1] in of_respect()):
            return stem, kind
    return None


@cache
def _adjectives() -> tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]:
    rows = table("words/slavic_adjectives.tsv").rows
    return tuple((tuple(row["stem"].split()), tuple(row["man"].split()), tuple(row["woman"].split())) for row in rows)


def is_womans_form(hers: str, his: str) -> bool:
    """Whether a word in Latin letters is a woman's form of a Slavic family name that is an adjective (Levytska)."""
    found = womans_stem(hers)
    return found is not None and any(
        his == found[0] + man for ends, men, _ in _adjectives() if found[0].endswith(ends) for man in men
    )


_LONG: Final = 3
"""Letters of the ending that Russian gives such names of women, and Ukrainian and Polish do not (-aya)."""


@lru_cache(maxsize=1 << 15)
def womans_stem(word: str) -> tuple[str, bool] | None:
    """The stem of a woman's family name in Latin letters that is a Slavic adjective, and whether its ending is the long
    one (Levitskaya) or the short (Levytska); None for others.
    """
    for ends, _, women in _adjectives():
        for ending in sorted(women, key=len, reverse=True):
            stem = word.removesuffix(ending)
            if stem != word and len(stem) >= SHORTEST_STEM and stem.endswith(ends):
                return stem, len(ending) >= _LONG
    return None
