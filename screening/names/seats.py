"""A firm's name with its seat behind it, as customs declarations have it: ООО Велмар, г. Ташкент, ул. Навои, 5."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from screening.names.address_words import kinds_of
from screening.names.folding import fold
from screening.names.given import is_given_name, surnames
from screening.names.places import country_code, is_seat, place, place_concept, town_around
from screening.names.seats_without_commas import (
    CLOSING,
    FEWEST,
    PARTS,
    begins_at,
    begins_with_room,
    ends_in_place,
    is_form,
)
from screening.names.separators import DASH
from screening.names.split_forms import BRANCH
from screening.names.tails import without_tail
from screening.names.tokens import Token, tokenise, words
from screening.names.vocabulary import PLACES, TRADES, Segment, has_legal_form, segment

_WAYS: Final = frozenset({"street", "town", "area"})
FEWEST_PIECES: Final = 3
"""Pieces between commas that a name without a legal form has with its address at least."""
_NUMBER_BEHIND: Final = re.compile(r"\w\W+\w+\W+\d")
LONGEST: Final = 600
COMMAS: Final = frozenset(",،，、;；")
_SEMICOLONS: Final = frozenset(";；")
_TOWN_BEHIND: Final = re.compile(r"(?P<name>.+?)\s*[(（](?P<town>[^()（）]{2,40})[)）]\s*")
_TOWN_BEFORE: Final = re.compile(r"(?P<town>[^,]{3,40}),(?P<name>.+)")
_TOWN_MARKED: Final = re.compile(r"(?P<name>.+?)[\s,]+(?P<mark>[^\W\d_]{1,2})\.\s*(?P<town>[^\d,.()]{3,30})")
_TOWN_BEHIND_DASH: Final = re.compile(r"(?P<name>.+?)\s+[-–—]\s+(?P<town>[^\d,.()–—-]{3,30})")
_TOWNS: Final = (_TOWN_BEHIND, _TOWN_BEFORE, _TOWN_MARKED, _TOWN_BEHIND_DASH)
LONG_NAME: Final = 4
"""Words of a body's name that says without a legal form that it is one."""
_ONE_WORD: Final = re.compile(r"\s*,\s*(?P<word>[^\W\d_]+)\s*")
SHORTEST_TOWN: Final = 4
"""Letters of a town that nobody knows; shorter words are often something else."""
_BETWEEN: Final = re.compile(f"[{''.join(COMMAS)}]")


def may_have_seat(name: str) -> bool:
    """Whether an address may stand behind a name: it has commas, a number behind two words, or a place at its end;
    cheap.
    """
    return not COMMAS.isdisjoint(name) or _NUMBER_BEHIND.search(name) is not None or ends_in_place(name)


@lru_cache(maxsize=1 << 14)
def before_seat(name: str) -> str | None:
    """What stands before the address that a firm's name ends in; None where it ends in none.

    The address names a place, and begins behind the firm's legal form, or behind the comma or quotation mark at the end
    of the name where the form stands before that.
    """
    tokens = tokenise(name[:LONGEST])
    found = segment([token.text for token in tokens])
    if COMMAS.isdisjoint(name):
        at = begins_at(name, tokens, found)
        return name[: tokens[at].start].rstrip(" -–—") if at is not None else None
    if (
        (dash := DASH.search(name))
        and _are_town_and_street(_pieces(name[dash.end() :]))
        and len(words(name[: dash.start()])) >= FEWEST
    ):
        return name[: dash.start()]
    for at, end in _ends(name, tokens, found):
        rest = [each for each in found if each.start >= at]
        if at >= FEWEST and rest and _is_address(name[end:], tokens, rest):
            return name[:end].rstrip(" " + "".join(COMMAS))
    return None


def _ends(name: str, tokens: Sequence[Token], found: Sequence[Segment]) -> list[tuple[int, int]]:
    """Where a firm's name may end: the number of the word that follows, and the letter up to which it stands."""
    forms = [each for each in found if is_form(each)]
    first = _BETWEEN.search(name)
    behind_comma = sum(token.start < first.start() for token in tokens) if first else 0
    if first and not any(each.start <= behind_comma for each in forms):
        return _before_first_comma(name, tokens, found)
    if not forms:
        return []
    starts = {each.start for each in forms}
    last = [each.end for each in forms if each.start > 0 and each.end not in starts]
    if last:
        ends = [(at, tokens[at - 1].end) for at in last]
        return [(at, end + (name[end : end + 1] == ".")) for at, end in ends]
    places = [at for at, char in enumerate(name) if char in CLOSING or char in COMMAS]
    behind = tokens[forms[0].end - 1].end
    return [
        (sum(token.start < at for token in tokens), at + (name[at] in CLOSING))
        for at in places
        if at > behind and sum(behind <= token.start < at for token in tokens)
    ]


def _before_first_comma(name: str, tokens: Sequence[Token], found: Sequence[Segment]) -> list[tuple[int, int]]:
    """The end of a name without a legal form, where several pieces and a number of a house follow it, or a town alone
    and the name has a word of business.
    """
    pieces = _BETWEEN.split(name)
    size = sum(token.start < len(pieces[0]) for token in tokens)
    if len(pieces) < FEWEST_PIECES:
        if name[len(pieces[0])] in _SEMICOLONS:
            return []
        if begins_with_room(tokens[size:]):
            return [(size, len(pieces[0]))]
        said = {m.kind for each in found if each.end <= size for m in each.meanings if not m.ambiguous}
        places = [{m.kind for m in each.meanings} & PLACES for each in found if each.start >= size]
        return [(size, len(pieces[0]))] if said & TRADES and places and all(places) else []
    behind = _pieces(name[len(pieces[0]) :])
    if not any(map(str.isdigit, "".join(pieces[1:]))) and not _are_town_and_state(behind):
        return [(size, len(pieces[0]))] if _are_town_and_street(behind) else []
    return [(size, len(pieces[0]))]


def _pieces(text: str) -> list[str]:
    """What stands between the commas of a text, without what is empty."""
    return [said for each in _BETWEEN.split(text) if (said := each.strip(" ."))]


def _are_town_and_state(pieces: Sequence[str]) -> bool:
    """Whether pieces between commas are a town and its country, by name or code ("YEREVAN, AM")."""
    if len(pieces) != FEWEST:
        return False
    town = place(place_concept(pieces[0]) or "")
    return town is not None and town.kind == "city" and country_code(pieces[1]) == town.country


def _are_town_and_street(pieces: Sequence[str]) -> bool:
    """Whether pieces between commas are a town and a street or a part of it that says so ("YEREVAN, BAGRATUNYATS STR.",
    "CHANGAN TOWN, DONGGUAN").
    """
    if len(pieces) < FEWEST or not (_is_city(pieces[0]) or _is_city(pieces[-1])):
        return False
    return any(_WAYS & {*kinds_of((token.text,))} for piece in pieces for token in tokenise(piece))


def _is_city(text: str) -> bool:
    """Whether a text is a town's name and nothing else."""
    return _is_known_city(place_concept(text) or "")


def _is_known_city(concept: str) -> bool:
    known = place(concept)
    return known is not None and known.kind == "city"


def _is_address(text: str, tokens: Sequence[Token], rest: Sequence[Segment]) -> bool:
    """Whether the words behind a firm's name are its address: a place among them, and what else addresses have."""
    if _are_town_and_state(_pieces(text)) or _is_unknown_town(text, rest):
        return True
    kinds = [{m.kind for m in each.meanings} for each in rest]
    if not any(kind & PLACES for kind in kinds) or any(m.concept == BRANCH for each in rest for m in each.meanings):
        return False
    if all(kind & PLACES for kind in kinds):
        return bool(_BETWEEN.search(text)) or len(rest) > 1
    words = [token.text for token in tokens[rest[0].start :]]
    told = any(any(map(str.isdigit, word)) or PARTS & {*kinds_of((word,))[:1]} for word in words)
    pieces = [piece for piece in _BETWEEN.split(text) if piece.strip()]
    return bool(_BETWEEN.search(text)) and (
        told or (len(pieces) > FEWEST and all(kind & PLACES for kind in kinds[-FEWEST:]))
    )


def _is_unknown_town(text: str, rest: Sequence[Segment]) -> bool:
    """Whether all that stands behind a name is a comma and one word that means nothing and is nobody's name: the town
    of a firm, however small ("… GmbH, Alzey").
    """
    found = _ONE_WORD.fullmatch(text)
    if found is None or len(rest) != 1 or rest[0].meanings:
        return False
    word = fold(found["word"])
    return len(word) >= SHORTEST_TOWN and not (is_given_name(word) or surnames(word))


@lru_cache(maxsize=1 << 14)
def without_town(name: str) -> str | None:
    """A firm's name without the town that stands behind it in brackets, or with the letter for a town, or before it
    with a comma between; that of a body, which has no legal form, without the one behind a dash.

    "ООО Селигер (Москва)", "ООО Селигер г. Москва", "г. Ташкент, ООО Замин"; None where there is none. A state in
    brackets may be a daughter's.
    """
    found = next((each for pattern in _TOWNS if (each := pattern.fullmatch(name[:LONGEST]))), None)
    if found is None or not _is_town(found["town"]):
        return None
    mark = found.groupdict().get("mark")
    if mark is not None and "town" not in kinds_of((fold(mark),)):
        return None
    formed = has_legal_form(found["name"])
    if found.re is _TOWN_BEHIND_DASH:
        return None if formed or len(words(found["name"])) < LONG_NAME else found["name"].strip()
    return found["name"].strip() if formed else None


def has_region(name: str) -> bool:
    """Whether what stands behind a body's name, with a dash between, is a region: a part of it is there, not its seat
    (Islamic State - West Africa).
    """
    found = _TOWN_BEHIND_DASH.fullmatch(name[:LONGEST])
    return found is not None and without_town(name) is not None and not _is_city(found["town"])


@lru_cache(maxsize=1 << 14)
def town_of(name: str) -> str | None:
    """The town that a firm's name says it is in, behind its legal form, in brackets or in the address it ends in, as
    the concept of the town, for a quarter of one too; None where it says none, or several.
    """
    text = without_tail(name) or name[:LONGEST]
    bare = without_town(text) or before_seat(text)
    apart = bare is not None and bare in text
    told = text.replace(bare or "", " ", 1) if apart else _behind_form(text)
    found = segment([token.text for token in tokenise(told)])
    # what stands apart from the name is a town though it may be a name as well (Konya)
    towns = {m.concept for each in found for m in each.meanings if m.kind == "place" and (apart or not m.ambiguous)}
    cities = {town_around(each) for each in towns if (known := place(each)) is not None and known.kind == "city"}
    return next(iter(cities)) if len(cities) == 1 and not any(map(_is_branch, found)) else None


def town_before(name: str) -> str | None:
    """The town that a firm's name begins with and more names follow, as `town_of` tells it; None where it is none."""
    tokens = [token.text for token in tokenise(name[:LONGEST])]
    first, *more = segment(tokens) or (Segment(0, 0, ()),)
    towns = {
        town_around(m.concept)
        for m in first.meanings
        if m.kind == "place" and not m.ambiguous and is_seat(tokens[first.start], (m.concept,))
    }
    known = place(next(iter(towns))) if len(towns) == 1 and more else None
    return known.concept if known is not None and known.kind == "city" else None


def towns_said(name: str) -> frozenset[str]:
    """The towns that a firm's name may say anywhere, as `town_of` tells them."""
    found = segment([token.text for token in tokenise(name[:LONGEST])])
    return frozenset(town_around(m.concept) for each in found for m in each.meanings if m.kind == "place")


def _behind_form(text: str) -> str:
    """The last word of a firm's name where it stands right behind its legal form; else the empty string."""
    tokens = tokenise(text)
    found = segment([token.text for token in tokens])
    if len(found) <= FEWEST or any(map(_is_branch, found)):
        return ""
    return text[tokens[found[-1].start].start :] if is_form(found[-2]) else ""


def _is_branch(each: Segment) -> bool:
    return any(m.concept == BRANCH for m in each.meanings)


def _is_town(text: str) -> bool:
    """Whether a text is a town's name and nothing else, but for the word for a town."""
    tokens = tokenise(text)
    kinds = [
        {m.kind for m in each.meanings} | {*kinds_of(tuple(token.text for token in tokens[each.start : each.end]))}
        for each in segment([token.text for token in tokens])
    ]
    return any("place" in kind for kind in kinds) and all(kind & {"place", "town"} for kind in kinds)
