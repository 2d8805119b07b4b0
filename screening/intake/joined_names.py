"""Cells that name two parties: ``X c/o Y``, ``X on behalf of Y``, ``X Ltd / Y Cargo``, in customs records and party
tables alike.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from screening.intake.country_cells import country_in
from screening.intake.customs_wording import any_written, phrases
from screening.intake.stroked_names import stroked
from screening.names.tokens import words

_EDGES: Final = " \t\r\n,;:"
_QUOTES: Final = ("«»", '""', "''", "“”„")
_MARKS: Final = frozenset("".join(_QUOTES))


def parted(text: str) -> list[str]:
    """The names that words such as "on behalf of", or a stroke, part, without "to the order of" before them; the text
    as it stands where there is neither, or where nothing else would be left ("Care Of Ltd").
    """
    ordered = _ordered(text)
    if not ordered and not _joins().search(text):
        return stroked(text) or [text]
    parts = [part for piece in _joins().split(text) if (part := _without_order(trimmed(piece)))]
    named = [*parts[:1], *(part for part in map(_unbracketed, parts[1:]) if country_in(part) is None)]
    toward, parts = len(named) < len(parts), named  # "in transit to Kazakhstan"
    if len(parts) == 1 and not toward and len(words(parts[0])) < 2 and not ordered:
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
        elif count % 2 and not _closes_both(text, marks):
            text = text.strip(_EDGES + marks)
    return text


def _closes_both(text: str, marks: str) -> bool:
    """Whether a mark at the end closes a name and the one within it: ``ООО "КОМПАНИЯ "ПРИМЕР"``."""
    opened = re.findall(rf"(?<!\w)[{marks}](?=\w)", text)
    closed = re.findall(rf"(?<=\w)[{marks}](?!\w)", text)
    return len(opened) > len(closed) == 1 and text[-1] in marks


def _without_order(text: str) -> str:
    if found := _orders().match(text):
        return trimmed(text[found.end() :])
    around = _around(text)
    return trimmed(around[1]) if around else text


def _ordered(text: str) -> bool:
    """Whether goods go to the order of somebody, in front of the name, behind it (Turkish) or around it (Chinese)."""
    return bool(_orders().match(text) or _around(text))


def _around(text: str) -> re.Match[str] | None:
    """The name in front of such words, or between them."""
    if not _ends_around().match(text, len(text)):  # nearly all texts: told by their ends
        return None
    return next((found for form in _orders_around() if (found := form.fullmatch(text))), None)


def _unbracketed(text: str) -> str:
    """Without the bracket that closes what was opened before the words that join two names."""
    return trimmed(text.removesuffix(")")) if text.count(")") > text.count("(") else text


@cache
def _joins() -> re.Pattern[str]:
    spaced = _pattern("joins", r"(?<!\w)(?:{})(?!\w)[\s:,.]*").pattern
    ends, unspaced, names = (
        [re.escape(each) for each, _ in phrases(kind)]
        for kind in ("joins_behind_firm", "joins_unspaced", "joins_no_firm")
    )
    behind = "|".join(f"(?<={each})" for each in ends)
    together = rf"(?:{behind})(?:{'|'.join(unspaced)})(?!{'|'.join(names)})[\s:,.：，]*"
    return re.compile(f"{spaced}|{together}", re.IGNORECASE)


@cache
def _orders() -> re.Pattern[str]:
    return _pattern("order", r"(?:{})(?!\w)[\s:,.]*")


@cache
def _orders_around() -> tuple[re.Pattern[str], ...]:
    """``… emrine``, ``凭…指示``: the name stands for the dots."""
    forms = []
    for phrase, _ in phrases("order_around"):
        before, _, behind = phrase.partition("…")
        form = rf"{re.escape(before.strip())}\s*(.*\w.*?)\s*{re.escape(behind.strip())}"
        if before.endswith(" ") or behind.startswith(" "):
            form = form.replace(r"\s*(", r"\s+(" if before.strip() else "(").replace(
                r")\s*", r")[\s,'’]+" if behind.strip() else ")"
            )
        forms.append(re.compile(form, re.IGNORECASE))
    return tuple(forms)


@cache
def _ends_around() -> re.Pattern[str]:
    """What stands behind the name in one of those forms, before the end of a text."""
    ends = {phrase.partition("…")[2].strip() for phrase, _ in phrases("order_around")}
    return re.compile("|".join(f"(?<={re.escape(end)})" for end in sorted(ends)), re.IGNORECASE)


def _pattern(kind: str, form: str) -> re.Pattern[str]:
    return re.compile(form.format(any_written(kind).replace(r"\ ", r"\s+")), re.IGNORECASE)
