"""OFAC's ADVANCED XML (``SDN_ADVANCED.XML``, 120 MB): the UN's exchange standard, everything by
reference.

Written from its schema; there is no official sample at hand. Read as one stream: reference values,
locations and documents come before the parties that point to them, relationships and entries after.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from screening.watchlists import ofac, sniff, xml
from screening.watchlists.dates import whole_date
from screening.watchlists.draft import Draft, Entry, squeeze
from screening.watchlists.formats import Format
from screening.watchlists.remarks import take_apart
from screening.watchlists.source import RawFile, Source

_NAME_ORDER = (
    "last name",
    "maiden name",
    "matronymic",
    "first name",
    "middle name",
    "patronymic",
    "nickname",
)
_STREET = ("address1", "address2", "address3")
_PROGRAMME = "Program"
"""The sanctions type whose comment is the programme."""
_UMBRELLA = "Consolidated List"


@dataclass
class _Known:
    """What has been read so far and is pointed to by id: reference values as (kind, id) → text."""

    values: dict[tuple[str, str], str] = field(default_factory=dict)
    party_types: dict[str, str] = field(default_factory=dict)
    area_countries: dict[str, str] = field(default_factory=dict)
    locations: dict[str, dict[str, str]] = field(default_factory=dict)
    documents: dict[str, list[dict[str, str]]] = field(default_factory=lambda: defaultdict(list))
    profiles: dict[str, Entry] = field(default_factory=dict)
    said: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def text(self, kind: str, number: str | None) -> str:
        """The text of a reference value; empty where there is none."""
        return self.values.get((kind, number or ""), "")


def claims(file: RawFile) -> bool:
    """The root element is ``Sanctions`` in the namespace of the advanced standard (two versions of
    it)."""
    root = sniff.root(file)
    return (
        root is not None and root.name == "Sanctions" and ("sanctions" in root.namespace.lower() or not root.namespace)
    )


def read(source: Source, draft: Draft) -> None:
    """Read the sections in the order the schema sets."""
    draft.publisher = ofac.PUBLISHER
    known = _Known()
    lists: set[str] = set()
    locate = xml.Locator(source.main)
    parts = (
        "DateOfIssue",
        "ReferenceValueSets",
        "Location",
        "IDRegDocument",
        "DistinctParty",
        "ProfileRelationship",
    )
    for record in xml.records(source.main, *parts, "SanctionsEntry"):
        with locate(record):
            if record.tag == "DateOfIssue":
                draft.published = _date(record)
            elif record.tag == "ReferenceValueSets":
                _references(record, known)
            elif record.tag == "Location":
                known.locations[xml.attribute(record, "ID")] = _location(record, known)
            elif record.tag == "IDRegDocument":
                known.documents[xml.attribute(record, "IdentityID")].append(_document(record, known))
            elif record.tag == "DistinctParty":
                _party(record, draft, known)
            elif record.tag == "ProfileRelationship":
                _relationship(record, draft, known)
            else:
                lists.add(_sanctions(record, draft, known))
    draft.list_id = ofac.CONS if lists and "SDN List" not in lists else ofac.SDN
    for key, entry in known.profiles.items():
        ofac.finish(entry, draft.list_id, known.said[key])


def _references(record: Element, known: _Known) -> None:
    for values in record:
        for value in values:
            number = xml.attribute(value, "ID")
            known.values[value.tag, number] = squeeze(value.text)
            if value.tag == "PartySubType":
                known.party_types[number] = xml.attribute(value, "PartyTypeID")
            elif value.tag == "AreaCode":
                known.area_countries[number] = xml.attribute(value, "CountryID")


def _point(element: Element | None) -> str:
    """A date as ISO text out of its year, month and day."""
    year, month, day = (xml.text(element, part) for part in ("Year", "Month", "Day"))
    return "-".join(
        filter(
            None,
            (year.zfill(4) if year else "", month.zfill(2) if month else "", day.zfill(2) if day else ""),
        )
    )


def _date(element: Element) -> str | None:
    return _point(element) or None


def _period(element: Element | None) -> str:
    """A period as one date where it is one, else as a range; a whole month or year as what it is."""
    if element is None:
        return ""
    start, end = element.find("Start"), element.find("End")
    first, last = (
        _point(start.find("From") if start is not None else None),
        _point(end.find("To") if end is not None else None),
    )
    circa = "circa " if start is not None and start.get("Approximate") == "true" else ""
    if not last or first == last:
        return circa + first if first else ""
    if first[:4] == last[:4] and first[4:] == "-01-01" and last[4:] == "-12-31":
        return circa + first[:4]
    if first[:7] == last[:7] and first[7:] == "-01" and int(last[8:10] or 0) >= 28:
        return circa + first[:7]
    if first[4:] == "-01-01" and last[4:] == "-12-31":
        return f"{first[:4]}/{last[:4]}"
    return f"{first}/{last}"


def _location(record: Element, known: _Known) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in record.iterfind("LocationPart"):
        kind = known.text("LocPartType", part.get("LocPartTypeID")).lower()
        values = part.findall("LocationPartValue")
        value = next((one for one in values if one.get("Primary") == "true"), values[0] if values else None)
        parts[kind] = xml.text(value, "Value")
    country = record.find("LocationCountry")
    parts["country"] = known.text("Country", country.get("CountryID")) if country is not None else ""
    if not parts["country"]:
        area = xml.attribute(record.find("LocationAreaCode"), "AreaCodeID")
        parts["country"] = known.text("Country", known.area_countries.get(area)) or known.text("AreaCode", area)
    return parts


def _document(record: Element, known: _Known) -> dict[str, str]:
    dates = {
        known.text("IDRegDocDateType", item.get("IDRegDocDateTypeID")).lower(): _period(item.find("DatePeriod"))
        for item in record.iterfind("DocumentDate")
    }
    place = known.locations.get(xml.attribute(record, "IssuedIn-LocationID"), {})
    return {
        "kind": known.text("IDRegDocType", record.get("IDRegDocTypeID")),
        "number": xml.text(record, "IDRegistrationNo"),
        "place": known.text("Country", record.get("IssuedBy-CountryID")) or place.get("country", ""),
        "issued_on": dates.get("issue date", ""),
        "expires_on": dates.get("expiration date", ""),
        "remarks": xml.text(record, "IssuingAuthority"),
    }


def _party(record: Element, draft: Draft, known: _Known) -> None:
    for number, profile in enumerate(record.iterfind("Profile")):
        fixed = xml.attribute(record, "FixedRef")
        key = fixed if fixed and number == 0 else xml.attribute(profile, "ID")
        sub = xml.attribute(profile, "PartySubTypeID")
        kind = known.text("PartySubType", sub)
        if kind.lower() not in ofac.TYPES:
            kind = known.text("PartyType", known.party_types.get(sub))
        entry = draft.entry(key, schema=ofac.schema_of(kind, draft))
        known.profiles[xml.attribute(profile, "ID")] = entry
        for identity in profile.iterfind("Identity"):
            _names(entry, identity, known)
            for document in known.documents.pop(xml.attribute(identity, "ID"), ()):
                _add_document(entry, draft, document)
        for feature in profile.iterfind("Feature"):
            _feature(entry, draft, feature, known)
        if remarks := xml.text(record, "Comment"):
            take_apart(remarks, entry, draft)


def _add_document(entry: Entry, draft: Draft, document: dict[str, str]) -> None:
    facts = {name: value or None for name, value in document.items() if name in ("issued_on", "expires_on", "remarks")}
    ofac.feature(entry, draft, document["kind"], document["number"], place=document["place"], **facts)


def _names(entry: Entry, identity: Element, known: _Known) -> None:
    groups = {
        xml.attribute(group, "ID"): known.text("NamePartType", group.get("NamePartTypeID")).lower()
        for group in identity.iterfind("NamePartGroups/MasterNamePartGroup/NamePartGroup")
    }
    for alias in identity.iterfind("Alias"):
        primary = alias.get("Primary") == "true"
        kind = "weak_alias" if alias.get("LowQuality") == "true" else "alias"
        label = known.text("AliasType", alias.get("AliasTypeID")).lower()
        first = True
        for name in alias.iterfind("DocumentedName"):
            text, script = _documented(name, groups, known)
            entry.add_name(text, "primary" if primary and first else kind, label, script=script)
            first = False


def _documented(name: Element, groups: dict[str, str], known: _Known) -> tuple[str, str]:
    """The name as OFAC's other formats write it, ``LAST, First Middle``, and its script."""
    parts: list[tuple[int, str]] = []
    script = ""
    for value in name.iterfind("DocumentedNamePart/NamePartValue"):
        kind = groups.get(xml.attribute(value, "NamePartGroupID"), "")
        parts.append((_NAME_ORDER.index(kind) if kind in _NAME_ORDER else len(_NAME_ORDER), squeeze(value.text)))
        script = script or known.text("Script", value.get("ScriptID"))
    ordered = sorted(parts, key=lambda part: part[0])
    family = " ".join(text for order, text in ordered if order < 3)
    rest = " ".join(text for order, text in ordered if order >= 3)
    return ", ".join(filter(None, (family, rest))), script


def _details(version: Element, known: _Known) -> Iterator[str]:
    for detail in version.iterfind("VersionDetail"):
        yield known.text("DetailReference", detail.get("DetailReferenceID")) or squeeze(detail.text)
    yield _period(version.find("DatePeriod"))


def _feature(entry: Entry, draft: Draft, feature: Element, known: _Known) -> None:
    kind = known.text("FeatureType", feature.get("FeatureTypeID"))
    for version in feature.iterfind("FeatureVersion"):
        places = [
            known.locations.get(xml.attribute(item, "LocationID"), {}) for item in version.iterfind("VersionLocation")
        ]
        if kind == "Location":
            for place in places:
                _address(entry, draft, place)
            continue
        value = next(filter(None, _details(version, known)), "")
        named = next((text for one in places if (text := _whole(one))), "")
        if value or named:
            ofac.feature(entry, draft, kind, value or named)


def _whole(place: dict[str, str]) -> str:
    parts = [
        *(place.get(part, "") for part in (*_STREET, "city", "state/province", "region")),
        place.get("country", ""),
    ]
    return ", ".join(filter(None, parts))


def _address(entry: Entry, draft: Draft, place: dict[str, str]) -> None:
    country = place.get("country", "")
    entry.add_address(
        street=", ".join(filter(None, (place.get(part, "") for part in _STREET))),
        city=place.get("city"),
        region=", ".join(filter(None, (place.get("state/province"), place.get("region")))),
        postal_code=place.get("postal code"),
        country=draft.country(country) if country and country.lower() != "undetermined" else None,
        country_name=country,
    )


def _relationship(record: Element, draft: Draft, known: _Known) -> None:
    entry = known.profiles.get(xml.attribute(record, "From-ProfileID"))
    other = known.profiles.get(xml.attribute(record, "To-ProfileID"))
    if entry is None or other is None:
        draft.note("relationships with parties that are not there", xml.attribute(record, "ID"))
        return
    name = next((row[0] for row in other.names if row[1] == "primary"), other.entry_id)
    entry.add_link(known.text("RelationType", record.get("RelationTypeID")), name, other.entry_id)


def _sanctions(record: Element, draft: Draft, known: _Known) -> str:
    """Programmes, legal basis and date of one entry on a list; the list's name."""
    profile = xml.attribute(record, "ProfileID")
    entry = known.profiles.get(profile)
    name = known.text("List", record.get("ListID"))
    if entry is None:
        draft.note("list entries of parties that are not there", xml.attribute(record, "ID"))
        return name
    for event in record.iterfind("EntryEvent"):
        day = whole_date(_point(event.find("Date")))
        if day and name != _UMBRELLA and (entry.listed_on is None or day < entry.listed_on):
            entry.listed_on = day
        entry.add("legal_basis", known.text("LegalBasis", event.get("LegalBasisID")))
    known.said[profile].append(name)
    for measure in record.iterfind("SanctionsMeasure"):
        kind = known.text("SanctionsType", measure.get("SanctionsTypeID"))
        comment = xml.text(measure, "Comment")
        if kind == _PROGRAMME:
            entry.add("programmes", comment)
        else:
            known.said[profile].append(kind)
    return name


FORMAT = Format(
    id="ofac_advanced",
    title="OFAC ADVANCED XML (SDN_ADVANCED, CONS_ADVANCED)",
    evidence="schema only",
    claims=claims,
    read=read,
)
