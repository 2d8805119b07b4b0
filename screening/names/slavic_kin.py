"""Belarusian and Bulgarian words of business that no table has, by the Russian and Ukrainian words they are spelled as.

Belarusian writes as it speaks (кіслародны, кислородный), Bulgarian has endings of its own (кислороден): both keep the
stem. Adjectives are known by it in either language, nouns in Belarusian, where a word is spelled as no Russian one is.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from screening.kept_tables import kept
from screening.names.belarusian import is_belarusian, key
from screening.names.concepts import is_emblem
from screening.names.cyrillic import is_cyrillic
from screening.names.given import is_given_name
from screening.names.word_tables import Meaning, lexicon
from screening.reference import table

SHORTEST: Final = 6
"""Letters of a word that is told by another."""
SHORTEST_STEM: Final = 4
_ADJECTIVE: Final = "ый"
"""What is put behind the stems of adjectives, so that they are keyed alike in any language."""


@cache
def _rules() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """By kind (adjective, noun) the endings of both languages, the longest first, and what Russian has there."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for row in table("words/slavic_kin.tsv").rows:
        becomes = tuple("" if each == "-" else each for each in row["becomes"].split())
        found.setdefault(row["kind"], []).extend(
            ("" if ending == "-" else ending, becomes) for ending in row["endings"].split()
        )
    return {kind: tuple(sorted(rules, key=lambda rule: -len(rule[0]))) for kind, rules in found.items()}


@cache
def _paradigms() -> dict[str, str]:
    """The paradigms whose stems are looked up, and the kind of word they are of."""
    rows = table("words/slavic_kin_paradigms.tsv").rows
    return {row["paradigm"]: row["kind"] for row in rows}


@cache
def _stems() -> dict[str, dict[str, str]]:
    """By kind of word: the keys of the stems of the tables, and the stems."""
    return kept("slavic_kin", _read)


def _read() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {kind: {} for kind in _paradigms().values()}
    for stem, by_paradigm in lexicon().inflected[()].items():
        if len(stem) < SHORTEST_STEM or not is_cyrillic(stem):
            continue
        for paradigm in by_paradigm:
            kind = _paradigms().get(paradigm)
            if kind is not None and (spelled := _key(stem, kind)):
                found[kind].setdefault(spelled, stem)
    return found


def _key(stem: str, kind: str) -> str:
    return key(stem + _ADJECTIVE if kind == "adjective" else stem)


@lru_cache(maxsize=1 << 16)
def meanings_of_kin(word: str) -> tuple[Meaning, ...]:
    """What the Russian or Ukrainian word means that a folded Cyrillic word is the Belarusian or Bulgarian of."""
    if len(word) < SHORTEST or not word.isalpha() or is_given_name(word):
        return ()
    for kind, rules in _rules().items():
        if kind == "noun" and not is_belarusian(word):
            continue
        for ending, becomes in rules:
            if not word.endswith(ending) or len(word) - len(ending) + len(becomes[0]) < SHORTEST_STEM:
                continue
            for instead in becomes:
                known = _of_stem(_key(word[: len(word) - len(ending)] + instead, kind), kind)
                if known:
                    return known
    return ()


def _of_stem(spelled: str, kind: str) -> tuple[Meaning, ...]:
    stem = _stems()[kind].get(spelled) if spelled else None
    if stem is None:
        return ()
    return tuple(
        each
        for paradigm, known in lexicon().inflected[()][stem].items()
        if _paradigms().get(paradigm) == kind
        for each in known
        if each.kind in ("descriptor", "generic") and not each.ambiguous and not is_emblem(each.concept)
    )
