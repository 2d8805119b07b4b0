"""Telescoped names, the beginnings of several words written as one (Норильскпромтранспорт, Uzkimyosanoat)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, NamedTuple

from screening.names.closed_compounds import halves, says_what_it_is
from screening.names.combining_forms import first_half
from screening.names.folding import fold
from screening.names.scripts import script_of
from screening.names.tokens import LONGEST_WORD, words
from screening.names.vocabulary import PLACES, TRADES, is_place, meanings, meanings_as_written
from screening.reference import table

SHORTEST: Final = 7
"""Letters of a word that is written for several, at least."""
SHORTEST_STEM: Final = 4
"""Letters of what such a word begins with, where the table does not know it as a place."""
SHORTEST_WHOLE: Final = 5
"""Letters of a word of business that stands uncut in such a word."""
SHORTEST_LONE: Final = 6
"""Letters of the only word that follows, where what it follows is no place."""
SHORTEST_FORM: Final = 5
"""The same of a word that the table of cut words has."""
LONG_REST: Final = 8
"""The same where what it follows is a place of two or three letters (рос, uz)."""
SCRIPTS: Final = frozenset({"Latin", "Cyrillic"})
"""Scripts in which words are written so."""


class _Pieces(NamedTuple):
    """What a word is made of, and how sure that is: the squares of the letters of the pieces that are known."""

    sure: int
    texts: tuple[str, ...]


@cache
def _forms(kind: str) -> dict[str, str]:
    """The folded forms of places, of trades, or of ends, and the words they stand for."""
    rows = table("words/telescoped.tsv").rows
    return {fold(form): row["word"].casefold() for row in rows if row["kind"] == kind for form in row["forms"].split()}


@lru_cache(maxsize=1 << 16)
def taken_apart(name: str) -> str | None:
    """The name with each telescoped word written as the words it is made of; None where there is none.

    What is cut short in it is told in English, as the tables of words know it; the rest stands as it is written.
    """
    if max(map(len, name.split()), default=0) < SHORTEST:
        return None
    tokens = words(name)
    apart = [_pieces(token) if len(token) >= SHORTEST else None for token in tokens]
    cut = [halves(token) for token in tokens]
    own = any(not meanings(token) and pieces is None for token, pieces in zip(tokens, cut, strict=True))
    works = any(pieces and says_what_it_is(pieces[1]) for pieces in cut) and any(map(_is_of_a_place, tokens))
    if own or works:
        # beside a name of its own, or works beside their place; by themselves (Авиасервис) two words of business are
        # the name
        apart = [pieces or two for pieces, two in zip(apart, cut, strict=True)]
    if not any(apart):
        return None
    return " ".join(" ".join(pieces) if pieces else token for token, pieces in zip(tokens, apart, strict=True))


def _is_of_a_place(token: str) -> bool:
    return any(each.kind in PLACES and not each.ambiguous for each in meanings(token))


@lru_cache(maxsize=1 << 16)
def _pieces(token: str) -> tuple[str, ...] | None:
    if len(token) > LONGEST_WORD or not token.isalpha() or script_of(token) not in SCRIPTS or meanings(token):
        return None
    best: _Pieces | None = None
    for at, rest in _behind(token).items():
        stem, known = token[:at], _forms("place").get(token[:at])
        place = known is not None or (len(stem) >= SHORTEST_STEM and is_place(stem))
        if len(token) - at < _fewest_behind(stem, token[at:], place=place, several=" " in " ".join(rest.texts)):
            continue
        if not place and (len(stem) < SHORTEST_STEM or _is_business(stem) or _is_first_half(stem, token)):
            continue  # nothing says whose the words of business are
        found = _Pieces(rest.sure + (at * at if place else 0), (known or stem, *rest.texts))
        best = max(best or found, found)
    return None if best is None else best.texts


def are_of_other_words(left: str, right: str) -> bool:
    """Whether two folded words are each telescoped of as many known words, of which some mean something else
    (Belarusian machinery export, Belarusian timber export), however alike they are spelled.
    """
    ours, theirs = _pieces(left), _pieces(right)
    if ours is None or theirs is None or len(ours) != len(theirs):
        return False
    pairs = [(_said(a), _said(b)) for a, b in zip(ours, theirs, strict=True) if a != b]
    return any(mine and other and mine.isdisjoint(other) for mine, other in pairs)


def _said(word: str) -> frozenset[str]:
    return frozenset(each.concept for each in meanings_as_written(word) if each.kind in TRADES)


def _is_first_half(stem: str, token: str) -> bool:
    """Whether the word is of two halves, and this the first (микро)."""
    half = first_half(token)
    return half is not None and token == stem + half[1]


def _fewest_behind(stem: str, rest: str, *, place: bool, several: bool) -> int:
    """The letters that must follow what a word begins with, for it to be taken apart there."""
    if several or (place and len(stem) >= SHORTEST_STEM):
        return 0
    if place:
        return LONG_REST
    if rest in _forms("end"):
        return 0
    return SHORTEST_FORM if rest in _forms("trade") else SHORTEST_LONE


def _behind(token: str) -> dict[int, _Pieces]:
    """For each place in the word from which on it is made of known words: the words."""
    found: dict[int, _Pieces] = {}
    trades = _forms("trade")
    end = len(token)
    for start in range(end - 2, 1, -1):
        options = []
        for stop in (*(at for at in found if at > start), end):
            part = token[start:stop]
            text = trades.get(part) or (part if _is_whole(part) else None)
            if text is not None:
                rest = found.get(stop, _Pieces(0, ()))
                options.append(_Pieces(rest.sure + len(part) ** 2, (text, *rest.texts)))
        if options:
            found[start] = max(options)
    return found


@lru_cache(maxsize=1 << 16)
def _is_whole(part: str) -> bool:
    """Whether this is a word of business that stands uncut, and no telescoped word itself (khimmash)."""
    return len(part) >= SHORTEST_WHOLE and _is_business(part) and not _is_of_forms(part)


def _is_of_forms(part: str) -> bool:
    """Whether a word is nothing but several forms."""
    forms = _forms("trade")
    return any(part[:at] in forms and (part[at:] in forms or _is_of_forms(part[at:])) for at in range(2, len(part) - 1))


@lru_cache(maxsize=1 << 16)
def _is_business(text: str) -> bool:
    return text in _forms("trade") or any(
        each.kind in TRADES and not each.ambiguous for each in meanings_as_written(text)
    )
