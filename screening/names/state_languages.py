"""Languages in which one state, before all others, names its bodies and places."""

from __future__ import annotations

from functools import cache

from screening.reference import table


@cache
def _countries() -> dict[str, str]:
    return {row["language"]: row["country"] for row in table("words/state_languages.tsv").rows}


def country_of(language: str) -> str:
    """The country (ISO 3166) in whose own language words are; empty for a language of several, or none."""
    return _countries().get(language.partition("-")[0], "")
