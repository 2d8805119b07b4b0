"""A third party's JSON of the full SDN (CC0): names, aliases and programmes only."""

from __future__ import annotations

from typing import Any

from screening.watchlists import ofac, sniff
from screening.watchlists.draft import Draft
from screening.watchlists.formats import Format
from screening.watchlists.jsons import load, strings
from screening.watchlists.source import RawFile, Source


def claims(file: RawFile) -> bool:
    """A JSON object with OFAC's address and the keys of its entries."""
    return {"officialSearchUrl", "published", "typeCounts", "altSourceUrl"} <= sniff.json_keys(file)


def read(source: Source, draft: Draft) -> None:
    """Read the entries, however the object calls them."""
    draft.publisher = ofac.PUBLISHER
    draft.list_id = ofac.SDN
    whole = load(source.main)
    draft.published = str(whole.get("published") or "") or None
    entries: list[dict[str, Any]] = next((value for value in whole.values() if _entries(value)), [])
    for item in entries:
        entry = draft.entry(str(item.get("uid", "")))
        entry.schema = ofac.schema_of(str(item.get("type", "")), draft)
        entry.add_name(str(item.get("name", "")), "primary")
        for alias in strings(item.get("alternateNames")):
            entry.add_name(alias)
        entry.add("programmes", *strings(item.get("programs")))
        ofac.finish(entry, draft.list_id)
    expected = str((whole.get("counts") or {}).get("entries", ""))
    ofac.count_must_be(expected, len(draft.entries), source.main)


def _entries(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict) and "uid" in value[0]


FORMAT = Format(
    id="ofac_compact",
    title="full SDN as third party's JSON (uid, name, type, programs, alternateNames)",
    evidence="rebuilt",
    claims=claims,
    read=read,
)
