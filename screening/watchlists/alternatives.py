"""Several names in one field of Canada's list, each by itself: "AO Россельхозбанк or AO РСХБ, RusAg".

A comma stands within names too ("Евро-Полис, ООО", "Nuclear, Chemical and Biological Defence"), and so does "and": what
is not sure to be a name of its own stays with what it stands beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rapidfuzz.fuzz import ratio

from screening.names.tokens import words
from screening.names.vocabulary import segment

_OTHERWISE: Final = re.compile(r"^(.*?\S)\s*\((?:also|formerly)\s+known\s+as\s+(.*?)\)?\s*$", re.DOTALL)
_APART: Final = re.compile(
    r"\s*;\s*|\s+/\s+"
    r"|(?<=[\"”»])\s*/\s*"  # «АЛЕВКУРП»/ ОАО …
    r"|(?<=[^\x00-ɏ])\s*/\s*(?=[^\x00-ɏ])"  # of letters that are not Latin
    r"|\s+\(?(?=[A-Z][a-z]+:\s*[^\x00-ɏ])"  # … Arabic: …
)
_CHOICES: Final = re.compile(r"[A-Za-z]\s*/\s*[A-Za-z]")
"""Strokes between parts of persons' names, which no rule puts together: "Aleksandr or Alexander /Alexandr Korol"."""
_OR: Final = re.compile(r",?\s+or\s+")
_AND: Final = re.compile(r",?\s+and\s+(?=[\"'«“„]*([^\s\"'«“„]+))")
_COMMA: Final = re.compile(r",\s+")
_LEAD: Final = re.compile(r"^(?:or|and|also)\s+(?=\S)")
_LANGUAGE: Final = re.compile(r"^([A-Z][a-z]+):\s*")
_FIRST_OF_THREE: Final = re.compile(r"^\S+ and ")
"""How a name goes on behind a comma that is its own: "Nuclear, Chemical and Biological"."""
_NOT_LATIN: Final = re.compile(r"[^\W\d_\x00-ɏ]")
_SHORT: Final = 2
"""Letters behind a comma that are no name: "Интеррос Инвест, МК"."""
_FULL: Final = 3
"""Words of a person's whole name."""
_ALIKE: Final = 70
"""Likeness, of 100, of two words that are one name in two spellings."""


def primary_and_others(text: str) -> tuple[str, list[str]]:
    """A name and those that stand in brackets behind it as what it is also known as."""
    found = _OTHERWISE.match(text)
    if found is None:
        return text, []
    return found[1], [name for name, _ in alternatives(found[2])]


def alternatives(text: str, *, person: bool = False) -> list[tuple[str, str]]:
    """The names of a field and the language before each, if any: ``Russian: Гомсельмаш, Gomselmash`` is two."""
    found: list[tuple[str, str]] = []
    choices = person and _CHOICES.search(text) is not None
    for piece in _APART.split(" ".join(text.split())):
        language = ""
        latin = _NOT_LATIN.search(piece) is None
        for name in _COMMA.split(piece) if choices and latin else _or_apart(piece, person=person):
            if said := _LANGUAGE.match(name):
                language = said[1]
            found.append((_whole(_LANGUAGE.sub("", name)), language))
    return [(name, language) for name, language in found if name]


def _or_apart(piece: str, *, person: bool) -> Iterator[str]:
    """The names of a piece, which "or" and commas part."""
    names: list[str] = []
    for part in _OR.split(_LEAD.sub("", piece)):
        new = [each for said in _comma_apart(part, person=person) for each in _and_apart(said, person=person)]
        if names and new and person:
            names[-1:], new[:1] = _filled(names[-1], new[0])
        elif names and new and (_is_form(names[-1]) or _is_form(new[0])):
            names[-1], new = f"{names[-1]} or {new[0]}", new[1:]
        names += new
    yield from names


def _comma_apart(text: str, *, person: bool) -> list[str]:
    found: list[str] = []
    for piece in _COMMA.split(text):
        own = (piece[:1].islower() and _NOT_LATIN.match(piece)) or (
            found and _FIRST_OF_THREE.match(piece) and _may_go_on(found[-1])
        )
        own = own or (found and " " not in found[-1] and _is_form(found[-1]))
        if found and (len(piece) <= _SHORT or _is_form(piece) or (own and not person)):
            found[-1] = f"{found[-1]}, {piece}"
        elif lead := _LEAD.sub("", piece):
            found.append(lead)
    return found


def _may_go_on(piece: str) -> bool:
    return " " not in piece and not piece.isupper()


def _and_apart(text: str, *, person: bool) -> list[str]:
    """The names that "and" joins where it is no part of one: between letters that are not Latin, or before a form."""
    found = [text]
    for join in reversed(list(_AND.finditer(text))):
        before, behind = found[0][: join.start()], found[0][join.end() :]
        foreign = _NOT_LATIN.search(before.rpartition(" ")[2]) and _NOT_LATIN.search(behind.partition(" ")[0])
        if foreign or (not person and _is_form(join[1])):
            found[:1] = [before, behind]
    if person and len(found) > 1:
        for at in range(1, len(found)):
            (found[at - 1],), (found[at],) = _filled(found[at - 1], found[at])
    return found


def _filled(one: str, other: str) -> tuple[list[str], list[str]]:
    """Two names of a person of which the second, or either, gives no more than what is otherwise: Елена Книжонак or
    Книжонок; Katsiaryna or Katerina Smuschkovich.
    """
    left, right = one.split(), other.split()
    if len(right) == 1 and len(left) > 1:
        return [one], [" ".join([*left[:-1], *right])]
    if (
        len(right) > 1
        and left
        and min(len(left), len(right)) < _FULL
        and (len(left) == 1 or ratio(left[-1].casefold(), right[0].casefold()) >= _ALIKE)
    ):
        return [" ".join([*left, *right[1:]])], [" ".join([*left[:-1], *right])]
    return [one], [other]


def _is_form(text: str) -> bool:
    """Whether a text is nothing but legal forms."""
    parts = segment(words(text))
    return bool(parts) and all(any(each.kind == "legal_form" for each in part.meanings) for part in parts)


def _whole(name: str) -> str:
    """A name without brackets that open or close nothing."""
    name = name.strip(" ,;")
    if name.count("(") < name.count(")"):
        name = name.rstrip(") ")
    return name.lstrip("( ") if name.count("(") > name.count(")") and name.startswith("(") else name
