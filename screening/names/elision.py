"""French and Italian words with the article that lost its vowel before them: L'Étoile; as folding joins them,
lelectricite.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from screening.names.letters import vowels
from screening.reference import table

LEAST: Final = 6
"""Letters that are left of a word at least: many shorter words begin like another behind an article (links, inks)."""


@cache
def _written(kind: str) -> tuple[str, ...]:
    return tuple(row["written"] for row in table("words/elisions.tsv").rows if row["kind"] == kind)


def articles() -> tuple[str, ...]:
    """What may stand before a vowel, folded (l, d, dell)."""
    return _written("elided")


def without_elision(token: str) -> tuple[str, ...]:
    """A folded word without what may be an article before a vowel (or a silent h); nothing for most words."""
    elided = _written("elided")
    if len(token) <= LEAST or not token.startswith(elided) or token in _written("other"):
        return ()
    rests = (token[len(before) :] for before in elided if token.startswith(before))
    return tuple(rest for rest in rests if len(rest) >= LEAST and (rest[0] in vowels() or rest[0] == "h"))


@cache
def _article() -> re.Pattern[str]:
    """An article before a name, with its apostrophe and some letters behind it."""
    rows = table("words/elisions.tsv").rows
    articles = "|".join(row["written"] for row in rows if row["kind"] == "elided" and row["means"] == "the")
    return re.compile(rf"^\s*(?:{articles})['\u2019\u02bc](?=[^\W\d_]{{3}})", re.IGNORECASE)


def without_article(name: str) -> str:
    """A name without the elided article that it begins with (L'Étoile du Croisic); any other as it is."""
    return _article().sub("", name, count=1)
