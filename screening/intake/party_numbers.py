"""The identifiers of a party: what each is, by its heading or its own label, and of which country."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from screening.intake.bare_numbers import known_number
from screening.intake.columns import Party
from screening.intake.met import Met
from screening.intake.party_cells import split
from screening.intake.party_headings import BANK, understand
from screening.names.number_labels import Labelled, numbers_in
from screening.names.ship_papers import ships_number
from screening.names.typed_numbers import as_typed

_NATIONAL = ("tax_number", "registration_number", "bank_code")
"""Identifiers of the country a party is in, where the heading names none. Passports and identity cards are not: people
live abroad with them, and a wrong country beside a number would keep it from meeting the same number on a list."""
_OF_PAPERS = ("passport", "national_id")
_NATURE = re.compile(
    r"((?:[^\W\d_]{4,}|[\u3400-\u9fff\uac00-\ud7af]{2,})(?:[\s'’.-]+[^\W\d_]+)*?)[\s.:№#-]+((?:[^\W\d_]{1,3}[\s-]?)?\d\S*(?:\s\d+)*)"
)
"""What papers of a person are, and their number."""
_LABELS = {"lei": "LEI", "imo": "IMO", "bic": "BIC", "mmsi": "MMSI"}


def identifiers_of(
    party: Party, cells: Sequence[str], countries: list[str], lost: Callable[[str, str], None]
) -> list[dict[str, str | None]]:
    """The identifiers of a party, as ``type, number, country``; numbers as they were before a spreadsheet wrote them.

    Args:
        party: The party and its columns.
        cells: A row.
        countries: The countries that the row says the party is in.
        lost: Told the heading and the number of one that has lost digits in a spreadsheet (``7,70427E+09``).
    """
    found: list[dict[str, str | None]] = []
    for attribute, columns in party.columns.items():
        if not attribute.startswith("identifier:"):
            continue
        kind = attribute.partition(":")[2]
        for column in columns:
            for label, number in _numbers(column.text(cells), column.heading, of_papers=kind in _OF_PAPERS):
                if not (typed := as_typed(number)):
                    lost(column.heading, number)
                    continue
                country: str | None = column.meaning.country or None
                national = kind in _NATIONAL or _kind_of(label) in _NATIONAL
                if country is None and national and len(countries) == 1:
                    country = countries[0]
                found.append({"type": label or _LABELS.get(kind, column.heading), "number": typed, "country": country})
    return found


def lost_digits() -> Met:
    """What to tell of numbers of a column that ``identifiers_of`` leaves out."""
    return Met(
        "number has lost digits in a spreadsheet",
        "numbers have lost digits in a spreadsheet",
        "not compared, have them exported as text",
    )


def numbers_with(
    name: str, identifiers: Sequence[dict[str, str | None]], party: Party, countries: Sequence[str]
) -> list[dict[str, str | None]]:
    """The identifiers of a party, and the number that its name holds or is: a ship's beside it, a bank's BIC."""
    if (imo := ships_number(name)) is not None:
        return [*identifiers, {"type": _LABELS["imo"], "number": imo, "country": None}]
    country = countries[0] if len(countries) == 1 else None
    found = known_number(name, country, of_a_bank=party.role.endswith(BANK))
    if found is None or any(each["number"] == found.number for each in identifiers):
        return list(identifiers)
    return [*identifiers, found.as_identifier()]


def _numbers(text: str, heading: str, *, of_papers: bool) -> list[Labelled]:
    """The numbers of a cell, each with the label that stands before it there: "ИНН 7701234567 / КПП 770101001"; of a
    person's papers whatever words do: "Seaman's book 12345678"."""
    said = [each for part in split(text) for each in numbers_in(part, heading)]
    if of_papers:
        said = [
            Labelled(f"{label} {of[1]}".strip(), of[2])
            if (of := _NATURE.fullmatch(number))
            else Labelled(label, number)
            for label, number in said
        ]
    return [each for each in said if any(char.isalnum() for char in each.number)]


def _kind_of(label: str) -> str:
    """The kind of number a label in a cell is of, as a heading would be; the empty string where it tells none."""
    meaning = understand(label) if label else None
    return meaning.attribute.partition(":")[2] if meaning else ""
