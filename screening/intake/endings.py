"""Endings by which a word of running text is told, and what may stand in their place.

From ``lists/words/mention_endings.tsv`` and ``mention_inflections.tsv``.
"""

from __future__ import annotations

from functools import cache

from screening.reference import table


@cache
def endings_of(kind: str, language: str | None = None) -> tuple[str, ...]:
    """The endings of a kind, in one language or in all, the longest first."""
    rows = [row for row in table("words/mention_endings.tsv").rows if row["kind"] == kind]
    found = {each for row in rows if language in (None, row["language"]) for each in row["endings"].split()}
    return tuple(sorted(found, key=lambda ending: (-len(ending), ending)))


def ends_as(word: str, kind: str, language: str | None = None) -> bool:
    """Whether a lower-case word ends as those of a kind do."""
    return word.endswith(endings_of(kind, language))


def without_ending(word: str, kind: str, language: str | None = None) -> str:
    """A lower-case word without the longest ending of a kind it has; itself where it has none."""
    found = next((each for each in endings_of(kind, language) if word.endswith(each)), "")
    return word.removesuffix(found)


@cache
def inflections(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The endings of a language's inflected words, as they stand in the table, and what may stand in their place."""
    rows = [row for row in table("words/mention_inflections.tsv").rows if row["language"] == language]
    return tuple((row["ending"], tuple(each.strip("-") for each in row["instead"].split())) for row in rows)
