"""Which column of a customs table plays which role: headings, contents and the user's mapping weighed together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from screening.errors import InputError
from screening.intake import customs_values as values
from screening.intake import customs_wording as wording
from screening.intake.check_digits import kinds_headed
from screening.intake.customs_addressed import are_addressed
from screening.intake.customs_contents import FEWEST, TELLS, are_kinds_with_cancelled, come_again, doubt, numbers_of
from screening.intake.customs_headings import ATTRIBUTES as OF_EACH
from screening.intake.customs_headings import (
    DOMESTIC,
    FIELDS,
    FOREIGN,
    NOTIFIED_TOO,
    OTHER_NAME,
    PARTIES,
    ROLES,
    Guess,
    understand,
)
from screening.intake.customs_otherwise import meant_otherwise
from screening.intake.customs_phrases import ALL_SETS
from screening.intake.customs_ports import tell_codes
from screening.intake.customs_remarks import is_headed_as_remarks
from screening.intake.customs_roles import guesses
from screening.intake.customs_second_look import look_again
from screening.intake.customs_settling import may_be_several, name_one, settled
from screening.intake.customs_several import all_notified, spread
from screening.intake.customs_ships import speaks_of_ships
from screening.intake.customs_tongues import day_before_month
from screening.intake.customs_unnamed import ATTRIBUTES, name_of
from screening.intake.customs_unread import names_unread
from screening.intake.customs_whose import better_fit, each_has_one, nobodys, with_many_names
from screening.intake.headed import column_headed, once_each, role_and_column
from screening.intake.nothing import is_error
from screening.intake.party_dates import day_first

REMARKS: Final = "remarks"
"""Columns of remarks, read for what no other column says; and how one is told to say what becomes of declarations."""
_ALIASES: Final = {
    "hs": "hs_code", "goods": "description", "consignee": "importer_name", "shipper": "exporter_name",
    "weight": "gross_kg", "inn": "importer_tax_id",
}  # fmt: skip
_ROLES_SAID: Final = ", ".join([*FIELDS, f"{{{', '.join(PARTIES)}}}_{{{', '.join(OF_EACH)}}}"])
"""All roles, what there is of each party said once."""
_NUMBERED: Final = ("exporter", "importer", DOMESTIC, FOREIGN, "trading_party", "contract_holder")
"""Parties whose number a column may hold that does not say whose it is."""
_MOST_TOLD: Final = 3
_NOTIFIED: Final = frozenset(f"{party}_name" for party in ("notify", *NOTIFIED_TOO))
_TWO_SIDES: Final = ("exporter_name", "importer_name")


@dataclass(frozen=True, slots=True)
class Source:
    """One column that plays a role, or a constant the user gave for it."""

    heading: str
    how: str
    index: int = -1
    rank: int = 1
    currency: str = ""
    factor: float = 1.0
    constant: str | None = None
    country: str = ""
    numbers_of: str = ""  # the country whose numbers they are, where the heading tells none
    headed: frozenset[str] = frozenset()  # the kinds of numbers the heading names
    day_first: bool | None = None  # whether dates of foundation stand day first, where the column tells
    version: str = ""  # the variant of a party's name it holds, where the heading says so
    addressed: bool = False  # whether its cells hold a party's address behind the name
    written: str = ""  # how ports are written: in the codes of airports, in UN/LOCODE
    ships_only: bool = False  # whether only cells that name a ship as such are read: the others are of lorries
    shared: frozenset[str] = frozenset()  # numbers that stand with many names, and make one party of none of them


@dataclass(slots=True)
class CustomsLayout:
    """The columns by role, in the order they are asked; the headings nothing was made of; and remarks."""

    columns: dict[str, list[Source]] = field(default_factory=dict)
    unused: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    home: str = ""
    """The country whose customs the records are of, where a column or the currency of customs values tells it."""

    def first(self, role: str) -> Source | None:
        """The first column of a role."""
        found = self.columns.get(role)
        return found[0] if found else None

    @property
    def indices(self) -> list[int]:
        """The columns that are read."""
        return sorted({each.index for found in self.columns.values() for each in found if each.index >= 0})

    def record(self) -> dict[str, list[str]]:
        """Role → headings with how each was told, for the manifest."""
        return {
            role: [f"{each.heading} ({each.how})" if each.constant is None else f"={each.constant}" for each in found]
            for role, found in self.columns.items()
        }


def parse_mapping(mapping: Iterable[str]) -> list[tuple[str, str]]:
    """``["importer=BUYER", "currency==EUR"]`` as pairs of role and column; a value keeps its equals sign.

    Raises:
        InputError: There is no equals sign, the role is unknown, a role that is read from one column is given two, or
            one column names both exporter and importer.
    """
    pairs = [role_and_column(text, ROLES, "importer=BUYER", _called, _ROLES_SAID) for text in mapping]
    pairs = once_each(spread(pairs), may_be_several, name_one)
    sides = [column for role, column in pairs if role in _TWO_SIDES and not column.startswith("=")]
    if len(set(sides)) < len(sides):
        said = f"--map exporter={sides[0]} and --map importer={sides[0]} make one firm the seller and the buyer"
        raise InputError(said, remedy="name one of them; where each row's direction tells which, --map domestic=COLUMN")
    return pairs


def _called(role: str) -> str:
    role = _ALIASES.get(role, role)
    return f"{role}_name" if f"{role}_name" in ROLES else role


def layout(
    header: Sequence[str],
    sample: Sequence[Sequence[str]],
    mapping: Sequence[tuple[str, str]] = (),
    where: str = "",
    direction: str | None = None,
    sets: tuple[str, ...] = ALL_SETS,
) -> CustomsLayout:
    """Tell what the columns under a header hold.

    Args:
        header: The headings.
        sample: Rows below it.
        mapping: Pairs of role and column, as `parse_mapping` gives them; they go before everything.
        where: File and sheet, for messages.
        direction: Import or export, where title or sheet says it: then a lone "Country" is the other side's.
        sets: Which phrases of the knowledge table to use.

    Raises:
        InputError: The mapping names no column, or two columns claim one role.
    """
    result = CustomsLayout()
    taken: set[int] = set()
    for role, expression in mapping:
        result.columns.setdefault(role, []).append(_mapped(role, expression, header, where, taken))
    mapped = set(result.columns)
    guessed = guesses(header, direction, sets)
    roles = {role for _, role, _ in guessed}
    guessed = [
        (index, meant_otherwise(role, guess, [row[index] for row in sample], roles), guess)
        for index, role, guess in guessed
    ]
    guessed = all_notified(guessed, header, mapped, taken)
    notified = [repr(header[index]) for index, role, _ in guessed if role in _NOTIFIED]
    if len(notified) > 1:
        result.notes.append(f"columns {', '.join(notified)} name whom to notify: all are read")
    names, belied = _names(result, guessed, sample), set[int]()
    for index, role, guess in guessed:
        if index in taken:
            continue
        cells = [row[index] for row in sample]
        shared: frozenset[str] = frozenset()
        if role.endswith("_tax_id") and role not in mapped:
            role, shared = _numbered(role, guess, cells, names, header[index], result)
            if not role:
                result.unused.append(header[index])
                continue
        if role in mapped and guess.version and role.endswith("_name"):
            role = f"{role.removesuffix('_name')}_{OTHER_NAME}"  # beside the name that was mapped
        if role in mapped or (guess.alone and role == "declaration" and come_again(cells)):
            result.unused.append(header[index])
        elif doubted := doubt(role, cells, alone=guess.alone):
            if not guess.alone:  # "Via" is how the goods go as well as where they pass
                result.notes.append(f"{_headed_like(header[index])} {role}, but {doubted}: not used")
                belied.add(index)
            result.unused.append(header[index])
        else:
            of = "" if guess.country or shared or not role.endswith("_tax_id") else numbers_of(cells)
            order = day_first(cells) if role.endswith("_incorporated") else None
            if order is None and role.endswith("_incorporated") and day_before_month(header):
                order = True
            told = (header[index], "heading", index, guess.rank, guess.currency, guess.factor, None, guess.country)
            headed = kinds_headed(header[index]) if role.endswith("_tax_id") else frozenset()
            result.columns.setdefault(role, []).append(
                Source(*told, of, headed, order, guess.version, guess.addressed, shared=shared)
            )
            taken.add(index)
    _of_both(result, guessed, sample)
    _by_content(result, header, sample, taken, belied)
    _in_remarks(result, header, sample, taken)
    _by_content(result, header, sample, taken, (), {"status": are_kinds_with_cancelled})
    _ships(result, header, sample, taken)
    _unnamed(result, guessed, header, sample, taken)
    tell_codes(result, sample, mapped)
    look_again(result, guessed, sample, mapped, direction)
    for role in [*result.columns]:
        if role not in mapped and (found := result.columns.get(role)):
            result.columns[role] = settled(role, found, sample, where, result)
    _names_with_addresses(result, sample)
    result.notes += names_unread(header, sample, result.indices)
    result.unused += [
        cell for index, cell in enumerate(header) if index not in taken and cell and cell not in result.unused
    ]
    return result


def _names(
    result: CustomsLayout, guessed: Sequence[tuple[int, str, Guess]], sample: Sequence[Sequence[str]]
) -> dict[str, list[str]]:
    """The cells of the names of each party, by mapping or heading."""
    mapped = {role: found[0].index for role, found in result.columns.items() if found[0].index >= 0}
    places = {role: index for index, role, _ in reversed(guessed)} | mapped
    return {
        role.removesuffix("_name"): [row[index] for row in sample]
        for role, index in places.items()
        if role.endswith("_name")
    }


def _numbered(
    role: str,
    guess: Guess,
    cells: Sequence[str],
    names: Mapping[str, Sequence[str]],
    heading: str,
    result: CustomsLayout,
) -> tuple[str, frozenset[str]]:
    """Whose numbers a column holds, by the names beside them (empty: nobody's); and those that many names share."""
    party = role.removesuffix("_tax_id")
    rivals = {each: found for each, found in names.items() if each in _NUMBERED}
    if party not in names:
        return role, frozenset()
    if guess.role.startswith("own_") and party in rivals:
        party = better_fit(cells, rivals, party)
    shared, most = with_many_names(cells, names[party])
    if (
        most
        and (other := better_fit(cells, rivals, "")) not in ("", party)
        and not with_many_names(cells, names[other])[0]
    ):
        result.notes.append(
            f"column {heading!r}: one number stands with several names of the {party}, and with one of the {other}: "
            f"taken for the {other}'s"
        )
        return f"{other}_tax_id", frozenset()
    if most:
        unnamed = guess.role.startswith("own_")  # it may yet be that of whoever imports or exports on each row
        result.notes.append(nobodys(heading, party, shared, named=not unnamed))
        return "own_tax_id" if unnamed else "", frozenset()
    for number, beside in list(shared.items())[:_MOST_TOLD]:
        result.notes.append(
            f"column {heading!r}: {number} stands with names that have nothing in common ({', '.join(beside[:3])}): "
            "it makes no one party of them"
        )
    return f"{party}_tax_id", frozenset(shared)


def _mapped(role: str, expression: str, header: Sequence[str], where: str, taken: set[int]) -> Source:
    if expression.startswith("="):
        return Source(role, "--map", constant=expression[1:].strip().strip("'\""))
    index = column_headed(role, expression, header, where)
    taken.add(index)
    guess = understand(expression)
    currency = guess.currency if guess else ""
    headed = kinds_headed(expression) if role.endswith("_tax_id") else frozenset()
    return Source(expression, "--map", index, 0, currency, guess.factor if guess else 1.0, headed=headed)


def _headed_like(heading: str) -> str:
    return f"column {heading!r} is headed like"


def _of_both(result: CustomsLayout, guessed: Sequence[tuple[int, str, Guess]], sample: Sequence[Sequence[str]]) -> None:
    """``Страна отправителя`` tells where goods come from, and the consignor's country where no other column does and
    each consignor has one.
    """
    for index, role, guess in guessed:
        party = guess.instead.removesuffix("_country")
        name = result.first(f"{party}_name")
        if role != guess.role or guess.instead != f"{party}_country" or name is None or name.index < 0:
            continue
        found = [each for each in result.columns.get(role, ()) if each.index == index]
        pairs = [(row[name.index], row[index]) for row in sample]
        if found and guess.instead not in result.columns and each_has_one(pairs):
            result.columns[guess.instead] = found


def _by_content(
    result: CustomsLayout,
    header: Sequence[str],
    sample: Sequence[Sequence[str]],
    taken: set[int],
    belied: Collection[int],
    tells: Mapping[str, Callable[[Sequence[str]], bool]] = TELLS,
) -> None:
    """Roles no heading claims, told by what stands under a heading nobody knows, or under one that says something else
    than its cells: ``PB`` is a gross weight in Spanish, and a currency in Turkish.
    """
    for role, tell in tells.items():
        if role in result.columns:
            continue
        for index, heading in enumerate(header):
            said = [row[index] for row in sample if values.said(row[index]) and not is_error(row[index])]
            if index in taken or len(said) < FEWEST:
                continue
            if (index in belied or understand(heading) is None) and tell(said):
                result.columns[role] = [Source(heading, "content", index)]
                if index in belied:
                    result.unused.remove(heading)
                    result.notes = [each for each in result.notes if not each.startswith(_headed_like(heading))]
                result.notes.append(f"column {heading!r} is taken for {role} by its contents")
                taken.add(index)
                break


def _ships(result: CustomsLayout, header: Sequence[str], sample: Sequence[Sequence[str]], taken: set[int]) -> None:
    """Ships among the means of transport (Транспортное средство на границе), where no column is of ships alone."""
    for index, heading in enumerate(header) if "vessel" not in result.columns else ():
        guess = understand(heading) if index not in taken else None
        if guess and guess.role == "transport" and speaks_of_ships(row[index] for row in sample):
            result.columns.setdefault("vessel", []).append(Source(heading, "content", index, ships_only=True))
            result.notes.append(f"column {heading!r} names ships among the means of transport: these are screened")
            taken.add(index)


def _unnamed(
    result: CustomsLayout,
    guessed: Sequence[tuple[int, str, Guess]],
    header: Sequence[str],
    sample: Sequence[Sequence[str]],
    taken: set[int],
) -> None:
    """Names of parties whose address or number is told by its heading, under headings nobody knows."""
    told = {index for index, _, guess in guessed if not guess.role.startswith("own_")}
    for party in PARTIES:
        if result.first(f"{party}_name") is not None:
            continue
        known = [each for of in ATTRIBUTES for each in result.columns.get(f"{party}_{of}", ()) if each.index in told]
        unused = [(at, each) for at, each in enumerate(header) if at not in taken and each and not understand(each)]
        for source in known:
            cells, columns = [row[source.index] for row in sample], [[row[at] for row in sample] for at, _ in unused]
            if (index := name_of(source.heading, source.index, unused, cells, columns)) is not None:
                result.columns[f"{party}_name"] = [Source(header[index], "what stands beside it", index)]
                result.notes.append(
                    f"column {header[index]!r} is taken for the names of the {party} of {source.heading!r}: it stands "
                    "with it one for one"
                )
                taken.add(index)
                break


def _in_remarks(result: CustomsLayout, header: Sequence[str], sample: Sequence[Sequence[str]], taken: set[int]) -> None:
    """Columns of remarks: all are read for the way of goods and the founding of parties; and one that says of some rows
    that they do not stand, where no column of statuses does.
    """
    statuses = {each.index for each in result.columns.get("status", ())}
    found = [
        index
        for index, each in enumerate(header)
        if (index not in taken or index in statuses) and is_headed_as_remarks(each)
    ]
    if found:
        result.columns.setdefault(REMARKS, []).extend(Source(header[index], "heading", index) for index in found)
        taken.update(found)
    found = [each.index for each in result.columns.get(REMARKS, ()) if each.index >= 0]
    for index in () if "status" in result.columns else found:
        said = {wording.status_in_remark(row[index]) for row in sample if values.said(row[index])}
        if not said.isdisjoint({"cancelled", "amended"}):
            result.columns["status"] = [Source(header[index], REMARKS, index)]
            said_so = f"column {header[index]!r} says of some rows that they do not stand: read as their status"
            result.notes.append(said_so)
            return


def _names_with_addresses(result: CustomsLayout, sample: Sequence[Sequence[str]]) -> None:
    """Columns of names whose cells hold the addresses too: by their headings, or where most cells end in a country."""
    for role, found in result.columns.items():
        party, _, attribute = role.rpartition("_")
        beside = any(result.columns.get(f"{party}_{each}") for each in ("address", "city"))
        if attribute != "name" or (beside and not role.endswith(OTHER_NAME)):
            continue
        for place, source in enumerate(found):
            if source.index < 0:
                continue
            addressed = source.addressed or are_addressed(row[source.index] for row in sample)
            if addressed and not source.addressed:
                result.notes.append(f"column {source.heading!r} holds names with addresses: taken apart")
            found[place] = replace(source, addressed=addressed)
