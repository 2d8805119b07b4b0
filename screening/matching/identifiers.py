"""Identifiers in common: hits of their own, whatever the publisher calls the number.

The country and the characters count, the label does not: OFAC calls one Uzbek taxpayer number "Registration Number"
and the next "Tax ID No.". Numbers that are unique the world over (LEI, IMO, BIC, wallets) need no country; which those
are is told by `identifier_kinds`. People carry the papers of one country and live in another, and firms keep the
taxpayer number of the one they are from: such a number is a hit though the countries differ, which the hit says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from screening.intake.check_digits import right_in
from screening.matching.identifier_kinds import (
    PAPERS,
    compared,
    countries,
    is_place_holder,
    is_shared,
    is_worldwide,
    kind,
)

SHORT: Final = 7
"""A number of fewer characters is met by chance: it counts only beside an agreeing name."""
SHORTEST: Final = 4
LONG: Final = 10
"""A number of so many characters is not met by chance: of nothing that contradicts it, it counts alone."""
LONG_OF_A_KIND: Final = 9
"""The same of two numbers that are both of one kind, as passports are."""
AGREEING_NAME: Final = 0.5
"""Score of two names from which they agree well enough to support a short number."""


@dataclass(frozen=True, slots=True)
class Number:
    """An identifier as it is compared: its characters, the country beside it, those it may be of; whether it is unique
    the world over; its label and kind."""

    text: str
    country: str | None
    countries: frozenset[str]
    worldwide: bool
    label: str
    kind: str

    @property
    def where(self) -> str:
        """The country in words, and where none is stated what else tells it."""
        if self.country:
            return self.country
        told = " or ".join(sorted(self.countries))
        return f"no country stated, {told} by its label or party" if told else "no country stated"


def number_of(identifier: Mapping[str, Any]) -> Number | None:
    """The comparable form of an identifier with ``type``, ``number``, ``country``; None where it can prove nothing."""
    written = str(identifier.get("number") or "")
    label = str(identifier.get("type") or "")
    text = compared(label, written)
    if len(text) < SHORTEST or is_place_holder(text):
        return None
    if is_shared(label, written):
        return None
    country = identifier.get("country")
    return Number(
        text,
        str(country).upper() if country else None,
        countries(identifier),
        is_worldwide(label, written),
        label,
        kind(label, written).name,
    )


def is_named_by(name: str, number: Number) -> bool:
    """Whether a name is nothing but a number, long enough to count by itself: no name can agree then."""
    return len(number.text) >= SHORT and compared(number.label, name) == number.text


class Common(NamedTuple):
    """A listed row and a number that a subject shares with it.

    Attributes:
        row: The row of the list.
        ours: The subject's number.
        theirs: The entry's.
        elsewhere: The countries that the subject's number or party is of, where the entry's is of another.
        needs_name: Whether a name must agree too.
    """

    row: int
    ours: Number
    theirs: Number
    elsewhere: frozenset[str]
    needs_name: bool


class IdentifierIndex:
    """Listed identifiers by their characters; gives the rows whose number a subject shares."""

    def __init__(self, identifiers: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
        self._rows: dict[str, list[tuple[int, Number]]] = {}
        for row, identifier in identifiers:
            number = number_of(identifier)
            if number is not None:
                self._rows.setdefault(number.text, []).append((row, number))

    def __len__(self) -> int:
        return len(self._rows)

    def search(self, identifiers: Iterable[Mapping[str, Any]], subject_countries: Iterable[str] = ()) -> list[Common]:
        """Rows that share a number.

        A number without a country takes those of the subject, else those its label tells; a listed one those its label
        tells, else its entry's. One that is unlike the entry's in country is another number, unless it is unique the
        world over, a paper of which no country is stated, or long and right by the check digit of the entry's country
        and of none of its own; what a label or an entry tells is no such proof.
        """
        found = []
        at_home = frozenset(country.upper() for country in subject_countries)
        for identifier in identifiers:
            ours = number_of(identifier)
            if ours is None:
                continue
            for row, theirs in self._rows.get(ours.text, ()):
                if (common := _common(row, ours, theirs, at_home)) is not None:
                    found.append(common)
        return found


def _common(row: int, ours: Number, theirs: Number, at_home: frozenset[str]) -> Common | None:
    """What two numbers of the same characters have in common; None where they are two numbers."""
    own = frozenset((ours.country,)) if ours.country else at_home
    short = len(ours.text) < SHORT
    if (ours.worldwide and theirs.worldwide) or not theirs.countries.isdisjoint(own or ours.countries):
        return Common(row, ours, theirs, frozenset(), short)
    alike = bool(ours.kind) and ours.kind == theirs.kind
    alone = len(ours.text) >= (LONG_OF_A_KIND if alike else LONG)
    if not own or not theirs.country:
        unsaid = not theirs.countries if own else not (ours.countries and theirs.countries)
        return Common(row, ours, theirs, frozenset(), not (unsaid and alone))
    if alike and ours.kind in PAPERS and not ours.country:
        return Common(row, ours, theirs, own, not alone)
    right = right_in(ours.text)
    if len(ours.text) >= LONG and theirs.country in right and own.isdisjoint(right):
        return Common(row, ours, theirs, own, False)
    return None
