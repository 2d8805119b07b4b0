"""A vessel's name in parts: its words and numbers all count, its prefix does not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from screening.names.glued import is_glued
from screening.names.korean_latin import is_korean_syllable
from screening.names.parts import LIGHT, Part, is_ideograph, make, pick, plain
from screening.names.pinyin import syllables
from screening.names.vessel_ranks import rank_at, rank_of
from screening.names.vocabulary import meanings, segment

_LONGEST_MARK = 4
SMALL = frozenset({"stopword", "particle"})


@lru_cache(maxsize=1 << 14)
def unglue_vessel(token: str) -> tuple[str, ...]:
    """A word of a script written without spaces, cut before the mark of a ship at its end (育明轮, 백양산호)."""
    if not is_glued(token[0]) or not is_glued(token[-1]):
        return (token,)
    for length in range(min(_LONGEST_MARK, len(token) - 1), 0, -1):
        if any(each.kind == "vessel_prefix" for each in meanings(token[-length:])):
            return (token[:-length], token[-length:])
    return (token,)


def vessel_parts(tokens: Sequence[str]) -> list[Part]:
    """The parts of the folded words of a vessel's or aircraft's name."""
    parts: list[Part] = []
    tokens = [piece for token in tokens for piece in unglue_vessel(token)]
    ranked = rank_at(tokens)
    eastern = _is_in_syllables(tokens)
    for each in segment(tokens):
        taken = list(tokens[each.start : each.end])
        meaning = pick(each.meanings, ("vessel_prefix", "stopword", "particle"), trusting=True)
        letter = len(taken) == 1 and len(taken[0]) == 1 and not is_ideograph(taken[0])
        if each.start == ranked and len(taken) == 1:
            parts.append(make("name", taken, {rank_of(taken[0])}, "vessel"))
        elif letter and ranked is not None and each.start == ranked + 1:
            parts.append(make("initial", taken, (), "vessel"))
        elif meaning is None or letter or (eastern and meaning.kind in SMALL):
            parts.extend(map(_own, taken))
        else:
            kind = "title" if meaning.kind == "vessel_prefix" else meaning.kind
            parts.append(make(kind, taken, {meaning.concept}, "vessel"))
    if not any(part.kind == "name" or part.kind == "initial" for part in parts):
        # made of small words, and a number at most: they are its name ("An San 1"), if they are no word for a ship
        small = SMALL if any(part.kind not in LIGHT for part in parts) else LIGHT
        parts = [make("name", part.text.split(), (), "vessel") if part.kind in small else part for part in parts]
    return parts


def _is_in_syllables(tokens: Sequence[str]) -> bool:
    """Whether a name is written in syllables, where no "da" or "ja" is a small word (Yong Tai Da, Ja Gang Bong)."""
    words = [token for token in tokens if token.isalpha()]
    said = [word for word in words if not any(each.kind == "vessel_prefix" for each in meanings(word))]
    return len(said) > 1 and any(all(map(known, said)) for known in (syllables().__contains__, is_korean_syllable))


def _own(token: str) -> Part:
    """A word of the name, or its number; a letter is a word as any other."""
    part = plain(token, "vessel")
    return part if part.kind != "initial" else make("name", [token], (), "vessel")
