"""Bodies of states and national firms under their other names, which stand for a name that is nothing but one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from screening.kept_tables import kept
from screening.names.dedications import BEFORE
from screening.names.figures import letters_together
from screening.names.numbers import ORDINAL_MARK, number_in_han, number_words
from screening.names.scripts import script_of
from screening.names.tokens import words
from screening.names.vocabulary import Segment, without_ends
from screening.names.word_tables import Meaning, lexicon
from screening.reference import rules, table

MOST: Final = 3
"""Other names of a body that are looked for."""
ENGLISH: Final = "en"
ABROAD: Final = frozenset({"ko", "ja"})
"""Languages whose names of a body stand for it where there are no others: they write the others by sound."""
LONGEST: Final = 200
_INITIALS: Final = 2


@cache
def _bodies(script: str) -> dict[tuple[str, ...], str]:
    """The body of each name that has words of a script, as its folded words without legal forms."""
    return kept(f"national_bodies_{script.lower()}", lambda: _read(script), _plain, _made_of)


def make_tables() -> None:
    """Make the tables of all scripts now."""
    for script in {script_of(word) for name, _ in _names() for word in name}:
        _first_words(script)


def _read(script: str) -> dict[tuple[str, ...], str]:
    """Words are cut only where a legal form may stand at an end: what cutting reads of a script takes its time."""
    first, last = _ends_of_forms()
    named = [(name, body) for name, body in _names() if any(script_of(word) == script for word in name)]
    return {_bare(name) if name[0] in first or name[-1] in last else name: body for name, body in named}


@cache
def _names() -> list[tuple[tuple[str, ...], str]]:
    """The names of bodies as folded words, each with its body."""
    return [(tuple(_words(row["name"])), row["body"]) for row in table("words/national_bodies.tsv").rows]


def names_in(script: str) -> frozenset[str]:
    """The names of bodies that are one word of a script, folded."""
    return frozenset(name[0] for name in _bodies(script) if len(name) == 1)


def _plain(bodies: dict[tuple[str, ...], str]) -> dict[str, str]:
    return {" ".join(name): body for name, body in bodies.items()}


def _made_of(plain: dict[str, str]) -> dict[tuple[str, ...], str]:
    return {tuple(name.split(" ")): body for name, body in plain.items()}


@cache
def _ends_of_forms() -> tuple[frozenset[str], frozenset[str]]:
    """The words that legal forms begin and end with."""
    forms = [phrase for phrase, known in lexicon().phrases.items() if any(map(_is_form_of_body, known))]
    return frozenset(phrase[0] for phrase in forms), frozenset(phrase[-1] for phrase in forms)


def _words(name: str) -> list[str]:
    """The folded words of a name, initials beside each other as one, what says whom a body is named after in one form
    and without the initials behind it (им. Н. Э. Баумана, имени Баумана).
    """
    found = list(letters_together(words(name), _INITIALS))
    said = _named_after()
    if said.isdisjoint(found):
        return found
    kept_words: list[str] = []
    for word in found:
        behind = kept_words[-1:] == [BEFORE] and len(word) <= _INITIALS and word.isalpha()
        if not behind:
            kept_words.append(BEFORE if word in said else word)
    return kept_words


@cache
def _named_after() -> frozenset[str]:
    """The words that stand before whom a body is named after."""
    known = lexicon().phrases.items()
    return frozenset(phrase[0] for phrase, said in known if len(phrase) == 1 and any(m.concept == BEFORE for m in said))


@cache
def _first_words(script: str) -> frozenset[str]:
    return frozenset(name[0] for name in _bodies(script) if name)


@cache
def _usual() -> dict[str, tuple[str, ...]]:
    """The names of each body that stand for it: in English where it has one, the shortest and the longest of them."""
    found: dict[str, list[str]] = {}
    others: dict[str, list[str]] = {}
    rows = sorted(table("words/national_bodies.tsv").rows, key=lambda row: row["language"] in ABROAD)
    for row in rows:
        if row["language"] not in ABROAD or not (row["body"] in others or row["body"] in found):
            (found if row["language"] == ENGLISH else others).setdefault(row["body"], []).append(row["name"])
    usual: dict[str, tuple[str, ...]] = {}
    for body in {**others, **found}:
        names = sorted(found.get(body) or others[body], key=len)
        usual[body] = tuple(dict.fromkeys((names[0], names[-1], *names)))[:MOST]
    return usual


def _bare(tokens: Sequence[str]) -> tuple[str, ...]:
    """The words without legal forms at either end; as they are where nothing else is there."""
    return without_ends(tokens, _is_form)


@cache
def _forms() -> frozenset[str]:
    """Legal forms that a name is one of a body's with or without; a foundation of it is another party."""
    return frozenset(rules("rules/matching.toml")["organisation"]["forms_of_bodies"])


def _is_form_of_body(meaning: Meaning) -> bool:
    return meaning.kind == "legal_form" and meaning.concept in _forms() and not meaning.ambiguous


def _is_form(each: Segment) -> bool:
    return any(map(_is_form_of_body, each.meanings))


def body_of(name: str) -> str | None:
    """The body that a name, legal forms apart, is one of; None for all other names."""
    if len(name) > LONGEST:
        return None
    tokens = _words(name)
    if all(word not in _first_words(script_of(word)) for word in tokens):
        return None
    return _called(tokens)


def _called(tokens: Sequence[str]) -> str | None:
    """The body that all of some words are a name of, with legal forms or without."""
    whole, bare = tuple(tokens), _bare(tokens)
    return _bodies(script_of(whole[0])).get(whole) or _bodies(script_of(bare[0])).get(bare)


def usual_names(name: str) -> tuple[str, ...]:
    """The usual names of that body, or of a numbered unit of one by its number; nothing for names of neither."""
    body = body_of(name)
    if body:
        return tuple(each for each in _usual()[body] if each != name)
    tokens = words(name) if len(name) <= LONGEST else []
    unit = _unit_of(tuple(tokens)) if tokens else None
    found = f"{_usual()[unit[0]][0]} {unit[1]}" if unit else ""
    return (found,) if found and words(found) != tokens else ()


def body_of_unit(name: str) -> str | None:
    """The body that a name is a numbered unit of; None for all other names."""
    tokens = tuple(words(name)) if len(name) <= LONGEST else ()
    unit = _unit_of(tokens) if tokens else None
    return unit[0] if unit else None


@lru_cache(maxsize=1 << 14)
def _unit_of(tokens: tuple[str, ...]) -> tuple[str, str] | None:
    """The body whose name words begin or end with, and the others, where these have a number (CETC 54th Institute,
    54th Institute of CETC).
    """
    first, script = tokens[0], script_of(tokens[0])
    if script == "Han":
        for stop in range(len(first) - 1, 0, -1):
            body = _bodies(script).get((first[:stop],))
            if body and _counted_in_han(first[stop:]):
                return body, " ".join((first[stop:], *tokens[1:]))
        return None
    if first in _first_words(script):
        for stop in range(len(tokens) - 1, 0, -1):
            body = _called(tokens[:stop])
            if body and _is_counted(tokens[stop:]):
                return body, " ".join(tokens[stop:])
    if not _is_counted(tokens):
        return None
    for start in range(1, len(tokens)):
        if tokens[start] in _first_words(script_of(tokens[start])):
            body = _called(tokens[start:])
            unit = _without_small_end(tokens[:start])
            if body and unit and _is_counted(unit):
                return body, " ".join(unit)
    return None


def _is_counted(tokens: Sequence[str]) -> bool:
    return any(each[0].isdigit() or each in number_words() for each in tokens)


def _without_small_end(tokens: Sequence[str]) -> Sequence[str]:
    """The words without the small ones at their end (of the)."""
    return without_ends(tokens, lambda each: any(meaning.kind == "stopword" for meaning in each.meanings))


def _counted_in_han(text: str) -> bool:
    """Whether a text begins with an ordinal (第五十四研究所)."""
    return any(text[:1] == ORDINAL_MARK and number_in_han(text[:stop]) for stop in range(2, len(text)))
