"""What remarks and descriptions say of the goods' way beyond its columns: where they go on to, what they pass.

``FINAL DEST. YEKATERINBURG VIA OSH``, ``货物经比什凯克转运俄罗斯``, ``Route: Bremerhaven - Ust-Luga - Singapur``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

import polars as pl

from screening.intake.customs_headings import understand
from screening.intake.customs_ports import of_port, of_stop
from screening.intake.customs_routes import stops
from screening.intake.customs_wording import any_written, listed, vocabulary
from screening.names.scripts import GLUED, script_of
from screening.names.tokens import words

_PIECES: Final = re.compile(r"[/|\n]")
_WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_HOUSE_BEHIND: Final = re.compile(r"\W*(?:[^\W\d_]+\W+){1,2}\d{1,3}\b")
_ENDS: Final = re.compile(r"[;|\n]")
_LONGEST: Final = 3
"""Words of a place's name at most."""
_BEHIND: Final = 4
"""Words behind "onward" and its like among which a place's name begins: onward by truck to Omsk."""
_SHORTEST: Final = 4
"""Letters of a place of one word; shorter ones are codes, and words as well (AND, PER), but for РФ and its like."""
_SHORTEST_GLUED: Final = 2
_LONGEST_GLUED: Final = 12
_FEWEST_STOPS: Final = 3
_LONGEST_CHAIN: Final = 200
_LABEL: Final = 3
"""Words of what a route is headed with at most."""


def is_headed_as_remarks(heading: str) -> bool:
    """Whether a heading is one of remarks, in one of its languages at least: ``OSI / Remarks``, ``Remarks ملاحظات``."""
    return any(_is_made_of_remarks(words(piece)) for piece in _PIECES.split(heading))


def _is_made_of_remarks(said: Sequence[str]) -> bool:
    """Whether words are nothing but words for remarks, one behind the other, perhaps numbered: ``备注2``."""
    known = vocabulary("remarks_heading")
    if len(said) > 1 and said[-1].isdigit():
        said = said[:-1]
    sizes = (size for size in range(1, len(said) + 1) if " ".join(said[:size]) in known)
    return any(size == len(said) or _is_made_of_remarks(said[size:]) for size in sizes)


def may_go_on(texts: pl.Series) -> pl.Series:
    """Which texts have the longest word of a phrase of going on, in capitals or as words stand in a sentence: to be
    looked at. Making the letters of millions small would take longer than the look.
    """
    return texts.str.contains_any(_longest_words()).fill_null(value=False)


@cache
def _longest_words() -> list[str]:
    phrases = (*listed("onward"), *listed("onward_unspaced"))
    longest = {max(phrase.split(), key=len) for phrase in phrases}
    return sorted({form for word in longest for form in (word, word.lower(), word.upper(), word.capitalize())})


@lru_cache(maxsize=65536)
def onward_in(text: str) -> str | None:
    """The place a text says that goods go on to; None where it says none, or that they may not."""
    found = _onward().search(text)
    if found is None or _refused().search(text):
        return None
    behind = _ENDS.split(text[found.end() : found.end() + 80])[0]
    said = _WORD.findall(behind)
    for start in range(min(_BEHIND, len(said))):
        for size in range(_LONGEST, 0, -1):
            phrase = " ".join(said[start : start + size])
            if len(said) >= start + size and (size > 1 or _may_be_place(phrase)) and (place := _place(phrase)):
                return place
        if script_of(said[start]) in GLUED and (place := _begins(said[start])):
            return place
    return None


def _may_be_place(word: str) -> bool:
    return len(word) >= _SHORTEST or (script_of(word) == "Cyrillic" and len(word) > 1 and word.isupper())


def _place(phrase: str) -> str | None:
    """The place a phrase names, as it stands or in the case of where something goes: в Россию, у Москву."""
    endings = vocabulary("case_of_place").items()
    plain = (phrase[: -len(ending)] + instead for ending, instead in endings if phrase.endswith(ending))
    return next((each for each in (phrase, *plain) if of_port(each)), None)


def _begins(run: str) -> str | None:
    """The place that text without spaces begins with."""
    beginnings = (run[:length] for length in range(min(_LONGEST_GLUED, len(run)), _SHORTEST_GLUED - 1, -1))
    return next((each for each in beginnings if of_port(each)), None)


@lru_cache(maxsize=65536)
def passed_in(text: str) -> str | None:
    """The first country between the ends of a route that a remark gives, headed as one; or that of the one place by
    which it says that goods go: via Vladivostok, 经海参崴港转运.
    """
    on_the_way = _route_in(text)[1] or _by_way_of(text)
    return next((country for stop in on_the_way if (country := of_stop(stop))), None)


def _by_way_of(text: str) -> list[str]:
    """The place right behind words for "by way of", unless the text speaks of money or denies it; empty without one."""
    found = _way().search(text)
    if found is None or _no_way().search(text):
        return []
    behind = _ENDS.split(text[found.end() : found.end() + 80])[0]
    said = _WORD.findall(behind)
    if not said:
        return []
    if script_of(said[0]) in GLUED:
        return [place] if (place := _begins(said[0])) else []
    most = min(len(said), _LONGEST)
    if _HOUSE_BEHIND.match(behind):  # via Roma 12: a street
        return []
    phrases = (" ".join(said[:size]) for size in range(most, 0, -1) if size > 1 or _may_be_place(said[0]))
    return [place for phrase in phrases if (place := _place(phrase))][:1]


@lru_cache(maxsize=65536)
def countries_along(text: str, *, headed: bool = True) -> tuple[str, ...]:
    """The countries of a route's stops in their order, each once behind another: of a remark that is ``headed`` as one,
    or of a whole cell.
    """
    whole = _route_in(text)[0] if headed else stops(text)
    found = [country for stop in whole if (country := of_stop(stop))]
    return tuple(country for country, before in zip(found, [None, *found], strict=False) if country != before)


def _route_in(text: str) -> tuple[list[str], list[str]]:
    """The stops of a route that a remark gives, and those of them between its ends: all behind a word for "via"."""
    for along in (stops(_headed_as_route(text)), _of_places(text)):
        if len(along) >= _FEWEST_STOPS:
            return along, along[1:-1]
    passing = _passing().match(text)
    behind = stops(text[passing.end() :]) if passing else []
    return (behind, behind) if len(behind) >= _FEWEST_STOPS else ([], [])


def _of_places(text: str) -> list[str]:
    """The stops of a remark that is nothing but a chain of known places; none where it is anything else."""
    along = stops(text) if len(text) <= _LONGEST_CHAIN else []
    return along if len(along) >= _FEWEST_STOPS and all(map(of_stop, along)) else []


def _headed_as_route(text: str) -> str:
    """What stands behind a word for "route", or for a way as some languages call imports and exports too (yoʻnalish);
    nothing where there is none.
    """
    for found in list(re.finditer(r"[\s:]+", text))[:_LABEL]:
        guess = understand(text[: found.start()])
        if guess and guess.role in ("via", "direction") and not guess.alone:
            return text[found.end() :]
    return ""


@cache
def _passing() -> re.Pattern[str]:
    return re.compile(rf"(?i)\s*(?:(?:{any_written('passing')})(?=[\s:])|{any_written('passing_unspaced')})\s*:?\s*")


@cache
def _onward() -> re.Pattern[str]:
    spaced = "|".join(
        r"[\s.\-]+".join(map(re.escape, phrase.split()))
        for phrase in sorted(listed("onward"), key=lambda phrase: (-len(phrase), phrase))
    )
    return re.compile(rf"(?i)\b(?:{spaced})\b|{any_written('onward_unspaced')}")


@cache
def _refused() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{any_written('no_onward')})\b|{any_written('no_onward_unspaced')}")


@cache
def _way() -> re.Pattern[str]:
    spaced = any_written("by_way_of").replace(r"\ ", r"[\s.\-]+")
    return re.compile(rf"(?i)\b(?:{spaced})\b[\s:.\-]*|(?:{any_written('by_way_of_unspaced')})[\s:：]*")


@cache
def _no_way() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{any_written('no_by_way_of')})\b|{any_written('no_by_way_of_unspaced')}")
