"""Headings of ledgers that call a partner by letters, ``Land WE``, ``SP Name``: spelt out as words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from screening.intake.customs_phrases import cut, words_of
from screening.reference import table

_FEWEST: Final = 2
"""Partners of one language whose letters headings have, from which they are read so."""
_WITH_ATTRIBUTES: Final = frozenset({"attribute", "filler", "qualifier"})


class _Lettered(NamedTuple):
    """A heading with the letters of a partner.

    Attributes:
        at: The column.
        language: Whose letters they are.
        word: What they stand for.
        rest: The words beside them.
    """

    at: int
    language: str
    word: str
    rest: tuple[str, ...]


def partners_spelt_out(header: Sequence[str], sets: tuple[str, ...]) -> list[str]:
    """The headings, those with the letters of a partner beside a word of what it says of it (name, street, country)
    with its word for them: where letters of two partners of one language stand in the table, or a heading has the word.

    Args:
        header: The headings.
        sets: Which phrases of the knowledge table to use.
    """
    every = [words_of(heading) for heading in header]
    found = [each for index, said in enumerate(every) if (each := _lettered(index, said, sets))]
    spelt = list(header)
    for each in found:
        partners = {other.word for other in found if other.language == each.language}
        named = words_of(each.word)
        in_words = any(named[0] in said for index, said in enumerate(every) if index != each.at)
        if len(partners) >= _FEWEST or (each.rest and in_words):
            spelt[each.at] = " ".join((*each.rest, each.word))
    return spelt


def _lettered(index: int, said: tuple[str, ...], sets: tuple[str, ...]) -> _Lettered | None:
    """The letters at either end of a heading whose other words say what a column has of a party, or that is no more."""
    known = _letters(sets)
    for letters, rest in ((said[-1:], said[:-1]), (said[:1], said[1:])):
        if letters and letters[0] in known and _of_a_party(rest, sets):
            return _Lettered(index, *known[letters[0]], rest)
    return None


def _of_a_party(rest: tuple[str, ...], sets: tuple[str, ...]) -> bool:
    parts, strange = cut(rest, sets) if rest else ([], 0)
    kinds = [{kind for kind, _, _ in meanings} for meanings in parts]
    told = any("attribute" in each for each in kinds) and not any(each.isdisjoint(_WITH_ATTRIBUTES) for each in kinds)
    return not rest or (told and not strange)


@cache
def _letters(sets: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    """Letters of partners, each with its language and the word they stand for."""
    rows = [each for each in table("words/customs_headings.tsv").rows if each["kind"] == "letters"]
    return {row["phrases"]: (row["language"], row["value"]) for row in rows if row["set"] in sets}
