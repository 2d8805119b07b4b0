"""Several names in one text: "Harrow Minerals Ltd f/k/a Hexley Stone" and "Harrow Minerals (HARMIN)" hold two each,
names of the same party.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from screening.names.folding import fold
from screening.names.given import is_patronymic
from screening.names.national_bodies import body_of, usual_names
from screening.names.nicknames import NICKNAME, with_nickname
from screening.names.plain_letters import by_way_of_russian, from_scholarly, with_plain_schwa
from screening.names.scripts import script_of
from screening.names.seats import before_seat, may_have_seat, without_town
from screening.names.separators import (
    OR,
    STRIPPED,
    STRIPPED_BESIDE,
    abbreviates,
    beside_characters,
    beside_comma,
    beside_initials,
    beside_or,
    beside_strokes,
    initials_of,
    spells,
)
from screening.names.tails import without_tail
from screening.names.telescoped import taken_apart
from screening.names.tokens import words
from screening.names.vocabulary import has_legal_form, meanings, segment, split_glued
from screening.names.wives import husband_and_wife
from screening.reference import table

FEWEST_LETTERS: Final = 3
"""Letters that what stands on either side must have to be a name."""
LONGEST: Final = 600
MOST_NAMES: Final = 4
IN_BRACKETS: Final = "former_in_brackets"
_SHORT_NAME: Final = range(3, 10)
"""Letters of a firm's short name in brackets."""
_WORDS_BESIDE: Final = 2
"""Words that the name beside a short one has at least; of one in capitals only, one more: there a short name is not
told from any other word by its letters.
"""
_BRACKETS: Final = re.compile(r"\s*[(（]([^()（）]{2,})[)）]\s*")
_DASH: Final = re.compile(r"\s+[-–—]\s+")
_SEVERAL: Final = re.compile(rf"{OR.pattern}|,")
_SEMICOLON: Final = re.compile(r"[;；؛]")
_ENTITY: Final = re.compile(r"&#?\w{2,8};")
_BETWEEN: Final = frozenset("(（/;；؛")
_YEAR: Final = r"(?:19|20)\d\d"
_BESIDE_TOWN: Final = frozenset(",)）.")
_WORD: Final = re.compile(r"\w+")
_FORMS: Final = frozenset({"legal_form"})
_SMALL: Final = frozenset({"stopword"})
_ANOTHERS: Final = frozenset({"subsidiary", "branch", "group"})
"""What a firm is of another, whose name then stands beside the word."""
NO_FIRMS: Final = frozenset({"Person", "Vessel", "Airplane"})
"""Schemas of which no party is a firm."""
_NO_NAME: Final = frozenset({"legal_form", "place", "country", "sole_trader", "title"})


@cache
def _marker(*, opening: bool = False) -> re.Pattern[str]:
    """What parts names; ``opening``: right behind an opening bracket, where more does ("(ex Baltic Heron)")."""
    left_out = {NICKNAME} if opening else {NICKNAME, IN_BRACKETS}
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


@lru_cache(maxsize=1 << 16)
def names_within(name: str) -> tuple[str, ...]:
    """The name as it stands, then those it is made of, where words or brackets between them say they are several.

    A firm's name with its seat beside it is told without the seat as well, an Uzbek one as Russian writes it, one in
    scholars' letters in English spelling, that of a body of a state under its other names (`national_bodies.tsv`).
    """
    found = _parted(name) if _may_be_several(name) else (name,)
    shorter = without_tail(name)
    if shorter is not None:
        found = tuple(dict.fromkeys((*found, *(_parted(shorter) if _may_be_several(shorter) else (shorter,)))))
    bare = before_seat(name[:LONGEST]) if may_have_seat(name) else None
    if bare is not None and bare not in found:
        found = (*found, bare)
    town = without_town(name) if not _BESIDE_TOWN.isdisjoint(name) else None
    if town is not None and town not in found:
        found = (*found, town)
    for plainly in (by_way_of_russian, from_scholarly):
        plain = plainly(name[:LONGEST])
        if plain != name[:LONGEST]:
            found = (*found, plain)
    told = [one for one in found[1:] if not _is_spelled(one, found)]
    known = [*usual_names(bare or name), *(each for one in told for each in _long_names(one))]
    return tuple(dict.fromkeys((*found, *known))) if known else found


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
    with telescoped words taken apart as well; of a person's, those with a nickname, and a wife's own.
    """
    found = names_within(name)
    if schema == "Person":
        return tuple(dict.fromkeys((*found, *_of_person(name))))
    if schema in NO_FIRMS:
        return found
    plain = (with_plain_schwa(each) for each in found[:MOST_NAMES])
    apart = (taken_apart(each) for each in found[:MOST_NAMES])
    return tuple(dict.fromkeys((*found, *plain, *(each for each in apart if each is not None))))


def _of_person(name: str) -> tuple[str, ...]:
    """The names of a person that hold a nickname, and those of a woman beside her husband's."""
    return (*with_nickname(name), *(husband_and_wife(name) or ()))


def is_apart(one: str, name: str) -> bool:
    """Whether one of the `names_of` a name is there only with telescoped words taken apart."""
    found = names_within(name)
    return one not in found and one not in _of_person(name) and one not in map(with_plain_schwa, found)


def is_within(one: str, name: str) -> bool:
    """Whether one of `names_within` stands in the text; else it is another name of the body that the text names."""
    if one == name:
        return True
    shorter = without_tail(name)
    if shorter is not None and (one == shorter or is_within(one, shorter)):
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
    if one == name or " " in one or not _in_capitals(one) or len(one) not in _SHORT_NAME:
        return ()
    others = (each for each in names_within(name) if each not in (one, name) and " " in each)
    return tuple(each for each in others if is_within(each, name) and script_of(each) == script_of(one))


def _parted(name: str) -> tuple[str, ...]:
    found = [
        each
        for side in _beside_semicolons(name[:LONGEST])
        for piece in _beside_marked_brackets(side)
        for part in _beside_markers(piece)
        for each in _beside_brackets(part)
    ]
    if len(found) == 1:
        whole = found[0]
        for parted in (_beside_dash, beside_strokes, beside_or, beside_comma, beside_initials, beside_characters):
            found = list(parted(whole))
            if found:
                break
    return tuple(dict.fromkeys((name, *found[:MOST_NAMES]))) if len(found) > 1 else (name,)


def _may_be_several(name: str) -> bool:
    """Whether there is anything between names in a text; cheap, as hardly any name has it."""
    if not _BETWEEN.isdisjoint(name) or _DASH.search(name) or (not name.isascii() and _SEVERAL.search(name)):
        return True
    if beside_initials(name) or beside_characters(name):
        return True
    first, glued = _beginnings()
    if not first.isdisjoint(_WORD.findall(name.casefold())):
        return True
    return not name.isascii() and any(each in name for each in glued)


@cache
def _beginnings() -> tuple[frozenset[str], tuple[str, ...]]:
    """The first words of markers, and the markers that are written together with names."""
    rows = table("words/other_names.tsv").rows
    phrases = [row["phrase"].casefold() for row in rows if row["concept"] != NICKNAME]
    apart = frozenset(
        _WORD.findall(phrase)[0] for phrase in phrases if not _glued(phrase) and _BETWEEN.isdisjoint(phrase)
    )
    return apart, tuple(phrase for phrase in phrases if _glued(phrase))


def _beside_semicolons(text: str) -> list[str]:
    """The names that semicolons part, each of two words at least ("Fazel Rahim; Fazil Rahim"); else the text."""
    sides = [side for side in _SEMICOLON.split(text) if side.strip(STRIPPED)]
    several = len(sides) > 1 and all(len(words(side)) >= _WORDS_BESIDE for side in sides)
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

    outside = _BRACKETS.sub(without, text).strip() if "(" in text or "（" in text else text
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


def _beside_brackets(text: str) -> Iterator[str]:
    """The name, or what stands outside and in brackets, where that is a short name or one in another script."""
    if "(" not in text and "（" not in text:
        yield text
        return
    outside = _BRACKETS.sub(" ", text).strip(STRIPPED)
    inside = [found.strip(STRIPPED) for found in _BRACKETS.findall(text)]
    if _is_short(outside, " ".join(inside)):
        yield from (outside, *inside)
        return
    names = [each for each in inside if _is_another(each, outside)]
    if not names:
        yield text
        return
    bare = _BRACKETS.sub(lambda found: " " if found[1].strip(STRIPPED) in names else found[0], text).strip(" ,;:")
    if _ends_with_brackets(text):
        yield from (bare, *names)
    else:
        yield from (text, bare, *(each for each in names if not _is_short(each, outside)))


def _is_another(name: str, beside: str) -> bool:
    """Whether what stands in brackets is another name of what stands beside them."""
    if _is_short(name, beside) or _is_elsewhere(name, beside) or _says_again(name, beside) or _is_whole(name):
        return True
    body = body_of(beside)
    return body is not None and body == body_of(name)


def _says_again(name: str, beside: str) -> bool:
    """Whether this is the name beside it once more, with a legal form: "Compel Joint Stock Company (Compel JSC)"."""
    found = words(name)
    forms = {
        word
        for each in segment(found)
        if any(meaning.kind == "legal_form" for meaning in each.meanings)
        for word in found[each.start : each.end]
    }
    own = {word for word in found if word not in forms}
    return bool(forms and own) and own <= {*words(beside)} and not all(_means(word, _NO_NAME) for word in own)


def _is_whole(name: str) -> bool:
    """Whether this is a firm's name with its legal form, and so by itself the name of a firm; "a Vodrin Ltd firm" and
    "of Vodrin Ltd" tell whose the other is.
    """
    found = words(name)
    if not has_legal_form(name) or _means(found[0], _SMALL) or all(_means(each, _NO_NAME) for each in found):
        return False
    return not any(meaning.concept in _ANOTHERS for each in segment(found) for meaning in each.meanings)


def _ends_with_brackets(text: str) -> bool:
    """Whether nothing but the legal form follows the last brackets: what stands before more words is part of a name."""
    behind = re.split(r"[)）]", text)[-1].strip(STRIPPED)
    return not behind or all(_means(word, _FORMS) for word in behind.split())


def _is_short(name: str, beside: str) -> bool:
    """Whether this is the short name of the firm whose name stands beside it (SOCAR), and no place or legal form."""
    own = [word for word in name.split() if not _means(word, _NO_NAME)]
    if len(own) != 1 or not (own[0].isalpha() and _in_capitals(own[0]) and len(own[0]) in _SHORT_NAME):
        return False
    fewest = _WORDS_BESIDE + (beside.isupper() and not abbreviates(own[0], beside))
    return len(words(beside)) >= fewest


def _in_capitals(word: str) -> bool:
    """Whether a word is in capitals, but for the letter of a small word between them (УБРиР)."""
    small = [char for char in word if not char.isupper()]
    return not small or (len(small) == 1 and len(word) > _SHORT_NAME[0] and word[0].isupper() and word[-1].isupper())


def _means(word: str, kinds: frozenset[str]) -> bool:
    return any(each.kind in kinds for each in meanings(*words(word)))


def _is_elsewhere(name: str, beside: str) -> bool:
    """Whether this is written in one script and the name beside it in another."""
    scripts = script_of(name), script_of(beside)
    letters = min(sum(map(str.isalpha, each)) for each in (name, beside))
    return scripts[0] != scripts[1] and not {"None", "Mixed"} & {*scripts} and letters >= _letters_of_a_name(scripts)


def _letters_of_a_name(scripts: tuple[str, str]) -> int:
    return 2 if {"Han", "Hangul", "Kana"} & {*scripts} else FEWEST_LETTERS


def _beside_dash(text: str) -> tuple[str, ...]:
    """A short name and the whole with a dash between ("VPAV - Vodrin Ports Authority")."""
    pieces = [piece.strip(STRIPPED) for piece in _DASH.split(text, maxsplit=1)]
    if len(pieces) == 1 or not (_is_short(*pieces) or _is_short(*pieces[::-1])):
        return ()
    return tuple(pieces)
