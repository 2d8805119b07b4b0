"""Where the address begins that a firm's name ends in without a comma, as fields of customs declarations have it:
ТОО «Велмар» КАЗАХСТАН Г АЛМАТЫ УЛ АБАЯ 10.

A legal form or a quotation mark at the end of the name says where the name ends; where neither does, the address must
begin with what no name goes on with: a country and its town, a town behind the word for one or beside its postal code,
a numbered room.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from screening.names.address_words import endings, kinds_of, longest
from screening.names.concepts import is_emblem
from screening.names.cut_towns import town_cut_short
from screening.names.folding import fold
from screening.names.places import country_code, place
from screening.names.split_forms import BRANCH
from screening.names.tokens import Token
from screening.names.vocabulary import PLACES, TRADES, Segment, is_place, meanings

PARTS: Final = frozenset({"town", "street", "number", "region", "area", "building", "unit", "box"})
FEWEST: Final = 2
"""Words of a firm's name with its legal form at least."""
FEWEST_BEHIND: Final = 3
"""Words of an address behind a legal form at least, where they are not all places."""
_CODE: Final = range(5, 7)
"""Digits of a postal code."""
_COUNTRY: Final = range(2, 4)
"""Letters of the code of a country."""
_SAID: Final = frozenset({"town", "region"})
"""Kinds of words of addresses that say what sort of place is named beside them."""
_ROOMS: Final = frozenset({"unit", "box"})
_NUMBERED: Final = _ROOMS | {"number"}
_SMALL: Final = frozenset({"stopword", "particle"})
_LAST_WORDS: Final = 2
_MARKED_AT_END: Final = re.compile(r"\b[^\W\d_]{1,4}\.\s*[^\W\d_]+\.?$")
"""A word behind an abbreviation, as addresses have towns and streets (UL.KIR)."""
_AROUND: Final = ' .,;»"”“)]'
_OPENING: Final = '"«“„'
CLOSING: Final = '"»”“'


class _Piece(NamedTuple):
    """Some words of a name as those of an address: ``start`` to ``end`` (excluded), the kinds of a word of addresses,
    the concepts of towns and the codes of countries it may be, whether it may be a place at all, and how many digits a
    number has (0 for none, more for a number that is no word by itself); ``cut`` is a town that a field cut off.
    """

    start: int
    end: int
    kinds: frozenset[str]
    towns: frozenset[str]
    countries: frozenset[str]
    placed: bool
    digits: int
    cut: bool = False


def ends_in_place(name: str) -> bool:
    """Whether the last word of three and more, or the last two, may be a place, or begin one's name; cheap."""
    last = name.rsplit(None, _LAST_WORDS)
    if len(last) <= _LAST_WORDS:
        return False
    two = [bare for each in last[1:] if (bare := each.strip(_AROUND).casefold())]
    if not two:
        return False
    coded = len(two[-1]) in _COUNTRY and is_place(two[0]) and country_code(two[-1]) is not None
    cut = _MARKED_AT_END.search(name) or (two[-1].isalpha() and town_cut_short(fold(two[-1])))
    return bool(coded or cut or is_place(two[-1]) or is_place(" ".join(two)))


def begins_at(name: str, tokens: Sequence[Token], found: Sequence[Segment]) -> int | None:
    """The word of a firm's name without commas from which on it is an address; None where it ends in none."""
    placed = any(map(_may_be_place, found)) or bool(tokens and town_cut_short(tokens[-1].text))
    if not tokens or (len(tokens) < FEWEST + FEWEST_BEHIND and not placed):
        return None  # without a place, three words behind the name at least make an address
    pieces = _pieces(tokens, found)
    if not any(piece.placed for piece in pieces) and not any(piece.digits for piece in pieces):
        return None
    if any(meaning.concept == BRANCH for each in found for meaning in each.meanings):
        return None
    coded = _town_with_code(tokens, found)
    if coded is not None:
        return coded
    for at in (_behind_form(pieces, found), _behind_quotation(name, tokens, pieces, found)):
        if at is not None:
            return at
    return _within(pieces, found)


def _pieces(tokens: Sequence[Token], found: Sequence[Segment]) -> list[_Piece]:
    """The words as those of an address, phrases of addresses (P O BOX) together."""
    pieces: list[_Piece] = []
    at = 0
    while at < len(tokens):
        each = next(each for each in found if each.start <= at < each.end)
        size = next(
            (
                size
                for size in range(min(longest(), len(tokens) - at), 0, -1)
                if kinds_of(tuple(token.text for token in tokens[at : at + size]))
            ),
            0,
        )
        if size > each.end - at or (size and not _may_be_place(each)):
            texts = tuple(token.text for token in tokens[at : at + size])
            pieces.append(_piece(at, at + size, frozenset(kinds_of(texts)), (), texts))
            at += size
        else:
            texts = tuple(token.text for token in tokens[at : each.end])
            pieces.append(_piece(at, each.end, _kinds_at_end(texts[-1]), [each], texts))
            at = each.end
    return _with_cut_town(_with_code_at_end(pieces, tokens), tokens, found)


def _with_cut_town(pieces: list[_Piece], tokens: Sequence[Token], found: Sequence[Segment]) -> list[_Piece]:
    """The pieces, the last as a town where it begins one's name and stands behind a legal form or the word for a town
    (CORP PYONGY, MUN. CHIS).
    """
    last = pieces[-1]
    if last.placed or last.kinds or last.digits or last.end - last.start != 1 or len(pieces) <= FEWEST:
        return pieces
    before = next(each for each in found if each.start <= last.start - 1 < each.end)
    town = town_cut_short(tokens[-1].text) if pieces[-2].kinds & _SAID or _is_form_behind(before, found) else None
    if town is None or meanings(tokens[-1].text):
        return pieces
    return [*pieces[:-1], last._replace(towns=frozenset((town,)), placed=True, cut=True)]


def _is_form_behind(each: Segment, found: Sequence[Segment]) -> bool:
    """Whether a phrase is a legal form, and behind what a firm is called by."""
    return is_form(each) and any(other.end <= each.start and _is_own(other) for other in found)


def _with_code_at_end(pieces: list[_Piece], tokens: Sequence[Token]) -> list[_Piece]:
    """The pieces, the last as a country where it is the code of the one that the town before it is in (DUSHANBE TJ)."""
    last = pieces[-1]
    beside_town = len(pieces) > 1 and last.end - last.start == 1 and bool(pieces[-2].towns)
    code = country_code(tokens[-1].text) if beside_town else None
    if code is None or not _hold_town_in_country([pieces[-2], last._replace(countries=frozenset((code,)))]):
        return pieces
    return [*pieces[:-1], last._replace(kinds=frozenset(), countries=frozenset((code,)), placed=True)]


def _piece(start: int, end: int, kinds: frozenset[str], said: Sequence[Segment], texts: Sequence[str]) -> _Piece:
    known = [meaning for each in said for meaning in each.meanings]
    countries = frozenset(meaning.concept for meaning in known if meaning.kind == "country")
    if len(texts) > 1 and countries:
        known += meanings(texts[0])  # "Dubai UAE" is one phrase
    towns = frozenset(meaning.concept for meaning in known if meaning.kind == "place" and _is_city(meaning.concept))
    digits = len(texts[0]) if len(texts) == 1 and texts[0].isdigit() else 0
    return _Piece(start, end, kinds, towns, countries, any(m.kind in PLACES for m in known), digits)


def _may_be_place(each: Segment) -> bool:
    return any(meaning.kind in PLACES for meaning in each.meanings)


@lru_cache(maxsize=1 << 14)
def _kinds_at_end(text: str) -> frozenset[str]:
    """The kind of a word of addresses that a word ends in (Hauptstr, Teheran-ro)."""
    return frozenset(kind for ending, kind in endings() if len(text) > len(ending) and text.endswith(ending))


def _is_city(concept: str) -> bool:
    known = place(concept)
    return known is not None and known.kind == "city"


def begins_with_room(tokens: Sequence[Token]) -> bool:
    """Whether words begin with a numbered room or post box, or the number of a house (RM 1203)."""
    first, second = (token.text for token in tokens[:FEWEST]) if len(tokens) > FEWEST else ("", "")
    return second.isdigit() and not _NUMBERED.isdisjoint(kinds_of((first,)))


def is_form(each: Segment) -> bool:
    """Whether a phrase is a legal form and seldom anything else."""
    return any(meaning.kind == "legal_form" and not meaning.ambiguous for meaning in each.meanings)


def _town_with_code(tokens: Sequence[Token], found: Sequence[Segment]) -> int | None:
    """The word from which on it is an address: a town beside its postal code, with a number or another word of
    addresses behind ("TOO VEGA AKTAU 130000 MKR 12 D 5"); or None.
    """
    if not any(len(token.text) in _CODE and token.text.isdigit() for token in tokens):
        return None
    for one, other in pairwise(found):
        pair = tokens[one.start : other.end]
        code = next((each.text for each in (pair[0], pair[-1]) if each.text.isdigit()), "")
        town = other if pair[0].text == code else one
        behind = [token.text for token in tokens[other.end :]]
        if (
            len(code) in _CODE
            and one.start >= FEWEST
            and any(_is_city(m.concept) for m in town.meanings if m.kind == "place")
            and any(word.isdigit() or PARTS & {*kinds_of((word,))} for word in behind)
            and any(each.end <= one.start and is_form(each) for each in found)
        ):
            return one.start
    return None


def _behind_form(pieces: Sequence[_Piece], found: Sequence[Segment]) -> int | None:
    """The word behind a firm's legal form from which on it is an address: a number, and two words of addresses or a
    town beside one (CO LTD RM 1203 NO 88 TIANHE RD), or nothing but a town and its country; or None.
    """
    forms = [each.end for each in found if each.end >= FEWEST and is_form(each) and not _is_street(each, pieces)]
    at = max(forms, default=0)
    rest = [piece for piece in pieces if piece.start >= at]
    if not at or not rest:
        return None
    known = _without_street_at_end(rest)
    cut = len(rest) == 1 and rest[0].cut
    return at if cut or _are_numbered(rest) or _are_town_and_country(known) else None


def _without_street_at_end(rest: Sequence[_Piece]) -> Sequence[_Piece]:
    """The pieces of an address without the street that its last words name, cut off or not (UL.KIR)."""
    if len(rest) <= FEWEST or "street" not in rest[-2].kinds or rest[-1].kinds or rest[-1].digits:
        return rest
    return rest[:-2]


def _is_street(each: Segment, pieces: Sequence[_Piece]) -> bool:
    """Whether what may be a legal form is a word of addresses beside a number here (KOMITAS STR 12)."""
    at = next((at for at, piece in enumerate(pieces) if piece.start == each.start), None)
    if at is None or not pieces[at].kinds:
        return False
    return any(piece.digits for piece in pieces[max(0, at - 1) : at + 2])


def _are_numbered(rest: Sequence[_Piece]) -> bool:
    if rest[-1].end - rest[0].start < FEWEST_BEHIND or not any(piece.digits for piece in rest):
        return False
    told = sum(bool(PARTS & piece.kinds) for piece in rest)
    return told >= FEWEST or (told > 0 and any(piece.towns for piece in rest))


def _are_town_and_country(rest: Sequence[_Piece]) -> bool:
    """Whether words are places, one of them a town in the country that is told, or behind the word for a town."""
    if not all(piece.placed or piece.kinds & _SAID or piece.digits in _CODE for piece in rest):
        return False
    return _hold_town_in_country(rest) or _hold_marked_town(rest)


def _hold_town_in_country(pieces: Sequence[_Piece]) -> bool:
    """Whether some words name a town and the country it is in."""
    told = {code for piece in pieces for code in piece.countries}
    towns = {known.country for piece in pieces for each in piece.towns if (known := place(each)) is not None}
    return not told.isdisjoint(towns)


def _hold_marked_town(pieces: Sequence[_Piece]) -> bool:
    """Whether the word for a town or a region stands before one."""
    return any(one.kinds & _SAID and other.towns for one, other in pairwise(pieces))


def _behind_quotation(
    name: str, tokens: Sequence[Token], pieces: Sequence[_Piece], found: Sequence[Segment]
) -> int | None:
    """The word behind the quotation mark that closes a firm's name with its legal form before it, from which on it is
    an address; or None.
    """
    closing = max(map(name.rfind, CLOSING))
    opening = min((at for mark in _OPENING if 0 <= (at := name.find(mark)) < closing), default=closing)
    size = sum(token.start < opening for token in tokens)
    if not any(is_form(each) or _is_trader(each) for each in found if each.end <= size):
        return None
    rest = [piece for piece in pieces if tokens[piece.start].start > closing]
    if not rest or rest[0].start < FEWEST or not (rest[0].placed or rest[0].kinds or rest[0].digits):
        return None
    return rest[0].start if _are_numbered(rest) or _are_town_and_country(rest) else None


def _is_trader(each: Segment) -> bool:
    return any(meaning.kind == "sole_trader" for meaning in each.meanings)


def _within(pieces: Sequence[_Piece], found: Sequence[Segment]) -> int | None:
    """The word from which on it is an address where nothing else says where the name ends: one that begins as only
    addresses do, behind a name with a legal form or a word of business; or None.
    """
    for at, piece in enumerate(pieces):
        if piece.start < FEWEST or not (piece.countries or piece.kinds or piece.towns or piece.digits):
            continue
        before = [each for each in found if each.end <= piece.start]
        kinds = {meaning.kind for meaning in before[-1].meanings} if before else set()
        if kinds and kinds <= _SMALL:
            continue  # "Bank of" is no name
        formed = any(is_form(each) or _is_trader(each) for each in before)
        if (formed or any(map(_is_trade, before))) and _begins_address(pieces[at:], before, formed=formed):
            return piece.start
    return None


def _is_trade(each: Segment) -> bool:
    return any(meaning.kind in TRADES and not meaning.ambiguous for meaning in each.meanings)


def _begins_address(rest: Sequence[_Piece], before: Sequence[Segment], *, formed: bool) -> bool:
    """Whether words begin an address and are one to the end."""
    first = rest[0]
    if first.kinds & _ROOMS:
        told = any(piece.kinds & (PARTS - _ROOMS) for piece in rest[1:])
        return len(rest) > FEWEST and rest[1].digits > 0 and told and rest[-1].placed
    if not any(map(_is_own, before)):
        return False
    head = _head(rest)
    if not head:
        return False
    behind = _without_street_at_end(rest)[len(head) :]
    marked = _hold_marked_town(head)
    inside = _hold_town_in_country(head)
    coded = any(piece.digits for piece in head) and any(piece.placed for piece in head)
    if not (inside or coded or (marked and formed)):
        return False
    numbered = any(piece.digits for piece in behind) and any(piece.kinds & PARTS for piece in behind)
    return numbered or all(piece.placed or piece.kinds & _SAID or piece.digits in _CODE for piece in behind)


def _head(rest: Sequence[_Piece]) -> Sequence[_Piece]:
    """The postal code, the country, the region and the town that words begin with; empty where a town alone comes
    first, which may be the name's.
    """
    size = 0
    while size < len(rest) and (rest[size].digits in _CODE or rest[size].placed or rest[size].kinds & _SAID):
        size += 1
    head = rest[:size]
    bare = size > 0 and bool(rest[0].towns) and not (size > 1 and (rest[1].countries or rest[1].digits))
    return () if bare else head


def _is_own(each: Segment) -> bool:
    """Whether a phrase may be what a firm is called by: no place, and no word of business but an emblem or one that is
    doubtful.
    """
    if any(meaning.kind in PLACES or meaning.kind == "legal_form" for meaning in each.meanings):
        return False
    return all(
        meaning.ambiguous or is_emblem(meaning.concept) for meaning in each.meanings if meaning.kind in TRADES
    ) and not (each.meanings and all(meaning.kind in _SMALL for meaning in each.meanings))
