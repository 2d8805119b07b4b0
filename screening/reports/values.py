"""Values of any shape as people read them: settings, and the figures of red flags."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def called(main: str | None, found: str) -> str:
    """A party under the name it was found by, after its main name where that is another one."""
    return f"{main} (as {found})" if main and main != found else found


def counted(number: int, noun: str) -> str:
    """A number with its noun: ``1 hit``, ``2,000 hits``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


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
