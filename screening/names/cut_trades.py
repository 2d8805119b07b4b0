"""Words of business that a field cut off at the end of firms' names ("… GENERAL TRADIN", "… LABORA").

What is left of the word would be taken for a word of the name, and one that nobody else has.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Final

from screening.names.english import english_words
from screening.names.given import is_given_name, surnames
from screening.names.rarity import is_known, known_words
from screening.names.vocabulary import TRADES, meanings
from screening.names.word_tables import lexicon

WIDTHS: Final = frozenset({30, 35, 40})
"""Signs that fields of customs tables and messages hold."""
LONG: Final = 17
"""Signs from which a name may have been cut off by the width of any field."""
FEWEST: Final = 3
"""Words of such a name."""
SHORTEST: Final = 4
"""Letters left of a word in a field that the name fills."""
SHORTEST_COMMON: Final = 5
"""The same in any field, of a common word."""
LEAST: Final = 0.6
"""The share of a common word that is left."""
COMMON: Final = 40
"""Listed parties in whose names such a word stands, at least: a rarer one may be another word."""
MOST: Final = 0.8
"""The share of the words that begin so that mean one thing."""


def is_filled(text: str) -> bool:
    """Whether a text is as long as a field is wide."""
    return len(text.strip()) in WIDTHS


def completed(tokens: tuple[str, ...], *, filled: bool) -> tuple[str, ...]:
    """The folded words of a firm's name with the word of business at its end as a whole; else as they are.

    In a long name it is a common word, all that begin so meaning one thing; in one that ``filled`` a field, and where
    another word says for certain what the firm does, any of which nearly all that begin so do.
    """
    last = tokens[-1] if len(tokens) > 1 else ""
    if len(last) < SHORTEST:
        return tokens
    whole = _in_any_field(tokens, last) or (_in_filled_field(tokens, last) if filled else None)
    return tokens if whole is None or _is_own(last) else (*tokens[:-1], whole)


def _in_any_field(tokens: tuple[str, ...], last: str) -> str | None:
    if len(tokens) < FEWEST or len(last) < SHORTEST_COMMON or sum(map(len, tokens)) + len(tokens) <= LONG:
        return None
    fitting = {word: said for word, said in _common(last).items() if len(last) >= LEAST * len(word)}
    return _shortest(fitting) if fitting and frozenset.intersection(*fitting.values()) else None


def _in_filled_field(tokens: tuple[str, ...], last: str) -> str | None:
    if not (last.isascii() and last.isalpha()) or not any(map(_is_trade, tokens[:-1])):
        return None
    found = _that_begin(last, _known())
    told = Counter(concept for said in found.values() for concept in said).most_common(1)
    if not told or told[0][1] < MOST * len(found):
        return None
    return _shortest({word: said for word, said in found.items() if told[0][0] in said})


def _shortest(words: Mapping[str, frozenset[str]]) -> str:
    return min(words, key=lambda word: (len(word), word))


def _that_begin(last: str, words: Mapping[str, Mapping[str, frozenset[str]]]) -> dict[str, frozenset[str]]:
    return {
        word: said for word, said in words.get(last[:SHORTEST], {}).items() if word.startswith(last) and word != last
    }


def _common(last: str) -> dict[str, frozenset[str]]:
    return _that_begin(last, _common_words())


@cache
def _common_words() -> dict[str, dict[str, frozenset[str]]]:
    """The common words that certainly say what a firm does, with what they mean, by their first letters."""
    found: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for word in sorted(known_words("organisation", COMMON)):
        said = frozenset(each.concept for each in meanings(word) if each.kind in TRADES and not each.ambiguous)
        if said and len(word) > SHORTEST_COMMON:
            found[word[:SHORTEST]][word] = said
    return dict(found)


@cache
def _known() -> dict[str, dict[str, frozenset[str]]]:
    """The words in Latin letters that certainly say what a firm does, with what they mean, by their first letters."""
    found: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for phrase, known in lexicon().phrases.items():
        if len(phrase) == 1 and phrase[0].isascii():
            said = frozenset(each.concept for each in known if each.kind == "descriptor" and not each.ambiguous)
            if said:
                found[phrase[0][:SHORTEST]][phrase[0]] = said
    return dict(found)


def _is_trade(token: str) -> bool:
    return any(meaning.kind == "descriptor" and not meaning.ambiguous for meaning in meanings(token))


def _is_own(word: str) -> bool:
    """Whether a word is one by itself."""
    known = meanings(word) or surnames(word)
    return bool(known) or is_given_name(word) or is_known(word) or word in english_words()
