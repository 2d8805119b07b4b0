"""Names in running text without the small words that are written to them: وقاسم سليماني, 로케트공업부가."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from screening.intake.syllabic import words_of
from screening.names.tokens import Token

_SHORTEST: Final = 3
"""Letters of an Arabic word at least, without what is written before it."""
_SYLLABLES: Final = 2


def bare(tokens: Sequence[Token]) -> list[Token] | None:
    """A text's words without Arabic "and", "for", "with" before them and Korean endings behind them; None where
    nothing was written to any."""
    found = [_without_prefix(token) or _without_ending(token) or token for token in tokens]
    return found if any(ours is not theirs for ours, theirs in zip(found, tokens, strict=True)) else None


def is_prefixed(token: Token) -> bool:
    """Whether a word may only seem to have a small word before it: one of a name of several words."""
    return "\u0600" <= token.raw[:1] <= "\u06ff"


def _without_prefix(token: Token) -> Token | None:
    if token.raw[:1] not in _prefixes() or token.raw[:1] != token.text[:1] or len(token.text) <= _SHORTEST:
        return None
    return replace(token, raw=token.raw[1:], text=token.text[1:], start=token.start + 1)


def _without_ending(token: Token) -> Token | None:
    if not "\uac00" <= token.raw[-1:] <= "\ud7a3" or token.raw != token.text:
        return None
    ending = next((each for each in _endings() if token.raw.endswith(each)), "")
    if not ending or len(token.raw) - len(ending) < _SYLLABLES:
        return None
    raw = token.raw.removesuffix(ending)
    return replace(token, raw=raw, text=raw, end=token.end - len(ending))


@cache
def _prefixes() -> frozenset[str]:
    return words_of("prefix", "ar")


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(words_of("particle", "ko"), key=lambda each: (-len(each), each)))
