"""Legal forms of several words with a letter wrong or spelled otherwise ("s organichennoi otvetstvennostyu").

Such words are many and rare: left as they are, they would be taken for the name, and most of it. A word is mended
only where a whole legal form comes out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from screening.names.phrases import Phrase
from screening.names.vocabulary import legal_forms, meanings

SHORTEST: Final = 8
"""Letters from which a word may be misspelt."""
REACH: Final = 2
"""How far from a misspelt word another word of the form stands at most."""
MOST_OFF: Final = ((15, 3), (11, 2), (SHORTEST, 1))
"""Letters of a word, and how many of them may be wrong."""


@cache
def _long_words() -> dict[str, list[tuple[Phrase, int]]]:
    """By long word of a legal form: the forms it stands in, and where."""
    found: dict[str, list[tuple[Phrase, int]]] = defaultdict(list)
    for phrase in sorted(each for each in legal_forms() if len(each) > 1):
        for at, word in enumerate(phrase):
            if len(word) >= SHORTEST and word.isalpha():
                found[word].append((phrase, at))
    return dict(found)


@cache
def _anchors() -> frozenset[str]:
    """All words of the legal forms that have a long one."""
    return frozenset(word for places in _long_words().values() for phrase, _ in places for word in phrase)


@cache
def _by_letter() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word in _long_words():
        found[word[0]].append(word)
    return dict(found)


@lru_cache(maxsize=1 << 15)
def _near(token: str) -> frozenset[str]:
    """The long words that a token may be, misspelt; itself if it is one."""
    most = next((off for letters, off in MOST_OFF if len(token) >= letters), 0)
    words = _by_letter().get(token[:1], ()) if most and token.isalpha() else ()
    near = {word for word in words if OSA.distance(token, word, score_cutoff=most) <= most}
    return frozenset(near | ({token} if token in _long_words() else set()))


def mended(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The folded words of a name, misspelt ones of a legal form as that form has them."""
    anchors = _anchors()
    for at, token in enumerate(tokens):
        if len(token) < SHORTEST or token in anchors or any(each.kind != "legal_form" for each in meanings(token)):
            continue
        beside = (*tokens[max(0, at - REACH) : at], *tokens[at + 1 : at + 1 + REACH])
        if anchors.isdisjoint(beside):
            continue
        found = _form_around(tokens, at)
        if found is not None:
            start, phrase = found
            tokens = (*tokens[:start], *phrase, *tokens[start + len(phrase) :])
    return tokens


def _form_around(tokens: Sequence[str], at: int) -> tuple[int, Phrase] | None:
    """The longest legal form that the words around a place may be, and where it begins; the nearest of several."""
    best: tuple[int, int, Phrase, int] | None = None
    for word in _near(tokens[at]):
        for phrase, place in _long_words()[word]:
            start = at - place
            taken = tokens[max(0, start) : start + len(phrase)] if start >= 0 else ()
            if len(taken) != len(phrase) or not all(
                a == b or b in _near(a) for a, b in zip(taken, phrase, strict=True)
            ):
                continue
            off = sum(OSA.distance(a, b) for a, b in zip(taken, phrase, strict=True) if a != b)
            key = (-len(phrase), off, phrase, start)
            if best is None or key < best:
                best = key
    return (best[3], best[2]) if best else None
