"""US Consolidated Screening List JSON (trade.gov): an object whose ``results`` have the CSV's fields as
lists.

Written from the fields of trade.gov's documentation; there is no official sample at hand.
"""

from __future__ import annotations

from typing import Any

from screening.errors import ListError
from screening.watchlists import csl, ofac, sniff
from screening.watchlists.dates import iso_date
from screening.watchlists.draft import Draft, Entry, squeeze
from screening.watchlists.formats import Format
from screening.watchlists.jsons import load, strings
from screening.watchlists.source import RawFile, Source


def claims(file: RawFile) -> bool:
    """A JSON object whose results have sources, names and Federal Register notices."""
    return {"results", "source", "alt_names", "federal_register_notice"} <= sniff.json_keys(file)


def read(source: Source, draft: Draft) -> None:
    """Read one result after another."""
    draft.publisher, draft.list_id = csl.PUBLISHER, csl.LIST
    whole = load(source.main)
    results = whole.get("results")
    if not isinstance(results, list):
        raise ListError("its results are no list", where=source.main.where, remedy="download the list again")
    for number, item in enumerate(results, start=1):
        if not isinstance(item, dict):
            raise ListError(f"result {number} is no object", where=source.main.where, remedy="download it again")
        _entry(draft, item)
    ofac.count_must_be(str(whole.get("total", "")), len(draft.entries), source.main)


def _entry(draft: Draft, item: dict[str, Any]) -> None:
    def one(name: str) -> str:
        return "; ".join(strings(item.get(name)))

    name, citation, started = one("name"), one("federal_register_notice"), one("start_date")
    entry = csl.begin(draft, one("source"), one("entity_number"), name, dated=started, citation=citation)
    entry.schema = csl.schema_of(one("type"), draft)
    entry.add_name(name, "primary")
    for alias in strings(item.get("alt_names")):
        entry.add_name(alias)
    entry.add("programmes", *strings(item.get("programs")))
    entry.add("positions", one("title"))
    for column in ("nationalities", "citizenships"):
        entry.add("countries", *(draft.country(text) for text in strings(item.get(column))))
    for text in strings(item.get("dates_of_birth")):
        csl.add_birth_date(entry, text)
    entry.add("birth_places", *strings(item.get("places_of_birth")))
    for address in item.get("addresses") or ():
        _address(entry, draft, address)
    for document in item.get("ids") or ():
        _identifier(entry, draft, document)
    _vessel(entry, draft, item)
    entry.url = one("source_information_url") or one("source_list_url") or None
    csl.finish(
        entry,
        draft,
        started=started,
        ended=one("end_date"),
        citation=citation,
        requirement=(one("license_requirement"), one("license_policy")),
        remarks=one("remarks"),
    )


def _address(entry: Entry, draft: Draft, address: object) -> None:
    if not isinstance(address, dict):
        for text in strings(address):
            entry.add_address(whole=text)
        return
    country = squeeze(str(address.get("country") or ""))
    entry.add_address(
        street=address.get("address"),
        city=address.get("city"),
        region=address.get("state"),
        postal_code=address.get("postal_code"),
        country=draft.country(country) if country else None,
        country_name=country,
    )


def _identifier(entry: Entry, draft: Draft, document: object) -> None:
    if not isinstance(document, dict):
        entry.add("not_understood", *strings(document))
        return
    issued, expires = (squeeze(str(document.get(name) or "")) for name in ("issue_date", "expiration_date"))
    ofac.feature(
        entry,
        draft,
        squeeze(str(document.get("type") or "")),
        squeeze(str(document.get("number") or "")),
        place=squeeze(str(document.get("country") or "")),
        issued_on=iso_date(issued) or issued or None,
        expires_on=iso_date(expires) or expires or None,
    )


def _vessel(entry: Entry, draft: Draft, item: dict[str, Any]) -> None:
    def one(name: str) -> str | None:
        return "; ".join(strings(item.get(name))) or None

    entry.call_sign, entry.vessel_type, entry.vessel_owner = (
        one("call_sign"),
        one("vessel_type"),
        one("vessel_owner"),
    )
    tonnage = ((one("gross_tonnage"), "DWT"), (one("gross_registered_tonnage"), "GRT"))
    entry.tonnage = "; ".join(f"{text} {what}" for text, what in tonnage if text) or None
    if flag := one("vessel_flag"):
        entry.vessel_flag = flag
        entry.add("countries", draft.country(flag))


FORMAT = Format(
    id="csl_json",
    title="US Consolidated Screening List JSON (trade.gov)",
    evidence="schema only",
    claims=claims,
    read=read,
)
