"""The names of a ship that a text holds: without what papers say beside it, its former names, its name in brackets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from screening.names.bracketed_states import without_state
from screening.names.brackets import BRACKETS
from screening.names.former_names import beside_former
from screening.names.ship_papers import ships_papers
from screening.names.tokens import words
from screening.names.vessels import without_word_for_ship, words_apart_of_ship
from screening.names.vocabulary import segment

_FEWEST_WORDS: Final = 2
"""Words of another name in brackets: a word may be of the name (STAR (II))."""
_MARK: Final = 2
"""Letters of each piece of a mark at most (M/V, MT, т/х)."""


def names_of_ship(text: str) -> Iterator[str]:
    """The names of a ship in a text, beside the text as it stands; the same may come twice."""
    papers = ships_papers(text)
    bare = papers.name if papers else ""
    if bare:
        yield bare
        yield from beside_former(bare, firms=False)
    name = bare or text
    yield from _beside_brackets(name)
    for each in (words_apart_of_ship(name), _behind_mark(name), without_state(text), without_word_for_ship(text)):
        if each is not None:
            yield each
    if bare and (shorter := without_word_for_ship(bare)) is not None:
        yield shorter


def _beside_brackets(name: str) -> Iterator[str]:
    """The name and what it is called in brackets behind it: UTRENNYAYA ZVEZDA (MORNING STAR)."""
    inside = BRACKETS.findall(name)
    if inside and all(len(words(each)) >= _FEWEST_WORDS for each in inside):
        yield " ".join(BRACKETS.sub(" ", name).split())
        yield from inside


def _behind_mark(name: str) -> str | None:
    """A ship's mark within a text and the name behind it (FREIGHT PER MV SEA STAR); None where none stands there."""
    tokens = words(name)
    for each in segment(tokens):
        marks = any(meaning.kind == "vessel_prefix" and not meaning.ambiguous for meaning in each.meanings)
        short = all(len(token) <= _MARK for token in tokens[each.start : each.end])
        if marks and short and each.start > 0 and each.end < len(tokens):
            return " ".join(tokens[each.start :])
    return None
