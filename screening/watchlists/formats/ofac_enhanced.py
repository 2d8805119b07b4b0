"""OFAC's ENHANCED XML (``SDN_ENHANCED.XML``, ``CONS_ENHANCED.ZIP``): the only one with scripts and
listing dates."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from screening.watchlists import ofac, sniff, xml
from screening.watchlists.dates import iso_date, whole_date
from screening.watchlists.draft import Draft, Entry
from screening.watchlists.formats import Format
from screening.watchlists.remarks import take_apart
from screening.watchlists.source import RawFile, Source

_UMBRELLA = "Consolidated List"
"""Every non-SDN entry stands on it from the day it was set up; the date on its own list is the one that
tells."""
_PARTS = {"CITY": "city", "STATE/PROVINCE": "region", "POSTAL CODE": "postal_code"}


def claims(file: RawFile) -> bool:
    """The root element is ``sanctionsData``."""
    root = sniff.root(file)
    return root is not None and root.name == "sanctionsData"


def read(source: Source, draft: Draft) -> None:
    """Read one ``entity`` after another."""
    draft.publisher = ofac.PUBLISHER
    draft.list_id = ofac.SDN
    locate = xml.Locator(source.main)
    for record in xml.records(source.main, "publicationInfo", "entity"):
        if record.tag == "publicationInfo":
            draft.published = iso_date(xml.text(record, "dataAsOf")[:10])
            lists = xml.texts(record, "filters/sanctionsLists/sanctionsList")
            draft.list_id = ofac.CONS if lists and "SDN List" not in lists else ofac.SDN
        else:
            with locate(record):
                _entry(record, draft)


def _entry(record: Element, draft: Draft) -> None:
    entry = draft.entry(xml.attribute(record, "id"))
    entry.schema = ofac.schema_of(xml.text(record, "generalInfo/entityType"), draft)
    entry.add("positions", *xml.text(record, "generalInfo/title").split("; "))
    _listing(entry, record)
    for name in record.iterfind("names/name"):
        _name(entry, name)
    for address in record.iterfind("addresses/address"):
        _address(entry, draft, address)
    for feature in record.iterfind("features/feature"):
        place = xml.text(feature, "locationCountry") or xml.text(feature, "country")
        ofac.feature(entry, draft, xml.text(feature, "type"), xml.text(feature, "value"), place=place)
    for document in record.iterfind("identityDocuments/identityDocument"):
        _document(entry, draft, document)
    for relationship in record.iterfind("relationships/relationship"):
        other = relationship.find("relatedEntity")
        other_id = xml.attribute(other, "entityId") or None
        entry.add_link(xml.text(relationship, "type"), xml.text(relationship, "relatedEntity"), other_id)
    if remarks := xml.text(record, "generalInfo/remarks"):
        take_apart(remarks, entry, draft)
    types = xml.texts(record, "sanctionsTypes/sanctionsType")
    ofac.finish(entry, draft.list_id, [*types, *xml.texts(record, "sanctionsLists/sanctionsList")])


def _listing(entry: Entry, record: Element) -> None:
    entry.add("programmes", *xml.texts(record, "sanctionsPrograms/sanctionsProgram"))
    entry.add("legal_basis", *xml.texts(record, "legalAuthorities/legalAuthority"))
    lists = {
        xml.attribute(item, "datePublished"): (item.text or "").strip()
        for item in record.iterfind("sanctionsLists/sanctionsList")
    }
    own = [date for date, name in lists.items() if name != _UMBRELLA] or list(lists)
    days = [day for text in own if (day := whole_date(text))]
    entry.listed_on = min(days) if days else None


def _name(entry: Entry, name: Element) -> None:
    primary = xml.text(name, "isPrimary") == "true"
    kind = "weak_alias" if xml.text(name, "isLowQuality") == "true" else "alias"
    label = xml.text(name, "aliasType").lower()
    for translation in name.iterfind("translations/translation"):
        first = xml.text(translation, "isPrimary") == "true"
        entry.add_name(
            xml.text(translation, "formattedFullName"),
            "primary" if primary and first else kind,
            label or (None if first else "translation"),
            script=xml.text(translation, "script"),
        )


def _address(entry: Entry, draft: Draft, address: Element) -> None:
    country = xml.text(address, "country")
    for translation in address.iterfind("translations/translation"):
        parts: dict[str, str] = {}
        street: list[str] = []
        for part in translation.iterfind("addressParts/addressPart"):
            kind, value = xml.text(part, "type"), xml.text(part, "value")
            if kind.startswith("ADDRESS"):
                street.append(value)
            else:
                column = _PARTS.get(kind, "region")
                parts[column] = ", ".join(filter(None, (parts.get(column), value)))
        code = draft.country(country) if country else None
        entry.add_address(street=", ".join(street), country=code, country_name=country, **parts)


def _document(entry: Entry, draft: Draft, document: Element) -> None:
    valid = xml.text(document, "isValid") != "false"
    ofac.feature(
        entry,
        draft,
        xml.text(document, "type"),
        xml.text(document, "documentNumber"),
        place=xml.text(document, "issuingCountry") or xml.text(document, "issuingLocation"),
        issued_on=_date(xml.text(document, "issueDate")),
        expires_on=_date(xml.text(document, "expirationDate")),
        remarks=xml.text(document, "issuingAuthority") or (None if valid else "not valid"),
    )


def _date(text: str) -> str | None:
    return iso_date(text) or text or None


FORMAT = Format(
    id="ofac_enhanced",
    title="OFAC ENHANCED XML (SDN_ENHANCED, CONS_ENHANCED)",
    evidence="official sample",
    claims=claims,
    read=read,
)
