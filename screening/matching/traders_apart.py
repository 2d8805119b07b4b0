"""A sole trader called by the family name beside a firm: a person is no company, however alike the names."""

from __future__ import annotations

import re
from typing import Final

from screening.names.parsing import ParsedName, is_sole_trader

_SOLE: Final = "sole_trader"
_INITIALS: Final = re.compile(r"(?:^|\s)[^\W\d_]\.(?:\s*[^\W\d_]\.)?(?:\s|$)")


def is_trader_beside_firm(left: ParsedName, right: ParsedName) -> bool:
    """Whether one name is a sole trader's, a family name with initials, and the other a firm's with its legal form."""
    return (_is_trader(left) and _is_firm(right)) or (_is_trader(right) and _is_firm(left))


def _is_trader(name: ParsedName) -> bool:
    return is_sole_trader(name.text) and _INITIALS.search(name.text) is not None


def _is_firm(name: ParsedName) -> bool:
    forms = [part for part in name.parts if part.kind == "legal_form"]
    return any(_SOLE not in part.concepts for part in forms) and not is_sole_trader(name.text)
