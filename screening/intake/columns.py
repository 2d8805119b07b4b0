"""What the columns of a party table hold: told by their headings, in many languages, or by a mapping."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from screening.errors import InputError
from screening.intake.country_cells import country_in
from screening.intake.headed import column_headed, once_each, role_and_column, which_of_them
from screening.names.tokens import words
from screening.reference import table

MAIN = ""
"""The party a row is about, where no heading says what it is to us."""
_PERSONAL = ("first_name", "middle_name", "last_name")
NAMES = ("name", *_PERSONAL)
"""Attributes that name a party."""
_SINGLE = (*NAMES, "id", "schema", "role", "birth_date", "incorporated_on")
"""Attributes a party has one of; of the others any number of columns may speak."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)")
_MOST_OF_A_COUNTRY = 4
"""Words of a country's name in a heading."""
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


class Meaning(NamedTuple):
    """What a heading says: the attribute, whose it is, and what follows from the word used."""

    attribute: str
    party: str = MAIN
    kind: str = "main"
    schema: str = ""
    country: str = ""
    number: str = ""


class Column(NamedTuple):
    """One or more columns (``FIRST+LAST``) that hold one attribute together."""

    indices: tuple[int, ...]
    heading: str
    meaning: Meaning

    def text(self, cells: Sequence[str]) -> str:
        """The cell, or the cells joined by a space."""
        if len(self.indices) == 1:
            return cells[self.indices[0]]
        return " ".join(cells[index] for index in self.indices if cells[index])


@dataclass(slots=True)
class Party:
    """One party a row speaks of: its role, what sort it is where the heading says, and its columns."""

    role: str
    schema: str = ""
    columns: dict[str, list[Column]] = field(default_factory=dict)

    def first(self, attribute: str) -> Column | None:
        """The column of an attribute there is one of."""
        return self.columns[attribute][0] if attribute in self.columns else None

    @property
    def has_name(self) -> bool:
        """Whether some column names this party."""
        return any(attribute in self.columns for attribute in NAMES)


@dataclass(slots=True)
class Layout:
    """What a table's columns hold: the party each row is about, and the related ones beside it."""

    main: Party
    related: list[Party]
    unread: list[str]


def known_headings(cells: Sequence[str]) -> float:
    """How much a row looks like a header: its known headings, those of attributes counting most."""
    meanings = [understand(cell) for cell in cells if cell.strip()]
    return sum(0.9 if meaning.attribute == "name" and meaning.party else 1.0 for meaning in meanings if meaning)


def layout(header: Sequence[str], mapping: Sequence[tuple[str, str]], where: str) -> Layout:
    """Tell what the columns under a header hold; the mapping goes before the headings.

    Args:
        header: The headings.
        mapping: Pairs of role and column expression, as `parse_mapping` gives them.
        where: The file, for messages.

    Raises:
        InputError: The mapping names an unknown column, two columns claim one role, or none holds a name.
    """
    columns = [_mapped(role, expression, header, where) for role, expression in mapping]
    taken = {index for column in columns for index in column.indices}
    claimed = {(column.meaning.party, column.meaning.attribute) for column in columns}
    unread = []
    for index, heading in enumerate(header):
        if index in taken:
            continue
        meaning = understand(heading)
        if meaning is None:
            if heading.strip():
                unread.append(heading.strip())
        elif (meaning.party, meaning.attribute) not in claimed or meaning.attribute not in _SINGLE:
            columns.append(Column((index,), heading.strip(), meaning))
    main, related = _parties(columns, {role for role, _ in mapping}, where)
    if not main.has_name:
        headings = ", ".join(repr(cell) for cell in header if cell.strip()) or "none"
        raise InputError(
            f"no name column found among the headings {headings[:600]}",
            where=where,
            remedy="say which one it is with --map name=COLUMN",
        )
    return Layout(main, related, unread)


def parse_mapping(mapping: Iterable[str]) -> list[tuple[str, str]]:
    """``["name=FIRST+LAST"]`` as pairs of role and column expression.

    Raises:
        InputError: There is no equals sign, the role is unknown, or it is read from one column and is given two.
    """
    pairs = [role_and_column(text, _roles(), "name=COLUMN") for text in mapping]
    return once_each(pairs, _several, _parts_of_it)


def _several(role: str) -> bool:
    """Whether several columns may play a role: each director is one of several, and the name is one."""
    attributes, parties, _ = _headings()
    if any(meaning.attribute.removeprefix("identifier:") == role for meaning in attributes.values()):
        return role not in _SINGLE
    return any(meaning.party == role and meaning.kind == "related" for meaning in parties.values())


def _parts_of_it(role: str, columns: Sequence[str]) -> str:
    return f"name one of them, or where each holds a part of it: --map {role}={'+'.join(columns)}"


@lru_cache(maxsize=4096)
def understand(heading: str) -> Meaning | None:
    """What a heading says, or None: the whole of it, or the name of a party beside that of an attribute; of an
    identifier also whose it is ("Tax ID (Turkey)", "Russian registration number")."""
    spaced = _CAMEL.sub(" ", heading[:200]).replace("_", " ")
    for text in dict.fromkeys((spaced, _BRACKETS.sub(" ", spaced), heading[:200])):
        tokens = tuple(words(text))
        if not tokens:
            continue
        meaning = _of_tokens(tokens)
        number = next((token for token in tokens if token.isdigit()), "")
        bare = tuple(token for token in tokens if not token.isdigit())
        if meaning is None and number and bare and (meaning := _of_tokens(bare)):
            meaning = meaning._replace(number=number)
        meaning = meaning or _of_a_country(tokens)
        if meaning and _is_identifier(meaning) and not meaning.country:
            said = {code for each in _BRACKETS.findall(spaced) if (code := country_in(each.strip("()[] ")))}
            return meaning._replace(country=said.pop()) if len(said) == 1 else meaning
        if meaning:
            return meaning
    return None


def _is_identifier(meaning: Meaning) -> bool:
    return meaning.attribute.startswith("identifier:")


def _of_a_country(tokens: tuple[str, ...]) -> Meaning | None:
    """An identifier with its country in words before or behind it; codes of two letters are words elsewhere."""
    for size in range(min(_MOST_OF_A_COUNTRY, len(tokens) - 1), 0, -1):
        for of, rest in ((tokens[:size], tokens[size:]), (tokens[-size:], tokens[:-size])):
            said = _trim(of, _headings()[2])
            if len(said) > 2 and (code := country_in(said)):
                meaning = _of_tokens(rest) or _of_tokens(tuple(_trim(rest, _headings()[2]).split()))
                if meaning and _is_identifier(meaning):
                    return meaning._replace(country=code)
    return None


def _of_tokens(tokens: tuple[str, ...]) -> Meaning | None:
    attributes, parties, fillers = _headings()
    phrase = " ".join(tokens)
    if phrase in attributes:
        return attributes[phrase]
    if phrase in parties:
        return parties[phrase]
    for cut in range(1, len(tokens)):
        left, right = _trim(tokens[:cut], fillers), _trim(tokens[cut:], fillers)
        for whose, what in ((left, right), (right, left)):
            if whose in parties and what in attributes:
                party, attribute = parties[whose], attributes[what]
                return party._replace(attribute=attribute.attribute, country=attribute.country)
    return None


def _trim(tokens: tuple[str, ...], fillers: frozenset[str]) -> str:
    start, end = 0, len(tokens)
    while start < end and tokens[start] in fillers:
        start += 1
    while end > start and tokens[end - 1] in fillers:
        end -= 1
    return " ".join(tokens[start:end])


@cache
def _headings() -> tuple[dict[str, Meaning], dict[str, Meaning], frozenset[str]]:
    """Attributes and parties by folded heading, and the words that may stand between them."""
    attributes: dict[str, Meaning] = {}
    parties: dict[str, Meaning] = {}
    fillers: set[str] = set()
    for row in table("words/party_headings.tsv").rows:
        for heading in row["headings"].split(";"):
            phrase = " ".join(words(heading))
            if row["attribute"] == "filler":
                fillers.add(phrase)
            elif row["attribute"] == "party":
                parties.setdefault(phrase, Meaning("name", row["party"], row["kind"], row["schema"]))
            else:
                attributes.setdefault(phrase, Meaning(row["attribute"], country=row["country"]))
    return attributes, parties, frozenset(fillers)


@cache
def _roles() -> tuple[str, ...]:
    """What ``--map`` can name: the attributes (an identifier by its kind alone) and the parties."""
    attributes, parties, _ = _headings()
    plain = {meaning.attribute.removeprefix("identifier:") for meaning in attributes.values()}
    return (*sorted(plain), *sorted({meaning.party for meaning in parties.values()}))


def _mapped(role: str, expression: str, header: Sequence[str], where: str) -> Column:
    exact = [cell.strip() for cell in header]
    names = [expression] if expression in exact else [part.strip() for part in expression.split("+")]
    indices = tuple(column_headed(role, name, header, where, expression) for name in names)
    attributes, parties, _ = _headings()
    for meaning in attributes.values():
        if meaning.attribute.removeprefix("identifier:") == role:
            return Column(indices, expression, meaning._replace(country=""))
    party = next(meaning for meaning in parties.values() if meaning.party == role)
    return Column(indices, expression, party)


def _parties(columns: list[Column], mapped: set[str], where: str) -> tuple[Party, list[Party]]:
    groups: dict[tuple[str, str], Party] = {}
    kinds: dict[tuple[str, str], str] = {}
    for column in columns:
        meaning = column.meaning
        key = (meaning.party, meaning.number if meaning.kind == "related" else "")
        taken = meaning.attribute in groups.get(key, Party("")).columns
        if taken and meaning.kind == "related" and meaning.attribute in _SINGLE:  # a second "Director"
            key = (meaning.party, f"{meaning.number}/{column.indices[0]}")
        party = groups.setdefault(key, Party(meaning.party, meaning.schema))
        kinds[key] = meaning.kind
        party.columns.setdefault(meaning.attribute, []).append(column)
    main_keys = [key for key, kind in kinds.items() if kind == "main"]
    named = [key for key in main_keys if "name" in groups[key].columns]
    if "name" in mapped or not named:
        named = [key for key in main_keys if groups[key].has_name and key[0] == MAIN] or named
    named.sort(key=lambda key: key[0] != MAIN)
    chosen = named[0] if named else None
    if chosen is None:  # a table of directors alone is a table of parties, too
        chosen = next((key for key, party in groups.items() if party.has_name), None)
    if chosen is None:
        return Party(MAIN), []
    main = groups.pop(chosen)
    related = []
    for key, party in groups.items():
        if (kinds[key] == "main" and not party.has_name) or key[0] == MAIN:
            _merge(main, party)
        else:
            related.append(party)
    if "name" in main.columns and any(each in main.columns for each in _PERSONAL):
        related.append(_contact(main))
    for attribute in _SINGLE:
        if len(main.columns.get(attribute, ())) > 1:
            headings = [column.heading for column in main.columns[attribute]]
            names = " and ".join(map(repr, headings))
            one = len({heading.casefold() for heading in headings}) == 1
            raise InputError(
                f"the columns {names} both claim the role {attribute!r}, which allows only one",
                where=where,
                remedy=which_of_them(attribute, headings[0])
                if one
                else f"say which one it is with --map {attribute}=COLUMN",
            )
    return main, related


def _merge(main: Party, other: Party) -> None:
    main.role = main.role or other.role
    main.schema = main.schema or other.schema
    for attribute, columns in other.columns.items():
        main.columns.setdefault(attribute, []).extend(columns)


def _contact(main: Party) -> Party:
    """ "Company" or "Name" beside "First name" and "Last name": the person to talk to, a subject of its own.

    Where they are the parts of the name itself, the reader of the rows finds so and leaves them.
    """
    person = Party("contact", "Person")
    for attribute in _PERSONAL:
        if attribute in main.columns:
            person.columns[attribute] = main.columns.pop(attribute)
    if main.schema == "Company" and "birth_date" in main.columns:
        person.columns["birth_date"] = main.columns.pop("birth_date")
    return person
