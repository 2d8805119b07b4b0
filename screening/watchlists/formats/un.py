"""UN Security Council Consolidated List XML."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from screening.watchlists import sniff, xml
from screening.watchlists.dates import iso_date, whole_date
from screening.watchlists.draft import Draft, Entry
from screening.watchlists.formats import Format
from screening.watchlists.measures import measures_of
from screening.watchlists.source import RawFile, Source

SCHEMAS = {"INDIVIDUAL": "Person", "ENTITY": "Organization"}
_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")


def claims(file: RawFile) -> bool:
    """The root element is ``CONSOLIDATED_LIST``."""
    root = sniff.root(file)
    return root is not None and root.name == "CONSOLIDATED_LIST"


def read(source: Source, draft: Draft) -> None:
    """Read persons and entities; the id is the permanent reference number."""
    draft.publisher = "United Nations Security Council"
    draft.list_id = "un_sc"
    root = sniff.root(source.main)
    draft.published = dict(root.attributes if root else ()).get("dateGenerated", "")[:10] or None
    locate = xml.Locator(source.main)
    for record in xml.records(source.main, *SCHEMAS):
        with locate(record):
            _entry(record, draft)


def _entry(record: Element, draft: Draft) -> None:
    kind = record.tag
    entry = draft.entry(xml.text(record, "REFERENCE_NUMBER"), schema=SCHEMAS[kind])
    entry.add_name(" ".join(part for tag in _NAMES if (part := xml.text(record, tag))), "primary")
    entry.add_name(xml.text(record, "NAME_ORIGINAL_SCRIPT"), "alias", "original script")
    for alias in record.iterfind(f"{kind}_ALIAS"):
        quality = xml.text(alias, "QUALITY")
        weak = quality.lower() == "low"
        entry.add_name(xml.text(alias, "ALIAS_NAME"), "weak_alias" if weak else "alias", quality or None)
        if date := xml.text(alias, "DATE_OF_BIRTH"):
            _birth_date(entry, date)
    programme = xml.text(record, "UN_LIST_TYPE")
    entry.add("programmes", programme)
    entry.listed_on = whole_date(xml.text(record, "LISTED_ON")[:10])
    entry.gender = {"male": "male", "female": "female"}.get(xml.text(record, "GENDER").lower())
    entry.add("positions", *xml.texts(record, "DESIGNATION/VALUE"))
    for nationality in xml.texts(record, "NATIONALITY/VALUE"):
        entry.add("countries", *draft.countries(nationality))
    for item in record.iterfind("INDIVIDUAL_DATE_OF_BIRTH"):
        _birth(entry, item)
    for place in record.iterfind("INDIVIDUAL_PLACE_OF_BIRTH"):
        entry.add("birth_places", _joined(place, "STREET", "CITY", "STATE_PROVINCE", "COUNTRY"))
    for address in record.iterfind(f"{kind}_ADDRESS"):
        _address(entry, draft, address)
    for document in record.iterfind("INDIVIDUAL_DOCUMENT"):
        _document(entry, draft, document)
    entry.remarks = xml.text(record, "COMMENTS1") or None
    entry.measures = measures_of("un_sc", entry.programmes, [entry.remarks or ""], entry.schema)


def _joined(element: Element, *tags: str) -> str:
    return ", ".join(part for tag in tags if (part := xml.text(element, tag)))


def _birth_date(entry: Entry, text: str, *, circa: bool = False) -> None:
    iso = iso_date(text[:10] if text[:4].isdigit() and "T" in text else text)
    if iso is None:
        entry.add("not_understood", f"date of birth {text}")
    else:
        entry.add("birth_dates", f"circa {iso}" if circa and not iso.startswith("circa") else iso)


def _birth(entry: Entry, item: Element) -> None:
    kind = xml.text(item, "TYPE_OF_DATE").upper()
    if kind == "BETWEEN":
        first, last = xml.text(item, "FROM_YEAR"), xml.text(item, "TO_YEAR")
        if first and last:
            entry.add("birth_dates", f"{first}/{last}")
    elif date := xml.text(item, "DATE") or xml.text(item, "YEAR"):
        _birth_date(entry, date, circa=kind == "APPROXIMATELY")
    elif note := xml.text(item, "NOTE"):
        entry.add("not_understood", f"date of birth {note}")


def _address(entry: Entry, draft: Draft, address: Element) -> None:
    country = xml.text(address, "COUNTRY")
    entry.add_address(
        street=xml.text(address, "STREET"),
        city=xml.text(address, "CITY"),
        region=xml.text(address, "STATE_PROVINCE"),
        postal_code=xml.text(address, "ZIP_CODE"),
        country=draft.country(country) if country else None,
        country_name=country,
    )


def _document(entry: Entry, draft: Draft, document: Element) -> None:
    country = xml.text(document, "ISSUING_COUNTRY") or xml.text(document, "COUNTRY_OF_ISSUE")
    issued = xml.text(document, "DATE_OF_ISSUE")
    entry.add_identifier(
        xml.text(document, "TYPE_OF_DOCUMENT2") or xml.text(document, "TYPE_OF_DOCUMENT") or "document",
        xml.text(document, "NUMBER"),
        draft.country(country) if country else None,
        issuer=xml.text(document, "CITY_OF_ISSUE"),
        issued_on=(iso_date(issued) or issued) if issued else None,
        remarks=xml.text(document, "NOTE"),
    )


FORMAT = Format(
    id="un",
    title="UN Security Council Consolidated List XML",
    evidence="official sample",
    claims=claims,
    read=read,
)
