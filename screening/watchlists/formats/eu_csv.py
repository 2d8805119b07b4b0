"""EU consolidated financial sanctions list as CSV (FSF 1.1, semicolons): one row for each detail of an
entity.

Written from the column names of the publication; there is no official sample at hand.
"""

from __future__ import annotations

from screening.watchlists import eu, sniff
from screening.watchlists.dates import iso_date, whole_date
from screening.watchlists.draft import Draft, Entry, squeeze
from screening.watchlists.formats import Format
from screening.watchlists.source import RawFile, Source
from screening.watchlists.tables import decode, records

REQUIRED = ("entity logicalid", "namealias wholename")
_NAME = {
    "wholename": "wholeName",
    "firstname": "firstName",
    "middlename": "middleName",
    "lastname": "lastName",
    "namelanguage": "nameLanguage",
    "gender": "gender",
    "function": "function",
    "remark": "remark",
    "strong": "strong",
}
_COUNTRY = {"countryiso2code": "countryIso2Code", "countrydescription": "countryDescription"}
_ADDRESS = {
    "street": "street",
    "city": "city",
    "region": "region",
    "zipcode": "zipCode",
    "pobox": "poBox",
    "place": "place",
    **_COUNTRY,
}
_BIRTH = {
    "birthdate": "birthdate",
    "year": "year",
    "month": "monthOfYear",
    "yearrangefrom": "yearRangeFrom",
    "circa": "circa",
    "yearrangeto": "yearRangeTo",
    "calendartype": "calendarType",
    "city": "city",
    "region": "region",
    "place": "place",
    **_COUNTRY,
}
_IDENTIFICATION = {
    "number": "number",
    "latinnumber": "latinNumber",
    "typecode": "identificationTypeCode",
    "issuedby": "issuedBy",
    "typedescription": "identificationTypeDescription",
    "issueddate": "issueDate",
    "validto": "validTo",
    "knownexpired": "knownExpired",
    "knownfalse": "knownFalse",
    "reportedlost": "reportedLost",
    "revokedbyissuer": "revokedByIssuer",
    **_COUNTRY,
}


def claims(file: RawFile) -> bool:
    """A table with semicolons whose headings begin with ``Entity_`` and ``NameAlias_``."""
    found = sniff.columns(file, ";")
    return "entity logicalid" in found and "namealias wholename" in found


def _part(row: dict[str, str], prefix: str, columns: dict[str, str]) -> dict[str, str]:
    """The cells of one detail under the names of the XML's attributes; empty where the row has none of
    them."""
    found = {name: row.get(f"{prefix} {column}", "") for column, name in columns.items()}
    return found if any(found.values()) else {}


def read(source: Source, draft: Draft) -> None:
    """Gather the rows of each entity; a detail that stands on several rows is taken once."""
    draft.publisher, draft.list_id = eu.PUBLISHER, eu.LIST
    seen: set[tuple[str, ...]] = set()
    text = decode(source.main)
    for line, row in records(source.main, text, REQUIRED, delimiter=";"):
        key = squeeze(row["entity logicalid"])
        entry = draft.entries.get(key)
        if entry is None:
            kind = row.get("entity subjecttype classificationcode") or row.get("entity subjecttype", "")[:1].upper()
            entry = draft.entry(key, row=line, schema=eu.schema_of(kind, draft))
            draft.published = draft.published or iso_date(row.get("filegenerationdate", "")[:10])
            _whole(entry, row)
        _details(entry, draft, row, seen)
    for entry in draft.entries.values():
        eu.finish(entry)


def _whole(entry: Entry, row: dict[str, str]) -> None:
    entry.add("programmes", row.get("entity regulation programme"))
    entry.add("legal_basis", row.get("entity regulation numbertitle"))
    entry.url = row.get("entity regulation publicationurl") or None
    entry.listed_on = whole_date(row.get("entity designationdate", ""))
    entry.add_identifier("EU reference number", row.get("entity eu referencenumber"))
    entry.add_identifier("UN reference number", row.get("entity unitednationid"))
    remarks = (row.get("entity remark"), row.get("entity designationdetails"))
    entry.remarks = "; ".join(text for part in remarks if (text := squeeze(part))) or None


def _details(entry: Entry, draft: Draft, row: dict[str, str], seen: set[tuple[str, ...]]) -> None:
    for prefix, columns in (
        ("namealias", _NAME),
        ("address", _ADDRESS),
        ("birthdate", _BIRTH),
        ("identification", _IDENTIFICATION),
        ("citizenship", _COUNTRY),
    ):
        item = _part(row, prefix, columns)
        key = (entry.entry_id, prefix, *item.values())
        if not item or key in seen:
            continue
        seen.add(key)
        if prefix == "namealias":
            eu.add_name(entry, {name: value for name, value in item.items() if value})
        elif prefix == "address":
            eu.add_address(entry, draft, item)
        elif prefix == "birthdate":
            eu.add_birth(entry, item)
        elif prefix == "identification":
            eu.add_identification(entry, draft, item)
        else:
            entry.add("countries", eu.country(item, draft))


FORMAT = Format(
    id="eu_csv",
    title="EU consolidated financial sanctions list (FSF 1.1) CSV",
    evidence="schema only",
    claims=claims,
    read=read,
)
