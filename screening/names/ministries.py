"""Ministries of several fields: a phrase that names one of them with the ministry is taken apart beside the others.

Which of the fields stands beside the word for a ministry depends on the language ("ministry of economy" and finance,
iqtisodiyot va "moliya vazirligi"): taken apart, all of them answer one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from screening.names.concepts import concept_parts
from screening.names.glued import is_glued
from screening.names.vocabulary import BUSINESS, TRADES, Meaning, Segment, meanings, segment

MINISTRY: Final = "ministry"
_ELSEWHERE: Final = frozenset({"place", "country", "legal_form"})
"""Kinds of words that are no field of a ministry."""


def with_fields_apart(pieces: Sequence[str]) -> tuple[list[str], list[Segment]]:
    """The words of a name and what they mean, ministries apart from their field where a name has more of them.

    Words come back as they are, but for a ministry that is written together with its field (财政部).
    """
    words, segments = list(pieces), segment(pieces)
    for each in segments:
        if _is_of_one_field(each) and _has_more_fields(segments, each):
            apart = _apart(words, each)
            if apart:
                return apart
    return words, segments


def is_ministry(concept: str) -> bool:
    """Whether a meaning is that of a ministry, whatever its field."""
    return MINISTRY in concept_parts(concept)


def _is_of_one_field(each: Segment) -> bool:
    return any(m.kind in TRADES and m.concept != MINISTRY and is_ministry(m.concept) for m in each.meanings)


def _has_more_fields(segments: Sequence[Segment], one: Segment) -> bool:
    """Whether a word of business or of no known meaning stands next to a ministry, small words aside."""
    at = next(i for i, each in enumerate(segments) if each is one)
    before = next((each for each in reversed(segments[:at]) if not _says_nothing(each)), None)
    behind = next((each for each in segments[at + 1 :] if not _says_nothing(each)), None)
    return any(each is not None and not _is_elsewhere(each) for each in (before, behind))


def _is_elsewhere(each: Segment) -> bool:
    return any(m.kind in _ELSEWHERE and not m.ambiguous for m in each.meanings)


def _says_nothing(each: Segment) -> bool:
    return any(m.kind in {"stopword", "particle"} for m in each.meanings) and not any(
        m.kind in BUSINESS and not m.ambiguous for m in each.meanings
    )


def _apart(words: Sequence[str], one: Segment) -> tuple[list[str], list[Segment]] | None:
    """The words cut at the one for the ministry; None where it stands at neither end of the phrase."""
    tokens = list(words[one.start : one.end])
    if len(tokens) == 1 and is_glued(tokens[0][0]):
        tokens = _without_spaces(tokens[0])
    if len(tokens) == 1:
        return None
    cut = [*words[: one.start], *tokens, *words[one.end :]]
    end = one.start + len(tokens)
    if _is_ministry_word(tokens[0]):
        return cut, _cut_at(cut, one.start, range(one.start + 1, end), one.meanings)
    if _is_ministry_word(tokens[-1]):
        return cut, _cut_at(cut, end - 1, range(one.start, end - 1), one.meanings)
    return None


def _is_ministry_word(token: str) -> bool:
    return any(each.concept == MINISTRY for each in meanings(token))


def _without_spaces(token: str) -> list[str]:
    """A word of a script without spaces, and the word for a ministry at its end, if there is one."""
    at = next((at for at in range(1, len(token)) if _is_ministry_word(token[at:])), 0)
    return [token[:at], token[at:]] if at else [token]


def _cut_at(words: Sequence[str], at: int, field: range, known: Sequence[Meaning]) -> list[Segment]:
    """What words mean on either side of the one for the ministry; its own field as the phrase said it, if need be."""
    ministry = Segment(at, at + 1, tuple(each for each in meanings(words[at]) if each.concept == MINISTRY))
    sides = [*_moved(segment(words[:at]), 0), ministry, *_moved(segment(words[at + 1 :]), at + 1)]
    within = [each for each in sides if each is not ministry and each.start < field.stop and each.end > field.start]
    if all(_says_nothing(each) or _names_field(each) for each in within):
        return sides
    said = {part for m in known if m.kind in TRADES for part in concept_parts(m.concept) - {m.concept, MINISTRY}}
    meant = tuple(Meaning("descriptor", concept, known[0].source, known[0].language) for concept in sorted(said))
    own = Segment(field.start, field.stop, meant)
    before = _moved(segment(words[: min(at, field.start)]), 0)
    stop = max(at + 1, field.stop)
    return [*before, *sorted((ministry, own)), *_moved(segment(words[stop:]), stop)]


def _names_field(each: Segment) -> bool:
    return any(m.kind in TRADES and not m.ambiguous for m in each.meanings)


def _moved(segments: Sequence[Segment], by: int) -> list[Segment]:
    return [Segment(each.start + by, each.end + by, each.meanings) for each in segments]
