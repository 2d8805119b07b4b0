"""OpenSanctions' ``entities.ftm.json``: FollowTheMoney entities, one JSON object a line.

Targets become entries; addresses, documents, sanctions and relationships are joined to them. Entities
that are no target themselves (relatives, owners) are counted in the notes and are no entries.
"""

from __future__ import annotations

from typing import Any

from screening.watchlists import opensanctions, sniff
from screening.watchlists.dates import iso_date, whole_date
from screening.watchlists.draft import Draft, Entry
from screening.watchlists.formats import Format
from screening.watchlists.jsons import objects, strings
from screening.watchlists.source import RawFile, Source

_ALIASES = (
    ("alias", "alias", None),
    ("previousName", "alias", "previous name"),
    ("weakAlias", "weak_alias", "weak"),
)
_IDENTIFIERS = (
    "innCode",
    "ogrnCode",
    "kppCode",
    "okpoCode",
    "leiCode",
    "swiftBic",
    "bikCode",
    "dunsCode",
    "imoNumber",
    "mmsi",
    "isinCode",
    "registrationNumber",
    "taxNumber",
    "vatCode",
    "idNumber",
    "passportNumber",
    "socialSecurityNumber",
    "uscCode",
    "uniqueEntityId",
    "permId",
    "ricCode",
    "giiNumber",
    "npiCode",
    "phone",
    "email",
    "website",
    "jibCode",
    "voenCode",
    "caemCode",
    "serialNumber",
)
_LINKS = {
    "Ownership": ("owner", "asset"),
    "Directorship": ("director", "organization"),
    "Membership": ("member", "organization"),
    "Employment": ("employee", "employer"),
    "Family": ("person", "relative"),
    "Associate": ("person", "associate"),
    "UnknownLink": ("subject", "object"),
    "Representation": ("agent", "client"),
    "Succession": ("predecessor", "successor"),
}


def claims(file: RawFile) -> bool:
    """The first line is an object with a schema and properties."""
    first = sniff.json_line(file)
    return first is not None and "schema" in first and isinstance(first.get("properties"), dict)


def read(source: Source, draft: Draft) -> None:
    """Read parties first come; what hangs on them is joined when all is read."""
    opensanctions.begin(source, draft)
    captions: dict[str, str] = {}
    rest: list[dict[str, Any]] = []
    for line, item in objects(source.main):
        properties = item.get("properties")
        properties = properties if isinstance(properties, dict) else {}
        schema = str(item.get("schema", ""))
        key = str(item.get("id") or "")
        captions[key] = str(item.get("caption") or next(iter(strings(properties.get("name"))), key))
        if schema not in opensanctions.SCHEMATA:
            rest.append({"schema": schema, "id": key, **properties})
        elif item.get("target", True):
            _party(draft.entry(key, row=line, schema=opensanctions.SCHEMATA[schema]), draft, item, properties)
        else:
            draft.note("parties that are no targets, left out")
    for item in rest:
        _join(draft, item, captions)


def _party(entry: Entry, draft: Draft, item: dict[str, Any], properties: dict[str, Any]) -> None:
    names = strings(properties.get("name"))
    caption = str(item.get("caption") or "")
    for name in sorted(names, key=lambda text: text != caption):
        entry.add_name(name, "alias" if entry.names else "primary")
    for column, kind, label in _ALIASES:
        for name in strings(properties.get(column)):
            entry.add_name(name, kind, label)
    for text in strings(properties.get("birthDate")):
        entry.add("birth_dates", iso_date(text))
    entry.add("birth_places", *strings(properties.get("birthPlace")))
    for column in ("nationality", "citizenship", "country", "jurisdiction", "flag", "mainCountry"):
        opensanctions.add_countries(entry, draft, strings(properties.get(column)))
    for column in _IDENTIFIERS:
        for number in strings(properties.get(column)):
            entry.add_identifier(column, number)
    for address in strings(properties.get("address")):
        entry.add_address(whole=address)
    entry.incorporated_on = next((iso_date(text) for text in strings(properties.get("incorporationDate"))), None)
    entry.built_on = next((iso_date(text) for text in strings(properties.get("buildDate"))), None)
    sex = next(iter(strings(properties.get("gender"))), "")
    entry.gender = sex if sex in ("male", "female") else None
    entry.add("positions", *strings(properties.get("position")))
    entry.vessel_type = "; ".join(strings(properties.get("type"))) or None
    entry.vessel_flag = "; ".join(strings(properties.get("flag"))) or None
    entry.call_sign = "; ".join(strings(properties.get("callSign"))) or None
    entry.tonnage = "; ".join(strings(properties.get("tonnage"))) or None
    entry.remarks = "; ".join(strings(properties.get("notes"))) or None
    entry.url = next(iter(strings(properties.get("sourceUrl"))), None)
    entry.add("programmes", *strings(properties.get("programId")), *strings(properties.get("program")))
    entry.add("programmes", *strings(item.get("datasets")))
    if changed := str(item.get("last_change") or "")[:10]:
        draft.published = max(draft.published or "", changed)


def _join(draft: Draft, item: dict[str, Any], captions: dict[str, str]) -> None:
    schema = item["schema"]
    holders = [
        draft.entries[key]
        for column in ("entity", "holder")
        for key in strings(item.get(column))
        if key in draft.entries
    ]
    if schema == "Sanction":
        for entry in holders:
            _sanction(entry, item)
    elif schema in ("Passport", "Identification"):
        for entry in holders:
            _document(entry, draft, item)
    elif schema in _LINKS:
        first, second = _LINKS[schema]
        for here, there in ((first, second), (second, first)):
            for key in strings(item.get(here)):
                for other in strings(item.get(there)):
                    if key in draft.entries:
                        relation = next(iter(strings(item.get("role")) + strings(item.get("relationship"))), schema)
                        draft.entries[key].add_link(relation, captions.get(other, other), other)
    elif schema != "Address":
        draft.note("FollowTheMoney entities not read", schema)


def _sanction(entry: Entry, item: dict[str, Any]) -> None:
    entry.add("programmes", *strings(item.get("programId")), *strings(item.get("program")))
    entry.add("legal_basis", *strings(item.get("authority")), *strings(item.get("reason")))
    for text in (*strings(item.get("listingDate")), *strings(item.get("startDate"))):
        day = whole_date(text[:10])
        if day and (entry.listed_on is None or day < entry.listed_on):
            entry.listed_on = day
    ends = [day for text in strings(item.get("endDate")) if (day := whole_date(text[:10]))]
    entry.ended_on = max(ends) if ends else entry.ended_on


def _document(entry: Entry, draft: Draft, item: dict[str, Any]) -> None:
    kind = next(iter(strings(item.get("type"))), item["schema"])
    country = next(iter(strings(item.get("country"))), "")
    for number in strings(item.get("number")):
        entry.add_identifier(
            kind,
            number,
            draft.country(country.upper()) if country else None,
            issuer=next(iter(strings(item.get("authority"))), None),
            issued_on=next(iter(strings(item.get("startDate"))), None),
            expires_on=next(iter(strings(item.get("endDate"))), None),
        )


FORMAT = Format(
    id="opensanctions_ftm",
    title="OpenSanctions FollowTheMoney JSON lines (entities.ftm.json)",
    evidence="schema only",
    claims=claims,
    read=read,
)
