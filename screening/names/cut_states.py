"""Names of states of which a field was too short to hold the end ("… RESOURCES OF THE REPUBLIC OF TAJIK").

What is left of the state's name would be taken for a word that nobody else has, or for a people.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Final

from screening.names.phrases import Phrase
from screening.names.word_tables import lexicon

LONG: Final = 35
"""Signs from which a name may have been cut off by a field's width: a line of a bank's message."""
SHORTEST: Final = 4
"""Letters left of the state's last word."""
FEWEST_BEFORE: Final = 8
"""Letters of the words before it, which say that a state is named (Republic of, Республики)."""


@cache
def _by_beginning() -> dict[Phrase, dict[str, frozenset[str]]]:
    """The words that names of states end in, and which states, by the words before them."""
    found: dict[Phrase, dict[str, frozenset[str]]] = defaultdict(dict)
    for phrase, known in lexicon().phrases.items():
        states = frozenset(each.concept for each in known if each.kind == "country")
        if states and sum(map(len, phrase[:-1])) >= FEWEST_BEFORE:
            found[phrase[:-1]][phrase[-1]] = states
    return dict(found)


@cache
def _longest() -> int:
    return max(map(len, _by_beginning()))


def completed(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The folded words of a name with the state at its end as a whole, where only one begins so; else as they are."""
    if len(tokens) < 3 or len(tokens[-1]) < SHORTEST or sum(map(len, tokens)) + len(tokens) <= LONG:
        return tokens
    last = tokens[-1]
    for size in range(min(_longest(), len(tokens) - 2), 0, -1):
        words = _by_beginning().get(tokens[-1 - size : -1])
        if words is None:
            continue
        fitting = {word: states for word, states in words.items() if word.startswith(last)}
        if last in words or len({*fitting.values()}) != 1:
            return tokens
        return (*tokens[:-1], min(fitting, key=lambda word: (len(word), word)))
    return tokens
