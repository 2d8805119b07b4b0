"""Identifiers in common: hits of their own, whatever the publisher calls the number.

The country and the characters count, the label does not: OFAC calls one Uzbek taxpayer number "Registration Number"
and the next "Tax ID No.". Numbers that are unique the world over (LEI, IMO, BIC, wallets) need no country; which those
are is told by `identifier_kinds`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from screening.matching.identifier_kinds import compared, countries, is_place_holder, is_shared, is_worldwide

SHORT: Final = 7
"""A number of fewer characters is met by chance: it counts only beside an agreeing name."""
SHORTEST: Final = 4
LONG: Final = 10
"""A number of so many characters is not met by chance: of nothing that contradicts it, it counts alone."""
AGREEING_NAME: Final = 0.5
"""Score of two names from which they agree well enough to support a short number."""


@dataclass(frozen=True, slots=True)
class Number:
    """An identifier as it is compared: its characters, the country beside it, those it may be of; whether it is unique
    the world over."""

    text: str
    country: str | None
    countries: frozenset[str]
    worldwide: bool
    label: str

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
        text, str(country).upper() if country else None, countries(identifier), is_worldwide(label, written), label
    )


def is_named_by(name: str, number: Number) -> bool:
    """Whether a name is nothing but a number, long enough to count by itself: no name can agree then."""
    return len(number.text) >= SHORT and compared(number.label, name) == number.text


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

    def search(
        self, identifiers: Iterable[Mapping[str, Any]], subject_countries: Iterable[str] = ()
    ) -> list[tuple[int, Number, Number, bool]]:
        """Rows that share a number: the row, the subject's number, the entry's, and whether a name must agree too.

        A number without a country takes those of the subject, else those its label tells; a listed one those its label
        tells, else its entry's. One that is unlike the entry's in country is another number, unless it is unique the
        world over; what a label or an entry tells is no such proof.
        """
        found = []
        for identifier in identifiers:
            ours = number_of(identifier)
            if ours is None:
                continue
            own = {ours.country} if ours.country else {country.upper() for country in subject_countries}
            for row, theirs in self._rows.get(ours.text, ()):
                worldwide = ours.worldwide and theirs.worldwide
                known = worldwide or not theirs.countries.isdisjoint(own or ours.countries)
                if not known and own and theirs.country:
                    continue
                known = known or (not theirs.countries and len(ours.text) >= LONG)
                found.append((row, ours, theirs, len(ours.text) < SHORT or not known))
        return found
