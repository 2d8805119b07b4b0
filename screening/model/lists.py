"""A watchlist snapshot: five tables, joined on ``entry_id``."""

from __future__ import annotations

from typing import Final

import pyarrow as pa

ENTRIES: Final = pa.schema(
    [
        pa.field("entry_id", pa.string(), nullable=False),
        pa.field("id_origin", pa.string(), nullable=False),  # publisher | derived
        pa.field("schema", pa.string(), nullable=False),
        pa.field("name", pa.string(), nullable=False),  # the primary name, as published
        pa.field("programmes", pa.list_(pa.string()), nullable=False),
        pa.field("measures", pa.list_(pa.string()), nullable=False),
        pa.field("legal_basis", pa.list_(pa.string()), nullable=False),
        pa.field("listed_on", pa.date32()),
        pa.field("ended_on", pa.date32()),  # expiry or end of an order; null while in force or not stated
        pa.field("countries", pa.list_(pa.string()), nullable=False),  # nationality, registration, flag
        pa.field("birth_dates", pa.list_(pa.string()), nullable=False),
        pa.field("birth_places", pa.list_(pa.string()), nullable=False),
        pa.field("incorporated_on", pa.string()),
        pa.field("gender", pa.string()),  # male | female
        pa.field("positions", pa.list_(pa.string()), nullable=False),
        pa.field("vessel_type", pa.string()),
        pa.field("vessel_flag", pa.string()),
        pa.field("vessel_owner", pa.string()),
        pa.field("tonnage", pa.string()),
        pa.field("call_sign", pa.string()),
        pa.field("built_on", pa.string()),
        pa.field("remarks", pa.string()),
        pa.field("url", pa.string()),
        pa.field("not_understood", pa.list_(pa.string()), nullable=False),  # pieces no rule could take apart
    ]
)
NAMES: Final = pa.schema(
    [
        pa.field("entry_id", pa.string(), nullable=False),
        pa.field("name", pa.string(), nullable=False),
        pa.field("name_type", pa.string(), nullable=False),  # primary | alias | weak_alias
        pa.field("label", pa.string()),  # the publisher's own word: "f.k.a.", "Primary name variation", "Good"
        pa.field("script", pa.string()),
        pa.field("language", pa.string()),
    ]
)
IDENTIFIERS: Final = pa.schema(
    [
        pa.field("entry_id", pa.string(), nullable=False),
        pa.field("type", pa.string(), nullable=False),  # the publisher's label, as it stands
        pa.field("number", pa.string(), nullable=False),
        pa.field("country", pa.string()),
        pa.field("issuer", pa.string()),
        pa.field("issued_on", pa.string()),
        pa.field("expires_on", pa.string()),
        pa.field("remarks", pa.string()),
    ]
)
ADDRESSES: Final = pa.schema(
    [
        pa.field("entry_id", pa.string(), nullable=False),
        pa.field("address", pa.string(), nullable=False),  # whole, in one line, country last
        pa.field("street", pa.string()),
        pa.field("city", pa.string()),
        pa.field("region", pa.string()),
        pa.field("postal_code", pa.string()),
        pa.field("country", pa.string()),
    ]
)
LINKS: Final = pa.schema(
    [
        pa.field("entry_id", pa.string(), nullable=False),
        pa.field("relation", pa.string(), nullable=False),  # the publisher's words: "Linked To", "Owned by"
        pa.field("name", pa.string(), nullable=False),
        pa.field("other_id", pa.string()),  # entry_id on the same list, where the publisher gives it
    ]
)
SNAPSHOT_TABLES: Final = {
    "entries": ENTRIES,
    "names": NAMES,
    "identifiers": IDENTIFIERS,
    "addresses": ADDRESSES,
    "links": LINKS,
}
