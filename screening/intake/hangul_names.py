"""Names in Korean text: no capitals, and endings written to every name.

"㈜세종정밀기공 대표 박준호(52) 씨를", "화물선 ‘동해블루호’가". The endings are no part of the names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from screening.intake.lexicon import is_legal_form, is_place
from screening.intake.spans import Span
from screening.intake.syllabic import any_of, is_generic, words_of
from screening.names.given import surname_length

_HANGUL = "\uac00-\ud7a3"
_ANY = re.compile(f"[{_HANGUL}]")
_TOKEN = re.compile(rf"(?:㈜|\(주\))?[{_HANGUL}A-Za-z0-9&·\-]*[{_HANGUL}][{_HANGUL}A-Za-z0-9&·\-]*(?:㈜|\(주\))?")
_QUOTED = re.compile(r"[‘'“\"「『<]([^‘’'“”\"「」『』<>\n.!?]{2,30})[’'”\"」』>]")
_STOCK = ("㈜", "(주)")
_FULL_NAME = 3
_SHORTEST_FOREIGN = 4
_SHORTEST_FIRM = 4


@cache
def _particles() -> tuple[str, ...]:
    return tuple(sorted(words_of("particle", "ko"), key=len, reverse=True))


@cache
def _ship_end() -> tuple[str, ...]:
    return tuple(words_of("ship_after", "ko"))


@cache
def _address() -> re.Pattern[str]:
    return re.compile(rf"(?:\([^()\n]{{1,12}}\))? ?(?:{any_of('address', 'ko')})(?![{_HANGUL}]{{3}})")


@cache
def _firm_end() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('firm_end', 'ko')})$")


def hangul_names(text: str) -> Iterator[Span]:
    """Firms, persons and ships that a text names in Korean."""
    if not _ANY.search(text):
        return
    yield from _in_quotes(text)
    tokens = list(_TOKEN.finditer(text))
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else None
        near = before is not None and text[before.end() : token.start()] in (" ", "\u00a0")
        left = before.group() if before is not None and near else ""
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if (
            after is not None
            and left in words_of("foreigner_after", "ko")
            and (end := _foreign_end(text, token, after))
        ):
            yield Span(token.start(), end, "Person", (f"after '{left}'",))
            continue
        yield from _named(text, token, left, before.start() if before is not None else 0)


def _foreign_end(text: str, first: re.Match[str], second: re.Match[str]) -> int:
    """Where a foreigner's name of two words ends, the second with an ending of its own; 0 when they are none."""
    family = _bare(second.group(), 2)
    adjacent = text[first.end() : second.start()] == " "
    return second.start() + len(family) if adjacent and len(first.group()) > 1 and family != second.group() else 0


def _named(text: str, token: re.Match[str], left: str, left_start: int) -> Iterator[Span]:
    start, raw = token.start(), token.group()
    if raw.startswith(_STOCK) or raw.endswith(_STOCK):
        end = start + len(_bare(raw, _SHORTEST_FIRM))
        yield Span(start, end, "Company", ("legal form",))
        return
    name = _bare(raw, 2)
    if is_legal_form(name) and len(left) >= _SHORTEST_FOREIGN:
        if not is_place(left):
            yield Span(left_start, start + len(name), "Company", ("legal form",))
        return
    if is_legal_form(left) and len(name) > 1:
        yield Span(left_start, start + len(name), "Company", ("legal form",))
        return
    if person := _person(text, token, left):
        yield person
        return
    if len(name) >= _SHORTEST_FIRM and _firm_end().search(name) and not is_generic(name, "ko"):
        yield Span(start, start + len(name), "Company", ("a word for a firm",))
    elif left in words_of("firm_before", "ko") and len(name) >= _SHORTEST_FOREIGN and name != raw:
        if not any(name.startswith(word) for word in words_of("no_name", "ko")) and not is_place(name):
            yield Span(start, start + len(name), "Company", (f"after '{left}'",))
    elif left in words_of("ship_before", "ko") and name.endswith(_ship_end()) and len(name) >= _FULL_NAME:
        yield Span(start, start + len(name), "Vessel", ("after a word for a ship",))


def _person(text: str, token: re.Match[str], left: str) -> Span | None:
    """A family name and a given name of two syllables, with an office before it or a form of address behind it."""
    start, raw = token.start(), token.group()
    name = raw[:_FULL_NAME]
    rest = raw[_FULL_NAME:]
    korean = (
        len(name) == _FULL_NAME
        and surname_length(name) > 0
        and (not rest or rest in words_of("after_person", "ko") or rest in words_of("particle", "ko"))
    )
    if korean and name not in words_of("no_name", "ko") and raw not in words_of("no_name", "ko") and not is_place(name):
        end = start + _FULL_NAME
        if left in words_of("role", "ko"):
            return Span(start, end, "Person", (f"after '{left}'",))
        if not rest and (match := _address().match(text, end)) and not _firm_end().search(name):
            return Span(start, end, "Person", (f"before '{match.group().strip()}'",))
    foreign = _bare(raw, _FULL_NAME)
    if (
        left in words_of("role", "ko")
        and left.endswith(tuple(words_of("of_people", "ko")))
        and len(foreign) >= _SHORTEST_FOREIGN
        and foreign != raw
    ):
        return Span(start, start + len(foreign), "Person", (f"after '{left}'",))
    return None


def _in_quotes(text: str) -> Iterator[Span]:
    for match in _QUOTED.finditer(text):
        name = match.group(1).strip()
        if not _ANY.search(name):
            continue
        before = text[max(0, match.start() - 12) : match.start()].split()
        left = before[-1] if before else ""
        start, end = match.span(1)
        if left in words_of("ship_before", "ko"):
            yield Span(start, end, "Vessel", ("quoted after a word for a ship",))
        elif left in words_of("firm_before", "ko") or is_legal_form(left):
            yield Span(start, end, "Company", (f"quoted after '{left}'",))
        elif (
            " " not in name and len(name) >= _SHORTEST_FIRM and _firm_end().search(name) and not is_generic(name, "ko")
        ):
            yield Span(start, end, "Company", ("quoted, with a word for a firm",))


def _bare(token: str, shortest: int) -> str:
    """A token without the ending written to it."""
    for particle in _particles():
        if token.endswith(particle) and len(token) - len(particle) >= shortest:
            return token[: -len(particle)]
    return token
