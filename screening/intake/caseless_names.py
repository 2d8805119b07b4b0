"""Persons named in scripts without capitals whose words stand apart: Arabic, Persian, Georgian.

A given name in use, an office or a form of address begins a name; it goes on while words follow that are names or look
like one ("سليم أحمد كاظم الحلفي", "خانم سهیلا رستمی‌پور", "გიორგი მაჭარაშვილმა").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from screening.intake.lexicon import is_business, is_given_name, is_place, kinds
from screening.intake.manners import family_endings_of
from screening.intake.personal import is_family
from screening.intake.sentences import Word
from screening.intake.spans import Span
from screening.intake.syllabic import words_of
from screening.names.arabic import ARTICLE
from screening.names.in_use import parts_of
from screening.names.small_letters import lower
from screening.names.tokens import words as folded

_ENDS: Final = frozenset(
    {
        "opener",
        "speech",
        "time",
        "role",
        "role_side",
        "demonym",
        "company_head",
        "org_head",
        "trigger_vessel",
        "trigger_company",
    }
)
_MOST: Final = 5
_SHORTEST: Final = 3
_SPACE = re.compile(r"[ \u00a0]{1,2}")
_CASELESS = re.compile(r"[\u0590-\u06ff\u10d0-\u10ff]")


@cache
def _and() -> tuple[str, ...]:
    return tuple(words_of("and", "ar"))


def is_caseless(word: Word) -> bool:
    """Whether a word stands in a script of words without capitals."""
    return bool(_CASELESS.match(word.raw))


def caseless_persons(text: str, words: Sequence[Word], language: str | None) -> Iterator[Span]:
    """The persons a sentence names."""
    index = 0
    while index < len(words):
        if not is_caseless(words[index]):
            index += 1
            continue
        first = without_and(words[index])
        named = _named_before(text, words, index) or _between_commas(text, words, index)
        begins = _is_given(first.low, language)
        end = _end(text, words, index, first, named=named, language=language) if named or begins else index
        if end > index:
            reason = "after an office" if named else "given name"
            yield Span(first.start, words[end].end, "Person", (reason,))
        elif end == index and not named and _has_family_ending(first.low, language):
            before = words[index - 1] if index and _next_to(text, words, index) else None
            start = before.start if before is not None and _may_be_given(before, language) else first.start
            yield Span(start, words[index].end, "Person", ("family name's ending",))
        index = max(end, index) + 1


def _next_to(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether only a space stands between a word and the one before it."""
    return index > 0 and bool(_SPACE.fullmatch(text[words[index - 1].after : words[index].start]))


def _named_before(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether an office stands before a word, a nationality between them or not: "رجل الأعمال العراقي سليم"."""
    at = index
    while _next_to(text, words, at) and index - at < 2:
        at -= 1
        its = kinds(words[at].low) | kinds(without_and(words[at]).low)
        if "role" in its:
            return not _ends(without_and(words[index])) and len(words[index].low) >= _SHORTEST
        if not (its & {"demonym", "role_side"} or is_place(words[at].low)):
            return False
    return False


def _between_commas(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether two words stand between commas behind an office: "دادستان بندرعباس، مجتبی نیک‌رو، گفت"."""
    if index < 2 or index + 2 >= len(words) or not _next_to(text, words, index + 1) or _ends(words[index + 1]):
        return False
    commas = (text[words[at - 1].after : words[at].start].strip() for at in (index, index + 2))
    office = any("role" in kinds(word.low) for word in words[max(0, index - 3) : index])
    return office and all(comma in ("،", ",") for comma in commas) and not _ends(words[index])


def _end(text: str, words: Sequence[Word], index: int, first: Word, *, named: bool, language: str | None) -> int:
    """The last word of the name that begins with ``index``; ``index`` when it is no more than that word."""
    if _ends(first):
        return index
    end = index
    for at in range(index + 1, min(index + _MOST, len(words))):
        word = words[at]
        if (
            not _next_to(text, words, at)
            or not is_caseless(word)
            or (_ends(word) and word.low not in words_of("within", "ar"))
        ):
            break
        name = word.low in words_of("within", "ar") or _is_name(word.low, language)
        likely = named or language == "ka" or (language == "fa" and word.low.endswith("ی"))
        second = at == index + 1 and likely and len(word.low) >= _SHORTEST
        name = name or (at + 1 < len(words) and words[at + 1].low in words_of("of_faith", "ar"))  # "شمس / الدين"
        last = at == end + 1 and end > index and _ends_there(text, words, at)
        if not name and not last and not (second and not is_business(word.low) and not is_place(word.low)):
            break
        end = at
    while end > index and words[end].low in words_of("unfinished", "ar"):
        end -= 1
    return end


def _ends_there(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a mark, or the Arabic "and" with an office, follows a word, so that it is the last of a name."""
    if at + 1 >= len(words) or not _next_to(text, words, at + 1):
        return True
    following = words[at + 1].low
    return following.startswith(_and()) and "role" in kinds(following[1:])


def _ends(word: Word) -> bool:
    return bool(kinds(word.low) & _ENDS) or (
        word.low.startswith(_and()) and bool(kinds(word.low[1:]) & _ENDS) and not _is_given(word.low, None)
    )


def without_and(word: Word) -> Word:
    """A word without the Arabic "and" that is written to it, where what is left is known; before a word for a firm
    also without "for" and "with" (لشركة)."""
    rest = word.low[1:]
    if word.low[:1] in words_of("prefix", "ar") and not kinds(word.low) and kinds(rest) & {"company_head", "org_head"}:
        return replace(word, raw=word.raw[1:], low=rest, start=word.start + 1)
    known = bool(kinds(rest)) or _is_given(rest, None)
    if word.low.startswith(_and()) and known and not kinds(word.low) and not _is_given(word.low, None):
        return replace(word, raw=word.raw[1:], low=rest, start=word.start + 1)
    return word


@lru_cache(maxsize=1 << 14)
def _is_given(word: str, language: str | None) -> bool:
    found = folded(word)
    if len(found) != 1 or len(word) < _SHORTEST:
        return False
    parts = parts_of(found[0])
    if language == "ka":
        return ("ka", "given") in parts
    return any(part == "given" for _, part in parts) or is_given_name(word)


def _is_name(word: str, language: str | None) -> bool:
    """Whether a word may go on a name: one in use, one of descent (الحلفي), or by its ending."""
    found = folded(word)
    if any(parts_of(each) for each in found) or _is_given(word, language):
        return True
    if _has_family_ending(word, language) or is_family(word):
        return True
    return word.startswith(ARTICLE) and len(word) > len(ARTICLE) + 2 and not is_business(word) and not is_place(word)


def _has_family_ending(word: str, language: str | None) -> bool:
    endings = family_endings_of(language)
    return endings is not None and bool(endings.search(lower(word).replace("\u200c", "")))


def _may_be_given(word: Word, language: str | None) -> bool:
    return (
        is_caseless(word)
        and len(word.low) >= _SHORTEST
        and not _ends(word)
        and not is_business(word.low)
        and not is_place(word.low)
        and (language != "ka" or not word.low.endswith(tuple(words_of("case", "ka"))))
    )
