"""Which sheets of a workbook that came back are review sheets, and where their columns stand."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from screening.alerts.review_rules import plain
from screening.errors import InputError
from screening.reports.alert_columns import ALERTS

_MUST: Final = ("alert_id", "decision", "seal")
_HEAD_WITHIN: Final = 30  # rows in which the headings are looked for


@dataclass(frozen=True, slots=True)
class Headed:
    """A review sheet: its title, the row of its headings, and where each column stands, from 0."""

    title: str
    row: int
    places: Mapping[str, int]


def walk(sheet: Any) -> Iterator[tuple[int, Sequence[Any]]]:
    """The rows of a sheet with their numbers from 1."""
    sheet.reset_dimensions()  # what the file says of its size is often wrong
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield from enumerate(sheet.iter_rows(), start=1)


def review_sheets(book: Any, path: Path) -> list[Headed]:
    """The review sheet, and behind it its copies: programs that duplicate a sheet leave the first as it was.

    Raises:
        InputError: There is none, there are several and none is called as it was, or a heading stands twice.
    """
    found = [headed for sheet in book.worksheets if (headed := _headed(sheet, path)) is not None]
    named = [each for each in found if each.title == ALERTS.title]
    if not found or (len(found) > 1 and not named):
        what = "has no sheet" if not found else "has several sheets"
        heads = ", ".join(column.heading for column in ALERTS.columns if column.key in _MUST)
        raise InputError(
            f"{what} with the columns {heads}",
            where=path,
            remedy="send the report a run wrote, with its sheet Alerts; other columns and sheets may be added",
        )
    return [*named, *(each for each in found if each not in named)]


def _headed(sheet: Any, path: Path) -> Headed | None:
    for number, cells in walk(sheet):
        if number > _HEAD_WITHIN:
            break
        texts = [plain(cell.value) if isinstance(cell.value, str) else "" for cell in cells]
        places = {
            column.key: texts.index(plain(column.heading))
            for column in ALERTS.columns
            if plain(column.heading) in texts
        }
        if not all(key in places for key in _MUST):
            continue
        twice = [column.heading for column in ALERTS.columns if texts.count(plain(column.heading)) > 1]
        if twice:
            raise InputError(
                f"two columns of sheet {sheet.title!r} are headed {twice[0]!r}",
                where=path,
                remedy="rename the one you added",
            )
        return Headed(sheet.title, number, places)
    return None
