"""Where goods go, of tables without a column for it: where they are sent to; else columns of countries that may say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from screening.intake import customs_values as values
from screening.intake.base import shorten
from screening.intake.country_cells import country_in
from screening.intake.customs_beside import unit_of_heading
from screening.intake.customs_contents import FEWEST
from screening.intake.customs_headings import DOMESTIC, FOREIGN, OF_THE_SALE, PARTIES, SHIP_TO
from screening.intake.customs_layout import CustomsLayout

_DESTINATION: Final = "destination"
_BUYERS: Final = tuple(
    party for party in OF_THE_SALE if PARTIES[party] == "importer" or party in (DOMESTIC, FOREIGN)
)  # whose country stands for that of the goods
_NEARLY_ALL: Final = 0.9
"""Share of a column's cells that must be countries."""
_SEVERAL: Final = 3
"""Countries it must name: one or two are units as well (KG, ST)."""
_MOST_TOLD: Final = 10


def take_where_sent(shape: CustomsLayout) -> str:
    """Take the country of whom the goods are sent to for their destination, where no column says it.

    Returns a remark where it was so, else nothing.
    """
    sent_to = shape.columns.get(f"{SHIP_TO}_country")
    if sent_to is None or _DESTINATION in shape.columns:
        return ""
    shape.columns[_DESTINATION] = list(sent_to)
    return f"column {sent_to[0].heading!r} says where the goods are sent: taken for their destination"


def destinations_unread(
    shape: CustomsLayout, header: Sequence[str], rows: Sequence[Sequence[str]], way: str | None
) -> str:
    """What to say of columns of countries that play no role, of a table with buyers that says of no row where the goods
    go; else nothing.

    Args:
        shape: What the columns hold.
        header: The headings.
        rows: Rows below them.
        way: Import or export, where title or sheet says it; imports go to the country of the customs.
    """
    told = {_DESTINATION, "partner", *(f"{party}_country" for party in _BUYERS)}
    buyers = any(f"{party}_name" in shape.columns for party in _BUYERS)
    if way == "import" or not buyers or not told.isdisjoint(shape.columns):
        return ""
    read = set(shape.indices)
    found = [
        repr(shorten(heading.strip(), 40))
        for index, heading in enumerate(header)
        if index not in read and heading.strip() and _are_countries([row[index] for row in rows])
    ]
    if not found:
        return ""
    return (
        f"no column says where the goods go, and {', '.join(found[:_MOST_TOLD])}, which hold countries, are not used: "
        "say which one it is with --map destination=COLUMN, or whose with --map importer_country=COLUMN"
    )


def _are_countries(cells: Sequence[str]) -> bool:
    said = [cell for cell in cells if values.said(cell)]
    codes = [country_in(cell) for cell in said]
    units = all(unit_of_heading(cell) for cell in set(said))
    known = [code for code in codes if code]
    return len(said) >= FEWEST and len(known) >= _NEARLY_ALL * len(said) and len(set(known)) >= _SEVERAL and not units
