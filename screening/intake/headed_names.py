"""Names that a word for a firm begins or ends, where capitals do not tell: "بانک پارسیان", "Farg'ona kimyo zavodi"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from screening.intake.lexicon import is_business, kinds
from screening.intake.manners import goes_on_small
from screening.intake.sentences import Word
from screening.intake.spans import Span

_HEADS: Final = frozenset({"company_head", "org_head"})
_ENDS: Final = frozenset({"opener", "speech", "time", "joiner"})
_MOST_AFTER: Final = 5
_MOST_SMALL: Final = 3
_SPACE = re.compile(r"[ \u00a0]{1,2}")


def headed(text: str, words: Sequence[Word], language: str | None) -> Iterator[Span]:
    """The names in a sentence that a word for a firm or an office leads (Arabic script), or ends in small letters."""
    small = goes_on_small(language)
    for index, word in enumerate(words):
        if _is_arabic(word):
            if kinds(word.low) & _HEADS and (end := _led(text, words, index)) > index:
                yield _span(word, words[end], word)
        elif small and word.capital and (end := _ended(text, words, index)) > index:
            yield _span(word, words[end], words[end])


def _span(first: Word, last: Word, head: Word) -> Span:
    schema = "Company" if "company_head" in kinds(head.low) else "Organization"
    return Span(first.start, last.end, schema, (f"around '{head.low}'",))


def _led(text: str, words: Sequence[Word], head: int) -> int:
    """Where the name ends that a head begins: before a small word, a mark, or another head; "and" may stand within."""
    end = head
    for at in range(head + 1, min(head + 1 + _MOST_AFTER, len(words))):
        word = words[at]
        if not _SPACE.fullmatch(text[words[at - 1].after : word.start]) or not _is_arabic(word):
            break
        if kinds(word.low) & (_ENDS - {"joiner"}) or kinds(word.low) & _HEADS:
            break
        if "joiner" not in kinds(word.low):
            end = at
    return end


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
    return end


def _is_arabic(word: Word) -> bool:
    return "\u0600" <= word.raw[:1] <= "\u06ff"
