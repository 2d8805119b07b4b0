"""Canada's Consolidated Autonomous Sanctions List (SEMA, JVCFOA) XML; no ids: country, schedule and item
are unique."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from screening.watchlists import sniff, xml
from screening.watchlists.dates import iso_date, whole_date
from screening.watchlists.derived import key
from screening.watchlists.draft import Draft
from screening.watchlists.formats import Format
from screening.watchlists.measures import measures_of
from screening.watchlists.source import RawFile, Source

_PARTED = re.compile(r"\s*;\s*|,\s+|\s+/\s+")
_LANGUAGE = re.compile(r"^([A-Z][a-z]+):\s+")
_SHORT = 6
"""What follows a comma and is no longer than this is a legal form ("Евро-Полис, ООО"), not another
name."""


def claims(file: RawFile) -> bool:
    """The root element is ``data-set`` and its records have schedules and items."""
    root = sniff.root(file)
    return root is not None and root.name == "data-set" and b"<Item>" in file.head


def read(source: Source, draft: Draft) -> None:
    """Read one record after another."""
    draft.publisher = "Global Affairs Canada"
    draft.list_id = "ca_sema"
    locate = xml.Locator(source.main)
    for record in xml.records(source.main, "record"):
        with locate(record):
            _entry(record, draft)


def _aliases(text: str) -> list[tuple[str, str]]:
    """Names and the language before each, if any: ``Russian: Гомсельмаш, Gomselmash`` is two."""
    found: list[tuple[str, str]] = []
    for piece in _PARTED.split(text):
        if found and len(piece) <= _SHORT and " " not in piece:
            found[-1] = (f"{found[-1][0]}, {piece}", found[-1][1])
        elif piece:
            language = _LANGUAGE.match(piece)
            found.append((_LANGUAGE.sub("", piece), language[1] if language else ""))
    return found


def _entry(record: Element, draft: Draft) -> None:
    regime = xml.text(record, "Country").split(" / ")[0].strip()
    schedule = xml.text(record, "Schedule")
    given, last = xml.text(record, "GivenName"), xml.text(record, "LastName")
    entry = draft.derived(key(regime, schedule, xml.text(record, "Item")))
    imo, title = xml.text(record, "ShipIMONumber"), xml.text(record, "TitleOrShip")
    entry.schema = "Vessel" if imo else "Person" if given or last else "Organization"
    entry.add_name(xml.text(record, "EntityOrShip") or f"{given} {last}", "primary")
    for alias, language in _aliases(xml.text(record, "Aliases")):
        entry.add_name(alias, "alias", language or None)
    entry.add("programmes", regime)
    entry.add("legal_basis", f"Schedule {schedule}" if schedule else None)
    entry.listed_on = whole_date(xml.text(record, "DateOfListing")[:10])
    if date := xml.text(record, "DateOfBirthOrShipBuildDate"):
        iso = iso_date(date[:10] if "T" in date else date)
        if iso is None:
            entry.add("not_understood", f"date of birth or build {date}")
        elif entry.schema == "Person":
            entry.add("birth_dates", iso)
        else:
            entry.built_on = iso
    if imo:
        entry.add_identifier("IMO number", imo)
        entry.vessel_type = title or None
    else:
        entry.add("positions", title)
    entry.measures = measures_of("ca_sema", entry.programmes, entry.legal_basis, entry.schema)


FORMAT = Format(
    id="sema",
    title="Canada SEMA XML",
    evidence="official sample",
    claims=claims,
    read=read,
)
