"""Small tables of customs records, of parties that do not exist, and the books made of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import polars as pl
import pyarrow as pa
import pytest

from screening import model
from screening.trade.book import LISTINGS, PLACES, Book
from screening.trade.flags import raise_flags
from screening.trade.preparing import prepare

Row = dict[str, Any]
_PARTY = {"subject_id", "name", "address", "country", "identifiers", "incorporated_on"}


def record(number: int = 0, **given: Any) -> Row:
    """One record with its parties: ``exporter="A"``, ``importer="B"`` name them, other keys are columns."""
    row = {
        "record_id": f"r{number:05d}",
        "source": "file.csv",
        "place": f"row {number}",
        "row": number,
        "date": date(2023, 5, 1),
        "direction": "import",
        "hs_code": "3920100000",
        "hs_edition": "HS2022",
        "notes": [],
    }
    return row | given


def history(party: str, first: date, months: int, **given: Any) -> list[Row]:
    """A record a month of one importer, from a day on."""
    days = [first + timedelta(days=30 * month) for month in range(months)]
    return [{"importer": party, "date": day, **given} for day in days]


def tables(rows: Sequence[Row], people: dict[str, Row] | None = None) -> tuple[pa.Table, pa.Table]:
    """RECORDS and RECORD_PARTIES of rows; ``people`` tells more of parties by name."""
    records, parties = [], []
    for number, row in enumerate(rows):
        full = record(number, **row)
        for role in model.PARTY_ROLES:
            name = full.pop(role, None)
            for each in [name] if isinstance(name, str) else name or []:
                more = (people or {}).get(each, {})
                assert set(more) <= _PARTY
                parties.append(
                    {
                        "record_id": full["record_id"],
                        "subject_id": f"s:{each}",
                        "role": role,
                        "name": each,
                        **more,
                    }
                )
        code = full["hs_code"]
        records.append({"hs_digits": len(code) if code else None, **full})
    return (
        pa.Table.from_pylist([{name: row.get(name) for name in model.RECORDS.names} for row in records], model.RECORDS),
        pa.Table.from_pylist(
            [{name: row.get(name) for name in model.RECORD_PARTIES.names} for row in parties],
            model.RECORD_PARTIES,
        ),
    )


def _frame(rows: Sequence[Row] | None, schema: pl.Schema) -> pl.DataFrame | None:
    if rows is None:
        return None
    return pl.DataFrame([{name: row.get(name) for name in schema} for row in rows], schema=schema)


def make_book(
    rows: Sequence[Row],
    people: dict[str, Row] | None = None,
    listings: Sequence[Row] | None = None,
    places: Sequence[Row] | None = None,
    **more: Any,
) -> Book:
    """The book of rows."""
    return prepare(*tables(rows, people), listings=_frame(listings, LISTINGS), places=_frame(places, PLACES), **more)


def outcome(book: Book, flag: str, party: str = "A") -> tuple[str, str]:
    """Outcome and reason of one flag for one party."""
    rows = [
        row
        for row in raise_flags(book, [flag]).to_pylist()
        if row["subject_id"] == f"s:{party}" and row["record_id"] is None
    ]
    assert len(rows) == 1, rows
    return rows[0]["outcome"], rows[0]["reason"]


def evidence(book: Book, flag: str, party: str = "A") -> list[str]:
    """The records on which a flag was raised for a party."""
    return [
        row["record_id"]
        for row in raise_flags(book, [flag]).to_pylist()
        if row["subject_id"] == f"s:{party}" and row["record_id"] is not None
    ]


class Desk:
    """What the tests call, so that they need not import this file."""

    book: Callable[..., Book] = staticmethod(make_book)
    outcome = staticmethod(outcome)
    evidence = staticmethod(evidence)
    history = staticmethod(history)
    tables = staticmethod(tables)


@pytest.fixture(scope="session")
def desk() -> type[Desk]:
    return Desk
