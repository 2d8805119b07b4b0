"""Canada's Consolidated Autonomous Sanctions List (SEMA, JVCFOA) XML; no ids: country, schedule and item
are unique."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from screening.watchlists import sniff, xml
from screening.watchlists.alternatives import alternatives, primary_and_others
from screening.watchlists.dates import iso_date, whole_date
from screening.watchlists.derived import key
from screening.watchlists.draft import Draft
from screening.watchlists.formats import Format
from screening.watchlists.measures import measures_of
from screening.watchlists.source import RawFile, Source


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


def _entry(record: Element, draft: Draft) -> None:
    regime = xml.text(record, "Country").split(" / ")[0].strip()
    schedule = xml.text(record, "Schedule")
    given, last = xml.text(record, "GivenName"), xml.text(record, "LastName")
    entry = draft.derived(key(regime, schedule, xml.text(record, "Item")))
    imo, title = xml.text(record, "ShipIMONumber"), xml.text(record, "TitleOrShip")
    entry.schema = "Vessel" if imo else "Person" if given or last else "Organization"
    name, others = primary_and_others(xml.text(record, "EntityOrShip") or f"{given} {last}")
    entry.add_name(name, "primary")
    for other in others:
        entry.add_name(other, "alias")
    for alias, language in alternatives(xml.text(record, "Aliases"), person=entry.schema == "Person"):
        one_word = " " not in alias and alias.upper() != alias.lower()  # of a script that has spaces
        entry.add_name(alias, "weak_alias" if one_word and entry.schema == "Person" else "alias", language or None)
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
