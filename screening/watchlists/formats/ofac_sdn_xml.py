"""OFAC's ``sdnList`` XML (``SDN.XML``, ``CONSOLIDATED.XML``), in both its namespaces."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from screening.watchlists import ofac, sniff, xml
from screening.watchlists.dates import iso_date
from screening.watchlists.draft import Draft, Entry
from screening.watchlists.formats import Format
from screening.watchlists.remarks import take_apart
from screening.watchlists.source import RawFile, Source


def claims(file: RawFile) -> bool:
    """The root element is ``sdnList``."""
    root = sniff.root(file)
    return root is not None and root.name == "sdnList"


def read(source: Source, draft: Draft) -> None:
    """Read one ``sdnEntry`` after another, then decide which of OFAC's two lists it was."""
    draft.publisher = ofac.PUBLISHER
    expected, locate = "", xml.Locator(source.main)
    for record in xml.records(source.main, "publshInformation", "sdnEntry"):
        if record.tag == "publshInformation":
            draft.published = iso_date(xml.text(record, "Publish_Date"), day_first=False)
            expected = xml.text(record, "Record_Count")
            continue
        with locate(record):
            _entry(record, draft)
    ofac.count_must_be(expected, len(draft.entries), source.main)
    draft.list_id = ofac.list_of(draft)
    for entry in draft.entries.values():
        ofac.finish(entry, draft.list_id)


def _name(element: Element) -> str:
    """``LAST, First`` for persons, as the CSV has it; the last name alone for all others."""
    return ", ".join(part for part in (xml.text(element, "lastName"), xml.text(element, "firstName")) if part)


def _entry(record: Element, draft: Draft) -> None:
    entry = draft.entry(xml.text(record, "uid"))
    entry.schema = ofac.schema_of(xml.text(record, "sdnType"), draft)
    entry.add_name(_name(record), "primary")
    entry.add("programmes", *xml.texts(record, "programList/program"))
    entry.add("positions", *xml.text(record, "title").split("; "))
    for aka in record.iterfind("akaList/aka"):
        weak = xml.text(aka, "category").lower() == "weak"
        entry.add_name(_name(aka), "weak_alias" if weak else "alias", xml.text(aka, "type"))
    for item in record.iterfind("idList/id"):
        _document(entry, draft, item)
    for address in record.iterfind("addressList/address"):
        _address(entry, draft, address)
    for item in record.iterfind("dateOfBirthList/dateOfBirthItem"):
        text = xml.text(item, "dateOfBirth")
        iso = iso_date(text, day_first=False)
        entry.add("birth_dates" if iso else "not_understood", iso or text)
    entry.add("birth_places", *xml.texts(record, "placeOfBirthList/placeOfBirthItem/placeOfBirth"))
    for path in ("nationalityList/nationality/country", "citizenshipList/citizenship/country"):
        entry.add("countries", *(draft.country(text) for text in xml.texts(record, path)))
    _vessel(entry, draft, record.find("vesselInfo"))
    if remarks := xml.text(record, "remarks"):
        take_apart(remarks, entry, draft)


def _document(entry: Entry, draft: Draft, item: Element) -> None:
    """One ``id``; OFAC also writes gender, orders and dates of establishment as if they were
    documents."""
    kind, number = xml.text(item, "idType"), xml.text(item, "idNumber")
    ofac.feature(
        entry,
        draft,
        kind,
        number,
        place=xml.text(item, "idCountry"),
        issued_on=_date(xml.text(item, "issueDate")),
        expires_on=_date(xml.text(item, "expirationDate")),
    )


def _date(text: str) -> str | None:
    return (iso_date(text, day_first=False) or text) if text else None


def _address(entry: Entry, draft: Draft, address: Element) -> None:
    country = xml.text(address, "country")
    street = ", ".join(text for n in "123" if (text := xml.text(address, f"address{n}")))
    entry.add_address(
        street=street,
        city=xml.text(address, "city"),
        region=xml.text(address, "stateOrProvince"),
        postal_code=xml.text(address, "postalCode"),
        country=draft.country(country) if country else None,
        country_name=country,
    )


def _vessel(entry: Entry, draft: Draft, info: Element | None) -> None:
    if info is None:
        return
    entry.call_sign = xml.text(info, "callSign") or None
    entry.vessel_type = xml.text(info, "vesselType") or None
    entry.vessel_flag = xml.text(info, "vesselFlag") or None
    entry.vessel_owner = xml.text(info, "vesselOwner") or None
    measures = ((xml.text(info, "tonnage"), "DWT"), (xml.text(info, "grossRegisteredTonnage"), "GRT"))
    entry.tonnage = "; ".join(f"{text} {what}" for text, what in measures if text) or None
    if entry.vessel_flag:
        entry.add("countries", draft.country(entry.vessel_flag))


FORMAT = Format(
    id="ofac_sdn_xml",
    title="OFAC sdnList XML (SDN.XML, CONSOLIDATED.XML)",
    evidence="official sample",
    claims=claims,
    read=read,
)
