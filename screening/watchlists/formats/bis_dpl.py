"""BIS Denied Persons List (``dpl.txt``): tab-separated, one row an order and address, no ids.

An order that has expired is an entry with an end date.
"""

from __future__ import annotations

from screening.watchlists import sniff
from screening.watchlists.dates import whole_date
from screening.watchlists.derived import key
from screening.watchlists.draft import Draft
from screening.watchlists.formats import Format
from screening.watchlists.measures import measures_of
from screening.watchlists.source import RawFile, Source
from screening.watchlists.tables import decode, records

REQUIRED = ("name", "country", "effective date", "expiration date", "standard order", "fr citation")


def claims(file: RawFile) -> bool:
    """A tab-separated table with BIS's headings."""
    found = sniff.columns(file, "\t")
    return "fr citation" in found and "effective date" in found


def read(source: Source, draft: Draft) -> None:
    """Read one order after another; the id comes from the order's date and the name, which do not change."""
    draft.publisher = "US Department of Commerce, Bureau of Industry and Security"
    draft.list_id = "us_bis_dpl"
    text = decode(source.main)
    for _, row in records(source.main, text, REQUIRED, delimiter="\t"):
        effective = whole_date(row["effective date"], day_first=False)
        entry = draft.derived(key("dpl", effective, row["name"]))
        entry.add_name(row["name"], "primary")
        country = draft.country(row["country"]) if row["country"] else None
        entry.add_address(
            street=row.get("street address"),
            city=row.get("city"),
            region=row.get("state"),
            postal_code=row.get("postal code"),
            country=country,
            country_name=row["country"],
        )
        entry.listed_on = effective
        entry.ended_on = whole_date(row["expiration date"], day_first=False)
        for column in ("effective date", "expiration date"):
            if row[column] and whole_date(row[column], day_first=False) is None:
                entry.add("not_understood", f"{column} {row[column]}")
        entry.add("legal_basis", row["fr citation"])
        entry.add("programmes", "DPL")
        standard = {"Y": "standard order", "N": "non-standard order"}.get(row["standard order"], "")
        entry.remarks = "; ".join(part for part in (standard, row.get("action", "")) if part) or None
        entry.measures = measures_of(draft.list_id)


FORMAT = Format(
    id="bis_dpl",
    title="BIS Denied Persons List, tab-separated",
    evidence="official sample",
    claims=claims,
    read=read,
)
