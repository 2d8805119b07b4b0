"""Words of business at the end of names that fill a field, of which the field could not hold the end ("… AND LABORA").

What is left of the word would be taken for a name. Where nearly all words of business that begin so mean one thing, in
whatever language, it is one of these.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from typing import Final

from screening.names.english import english_words
from screening.names.given import is_given_name
from screening.names.rarity import is_known
from screening.names.vocabulary import meanings
from screening.names.word_tables import lexicon

WIDTHS: Final = frozenset({30, 35, 40})
"""Signs that fields of customs tables and messages hold."""
SHORTEST: Final = 4
"""Letters left of a word."""
MOST: Final = 0.8
"""The share of the words that begin so that mean one thing."""


def is_filled(text: str) -> bool:
    """Whether a text is as long as a field is wide."""
    return len(text.strip()) in WIDTHS


def completed(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The folded words of a name that fills a field, with the word of business at its end as a whole, where another
    word says for certain what a firm does; else as they are.
    """
    if len(tokens) < 2 or not any(map(_is_trade, tokens[:-1])):
        return tokens
    last = tokens[-1]
    if len(last) < SHORTEST or not (last.isascii() and last.isalpha()) or _is_own(last):
        return tokens
    found = {word: said for word, said in _by_beginning().get(last[:SHORTEST], {}).items() if word.startswith(last)}
    told = Counter(concept for said in found.values() for concept in said).most_common(1)
    if not told or told[0][1] < MOST * len(found):
        return tokens
    return (
        *tokens[:-1],
        min((word for word in found if told[0][0] in found[word]), key=lambda word: (len(word), word)),
    )


@cache
def _by_beginning() -> dict[str, dict[str, frozenset[str]]]:
    """The words in Latin letters that certainly say what a firm does, with what they mean, by their first letters."""
    found: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for phrase, known in lexicon().phrases.items():
        if len(phrase) == 1 and phrase[0].isascii():
            concepts = frozenset(each.concept for each in known if each.kind == "descriptor" and not each.ambiguous)
            if concepts:
                found[phrase[0][:SHORTEST]][phrase[0]] = concepts
    return dict(found)


def _is_trade(token: str) -> bool:
    return any(meaning.kind == "descriptor" and not meaning.ambiguous for meaning in meanings(token))


def _is_own(word: str) -> bool:
    """Whether what is left is a word of its own."""
    return bool(meanings(word)) or is_given_name(word) or is_known(word) or word in english_words()
