"""What a term of a name is worth to the scorer, always in favour of a pair where its part in the name is not sure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from screening.matching.weights import weights
from screening.names.chinese_given import is_chinese_syllable
from screening.names.concepts import is_emblem
from screening.names.given import is_given_name, is_patronymic, surnames
from screening.names.numbers import number_words, roman_figures
from screening.names.parsing import Mode
from screening.names.parts import is_ideograph
from screening.names.persons import SON_OF, may_be_korean
from screening.names.places import is_seat
from screening.names.rarity import Corpus, rarity
from screening.names.vocabulary import TRADES, meanings

MODE_KINDS: Final[dict[str, frozenset[str]]] = {
    "organisation": frozenset(
        {"legal_form", "sole_trader", "country", "place", "descriptor", "generic", "stopword", "particle", "title"}
    ),
    "person": frozenset({"sole_trader", "title", "patronymic_marker", "particle", "stopword"}),
    "vessel": frozenset({"vessel_prefix", "stopword", "particle"}),
}


class Worth(NamedTuple):
    """What a term counts for, in favour of a pair where that is not sure.

    Attributes:
        weight: Answered, at most.
        left_over: Not answered, at least.
        as_name: Answered, where it is a name and nothing else.
        as_father: Not answered, where it is a father's name.
        own: Whether it is a name for sure.
        fixed: Whether it is no name, however short the whole.
        son: Whether it says that a father's name follows.
        marker: Whether it says that a father's name stands before it.
    """

    weight: float
    left_over: float
    as_name: float
    as_father: float
    own: bool
    fixed: bool
    son: bool
    marker: bool


@lru_cache(maxsize=1 << 17)
def worth_of(text: str, mode: Mode) -> Worth:
    """What a term is worth in names of a mode; as a name, or as anything else it may be there."""
    table = weights().modes[mode]
    flat = table.weight.get("flat", 0.0)
    corpus: Corpus = "person" if mode == "person" else "organisation"
    rare = max((rarity(each, corpus) for each in text.split()), default=1.0)
    share = flat + (1.0 - flat) * rare
    as_name = table.weight["name"] * share
    left_as_name = as_name * table.left_over.get("name", 1.0)
    left_as_father = table.weight.get("patronymic", as_name) * share * table.left_over.get("patronymic", 1.0)
    kinds = list(_kinds(text, mode))
    if not kinds:
        return Worth(as_name, left_as_name, as_name, left_as_father, True, False, False, False)
    found = []
    for kind in kinds:
        weight = table.weight.get(kind, table.weight["name"]) * (share if kind in {"name", "patronymic"} else 1.0)
        least = table.left_over.get(kind, 1.0)
        if kind == "descriptor":
            least = min(least, table.left_over.get("activity", least))
        if kind == "place" and mode == "organisation" and is_seat(text, _places(text)):
            least *= weights().seat_before
        found.append((weight, weight * least))
    fixed = "name" not in kinds and bool({"number", "initial", "particle", "legal_form"} & set(kinds))
    weight = max(0.0 if fixed or mode != "person" else as_name, *(each[0] for each in found))
    left_over = min(each[1] for each in found)
    known = meanings(*text.split(" "))
    son = any(each.kind == "particle" and each.concept in SON_OF for each in known)
    marker = any(each.kind == "patronymic_marker" for each in known)
    return Worth(weight, left_over, as_name, left_as_father, False, fixed, son, marker)


def _places(text: str) -> Iterator[str]:
    return (each.concept for each in meanings(*text.split(" ")) if each.kind == "place")


def is_initial(text: str) -> bool:
    """Whether a term is a single letter, and not a word of one character."""
    return len(text) == 1 and (text.isascii() or not is_ideograph(text))


def _kinds(text: str, mode: Mode) -> Iterator[str]:
    """The kinds of part, other than a name, that a term may be in names of a mode."""
    written = mode == "organisation" and (text in number_words() or text in roman_figures())
    if written or any(char.isdigit() for char in text):
        yield "number"
    elif is_initial(text):
        yield "name" if mode == "vessel" else "initial"
    if mode == "person" and is_patronymic(text):
        yield "patronymic"
    known = meanings(*text.split(" "))
    borne = bool(known) and mode == "person" and bool(surnames(text) or is_given_name(text))
    for meaning in known:
        if meaning.kind in MODE_KINDS[mode]:
            if borne and (meaning.ambiguous or meaning.kind == "title"):
                continue  # a name after all
            small = mode == "person" and meaning.kind in {"particle", "stopword"}
            if small and (is_chinese_syllable(text) or may_be_korean(text, meaning)):
                yield "name"
            if mode == "organisation" and meaning.kind in TRADES and is_emblem(meaning.concept):
                yield "name"
                continue
            yield {
                "sole_trader": "legal_form",
                "patronymic_marker": "particle",
                "vessel_prefix": "title",
            }.get(meaning.kind, meaning.kind)
