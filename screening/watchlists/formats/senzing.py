"""OpenSanctions' Senzing JSON lines (``senzing.json``): one record a line, features in lists of small
objects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from screening.watchlists import opensanctions, sniff
from screening.watchlists.dates import iso_date
from screening.watchlists.draft import Draft, Entry
from screening.watchlists.formats import Format
from screening.watchlists.jsons import objects, strings
from screening.watchlists.source import RawFile, Source

_TYPES = {
    "PERSON": "Person",
    "ORGANIZATION": "Organization",
    "COMPANY": "Company",
    "VESSEL": "Vessel",
    "AIRCRAFT": "Airplane",
}
_COUNTRIES = ("NATIONALITY", "CITIZENSHIP", "REGISTRATION_COUNTRY", "COUNTRY_OF_ASSOCIATION")
_PLAIN = {"DATA_SOURCE", "RECORD_ID", "RECORD_TYPE", "LAST_CHANGE", "DATASETS", "SOURCE"}
_CONTACTS = {"PHONE_NUMBER": "phone", "EMAIL_ADDRESS": "email", "WEBSITE_ADDRESS": "website"}
_NUMBER = "_NUMBER"


def claims(file: RawFile) -> bool:
    """The first line is an object with a data source and a record id."""
    first = sniff.json_line(file)
    return first is not None and "RECORD_ID" in first and "DATA_SOURCE" in first


def read(source: Source, draft: Draft) -> None:
    """Read one record after another."""
    opensanctions.begin(source, draft)
    for line, item in objects(source.main):
        entry = draft.entry(str(item.get("RECORD_ID") or ""), row=line)
        features = list(_features(item))
        kinds = [str(feature["RECORD_TYPE"]) for feature in features if "RECORD_TYPE" in feature]
        kind = kinds[0] if kinds else ""
        entry.schema = _TYPES.get(kind.upper(), "LegalEntity")
        if entry.schema == "LegalEntity" and kind:
            draft.note("types of party not known", kind)
        for feature in features:
            _feature(entry, draft, feature)
        entry.add("programmes", *strings(item.get("DATASETS")), *strings(item.get("DATA_SOURCE")))


def _features(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The small objects in all its lists, and its own plain fields as one more."""
    yield {key: value for key, value in item.items() if not isinstance(value, list)}
    for value in item.values():
        if isinstance(value, list):
            yield from (one for one in value if isinstance(one, dict))


def _feature(entry: Entry, draft: Draft, feature: dict[str, Any]) -> None:
    text = {key: " ".join(strings(value)) for key, value in feature.items()}
    name = text.get("NAME_FULL") or text.get("NAME_ORG")
    if not name and text.get("NAME_LAST"):
        name = " ".join(filter(None, (text.get(f"NAME_{part}") for part in ("FIRST", "MIDDLE", "LAST"))))
    if name:
        entry.add_name(name, "primary" if text.get("NAME_TYPE") == "PRIMARY" else "alias", text.get("NAME_TYPE"))
    if place := text.get("ADDR_FULL"):
        country = text.get("ADDR_COUNTRY", "")
        entry.add_address(whole=place, country=draft.country(country.upper()) if country else None)
    if date := text.get("DATE_OF_BIRTH"):
        entry.add("birth_dates", iso_date(date))
    if date := text.get("REGISTRATION_DATE"):
        entry.incorporated_on = iso_date(date)
    entry.add("birth_places", text.get("PLACE_OF_BIRTH"))
    if sex := text.get("GENDER", "").lower()[:1]:
        entry.gender = {"m": "male", "f": "female"}.get(sex)
    opensanctions.add_countries(entry, draft, (text[key] for key in _COUNTRIES if text.get(key)))
    entry.add("legal_basis", text.get("TOPIC") or text.get("RISK"))
    entry.url = entry.url or text.get("URL") or None
    if other := text.get("REL_POINTER_KEY"):
        entry.add_link(text.get("REL_POINTER_ROLE") or "related", other, other)
    _numbers(entry, draft, text)


def _numbers(entry: Entry, draft: Draft, text: dict[str, str]) -> None:
    for key, number in text.items():
        if key in _CONTACTS:
            entry.add_identifier(_CONTACTS[key], number)
        elif key.endswith(_NUMBER) and key not in _PLAIN and number:
            stem = key.removesuffix(_NUMBER)
            country = text.get(f"{stem}_COUNTRY", "")
            kind = text.get(f"{stem}_TYPE") or stem
            entry.add_identifier(kind, number, draft.country(country.upper()) if country else None)


FORMAT = Format(
    id="senzing",
    title="OpenSanctions Senzing JSON lines (senzing.json)",
    evidence="schema only",
    claims=claims,
    read=read,
)
