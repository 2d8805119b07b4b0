"""Two names of one party in one text with a stroke, a comma or an "or" between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import pairwise
from typing import Final

from screening.names.given import is_given_name
from screening.names.letters import vowels
from screening.names.parts import unglue
from screening.names.scripts import script_of
from screening.names.sound import skeleton, sound
from screening.names.split_forms import BRANCH
from screening.names.tokens import words
from screening.names.transliteration import token_keys
from screening.names.vocabulary import Meaning, meanings, segment

STRIPPED_BESIDE: Final = ' \t\n,;:[]"«»'
STRIPPED: Final = f"{STRIPPED_BESIDE}()"
"""What stands around a name that is no part of it."""
SIDE: Final = 3
"""Words that each of two names parted so has at least: "Import/Export" is none."""
LONG_WORD: Final = 8
"""Letters of a word that is a name by itself beside a longer one, as telescoped words are (Белтелерадиокомпания)."""
DASH: Final = re.compile(r"\s+[-–—]\s+")
STROKE: Final = re.compile(r"\s*(?<!\b\w)/(?!\w\b)\s*")
"""No stroke between single letters ("s/o", "c/o")."""
CHARACTERS: Final = frozenset({"Han", "Hangul", "Kana"})
CHARACTERS_OF_A_PERSON: Final = range(2, 5)
INITIALS: Final = range(3, 9)
"""Letters of a short name that is made of initials."""
_SILENT: Final[tuple[frozenset[str], ...]] = (
    frozenset(),
    frozenset({"stopword"}),
    frozenset({"stopword", "legal_form"}),
)
_OF_BUSINESS: Final = frozenset({"descriptor", "generic", "legal_form", "stopword"})
AND: Final = re.compile(r",\s+|\s+&\s+")
"""What stands between firms in one cell, each with its legal form; within a firm's name as well."""
OR: Final = re.compile(r"\s+(?:or|and|или)\s+")
"""Words that part two names of one party in lists of states, where both are in other letters or have a legal form."""


def beside_strokes(text: str) -> Iterator[str]:
    """The name in two languages, or with its legal form in full and short, or said again in part or in one word, with a
    stroke between.
    """
    pieces = [piece.strip(STRIPPED) for piece in STROKE.split(text)]
    if len(pieces) > 1 and all(len(words(piece)) >= SIDE or has_form_and_more(piece) for piece in pieces):
        yield from pieces
        return
    match pieces:
        case [one, other] if _says_again(one, other) or _says_again(other, one):
            yield from pieces


def _says_again(whole: str, short: str) -> bool:
    """Whether a short name is the longer one beside it once more: some of its words, its initials or a word of its own.

    ("Hassan al-Wardian/Hassan Muhammad Ali al-Wardian", "Al-Itihaad Al-Islamiya/AIAI")
    """
    said, again = words(whole), words(short)
    if not again or len(said) <= len(again):
        return False
    if {*again} < {*said}:
        return len(again) > 1 or not meanings(again[0])
    if len(again) > 1:
        return False
    letters = short.isupper() and len(short) in INITIALS and spells(whole, short)
    return letters or (len(said) >= SIDE and len(again[0]) >= LONG_WORD and not meanings(again[0]))


def beside_comma(text: str) -> tuple[str, ...]:
    """A person's name spelled as two languages do, with a comma between: as many words, each beginning alike.

    ("Александр Викторович Янукович, Олександр Вікторович Янукович")
    """
    pieces = [piece.strip(STRIPPED) for piece in text.split(",")]
    if text.count(",") != 1:
        return ()
    one, other = (words(piece) for piece in pieces)
    alike = len(one) == len(other) >= SIDE and one != other
    return tuple(pieces) if alike and all(map(_begin_alike, one, other)) else ()


def _begin_alike(one: str, other: str) -> bool:
    """Whether two spellings of a name may be one by their first consonant; a vowel is spelled as any other."""
    firsts = [next((char for char in text if char not in vowels()), "") for text in (one, other)]
    return firsts[0] == firsts[1]


def beside_characters(text: str) -> tuple[str, ...]:
    """A name in letters and, behind or before it, in characters or Hangul (Jason Lai Ka-ho 黎家豪): a person's, or one
    with its legal form.
    """
    if text.isascii():
        return ()
    pieces = text.strip(STRIPPED).split()
    written = [script_of(piece) in CHARACTERS for piece in pieces]
    if len(pieces) < SIDE or sum(written) != 1 or not (written[0] or written[-1]):
        return ()
    at = written.index(True)
    characters, letters = pieces[at].strip(STRIPPED), " ".join(pieces[:at] + pieces[at + 1 :]).strip(STRIPPED)
    alone = len(characters) in CHARACTERS_OF_A_PERSON or has_form_and_more(characters)
    return (letters, characters) if alone and len(words(letters)) > 1 else ()


def beside_script(text: str) -> tuple[str, ...]:
    """A name in Latin letters and, behind or before it, in others: each with its legal form (ООО Узлаб UZLAB LLC), or
    each word that which stands for it as it is read or by its meaning (ООО Ромашка Трейд ROMASHKA TRADING).
    """
    if text.isascii():
        return ()
    pieces = text.strip(STRIPPED).split()
    latin = [script_of(piece) == "Latin" for piece in pieces]
    if sum(one != other for one, other in pairwise(latin)) != 1:
        return ()
    at = latin.index(not latin[0])
    sides = tuple(" ".join(side).strip(STRIPPED) for side in (pieces[:at], pieces[at:]))
    return sides if all(map(has_form_and_more, sides)) or _say_the_same(*sides) else ()


def _say_the_same(one: str, other: str) -> bool:
    """Whether two names without their legal forms are as many words, each the other's in their order, which begins
    elsewhere where one has the family name first ("KHORSANDNIA, Behruz / بهروز خرسندنیا").
    """
    ours, theirs = _without_forms(one), _without_forms(other)
    if len(ours) != len(theirs):
        return False
    turned = (theirs[at:] + theirs[:at] for at in range(len(theirs)))
    return any(all(map(_says_the_same, ours, each)) for each in turned)


def _says_the_same(one: str, other: str) -> bool:
    if not {each.concept for each in meanings(one)}.isdisjoint(each.concept for each in meanings(other)):
        return True
    ours, theirs = ([key.text for key in token_keys(word)] or [word] for word in (one, other))
    if not {*map(sound, ours)}.isdisjoint(map(sound, theirs)):
        return True
    return not {bones for text in ours if len(bones := skeleton(text)) > 1}.isdisjoint(map(skeleton, theirs))


def _without_forms(name: str) -> list[str]:
    found = words(name)
    forms = [each for each in segment(found) if any(_is_sure_form(meaning) for meaning in each.meanings)]
    return [word for at, word in enumerate(found) if not any(each.start <= at < each.end for each in forms)]


def beside_or(text: str) -> Iterator[str]:
    """The names in letters other than Latin that an English "or" parts, or a Russian one where one has a legal form or
    all are of two words and more.
    """
    pieces = [piece.strip(STRIPPED) for piece in OR.split(text)]
    if len(pieces) == 1 or any(script_of(piece) in {"Latin", "None", "Mixed"} for piece in pieces):
        return
    if "или" not in text or any(map(has_form_and_more, pieces)) or all(len(words(piece)) > 1 for piece in pieces):
        yield from pieces


def beside_firms(text: str) -> tuple[str, ...]:
    """The firms in one text with a comma or an "&" between, each with its legal form (Zarvon LLC, Uzlab LLC)."""
    pieces = [piece.strip(STRIPPED) for piece in AND.split(text)]
    several = len(pieces) > 1 and all(len(words(piece)) > 1 and not piece[0].islower() for piece in pieces)
    return tuple(pieces) if several and all(map(_is_firm, pieces)) else ()


def _is_firm(name: str) -> bool:
    return has_form_and_more(name) and _is_called(name) and not _names_branch(name)


def _is_called(name: str) -> bool:
    """Whether a firm's name has a word that is more than one of business ("Trade Trust & Shipping GmbH" has none)."""
    return any(not {m.kind for m in each.meanings} & _OF_BUSINESS for each in segment(words(name)))


def _names_branch(name: str) -> bool:
    """Whether a name says that it is a firm's branch, which is a form but no firm."""
    return any(meaning.concept == BRANCH for word in words(name) for meaning in meanings(word))


def beside_initials(text: str) -> tuple[str, ...]:
    """The initials of a firm's name and the name, where both stand in the text: "NIOC National Iranian Oil Company"."""
    first, _, behind = text.partition(" ")
    before, _, last = text.rpartition(" ")
    for short, whole in ((first, behind.lstrip()), (last, before)):
        if len(short) not in INITIALS or not short.isupper() or whole[:1].upper() != short[0]:
            continue
        if spells(whole, short) and not is_given_name(short.casefold()):
            return short, whole
    return ()


def spells(name: str, letters: str) -> bool:
    """Whether letters are the initials of a name: of all its words, or without its form and words that say nothing."""
    return any(initials_of(name, silent) == letters.casefold() for silent in _SILENT)


def abbreviates(letters: str, name: str) -> bool:
    """Whether letters stand in a name in this order, from its first: HQN for Haqqani Network."""
    left = iter("".join(words(name)))
    return letters[:1].casefold() == name[:1].casefold() and all(char in left for char in letters.casefold())


def initials_of(name: str, silent: Set[str] = frozenset({"stopword"})) -> str:
    """The initials of a name's folded words, but of those of some kinds."""
    said = (word for word in words(name) if all(meaning.kind not in silent for meaning in meanings(word)))
    return "".join(word[0] for word in said)


def has_form_and_more(name: str) -> bool:
    """Whether a name has a legal form, and more."""
    found = [piece for word in words(name) for piece in unglue(word)]
    forms = [each for each in segment(found) if any(_is_sure_form(meaning) for meaning in each.meanings)]
    return 0 < sum(each.end - each.start for each in forms) < len(found)


def _is_sure_form(meaning: Meaning) -> bool:
    return meaning.kind == "legal_form" and not meaning.ambiguous
