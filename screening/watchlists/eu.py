"""What the XML and the CSV of the EU's list have in common; facts come in as dictionaries of the XML's
attributes.

A name is weak where ``strong`` is false or its remark says "low quality". An enterprise of the EU's is
an ``Organization``: the list does not say whether it is a company.
"""

from __future__ import annotations

from collections.abc import Mapping

from screening.watchlists.dates import iso_date
from screening.watchlists.draft import Draft, Entry
from screening.watchlists.measures import measures_of

PUBLISHER = "European Commission, DG FISMA"
LIST = "eu_fsf"
_SCHEMAS = {"P": "Person", "E": "Organization"}
_UNKNOWN = ("", "00")
"""The EU writes ``00`` for a country that is not known."""


def schema_of(kind: str, draft: Draft) -> str:
    """The schema for a classification code."""
    if kind not in _SCHEMAS:
        draft.note("types of party not known", kind)
    return _SCHEMAS.get(kind, "LegalEntity")


def add_name(entry: Entry, item: Mapping[str, str]) -> None:
    """Add one ``nameAlias``; the first strong one is the primary name. Gender and function come with
    names."""
    whole = item.get("wholeName", "").strip()
    parts = (item.get(part, "").strip() for part in ("firstName", "middleName", "lastName"))
    name = whole or " ".join(part for part in parts if part)
    remark = item.get("remark", "")
    weak = item.get("strong", "true").lower() == "false" or "low quality" in remark.lower()
    primary = not weak and not any(known[1] == "primary" for known in entry.names)
    kind = "weak_alias" if weak else "primary" if primary else "alias"
    label = "low quality alias" if weak else None
    entry.add_name(name, kind, label, language=item.get("nameLanguage", "").lower())
    entry.add("positions", item.get("function"))
    if (sex := item.get("gender", "").upper()[:1]) in ("M", "F"):
        entry.gender = "male" if sex == "M" else "female"


def country(item: Mapping[str, str], draft: Draft) -> str | None:
    """The country of an item, by its code, else by its description."""
    code = item.get("countryIso2Code", "").strip().upper()
    if code not in _UNKNOWN:
        return code
    text = item.get("countryDescription", "").strip()
    return draft.country(text) if text and text.upper() not in ("UNKNOWN", "00") else None


def add_birth(entry: Entry, item: Mapping[str, str]) -> None:
    """Add a date of birth (of a person) or of founding, and the place beside it."""
    if iso := _birth_date(item):
        if entry.schema == "Person":
            entry.add("birth_dates", iso)
        else:
            entry.incorporated_on = entry.incorporated_on or iso
    nation = item.get("countryDescription", "").strip()
    parts = [item.get(part, "").strip() for part in ("place", "city", "region")]
    parts.append("" if nation.upper() == "UNKNOWN" else nation)
    entry.add("birth_places", ", ".join(part for part in parts if part))


def _birth_date(item: Mapping[str, str]) -> str | None:
    if item.get("calendarType", "GREGORIAN").upper() not in ("GREGORIAN", ""):
        return None  # the Gregorian date stands beside it in a birthdate of its own
    first, last = item.get("yearRangeFrom", "").strip(), item.get("yearRangeTo", "").strip()
    if first and last and first != last:
        return f"{first}/{last}"
    iso = iso_date(item.get("birthdate", "").strip())
    year, month = item.get("year", "").strip(), item.get("monthOfYear", "").strip()
    if iso is None and year:
        iso = iso_date(f"{year}-{month}" if month and month != "0" else year)
    if iso and item.get("circa", "").lower() == "true":
        return f"circa {iso}"
    return iso


def add_address(entry: Entry, draft: Draft, item: Mapping[str, str]) -> None:
    """Add one address; a country alone, or none that is known, is kept as what it is."""
    nation = item.get("countryDescription", "").strip()
    box = item.get("poBox", "").strip()
    street = ", ".join(filter(None, (item.get("street"), f"PO Box {box}" if box else "", item.get("place"))))
    entry.add_address(
        street=street,
        city=item.get("city"),
        region=item.get("region"),
        postal_code=item.get("zipCode"),
        country=country(item, draft),
        country_name="" if nation.upper() == "UNKNOWN" else nation,
    )


def add_identification(entry: Entry, draft: Draft, item: Mapping[str, str]) -> None:
    """Add one document or register number, with what is known against it."""
    flags = ("knownExpired", "knownFalse", "reportedLost", "revokedByIssuer")
    remarks = [flag for flag in flags if item.get(flag, "").lower() == "true"]
    entry.add_identifier(
        item.get("identificationTypeDescription") or item.get("identificationTypeCode") or "identification",
        item.get("number") or item.get("latinNumber"),
        country(item, draft),
        issuer=item.get("issuedBy"),
        issued_on=item.get("issueDate"),
        expires_on=item.get("validTo"),
        remarks=", ".join(remarks),
    )


def finish(entry: Entry) -> None:
    """Set the measures once everything is known."""
    entry.measures = measures_of(LIST, entry.programmes, [entry.remarks or ""], entry.schema)
