"""What words in names mean: legal forms, business words, places, titles, particles, in many languages.

Everything comes from the tables in ``lists/words`` and ``lists/places``; nothing here knows a word of its own.
Lookups work on folded tokens (see `screening.names.tokens`), in the script they are written in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import Final, NamedTuple

from screening.names import alphabets, forms_in_latin, letter_names, russian_in_latin, unspaced
from screening.names.arabic_phrases import is_arabic, without_articles
from screening.names.concepts import is_emblem
from screening.names.cyrillic import greek, is_cyrillic, persian, turkish
from screening.names.elision import without_elision
from screening.names.given import (
    gender,
    is_given_name,
    is_patronymic,
    nickname_groups,
    surname_length,
    surname_variants,
    surnames,
    variant_kind,
)
from screening.names.glued import Splitter, is_glued
from screening.names.heard import english, told
from screening.names.hebrew_prefixes import is_hebrew, without_prefixes
from screening.names.inflection import paradigms_of_languages
from screening.names.phrases import Phrase, endings
from screening.names.slavic_kin import meanings_of_kin
from screening.names.tokens import words
from screening.names.turkic_in_cyrillic import turkic
from screening.names.unspaced import SHORTEST, is_unspaced
from screening.names.word_tables import INFLECTED, Meaning, lexicon

__all__ = [
    "Meaning",
    "Segment",
    "gender",
    "heads_phrase",
    "is_given_name",
    "is_patronymic",
    "is_place",
    "meanings",
    "nickname_groups",
    "segment",
    "split_glued",
    "surname_length",
    "surname_variants",
    "surnames",
    "variant_kind",
    "without_ends",
]


class Segment(NamedTuple):
    """Tokens ``start`` to ``end`` (excluded) of a name, and what they mean; no meanings: a distinctive word."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]


#: Letters of Turkish, Persian and Greek words of business told in Cyrillic.
_SHORTEST_FOREIGN = 3

PLACES: Final = frozenset({"place", "country"})
"""Kinds of meanings that are places."""
TRADES: Final = frozenset({"descriptor", "generic"})
"""Kinds that say what a firm does."""
BUSINESS: Final = TRADES | {"legal_form"}
"""Kinds that say it is a firm, and of what sort."""
#: Letters a place has at least behind an article or a preposition.
_SHORTEST_PLACE = 4

#: Letters of a single word that has the meaning of the English word it is heard as; shorter ones are often others.
_SHORTEST_HEARD = 4

#: Letters of a Russian word of business in Latin letters; shorter ones are often others, unless they are a name anyhow.
_LONG_RUSSIAN = 7

#: Kinds of meanings that a word has for being heard as an English one.
_HEARD = (*INFLECTED, "legal_form", *PLACES)

#: Languages of the tables whose words may be Turkish: a word of several stands under one of them, or under xx.
_TURKISH = ("tr", "az", "tk", "uz", "xx", "")

#: Languages of the tables whose words are romanised Persian, and what Persian took from Arabic.
_PERSIAN = ("fa-Latn", "ar-Latn")

#: Languages of the tables whose words are in Latin letters as Greek sounds.
_GREEK = ("el", "el-Latn")

#: Endings are this long at most.
_LONGEST_ENDING = 9


@lru_cache(maxsize=1 << 16)
def _longest_from(token: str) -> int:
    """The words of the longest known phrase that begins with a token, whatever Arabic writes together with it."""
    longest = lexicon().longest
    if token.isascii():
        firsts = (token, *without_elision(token))
        return max(forms_in_latin.longest_from(token), *(longest.get(first, 1) for first in firsts))
    firsts = (token, *english(token))
    if is_cyrillic(token):
        firsts = (*firsts, turkish(token), persian(token), greek(token))
    elif is_arabic(token):
        firsts = (*firsts, *(bare[0] for bare in without_articles((token, ""))))
    elif is_hebrew(token):
        firsts = (*firsts, *(bare[0] for bare in without_prefixes((token,))))
    elif turk := alphabets.turkish(token):
        firsts = (*firsts, turk)
    return max(longest.get(first, 1) for first in firsts)


@lru_cache(maxsize=1 << 17)
def _of_phrase(phrase: Phrase) -> tuple[Meaning, ...]:
    """The meanings of a phrase: as it stands in the tables, and as an inflected form of one of their stems."""
    phrases = lexicon().phrases
    known = phrases.get(phrase, ())
    if not known and is_arabic(phrase[0]):
        for bare in without_articles(phrase):
            kinds = (*INFLECTED, *PLACES) if sum(map(len, bare)) >= _SHORTEST_PLACE else INFLECTED
            known = tuple(each for each in phrases.get(bare, ()) if each.kind in kinds and not each.ambiguous)
            if known:
                return known
    known = _with_inflected(known, phrase)
    if known:
        return known
    if phrase[0].isascii():
        form = forms_in_latin.form_of(phrase) if len(phrase) > 1 else ()
        return form or _behind_elision(phrase) or _russian_in_latin(phrase)
    if is_hebrew(phrase[0]):
        return _behind_prefix(phrase) or _heard_in_english(phrase)
    if is_cyrillic(phrase[0]):
        known = _foreign(phrase, ((turkish, _TURKISH), (persian, _PERSIAN), (greek, _GREEK)))
        if not known and len(phrase) == 1:
            known = meanings_of_kin(phrase[0]) or _turkic_in_cyrillic(phrase[0])
    elif alphabets.turkish(phrase[0]) and not any(map(english, phrase)):
        known = _foreign(phrase, ((alphabets.turkish, _TURKISH),))
    return known or _heard_in_english(phrase) or _spelled_form(phrase)


def _behind_elision(phrase: Phrase) -> tuple[Meaning, ...]:
    """What words mean that a French or Italian article is written together with (l'électricité)."""
    for rest in without_elision(phrase[0]):
        known = tuple(
            each
            for each in _of_phrase((rest, *phrase[1:]))
            if each.kind in (*INFLECTED, *PLACES) and not each.ambiguous
        )
        if known:
            return known
    return ()


def _behind_prefix(phrase: Phrase) -> tuple[Meaning, ...]:
    """What Hebrew words of business mean that an article or a preposition is written together with."""
    if len(phrase) == 1 and is_given_name(phrase[0]):
        return ()
    for bare in without_prefixes(phrase):
        known = tuple(each for each in lexicon().phrases.get(bare, ()) if each.kind in INFLECTED and not each.ambiguous)
        if known:
            return known
    return ()


def _heard_in_english(phrase: Phrase) -> tuple[Meaning, ...]:
    """What the English words mean that another script writes by ear (ბლექ სი)."""
    if len(phrase) == 1 and (len(phrase[0]) < _SHORTEST_HEARD or is_given_name(phrase[0])):
        return ()
    # what no table tells is sure enough beside other words only: who is called Беринг makes no bearings
    heard = [english(token) if len(phrase) > 1 else told(token) for token in phrase]
    if not all(heard):
        return ()
    phrases = lexicon().phrases
    for spoken in product(*heard):
        known = tuple(each for each in phrases.get(spoken, ()) if each.kind in _HEARD)
        if known:
            return known
    return ()


def _spelled_form(phrase: Phrase) -> tuple[Meaning, ...]:
    """What a legal form means whose Latin letters a word of another script names (ელელსი)."""
    form = letter_names.form(phrase[0]) if len(phrase) == 1 else ""
    return tuple(each for each in lexicon().phrases.get((form,), ()) if each.kind == "legal_form")


def _foreign(phrase: Phrase, ways: Sequence[tuple[Callable[[str], str], Sequence[str]]]) -> tuple[Meaning, ...]:
    """What words of business mean that another alphabet writes as it hears them (САНАЙИ ВЕ ТИДЖАРЕТ, ГУНАРИКА,
    თიჯარეთ): ``ways`` are how each is put in Latin letters, and the languages of the tables whose words it may be.
    """
    for write, languages in ways:
        latin = tuple(map(write, phrase))
        if not all(latin) or sum(map(len, latin)) < _SHORTEST_FOREIGN:
            continue
        known = tuple(
            each
            for each in _of_phrase(latin)
            if each.language in languages and not each.ambiguous and each.kind in (*INFLECTED, "legal_form")
        )
        if known:
            return known
    return ()


def _turkic_in_cyrillic(token: str) -> tuple[Meaning, ...]:
    """What a Turkic word of business means that a Russian record writes by ear (гурлушык)."""
    word = turkic(token)
    known = meanings(*words(word)) if word else ()
    return tuple(each for each in known if each.kind in INFLECTED and not each.ambiguous)


def _russian_in_latin(phrase: Phrase) -> tuple[Meaning, ...]:
    """What a Russian word of business means in Latin letters (kommutatsionnoi), or an English one that is written as
    Russian does (trast, maining).
    """
    if len(phrase) > 1:
        return ()
    if word := russian_in_latin.written(phrase[0]):
        long = len(phrase[0]) >= _LONG_RUSSIAN
        known = tuple(
            each
            for each in _of_phrase((word,))
            if each.kind in INFLECTED and not each.ambiguous and (long or is_emblem(each.concept))
        )
        if known:
            return known
    heard = russian_in_latin.heard(phrase[0])
    return tuple(each for each in lexicon().phrases.get((heard,), ()) if each.kind in _HEARD) if heard else ()


def _with_inflected(exact: tuple[Meaning, ...], phrase: Phrase) -> tuple[Meaning, ...]:
    """The meanings of a phrase as it stands, and of the stems of which it is an inflected form."""
    known, last = exact, phrase[-1]
    stems = lexicon().inflected.get(phrase[:-1])
    if not stems or last.isdigit():
        return known
    for length in range(min(_LONGEST_ENDING, len(last) - 1) + 1):
        of_stem = stems.get(last[: len(last) - length])
        if of_stem is None:
            continue
        for paradigm, meanings in of_stem.items():
            if exact and paradigm in paradigms_of_languages():
                continue  # a word of its own is no form of another that its language happens to inflect so
            if last[len(last) - length :] in endings(paradigm):
                taken = {(each.kind, each.concept) for each in known}
                known += tuple(each for each in meanings if (each.kind, each.concept) not in taken)
    return known


def segment(tokens: Sequence[str]) -> list[Segment]:
    """Cut a name's folded tokens into known phrases and single distinctive words, from left to right.

    At each token the longest known phrase wins. The segments cover all tokens in order; a token of no known
    phrase is a segment of its own without meanings. A phrase may have several meanings (``AS``: a legal form, and
    a particle): the caller picks by what it expects, `Meaning.ambiguous` says which to distrust.
    """
    return list(_segments(tuple(tokens)))


@lru_cache(maxsize=1 << 16)
def _segments(tokens: Phrase) -> tuple[Segment, ...]:
    """`segment`, remembered: one name is cut for its schema, its mode, its terms and its line of business."""
    segments: list[Segment] = []
    start, count = 0, len(tokens)
    while start < count:
        for stop in range(min(start + _longest_from(tokens[start]), count), start + 1, -1):
            known = _of_phrase(tokens[start:stop])
            if known:
                break
        else:
            stop = start + 1
            known = _of_phrase(tokens[start:stop])
        segments.append(Segment(start, stop, known))
        start = stop
    return tuple(segments)


def without_ends(tokens: Sequence[str], dropped: Callable[[Segment], bool]) -> tuple[str, ...]:
    """The folded tokens without the segments at either end that are to be dropped; all where nothing else is there."""
    segments = segment(tokens)
    low, high = 0, len(segments)
    while low < high and dropped(segments[low]):
        low += 1
    while high > low and dropped(segments[high - 1]):
        high -= 1
    return tuple(tokens[segments[low].start : segments[high - 1].end]) if low < high else tuple(tokens)


def meanings(*tokens: str) -> tuple[Meaning, ...]:
    """What exactly this phrase of folded tokens means; nothing when it is not known."""
    return _of_phrase(tokens) if tokens else ()


@lru_cache(maxsize=1 << 16)
def is_place(text: str) -> bool:
    """Whether a folded word or phrase may be a place or a country."""
    return any(each.kind in PLACES for each in meanings(*text.split(" ")))


def meanings_as_written(token: str) -> tuple[Meaning, ...]:
    """What exactly this folded token means where a table has it as it stands: quicker, and knows no inflected form."""
    known = lexicon().phrases.get((token,))
    if known is not None:
        return known
    of_stem = lexicon().inflected[()].get(token, {})
    return tuple(each for paradigm, found in of_stem.items() if "" in endings(paradigm) for each in found)


def legal_forms() -> frozenset[Phrase]:
    """The legal forms, folded."""
    return frozenset(
        phrase
        for phrase, known in lexicon().phrases.items()
        if any(each.kind == "legal_form" and not each.ambiguous for each in known)
    )


@lru_cache(maxsize=1 << 16)
def has_legal_form(name: str) -> bool:
    """Whether a legal form stands in a name that is seldom anything else."""
    return any(
        meaning.kind == "legal_form" and not meaning.ambiguous
        for part in segment(words(name[:300]))
        for meaning in part.meanings
    )


def heads_phrase(token: str) -> bool:
    """Whether a known phrase of more than one word begins with this folded token."""
    return _longest_from(token) > 1


#: Kinds of words that are glued to names in Chinese, Japanese and Korean.
_GLUED_KINDS = frozenset({"legal_form", "descriptor", "generic", "place", "country", "sole_trader"})
#: The same in alphabets without spaces, where small words stand between.
_UNSPACED_KINDS = _GLUED_KINDS | {"stopword"}


@cache
def _splitter() -> Splitter:
    return Splitter(_words_alone(is_glued, _GLUED_KINDS))


@cache
def _in_syllables() -> tuple[frozenset[str], int]:
    """The words at which alphabets without spaces are cut, and the letters of the longest."""
    known = frozenset(each for each in _words_alone(is_unspaced, _UNSPACED_KINDS) if len(each) >= SHORTEST)
    return known, max(map(len, known), default=0)


def _words_alone(is_of: Callable[[str], bool], kinds: frozenset[str]) -> frozenset[str]:
    """The words of some kinds that are surely of them, and begin with a character of some script."""
    return frozenset(
        phrase[0]
        for phrase, known in lexicon().phrases.items()
        if len(phrase) == 1 and is_of(phrase[0][0]) and any(each.kind in kinds and not each.ambiguous for each in known)
    )


@lru_cache(maxsize=1 << 16)
def _split_glued(token: str) -> tuple[str, ...]:
    return tuple(unspaced.split(token, *_in_syllables()) if is_unspaced(token[0]) else _splitter().split(token))


def split_glued(token: str) -> list[str]:
    """Cut a folded token of a script without spaces at the words it is known to hold; joined, the pieces are the token.

    ``上海云盛进出口有限公司`` gives 上海, 云盛, 进出口, 有限公司.
    Latin letters or digits within are pieces of their own.
    """
    return [token] if token.isascii() else list(_split_glued(token))
