"""The fields 50 and 59 of a payment message (MT103) as cells: ``/ACCOUNT NAME ADDRESS``, ``1/NAME 2/STREET 3/KG/TOWN``.

Name, address and country are read apart, so that a name is compared without what stands around it; the account is left,
as columns of accounts are. A cell that has nothing of such a field is no field.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from screening.intake.check_digits import valid_bic
from screening.intake.columns import Layout
from screening.intake.country_cells import country_in
from screening.intake.party_headings import BANKS
from screening.intake.whole_names import sort_of
from screening.names.address_words import is_street_word, kinds_of
from screening.names.places import country_code
from screening.names.seats import before_seat
from screening.names.tokens import words
from screening.names.vocabulary import PLACES, segment

_BANKS: Final = frozenset({*BANKS.values(), "correspondent_bank"})
_LONGEST: Final = 1_000
_FULL_LINE: Final = 33
"""Signs from which a line of 35 may have cut a word at its end."""
_FEWEST: Final = 2
_HEAD_OFFICE: Final = "XXX"
"""The branch of a BIC that is the bank's head office."""
_WITHOUT_BRANCH: Final = 8
"""Letters of a BIC that names no branch."""
_EDGES: Final = " \t\r\n,;"
_TAG: Final = re.compile(r"\s*:?\s*(?:50|59)[A-Z]?\s*:\s*", re.IGNORECASE)
_ACCOUNT: Final = re.compile(r"\s*/{1,2}(?:[CD]/)?((?=[^\s/]*\d)[A-Z0-9][A-Z0-9.-]{2,33})(?=[\s,]|$)\s*", re.IGNORECASE)
_PARTY_ID: Final = re.compile(r"\s*[A-Z]{4}/(?P<country>[A-Z]{2})/(?:[^/\n]{1,40}/)*?([^\s/]*\d[^\s/]*)(?=\s|$)\s*")
_IBAN: Final = re.compile(
    r"\s*(?:IBAN:?\s*)?([A-Z]{2}\d{2}(?:[A-Z0-9]{11,30}|(?:\s[A-Z0-9]{4}){2,7}(?:\s[A-Z0-9]{1,3})?))(?=[\s,]|$)\s*"
)
_DIGITS: Final = re.compile(r"\s*(\d{8,34})(?=\s|$)\s*")
_BIC: Final = re.compile(r"\s*(?:BIC:?\s*)?(?P<bic>[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)(?P<end>\s+|$)")
_NUMBERED: Final = re.compile(r"(?:^|(?<=\s))([1-8])/")
_DATE: Final = re.compile(r"(\d{4})(\d\d)(\d\d)")
_STREETS: Final = frozenset({"street", "building", "room", "unit", "number", "box", "area", "town", "region"})


class Field(NamedTuple):
    """What a field says of a party; ``reading`` is the name as it may be as well."""

    name: str
    reading: str = ""
    bic: str = ""
    address: str = ""
    country: str = ""
    birth_date: str = ""


def field_of(text: str) -> Field | None:
    """What a cell of such a field holds; None where it is a name as any other."""
    rest = text[:_LONGEST].strip()
    tagged = _TAG.match(rest)
    rest = rest[tagged.end() :] if tagged else rest
    bic, country, behind = _before_name(rest)
    told = bool(tagged) or behind != rest
    rest = behind
    if (numbered := _by_numbers(rest)) is not None:
        return numbered._replace(bic=bic, country=numbered.country or country)
    lines = [line.strip(_EDGES) for line in rest.splitlines() if line.strip(_EDGES)]
    line = rest.strip(_EDGES)
    found = _by_lines(lines, told=told) if len(lines) > 1 else _of_one_line(line, told=told or _has_street(line))
    if found is None:
        return None
    return found._replace(bic=bic, country=found.country or country)


def _before_name(text: str) -> tuple[str, str, str]:
    """The BIC and the country that a text begins with, and what stands behind them and behind an account."""
    if found := _PARTY_ID.match(text):
        return "", country_code(found["country"]) or "", text[found.end() :]
    if account := _ACCOUNT.match(text) or _IBAN.match(text) or _DIGITS.match(text):
        text = text[account.end() :]
    found = _BIC.match(text)
    if found and valid_bic(found["bic"]) and country_code(found["bic"][4:6]) and _is_code(found, account is not None):
        return found["bic"], "", text[found.end() :]
    return "", "", text


def _is_code(found: re.Match[str], after_account: bool) -> bool:
    """Whether letters that have the shape of a BIC are one and not a name (VLADIMIR PUTIN)."""
    bic = found["bic"]
    if any(map(str.isdigit, bic)) or bic.endswith(_HEAD_OFFICE) or "\n" in found["end"]:
        return True
    whole = len(bic) > _WITHOUT_BRANCH  # eight letters are a given name as often
    return whole and not after_account and sort_of(found.string[found.end() :]) in {"person", "firm"}


def _by_numbers(text: str) -> Field | None:
    """The field with its lines numbered: 1 the name, 2 the street, 3 country and town, 4 the date of birth."""
    marks = list(_NUMBERED.finditer(text))
    if not marks or marks[0].start() > 0 or marks[0][1] != "1":
        return None
    said: dict[str, list[str]] = {}
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=True):
        said.setdefault(mark[1], []).append(" ".join(text[mark.end() : end].split()).strip(_EDGES))
    code, _, town = " ".join(said.get("3", ())).partition("/")
    country = country_code(code.strip()) or ""
    town = town if country else " ".join(said.get("3", ()))
    born = _DATE.fullmatch("".join(said.get("4", ())))
    return Field(
        " ".join(said["1"]),
        address=", ".join(filter(None, (*said.get("2", ()), town.strip()))),
        country=country,
        birth_date="-".join(born.groups()) if born else "",
    )


def _by_lines(lines: Sequence[str], *, told: bool) -> Field | None:
    """The field with its lines apart: the name is what stands before the first line of an address."""
    at = next((number for number, line in enumerate(lines) if number and _is_of_address(line)), len(lines))
    if at == len(lines) and not told:
        return None  # names below each other
    name = " ".join(lines[:at])
    cut = "".join(lines[:at]) if any(len(line) >= _FULL_LINE for line in lines[: at - 1]) else ""
    behind = lines[at:]
    address = ", ".join(behind)
    return Field(name, cut, address=address, country=_country_at_end(address))


def _is_of_address(line: str) -> bool:
    said = words(line)
    if any(map(str.isdigit, line)) or any(map(_is_way, line.split()[1:])):
        return True
    pieces = [piece.strip() for piece in line.split(",")]
    return bool(said) and all(country_code(piece) or _is_of_places(words(piece)) for piece in pieces)


def _is_of_places(said: Sequence[str]) -> bool:
    found = segment(said)
    return bool(found) and all({meaning.kind for meaning in each.meanings} & PLACES for each in found)


def _has_street(line: str) -> bool:
    """Whether a street and a number stand behind two words: an address without an account before the name."""
    said = words(line)[_FEWEST:]
    return any(map(str.isdigit, "".join(said))) and any(map(is_street_word, said))


def _of_one_line(text: str, *, told: bool) -> Field | None:
    """The field in one line: the name is what stands before the address."""
    if not told:
        return None
    before = before_seat(text)
    if before is None or any(map(str.isdigit, before)):
        before = _before_address(before or text)
    name = before.strip(_EDGES)
    if not name:
        return None
    address = text[len(name) :].strip(_EDGES)
    fewer = name.rsplit(" ", 1)[0]
    streetwise = bool(address) and _is_way(address.split()[0]) and len(fewer.split()) >= _FEWEST
    return Field(name, fewer if streetwise else "", address=address, country=_country_at_end(address))


def _before_address(text: str) -> str:
    """What stands before the first number, word for a street or place behind two words; all where there is none."""
    pieces = text.split()
    for at, piece in enumerate(pieces):
        if at < _FEWEST:
            continue
        if any(map(str.isdigit, piece)) or _is_way(piece) or _is_of_places(words(" ".join(pieces[at:]))):
            return " ".join(pieces[:at])
    return text


def _is_way(piece: str) -> bool:
    said = words(piece)
    return bool(said) and bool(_STREETS & {*kinds_of((said[0],))[:1]})


def _country_at_end(address: str) -> str:
    """The country that the last word or line of an address names; empty where it names none."""
    last = re.split(r"[,/\s]+", address)[-1] if address else ""
    return country_in(address.rpartition(",")[2].strip()) or (country_code(last) if len(last) > 1 else None) or ""


def fields_of(shape: Layout, cells: Sequence[str]) -> dict[int, Field]:
    """The fields among the cells of a row, by the index of the column of a payment's party that holds each."""
    columns = [
        party.columns["name"][0].indices[0]
        for party in (shape.main, *shape.related)
        if party.by_itself and party.role not in _BANKS and len(party.columns.get("name", ())) == 1
    ]
    return {index: field for index in columns if (field := _kept_field(cells[index])) is not None}


@lru_cache(maxsize=1 << 14)
def _kept_field(text: str) -> Field | None:
    return field_of(text)


def with_names(cells: Sequence[str], fields: Mapping[int, Field]) -> Sequence[str]:
    """The cells, the fields among them replaced by the names they hold."""
    return [fields[index].name if index in fields else cell for index, cell in enumerate(cells)] if fields else cells


def with_field(facts: dict[str, Any], field: Field) -> None:
    """Add to the facts of a party what its field says and no column does."""
    if field.country and not facts["country"]:
        facts["country"].append(field.country)
    facts["address"] = facts["address"] or field.address or None
    facts["birth_date"] = facts["birth_date"] or field.birth_date or None
    if field.bic:
        facts["identifiers"].append({"type": "BIC", "number": field.bic, "country": None})
