"""Forces and branches of service that stand beside a person's rank (полковник полиции, Col. … (ROK Army))."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from screening.names.phrases import Phrase, forms
from screening.names.scripts import script_of
from screening.names.vocabulary import Segment, segment
from screening.names.word_tables import Meaning
from screening.reference import table

FORCE: Final = "force"
FEWEST_LEFT: Final = 2
"""Words of a name beside its titles and forces; of fewer nothing is taken away."""
_ONE_WORD: Final = frozenset({"Han", "Hangul"})
_SOURCE: Final = "words/person_forces.tsv"


@cache
def _forces() -> dict[str, tuple[Phrase, ...]]:
    """The folded phrases by their first words, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for row in table(_SOURCE).rows:
        for phrase in forms(row["phrase"]):
            # of Chinese the first character is often taken for a family name, and stands apart
            for each in (phrase, tuple(phrase[0])) if script_of(phrase[0]) == "Han" else (phrase,):
                found.setdefault(each[0], []).append(each)
    return {first: tuple(sorted(set(phrases), key=lambda each: (-len(each), each))) for first, phrases in found.items()}


def with_forces(segments: Sequence[Segment], pieces: Sequence[str]) -> Sequence[Segment]:
    """The segments of a person's name with the forces beside a title as titles; as they are where there is none."""
    if _forces().keys().isdisjoint(pieces) or not any(map(_is_title, segments)):
        return segments
    apart = list(_apart(pieces))
    left = sum(_words(each, pieces) for each in apart if not _is_title(each))
    return apart if left >= FEWEST_LEFT else segments


def _is_title(each: Segment) -> bool:
    return any(meaning.kind == "title" for meaning in each.meanings)


def _words(each: Segment, pieces: Sequence[str]) -> int:
    """How many words of a name a segment is: Chinese and Korean names are often written as one."""
    return sum(len(word) if script_of(word) in _ONE_WORD else 1 for word in pieces[each.start : each.end])


def _apart(pieces: Sequence[str]) -> Iterator[Segment]:
    force = (Meaning("title", FORCE, _SOURCE),)
    begun = at = 0
    while at < len(pieces):
        phrase = next(
            (each for each in _forces().get(pieces[at], ()) if each == tuple(pieces[at : at + len(each)])), ()
        )
        if phrase:
            yield from _between(pieces, begun, at)
            yield Segment(at, at + len(phrase), force)
            begun = at + len(phrase)
        at += len(phrase) or 1
    yield from _between(pieces, begun, len(pieces))


def _between(pieces: Sequence[str], start: int, end: int) -> Iterator[Segment]:
    for each in segment(pieces[start:end]) if start < end else ():
        yield Segment(start + each.start, start + each.end, each.meanings)
