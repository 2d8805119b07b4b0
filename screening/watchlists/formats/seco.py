"""Switzerland's SECO list XML (``swiss-sanctions-list``), whole or amendments.

A target whose latest modification is ``de-listed`` is an entry with an end date.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from screening.watchlists import sniff, uk, xml
from screening.watchlists.dates import whole_date
from screening.watchlists.draft import Draft, Entry, squeeze
from screening.watchlists.formats import Format
from screening.watchlists.measures import measures_of
from screening.watchlists.source import RawFile, Source

_KINDS = {"individual": "Person", "entity": "Organization", "object": "LegalEntity"}
_OBJECTS = {"vessel": "Vessel", "aircraft": "Airplane"}
_ORDER = ("given-name", "further-given-name", "father-name", "grand-father-name", "family-name", "whole-name")
"""In which order the parts of a name are put together: given names before the family name."""


def claims(file: RawFile) -> bool:
    """The root element is ``swiss-sanctions-list``."""
    root = sniff.root(file)
    return root is not None and root.name == "swiss-sanctions-list"


def read(source: Source, draft: Draft) -> None:
    """Read programmes and places, then the targets; the id is the target's ssid."""
    draft.publisher, draft.list_id = "Swiss State Secretariat for Economic Affairs (SECO)", "ch_seco"
    root = sniff.root(source.main)
    attributes = dict(root.attributes if root else ())
    draft.published = attributes.get("date") or None
    if attributes.get("list-type") == "amendment":
        draft.note("the file is an amendment, not the whole list")
    sets: dict[str, tuple[str, str]] = {}
    places = {xml.attribute(place, "ssid"): place for place in _places(source.main)}
    locate = xml.Locator(source.main)
    for record in xml.records(source.main, "sanctions-program", "target"):
        if record.tag == "sanctions-program":
            _programme(record, sets)
        else:
            with locate(record):
                _target(record, draft, sets, places)


def _places(file: RawFile) -> Iterator[Element]:
    """Places stand after the targets that name them; copied, because records are emptied once used."""
    for place in xml.records(file, "place"):
        kept = Element("place", place.attrib)
        kept.extend(list(place))
        yield kept


def _english(elements: list[Element]) -> Element | None:
    return next((one for one in elements if one.get("lang") in ("eng", None)), elements[0] if elements else None)


def _programme(record: Element, sets: dict[str, tuple[str, str]]) -> None:
    key = _english(record.findall("program-key"))
    programme = squeeze(key.text if key is not None else "") or xml.attribute(record, "ssid")
    for item in record.iterfind("sanctions-set"):
        number = xml.attribute(item, "ssid")
        if number not in sets or item.get("lang") == "eng":
            sets[number] = (programme, squeeze(item.text))


def _target(record: Element, draft: Draft, sets: dict[str, tuple[str, str]], places: dict[str, Element]) -> None:
    entry = draft.entry(xml.attribute(record, "ssid"))
    for number in xml.texts(record, "sanctions-set-id"):
        programme, basis = sets.get(number, ("", ""))
        entry.add("programmes", programme)
        entry.add("legal_basis", basis)
    for kind, schema in _KINDS.items():
        for body in record.iterfind(kind):
            entry.schema = _OBJECTS.get(xml.attribute(body, "object-type"), schema)
            _body(entry, draft, body, places)
    _modifications(entry, record)
    entry.measures = measures_of("ch_seco", entry.programmes, entry.legal_basis, entry.schema)


def _body(entry: Entry, draft: Draft, body: Element, places: dict[str, Element]) -> None:
    sex = xml.attribute(body, "sex")
    entry.gender = sex if sex in ("male", "female") else entry.gender
    for identity in sorted(body.iterfind("identity"), key=lambda one: one.get("main") != "true"):
        for name in identity.iterfind("name"):
            _name(entry, name, main=identity.get("main") == "true")
        for nationality in identity.iterfind("nationality/country"):
            entry.add("countries", _country(nationality, draft))
        for item in identity.iterfind("day-month-year"):
            _birth(entry, item)
        for item in identity.iterfind("place-of-birth"):
            entry.add("birth_places", _place(item, places)[0])
        for item in identity.iterfind("address"):
            _address(entry, draft, item, places)
        for item in identity.iterfind("identification-document"):
            _document(entry, draft, item)
    remarks = [*xml.texts(body, "justification"), *xml.texts(body, "other-information")]
    entry.remarks = "; ".join(remarks) or None
    if entry.schema == "Vessel":
        for number in uk.IMO.findall(entry.remarks or ""):
            entry.add_identifier("IMO Number", number)
    for relation in body.iterfind("relation"):
        other = xml.attribute(relation, "target-id")
        entry.add_link(xml.attribute(relation, "relation-type") or "relation", other, other or None)


def _name(entry: Entry, name: Element, *, main: bool) -> None:
    """One name, and one more for each script or spelling its parts are also given in."""
    parts = sorted(name.iterfind("name-part"), key=lambda part: _rank(xml.attribute(part, "name-part-type")))
    kind = xml.attribute(name, "name-type")
    weak = xml.attribute(name, "quality") == "low"
    primary = main and kind == "primary-name" and not weak
    name_type = "weak_alias" if weak else "primary" if primary else "alias"
    entry.add_name(" ".join(xml.text(part, "value") for part in parts), name_type, kind)
    variants = {
        (
            xml.attribute(item, "lang"),
            xml.attribute(item, "script"),
            xml.attribute(item, "spelling-variant-type"),
        )
        for part in parts
        for item in part.iterfind("spelling-variant")
    }
    for lang, script, variety in sorted(variants):
        texts = (_variant(part, lang, script, variety) or xml.text(part, "value") for part in parts)
        kind = "weak_alias" if weak else "alias"
        entry.add_name(" ".join(texts), kind, "spelling variant", script=script, language=lang.lower())


def _rank(kind: str) -> int:
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def _variant(part: Element, *wanted: str) -> str:
    for item in part.iterfind("spelling-variant"):
        if (*(xml.attribute(item, name) for name in ("lang", "script", "spelling-variant-type")),) == wanted:
            return squeeze(item.text)
    return ""


def _country(element: Element, draft: Draft) -> str | None:
    return xml.attribute(element, "iso-code") or draft.country(element.text)


def _birth(entry: Entry, item: Element) -> None:
    year, month, day = (xml.attribute(item, part) for part in ("year", "month", "day"))
    if not year.isdigit():
        return
    iso = f"{int(year):04}" + (f"-{int(month):02}" if month else "") + (f"-{int(day):02}" if month and day else "")
    if entry.schema == "Person":
        entry.add("birth_dates", iso)
    else:
        entry.incorporated_on = entry.incorporated_on or iso


def _place(item: Element, places: dict[str, Element]) -> tuple[str, str, str, str | None]:
    """The place an item points to: in one line, its locality, its area, and its country's ISO code."""
    place = places.get(xml.attribute(item, "place-id"))
    if place is None:
        return "", "", "", None
    country = place.find("country")
    parts = [
        xml.text(place, "location"),
        xml.text(place, "area"),
        squeeze(country.text if country is not None else ""),
    ]
    return ", ".join(filter(None, parts)), parts[0], parts[1], xml.attribute(country, "iso-code") or None


def _address(entry: Entry, draft: Draft, item: Element, places: dict[str, Element]) -> None:
    whole, city, region, country = _place(item, places)
    street = ", ".join(
        filter(None, (xml.text(item, "c-o"), xml.text(item, "address-details"), xml.text(item, "p-o-box")))
    )
    name = whole.rpartition(", ")[2] if country else ""
    entry.add_address(
        street=street,
        city=city,
        region=region,
        postal_code=xml.text(item, "zip-code"),
        country=country,
        country_name=name,
    )


def _document(entry: Entry, draft: Draft, item: Element) -> None:
    issuer = item.find("issuer")
    entry.add_identifier(
        xml.attribute(item, "document-type") or "document",
        xml.text(item, "number"),
        _country(issuer, draft) if issuer is not None else None,
        issued_on=xml.text(item, "date-of-issue"),
        expires_on=xml.text(item, "expiry-date"),
        remarks=xml.text(item, "remark"),
    )


def _modifications(entry: Entry, record: Element) -> None:
    """The first listing, and the end where the latest change of status is a de-listing."""
    status = []
    for item in record.iterfind("modification"):
        kind = xml.attribute(item, "modification-type")
        day = whole_date(xml.attribute(item, "effective-date") or xml.attribute(item, "enactment-date"))
        if day and kind in ("listed", "de-listed"):
            status.append((day, kind))
    listed = [day for day, kind in status if kind == "listed"]
    entry.listed_on = min(listed) if listed else None
    if status and max(status)[1] == "de-listed":
        entry.ended_on = max(status)[0]


FORMAT = Format(
    id="seco",
    title="Switzerland SECO XML",
    evidence="official sample",
    claims=claims,
    read=read,
)
