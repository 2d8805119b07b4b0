"""What stands between several names in one cell, told by words (``lists/words/name_joins.tsv``) and marks."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from screening.names.folding import fold
from screening.names.given import is_given_name
from screening.names.phrases import alternatives, cells
from screening.names.separators import STROKE
from screening.names.tokens import words
from screening.names.vocabulary import meanings
from screening.reference import table

_COMMAS: Final = re.compile(r"\s*(?:[,，،、|]|\r?\n)\s*")
_PLUS: Final = re.compile(r"\s+\+\s*|\s*\+\s+")
_AMPERSAND: Final = re.compile(r"(?<=[\w.)]{2})\s*[&＆]\s*(?=\w\w)")
_CHARACTERS: Final = r"[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7a3]"
_WORD: Final = re.compile(r"\w+")


class Separation(NamedTuple):
    """A text cut by one sort of separator: by ``words``, by a ``comma``, a ``stroke``, a ``plus`` or an ``ampersand``;
    ``doubtful`` where the letters may as well be part of a name.
    """

    by: str
    parts: tuple[str, ...]
    doubtful: bool = False


@lru_cache(maxsize=1 << 13)
def separations(text: str) -> tuple[Separation, ...]:
    """The ways to cut a text where names may be joined, surest first; those that cut nothing are left out."""
    found = (
        Separation("words", _by_words(text)),
        Separation("comma", tuple(_COMMAS.split(text))),
        Separation("plus", tuple(_PLUS.split(text))),
        Separation("stroke", tuple(STROKE.split(text))),
        Separation("ampersand", tuple(_AMPERSAND.split(text))),
        Separation("words", _before_names(text)),
        Separation("words", _by_characters(text), doubtful=True),
    )
    return tuple(each for each in found if len(each.parts) > 1)


@cache
def phrases_of(kind: str) -> frozenset[str]:
    """The phrases of a kind in the table, as they are written."""
    rows = table("words/name_joins.tsv").rows
    return frozenset(phrase for row in rows if row["kind"] == kind for phrase in cells(row["phrases"]))


@cache
def folded_phrases(kind: str) -> frozenset[str]:
    """The phrases of a kind as folded words with spaces between."""
    return frozenset(" ".join(words(phrase)) for phrase in phrases_of(kind))


def _by_words(text: str) -> tuple[str, ...]:
    """The text cut at words for "and", written small or in a text of capitals alone; such as are letters or other words
    elsewhere only where they are written small.
    """
    if " " not in text:
        return (text,)
    sure, unsure = _ands()
    capitals = text.upper() == text
    cuts = [found for found in sure.finditer(text) if capitals or found[0] == found[0].lower()]
    cuts += [found for found in unsure.finditer(text) if found[0] == found[0].lower()]
    return _cut(text, sorted(cuts, key=re.Match.start))


@cache
def _ands() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = [row for row in table("words/stopwords.tsv").rows if row["concept"] == "and"]
    sure = {row["phrase"] for row in rows if not row["ambiguous"]} | phrases_of("and")
    unsure = {row["phrase"] for row in rows if row["ambiguous"]}
    return tuple(re.compile(rf"(?<=[\s.,)])(?:{alternatives(each)})(?=\s)", re.IGNORECASE) for each in (sure, unsure))  # type: ignore[return-value]


def _before_names(text: str) -> tuple[str, ...]:
    """The text cut where Arabic and Hebrew write an "and" together with the name behind it, which is none with it."""
    if text.isascii():
        return (text,)
    cuts = [
        found
        for found in _glued()[0].finditer(text)
        if (word := _WORD.match(text, found.end())) and not _is_word(found[0].strip() + word[0])
    ]
    return _cut(text, cuts)


def _is_word(text: str) -> bool:
    """Whether a word that begins with an "and" is one by itself (ولد, وليد)."""
    return is_given_name(fold(text)) or bool(meanings(fold(text)))


def _by_characters(text: str) -> tuple[str, ...]:
    """The text cut where Korean writes an "and" together with the name before it, Chinese and Japanese with both."""
    if text.isascii():
        return (text,)
    _, behind, between = _glued()
    return _cut(text, [*behind.finditer(text)] or [*between.finditer(text)])


@cache
def _glued() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    before, behind, between = (alternatives(phrases_of(f"and_{where}")) for where in ("before", "behind", "between"))
    return (
        re.compile(rf"\s+(?:{before})(?=\w\w)"),
        re.compile(rf"(?<={_CHARACTERS})(?:{behind})\s+"),
        re.compile(rf"(?<={_CHARACTERS})\s*(?:{between})\s*(?={_CHARACTERS})"),
    )


def _cut(text: str, cuts: list[re.Match[str]]) -> tuple[str, ...]:
    parts, at = [], 0
    for found in cuts:
        if found.start() >= at:
            parts.append(text[at : found.start()])
            at = found.end()
    return (*parts, text[at:])
