"""UK Sanctions List XML (``UK-Sanctions-List.xml``)."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from screening.watchlists import sniff, uk, xml
from screening.watchlists.dates import iso_date, whole_date
from screening.watchlists.draft import Draft, Entry, squeeze
from screening.watchlists.formats import Format
from screening.watchlists.source import RawFile, Source


def claims(file: RawFile) -> bool:
    """The root element is ``Designations``."""
    root = sniff.root(file)
    return root is not None and root.name == "Designations"


def read(source: Source, draft: Draft) -> None:
    """Read one designation after another; the id is the Unique ID."""
    draft.publisher, draft.list_id = uk.PUBLISHER, uk.LIST
    if b"RECONSTRUCTED" in source.main.head[:1000]:
        draft.evidence = "rebuilt"
    locate = xml.Locator(source.main)
    for record in xml.records(source.main, "DateGenerated", "Designation"):
        if record.tag == "DateGenerated":
            draft.published = iso_date(squeeze(record.text))
        else:
            with locate(record):
                _entry(record, draft)


def _entry(record: Element, draft: Draft) -> None:
    kind = xml.text(record, "IndividualEntityShip")
    entry = draft.entry(xml.text(record, "UniqueID"), schema=uk.schema_of(kind, draft))
    for name in record.iterfind("Names/Name"):
        given = [xml.text(name, f"Name{number}") for number in range(1, 6)]
        strength = xml.text(name, "AliasStrength")
        uk.add_name(entry, given, xml.text(name, "Name6"), xml.text(name, "NameType"), strength)
    for name in record.iterfind("NonLatinNames/NonLatinName"):
        script = xml.text(name, "NonLatinScriptType")
        language = xml.text(name, "NonLatinScriptLanguage")
        text = xml.text(name, "NameNonLatinScript")
        uk.add_once(entry, text, "alias", "non-Latin script", script=script, language=language)
    entry.add("programmes", xml.text(record, "RegimeName"))
    entry.listed_on = whole_date(xml.text(record, "DateDesignated"))
    entry.add_identifier("OFSI Group ID", xml.text(record, "OFSIGroupID"))
    entry.add_identifier("UN reference number", xml.text(record, "UNReferenceNumber"))
    for address in record.iterfind("Addresses/Address"):
        _address(entry, draft, address)
    for tag, label in (
        ("PhoneNumber", "Phone number"),
        ("EmailAddress", "Email address"),
        ("Website", "Website"),
    ):
        for item in record.iter(tag):
            entry.add_identifier(label, item.text)
    for details in record.iterfind("IndividualDetails/Individual"):
        _individual(entry, draft, details)
    for details in record.iterfind("EntityDetails"):
        _company(entry, details)
    for details in record.iterfind("ShipDetails"):
        _ship(entry, draft, details)
    remarks = (xml.text(record, tag) for tag in ("OtherInformation", "UKStatementofReasons"))
    entry.remarks = "; ".join(filter(None, remarks)) or None
    uk.finish(entry, xml.text(record, "SanctionsImposed"))


def _address(entry: Entry, draft: Draft, address: Element) -> None:
    lines = [xml.text(address, f"AddressLine{number}") for number in range(1, 6)]
    country = xml.text(address, "AddressCountry")
    entry.add_address(
        street=", ".join(filter(None, lines)),
        city=xml.text(address, "AddressLine6"),
        postal_code=xml.text(address, "AddressPostalCode"),
        country=draft.country(country) if country else None,
        country_name=country,
    )


def _individual(entry: Entry, draft: Draft, details: Element) -> None:
    for text in xml.texts(details, "DOBs/DOB"):
        uk.add_birth(entry, draft, text)
    for text in xml.texts(details, "Nationalities/Nationality"):
        entry.add("countries", *draft.countries(text))
    entry.add("positions", *xml.texts(details, "Positions/Position"))
    for kind, label in (
        ("Passport", "Passport number"),
        ("NationalIdentifier", "National identifier number"),
    ):
        for item in details.iter(kind):
            number = xml.text(item, f"{kind}Number")
            entry.add_identifier(label, number, remarks=xml.text(item, f"{kind}AdditionalInformation"))
    for item in details.iterfind("BirthDetails/Location"):
        place = (xml.text(item, "TownOfBirth"), xml.text(item, "CountryOfBirth"))
        entry.add("birth_places", ", ".join(filter(None, place)))
    for text in xml.texts(details, "Genders/Gender"):
        entry.gender = text.lower() if text.lower() in ("male", "female") else entry.gender


def _company(entry: Entry, details: Element) -> None:
    for item in details.iter("BusinessRegistrationNumber"):
        entry.add_identifier("Business registration number", item.text)
    for tag, label in (("ParentCompany", "Parent company"), ("Subsidiary", "Subsidiary")):
        for item in details.iter(tag):
            entry.add_link(label, item.text)


def _ship(entry: Entry, draft: Draft, details: Element) -> None:
    def first(*tags: str) -> str:
        return next((text for tag in tags for item in details.iter(tag) if (text := squeeze(item.text))), "")

    uk.add_vessel(
        entry,
        draft,
        imo=first("IMONumber"),
        owner=first("CurrentOwnerOperator"),
        flag=first("CurrentBelievedFlagOfShip"),
        kind=first("TypeOfShip"),
        tonnage=first("TonnageOfShip"),
        built=first("YearBuilt"),
        hull=first("HullIdentificationNumber"),
    )


FORMAT = Format(
    id="uk_xml",
    title="UK Sanctions List XML",
    evidence="official sample",
    claims=claims,
    read=read,
)
