"""Cells that name two parties: ``X c/o Y``, ``X on behalf of Y``, in customs records and party tables alike."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from screening.names.tokens import words
from screening.reference import table

_EDGES: Final = " \t\r\n,;:"
_QUOTES: Final = ("«»", '""', "''", "“”„")
_MARKS: Final = frozenset("".join(_QUOTES))


def parted(text: str) -> list[str]:
    """The names that words such as "on behalf of" part, without "to the order of" before them; the text as it stands
    where there is neither, or where nothing else would be left ("Care Of Ltd").
    """
    ordered = _orders().match(text)
    if not ordered and not _joins().search(text):
        return [text]
    parts = [part for piece in _joins().split(text) if (part := _without_order(trimmed(piece)))]
    if len(parts) == 1 and len(words(parts[0])) < 2 and not ordered:
        return [text]  # "Care Of Ltd" is a name
    return list(dict.fromkeys(parts))


def trimmed(text: str) -> str:
    """Without what stands around a name: separators, quotes round the whole of it, quotes that have no other half."""
    text = text.strip(_EDGES)
    if _MARKS.isdisjoint(text):
        return text
    for marks in _QUOTES:
        count = sum(text.count(mark) for mark in set(marks))
        if count == 2 and text[0] in marks and text[-1] in marks:
            text = text[1:-1].strip(_EDGES)
        elif count % 2:
            text = text.strip(_EDGES + marks)
    return text


def _without_order(text: str) -> str:
    found = _orders().match(text)
    return trimmed(text[found.end() :]) if found else text


@cache
def _joins() -> re.Pattern[str]:
    return _pattern("joins", r"(?<!\w)(?:{})(?!\w)[\s:,.]*")


@cache
def _orders() -> re.Pattern[str]:
    return _pattern("order", r"(?:{})(?!\w)[\s:,.]*")


def _pattern(kind: str, form: str) -> re.Pattern[str]:
    phrases = [
        phrase.strip()
        for row in table("words/customs_words.tsv").rows
        if row["kind"] == kind
        for phrase in row["words"].split(";")
        if phrase.strip()
    ]
    phrases.sort(key=len, reverse=True)
    return re.compile(form.format("|".join(re.escape(each).replace(r"\ ", r"\s+") for each in phrases)), re.IGNORECASE)
