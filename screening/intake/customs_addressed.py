"""Cells that hold a party's name and address together, as bills of lading and forwarders' registers have them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import polars as pl

from screening.intake.coded import Coded
from screening.intake.country_cells import country_in
from screening.intake.customs_parties import names_in
from screening.intake.joined_names import parted
from screening.names.address_words import kinds_of
from screening.names.addresses import parse
from screening.names.places import place_concept
from screening.names.tokens import words
from screening.names.vocabulary import segment

_LINES: Final = re.compile(r"[\r\n\v\f\x1c-\x1e\u2028\u2029]+")
_EDGES: Final = " \t,;"
_COMMA: Final = ","
"""What stands between a name and an address behind it."""
_COMMA_OR_TOWN: Final = r",|\.\s*\w+$|\s\w{1,6}\.?(?:\s+\w+)?$"
_SOMEBODY: Final = "Somebody"
_QUOTES: Final = '"“”„'
_NESTED: Final = re.compile(r'(?:^|\s)["“„]\w[^"“”„]*\s["“„]\w[^"“”„]*\w["”“](?=\W*$|\s+\w)')
"""A quoted name within another, whose end closes both."""
_LONGEST_TOWN: Final = 4
"""Words of a town with its word."""
_POSTAL: Final = re.compile(r"\d{4,6}")
_WITH_POSTAL: Final = re.compile(r"\s+\d{4,6}$")
_BRACKETED: Final = re.compile(r"\s*\([^()]*\)$")
_WITHIN: Final = re.compile(r"\s*[()/]\s*")
_LONGEST_FORM: Final = 4
"""Words of a legal form: S.A. de C.V."""
_LONGEST_MARK: Final = 3
"""Words of what stands before a number: Post Office Box."""
_MOST_COMMAS: Final = 4
"""Pieces between commas that a name may have."""
_FEWEST: Final = 4
"""Different cells below which nothing is told of a column by its contents."""
_SHARE: Final = 0.6


@lru_cache(maxsize=1 << 16)
def apart(cell: str) -> tuple[str, str]:
    """The name and the address of a cell that holds both; the cell and nothing where it holds no address.

    The name ends with its line, else at the first comma with no legal form or "c/o" behind it, else behind a legal form
    before a number. A name with commas of its own goes on to the piece with the legal form.
    """
    lines = [line for each in _LINES.split(cell) if (line := each.strip(_EDGES))]
    if not lines:
        return cell, ""
    name, rest = _until_address(lines)
    parts = [part for each in name.split(",") if (part := each.strip(_EDGES))]
    first, behind = _until_address(_with_commas(_with_its_form(parts)), ", ")
    first, numbered = _behind_its_form(first)
    address = ", ".join(part for part in (numbered, behind, rest) if part)
    return (first, address) if any(map(str.isalpha, first)) else (cell, "")


def surely_apart(cell: str) -> tuple[str, str]:
    """The same of a cell among names: only where the name has its legal form and what follows is an address by itself.

    Behind a form that ends the name, that is one of a street, a floor or a box, or one that ends in a place; behind a
    name that begins with its form, each piece of it must be such.
    """
    if _COMMA not in cell or _is_form(cell.rpartition(_COMMA)[2]):
        return before_its_town(cell)
    first, _, behind = cell.partition(_COMMA)
    name, town = before_its_town(first)
    if town and _ends_in_form(name):
        return name, f"{town}, {behind.strip(_EDGES)}"
    name, address = apart(cell)
    if not address or _ends_in_form(address):
        return cell, ""
    if _ends_in_form(_BRACKETED.sub("", name)):
        told = _is_address(address) or _begins_with_a_place(address)
    else:
        told = _begins_with_form(name) and (_is_all_address(address) or _begins_with_a_place(address))
    return (name, address) if told else (cell, "")


def before_its_town(cell: str) -> tuple[str, str]:
    """``ООО "Пример" г Казань``: the name and the town that stands behind it with its word, where no comma parts them.

    A name that is nothing without it keeps it: ``Администрация г. Казань``.
    """
    tokens = cell.split()
    for size in range(min(_LONGEST_TOWN, len(tokens) - 1), 0, -1):
        name, town = " ".join(tokens[:-size]), " ".join(tokens[-size:])
        if _is_town_in_words(town) and (_ends_in_form(name) or _begins_with_form(name)) and _is_closed(name):
            return name, town
    return cell, ""


def _is_town_in_words(text: str) -> bool:
    """Whether a text is a town with the word for one and nothing else: ``г. Казань``, ``Toshkent sh.``"""
    said = words(text)
    if len(said) == 1 or place_concept(text) or country_in(text) or any(map(str.isdigit, text)):
        return False
    ends = ((said[0], said[1:]), (said[-1], said[:-1]))
    named = any("town" in kinds_of((mark,)) and place_concept(" ".join(rest)) for mark, rest in ends)
    return named and bool(parse(text).towns)


def _begins_with_a_place(text: str) -> bool:
    """Whether what stands behind a comma goes on as an address does: with a town and its word, or a postal code, and
    what follows is no other firm.
    """
    first, *others = (part for each in text.split(_COMMA) if (part := each.strip(_EDGES)))
    if any(_ends_in_form(each) or _begins_with_form(each) for each in others):
        return False
    if _POSTAL.fullmatch(first):
        return bool(others)
    first = _WITH_POSTAL.sub("", first)
    if _is_town_in_words(first) or (others and country_in(first)):
        return True
    return _is_place(first) and all(map(_goes_on, others))


def _goes_on(piece: str) -> bool:
    """Whether a piece of an address is a place, a street, or has a number."""
    return _is_place(piece) or _is_town_in_words(piece) or parse(piece).is_street or any(map(str.isdigit, piece))


def told_apart(names: Coded, *, addressed: bool) -> tuple[Coded, Coded] | None:
    """Names and addresses of a column whose cells hold both, all (``addressed``) or some; None where none does."""
    if not addressed and not names.values.str.contains(_COMMA_OR_TOWN).any():
        return None
    both = [apart(cell) if addressed else surely_apart(cell) for cell in names.values]
    if not any(address for _, address in both):
        return None
    return _spread(names, both)


def others_apart(others: Coded, names: Coded | None, *, addressed: bool) -> tuple[Coded, Coded]:
    """The same of a column that says once more who a party is, beside the one of its names: what stands behind the very
    name of the row is its address, whatever the others of the column hold.
    """
    rows, addresses = told_apart(others, addressed=addressed) or (others, Coded.constant("", len(others)))
    if addressed or names is None or not others.values.str.contains(_COMMA, literal=True).any():
        return rows, addresses
    first, rest = _spread(others, [apart(cell) for cell in others.values])
    same = first.read(_folded, pl.String) == names.read(_folded, pl.String)
    parts = pl.DataFrame({"first": first.text(), "rest": rest.text(), "name": rows.text(), "address": addresses.text()})
    taken = parts.select(
        name=pl.when(same).then("first").otherwise("name"), address=pl.when(same).then("rest").otherwise("address")
    )
    return Coded(taken["name"]), Coded(taken["address"])


def _folded(name: str) -> str:
    return " ".join(words(name))


def _spread(cells: Coded, both: list[tuple[str, str]]) -> tuple[Coded, Coded]:
    named, placed = (pl.Series(each, dtype=pl.String) for each in zip(*both, strict=True))
    return Coded(cells.spread(named)), Coded(cells.spread(placed))


def are_addressed(cells: Iterable[str]) -> bool:
    """Whether most cells of a column hold a name and an address that ends in a country."""
    different = {cell for cell in {*cells} if len(words(cell)) > 1 and names_in(cell)[0]}
    holding = [cell for cell in different if _holds_address(cell)]
    lined = sum(bool(_LINES.search(cell.strip())) for cell in holding)
    fewest = 1 if lined >= _SHARE * len(different) else _FEWEST  # names by themselves are seldom of several lines
    return len(different) >= fewest and len(holding) >= _SHARE * len(different)


def _holds_address(cell: str) -> bool:
    _, address = apart(cell)
    parts = address.split(",")
    several = len(parts) > 1 or bool(_LINES.search(cell.strip()))
    return several and country_in(parts[-1]) is not None


def _with_commas(parts: list[str]) -> list[str]:
    """The pieces between commas, those of one name put together: ``Ivanov, Petrov and Partners LLC``.

    Its legal form ends the last of them; before it no piece has one, nor is a place or has a number, as in addresses.
    """
    for at, part in enumerate(parts[:_MOST_COMMAS]):
        if any(map(str.isdigit, part)) or (at and (country_in(part) or place_concept(part))):
            break
        if _ends_in_form(part):
            return [", ".join(parts[: at + 1]), *parts[at + 1 :]]
    return parts


def _with_its_form(parts: list[str]) -> list[str]:
    """The pieces, a form that goes on behind a comma and before a number put together: ``Co.``, ``Ltd. Room 5``."""
    first, second = (*parts, "", "")[:2]
    form, _, behind = second.partition(" ")
    if not any(map(str.isdigit, behind)) or _is_marked(second.split()) or not (_ends_in_form(first) and _is_form(form)):
        return parts
    return [f"{first}, {form}", behind, *parts[2:]]


def _ends_in_form(text: str) -> bool:
    """Whether a text is a name with a legal form behind it."""
    tokens = text.split()
    return any(_is_form(" ".join(tokens[-size:])) for size in range(1, min(_LONGEST_FORM, len(tokens) - 1) + 1))


def _begins_with_form(text: str) -> bool:
    """Whether a text is a name with a legal form before it."""
    tokens = text.split()
    return any(_is_form(" ".join(tokens[:size])) for size in range(1, min(_LONGEST_FORM, len(tokens) - 1) + 1))


def _is_address(text: str) -> bool:
    """Whether a text is no part of a firm's name: it has the street of a town, a floor, a box, or ends in a place."""
    if _is_place(text.rpartition(_COMMA)[2]):
        return True
    read = parse(text)
    return read.is_precise and bool(read.is_street or read.towns or read.units or read.box)


def _is_all_address(text: str) -> bool:
    """Whether each piece of a text between commas is a place, or has a number or a word of addresses."""
    pieces = [part for each in text.split(_COMMA) if (part := each.strip(_EDGES))]
    marked = (any(map(str.isdigit, piece)) or parse(piece).is_street for piece in pieces[:-1])
    return _is_place(pieces[-1]) and all(told or _is_place(piece) for told, piece in zip(marked, pieces, strict=False))


def _is_place(text: str) -> bool:
    """Whether a text is a place, or one with that which it lies in: ``Sewastopol (Krim)``, ``Jebel Ali/UAE``."""
    plain = text.strip(_EDGES)
    parts = [part for part in _WITHIN.split(plain) if part]
    return bool(country_in(plain) or place_concept(plain)) or (len(parts) > 1 and all(map(_is_place, parts)))


def _until_address(parts: list[str], joint: str = " ") -> tuple[str, str]:
    """The parts that belong to the name, and the others: a legal form by itself or "on behalf of" goes on with it."""
    at = 1
    while at < len(parts) and (
        _is_open(joint.join(parts[:at])) or _is_form(parts[at]) or len(parted(f"{_SOMEBODY} {parts[at]}")) > 1
    ):
        at += 1
    return joint.join(parts[:at]), ", ".join(parts[at:])


def until_form(text: str) -> tuple[str, str]:
    """A text up to the last legal form behind a name in it, and the rest; all of it where none stands there."""
    tokens = text.split()
    ends = (size for size in range(len(tokens), 1, -1) if _ends_in_form(" ".join(tokens[:size]).rstrip(_EDGES)))
    size = next(ends, len(tokens))
    return " ".join(tokens[:size]), " ".join(tokens[size:])


def _is_open(text: str) -> bool:
    """Whether a quotation mark is open at the end of a text, or it ends in "to the order of", "c/o" and such."""
    return not _is_closed(text) or parted(f"{text} {_SOMEBODY}")[-1] == _SOMEBODY


def _is_closed(text: str) -> bool:
    """Whether no quotation mark is open at the end of a text. Of a name in a name one mark closes both, as in
    ``"КОНЦЕРН "ПРИМЕР"``.
    """
    if text.count("«") > text.count("»"):
        return "»" in text and text.rstrip(_EDGES).endswith("»")
    return not sum(map(text.count, _QUOTES)) % 2 or bool(_NESTED.search(text))


def _behind_its_form(text: str) -> tuple[str, str]:
    """``Example OJSC 25 Invented St.`` cut behind the legal form, where a number follows it."""
    tokens = text.split()
    for at in range(2, len(tokens) - 1):
        if not _is_marked(tokens[at:]) and not any(map(str.isdigit, tokens[at])):
            continue
        if any(_is_form(" ".join(tokens[at - size : at])) for size in range(1, min(_LONGEST_FORM, at - 1) + 1)):
            return " ".join(tokens[:at]), " ".join(tokens[at:])
    return text, ""


def _is_marked(tokens: list[str]) -> bool:
    """Whether a number begins with what it is of: ``Unit 5``, ``PO Box 12``."""
    return any(
        kinds_of(tuple(words(" ".join(tokens[:size])))) and any(map(str.isdigit, tokens[size]))
        for size in range(1, min(_LONGEST_MARK, len(tokens) - 1) + 1)
    )


@lru_cache(maxsize=4096)
def _is_form(text: str) -> bool:
    """Whether a text is a legal form and nothing else."""
    tokens = words(text)
    if not tokens or len(tokens) > _LONGEST_FORM or any(map(str.isdigit, text)):
        return False
    return all(any(meaning.kind == "legal_form" for meaning in part.meanings) for part in segment(tokens))
