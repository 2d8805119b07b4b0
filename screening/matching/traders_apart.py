"""A sole trader called by the family name beside a firm: a person is no company, however alike the names."""

from __future__ import annotations

from typing import Final

from screening.names.parsing import ParsedName, is_sole_trader, parse
from screening.names.vocabulary import BUSINESS

_SOLE: Final = "sole_trader"


def is_trader_beside_firm(left: ParsedName, right: ParsedName) -> bool:
    """Whether one name is a sole trader's, a family name with initials, and the other has a word of firms or bodies."""
    return (_is_trader(left) and _is_firm(right)) or (_is_trader(right) and _is_firm(left))


def _is_trader(name: ParsedName) -> bool:
    return is_sole_trader(name.text) and bool(parse(name.text, "person").of_kind("initial"))


def _is_firm(name: ParsedName) -> bool:
    of_business = [part for part in name.parts if part.kind in BUSINESS]
    return any(_SOLE not in part.concepts for part in of_business) and not is_sole_trader(name.text)
