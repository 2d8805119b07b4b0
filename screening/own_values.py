"""Values users set in place of shipped ones, in any file of rules: whether they are of the same kind."""

from __future__ import annotations

import math
from typing import Any


def same_kind(value: Any, usual: Any) -> bool:
    """Whether a value is of the kind of the usual one; a whole number serves for any number."""
    if isinstance(usual, list) and isinstance(value, list):
        return all(same_kind(each, usual[0]) for each in value) if usual else True
    if isinstance(usual, float):
        return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    return type(value) is type(usual)
