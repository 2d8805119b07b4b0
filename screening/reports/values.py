"""Values of any shape as people read them: settings, and the figures of red flags."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def told(value: Any) -> str:
    """A value in words: ``TR, AE``; ``basis: USD/kg; within: code``; one line each where these hold more."""
    if isinstance(value, Mapping) and value:
        parts = [f"{key}: {told(each)}" for key, each in value.items()]
        return ("\n" if any(isinstance(each, Mapping) for each in value.values()) else "; ").join(parts)
    if isinstance(value, list | tuple) and value:
        return ", ".join(map(told, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:,}" if abs(value) >= 10_000 else str(value)  # a year must not read "2,023"
    return str(value) if value or value == "" else "none"
