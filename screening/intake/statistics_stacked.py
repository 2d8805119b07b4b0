"""Headers of several rows, and headings that are phrases: years over flows over units, months as columns, in any order.

All texts over a column are read together (`statistics_phrases`). What is a share, a rate or a sum of some months is no
figure of a flow and is set aside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from screening.intake.statistics_periods import period
from screening.intake.statistics_phrases import OTHER, VALUE, Heading, heading
from screening.intake.statistics_places import trader
from screening.intake.statistics_roles import Across, Layout, headings, key
from screening.intake.tables import Row

_MOST_ROWS: Final = 4
_TWO: Final = 2
_FIGURES = re.compile(r"[-+(]?[\d\s\u00a0\u202f.,']{3,}[-)]?")
_LONGEST_CODE: Final = 3
_NUMBER = re.compile(r"[-+]?\d[\d\s.,']*")
_SMALL = re.compile(r"[-+]?[0-9]{1,2}(?:[.,][0-9]+)?")
_BRACKETED = re.compile(r"[(\[][^()\[\]]*[)\]]")
_LANGUAGES = re.compile(r"\s*[\n/|]\s*")
_FIGURE_ROLES: Final = ("value", "cif", "fob", "net_kg", "gross_kg", "quantity")
_SHOWN: Final = 5


def is_figure(cell: str) -> bool:
    """Whether a cell holds a number that is no period."""
    if not _FIGURES.fullmatch(cell) or not any(char.isdecimal() for char in cell):
        return False
    return period(cell) is None or (cell.isdecimal() and len(cell) > len("202201"))


def stacked(rows: Sequence[Row]) -> Layout | None:
    """The layout by the header's rows together; None where they name no figures.

    Args:
        rows: The first rows of the table.
    """
    block = _block(rows)
    if not block:
        return None
    stacks, own = _stacks(block)
    result = Layout([" ".join(dict.fromkeys(text for text in texts if text)) for texts in stacks], block[-1].number)
    result.first_row = block[0].number
    told: dict[int, Heading] = {}
    for index, texts in enumerate(stacks):
        if not own[index]:
            continue
        said = heading(texts)
        role = role_of(own[index])
        if role and role not in _FIGURE_ROLES:
            result.columns.setdefault(role, []).append(index)
        elif said.measure != OTHER and (said.tells or said.measure):
            told[index] = said
    if not any(each.tells or each.measure == VALUE for each in told.values()):
        return None
    _figures(result, told)
    return result if result.across or result.notes else None


def _block(rows: Sequence[Row]) -> list[Row]:
    """The rows of the header: those right above the first row with figures that say several things."""
    first = next((number for number, row in enumerate(rows) if _is_data(row)), None)
    if first is None:
        return []
    found: list[Row] = []
    for row in reversed(rows[:first]):
        texts = {cell for cell in row.cells if cell}
        if len(texts) < _TWO or len(found) == _MOST_ROWS:
            if found:
                break
            continue
        if found and _labelled(row):
            break
        found.append(row)
    return found[::-1]


def _is_data(row: Row) -> bool:
    """Whether a row has figures: a large number, or a small one that numbers neither columns nor parts of a year."""
    if any(map(is_figure, row.cells)):
        return True
    if names_country(row) and any(_NUMBER.fullmatch(cell) for cell in row.cells):
        return True  # 19001 may look like a month, and is none beside Kyrgyzstan
    numbers = [cell for cell in row.cells if _SMALL.fullmatch(cell)]
    whole = all(map(str.isdecimal, numbers))
    return bool(numbers) and not (whole and _counts([int(cell) for cell in numbers]))


def names_country(row: Row) -> bool:
    """Whether a cell is the name of a country, which no heading is; a code may be ("No", "ID")."""
    found = (trader(cell) for cell in row.cells if len(cell) > _LONGEST_CODE and not cell.isdecimal())
    return any(each is not None and each.kind == "country" for each in found)


def _counts(numbers: Sequence[int]) -> bool:
    """Whether whole numbers count from one, perhaps several times."""
    return numbers[0] == 1 and all(after in (before + 1, 1) for before, after in pairwise(numbers))


def is_counted(row: Row) -> bool:
    """Whether a row numbers its columns: 1, 2, 3 and so on, and nothing else."""
    texts = [cell for cell in row.cells if cell]
    return len(texts) > _TWO and all(
        cell.isascii() and cell.isdecimal() and cell.lstrip("0") == str(number)
        for number, cell in enumerate(texts, start=1)
    )


def _labelled(row: Row) -> bool:
    """Whether it is a line over the table that says one thing: "Reporter | | Germany"."""
    texts = [cell for cell in row.cells if cell]
    return len(texts) == _TWO and role_of((texts[0],)) is not None and not heading((texts[1],)).tells


def _stacks(block: Sequence[Row]) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """The texts over each column, group labels carried to the right; and those that stand in it themselves."""
    width = max(len(row.cells) for row in block)
    stacks: list[list[str]] = [[] for _ in range(width)]
    own: list[list[str]] = [[] for _ in range(width)]
    for number, row in enumerate(block):
        label = ""
        for index in range(width):
            cell = row.cells[index] if index < len(row.cells) else ""
            if cell:
                label = cell
                own[index].append(cell)
            last = number == len(block) - 1
            stacks[index].append(cell or ("" if last else label))
    return [tuple(texts) for texts in stacks], [tuple(texts) for texts in own]


def role_of(texts: Sequence[str]) -> str | None:
    """The role of a column by the texts over it, the last first: as they stand, without brackets, one language each."""
    for text in reversed(texts):
        bare = _BRACKETED.sub(" ", text).strip(" *")
        for each in (text, bare, *_LANGUAGES.split(text), *_LANGUAGES.split(bare)):
            if (found := headings().get(key(each))) is not None:
                return found[0]
    return None


def _figures(result: Layout, told: dict[int, Heading]) -> None:
    """The columns of values, each with the weights and quantities of the same flow and period beside it."""
    several = [result.header[index] for index, each in told.items() if each.several]
    if several:
        result.notes.append(
            f"columns that add up several months, which are no quarter and no year, are set aside: {_some(several)}"
        )
    told = {index: each for index, each in told.items() if not each.several}
    if any((each.period or each.month) and each.measure in ("", VALUE) for each in told.values()):
        told = {index: each for index, each in told.items() if each.period or each.month}
    groups: dict[tuple[str, int, str], dict[int, Heading]] = {}
    for index, each in told.items():
        groups.setdefault((each.period, each.month, each.flow), {})[index] = each
    aside = []
    for (when, number, flow), columns in groups.items():
        values = [index for index, each in columns.items() if each.measure in ("", VALUE)]
        if not values:
            continue
        chosen = next((index for index in values if columns[index].measure), values[0])
        aside += [result.header[index] for index in values if index != chosen]
        weights = [(index, each.times) for index, each in columns.items() if each.measure == "net_kg"]
        amounts = [index for index, each in columns.items() if each.measure == "quantity"]
        result.across.append(
            Across(
                chosen,
                when,
                flow,
                number,
                columns[chosen].currency,
                columns[chosen].scale,
                net_kg=weights[0] if len(weights) == 1 else None,
                quantity=amounts[0] if len(amounts) == 1 else None,
            )
        )
    if aside:
        result.notes.append(f"columns beside others of the same flow and period are set aside: {_some(aside)}")
    result.across.sort(key=lambda each: each.index)
    currencies = {each.currency for each in result.across} - {""}
    if len(currencies) == 1:  # said once, over the first of them
        result.across = [replace(each, currency=next(iter(currencies))) for each in result.across]


def _some(texts: Sequence[str]) -> str:
    more = f" and {len(texts) - _SHOWN} more" if len(texts) > _SHOWN else ""
    return ", ".join(repr(text) for text in texts[:_SHOWN]) + more
