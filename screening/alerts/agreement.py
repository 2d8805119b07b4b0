"""What else than the name agrees between a subject and an entry, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from screening.alerts import addresses, dates, identifiers
from screening.alerts.records import EntryRecord, SubjectRecord
from screening.names.places import is_former, successors


@dataclass(frozen=True, slots=True)
class Agreement:
    """agrees, contradicts or absent for each field, and in words what a reviewer should know of it; whether a number
    that both have is of other countries here than there."""

    date: str = "absent"
    day: str = "absent"
    year: str = "absent"
    country: str = "absent"
    identifier: str = "absent"
    address: str = "absent"
    notes: tuple[str, ...] = ()
    elsewhere: bool = False


NOTHING_KNOWN = Agreement()


def compare(subject: SubjectRecord, entry: EntryRecord, settings: Mapping[str, float]) -> Agreement:
    """Compare dates, countries, identifiers and addresses.

    Args:
        subject: What is known of the subject.
        entry: The listed party.
        settings: ``[agreement]`` of ``rating.toml``: circa_years.
    """
    when = dates.compare(subject.dates, entry.dates, circa_years=int(settings["circa_years"]))
    country, country_note = _countries(subject, entry)
    number, number_note = identifiers.compare(subject.identifiers, entry.identifiers)
    elsewhere = identifiers.of_other_countries(subject.identifiers, entry.identifiers, frozenset(subject.countries))
    place, place_note = addresses.compare(subject.addresses, entry.addresses)
    notes = (
        f"Date: {when.note}" if when.note else "",
        f"Country: {country_note}" if country_note else "",
        f"Identifier: {elsewhere or number_note}" if elsewhere or number_note else "",
        f"Address: {place_note}" if place_note else "",
    )
    said = tuple(note for note in notes if note)
    return Agreement(when.date, when.day, when.year, country, number, place, said, bool(elsewhere))


def _countries(subject: SubjectRecord, entry: EntryRecord) -> tuple[str, str]:
    ours, theirs = subject.all_countries, entry.countries
    common = ours & theirs
    if common:
        return "agrees", ", ".join(sorted(common))
    if inferred := theirs & frozenset(subject.inferred):  # which agrees, and contradicts nothing
        return "agrees", f"{', '.join(sorted(inferred))}, by where the goods go and with whom the trade is"
    if not ours or not theirs:
        return "absent", ""
    followed = [
        f"{new} is a successor of {old}"
        for old, new in (*product(sorted(ours), sorted(theirs)), *product(sorted(theirs), sorted(ours)))
        if new in successors(old)
    ]
    if followed:
        return "agrees", ", ".join(followed)
    # who lived in a country that is gone may live in any: only countries there are can contradict each other
    ours, theirs = _existing(ours), _existing(theirs)
    if not ours or not theirs:
        return "absent", ""
    return "contradicts", f"{', '.join(sorted(ours))} and {', '.join(sorted(theirs))}"


def _existing(codes: frozenset[str]) -> frozenset[str]:
    return frozenset(code for code in codes if not is_former(code))


def name_agreement(score: float, settings: Mapping[str, float]) -> str:
    """Whether two names agree, by the score of the two names alone."""
    if score >= settings["name_agrees"]:
        return "agrees"
    return "contradicts" if score < settings["name_contradicts"] else "absent"
