"""The word sequences a listed name may stand as in running text, and how sure a text must be to mean it.

A person's name needs given and family name, in either order, with or without what stands between; a
company's may leave out its legal form and the words of business at its end, never the words that tell
it from others. A ship's needs a word for a ship beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from screening.intake.lexicon import is_body, is_given_name, is_ordinary, is_place, kinds
from screening.names.concepts import is_state_body
from screening.names.parsing import parse
from screening.names.tokens import words
from screening.names.vocabulary import Segment, meanings, segment, without_ends

MAX_WORDS = 12
"""Words of a listed name that are looked for; a longer one is found by its first so many."""
_MIN_PERSON = 6
_MIN_LETTERS = 5
_LIGHT = frozenset({"legal_form", "stopword"})
_COMMON = frozenset({"legal_form", "descriptor", "generic", "stopword", "place", "country", "title", "particle"})


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way a listed name may be written.

    Attributes:
        words: Folded words, small words left out.
        guard: ``capitals`` (every word must be capitalised in the text, which all guards ask for), ``exact`` (one word:
            exactly so, and in capitals where it is short), ``vessel`` (beside a word for a ship).
    """

    words: tuple[str, ...]
    guard: str


def spellings(name: str, schema: str) -> Iterator[Spelling]:
    """The ways a listed name may stand in a text; none for a name that ordinary words could mean by chance."""
    if schema == "Person":
        yield from _person(name)
    elif schema in ("Vessel", "Airplane"):
        found = _kept(words(name))
        if found and sum(map(len, found)) >= _MIN_LETTERS:
            yield Spelling(found[:MAX_WORDS], "vessel")
    else:
        yield from _organisation(name)


@lru_cache(maxsize=1 << 16)
def is_small(word: str) -> bool:
    """Whether a word is passed over in names and text alike: the, of, and, ve, и."""
    return word in ("the", "of") or any(m.kind == "stopword" for m in meanings(word))


@lru_cache(maxsize=1 << 16)
def is_and(word: str) -> bool:
    """Whether a folded word is "and", in whatever language."""
    return "and" in kinds(word) or any(m.kind == "stopword" and m.concept == "and" for m in meanings(word))


@lru_cache(maxsize=1 << 16)
def is_common(word: str) -> bool:
    """Whether a word tells no party from another by itself: of business, a place, a title, ordinary
    English; one that is a body's whole name does (Sberbank)."""
    if is_body(word) and not (is_ordinary(word) or is_place(word) or kinds(word)):
        return False
    if any(m.kind in _COMMON and not is_state_body(m.concept) for m in meanings(word)):
        return True
    return is_ordinary(word) or is_place(word) or bool(kinds(word))


def _kept(found: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in found if not is_small(word))


def _person(name: str) -> Iterator[Spelling]:
    family_text, comma, given_text = name.partition(",")
    seen: set[tuple[str, ...]] = set()
    for found in _orders(name, family_text if comma else "", given_text):
        kept = tuple(found)[:MAX_WORDS]
        if len(kept) < 2 or sum(map(len, kept)) < _MIN_PERSON or kept in seen:
            continue
        if sum(len(word) > 1 for word in kept) < 2:
            continue
        seen.add(kept)
        yield Spelling(kept, "capitals")


def _orders(name: str, family_text: str, given_text: str) -> Iterator[list[str]]:
    if family_text:
        family = words(family_text)
        given = [word for word in words(given_text) if not any(m.kind == "title" for m in meanings(word))]
        if not given or not family:
            return
        yield [*given, *family]
        yield [*family, *given]
        if len(given) > 1 and len(given[0]) > 1:
            yield [given[0], *family]
            yield [*family, given[0]]
        return
    parts = parse(name, "person").parts
    whole = [word for part in parts if part.kind != "title" for word in part.text.split()]
    core = [word for part in parts if part.kind not in ("title", "patronymic") for word in part.text.split()]
    for found in (whole, core):
        yield found
        if len(found) in (2, 3):
            yield [*found[1:], found[0]]
            yield [found[-1], *found[:-1]]


def _organisation(name: str) -> Iterator[Spelling]:
    found = list(words(name))[: MAX_WORDS * 2]
    core = _without_forms(found)
    seen: set[tuple[str, ...]] = set()
    for each in (found, core, _without_tail(core)):
        kept = _kept(each)[:MAX_WORDS]
        if not kept or kept in seen:
            continue
        seen.add(kept)
        guard = _guard(kept)
        if guard:
            yield Spelling(kept, guard)


def _without_forms(found: list[str]) -> list[str]:
    """Without legal forms at either end."""
    return list(without_ends(found, lambda each: any(m.kind in _LIGHT and not m.ambiguous for m in each.meanings)))


def _without_tail(found: list[str]) -> list[str]:
    """Without the words of business at the end, while at least two words with one of its own are
    left."""
    segments = segment(found)
    high = len(segments)
    while high > 2 and _is_business(found, segments[high - 1]):
        rest = found[: segments[high - 2].end]
        if len(_kept(rest)) < 2 or all(is_common(word) for word in rest):
            break
        high -= 1
    return found[: segments[high - 1].end] if segments else found


def _is_business(found: Sequence[str], each: Segment) -> bool:
    if any(m.kind in ("descriptor", "generic", "legal_form", "stopword") for m in each.meanings):
        return True
    return each.end - each.start == 1 and "company_head" in kinds(found[each.start])


def _guard(kept: tuple[str, ...]) -> str:
    """How sure a text must be to mean these words; empty when they are never looked for."""
    if is_place(" ".join(kept)) or is_place("-".join(kept)):
        return ""
    letters = sum(map(len, kept))
    own = [word for word in kept if not is_common(word)]
    if len(kept) == 1:
        word = kept[0]
        if word.isdigit() or len(word) < 3 or is_common(word) or is_given_name(word):
            return ""
        return "exact"
    if letters < _MIN_LETTERS:
        return ""
    if own and any(len(word) > 2 and not word.isdigit() for word in own):
        return "capitals"
    return "capitals" if len(kept) > 1 and any(len(word) > 3 for word in kept) else ""
