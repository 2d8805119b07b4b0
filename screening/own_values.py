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


def not_a_count(value: Any) -> str:
    """What is wrong with a number of things; empty where nothing is."""
    return (
        "" if isinstance(value, int) and not isinstance(value, bool) and value > 0 else "must be a whole number above 0"
    )
