"""Numbers as they were before a spreadsheet or a table of floating-point numbers wrote them: ``7704274402.0``,
``7.704274402E9``, ``№ 728723089``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_MARK: Final = re.compile(r"\s*(?:№|#|n[o°º]\.|nr\.|n[°º])[\s.:]*(?=[^\W_])", re.IGNORECASE)
"""What says no more than that a number follows."""
_WHOLE: Final = re.compile(r"(\d{4,})[.,]0{1,2}")
_POWER: Final = re.compile(r"(\d)[.,](\d{1,15})E\+?(\d{1,2})", re.IGNORECASE)
_FEWEST: Final = 4
"""Digits of a number that stands for a party: 1.5E2 is none."""
_SHOWN: Final = 5
"""Digits behind the comma that a spreadsheet shows of a number: where it has so many or fewer, others are lost."""


@lru_cache(maxsize=1 << 16)
def as_typed(text: str) -> str:
    """A number without a mark before it and as it was before a spreadsheet wrote it; what is none as it stands.

    The empty string where digits of it are lost (``7,70427E+09``): it is no number that could be compared.
    """
    mark = _MARK.match(text)
    number = (text[mark.end() :] if mark else text).strip()
    if whole := _WHOLE.fullmatch(number):
        return whole[1]
    power = _POWER.fullmatch(number)
    if power is None or int(power[3]) < _FEWEST:
        return number if mark else text
    zeros = int(power[3]) - len(power[2])
    if zeros < 0 or (zeros and len(power[2]) <= _SHOWN):
        return ""
    return f"{power[1]}{power[2]}{'0' * zeros}"
