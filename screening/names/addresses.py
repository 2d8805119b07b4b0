"""Addresses taken apart enough to be compared: country, town, street, house number, post box, in many languages.

Nothing here knows an address to exist. Words are compared by their sound, so that one street meets itself in
another script; towns and regions by their concept, so that Krim is Crimea.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final

from screening.names.address_sounds import sound_of
from screening.names.address_words import endings, kinds_of, longest
from screening.names.doubtful_states import stands
from screening.names.glued import is_glued
from screening.names.house_letters import in_latin
from screening.names.numbers import ordinal_endings
from screening.names.places import country_adjectives, country_code, place, place_concept
from screening.names.scripts import script_of
from screening.names.sound import skeleton
from screening.names.street_brackets import other_names
from screening.names.tokens import words
from screening.names.transliteration import token_keys
from screening.names.vocabulary import segment, split_glued

_CHUNKS: Final = re.compile(r"[,;\n()|،，；、]+|\s-\s")
_HOUSE: Final = re.compile(r"(\d+)([a-zа-я]?)$")
_NUMBERED: Final = re.compile(r"^[nн](?=\d)")
"""What stands for "number" before one: N264."""
_OUTWARD: Final = re.compile(r"\d[a-z]{2}$")
"""The second half of a British postcode, whose first may begin with an N as well."""
_POSTCODE_DIGITS: Final = (5, 6)
_SHORT_POSTCODE: Final = 4
"""Digits of a postcode that no house has as its number where the first is a zero: Yerevan 0026."""
_MARKED: Final = ("number", "building", "unit", "box")
_SEVERAL: Final = 3  # words; fewer may be a village nobody knows
_SHORT: Final = 3  # a country's code in the middle of an address is something else
_WORDS: Final = re.compile(r"\w+")
_INITIALS: Final = frozenset({"Latin", "Cyrillic", "Greek", "Armenian", "Georgian"})
"""Scripts in which a letter by itself is a person's initial, and no word."""
_UNVOWELLED: Final = frozenset({"Arabic", "Hebrew"})
_DOUBTFUL: Final = "ə"
"""The letter that lists write as a or as e."""
_AREAS: Final = ("area", "building")
_SMALL: Final = 2
"""Letters of a word that names no country among other words."""
_LONGEST: Final = 400  # characters; an address that is longer is none


@dataclass(frozen=True, slots=True)
class Address:
    """What an address says, as far as it can be told.

    Attributes:
        country: ISO 3166 alpha-2, or None.
        towns: Concepts of the towns named in it that are known.
        regions: Concepts of regions and territories, likewise.
        street: Sounds of the words of the street's name; of everything that is no town where no street is marked.
        words: Sounds of all other words: districts, buildings, towns that are not known.
        number: The number of the house, or "".
        numbers: It, and further numbers that are not said to be of a room or floor.
        building: The part of the house, as far as given.
        box: Number of the post box, or "".
        postcode: As it stands, or "".
        is_street: Whether a word for a street stands in it, so that ``street`` is one.
        units: Numbers of rooms, flats and floors, the room's own beside a floor's.
        is_area: Whether a word for a zone, district or building stands in it.
        unvowelled: Of words whose vowels are not written, or may be read in two ways (Azerbaijani ə), the sound with
            the consonants.
        also: Sounds of the words of another name of the street, in brackets behind it.
        text: As it is written.
    """

    country: str | None
    towns: frozenset[str]
    regions: frozenset[str]
    street: frozenset[str]
    words: frozenset[str]
    number: str
    numbers: frozenset[str]
    building: frozenset[str]
    box: str
    postcode: str
    is_street: bool
    units: frozenset[str] = frozenset()
    is_area: bool = False
    unvowelled: frozenset[tuple[str, str]] = frozenset()
    also: frozenset[str] = frozenset()
    text: str = field(default="", compare=False, repr=False)

    @property
    def is_precise(self) -> bool:
        """Whether it says more than a town: a street or a number, a post box, a room of a building told by its mark, or
        several words of a place.
        """
        several = len(self.street | self.words) >= _SEVERAL
        room = self.building and self.units
        return bool(self.box or (self.street and (self.is_street or self.number or several or room)))

    @property
    def placed_in(self) -> frozenset[str]:
        """The countries of its towns and regions, whatever country it states."""
        return frozenset(known.country for concept in self.towns | self.regions if (known := place(concept)))


class _Draft:
    """What has been found of an address so far."""

    def __init__(self) -> None:
        self.towns: set[str] = set()
        self.regions: set[str] = set()
        self.streets: list[set[str]] = []
        self.others: list[set[str]] = []
        self.marked: list[str] = []
        self.loose: list[str] = []
        self.with_letters: list[str] = []
        self.of_areas: list[str] = []
        self.building: set[str] = set()
        self.boxes: list[str] = []
        self.units: set[str] = set()
        self.postcodes: list[str] = []
        self.countries: list[str] = []
        self.is_area = False


@lru_cache(maxsize=1 << 17)
def parse(text: str, country: str | None = None) -> Address:
    """Take an address in one line apart.

    Args:
        text: The address, in any order and script; parts best separated by commas.
        country: ISO 3166 alpha-2, where it is known beside the address.
    """
    draft = _Draft()
    plain, also = other_names(text[:_LONGEST])
    chunks = [chunk.strip() for chunk in _CHUNKS.split(plain) if chunk.strip()]
    if len(chunks) > 1 and not place_concept(chunks[-2]) and (code := country_code(f"{chunks[-1]} {chunks[-2]}")):
        draft.countries.append(code)  # Korea, North; but not Dubai, UAE
        del chunks[-2:]
    told = []
    for index, chunk in enumerate(chunks):
        end = index in (0, len(chunks) - 1) or len(chunk) > _SHORT
        code = country_code(chunk) if end and not any(char.isdigit() for char in chunk) else None
        if code:
            told.append((chunk, code))
        else:
            _read(chunk, draft)
    draft.countries += [code for chunk, code in told if stands(chunk, code, draft.towns)]
    street = draft.streets or draft.others
    rest = draft.others if draft.streets else []
    numbers = draft.marked or draft.loose or draft.of_areas
    return Address(
        country=country or (draft.countries[-1] if draft.countries else None),
        towns=frozenset(draft.towns),
        regions=frozenset(draft.regions),
        street=frozenset().union(*street),
        words=frozenset().union(*rest),
        number=numbers[0] if numbers else "",
        numbers=frozenset((*draft.marked, *draft.loose, *draft.with_letters, *draft.of_areas)),
        building=frozenset(draft.building),
        box=draft.boxes[0] if draft.boxes else "",
        postcode=draft.postcodes[0] if draft.postcodes else "",
        is_street=bool(draft.streets),
        units=frozenset(draft.units),
        also=frozenset(map(sound_of, also)),
        is_area=draft.is_area,
        unvowelled=_unvowelled(text[:_LONGEST]),
        text=text[:_LONGEST],
    )


def _unvowelled(text: str) -> frozenset[tuple[str, str]]:
    """Sound and consonants of the words of a text whose vowels are not all written, or written in one way."""
    if text.isascii():
        return frozenset()
    found = (word for word in _WORDS.findall(text) if _DOUBTFUL in word.casefold() or script_of(word) in _UNVOWELLED)
    return frozenset((sound_of(token), bare) for word in found for token in words(word) for bare in _bare(token))


def _bare(token: str) -> set[str]:
    return {skeleton(key.text) for key in token_keys(token)} or {skeleton(token)}


def _tokens(chunk: str) -> tuple[list[str], list[str]]:
    """Folded tokens of a chunk, glued ones cut; and for each the kind its ending gave it, or ""."""
    tokens, given = [], []
    for token in words(chunk):
        for piece in split_glued(token):
            for ending, kind in endings():
                if piece.endswith(ending) and len(piece) > len(ending):
                    tokens += [piece[: -len(ending)], ending]
                    given += ["", kind]
                    break
            else:
                tokens.append(piece)
                given.append("")
    return tokens, given


def _kinds(tokens: list[str], given: list[str]) -> list[tuple[int, int, str]]:
    """Cut tokens into marks (with their kind), numbers (kind "digits") and words (kind "")."""
    found = []
    start = 0
    while start < len(tokens):
        if given[start]:
            found.append((start, start + 1, given[start]))
            start += 1
            continue
        for size in range(min(longest(), len(tokens) - start), 0, -1):
            kinds = kinds_of(tuple(tokens[start : start + size]))
            if kinds:
                before = found[-1][2] if found else None
                after = tokens[start + size] if start + size < len(tokens) else ""
                kind = _choice(kinds, before, after)
                alone = not (tokens[:start] and after) and not before
                if kind == "street" and "town" in kinds and alone and _is_town(tokens[:start] + tokens[start + size :]):
                    kind = "town"  # Бишкек ш. is the town of Bishkek (шаары), Московское ш. a highway (шоссе)
                found.append((start, start + size, kind))
                start += size
                break
        else:
            digits = any(char.isdigit() for char in tokens[start])
            found.append((start, start + 1, "digits" if digits else ""))
            start += 1
    return found


def _is_town(tokens: list[str]) -> bool:
    """Whether words are the name of a known town and nothing else."""
    meanings = [each for part in segment(tokens) if part.end - part.start == len(tokens) for each in part.meanings]
    known = [place(each.concept) for each in meanings if each.kind == "place"]
    return any(each is not None and each.kind == "city" for each in known)


def _choice(kinds: tuple[str, ...], before: str | None, after: str) -> str:
    """Of several meanings of a mark: beside a number after a number it is a part of the house, else the first.

    ``before`` is the kind of what stands before it; None where nothing does.
    """
    if before == "digits" and after[:1].isdigit():
        for kind in ("building", "unit", "number"):
            if kind in kinds:
                return kind
    if before is None and after[:1].isdigit() and "building" in kinds:
        return "building"  # str. 1: no street without a name
    if not after[:1].isdigit() and before != "digits" and len(kinds) > 1 and kinds[0] in _MARKED:
        return next((kind for kind in kinds if kind not in _MARKED), kinds[0])
    return kinds[0]


def _read(chunk: str, draft: _Draft) -> None:
    tokens, given = _tokens(chunk)
    parts = _kinds(tokens, given)
    draft.is_area = draft.is_area or any(kind in _AREAS for _, _, kind in parts)
    cut = _after_building([kind for _, _, kind in parts])
    for some in (parts[:cut], parts[cut:]):
        if some:
            _take(some, tokens, draft)


def _after_building(kinds: list[str]) -> int:
    """Where a street begins behind a building with a name and no comma: Sample Tower | 88 Invented Road."""
    for at in range(1, len(kinds) - 3):
        numbers = next(run for run in range(at + 1, len(kinds) + 1) if [*kinds, ""][run] != "digits")
        if kinds[at - 1 : at + 1] == ["", "building"] and numbers > at + 1 and kinds[numbers : numbers + 1] == [""]:
            rest = [kind for kind in kinds[numbers:] if kind]
            if rest[:1] == ["street"]:
                return at + 1
    return 0


def _take(parts: list[tuple[int, int, str]], tokens: list[str], draft: _Draft) -> None:
    has_street = any(kind == "street" for _, _, kind in parts)
    near = [kind == "near" for _, _, kind in parts]
    names: set[str] = set()
    loose = len(draft.loose)
    at = 0
    while at < len(parts):
        start, _, kind = parts[at]
        if any(near[:at]) and kind != "digits":
            at += 1
            continue
        if kind == "digits":
            _number(tokens[start], parts, at, tokens, draft, names)
        elif kind == "":
            run = at
            while run < len(parts) and parts[run][2] == "":
                run += 1
            if run == at + 1 and at and parts[at - 1][2] == "building" and len(tokens[start]) == 1:
                draft.building.add(in_latin(tokens[start]))
                at = run
                continue
            beside = any(0 <= i < len(parts) and parts[i][2] == "street" for i in (at - 1, run))
            if beside and run == len(parts) and _is_named_before(parts, at, tokens):
                beside = False  # Hoi Yuen Road Kwun Tong: behind the street, its town
            names |= _names(tokens[start : parts[run - 1][1]], draft, is_street=beside)
            at = run
            continue
        at += 1
    if has_street and not names and len(draft.loose) > loose:
        names.add(draft.loose.pop(loose))  # Avenida 5: the number is the name
    if names and not has_street and any(kind == "area" for _, _, kind in parts):
        draft.of_areas += draft.loose[loose:]  # Шаңырақ-1 шағынауданы, 166: a house of another number may follow
        del draft.loose[loose:]
    if names:
        (draft.streets if has_street else draft.others).append(names)


def _is_named_before(parts: list[tuple[int, int, str]], at: int, tokens: list[str]) -> bool:
    """Whether the name of a street stands before its mark, and no town (Москва, улица Ленина), so that what stands
    behind is none of its name.
    """
    mark = at - 1
    if mark < 1 or parts[mark][2] != "street" or parts[mark - 1][2] != "":
        return False
    first = mark - 1
    while first and parts[first - 1][2] == "":
        first -= 1
    return not _is_town(tokens[parts[first][0] : parts[mark - 1][1]])


@cache
def _ordinal() -> re.Pattern[str]:
    """A number that is part of a name (1-я линия)."""
    return re.compile(rf"\d+(?:{'|'.join(ordinal_endings('addresses'))})$")


def _number(
    token: str, parts: list[tuple[int, int, str]], at: int, tokens: list[str], draft: _Draft, names: set[str]
) -> None:
    before = parts[at - 1][2] if at else ""
    after = parts[at + 1][2] if at + 1 < len(parts) else ""
    follows = tokens[parts[at + 2][0]] if at + 2 < len(parts) else ""
    if at and is_glued(tokens[parts[at - 1][0]][0]):
        before = ""  # 100号5楼: the mark belongs to the number before it
    if before == "digits" and at > 1 and parts[at - 2][2] == "box":
        draft.boxes[-1] += f"-{token}"
        return
    of_building = after == "building" and len(follows) == 1  # 43 лит. А: the letter is the building's
    if before not in _MARKED and after in ("unit", "number", "building") and not (follows[:1].isdigit() or of_building):
        before = after  # 9/F, 100号
    if after != "digits" or not _OUTWARD.match(tokens[parts[at + 1][0]]):
        token = _NUMBERED.sub("", token)
    match = _HOUSE.match(token)
    house = match.group(1).lstrip("0") + in_latin(match.group(2)) if match else ""
    if before == "box":
        draft.boxes.append(token)
    elif before == "unit":
        draft.units.add(in_latin(token.lstrip("0")))
    elif before == "building":
        draft.building.add(in_latin(token))
    elif before == "number" and house:
        draft.marked.append(house)
    elif not house and _ordinal().match(token):
        names.add(token)
    elif token.isdigit() and (len(token) in _POSTCODE_DIGITS or (len(token) == _SHORT_POSTCODE and token[0] == "0")):
        draft.postcodes.append(token)
    elif house:
        draft.loose.append(house)
        if house.isdigit() and after == "" and (beside := _letter_beside(tokens, parts, at)):
            draft.with_letters.append(house + beside)
    elif not token[0].isdigit():
        draft.postcodes.append(token)


def _letter_beside(tokens: list[str], parts: list[tuple[int, int, str]], at: int) -> str:
    """The letter behind a number, of the house or somebody's initial: ``20 A Donish Street``; empty for none."""
    behind = tokens[parts[at][1]] if parts[at][1] < len(tokens) else ""
    return in_latin(behind) if len(behind) == 1 and script_of(behind) in _INITIALS else ""


def _names(tokens: list[str], draft: _Draft, *, is_street: bool) -> set[str]:
    """The sounds of words that name no known place; known places go where they belong."""
    found = set()
    for part in segment(tokens):
        piece = tokens[part.start : part.end]
        whole = all(len(token) == 1 for token in (*tokens[: part.start], *tokens[part.end :]))  # A. Navoi
        known = [
            place(meaning.concept)
            for meaning in part.meanings
            if meaning.kind == "place" and (whole or not meaning.ambiguous)
        ]
        town = next((each for each in known if each is not None), None)
        if town is not None and not (is_street and whole):
            (draft.towns if town.kind == "city" else draft.regions).add(town.concept)
            continue
        codes = [meaning.concept for meaning in part.meanings if meaning.kind == "country"]
        sure = not is_street and not any(meaning.ambiguous for meaning in part.meanings) and not _is_small(piece)
        if codes and sure and " ".join(piece) not in country_adjectives():
            draft.countries.append(codes[0])
            continue
        found |= {sound_of(token) for token in piece if len(token) > 1 or script_of(token) not in _INITIALS}
    return found


def _is_small(piece: list[str]) -> bool:
    """Whether a piece of an address is one word of two plain letters: Bỉ is Belgium, and bi in Tole Bi a title."""
    return len(piece) == 1 and len(piece[0]) <= _SMALL and piece[0].isascii()
