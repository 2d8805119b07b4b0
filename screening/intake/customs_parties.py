"""The parties of customs records: cells that name nobody, cells that name two, and each party under one id.

A party is met once: its cells are read the first time they are seen, and every later row only points to it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from screening.intake import check_digits
from screening.intake.base import shorten
from screening.intake.country_cells import country_in
from screening.intake.customs_founded import founded_apart
from screening.intake.customs_ships import SHIP, ship
from screening.intake.customs_withheld import is_placeholder, is_refused, placeholder_and_reason
from screening.intake.customs_wording import vocabulary
from screening.intake.joined_names import parted, trimmed
from screening.intake.nothing import is_error, phrases, says_nothing
from screening.names.addresses import parse
from screening.names.folding import fold
from screening.names.number_labels import labelled_within
from screening.names.tokens import words
from screening.reference import table
from screening.workers import share_out

ATTRIBUTES: Final = ("name", "address", "city", "country", "tax_id", "swift", "lei", "incorporated", "other_name")
INFERRED: Final = "\x03"
"""Stands before a country that several things tell together and none states."""
_BESIDE: Final = ATTRIBUTES[1:]
"""What columns say beside a party's name; an error of a spreadsheet among it says nothing."""
_MAX_NAME = 500
_REMEMBERED: Final = 1 << 16
"""Cells read before that are remembered."""
_MOST_OF_NOTHING = 6
"""Words of a cell that may name nobody at most."""
_SHORTEST_CALLED = 5
"""Letters of a heading's word for a party that may stand beside a place-holder."""


class Cells(NamedTuple):
    """What the columns of one party say on a row, as text; empty where there is no column."""

    name: str = ""
    address: str = ""
    city: str = ""
    country: str = ""
    tax_id: str = ""
    swift: str = ""
    lei: str = ""
    incorporated: str = ""
    other_name: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """One party as a row of some table states it."""

    subject_id: str
    name: str
    address: str | None
    country: str | None
    identifiers: tuple[tuple[str, str, str | None], ...]
    incorporated_on: str | None
    inferred: bool = False
    """Whether the country is told by where the goods go and the like, and stated nowhere."""


class Read(NamedTuple):
    """What a party's cells came to: parties by number, or the role whose party is meant; and remarks."""

    parties: tuple[int, ...]
    same_as: str
    notes: tuple[str, ...]


class PartyBook:
    """Every party met, once each; cells that say the same lead to the same party."""

    def __init__(self) -> None:
        self.parties: list[Party] = []
        self._numbers: dict[Party, int] = {}
        self._said: dict[Cells, _Said] = {}

    def __len__(self) -> int:
        return len(self.parties)

    def read(self, role: str, cells: Sequence[str]) -> Read:
        """The party or parties of a row's cells, in the order of `ATTRIBUTES`; see `Read`."""
        return self.read_all(role, [cells])[0]

    def read_all(self, role: str, rows: Sequence[Sequence[str]]) -> list[Read]:
        """The same of many rows: what takes thought is shared out among processes."""
        every = [Cells(*cells) for cells in rows]
        if role != SHIP:
            self._think(every)
        return [self._parse(role, cells) for cells in every]

    def forget(self) -> None:
        """Give up the cells read before: no further rows come."""
        self._said = {}

    def _think(self, every: Sequence[Cells]) -> None:
        """Read cells not read before, whatever their role: who sells here buys there."""
        new = [cells for cells in dict.fromkeys(every) if cells not in self._said]
        if len(self._said) > _REMEMBERED:
            self._said = {cells: said for cells in every if (said := self._said.get(cells)) is not None}
        self._said.update(zip(new, share_out(new, _said_of_all, loads=True), strict=True))

    def _parse(self, role: str, cells: Cells) -> Read:
        notes: list[str] = []
        if role == SHIP:
            found = ship(cells.name, cells.tax_id)
            if not found:
                return Read((), "", ())
            return Read((self._number(Party(found[0], found[1], None, None, found[2], None)),), "", ())
        said = self._said[cells]
        if cells.country and said.country is None and not _nothing(cells.country):
            notes.append(f"country {shorten(cells.country, 40)!r} of the {role} not understood")
        notes += said.notes
        if said.same:
            return Read((), said.same if said.same != "*" else _opposite(role), tuple(notes))
        if not said.parties:
            if cells.name.strip():
                notes.append(f"{role} {shorten(cells.name, 40)!r} names nobody")
            return Read((), "", tuple(notes))
        if (many := len({party.subject_id for party in said.parties})) > 1:
            notes.append(f"{role} {shorten(cells.name, 80)!r} read as {many} parties")
        return Read(tuple(dict.fromkeys(map(self._number, said.parties))), "", tuple(notes))

    def _number(self, party: Party) -> int:
        number = self._numbers.get(party)
        if number is None:
            number = self._numbers[party] = len(self.parties)
            self.parties.append(party)
        return number


class _Said(NamedTuple):
    """What a party's cells say in whatever role it stands."""

    parties: tuple[Party, ...]
    same: str
    country: str | None
    notes: tuple[str, ...]


def _said_of_all(every: Sequence[Cells]) -> list[_Said]:
    """What cells say, without the errors of spreadsheets. Polars must not be used here: see `share_out`."""
    return [_said(_without_errors(cells)) for cells in every]


def _without_errors(cells: Cells) -> Cells:
    wrong = {name: "" for name, text in zip(_BESIDE, cells[1:], strict=True) if text and is_error(text)}
    return cells._replace(**wrong) if wrong else cells


def _said(cells: Cells) -> _Said:
    """Read the cells."""
    notes: list[str] = []
    if (long := len(cells.name)) > _MAX_NAME * 2:
        notes.append(f"of a name of {long:,} characters only the first {_MAX_NAME * 2:,} are read")
    name, founded = founded_apart(cells.name)
    names, same = names_in(name)
    others = [said for text in cells.other_name.split("\x1f") if (said := names_in(text)[0])]
    if not names and others:
        names, others = others[0], others[1:]
    inferred = cells.country.startswith(INFERRED)
    country = country_in(cells.country.removeprefix(INFERRED)) if cells.country else None
    identifiers = _identifiers(cells, None if inferred and not _is_numbered(cells.tax_id, country) else country, notes)
    if same:
        return _Said((), same, country, tuple(notes))
    if not names and identifiers and not cells.name.strip():
        names = [identifiers[0][1]]  # a party known by its number alone is looked up by that
    if not names:
        return _Said((), "", country, tuple(notes))
    address = _address(cells)
    if address and (inferred or (country is None and not cells.country.strip())):
        stated = parse(address).country  # where no column says it, the address may: "…, Haifa, Israel"
        country, inferred = stated or country, inferred and not stated
    shared = any(check_digits.SHARED in headed for _, _, headed in check_digits.numbers_in(cells.tax_id))
    first = Party(
        _subject_id(names[0], None if inferred else country, () if shared else identifiers, address),
        *(names[0], address, country, identifiers, _year(cells.incorporated) or founded or None, inferred),
    )
    # the columns tell of whom the cell names first; of one behind "c/o" nothing is known but the name
    behind = [Party(_subject_id(name, None, ()), name, None, None, (), None) for name in names[1:]]
    found = [first, *behind]
    for other in others:
        found += _called_also(found, len(names), other)
    return _Said(tuple(found), "", country, tuple(notes))


def _called_also(found: Sequence[Party], named: int, names: Sequence[str]) -> list[Party]:
    """The same parties under names another column has for them, where these differ; a party more that it names."""
    said = {(party.subject_id, " ".join(words(party.name))) for party in found}
    more = []
    for place, name in enumerate(names):
        if place < named:
            party = replace(found[place], name=name)
        elif " ".join(words(name)) in {known for _, known in said}:
            continue
        else:
            party = Party(_subject_id(name, None, ()), name, None, None, (), None)
        if (party.subject_id, " ".join(words(name))) not in said:
            more.append(party)
    return more


def names_in(text: str) -> tuple[list[str], str]:
    """The names in a cell (none for ``TO ORDER``, two for ``X on behalf of Y``), or the role it refers to."""
    text = trimmed(" ".join(text[: _MAX_NAME * 2].split()))
    if not text or not any(char.isalnum() for char in text):
        return [], ""
    whole = " ".join(words(text))
    if whole in vocabulary("same_as"):
        return [], vocabulary("same_as")[whole]
    if _nothing(text):
        return [], ""
    return [part[:_MAX_NAME] for part in parted(text) if not _nothing(part)], ""


@lru_cache(maxsize=65536)
def _nothing(text: str) -> bool:
    said = words(text)
    if says_nothing(text, "party") or not any(char.isalpha() or char.isdigit() for char in text):
        return True
    if len(said) <= _MOST_OF_NOTHING and _are_nothing(said):
        return True
    placeholder, reason = placeholder_and_reason(text)
    return bool(placeholder) and is_refused(reason) and (is_placeholder(placeholder) or _nothing(placeholder))


def _are_nothing(said: Sequence[str]) -> bool:
    """Whether words are place-holders one after another, with what headings call a party ("unknown consignor")."""
    nothing, called = phrases("party"), _called()
    cuts = [False] * len(said) + [True]  # whether all words from here on are such
    for start in range(len(said) - 1, -1, -1):
        ends = (end for end in range(start + 1, len(said) + 1) if cuts[end])
        cuts[start] = any(
            " ".join(said[start:end]) in nothing or (end == start + 1 and said[start] in called) for end in ends
        )
    return cuts[0] and not all(word in called for word in said)


@cache
def _called() -> frozenset[str]:
    """What parties are called in headings, in one word: importer, consignee."""
    rows = [row for row in table("words/customs_headings.tsv").rows if row["kind"] == "party"]
    phrases = (words(phrase) for row in rows for phrase in row["phrases"].split(";"))
    return frozenset(phrase[0] for phrase in phrases if len(phrase) == 1 and len(phrase[0]) >= _SHORTEST_CALLED)


def _opposite(role: str) -> str:
    """Whom "same as above" means: the importer, who stands above the notify party and the declarant."""
    return "exporter" if role == "manufacturer" else "importer"


def _is_numbered(tax_id: str, country: str | None) -> bool:
    """Whether the first number of a cell may be one of that country."""
    return any(check_digits.may_be_of(number, country or "") for _, number, _ in check_digits.numbers_in(tax_id)[:1])


def _identifiers(cells: Cells, country: str | None, notes: list[str]) -> tuple[tuple[str, str, str | None], ...]:
    beside = [one for text in cells.address.split("\x1f") for one in labelled_within(text)] if cells.address else []
    if not (cells.tax_id or cells.swift or cells.lei or beside):
        return ()
    found: dict[tuple[str, str, str | None], None] = {}
    for label, number, headed in check_digits.numbers_in(cells.tax_id):
        russian = country == "RU" or any(of == "RU" for _, _, of in found)
        if len(set(number)) < 3 or (found and len(number) == 9 and russian):  # 0000000000; a KPP,
            continue  # which many firms share
        checked = check_digits.check(number, country, label or "Tax ID", headed=headed - {check_digits.SHARED})
        if checked.note:
            notes.append(checked.note)
        found[checked.kind, checked.number, checked.country] = None
    for label, text in beside:
        for number in check_digits.split(text)[:1]:
            checked = check_digits.check(number, country, label)
            found.setdefault((checked.kind, checked.number, checked.country))
    for label, text, valid in (
        ("BIC", cells.swift, check_digits.valid_bic),
        ("LEI", cells.lei, check_digits.valid_lei),
    ):
        number = re.sub(r"[^0-9A-Z]", "", text.upper())
        if len(number) >= 8:
            if not valid(number):
                notes.append(f"{label} {number} is not well-formed")
            found[label, number, None] = None
    return tuple(found)


def _address(cells: Cells) -> str | None:
    pieces: list[str] = []
    for text in (*cells.address.split("\x1f"), *cells.city.split("\x1f")):
        plain = " ".join(text.split()).strip(" ,;")
        if plain and not _nothing(plain) and not any(fold(plain) in fold(other) for other in pieces):
            pieces = [other for other in pieces if fold(other) not in fold(plain)]
            pieces.append(plain)
    return ", ".join(pieces)[:1000] or None


def _year(text: str) -> str | None:
    from screening.intake.party_dates import partial_date

    found = partial_date(text) if text.strip() else None
    return found if found and found[:4].isdigit() else None


def _subject_id(
    name: str, country: str | None, identifiers: Sequence[tuple[Any, ...]], address: str | None = None
) -> str:
    """One id for one party: by its first number where it has one of a known country, else by name and country with
    its number, else with its address.
    """
    for _, number, of in identifiers:
        if of or len(number) == 20:
            return _digest(f"{of or ''}|{number}")
    rest = identifiers[0][1] if identifiers else where_told(address)
    return _digest(f"{' '.join(words(name))}|{country or ''}|{rest}")


def where_told(address: str | None) -> str:
    """What of an address tells a party from its namesakes: town, street and house, however they are written.

    Nothing where the address says no more than the town: one row says that much, the next says nothing.
    """
    if not address:
        return ""
    known = parse(address)
    if not known.is_precise:
        return ""
    towns = known.towns or known.words or known.regions
    house = known.number or known.box or min(known.building, default="")
    return "|".join((" ".join(sorted(towns)), " ".join(sorted(known.street)), house))


def _digest(text: str) -> str:
    return "t-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
