"""Whether the words of a name are a sole trader's, a firm's or a person's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import Final

from screening.names.given import is_given_name, is_patronymic
from screening.names.parts import unglue
from screening.names.scripts import script_of
from screening.names.tokens import words
from screening.names.vocabulary import BUSINESS, meanings, segment
from screening.reference import table

_INITIALS: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]\.\s?(?:[^\W\d_]\.)(?![^\W\d_])")
"""Of a given name and a father's."""
FEWEST_MARKED: Final = 3
MOST_MARKED: Final = 5
"""Words of a sole trader's name with the letters that mark it: family names, a given name, a father's."""


def is_traders(tokens: Sequence[str]) -> bool:
    """Whether a name is marked as a sole trader's, and is not all words of business besides (IP SB RAS)."""
    kinds = _kinds_in(tokens)
    if "sole_trader" not in kinds:
        return not kinds & BUSINESS and _has_short_mark(tokens)
    return "descriptor" not in kinds or any(is_given_name(token) or is_patronymic(token) for token in tokens)


def _has_short_mark(tokens: Sequence[str]) -> bool:
    """Whether letters that may be short for a sole trader (IE, СИ), and for no form of firms, stand before a few words
    of which one is a given name.
    """
    if not FEWEST_MARKED <= len(tokens) <= MOST_MARKED:
        return False
    marked = [each for each in meanings(tokens[0]) if each.kind in {"sole_trader", "legal_form"}]
    sole = bool(marked) and all("sole_trader" in {each.kind, each.concept} for each in marked)
    return sole and any(map(is_given_name, tokens[1:]))


def is_initialled(name: str) -> bool:
    """Whether a sole trader's name is a family name with initials, and so no firm's: ``ИП Иванов И.П.``"""
    if not (found := _INITIALS.search(name)):
        return False
    rest = words(f"{name[: found.start()]} {name[found.end() :]}")
    others = [token for token in rest if "sole_trader" not in _kinds_in((token,))]
    return len(others) == 1 < len(rest)


def share_form_of_firms(names: Sequence[Sequence[str]]) -> bool:
    """Whether what may mark a sole trader (ЧП) is a form of firms, which another name bears without doubt."""
    marked: set[str] = set()
    certain: set[str] = set()
    for each in chain.from_iterable(map(segment, names)):
        forms = {m.concept for m in each.meanings if m.kind == "legal_form" and not m.ambiguous} - {"sole_trader"}
        (marked if any(m.kind == "sole_trader" for m in each.meanings) else certain).update(forms)
    return bool(marked & certain)


def is_business(tokens: Sequence[str]) -> bool:
    """Whether a word is sure to be one of business."""
    return bool(_kinds_in(tokens) & BUSINESS)


def looks_personal(tokens: Sequence[str]) -> bool:
    """Whether a word is a given name or a father's, or all of them a Chinese name."""
    if any(is_given_name(token) or is_patronymic(token) for token in tokens):
        return True
    return len(tokens) == 1 and script_of(tokens[0]) == "Han" and 2 <= len(tokens[0]) <= 4


@lru_cache(maxsize=1 << 16)
def names_a_shop(tokens: tuple[str, ...]) -> bool:
    """Whether a name holds a word that a trader's own name has for the shop, and that is no given name: a person in a
    register may be called by both (مؤسسة فهد العتيبي التجارية).
    """
    pieces = [piece for token in tokens for piece in unglue(token)]
    return any(
        not any(map(is_given_name, pieces[each.start : each.end]))
        and any(m.concept in _shops() and m.kind in BUSINESS and not m.ambiguous for m in each.meanings)
        for each in segment(pieces)
    )


@cache
def _shops() -> frozenset[str]:
    return frozenset(row["concept"] for row in table("words/shops.tsv").rows)


def _kinds_in(tokens: Sequence[str]) -> frozenset[str]:
    pieces = [piece for token in tokens for piece in unglue(token)]
    return frozenset(meaning.kind for each in segment(pieces) for meaning in each.meanings if not meaning.ambiguous)
