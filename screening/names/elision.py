"""French and Italian words with the article that lost its vowel before them: L'Étoile; as folding joins them,
lelectricite.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from screening.names.letters import vowels
from screening.reference import table

_APOSTROPHES: Final = frozenset("'\u2019\u02bc")
FEWEST_SPACES: Final = 3
"""Spaces of a name within which articles are left out: shorter ones are as often persons' (Vito D'Angelo)."""
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
    return _before(row["written"] for row in table("words/elisions.tsv").rows if row["means"] == "the")


@cache
def _any() -> re.Pattern[str]:
    return _before(articles())


def _before(written: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(written)})['\u2019\u02bc](?=[^\W\d_]{{3}})", re.IGNORECASE)


def without_article(name: str) -> str:
    """A name without the elided article that it begins with (L'Étoile du Croisic), and one of several words without
    any within it (Banque Centrale des États de l'Afrique de l'Ouest, BCEAO); any other as it is.
    """
    if _APOSTROPHES.isdisjoint(name):
        return name
    at = len(name) - len(name.lstrip())
    first = _article().match(name, at)
    bare = name[first.end() :] if first else name
    return _any().sub("", bare) if bare.count(" ") >= FEWEST_SPACES else bare


def without_elided(word: str) -> str:
    """A word without what lost its vowel before it, with an apostrophe between (l'Asie, dell'Asia); else as it is."""
    return word if _APOSTROPHES.isdisjoint(word) or not (found := _any().match(word)) else word[found.end() :]
