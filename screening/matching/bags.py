"""Names cut into index terms: many names at once, as flat arrays, with their neighbours written together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from screening.matching.acronym_keys import acronym_keys, single_keys
from screening.matching.neighbours import Joined, Words, written_together
from screening.matching.ranges import once, which
from screening.matching.terms import Terms, describe
from screening.matching.unsaid import FEWEST_NAMES
from screening.matching.weights import weights
from screening.matching.worth import MODE_KINDS
from screening.names.dedications import BEFORE, BEHIND, MOST, may_be_initials
from screening.names.given import may_be_fathers, surnames
from screening.names.own_state import is_public_body
from screening.names.parsing import Mode, words_of
from screening.names.parts import is_ideograph
from screening.names.persons import are_initials, split_persons
from screening.names.scripts import GLUED, script_of
from screening.names.seats_in_names import BESIDE
from screening.names.split_forms import BRANCH, split_form
from screening.names.transliteration import token_keys
from screening.names.vessel_ranks import with_usual_rank
from screening.names.vessels import unglue_vessel
from screening.names.vocabulary import Segment, heads_phrase, is_place, meanings, segment, split_glued

Array = NDArray[Any]

SHORT_GLUED: Final = 10
LEAST_LONG: Final = 3
MOST_WORDS: Final = 24
NAMED: Final = 0.3
"""What a word that may be no name draws as part of words together, beside its worth as a name."""
LEAST_DRAWN: Final = 0.045
"""Terms worth less draw no candidates, unless the whole name is made of such."""


@dataclass(frozen=True, slots=True)
class Bags:
    """Names as rows of terms.

    Attributes:
        terms: The different terms of all names.
        start: Where each name's terms begin in ``term``; one more at the end.
        term: The terms of all names, in order, as numbers into ``terms``.
        weight, left_over, drawn, own: What each is worth where it stands.
        words: How many names each may be: two, where two may be written together.
        joined: Neighbouring words written together.
        acronym: For each name the keys of the words its initials make, a firm's; 0 for none (`acronym_keys`).
        single: For each name the keys of its only distinctive word, where that may be an acronym, a firm's; 0 for none.
    """

    terms: Terms
    start: Array
    term: Array
    weight: Array
    left_over: Array
    drawn: Array
    own: Array
    words: Array
    joined: Joined
    acronym: tuple[Array, ...]
    single: tuple[Array, ...]

    @property
    def row(self) -> Array:
        """The name each term stands in."""
        return np.repeat(np.arange(len(self.start) - 1), np.diff(self.start))


def bags_of(names: Sequence[str], mode: Mode, *, listed: bool) -> Bags:
    """Cut names into terms as names of a mode are compared, listed ones or queries.

    The last queries are remembered: the same may be looked for on other lists next.
    """
    return _cut(names, mode, listed=True) if listed else _asked(tuple(names), mode)


@lru_cache(maxsize=8)
def _asked(names: tuple[str, ...], mode: Mode) -> Bags:
    return _cut(names, mode, listed=False)


def _cut(names: Sequence[str], mode: Mode, *, listed: bool) -> Bags:
    number: dict[str, int] = {}
    start = [0]
    flat: list[int] = []
    for name in names:
        flat.extend([number.setdefault(text, len(number)) for text in parts_of(name, mode)])
        start.append(len(flat))
    nobody: frozenset[int] = frozenset()
    korean, chinese = _beside(list(number), start, flat) if mode == "person" else (nobody, nobody)
    terms = describe(list(number), mode, korean, chinese, listed=listed)
    around = np.zeros(len(flat), bool)
    if mode == "person":
        told = [begin for begin, end, name in zip(start, start[1:], names, strict=False) if end > begin and "," in name]
        around[told] = True
    return _bags(terms, np.array(start, np.int64), np.array(flat, np.int64), around, mode, korean, listed=listed)


def _beside(texts: Sequence[str], start: Sequence[int], flat: Sequence[int]) -> tuple[frozenset[int], frozenset[int]]:
    """The numbers of terms that stand in a name with a Korean family name, and in one with a Chinese family name."""
    families = {at: found for at, text in enumerate(texts) if (found := _family_languages(text))}
    korean: set[int] = set()
    chinese: set[int] = set()
    for begin, end in pairwise(start):
        name = flat[begin:end]
        for number in families.keys() & name:
            if "ko" in families[number]:
                korean.update(name)
            if "zh" in families[number]:
                chinese.update(name)
    return frozenset(korean), frozenset(chinese)


@lru_cache(maxsize=1 << 16)
def _family_languages(text: str) -> frozenset[str]:
    """The languages whose family name a term may be."""
    spellings = (text,) if text.isascii() else (text, *(key.text for key in token_keys(text)))
    return frozenset(each.language for spelling in spellings for each in surnames(spelling))


def _bags(
    terms: Terms, start: Array, term: Array, around: Array, mode: Mode, korean: Set[int], *, listed: bool
) -> Bags:
    row = np.repeat(np.arange(len(start) - 1), np.diff(start))
    weight, left_over, own = terms.weight[term], terms.left_over[term], terms.own[term]
    if mode == "person":
        weight, left_over, own = _persons(terms, term, row, len(start) - 1)
    if mode == "organisation":
        left_over = _dedications(terms, term, row, _branches(terms, term, row, left_over))
        left_over = _states(terms, term, row, left_over)
    # What may be a name draws as one, less so where it is likelier to be something else.
    named = terms.as_name[term] * weights().modes[mode].left_over["name"] * np.where(terms.own[term], 1.0, NAMED)
    unsure = mode != "organisation"
    drawn = np.where(terms.fixed[term], left_over, np.maximum(left_over, named)) if unsure else left_over
    # A name of small words only is made of them: there they count as names do.
    heavy = np.bincount(row, weights=drawn >= LEAST_DRAWN, minlength=len(start) - 1) > 0
    all_small = ~heavy[row]
    as_name = terms.as_name[term]
    weight = np.where(all_small, np.maximum(weight, as_name), weight)
    drawn = np.where(all_small, as_name, np.where(drawn >= LEAST_DRAWN, drawn, 0.0))
    named = np.where(terms.fixed[term], drawn, np.maximum(drawn, terms.as_name[term] * NAMED))
    joined = written_together(terms, Words(term, row, named, around), mode, korean, listed=listed)
    none: tuple[Array, ...] = (np.zeros(len(start) - 1, np.uint32),)
    acronym, single = none, none
    if mode == "organisation":
        acronym, single = acronym_keys(terms, start, term), single_keys(terms, start, term)
    words = np.where(terms.reading.length > SHORT_GLUED, 2, 1).astype(np.int8)[term]
    return Bags(
        terms,
        start,
        term,
        weight,
        left_over,
        drawn,
        own,
        words,
        joined,
        acronym,
        single,
    )


def _persons(terms: Terms, term: Array, row: Array, count: int) -> tuple[Array, Array, Array]:
    """What words are worth in persons' names: names in short ones, fathers' names beside what says so."""
    weight, left_over, own = terms.weight[term], terms.left_over[term], terms.own[term]
    short = np.bincount(row, minlength=count) < LEAST_LONG
    name = short[row] & ~terms.fixed[term]
    weight = np.where(name, terms.as_name[term], weight)
    left_over = np.where(name, terms.as_name[term] * weights().modes["person"].left_over["name"], left_over)
    own = own | name
    beside = row[1:] == row[:-1]
    # Of so many names those in the middle may be fathers', which one's shorter name leaves out (`unsaid`).
    many = np.bincount(row, weights=~terms.fixed[term], minlength=count)[row] >= FEWEST_NAMES
    between = which(many)
    numbers, each = once(term[between])
    fathers = np.array([may_be_fathers(terms.texts[number]) for number in numbers.tolist()], bool)
    between = between[fathers[each]]
    left_over = left_over.copy()
    left_over[between] *= np.float32(weights().person["fathers_between"])
    father = np.zeros(len(term), bool)
    father[1:] |= beside & terms.son[term[:-1]]
    father[:-1] |= beside & terms.marker[term[1:]]
    return weight, np.where(father, np.minimum(left_over, terms.as_father[term]), left_over), own & ~father


def _branches(terms: Terms, term: Array, row: Array, left_over: Array) -> Array:
    """What words are worth unanswered: a place beside the word for a branch nothing."""
    branch = np.array([_means(text, BRANCH) for text in terms.texts], bool)
    if not branch.any():
        return left_over
    beside = np.zeros(len(term), bool)
    for step in range(1, BESIDE + 1):
        same = row[step:] == row[:-step]
        beside[step:] |= same & branch[term[:-step]]
        beside[:-step] |= same & branch[term[step:]]
    at = which(beside)
    if not len(at):
        return left_over
    places = np.array([is_place(terms.texts[number]) for number in term[at].tolist()], bool)
    freed = left_over.copy()
    freed[at[places]] = 0.0
    before = at[places] - 1
    before = before[(before >= 0) & (row[before] == row[before + 1])]
    signs = np.array([len(text := terms.texts[number]) == 1 and is_ideograph(text) for number in term[before]], bool)
    freed[before[signs]] = 0.0  # 驻, before the place that an office is in
    return freed


def _dedications(terms: Terms, term: Array, row: Array, left_over: Array) -> Array:
    """What words are worth unanswered: those by which a firm may be named after somebody, and initials, little."""
    before, behind = (np.array([_means(text, concept) for text in terms.texts], bool) for concept in (BEFORE, BEHIND))
    short = np.array([may_be_initials(text) for text in terms.texts], bool)
    borne = np.zeros(len(term), bool)
    for step in range(1, MOST + 1):
        same = row[step:] == row[:-step]
        borne[step:] |= same & before[term[:-step]]
        borne[:-step] |= same & behind[term[step:]]
    run = (row[1:] == row[:-1]) & short[term[1:]] & short[term[:-1]]
    borne[1:] |= run
    borne[:-1] |= run
    share = np.where(short[term], weights().dedication_initials, weights().dedication).astype(np.float32)
    return np.where(borne, left_over * share, left_over)


def _states(terms: Terms, term: Array, row: Array, left_over: Array) -> Array:
    """What words are worth unanswered: the state whose public body a name is, little (`unsaid`)."""
    body = np.array([_names_body(text) for text in terms.texts], bool)[term]
    if not body.any():
        return left_over
    state = (np.bincount(row, weights=body) > 0)[row]
    numbers, each = once(term[at := which(state)])
    countries = np.array([_is_country(terms.texts[number]) for number in numbers.tolist()], bool)
    lessened = left_over.copy()
    lessened[at[countries[each]]] *= np.float32(weights().own_state)
    return lessened


@lru_cache(maxsize=1 << 16)
def _names_body(text: str) -> bool:
    return any(is_public_body(meaning.concept) for meaning in meanings(*text.split(" ")))


def _is_country(text: str) -> bool:
    return any(meaning.kind == "country" for meaning in meanings(*text.split(" ")))


@lru_cache(maxsize=1 << 16)
def _means(text: str, concept: str) -> bool:
    return any(meaning.concept == concept for meaning in meanings(*text.split(" ")))


def parts_of(name: str, mode: Mode) -> Sequence[str]:
    """The terms of a name: its folded words, glued ones taken apart, known phrases together."""
    tokens: Sequence[str] = words_of(name, mode)[:MOST_WORDS]
    if mode == "person" or not name.isascii():
        tokens = _unglued(tokens, mode)
    if mode == "vessel":
        tokens = with_usual_rank(tokens)
    if not any(map(heads_phrase, tokens)):
        return tokens
    kinds = MODE_KINDS[mode]
    found: list[str] = []
    for each in segment(tokens):
        taken = tokens[each.start : each.end]
        pieces = _split(taken, each)
        if pieces:
            found += [" ".join(piece) for piece in pieces]
            continue
        apart = len(taken) == 1 or (mode == "person" and are_initials(taken, tokens))
        if not apart and any(meaning.kind in kinds for meaning in each.meanings):
            found.append(" ".join(taken))
        else:
            found += taken
    return found


def _split(taken: Sequence[str], each: Segment) -> tuple[Sequence[str], ...]:
    """A phrase taken apart, so that the trade in it is not lost, as the parser does; else nothing."""
    return next((pieces for meaning in each.meanings if (pieces := split_form(meaning, taken))), ())


def _unglued(tokens: Iterable[str], mode: Mode) -> tuple[str, ...]:
    if mode == "person":
        return tuple(split_persons(tuple(tokens)))
    cut = unglue_vessel if mode == "vessel" else _split_glued
    return tuple(chain.from_iterable((token,) if token.isascii() else cut(token) for token in tokens))


@lru_cache(maxsize=1 << 16)
def _split_glued(token: str) -> tuple[str, ...]:
    return tuple(split_glued(token)) if script_of(token) in GLUED else (token,)
