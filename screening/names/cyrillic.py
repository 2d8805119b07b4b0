"""Cyrillic words in Latin letters, by every scheme that fits the languages the word may be of."""

from __future__ import annotations

from functools import cache, lru_cache

from screening import reference
from screening.names.keys import Key, distinct
from screening.names.schemes import Scheme, load


@cache
def _alphabets() -> tuple[tuple[str, frozenset[str]], ...]:
    rows = reference.table("scripts/cyrillic_languages.tsv").rows
    return tuple((row["language"], frozenset(row["letters"])) for row in sorted(rows, key=lambda r: int(r["rank"])))


def languages(word: str) -> tuple[str, ...]:
    """The languages whose letters hold all of a folded word's, the most usual first; all, where none does."""
    letters = {char for char in word if char.isalpha() and not char.isascii()}
    fitting = tuple(language for language, own in _alphabets() if letters <= own)
    return fitting or tuple(language for language, _ in _alphabets())


@lru_cache(maxsize=1 << 12)
def _fitting(found: tuple[str, ...]) -> tuple[Scheme, ...]:
    """Schemes to use: where Russian is possible its own and those marked for any word, else those of the
    languages."""
    wanted = {"ru", "any"} if "ru" in found else set(found)
    return tuple(scheme for scheme in load("cyrillic") if scheme.languages & wanted)


def keys(word: str) -> tuple[Key, ...]:
    """Readings of a folded Cyrillic word, the most usual first."""
    return distinct(Key(scheme.write(word), scheme.label) for scheme in _fitting(languages(word)))


def is_cyrillic(token: str) -> bool:
    """Whether a folded word begins with a Cyrillic letter."""
    return "\u0400" <= token[0] <= "\u052f"


@cache
def _of_language(language: str) -> Scheme:
    return next(scheme for scheme in load("cyrillic") if language in scheme.languages)


@lru_cache(maxsize=1 << 14)
def turkish(word: str) -> str:
    """The folded Turkish word that a Russian record may write so: тиджарет, ticaret."""
    return _of_language("tr").write(word)


@lru_cache(maxsize=1 << 14)
def persian(word: str) -> str:
    """The folded romanised Persian word that a Russian record may write so: теджарат, tejarat."""
    return _of_language("fa").write(word)


@lru_cache(maxsize=1 << 14)
def greek(word: str) -> str:
    """The folded Greek word in Latin letters, by its sound, that a Russian record may write so: гунарика, gunarika."""
    return _of_language("el").write(word)


def readable(word: str) -> str:
    """One reading for reports, in the case of the original: the most usual scheme of the likeliest
    language."""
    folded = word.lower()
    scheme = _fitting(languages(folded))[0]
    latin = scheme.write(folded)
    if word.isupper() and len(word) > 1:
        return latin.upper()
    return latin.capitalize() if word[:1].isupper() else latin
