"""EU consolidated list of persons under financial sanctions (FSF 1.1) XML."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from screening.watchlists import eu, sniff, xml
from screening.watchlists.dates import whole_date
from screening.watchlists.draft import Draft, Entry, squeeze
from screening.watchlists.formats import Format
from screening.watchlists.source import RawFile, Source


def claims(file: RawFile) -> bool:
    """The root element is ``export`` in the namespace of the Financial Sanctions Database."""
    root = sniff.root(file)
    return root is not None and root.name == "export" and "/fpi/fsd/export" in root.namespace


def read(source: Source, draft: Draft) -> None:
    """Read one ``sanctionEntity`` after another; the id is the logicalId."""
    draft.publisher, draft.list_id = eu.PUBLISHER, eu.LIST
    root = sniff.root(source.main)
    draft.published = dict(root.attributes if root else ()).get("generationDate", "")[:10] or None
    if b"RECONSTRUCTED" in source.main.head[:1000]:
        draft.evidence = "rebuilt"
    locate = xml.Locator(source.main)
    for record in xml.records(source.main, "sanctionEntity"):
        with locate(record):
            _entry(record, draft)


def _entry(record: Element, draft: Draft) -> None:
    subject = record.find("subjectType")
    kind = xml.attribute(subject, "classificationCode") or xml.attribute(subject, "code")[:1].upper()
    entry = draft.entry(xml.attribute(record, "logicalId"), schema=eu.schema_of(kind, draft))
    for name in record.iterfind("nameAlias"):
        remarks = [squeeze(remark.text) for remark in name.iterfind("remark")]
        eu.add_name(entry, {**name.attrib, "remark": "; ".join(remarks)})
    for regulation in record.iterfind("regulation"):
        entry.add("programmes", xml.attribute(regulation, "programme"))
        entry.add("legal_basis", xml.attribute(regulation, "numberTitle"))
        entry.url = entry.url or xml.text(regulation, "publicationUrl") or None
    entry.listed_on = whole_date(xml.attribute(record, "designationDate"))
    entry.ended_on = whole_date(xml.attribute(record, "delistingDate"))
    for citizenship in record.iterfind("citizenship"):
        entry.add("countries", eu.country(citizenship.attrib, draft))
    for birth in record.iterfind("birthdate"):
        eu.add_birth(entry, birth.attrib)
    for address in record.iterfind("address"):
        eu.add_address(entry, draft, address.attrib)
        _contacts(entry, address)
    for item in record.iterfind("identification"):
        eu.add_identification(entry, draft, item.attrib)
    _references(entry, record)
    eu.finish(entry)


def _contacts(entry: Entry, address: Element) -> None:
    for contact in address.iterfind("contactInfo"):
        entry.add_identifier(xml.attribute(contact, "key"), xml.attribute(contact, "value"))


def _references(entry: Entry, record: Element) -> None:
    entry.add_identifier("EU reference number", xml.attribute(record, "euReferenceNumber"))
    entry.add_identifier("UN reference number", xml.attribute(record, "unitedNationId"))
    remarks = [*xml.texts(record, "remark"), xml.attribute(record, "designationDetails")]
    remarks += xml.texts(record, "nameAlias/remark")
    entry.remarks = "; ".join(dict.fromkeys(filter(None, remarks))) or None


FORMAT = Format(
    id="eu_xml",
    title="EU consolidated financial sanctions list (FSF 1.1) XML",
    evidence="official sample",
    claims=claims,
    read=read,
)
