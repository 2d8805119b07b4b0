"""The cells of a party: its names, the values of a cell that holds several, and cells that say nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from screening.intake.bare_numbers import known_number
from screening.intake.columns import Party
from screening.intake.customs_beside import is_total
from screening.intake.nothing import says_nothing
from screening.intake.numbered_names import Parts, joined_name
from screening.names.party_kinds import bears_legal_form
from screening.names.tokens import words

_SEPARATORS = re.compile(r"\s*(?:;|\||\r\n|\n|\r)\s*")
"""Between several values in one cell; a comma stands inside names."""


def is_of_totals(cells: Sequence[str]) -> str:
    """The label of a row of totals ("ИТОГО | 4"): nothing before it, and nothing but figures behind; else empty.

    In a table of one column it may be anybody's name.
    """
    given = [cell for cell in cells if cell.strip()]
    if len(cells) < 2 or not given or not is_total(given[0]):
        return ""
    return given[0] if all(is_total(cell) or not any(map(str.isalpha, cell)) for cell in given[1:]) else ""


def name_of(party: Party, cells: Sequence[str]) -> str:
    """The name as it stands, or its parts together; a firm's whole name among persons' family names stands alone."""
    column = party.first("name")
    if column is not None:
        return joined_fields(party, cells).name if column.goes_on else column.text(cells).strip()
    if party.perhaps_firms and (firm := _firm_of(party, cells)):
        return firm
    first, middle, last = (text_of(party, each, cells) for each in ("first_name", "middle_name", "last_name"))
    return " ".join(part for part in (first, middle if said(middle) else "", last) if part)


def joined_fields(party: Party, cells: Sequence[str]) -> Parts:
    """What the fields of a name hold that goes on from one to the next; nothing where it has one column."""
    column = party.first("name")
    return joined_name([cells[index] for index in column.indices]) if column and column.goes_on else Parts("")


def _firm_of(party: Party, cells: Sequence[str]) -> str:
    texts = (column.text(cells).strip() for column in party.parts_of_names if column.meaning.partly)
    return next((text for text in texts if len(words(text)) > 1 and bears_legal_form(text)), "")


def further_names(party: Party, cells: Sequence[str]) -> list[str]:
    """The names of a related party: several may stand in one cell; e-mail addresses are none, nor are numbers but those
    that identify it."""
    if party.first("name") is None:
        names = [name_of(party, cells)]
    else:
        names = [
            name
            for column in party.columns["name"]
            for name in ([name_of(party, cells)] if column.goes_on else split(column.text(cells)))
        ]
    return [name for name in names if "@" not in name and (any(map(str.isalpha, name)) or known_number(name))]


def values(party: Party, attribute: str, cells: Sequence[str]) -> list[str]:
    """All that the columns of an attribute say."""
    return [text for column in party.columns.get(attribute, ()) for text in split(column.text(cells))]


def split(text: str) -> list[str]:
    """The values of a cell that holds several."""
    return [part for part in _SEPARATORS.split(text) if said(part)]


def text_of(party: Party, attribute: str, cells: Sequence[str]) -> str:
    """A cell as it stands; a name is taken so, since somebody may be called None."""
    column = party.first(attribute)
    return column.text(cells).strip() if column is not None else ""


def cell_of(party: Party, attribute: str, cells: Sequence[str]) -> str:
    """A cell, empty where it says nothing."""
    text = text_of(party, attribute, cells)
    return text if said(text) else ""


def said(text: str) -> bool:
    """Whether a cell says anything."""
    return bool(text) and not says_nothing(text, "table")
