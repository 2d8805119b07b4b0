"""Exchange rates into US dollars: the user's table, then a package where it is installed; none from memory."""

from __future__ import annotations

import warnings
from bisect import bisect_right
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any, Final

from screening.errors import InputError, Place
from screening.intake.currencies import currencies, currency
from screening.intake.customs_values import decimal_mark, number, record_date
from screening.intake.tables import BadRow, Row, open_tables
from screening.names.tokens import words
from screening.reference import table

_EACH_LINE: Final = "each line needs a date, a currency code, and the dollars one unit is worth"
STALE_DAYS: Final = 31
"""Days a rate stands for those after it: one a month is enough, one a year is not."""


class Rates:
    """Dated rates: US dollars for one unit of a currency.

    Args:
        path: The user's table: date, currency, rate (dollars for one unit). None: no table.
        package: Whether to ask the package CurrencyConverter (rates of the European Central Bank) for the rest.

    Raises:
        InputError: The table cannot be read or a line of it is wrong.
    """

    def __init__(self, path: str | Path | None = None, *, package: bool = True) -> None:
        self._table: dict[str, tuple[list[date], list[float]]] = {}
        self._converter: Any = None
        self.sources: list[str] = []
        if path is not None:
            self._read(path)
            self.sources.append(f"{path} (the user's table)")
        if package:
            self._load_package()

    def usd(self, code: str | None, day: date | None) -> float | None:
        """Dollars for one unit of the currency on that day; None where no source says it."""
        if code == "USD":
            return 1.0
        if not code or day is None:
            return None
        days, rates = self._table.get(code, ([], []))
        at = bisect_right(days, day) - 1
        if at >= 0 and (day - days[at]).days <= STALE_DAYS:
            return rates[at]
        return self._of_package(code, day)

    def _of_package(self, code: str, day: date) -> float | None:
        if self._converter is None or code not in self._converter.currencies:
            return None
        try:
            bounds = self._converter.bounds[code]
            if not bounds.first_date <= day <= bounds.last_date:
                return None
            return float(self._converter.convert(1.0, code, "USD", date=day))
        except ValueError:
            return None

    def _load_package(self) -> None:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                from currency_converter import CurrencyConverter

                self._converter = CurrencyConverter(fallback_on_missing_rate=True)
        except ImportError:
            return
        last = max(bounds.last_date for bounds in self._converter.bounds.values())
        self.sources.append(f"CurrencyConverter (European Central Bank, to {last.isoformat()})")

    def _read(self, path: str | Path) -> None:
        found: dict[str, dict[date, float]] = defaultdict(dict)
        with open_tables(path) as opened:
            rows = iter(opened.tables[0].lines() if opened.tables else ())
            header = next((row for row in rows if isinstance(row, Row) and any(row.cells)), None)
            if header is None:
                raise InputError("the table of rates is empty", where=path, remedy=_EACH_LINE)
            at = _columns(header, path)
            cells = [row for row in rows if isinstance(row, BadRow) or any(row.cells)]
            mark = decimal_mark(
                row.cells[at["rate"]] for row in cells if isinstance(row, Row) and len(row.cells) > at["rate"]
            )
            for row in cells:
                if isinstance(row, BadRow) or len(row.cells) <= max(at.values()):
                    raise InputError("the row is broken", where=Place(str(path), row.number), remedy=_EACH_LINE)
                day = record_date(row.cells[at["date"]], day_first=True)[0]
                code = currency(row.cells[at["currency"]])
                rate = number(row.cells[at["rate"]], mark or ".")
                for what, value in (("date", day), ("currency", code), ("rate", rate)):
                    if value is None or (what == "rate" and not rate):
                        raise InputError(
                            f"{row.cells[at[what]]!r} is {_instead(what, row.cells[at[what]])}",
                            where=Place(str(path), row.number, what),
                            remedy=_EACH_LINE,
                        )
                assert day is not None and code is not None and rate is not None  # noqa: PT018, S101
                if rate < 0:
                    raise InputError(
                        "a rate is negative", where=Place(str(path), row.number, "rate"), remedy=_EACH_LINE
                    )
                if found[code].setdefault(day, rate) != rate:
                    raise InputError(
                        f"there are two rates of {code} on {day.isoformat()}, {found[code][day]:g} and {rate:g}",
                        where=Place(str(path), row.number, "rate"),
                        remedy="leave one of them out",
                    )
        self._table = {code: (sorted(rates), [rates[day] for day in sorted(rates)]) for code, rates in found.items()}


def _columns(header: Row, path: str | Path) -> dict[str, int]:
    folded = [" ".join(words(cell)) for cell in header.cells]
    at = {}
    for row in table("words/rate_headings.tsv").rows:
        what, names = row["role"], [name.strip() for name in row["headings"].split(";")]
        place = next((folded.index(name) for name in names if name in folded), None)
        if place is None:
            raise InputError(
                f"the table of rates has no column {what!r}",
                where=Place(str(path), header.number),
                remedy="its columns must be date, currency and rate (US dollars for one unit)",
            )
        at[what] = place
    return at


def _instead(what: str, cell: str) -> str:
    """What a cell is that does not say what it has to: no rate, or the money of several states."""
    several = currencies(cell) if what == "currency" else ()
    return f"the name of several currencies: {', '.join(several)}" if several else f"no {what}"
