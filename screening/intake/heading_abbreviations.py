"""Headings cut short: "Geb.-Datum", "Дата рожд.", "Doğ. Tar.", "Cust ID" are the heading whose words begin so.

A word may be cut anywhere from its third letter on, with a dot, a hyphen or nothing behind it, and some are contracted
(``lists/words/heading_abbreviations.tsv``). What two headings of different meaning begin with says neither, so that
the table has headings of other columns as well: "Prod." may be a product.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from screening.names.english import english_words
from screening.names.tokens import words
from screening.reference import table

_TABLE: Final = "words/heading_abbreviations.tsv"
_SHORTEST: Final = 3
"""Letters of a word cut short."""
_SHORTEST_ALONE: Final = 4
"""Letters of the only word of a heading, where a dot or hyphen says that it is cut; without one a letter more."""
_SHORTEST_FIRST: Final = 2
"""Letters of the first part of a compound."""

Words = tuple[str, ...]
Index = Mapping[tuple[int, str], set[tuple[Words, str]]]


@cache
def _rows(kind: str) -> list[tuple[str, list[str]]]:
    rows = (row for row in table(_TABLE).rows if row["kind"] == kind)
    return [(" ".join(words(row["word"])), [" ".join(words(form)) for form in row["forms"].split(";")]) for row in rows]


@cache
def _short() -> Mapping[str, frozenset[str]]:
    """The contracted forms of words."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word, forms in _rows("short"):
        found[word].update(form for form in forms if form)
    return {word: frozenset(forms) for word, forms in found.items()}


@cache
def _in_pieces() -> frozenset[str]:
    """Forms with a hyphen inside ("гр-во")."""
    return frozenset(form for forms in _short().values() for form in forms if " " in form)


@cache
def _seconds() -> frozenset[str]:
    return frozenset(form for _, forms in _rows("second") for form in forms)


@cache
def others() -> frozenset[str]:
    """Headings of columns that say nothing of a party, folded."""
    return frozenset(form for _, forms in _rows("other") for form in forms)


def index(phrases: Iterable[str], fillers: Collection[str]) -> Index:
    """Folded headings by how many words they have and how the first may begin; compounds also with their parts apart,
    and all also without the words between ("fec nac", fecha de nacimiento)."""
    found: defaultdict[tuple[int, str], set[tuple[Words, str]]] = defaultdict(set)
    for phrase in phrases:
        tokens = tuple(phrase.split())
        bare = tuple(token for token in tokens if token not in fillers)
        for form in (*apart(tokens), *([bare] if len(bare) > 1 else [])):
            for first in {each[0] for each in (*form[:1], *_short().get(" ".join(form[:1]), ()))}:
                found[len(form), first].add((form, phrase))
    return found


def apart(tokens: Words) -> Iterator[Words]:
    """Words as they stand, and compounds taken apart ("geburtsdatum", "ausweisnr")."""
    yield tokens
    split = tuple(part for token in tokens for part in _taken_apart(token))
    if split != tokens:
        yield split


def _taken_apart(token: str) -> Words:
    for start in range(_SHORTEST_FIRST, len(token) - 1):  # the longest end first
        if token[start:] in _seconds():
            return (token[:start], token[start:])
    return (token,)


def joined(tokens: Words) -> Words:
    """Words with the pieces of a contracted one together ("гр-во")."""
    found: list[str] = []
    for token in tokens:
        if found and f"{found[-1]} {token}" in _in_pieces():
            found[-1] += f" {token}"
        else:
            found.append(token)
    return tuple(found)


def meant(tokens: Words, headings: Index, *, alone: bool, cut: bool) -> set[str]:
    """The headings that words may be cut from; where contracted words say one, not those that only begin so.

    Args:
        tokens: The folded words.
        headings: The headings, as `index` has them.
        alone: Whether nothing stands beside them.
        cut: Whether a dot or hyphen says that the last is cut.
    """
    found = {
        phrase: all(map(_is_short, form, known))
        for form in apart(tokens)
        for known, phrase in headings.get((len(form), form[0][:1]), ())
        if (form != known or _is_whole(known, phrase))
        and all(map(_begins, form, known))
        and (len(form) > 1 or not alone or _tells_alone(form[0], known[0], cut=cut))
    }
    sure = {phrase for phrase, is_short in found.items() if is_short}
    return sure or set(found)


def _is_whole(known: Words, phrase: str) -> bool:
    """Whether words are those of the heading: "bank account" is not "bank of account"."""
    return "".join(known) == phrase.replace(" ", "")


def _is_short(word: str, known: str) -> bool:
    return word == known or word in _short().get(known, ())


def _begins(word: str, known: str) -> bool:
    return _is_short(word, known) or (len(word) >= _SHORTEST and known.startswith(word))


def _tells_alone(word: str, known: str, *, cut: bool) -> bool:
    if word == known:
        return True
    if cut:
        return len(word) >= _SHORTEST_ALONE or word in _short().get(known, ())
    return len(word) > _SHORTEST_ALONE and word not in english_words()
