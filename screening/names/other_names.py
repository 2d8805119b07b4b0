"""Several names in one text: "Harrow Minerals Ltd f/k/a Hexley Stone" and "Harrow Minerals (HARMIN)" hold two each,
names of the same party.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from screening.names import japanese, uyghur
from screening.names.birth_dates import may_be_dated, without_birth_date
from screening.names.bracketed_states import without_state
from screening.names.brackets import (
    BRACKETS,
    FEWEST_LETTERS,
    SHORT_NAME,
    WORDS_BESIDE,
    beside_brackets,
    in_capitals,
    is_short,
)
from screening.names.brands import beside_brand, is_brand
from screening.names.care_of import own_name
from screening.names.cell_remarks import names_beside
from screening.names.chinese_abroad import in_pinyin
from screening.names.elision import without_article
from screening.names.folding import fold
from screening.names.former_names import BETWEEN, beside_former
from screening.names.given import is_patronymic
from screening.names.lost_letters import filled_in
from screening.names.misread import readings
from screening.names.mongolian import fathers_in_nominative
from screening.names.name_cases import by_itself
from screening.names.national_bodies import usual_names
from screening.names.nicknames import NICKNAME, with_nickname
from screening.names.offices import without_office
from screening.names.party_kinds import bears_ships_mark
from screening.names.persons_abroad import as_english
from screening.names.persons_together import names_apart
from screening.names.plain_letters import by_way_of_russian, from_scholarly, with_plain_schwa
from screening.names.scripts import script_of
from screening.names.seats import before_seat, may_have_seat, without_town
from screening.names.separators import (
    DASH,
    OR,
    STRIPPED,
    STRIPPED_BESIDE,
    beside_characters,
    beside_comma,
    beside_firms,
    beside_initials,
    beside_or,
    beside_script,
    beside_strokes,
    initials_of,
    spells,
)
from screening.names.ships import names_of_ship
from screening.names.tails import without_tail
from screening.names.tajik import as_persian
from screening.names.telescoped import taken_apart
from screening.names.tokens import words
from screening.names.turkic_persons import in_arabic_vowels, in_english
from screening.names.vietnamese_by_ear import in_vietnamese
from screening.names.vocabulary import meanings, split_glued
from screening.names.wives import HUSBANDS, beside_husbands_family, husband_and_wife
from screening.reference import table

LONGEST: Final = 600
MOST_NAMES: Final = 4
IN_BRACKETS: Final = "former_in_brackets"
_SEVERAL: Final = re.compile(rf"{OR.pattern}|,")
_SEMICOLON: Final = re.compile(r"[;；؛]")
_ENTITY: Final = re.compile(r"&#?\w{2,8};")
_BETWEEN: Final = frozenset("(（/;；؛@")
_YEAR: Final = r"(?:19|20)\d\d"
_BESIDE_TOWN: Final = frozenset(",)）.-–—")
_WORD: Final = re.compile(r"\w+")
NO_FIRMS: Final = frozenset({"Person", "Vessel", "Airplane"})
"""Schemas of which no party is a firm."""


@cache
def _marker(*, opening: bool = False) -> re.Pattern[str]:
    """What parts names; ``opening``: right behind an opening bracket, where more does ("(ex Baltic Heron)")."""
    left_out = {NICKNAME, BETWEEN, HUSBANDS} if opening else {NICKNAME, BETWEEN, HUSBANDS, IN_BRACKETS}
    rows = table("words/other_names.tsv").rows
    said = {row["phrase"].casefold() for row in rows if row["concept"] not in left_out}
    phrases = sorted(said, key=len, reverse=True)
    apart = "|".join(_pattern(phrase) for phrase in phrases if not _glued(phrase))
    glued = "|".join(re.escape(phrase) for phrase in phrases if _glued(phrase))
    return re.compile(rf"(?<![^\W_])(?:{apart})(?![^\W_])[.:]?|(?:{glued})[:：]?", re.IGNORECASE)


def _pattern(phrase: str) -> str:
    return r"\s+".join(re.escape(word) for word in phrase.split()).replace("yyyy", _YEAR)


def _glued(phrase: str) -> bool:
    return ord(phrase[0]) >= 0x2E80


@cache
def _maiden() -> frozenset[str]:
    return frozenset(
        row["phrase"].casefold() for row in table("words/other_names.tsv").rows if row["concept"] == "maiden"
    )


@lru_cache(maxsize=1 << 14)
def names_within(name: str) -> tuple[str, ...]:
    """The name as it stands, then those it is made of, where words or brackets between them say they are several.

    A firm's name with its seat beside it is told without the seat as well, an Uzbek one as Russian writes it, one in
    scholars' letters in English spelling, one behind an elided article (L'Étoile) without it, that of a body of a state
    under its other names (`national_bodies.tsv`). Beside a shop or brand only the firm is named (`brands`). Of two
    parties ("… c/o …") those of the one that the text is about. A text that programs made unreadable is read as it was
    meant as well (`misread`).
    """
    meant = _meant(name)
    found = _within(name)
    return tuple(dict.fromkeys((*found, *(one for each in meant for one in _within(each))))) if meant else found


def _meant(name: str) -> tuple[str, ...]:
    """What is meant by a text that programs made unreadable, and the names apart from what stands beside them."""
    beside = (each for each in names_beside(name) if each != name)
    return (*readings(name), *filled_in(name), *beside)


def _within(name: str) -> tuple[str, ...]:
    """The `names_within` a text that is read as it stands."""
    own = own_name(name)
    if own is not None:
        return tuple(dict.fromkeys((name, *_within(own))))
    found = _parted(name) if _may_be_several(name) else (name,)
    shorter = without_tail(name)
    if shorter is not None:
        found = tuple(dict.fromkeys((*found, *(_parted(shorter) if _may_be_several(shorter) else (shorter,)))))
    bare = before_seat(name[:LONGEST]) if may_have_seat(name) else None
    if bare is not None and bare not in found:
        found = (*found, bare)
    if (both := _without_both(shorter, bare)) is not None and both not in found:
        found = (*found, both)
    town = without_town(name) if not _BESIDE_TOWN.isdisjoint(name) else None
    if town is not None and town not in found:
        found = (*found, town)
    if (firm := beside_brand(name)) is not None:
        seated = before_seat(firm) if may_have_seat(firm) else None
        firms = (each for each in (*found[1:], firm, seated) if each and not is_brand(each))
        found = tuple(dict.fromkeys((name, *firms)))
    for plainly in (by_way_of_russian, from_scholarly, as_persian, without_article):
        plain = plainly(name[:LONGEST])
        if plain != name[:LONGEST]:
            found = (*found, plain)
    told = [one for one in found[1:] if not _is_spelled(one, found)]
    known = [*uyghur.in_latin(name), *usual_names(bare or name), *(each for one in told for each in _long_names(one))]
    return tuple(dict.fromkeys((*found, *known))) if known else found


def _without_both(shorter: str | None, bare: str | None) -> str | None:
    """A name without the address and without the number before or behind that: of a name ``shorter`` by its number, or
    ``bare`` of its address; None where it has not both.
    """
    if shorter is not None:
        return before_seat(shorter) if may_have_seat(shorter) else None
    return without_tail(bare) if bare is not None else None


def _is_spelled(one: str, names: Sequence[str]) -> bool:
    """Whether a name is the initials of another of the text, which then says whose they are: no other body's."""
    if " " in one or not one.isupper():
        return False
    return any(initials_of(each).startswith(one.casefold()) for each in names if " " in each)


def _long_names(name: str) -> Iterator[str]:
    """The usual names of the body that one of several names is of; those of one word are its daughters' too."""
    return (each for each in usual_names(name) if " " in each)


def names_of(name: str, schema: str | None) -> tuple[str, ...]:
    """The `names_within` a name of a schema, None for not known; of what may be a firm, with e for Azerbaijani ə and
    with telescoped words taken apart as well; of a ship, or a firm with its legal form, those with "ex" between; of a
    person's, those with a nickname, a wife's own, one as another country writes it in English spelling or pinyin, and
    those written together.
    """
    found = names_within(name)
    if schema == "Person":
        return tuple(dict.fromkeys((*found, *_of_person(name))))
    former = beside_former(name[:LONGEST], firms=schema not in NO_FIRMS)
    if former:
        found = tuple(dict.fromkeys((*found, *former)))
    if schema in NO_FIRMS or (schema is None and bears_ships_mark(name)):
        found = tuple(dict.fromkeys((*found, *names_of_ship(name[:LONGEST]))))
    if schema in NO_FIRMS:
        return found
    plain = (with_plain_schwa(each) for each in found[:MOST_NAMES])
    apart = (taken_apart(each) for each in found[:MOST_NAMES])
    return tuple(dict.fromkeys((*found, *plain, *(each for each in apart if each is not None))))


def _of_person(name: str) -> tuple[str, ...]:
    """The names of a person that hold a nickname, those of a woman beside her husband's, one in Turkic letters or as
    another country writes it as English has them, and with the vowels of Arabic, those without an office behind them,
    and those that are written together.
    """
    undated = without_birth_date(name) if may_be_dated(name) else name
    bare = without_tail(undated) if undated != name else None
    plain, spelled = in_english(name[:LONGEST]), in_arabic_vowels(name[:LONGEST])
    told = (
        names_apart(name),
        bare,
        without_state(name[:LONGEST]),
        without_office(name),
        plain if plain != name else None,
        spelled if spelled not in (name, plain) else None,
    )
    others = (*filter(None, told), *in_vietnamese(name), *in_pinyin(name), *japanese.in_latin(name), *as_english(name))
    couple = (*(husband_and_wife(name) or ()), *beside_husbands_family(name))
    return (*by_itself(name), *with_nickname(name), *couple, *others, *fathers_in_nominative(name))


def is_apart(one: str, name: str) -> bool:
    """Whether one of the `names_of` a name is there only with telescoped words taken apart."""
    found = (*names_within(name), *beside_former(name[:LONGEST], firms=False))
    if one not in map(taken_apart, found) or one in found or one in map(with_plain_schwa, found):
        return False
    return one not in (*_of_person(name), *names_of_ship(name[:LONGEST]))


def is_within(one: str, name: str) -> bool:
    """Whether one of `names_within` stands in the text; else it is another name of the body that the text names."""
    texts = (name, *_meant(name))
    return one in texts or all(_is_within(one, each) for each in texts)


def _is_within(one: str, name: str) -> bool:
    """The same of a text that is read as it stands."""
    own = own_name(name)
    if own is not None:
        return one == own or _is_within(one, own)
    shorter = without_tail(name)
    if shorter is not None and (one == shorter or _is_within(one, shorter)):
        return True
    told = (
        before_seat(name[:LONGEST]) or without_town(name) or name,
        *(_parted(name)[1:] if _may_be_several(name) else ()),
    )
    return one in told or all(one not in usual_names(each) for each in told)


@lru_cache(maxsize=1 << 14)
def is_short_for(one: str, name: str) -> bool:
    """Whether one of `names_within` is the initials of another of them, which says what they stand for: SOCAR (…)."""
    if one == name or " " in one or not one.isupper():
        return False
    others = (each for each in names_within(name) if each not in (one, name))
    return any(script_of(each) == script_of(one) and spells(each, one) for each in others)


@lru_cache(maxsize=1 << 14)
def long_names(one: str, name: str) -> tuple[str, ...]:
    """The names of several words beside one of `names_within` that is letters alone, in its script: NTX (Novatek …)."""
    if one == name or " " in one or not in_capitals(one) or len(one) not in SHORT_NAME:
        return ()
    others = (each for each in names_within(name) if each not in (one, name) and " " in each)
    return tuple(each for each in others if is_within(each, name) and script_of(each) == script_of(one))


def _parted(name: str) -> tuple[str, ...]:
    found = [
        each
        for side in _beside_semicolons(name[:LONGEST])
        for piece in _beside_marked_brackets(side)
        for part in _beside_markers(piece)
        for each in beside_brackets(part)
    ]
    if len(found) == 1:
        whole = found[0]
        for parted in (
            _beside_dash,
            beside_strokes,
            beside_or,
            beside_comma,
            beside_firms,
            beside_initials,
            beside_characters,
            beside_script,
        ):
            found = list(parted(whole))
            if found:
                break
    return tuple(dict.fromkeys((name, *found[:MOST_NAMES]))) if len(found) > 1 else (name,)


def _may_be_several(name: str) -> bool:
    """Whether there is anything between names in a text; cheap, as hardly any name has it."""
    if not _BETWEEN.isdisjoint(name) or DASH.search(name) or (not name.isascii() and _SEVERAL.search(name)):
        return True
    if any(beside(name) for beside in (beside_initials, beside_characters, beside_script, beside_firms)):
        return True
    first, glued = _beginnings()
    if not first.isdisjoint(_WORD.findall(name.casefold())):
        return True
    return not name.isascii() and any(each in name for each in glued)


@cache
def _beginnings() -> tuple[frozenset[str], tuple[str, ...]]:
    """The first words of markers, and the markers that are written together with names."""
    rows = table("words/other_names.tsv").rows
    phrases = [row["phrase"].casefold() for row in rows if row["concept"] not in {NICKNAME, HUSBANDS}]
    apart = frozenset(
        _WORD.findall(phrase)[0] for phrase in phrases if not _glued(phrase) and _BETWEEN.isdisjoint(phrase)
    )
    return apart, tuple(phrase for phrase in phrases if _glued(phrase))


def _beside_semicolons(text: str) -> list[str]:
    """The names that semicolons part, each of two words at least ("Fazel Rahim; Fazil Rahim"); else the text."""
    sides = [side for side in _SEMICOLON.split(text) if side.strip(STRIPPED)]
    several = len(sides) > 1 and all(len(words(side)) >= WORDS_BESIDE for side in sides)
    return sides if several and not _ENTITY.search(text) else [text]


def _beside_marked_brackets(text: str) -> Iterator[str]:
    """The text without the brackets that begin with a marker ("Alban (a.k.a. Ronnie) Vodrin"), then what they hold."""
    inside = []

    def without(found: re.Match[str]) -> str:
        marker = _marker(opening=True).match(found[1])
        if marker is None or _is_maiden(marker) or _begins_word(marker.group(), found[1]):
            return found[0]
        inside.append(found[1][marker.end() :])
        return " "

    outside = BRACKETS.sub(without, text).strip() if "(" in text or "（" in text else text
    yield from (outside, *inside) if outside else inside


def _begins_word(marker: str, text: str) -> bool:
    """Whether a marker of one character is none, but the beginning of a word (原子能, atomic energy)."""
    return len(marker) == 1 and bool(meanings(*split_glued(words(text)[0])[:1]))


def _beside_markers(text: str) -> Iterator[str]:
    first, at, maiden = "", 0, False
    for match in (*_marker().finditer(text), None):
        piece = _stripped(text[at : match.start() if match else LONGEST])
        if maiden and first and " " not in piece and " " in first:
            piece = _with_family_name(first, piece)
        if sum(map(str.isalpha, piece)) >= FEWEST_LETTERS:
            first = first or piece
            yield piece
        if match:
            at, maiden = match.end(), _is_maiden(match)


@lru_cache(maxsize=1 << 14)
def other_family_name(text: str) -> str | None:
    """The family name, before or since marriage, that a text says a person has besides ("… née Seitova"), or None."""
    if not _may_be_several(text):
        return None
    for match, following in pairwise((*_marker().finditer(text[:LONGEST]), None)):
        if match is not None and _is_maiden(match):
            name = _stripped(text[match.end() : following.start() if following else LONGEST])
            return name if name and " " not in name else None
    return None


def _with_family_name(person: str, family: str) -> str:
    """The person under another family name: it stands first where a patronymic stands last."""
    first, *between, last = person.split()
    return " ".join((family, *between, last) if is_patronymic(fold(last)) else (first, *between, family))


def _is_maiden(marker: re.Match[str]) -> bool:
    return marker.group().rstrip(":：").casefold() in _maiden()


def _stripped(piece: str) -> str:
    """A piece without what parted it from its neighbours, a bracket of theirs too."""
    piece = piece.strip(STRIPPED_BESIDE)
    while piece.count("(") > piece.count(")") and "(" in (piece[0], piece[-1]):
        piece = (piece[1:] if piece[0] == "(" else piece[:-1]).strip(STRIPPED_BESIDE)
    while piece.count(")") > piece.count("(") and ")" in (piece[0], piece[-1]):
        piece = (piece[:-1] if piece[-1] == ")" else piece[1:]).strip(STRIPPED_BESIDE)
    return piece


def _beside_dash(text: str) -> tuple[str, ...]:
    """A short name and the whole with a dash between ("VPAV - Vodrin Ports Authority")."""
    pieces = [piece.strip(STRIPPED) for piece in DASH.split(text, maxsplit=1)]
    if len(pieces) == 1 or not (is_short(*pieces) or is_short(*pieces[::-1])):
        return ()
    return tuple(pieces)
