"""What the columns of a party table hold: told by their headings, in many languages, or by a mapping."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from screening.errors import InputError
from screening.intake.headed import column_headed, once_each, role_and_column, which_of_them
from screening.intake.numbered_names import numbered_fields
from screening.intake.party_headings import (
    BANK,
    BANKS,
    MAIN,
    Meaning,
    are_of_payments,
    is_of_account,
    known,
    understand,
)

_PERSONAL = ("first_name", "middle_name", "last_name")
NAMES = ("name", *_PERSONAL)
"""Attributes that name a party."""
_SINGLE = (*NAMES, "id", "schema", "role", "birth_date", "incorporated_on")
"""Attributes a party has one of; of the others any number of columns may speak."""
_BANK_CODES = frozenset({"identifier:bic", "identifier:bank_code"})
"""Numbers that banks alone have: beside a customer's name they are those of its bank."""


class Column(NamedTuple):
    """One or more columns (``FIRST+LAST``) that hold one attribute together."""

    indices: tuple[int, ...]
    heading: str
    meaning: Meaning
    goes_on: bool = False  # whether each but the first may go on with the name of the one before it

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
    by_itself: bool = False  # whether it is who it is whatever party it stands beside, as parties of payments are

    def first(self, attribute: str) -> Column | None:
        """The column of an attribute there is one of."""
        return self.columns[attribute][0] if attribute in self.columns else None

    @property
    def has_name(self) -> bool:
        """Whether some column names this party."""
        return any(attribute in self.columns for attribute in NAMES)

    @property
    def perhaps_firms(self) -> bool:
        """Whether what is headed as a part of persons' names may hold the whole names of firms ("Name; Vorname")."""
        return any(column.meaning.partly for column in self.parts_of_names)

    @property
    def parts_of_names(self) -> list[Column]:
        """The columns that hold parts of persons' names."""
        return [column for each in _PERSONAL for column in self.columns.get(each, ())]


@dataclass(slots=True)
class Layout:
    """What a table's columns hold: the party each row is about, and the related ones beside it."""

    main: Party
    related: list[Party]
    unread: list[int]  # the indices of columns that are not read


def known_headings(cells: Sequence[str]) -> float:
    """How much a row looks like a header: its known headings, those of attributes most, those cut short least."""
    meanings = [meaning for cell in cells if cell.strip() and (meaning := understand(cell))]
    return sum(0.5 if each.cut else 0.9 if each.attribute == "name" and each.party else 1.0 for each in meanings)


def layout(
    header: Sequence[str], mapping: Sequence[tuple[str, str]], where: str, counting: Collection[int] = ()
) -> Layout:
    """Tell what the columns under a header hold; the mapping goes before the headings.

    Args:
        header: The headings.
        mapping: Pairs of role and column expression, as `parse_mapping` gives them.
        where: The file, for messages.
        counting: The indices of columns that only count the rows: they hold no names, whatever their headings say.

    Raises:
        InputError: The mapping names an unknown column, two columns claim one role, or none holds a name.
    """
    mapped = [_mapped(role, expression, header, where) for role, expression in mapping]
    taken = {index for column in mapped for index in column.indices}
    claimed = {(column.meaning.party, column.meaning.attribute) for column in mapped}
    columns: list[Column] = []
    unread = []
    in_payments = are_of_payments(header)
    for index, heading in enumerate(header):
        if index in taken:
            continue
        meaning = understand(heading, in_payments=in_payments)
        if meaning is None or (index in counting and meaning.attribute in NAMES):
            if heading.strip():
                unread.append(index)
        elif (meaning.party, meaning.attribute) not in claimed or meaning.attribute not in _SINGLE:
            columns.append(Column((index,), heading.strip(), meaning))
    columns = _joined_fields(header, columns, in_payments=in_payments)
    columns = _of_banks(mapped, columns, any(map(is_of_account, header)))
    columns = _of_payments(mapped, columns, unread)
    main, related = _parties([*mapped, *columns], {role for role, _ in mapping}, where)
    if not main.has_name:
        headings = ", ".join(repr(cell) for cell in header if cell.strip()) or "none"
        raise InputError(
            f"no name column found among the headings {headings[:600]}",
            where=where,
            remedy="say which one it is with --map name=COLUMN",
        )
    return Layout(main, related, unread)


def _joined_fields(header: Sequence[str], columns: list[Column], *, in_payments: bool) -> list[Column]:
    """The columns, those of a name that goes on in the next field as one: another name where its party has a name."""
    for fields in numbered_fields(header, in_payments=in_payments):
        alone = {column.indices[0]: column for column in columns if len(column.indices) == 1}
        if not all(index in alone for index in fields.indices):
            continue  # the mapping has one of them
        rest = [column for column in columns if column.indices[0] not in fields.indices]
        named = any(column.meaning[:2] == fields.meaning[:2] for column in rest)
        meaning = fields.meaning._replace(attribute="alias") if named else fields.meaning
        heading = "+".join(header[index].strip() for index in fields.indices)
        at = sum(column.indices[0] < fields.indices[0] for column in rest)
        columns = [*rest[:at], Column(fields.indices, heading, meaning, goes_on=True), *rest[at:]]
    return columns


def parse_mapping(mapping: Iterable[str]) -> list[tuple[str, str]]:
    """``["name=FIRST+LAST"]`` as pairs of role and column expression.

    Raises:
        InputError: There is no equals sign, the role is unknown, or it is read from one column and is given two.
    """
    pairs = [role_and_column(text, _roles(), "name=COLUMN") for text in mapping]
    return once_each(pairs, _several, _parts_of_it)


def _several(role: str) -> bool:
    """Whether several columns may play a role: each director is one of several, and the name is one."""
    attributes, parties, _ = known()
    if any(meaning.attribute.removeprefix("identifier:") == role for meaning in attributes.values()):
        return role not in _SINGLE
    return any(meaning.party == role and meaning.kind != "main" for meaning in parties.values())


def _parts_of_it(role: str, columns: Sequence[str]) -> str:
    return f"name one of them, or where each holds a part of it: --map {role}={'+'.join(columns)}"


@cache
def _roles() -> tuple[str, ...]:
    """What ``--map`` can name: the attributes (an identifier by its kind alone) and the parties."""
    attributes, parties, _ = known()
    plain = {meaning.attribute.removeprefix("identifier:") for meaning in attributes.values()}
    return (*sorted(plain), *sorted({meaning.party for meaning in parties.values()}))


def _mapped(role: str, expression: str, header: Sequence[str], where: str) -> Column:
    exact = [cell.strip() for cell in header]
    names = [expression] if expression in exact else [part.strip() for part in expression.split("+")]
    indices = tuple(column_headed(role, name, header, where, expression) for name in names)
    attributes, parties, _ = known()
    for meaning in attributes.values():
        if meaning.attribute.removeprefix("identifier:") == role:
            return Column(indices, expression, meaning._replace(country="", partly=False))
    party = next(meaning for meaning in parties.values() if meaning.party == role)
    return Column(indices, expression, party)


def _parties(columns: list[Column], mapped: set[str], where: str) -> tuple[Party, list[Party]]:
    groups: dict[tuple[str, str], Party] = {}
    kinds: dict[tuple[str, str], str] = {}
    for column in columns:
        meaning = column.meaning
        key = (meaning.party, meaning.number if meaning.kind != "main" else "")
        if meaning.kind != "main" and meaning.attribute in groups.get(key, Party("")).columns:
            key = _another(key, groups, meaning.attribute, column.indices[0])
        party = groups.setdefault(key, Party(meaning.party, meaning.schema, by_itself=meaning.kind == "payment"))
        kinds[key] = meaning.kind
        party.columns.setdefault(meaning.attribute, []).append(column)
    for party in groups.values():
        _take_for_a_part(party)
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
                else f"say which one it is with --map {attribute}=COLUMN{_or_joined(attribute, headings)}",
            )
    return main, related


def _or_joined(attribute: str, headings: Sequence[str]) -> str:
    return f", or where each holds a part of it: --map name={'+'.join(headings)}" if attribute == "name" else ""


def _another(key: tuple[str, str], groups: dict[tuple[str, str], Party], attribute: str, index: int) -> tuple[str, str]:
    """Of several parties of one role ("Director; Date of birth; Director; Date of birth") whose the column is."""
    beside = f"{key[1]}/"
    alike = [other for other in groups if other[0] == key[0] and other[1].startswith(beside)]
    lacking = next((other for other in alike if attribute not in groups[other].columns), None)
    if attribute == "name" or (lacking is None and attribute in _SINGLE):
        return (key[0], f"{beside}{index}")
    return lacking or key


def _take_for_a_part(party: Party) -> None:
    """ "Name" beside a first name alone is the family name, beside a family name alone the first name."""
    named = party.columns.get("name", [])
    given = [each for each in ("first_name", "last_name") if each in party.columns]
    if len(named) == len(given) == 1 and named[0].meaning.partly:
        party.columns["last_name" if given == ["first_name"] else "first_name"] = party.columns.pop("name")


def _of_banks(mapped: list[Column], columns: list[Column], with_accounts: bool) -> list[Column]:
    """The columns, the codes of banks given to the banks: to the one named before, or to that of the account."""
    banks = [column for column in (*mapped, *columns) if column.meaning.schema == "Company" and _is_bank(column)]
    others = any(column.meaning.attribute in NAMES and not _is_bank(column) for column in (*mapped, *columns))
    found = []
    for column in columns:
        meaning = column.meaning
        if meaning.attribute in _BANK_CODES and meaning.party == MAIN and (banks or (with_accounts and others)):
            before = [bank for bank in banks if bank.indices[0] < column.indices[0]]
            bank = (before or banks)[-1 if before else 0].meaning if banks else Meaning("", BANK, "related", "Company")
            meaning = bank._replace(attribute=meaning.attribute, country=meaning.country)
        elif meaning.attribute in _BANK_CODES and meaning.party in BANKS:
            meaning = meaning._replace(party=BANKS[meaning.party], schema="Company")
        found.append(column._replace(meaning=meaning))
    return found


def _is_bank(column: Column) -> bool:
    return column.meaning.attribute == "name" and column.meaning.party.endswith(BANK)


def _of_payments(mapped: list[Column], columns: list[Column], unread: list[int]) -> list[Column]:
    """The columns of a file that names nobody but the parties of payments: what says not whose it is belongs to the
    party named before it, and a number to the payment, which is not read."""
    names = [column for column in (*mapped, *columns) if column.meaning.attribute in NAMES]
    parties = [column for column in names if column.meaning.kind == "payment" and not _is_bank(column)]
    if not parties or any(column.meaning.kind == "main" for column in names):
        return columns
    found = []
    for column in columns:
        meaning, index = column.meaning, column.indices[0]
        if meaning.attribute == "id" and meaning.party == MAIN:
            unread.append(index)
            continue
        before = [party.meaning for party in parties if party.indices[0] < index]
        if meaning.party == MAIN and before:
            meaning = before[-1]._replace(attribute=meaning.attribute, country=meaning.country)
        found.append(column._replace(meaning=meaning))
    unread.sort()
    return found


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
