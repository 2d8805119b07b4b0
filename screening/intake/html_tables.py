"""Tables in HTML, which web sites give out as "Excel" files (.xls): each table with the lines of text above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from screening.errors import InputError
from screening.intake.decoding import decode
from screening.intake.tables import BadRow, Row, TextTable

_MOST_SPAN: Final = 1_000
_MOST_CELLS: Final = 5_000_000
"""Cells of all tables, with those that spans add: a page beyond it is no table people made."""
_FEWEST: Final = 2
_HIDDEN: Final = frozenset({"script", "style", "head", "noscript", "template"})
_VOID: Final = frozenset({"br", "hr", "img", "meta", "link", "input", "col", "wbr"})
_BREAKS: Final = frozenset({"br", "p", "div"})


def looks_like_html(start: bytes) -> bool:
    """Whether a file's first bytes are of an HTML page or table."""
    text = start.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"").lstrip().lower()
    if text.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<body", b"<meta", b"<style", b"<div")):
        return True
    return text.startswith((b"<!--", b"<?xml")) and (b"<html" in text or b"<table" in text)


def html_tables(path: Path, name: str) -> list[TextTable]:
    """The tables of a page that have two rows and two columns or more; text above each stands as rows over it.

    Raises:
        InputError: There is no table, or its cells are too many.
    """
    reader = _Reader(name)
    reader.feed(decode(path, name).text)
    reader.close()
    reader.flush()
    found = reader.found
    if not found:
        raise InputError("is an HTML page without a table", where=name, remedy="save the table as XLSX or CSV")

    def walk(rows: list[list[str]]) -> Iterator[Row | BadRow]:
        for number, cells in enumerate(rows, start=1):
            yield Row(number, cells)

    return [
        TextTable(f"table {number}" if len(found) > 1 else "", lambda rows=rows: walk(rows), ragged=True)  # type: ignore[misc]
        for number, rows in enumerate(found, start=1)
    ]


@dataclass(slots=True)
class _Table:
    """A table while it is read: its rows, and cells that reach down into the rows to come."""

    rows: list[list[str]] = field(default_factory=list)
    row: list[str] | None = None
    below: dict[int, tuple[str, int]] = field(default_factory=dict)
    cell: list[str] | None = None
    across: int = 1
    down: int = 1

    def end_cell(self) -> None:
        """Put the cell into its row, as often as it is wide."""
        if self.cell is None or self.row is None:
            return
        text = " ".join("".join(self.cell).split(" ")).strip()
        text = "\n".join(line.strip() for line in text.splitlines() if line.strip())
        self.fill()
        for number in range(self.across):
            if self.down > 1:
                self.below[len(self.row)] = (text, self.down - 1)
            self.row.append(text if number == 0 else "")
        self.cell = None

    def fill(self) -> None:
        """Cells of rows above that stand here as well."""
        while self.row is not None and (held := self.below.get(len(self.row))):
            text, left = held
            at = len(self.row)
            if left > 1:
                self.below[at] = (text, left - 1)
            else:
                del self.below[at]
            self.row.append(text)

    def end_row(self) -> None:
        """Put the row into the table."""
        self.end_cell()
        if self.row is not None:
            self.fill()
            self.rows.append(self.row)
        self.row = None


class _Reader(HTMLParser):
    """Collects tables and the lines of text between them."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.name = name
        self.found: list[list[list[str]]] = []
        self._open: list[_Table] = []
        self._above: list[list[str]] = []
        self._text: list[str] = []
        self._hidden = 0
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, row or cell."""
        if tag in _HIDDEN:
            self._hidden += 1
        table = self._open[-1] if self._open else None
        if tag == "table":
            self._line()
            self._open.append(_Table())
        elif table is None:
            if tag in _BREAKS or tag in ("li", "h1", "h2", "h3", "h4", "tr"):
                self._line()
        elif tag == "tr":
            table.end_row()
            table.row = []
        elif tag in ("td", "th"):
            table.end_cell()
            if table.row is None:
                table.row = []
            told = dict(attrs)
            table.cell, table.across, table.down = [], _span(told.get("colspan")), _span(told.get("rowspan"))
            self._cells += table.across
            if self._cells > _MOST_CELLS:
                raise InputError(f"has more than {_MOST_CELLS:,} cells", where=self.name, remedy="split it")
        elif tag in _BREAKS and table.cell is not None:
            table.cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End what is open."""
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        table = self._open[-1] if self._open else None
        if table is None:
            if tag in _BREAKS or tag in ("li", "h1", "h2", "h3", "h4"):
                self._line()
        elif tag == "table":
            self._close()
        elif tag == "tr":
            table.end_row()
        elif tag in ("td", "th"):
            table.end_cell()

    def handle_data(self, data: str) -> None:
        """Text of a cell, or between tables."""
        if self._hidden:
            return
        text = " ".join(data.replace("\xa0", " ").split()) if data.strip() else " "
        text = (" " if data[:1].isspace() else "") + text.strip() + (" " if data[-1:].isspace() else "")
        if not self._open:
            self._text.append(text)
        elif self._open[-1].cell is not None:
            self._open[-1].cell.append(text)

    def flush(self) -> None:
        """Tables that are never closed."""
        while self._open:
            self._close()

    def _line(self) -> None:
        text = " ".join("".join(self._text).split())
        self._text = []
        if text:
            self._above.append([text])

    def _close(self) -> None:
        table = self._open.pop()
        table.end_row()
        rows = [row for row in table.rows if any(row)]
        wide = sum(1 for row in rows if sum(map(bool, row)) >= _FEWEST)
        if wide >= _FEWEST:
            self.found.append([*self._above, *rows])
            self._above = []
        else:
            self._above.extend(rows)


def _span(text: str | None) -> int:
    plain = (text or "").strip()
    return min(max(int(plain), 1), _MOST_SPAN) if plain.isascii() and plain.isdigit() else 1
