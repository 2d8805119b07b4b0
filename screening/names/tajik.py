"""Tajik names as Persian is romanised: Тавсиаи Саноати Паймон is Tavsia Sanaat Payman.

Tajik writes the izofat, the i between a word and what tells more of it, which Persian and its romanisations leave out.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from screening.names.folding import fold
from screening.names.schemes import Scheme, load
from screening.names.signs import sign
from screening.names.vocabulary import meanings

LANGUAGE: Final = "tg"
SCHEME: Final = "Persian-style Latin (Tajik)"
SHORTEST: Final = 3
"""Letters of a word before its izofat."""
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]+")
_IZOFAT: Final = re.compile(rf"(?P<bare>\w{{{SHORTEST},}})и")


def as_persian(name: str) -> str:
    """A Tajik name with the words nobody knows as Persian is romanised, and without izofats; others as they stand."""
    if name.isascii() or not _is_tajik(name) or sign("russian_family").search(name.lower()):
        return name
    last = max((found.start() for found in _CYRILLIC.finditer(name)), default=0)
    return _CYRILLIC.sub(lambda found: _plain(found[0], last=found.start() == last), name)


def _is_tajik(name: str) -> bool:
    if sign("tajik_letters").search(name):
        return True
    said = (meanings(fold(word)) for word in _CYRILLIC.findall(name) if word[-1] in "иИ")
    return any(found and all(meaning.language == LANGUAGE for meaning in found) for found in said)


def _plain(word: str, *, last: bool) -> str:
    bare = None if last else _IZOFAT.fullmatch(word.lower())
    text = bare["bare"] if bare else word.lower()
    if meanings(text):
        return text
    return word if meanings(fold(word)) else _scheme().write(text)


@cache
def _scheme() -> Scheme:
    return next(scheme for scheme in load("cyrillic") if scheme.label == SCHEME)
