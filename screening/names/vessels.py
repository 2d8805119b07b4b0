"""A vessel's name in parts: its words and numbers all count, its prefix does not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from screening.names.numbers import ORDINAL_MARK, number_in_han
from screening.names.parts import LIGHT, Part, is_ideograph, make, pick, plain
from screening.names.scripts import GLUED, script_of
from screening.names.ship_words import meant_by_ships, words_apart
from screening.names.tokens import words
from screening.names.vessel_ranks import is_in_syllables, rank_at, rank_of
from screening.names.vocabulary import meanings, segment
from screening.names.word_tables import Meaning

_LONGEST_MARK = 20
"""Characters of a ship's mark written together with the name: Thai and Burmese spell words out."""
_FEWEST_BEFORE = 3
"""Characters of one before the name; Chinese, Korean and Japanese have it behind."""
_LONGEST_LETTERS = 3
"""Letters of a mark that is no word (MS, R/V)."""
_FEWEST_MEANT = 2
"""Words of a name that may be translated."""
NUMBER = "number"
"""The concept of what stands before a number."""
QUOTES = frozenset("\"“”„«»‘'")
SMALL = frozenset({"stopword", "particle"})


@lru_cache(maxsize=1 << 14)
def unglue_vessel(token: str) -> tuple[str, ...]:
    """A word of a script written without spaces, cut before the mark of a ship at its end (育明轮, 백양산호) or behind
    that at its beginning (เรือนาวาทอง), and behind the number there (第八幸福丸).
    """
    if script_of(token) not in GLUED or _is_mark(token):
        return (token,)
    longest = min(_LONGEST_MARK, len(token) - 1)
    for length in range(longest, 0, -1):
        if _is_mark(token[-length:]):
            return (*_number_apart(token[:-length]), token[-length:])
    for length in range(longest, _FEWEST_BEFORE - 1, -1):
        if _is_mark(token[:length]):
            return (token[:length], token[length:])
    return _number_apart(token)


def _is_mark(text: str) -> bool:
    return any(each.kind == "vessel_prefix" for each in meanings(text))


def _number_apart(text: str) -> tuple[str, ...]:
    """A ship's name in characters, its number before it by itself (第八幸福)."""
    if not text.startswith(ORDINAL_MARK):
        return (text,)
    size = next((at for at in range(len(text) - 1, 1, -1) if number_in_han(text[:at])), 0)
    return (text[:size], text[size:]) if size else (text,)


def vessel_parts(tokens: Sequence[str]) -> list[Part]:
    """The parts of the folded words of a vessel's or aircraft's name."""
    parts: list[Part] = []
    tokens = [piece for token in tokens for piece in unglue_vessel(token)]
    ranked = rank_at(tokens)
    eastern = is_in_syllables(tokens)
    for each in segment(tokens):
        taken = list(tokens[each.start : each.end])
        meaning = pick(each.meanings, ("vessel_prefix", "stopword", "particle"), trusting=True)
        letter = len(taken) == 1 and len(taken[0]) == 1 and not is_ideograph(taken[0])
        if each.start == ranked and len(taken) == 1:
            parts.append(make("name", taken, {rank_of(taken[0])}, "vessel"))
        elif letter and ranked is not None and each.start == ranked + 1:
            parts.append(make("initial", taken, (), "vessel"))
        elif _says_number(each.meanings) and any(map(str.isdigit, "".join(tokens[each.end : each.end + 1]))):
            parts.append(make("stopword", taken, {NUMBER}, "vessel"))
        elif meaning is None or letter or (eastern and meaning.kind in SMALL) or _may_be_named_so(meaning, taken):
            parts.extend(map(_own, taken))
        else:
            kind = "title" if meaning.kind == "vessel_prefix" else meaning.kind
            parts.append(make(kind, taken, {meaning.concept}, "vessel"))
    if not any(part.kind == "name" or part.kind == "initial" for part in parts):
        # made of small words, and a number at most: they are its name ("An San 1"), if they are no word for a ship
        small = SMALL if any(part.kind not in LIGHT for part in parts) else LIGHT
        parts = [make("name", part.text.split(), (), "vessel") if part.kind in small else part for part in parts]
        parts = _of_a_series(parts)
    return _with_meanings(parts)


def _of_a_series(parts: list[Part]) -> list[Part]:
    """The parts of what has no name: a series is called by what its ships are, and numbered (Нефтерудовоз-33)."""
    if not parts or any(part.kind == "name" for part in parts):
        return parts
    return [
        make("name", part.text.split(), (), "vessel") if part.kind == "title" and other.kind == "number" else part
        for part, other in pairwise([*parts, parts[-1]])
    ]


def _with_meanings(parts: list[Part]) -> list[Part]:
    """The parts with what words say that ships are called by (North Wind, Северный ветер): of two words and more, as a
    word by itself is rather written in other letters than translated.
    """
    if sum(part.kind == "name" for part in parts) < _FEWEST_MEANT:
        return parts
    return [
        make("name", [part.text], said, "vessel") if part.kind == "name" and (said := _meant(part)) else part
        for part in parts
    ]


def _meant(part: Part) -> frozenset[str]:
    return frozenset() if part.concepts or " " in part.text else meant_by_ships(part.text)


def _says_number(known: Sequence[Meaning]) -> bool:
    """Whether a word says that a number follows (Maru No. 8), which others leave out; Uzbek son is a name in others."""
    return any(each.concept == NUMBER and each.language != "uz" for each in known)


def _may_be_named_so(meaning: Meaning, taken: Sequence[str]) -> bool:
    """Whether a word for a ship may be a word of its name as well, and is no mark of a few letters (MS)."""
    text = "".join(taken)
    return meaning.kind == "vessel_prefix" and meaning.ambiguous and len(text) > _LONGEST_LETTERS and text.isascii()


def without_word_for_ship(name: str) -> str | None:
    """A name without the word for a ship before it that may be a word of the name too (Nava „Făgăraș”), or None.

    It may be left out where the name is in quotation marks, or a word of the whole is not in capitals: in lists in
    capitals the name stands as it is (NAVA THONG).
    """
    first, _, rest = name.strip().partition(" ")
    rest = rest.strip()
    if sum(map(str.isalpha, rest)) < _FEWEST_BEFORE or (name.isupper() and rest[0] not in QUOTES):
        return None
    said = meanings(*words(first))
    return rest if any(_may_be_named_so(each, words(first)) for each in said) else None


def words_apart_of_ship(name: str) -> str | None:
    """A ship's name in Chinese characters with its mark and its words apart (太平洋 先锋 号); None where one of
    them means nothing.
    """
    if name.isascii():
        return None
    pieces = [piece for token in words(name) for piece in unglue_vessel(token)]
    apart = [words_apart(piece) or piece for piece in pieces]
    return " ".join(apart) if apart != pieces else None


def _own(token: str) -> Part:
    """A word of the name, or its number; a letter is a word as any other."""
    part = plain(token, "vessel")
    return part if part.kind != "initial" else make("name", [token], (), "vessel")
