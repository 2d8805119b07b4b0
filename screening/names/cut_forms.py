"""Legal forms of which a field was too short to hold the end ("… GENERAL TRADING CORPORAT", "… LIMITED LIABI").

What is left of the form would be taken for a word of the name, and one that nobody else has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Final

from screening.names.given import is_given_name, surnames
from screening.names.phrases import Phrase
from screening.names.rarity import is_known
from screening.names.vocabulary import legal_forms, meanings

LONG: Final = 17
"""Letters from which a name may have been cut off by a field's width."""
SHORTEST: Final = 2
"""Letters left of a word behind other words of its form."""
SURE: Final = 3
"""Letters left that are hardly anything else behind other words of the form (limited sir…)."""
FEWEST_BEFORE: Final = 5
"""Letters of the words of a form before the one that was cut, where none is a form by itself."""
FEWEST_WHOLE: Final = 10
"""Letters of whole words of a form of which the others are missing."""
SHORTEST_ALONE: Final = 6
SHORT_ALONE: Final = range(4, SHORTEST_ALONE)
HALF: Final = 2
"""Letters that are half of a form of one word at least, at the end of a name that says for certain what a firm does."""
LEAST_ALONE: Final = 0.6
"""The share of a word that is left where no other word of the form stands before it."""


@cache
def _by_beginning() -> dict[tuple[Phrase, str], list[Phrase]]:
    """The legal forms by what may stand before the word that was cut, and the first letters of that word."""
    found: dict[tuple[Phrase, str], list[Phrase]] = defaultdict(list)
    for phrase in sorted(legal_forms()):
        for at, word in enumerate(phrase):
            if at or len(phrase) == 1:
                found[phrase[:at], word[: SHORTEST if at else SHORTEST_ALONE]].append(phrase)
    return dict(found)


@cache
def _longest() -> int:
    return max(len(before) for before, _ in _by_beginning())


@cache
def _endings() -> frozenset[str]:
    """The first letters of words that may have been cut behind others of their form."""
    return frozenset(letters for before, letters in _by_beginning() if before)


def completed(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The folded words of a name, a legal form at the end that was cut within a word as a whole; else as they are."""
    if len(tokens) < 2 or sum(map(len, tokens)) + len(tokens) <= LONG:
        return tokens
    last = tokens[-1]
    if len(last) < SHORTEST or not last.isalpha():
        return tokens
    sizes = range(min(_longest(), len(tokens) - 2), 0, -1) if last[:SHORTEST] in _endings() else ()
    for size in (*sizes, 0):
        before = tokens[len(tokens) - 1 - size : -1]
        forms = _by_beginning().get((before, last[: SHORTEST if size else SHORTEST_ALONE]))
        form = forms and _form(before, last, forms)
        if form:
            return (*tokens[: len(tokens) - 1 - size], *form)
    word = _short_beginning(last) if len(last) in SHORT_ALONE else None
    if word and not _is_own(last, behind=False, whole=False) and any(map(_is_trade, tokens[:-1])):
        return (*tokens[:-1], word)
    return tokens


def _short_beginning(last: str) -> str | None:
    """The legal form of a word, of which half stands at the end of a name of business ("Wine House Limi")."""
    found = _of_one_word().get(last[: SHORT_ALONE.start], ())
    fitting = (each for each in found if each.startswith(last) and len(each) <= HALF * len(last))
    return min(fitting, key=_shortest, default=None)


@cache
def _of_one_word() -> dict[str, list[str]]:
    """The legal forms of one word by their first letters."""
    found: dict[str, list[str]] = defaultdict(list)
    for phrase in legal_forms():
        if len(phrase) == 1:
            found[phrase[0][: SHORT_ALONE.start]].append(phrase[0])
    return dict(found)


def _shortest(form: str) -> tuple[int, str]:
    return len(form), form


def _is_trade(token: str) -> bool:
    """Whether a word says for certain what a firm does."""
    return any(meaning.kind == "descriptor" and not meaning.ambiguous for meaning in meanings(token))


def _form(before: Phrase, last: str, forms: Sequence[Phrase]) -> Phrase | None:
    """The shortest legal form that begins with these words and this beginning of a word, which is none of its own."""
    least = 0 if _tells(before) else SHORTEST_ALONE
    if len(last) < least:
        return None
    found = [
        form for form in forms if _begins(form, before, last) and (before or len(last) >= LEAST_ALONE * len(form[0]))
    ]
    if not found or meanings(*before, last) or _is_own(last, behind=not least, whole=_is_whole(before)):
        return None
    # one whose word says something by itself, for where a phrase takes what stands before it
    return min(found, key=lambda form: (not meanings(form[len(before)]), len(form), sum(map(len, form)), form))


def _tells(before: Phrase) -> bool:
    """Whether words show that a legal form has begun: one of them is a form, or they are no mere article."""
    return sum(map(len, before)) >= FEWEST_BEFORE or any(
        meaning.kind == "legal_form" for each in before for meaning in meanings(each)
    )


def _is_whole(before: Phrase) -> bool:
    """Whether the words are a legal form by themselves, behind which hardly anything stands but more of it (CO LT)."""
    return bool(before) and any(meaning.kind == "legal_form" for meaning in meanings(*before))


def _begins(form: Phrase, before: Phrase, last: str) -> bool:
    """Whether a form goes on behind these words with the beginning of a word, or behind so many of its words."""
    at = len(before)
    if form[at] == last:
        return len(form) > at + 1 and at > 0 and sum(map(len, before)) + len(last) >= FEWEST_WHOLE
    return form[at].startswith(last)


def _is_own(last: str, *, behind: bool, whole: bool) -> bool:
    """Whether what is left is a word of its own; ``behind`` other words of its form only if it is short, or a form,
    and behind a ``whole`` form only if it is a Chinese or Korean family name.
    """
    if whole:
        return bool(surnames(last))
    if behind and len(last) >= SURE:
        return any(meaning.kind == "legal_form" for meaning in meanings(last))
    return bool(meanings(last)) or is_given_name(last) or is_known(last)
