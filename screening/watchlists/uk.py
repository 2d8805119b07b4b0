"""What the XML and the CSV of the UK Sanctions List have in common.

A name of strength "Low quality a.k.a" is weak; a "Primary Name Variation" is a strong alias. An entity
is an ``Organization``: the type of entity is free text.
"""

from __future__ import annotations

import re

from screening.watchlists.dates import iso_date
from screening.watchlists.draft import Draft, Entry, squeeze
from screening.watchlists.measures import measures_of

PUBLISHER = "UK Foreign, Commonwealth & Development Office"
LIST = "uk_sanctions_list"
_SCHEMAS = {"individual": "Person", "entity": "Organization", "ship": "Vessel"}
_NUMBERED = re.compile(r"\s*\(\d+\)\s*")
IMO = re.compile(r"\bIMO(?:\s*(?:number|no\.?|:))*\s*:?\s*(\d{7})\b", re.IGNORECASE)


def schema_of(kind: str, draft: Draft) -> str:
    """The schema for the UK's type of designation."""
    found = _SCHEMAS.get(kind.strip().lower())
    if found is None:
        draft.note("types of party not known", kind)
    return found or "LegalEntity"


def add_name(entry: Entry, given: list[str], last: str, kind: str, strength: str) -> None:
    """Add one name, given names before the last name, once."""
    name = squeeze(" ".join(part for part in (*given, last) if part and part.strip()))
    label = " ".join(part for part in (squeeze(kind), squeeze(strength)) if part)
    folded = squeeze(kind).lower()
    weak = strength.strip().lower().startswith("low")
    name_type = "weak_alias" if weak else "primary" if folded == "primary name" else "alias"
    add_once(entry, name, name_type, label)


def add_once(entry: Entry, name: str, name_type: str, label: str = "", **more: str) -> None:
    """Add a name unless it is there with this type: rows repeat names for each address."""
    if not any(known[0] == name and known[1] == name_type for known in entry.names):
        entry.add_name(name, name_type, label, **more)


def add_birth(entry: Entry, draft: Draft, text: str) -> None:
    """Add a date of birth, day first, ``dd/mm/1945`` being a year."""
    if squeeze(text):
        iso = iso_date(text)
        entry.add("birth_dates" if iso else "not_understood", iso or f"date of birth {text}")


def add_vessel(entry: Entry, draft: Draft, **facts: str) -> None:
    """Add the particulars of a ship: ``imo, owner, flag, kind, tonnage, built, hull``."""
    entry.add_identifier("IMO number", re.sub(r"^IMO\s*", "", squeeze(facts.get("imo")), flags=re.IGNORECASE))
    entry.add_identifier("Hull identification number (HIN)", facts.get("hull"))
    entry.vessel_owner = entry.vessel_owner or squeeze(facts.get("owner")) or None
    entry.vessel_type = entry.vessel_type or squeeze(facts.get("kind")) or None
    entry.tonnage = entry.tonnage or squeeze(facts.get("tonnage")) or None
    entry.built_on = entry.built_on or iso_date(facts.get("built") or "")
    if flag := squeeze(facts.get("flag")):
        entry.vessel_flag = flag
        entry.add("countries", draft.country(flag))


def finish(entry: Entry, sanctions: str) -> None:
    """Set remarks' IMO number and the measures; ``sanctions`` is the publisher's own text."""
    if entry.schema == "Vessel" and not any(row[0] == "IMO number" for row in entry.identifiers):
        for number in IMO.findall(entry.remarks or ""):
            entry.add_identifier("IMO number", number)
    said = [part.strip() for part in sanctions.split("|") if part.strip()]
    entry.measures = measures_of(LIST, entry.programmes, said, entry.schema)
    for part in said:
        entry.add("legal_basis", part)


def numbered_parts(text: str | None) -> list[str]:
    """The parts of a cell like ``(1) Libya (2) Tunisia``."""
    return [part for piece in _NUMBERED.split(text or "") if (part := squeeze(piece))]
