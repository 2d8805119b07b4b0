"""Ministries of several fields: a phrase that names one of them with the ministry is taken apart beside the others.

Which of the fields stands beside the word for a ministry depends on the language ("ministry of economy" and finance,
iqtisodiyot va "moliya vazirligi"): taken apart, all of them answer one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from screening.names.concepts import concept_parts
from screening.names.glued import is_glued
from screening.names.parts import Part, make
from screening.names.vocabulary import BUSINESS, TRADES, Segment, meanings, segment

MINISTRY: Final = "ministry"


def with_fields_apart(parts: Sequence[Part]) -> list[Part]:
    """The parts with ministries taken apart where another word of business stands next to them, small words aside."""
    found: list[Part] = []
    for at, part in enumerate(parts):
        apart = _apart(part) if _is_of_one_field(part) and _has_more_fields(parts, at) else ()
        found += apart or [part]
    return found


def _is_of_one_field(part: Part) -> bool:
    return part.kind in TRADES and any(MINISTRY in concept_parts(each) - {each} for each in part.concepts)


def _has_more_fields(parts: Sequence[Part], at: int) -> bool:
    """Whether what stands before or behind, small words aside, is a word of business or one of no known meaning."""
    before = next((part for part in reversed(parts[:at]) if part.kind != "stopword"), None)
    behind = next((part for part in parts[at + 1 :] if part.kind != "stopword"), None)
    return any(part is not None and part.kind in {*TRADES, "name"} for part in (before, behind))


def _apart(part: Part) -> list[Part]:
    """The word for a ministry and its fields; nothing where that word does not stand at an end of the phrase."""
    tokens = part.text.split(" ")
    if len(tokens) == 1 and is_glued(tokens[0][0]):
        tokens = _without_spaces(tokens[0])
    for first, rest in ((tokens[0], tokens[1:]), (tokens[-1], tokens[:-1])):
        if rest and any(each.concept == MINISTRY for each in meanings(first)):
            ministry = make("descriptor", [first], {MINISTRY}, "organisation")
            fields = _fields(rest) or [_field(part, rest)]
            return [ministry, *fields] if first is tokens[0] else [*fields, ministry]
    return []


def _without_spaces(token: str) -> list[str]:
    """A word of a script without spaces, and the word for a ministry at its end, if there is one (财政部)."""
    cut = next(
        (at for at in range(1, len(token)) if any(each.concept == MINISTRY for each in meanings(token[at:]))),
        len(token),
    )
    return [token[:cut], token[cut:]] if cut < len(token) else [token]


def _fields(tokens: Sequence[str]) -> list[Part]:
    """The fields that words name, each a part; nothing where one of the words has no meaning of its own."""
    found = []
    for each in segment(tokens):
        if not _says_nothing(each):
            known = [m for m in each.meanings if m.kind in TRADES and not m.ambiguous]
            if not known:
                return []
            meant = {m.concept for m in known}
            implied = set().union(*map(concept_parts, meant))
            kind = "descriptor" if any(m.kind == "descriptor" for m in known) else "generic"
            found.append(make(kind, tokens[each.start : each.end], meant, "organisation", implied))
    return found


def _says_nothing(each: Segment) -> bool:
    return any(m.kind == "stopword" for m in each.meanings) and not any(
        m.kind in BUSINESS and not m.ambiguous for m in each.meanings
    )


def _field(part: Part, tokens: Sequence[str]) -> Part:
    """One part for all the fields of a ministry."""
    meant = set().union(*(concept_parts(each) for each in part.concepts)) - part.concepts - {MINISTRY}
    return make("descriptor", tokens, meant, "organisation", part.implied - {MINISTRY})
