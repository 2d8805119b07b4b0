"""Common words of business of which a field was too short to hold the end ("… GENERAL TRADIN", "… LOGISTI").

What is left of the word would be taken for a word of the name, and one that nobody else has.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Final

from screening.names.english import english_words
from screening.names.given import is_given_name, surnames
from screening.names.rarity import is_known, known_words
from screening.names.vocabulary import TRADES, meanings

LONG: Final = 17
"""Signs from which a name may have been cut off by a field's width."""
FEWEST: Final = 3
"""Words of such a name."""
SHORTEST: Final = 5
"""Letters left of the word."""
LEAST: Final = 0.6
"""The share of it that is left."""
COMMON: Final = 40
"""Listed parties in whose names such a word stands, at least: a rarer one may be another word."""


@cache
def _by_beginning() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """The common words that certainly say what a firm does, with what they mean, by their first letters."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for word in sorted(known_words("organisation", COMMON)):
        said = frozenset(each.concept for each in meanings(word) if each.kind in TRADES and not each.ambiguous)
        if said and len(word) > SHORTEST:
            found[word[:SHORTEST]].append((word, said))
    return {letters: tuple(words) for letters, words in found.items()}


def completed(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The folded words of a firm's name with the word of business at its end as a whole, where all that begin so mean
    one thing; else as they are.
    """
    last = tokens[-1] if tokens else ""
    if len(tokens) < FEWEST or len(last) < SHORTEST or sum(map(len, tokens)) + len(tokens) <= LONG:
        return tokens
    fitting = [
        (word, said)
        for word, said in _by_beginning().get(last[:SHORTEST], ())
        if word.startswith(last) and word != last and len(last) >= LEAST * len(word)
    ]
    if not fitting or not frozenset.intersection(*(said for _, said in fitting)) or _is_own(last):
        return tokens
    return (*tokens[:-1], min((word for word, _ in fitting), key=lambda word: (len(word), word)))


def _is_own(word: str) -> bool:
    """Whether a word is one by itself."""
    known = meanings(word) or surnames(word)
    return bool(known) or is_given_name(word) or is_known(word) or word in english_words()
