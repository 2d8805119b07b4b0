"""Several persons or firms in one cell: "X and Y", "X (60 %), Y (40 %)", "Chairman: X, Secretary: Y", "1. X 2. Y".

Told where both sides of what joins them are whole names. Where a cell may as well hold one name ("Hassan Ali, Ahmed
Omar"), that is said, so that the cell is screened as it stands beside its pieces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from screening.intake.joining_words import Separation, folded_phrases, phrases_of, separations
from screening.intake.party_headings import understand
from screening.intake.whole_names import (
    Sort,
    bare_words,
    begins_with_trade,
    ends_with_form,
    is_called_by_a_trade,
    is_form_alone,
    is_given,
    sort_of,
    tells_family,
)
from screening.names.offices import is_office, without_office
from screening.names.party_kinds import may_be_person
from screening.names.phrases import alternatives
from screening.names.scripts import script_of
from screening.names.tokens import words
from screening.names.vocabulary import meanings

_LONGEST: Final = 2_000
_AROUND: Final = " \t\r\n,;:：،，、/+&-–—•▪●‣*·"
_NUMBER: Final = re.compile(r"(?:^|(?<=[\s,;|]))[(（№#]?\s?(\d{1,2})\s?(?:[.)）、:]|[-–]\s)[)）]?\s*(?=[^\s\d])")
_ONE_NUMBER: Final = re.compile(r"^[(（]?\d{1,2}\s?(?:[)）]|\.\s)\s*(?=[^\W\d_]{2,}\s)")
_CIRCLED: Final = re.compile(r"[①-⑳]")
_LETTERED: Final = re.compile(r"(?:^|(?<=[\s,;|]))\(?([a-zа-яё])\)\s*(?=\S)", re.IGNORECASE)
_ALPHABETS: Final = ("abcdefghijklmnopqrstuvwxyz", "абвгдежз")
_FEWEST: Final = 2
_MOST_OF_AN_OFFICE: Final = 6
_OFFICE_BESIDE: Final = re.compile(r"(?P<one>.{2,60}?)\s*(?:[:：]|\s[-–—])\s*(?P<other>.{2,})")
_IN_BRACKETS: Final = re.compile(r"(?P<name>.{2,}?)\s*[(\[（](?P<said>[^()\[\]（）]{2,60})[)\]）]")
_FIGURE: Final = r"\d{1,3}(?:[.,٫]\d+)?"
_FRACTION: Final = r"\d{1,3}\s*/\s*\d{1,3}"


class Told(NamedTuple):
    """The names of a cell; ``sure`` where it holds them and nothing else can be meant."""

    names: tuple[str, ...]
    sure: bool


@lru_cache(maxsize=1 << 14)
def names_told(text: str, *, many: bool) -> Told | None:
    """The names that a cell holds; None where it is one name as it stands.

    Args:
        text: The cell.
        many: Whether it is of a column that holds several as often as one (directors, owners), where shares and
            offices are read and a doubtful cell is taken for several as well. Of others only what is sure is told.
    """
    whole = text = text[:_LONGEST].strip()
    if not _may_be_several(text):
        return None
    pieces = [text]
    if many:
        counted = enumerated(text)
        counted = counted if len(counted) > 1 else [_ONE_NUMBER.sub("", text)]
        pieces = [named for piece in counted for part in _by_shares(piece) for named in _by_offices(part)]
    found = [_joined(piece, many=many) for piece in pieces]
    names = tuple(dict.fromkeys(name for told in found for name in told.names if any(map(str.isalpha, name))))
    sure = all(told.sure for told in found)
    if not names or names == (whole.strip(_AROUND),) or (len(names) == 1 and not many):
        return None
    return Told(names, sure)


def enumerated(text: str) -> list[str]:
    """The pieces of a text behind the numbers or letters that it counts them by; the text where it counts none."""
    for pattern, value in ((_NUMBER, int), (_CIRCLED, _circled), (_LETTERED, _place_in_alphabet)):
        marks = list(pattern.finditer(text))
        counted: list[re.Match[str]] = []
        for mark in marks:
            if value(mark[mark.lastindex or 0]) == len(counted) + 1:
                counted.append(mark)
        if len(counted) > 1 and not text[: counted[0].start()].strip(_AROUND):
            ends = [mark.start() for mark in counted[1:]] + [len(text)]
            return [text[mark.end() : end].strip(_AROUND) for mark, end in zip(counted, ends, strict=True)]
    return [text]


def _circled(mark: str) -> int:
    return ord(mark) - ord("①") + 1


def _place_in_alphabet(letter: str) -> int:
    return next((each.index(letter.lower()) + 1 for each in _ALPHABETS if letter.lower() in each), 0)


def _may_be_several(text: str) -> bool:
    """Whether there are two words, or characters without spaces; cheap, as most names are short."""
    return len(text) > 2 and (" " in text or not text.isascii() or any(char in text for char in ",&/+"))


def _by_shares(text: str) -> list[str]:
    """The names that stand beside shares, without these; the text where it has none."""
    if not any(char in text for char in "%٪％/") and not _shares().search(text):
        return [text]
    pieces = [piece.strip(_AROUND) for piece in _shares().split(text)]
    named = [piece for piece in pieces if any(map(str.isalpha, piece))]
    return named or [text]


@cache
def _shares() -> re.Pattern[str]:
    said = alternatives(phrases_of("share"))
    percent = rf"(?:[%٪％]\s*{_FIGURE}|{_FIGURE}\s*(?:[%٪％]|(?:{alternatives(phrases_of('percent'))})\b))"
    beside = rf"(?:\b(?:{said})\b[\s:=]*)*"
    figure = rf"(?:(?:{said})[\s:=]*)*{percent}(?:\s*\b(?:{said})\b)*"
    bracket = rf"[(\[（][^()\[\]（）]*(?:{percent}|{_FRACTION})[^()\[\]（）]*[)\]）]"
    return re.compile(rf"{bracket}|{beside}{figure}", re.IGNORECASE)


def _by_offices(text: str) -> list[str]:
    """The names behind offices and colons ("Chairman: X, Secretary: Y"); the text where there are none."""
    colons = [at for at, char in enumerate(text) if char in ":："]
    if not colons:
        return [text]
    labels = [label for at in colons if (label := _label_before(text, at, several=len(colons) > 1)) is not None]
    if not labels:
        return [text]
    starts = [0, *(end for _, end in labels)]
    ends = [*(start for start, _ in labels), len(text)]
    return [piece for start, end in zip(starts, ends, strict=True) if (piece := text[start:end].strip(_AROUND))]


def _label_before(text: str, colon: int, *, several: bool) -> tuple[int, int] | None:
    """Where an office begins that ends in a colon, and where what follows begins; None where it is none."""
    start = max((text.rfind(char, 0, colon) for char in ",;/|\n:：،，"), default=-1) + 1
    label = text[start:colon]
    said = label.split()
    if several and 0 < len(said) <= _MOST_OF_AN_OFFICE and _is_office(label):
        return start, colon + 1
    for size in range(min(_MOST_OF_AN_OFFICE, len(said)), 0, -1):
        tail = " ".join(said[-size:])
        if _is_office(tail):
            return colon - len(label.rstrip()) + label.rstrip().rfind(said[-size]), colon + 1
    return None


@lru_cache(maxsize=1 << 12)
def _is_office(text: str) -> bool:
    said = " ".join(word for word in words(text) if not word.isdigit())
    if not said:
        return False
    if said in folded_phrases("office") or is_office(text):
        return True
    meaning = understand(text)
    return meaning is not None and meaning.attribute == "name" and meaning.kind == "related" and not meaning.cut


def _bare(text: str) -> str:
    """A name without the office before or behind it, and without what parts it from its neighbours."""
    text = text.strip(_AROUND)
    if (found := _IN_BRACKETS.fullmatch(text)) and _is_office(found["said"]):
        return found["name"].strip(_AROUND)
    if found := _OFFICE_BESIDE.fullmatch(text):
        if _is_office(found["one"]):
            return found["other"].strip(_AROUND)
        if _is_office(found["other"]):
            return found["one"].strip(_AROUND)
    return text


@lru_cache(maxsize=1 << 13)
def _joined(text: str, *, many: bool) -> Told:
    """The names of a text that words and marks join."""
    for each in separations(text):
        parts = _with_forms(each) if each.by == "comma" else [_bare(part) for part in each.parts]
        parts = [part for part in parts if part]
        if len(parts) < _FEWEST:
            continue
        sorts = [_sort_of_side(part, many=many) for part in parts]
        if not all(sorts):
            continue
        sure = _is_sure(each, parts, sorts)
        if sure is None or not (many or sure or _may_be_customers(each, parts, sorts)):
            continue
        further = [_joined(part, many=many) for part in parts]
        names = tuple(name for told in further for name in told.names)
        return Told((*(() if sure else (text,)), *names), sure=sure and all(told.sure for told in further))
    family = _of_one_family(text)
    if family:
        return Told((text, *family), sure=False)
    bare = _bare(text)
    return Told((bare,), sure=True)


def _sort_of_side(text: str, *, many: bool) -> Sort:
    """What a side is, or holds: "A B, C D" before an "and"."""
    inside = _joined(text, many=many)
    sorts = {sort_of(name) for name in inside.names} if len(inside.names) > 1 else {sort_of(text)}
    return next(iter(sorts)) if len(sorts) == 1 else "likely" if all(sorts) else ""


def _with_forms(separation: Separation) -> list[str]:
    """The pieces between commas, a legal form or a title by itself with the name before it ("Simon Ltd", not "Ltd")."""
    parts: list[str] = []
    for part in separation.parts:
        if parts and part and is_form_alone(part):
            parts[-1] = f"{parts[-1]}, {part}"
        else:
            parts.append(part)
    return [_bare(part) for part in parts]


def _is_sure(separation: Separation, parts: Sequence[str], sorts: Sequence[Sort]) -> bool | None:
    """Whether the parts are surely several names; None where they are none."""
    if separation.by in {"stroke", "comma"} and len({script_of("".join(words(part))) for part in parts}) > 1:
        return None  # one name in two scripts
    if "firm" in sorts and not all(
        sort != "likely" or may_be_person(part) for part, sort in zip(parts, sorts, strict=True)
    ):
        return None  # "Amon Chemicals and Machines Ltd"
    if separation.by in {"words", "ampersand"} and any(map(is_called_by_a_trade, parts)):
        return None  # "JSC Research and Production Corporation Vega"
    if separation.by == "comma" and len(parts) == _FEWEST:
        if without_office(", ".join(parts)) or _is_shouted_before(*parts):
            return None
        given = all(map(is_given, bare_words(parts[1])))
        if "person" in sorts and (given or not (all(map(tells_family, parts)) or all(map(_is_in_order, parts)))):
            return False  # "Garcia Lopez, Maria Elena": family and given names
    shared = any(_own_words(one) & _own_words(other) for one, other in pairwise(parts))
    if shared and (separation.by == "stroke" or "firm" in sorts):
        return False
    if {*sorts} == {"firm"} and separation.by == "words":
        alike = frozenset.intersection(*map(ends_with_form, parts))  # not "JSC Vega and Orbit Works Corporation"
        if not alike or any(map(_says_of_what, parts)) or any(map(begins_with_trade, parts[1:])):
            return False
    return not separation.doubtful and separation.by != "ampersand" and len({*sorts}) == 1 and "likely" not in sorts


def _own_words(name: str) -> set[str]:
    """The words of a name but its legal forms."""
    return {word for word in words(name) if all(meaning.kind != "legal_form" for meaning in meanings(word))}


def _is_in_order(name: str) -> bool:
    """Whether a name begins with a given name and ends in what is none (Jane Roe)."""
    said = bare_words(name)
    return is_given(said[0]) and not is_given(said[-1])


def _is_shouted_before(one: str, other: str) -> bool:
    """Whether a family name in capitals stands before given names (MORENO LOPEZ, Fidel)."""
    return one.isupper() and not any(word.isupper() and len(word) > 1 for word in other.split())


def _says_of_what(name: str) -> bool:
    """Whether a firm's name says of or for what it is, which may go on behind an "and"."""
    return any(
        meaning.kind == "stopword" and not meaning.ambiguous for word in words(name) for meaning in meanings(word)
    )


def _may_be_customers(separation: Separation, parts: Sequence[str], sorts: Sequence[Sort]) -> bool:
    """Whether parts that are not surely several may be so in a column of single parties: each the name of a person or
    a firm, or joined by a word and one of them a person, and the others what persons may be called.
    """
    if "likely" not in sorts:
        return separation.by == "ampersand" or (len({*sorts}) > 1 and not separation.doubtful)
    return separation.by == "words" and "person" in sorts and all(map(may_be_person, parts))


def _of_one_family(text: str) -> tuple[str, ...]:
    """The persons of a text that tells their family name once: "Arkadi and Boris Rotenberg"."""
    for each in separations(text):
        if each.by not in {"words", "ampersand"} or each.doubtful:
            continue
        given = [bare_words(part) for part in each.parts]
        last = given[-1]
        if all(len(one) == 1 and is_given(one[0]) for one in given[:-1]) and _ends_in_family(last, each.parts[-1]):
            family = each.parts[-1].split()[-1]
            return (*(f"{part.strip(_AROUND)} {family}" for part in each.parts[:-1]), each.parts[-1].strip(_AROUND))
        first = given[0]
        if all(len(one) == 1 and is_given(one[0]) for one in given[1:]) and _ends_in_family(first[::-1], each.parts[0]):
            family = each.parts[0].split()[0]
            return (each.parts[0].strip(_AROUND), *(f"{family} {part.strip(_AROUND)}" for part in each.parts[1:]))
    return ()


def _ends_in_family(said: Sequence[str], text: str) -> bool:
    """Whether a name is a person's whose first word is a given name, and the last none."""
    return len(said) > 1 and is_given(said[0]) and not is_given(said[-1]) and sort_of(text) == "person"
