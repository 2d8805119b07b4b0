"""A firm's name with its seat behind it, as customs declarations have it: ООО Велмар, г. Ташкент, ул. Навои, 5."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from screening.names.address_words import kinds_of
from screening.names.tokens import words
from screening.names.vocabulary import segment

MARKERS: Final = frozenset({"town", "street", "number", "region", "area", "building", "unit", "box"})
PLACES: Final = frozenset({"place", "country"})
FEWEST: Final = 2
"""Words of a firm's name with its legal form at least."""


def before_seat(name: str) -> str | None:
    """What stands before the address that a firm's name ends in; None where it ends in none.

    The address begins behind a comma and names a place, and the firm's legal form stands before it.
    """
    pieces = name.split(",")
    at = len(pieces)
    placed = False
    while at > 1 and (said := _said(words(pieces[at - 1]))):
        at -= 1
        placed = placed or said == "place"
    if not placed or at == len(pieces):
        return None
    head = ",".join(pieces[:at]).strip()
    found = words(head)
    forms = any(m.kind == "legal_form" and not m.ambiguous for each in segment(found) for m in each.meanings)
    return head if forms and len(found) >= FEWEST else None


def _said(tokens: Sequence[str]) -> str:
    """What a piece of an address names: a place, or a part of one ("part"); nothing where it is none."""
    if not tokens:
        return ""
    kinds = [{m.kind for m in each.meanings if not m.ambiguous} for each in segment(tokens)]
    if any(kind & {"legal_form", "descriptor"} for kind in kinds):
        return ""
    places = [bool(kind & PLACES) for kind in kinds]
    if all(places):
        return "place"
    if len(tokens) > 1 and any(MARKERS & {*kinds_of((token,))[:1]} for token in tokens):
        return "place" if any(places) else "part"
    return "part" if all(any(map(str.isdigit, token)) for token in tokens) else ""
