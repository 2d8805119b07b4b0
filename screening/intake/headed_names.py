"""Names that a word for a firm begins or ends, where capitals do not tell: "بانک پارسیان", "Farg'ona kimyo zavodi"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from screening.intake.caseless_names import without_and
from screening.intake.lexicon import is_business, is_legal_form, kinds
from screening.intake.manners import goes_on_small
from screening.intake.sentences import Word
from screening.intake.spans import Span
from screening.names.national_bodies import body_of

_HEADS: Final = frozenset({"company_head", "org_head"})
_ENDS: Final = frozenset({"opener", "speech", "time", "joiner"})
_MOST_AFTER: Final = 5
_MOST_SMALL: Final = 3
_PERSIAN_VERBS: Final = ("می\u200c", "نمی\u200c")
_IN_OR_V: Final = "في"
_SPACE = re.compile(r"[ \u00a0]{1,2}")


def headed(text: str, words: Sequence[Word], language: str | None) -> Iterator[Span]:
    """The names in a sentence that a word for a firm or an office leads (Arabic script), or ends in small letters."""
    small = goes_on_small(language)
    for index, word in enumerate(words):
        if _is_arabic(word):
            head = without_and(word)
            if kinds(head.low) & _HEADS and (end := _led(text, words, index)) > index:
                first, last = _body(text, words, index, end) or (head, words[end])
                yield _span(first, last, head)
        elif small and word.capital and (end := _ended(text, words, index)) > index:
            yield _span(word, words[end], words[end])


def _body(text: str, words: Sequence[Word], head: int, end: int) -> tuple[Word, Word] | None:
    """Where a known body's name stands among words a head leads, with the head or behind it: "حركة / حماس", and where
    it ends: "حزب الله / الموقف". What a bank or firm is called further may tell it from another."""
    if "company_head" in kinds(without_and(words[head]).low):
        return None
    for first in (without_and(words[head]), words[head + 1]):
        for last in reversed(words[head + 1 : end + 1]):
            if body_of(text[first.start : last.end]):
                return first, last
    return None


def _span(first: Word, last: Word, head: Word) -> Span:
    schema = "Company" if "company_head" in kinds(head.low) else "Organization"
    return Span(first.start, last.end, schema, (f"around '{head.low}'",))


def _led(text: str, words: Sequence[Word], head: int) -> int:
    """Where the name ends that a head begins: before a small word, a mark, or another head; "and" may stand within."""
    end = head
    for at in range(head + 1, min(head + 1 + _MOST_AFTER, len(words))):
        word = words[at]
        if word.low.startswith(_PERSIAN_VERBS) and not kinds(word.low) & _ENDS:
            return max(head, end - 1)  # "سپاه پاسداران / خدمت می‌کرد"
        if not _SPACE.fullmatch(text[words[at - 1].after : word.start]) or not _is_arabic(word):
            break
        spelt = at + 1 < len(words) and "letter" in kinds(words[at + 1].low)  # "بنك في دي بي"
        if spelt and word.low == _IN_OR_V:
            continue
        if kinds(word.low) & (_ENDS - {"joiner"}) or kinds(without_and(word).low) & (_HEADS | {"role"}):
            break
        if "joiner" not in kinds(word.low):
            end = at
    if end == head + 1 and kinds(words[head].low) & {"company_head"} and _says_only(words[head].low, words[end].low):
        return head
    return end


def _says_only(head: str, word: str) -> bool:
    """Whether a word behind one for a firm says no more than its trade or country: "شرکت آلمانی"."""
    return bool(kinds(word) & {"demonym"}) or (is_legal_form(head) and is_business(word))


def _ended(text: str, words: Sequence[Word], first: int) -> int:
    """Where the name ends that goes on in small letters: at a word for a firm behind what it makes."""
    end = first
    if words[first].possessive or "opener" in kinds(words[first].low):
        return end
    for at in range(first + 1, min(first + 1 + _MOST_SMALL, len(words))):
        word = words[at]
        if word.capital or not _SPACE.fullmatch(text[words[at - 1].after : word.start]) or not is_business(word.low):
            break
        if kinds(word.low) & _HEADS:
            end = at
    if end == first + 1 and is_legal_form(words[end].low):
        return first  # "Vektonix / kompaniyasi": no more than that it is a company
    return end


def _is_arabic(word: Word) -> bool:
    return "\u0600" <= word.raw[:1] <= "\u06ff"
