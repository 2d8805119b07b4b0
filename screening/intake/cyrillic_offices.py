"""Organisations in Russian text, of whose names only the first word is capitalised: "Министерство
обороны России"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from screening.intake.endings import ends_as
from screening.intake.lexicon import is_place, kinds
from screening.intake.sentences import Word
from screening.intake.spans import Span

_MOST_AFTER = 5
_SPACE = re.compile(r"[ \u00a0]{1,2}")


def offices(text: str, words: Sequence[Word]) -> Iterator[Span]:
    """Runs that begin with a capital and go on in small letters, around a word such as завод or
    министерство."""
    index = 0
    while index < len(words):
        word = words[index]
        if not word.capital or not ("а" <= word.low[:1] <= "ё"):
            index += 1
            continue
        head = _head(text, words, index)
        if head is None:
            index += 1
            continue
        end = _tail(text, words, head)
        plain_opening = word.opens and end == index
        if end > index and not plain_opening and not _said_only(words[index : end + 1]):
            schema = "Company" if "company_head" in kinds(words[head].low) else "Organization"
            yield Span(word.start, words[end].end, schema, (f"around '{words[head].low}'",))
        index = end + 1


def _said_only(taken: Sequence[Word]) -> bool:
    """Whether a run only says of what country or kind a company is: "Российская компания", "Турецкий
    банк"."""
    *adjectives, head = taken
    generic = bool(kinds(head.low) & {"trigger_company"})
    return generic and all(kinds(word.low) & {"demonym", "opener"} for word in adjectives)


def _next_to(text: str, words: Sequence[Word], index: int) -> bool:
    return index + 1 < len(words) and bool(_SPACE.fullmatch(text[words[index].after : words[index + 1].start]))


def _head(text: str, words: Sequence[Word], index: int) -> int | None:
    """Where the word is that says what it is: at once, or after adjectives ("Ферганский химический
    завод")."""
    at = index
    while at - index <= 3:
        if kinds(words[at].low) & {"org_head", "company_head"}:
            return at
        if not ends_as(words[at].low, "office_adjective") or not _next_to(text, words, at):
            return None
        at += 1
        if words[at].capital and not ends_as(words[at].low, "office_adjective"):
            return None
    return None


def _tail(text: str, words: Sequence[Word], head: int) -> int:
    """Where the name ends: behind what stands in the genitive, a country included."""
    end = at = head
    while at - head < _MOST_AFTER and _next_to(text, words, at):
        at += 1
        word = words[at]
        if is_place(word.low):
            return at if word.capital else end
        if "within_office" in kinds(word.low):
            continue
        if word.capital and not word.caps:
            return end
        if word.caps:
            return end if word.raw.isascii() else at  # "Китайская корпорация / CRVC Dalong"
        if kinds(word.low) & {"opener", "speech"} or not _goes_on(word.low):
            return end
        end = at
    return end


def _goes_on(word: str) -> bool:
    """Whether a word may be a genitive, and is not rather a verb."""
    return ends_as(word, "office_genitive") and not ends_as(word, "verb")
