"""Numbers of parties in the cells of their names: ``ТОВ ПРОФАКТОР, 55255971``, ``ООО Ромашка ИНН 7701234567``.

Left there, they make a second party of one whose number has a column of its own.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import polars as pl

from screening.intake.check_digits import labelled, may_be_of, numbers_in
from screening.intake.coded import Coded
from screening.intake.country_cells import country_in
from screening.intake.customs_ships import SHIP
from screening.names.number_labels import labelled_within
from screening.names.tails import BARE, BEHIND
from screening.names.tokens import words
from screening.names.vocabulary import BUSINESS, segment

_LONG: Final = r"\d{6}"
_TAIL: Final = re.compile(rf"{BEHIND}[\s,;/(\[（，]+({BARE})[\s)\]）]*$")
_EDGES: Final = " \t,;/-–—([（，"
_FIGURES: Final = re.compile(r"[\s.,;:/()\[\]（）№#-]*")


class _Apart(NamedTuple):
    """A cell: the name without the number behind it, the number with its label, and the number alone where it has no
    label; empty where it holds none.
    """

    name: str = ""
    tail: str = ""
    bare: str = ""


def numbers_behind_names(whole_row: dict[str, dict[str, Coded]]) -> None:
    """Take numbers out of the cells of names and make numbers of the parties of them.

    A number with its label is one. One without is where it stands on the row as the number of a party, or is right in
    the country of the party; else the name stays as it stands.

    Args:
        whole_row: The cells of each party of a chunk's rows; ``name``, ``tax_id`` and ``country`` are changed.
    """
    for party, cells in whole_row.items():
        if party == SHIP or "name" not in cells or not cells["name"].values.str.contains(_LONG).any():
            continue
        told = [_apart(name) for name in cells["name"].values]
        if any(each.name for each in told):
            _take_apart(party, whole_row, told)


def _take_apart(party: str, whole_row: dict[str, dict[str, Coded]], told: list[_Apart]) -> None:
    cells = whole_row[party]
    names, schema = cells["name"], dict.fromkeys(_Apart._fields, pl.String)
    apart = pl.DataFrame(told, schema=schema, orient="row").select(pl.all().gather(names.codes))
    nothing = pl.repeat("", len(names), dtype=pl.String, eager=True)
    own = cells["tax_id"].text() if "tax_id" in cells else nothing
    country = cells["country"].text() if "country" in cells else nothing
    rows = apart.with_columns(said=names.text(), own=own, country=country)
    is_bare, no_number = pl.col("bare") != "", pl.col("own") == ""
    rows = rows.with_columns(
        right=is_bare & no_number & _is_right(rows), among_own=is_bare & _holds(cells.get("tax_id"), rows["bare"])
    )
    rows = rows.with_columns(split=(pl.col("tail") != "") & (~is_bare | pl.col("right") | pl.col("among_own")))
    for other, beside in whole_row.items():
        if other in (party, SHIP) or "tax_id" not in beside:
            continue
        theirs = beside["country"].text() if "country" in beside else nothing
        found = rows.select(is_bare & no_number).to_series() & _holds(beside["tax_id"], rows["bare"])
        rows = rows.with_columns(found=found, number=beside["tax_id"].text(), theirs=theirs).with_columns(
            own=pl.when("found").then("number").otherwise("own"),
            country=pl.when(pl.col("found") & (pl.col("country") == "")).then("theirs").otherwise("country"),
            split=pl.col("split") | pl.col("found"),
        )
    adds = pl.col("split") & ~pl.col("among_own")
    tail = pl.when(pl.col("own") == "").then("tail").when(~is_bare).then(pl.concat_str("own", pl.lit(";"), "tail"))
    rows = rows.select(
        name=pl.when("split").then("name").otherwise("said"),
        tax_id=pl.when(adds).then(tail.otherwise("own")).otherwise("own"),
        country="country",
    )
    cells |= {each: Coded(rows[each]) for each in rows.columns if each in cells or (rows[each] != "").any()}


def _is_right(rows: pl.DataFrame) -> pl.Expr:
    """Whether the number without a label is one of the party's country."""
    pairs = rows.select("bare", "country").unique().filter(pl.all_horizontal(pl.col("bare", "country") != ""))
    codes = [(number, text, country_in(text)) for number, text in pairs.iter_rows()]
    right = [f"{number}\0{text}" for number, text, code in codes if code and may_be_of(number, code)]
    return pl.concat_str("bare", pl.lit("\0"), "country").is_in(right)


def _holds(numbers: Coded | None, bare: pl.Series) -> pl.Series:
    """On which rows a cell of numbers holds that number, with the zeros at its beginning or without."""
    if numbers is None:
        return pl.repeat(False, len(bare), dtype=pl.Boolean, eager=True)
    said = numbers.read(lambda cell: "".join(f";{each.lstrip('0')};" for _, each, _ in numbers_in(cell)), pl.String)
    rows = pl.DataFrame({"said": said, "bare": bare})
    wanted = pl.concat_str(pl.lit(";"), pl.col("bare").str.strip_chars_start("0"), pl.lit(";"))
    held = pl.col("said").str.contains(wanted, literal=True) & (pl.col("bare") != "")
    return rows.select(held.fill_null(value=False)).to_series()


def _apart(cell: str) -> _Apart:
    if found := _TAIL.search(cell):
        name, number = cell[: found.start()].rstrip(_EDGES), found[1]
        if label := _label_before(cell, number):
            return _with_label(cell, label)
        return _Apart(name, number, number) if _is_named(name) else _Apart()
    first = labelled_within(cell)
    return _with_label(cell, first[0].label) if first else _Apart()


def _label_before(cell: str, number: str) -> str:
    """The label of the first number of a cell whose last is this; empty where they have none."""
    found = labelled_within(cell)
    return found[0].label if found and number in found[-1].number else ""


def _with_label(cell: str, label: str) -> _Apart:
    """The name before a label, where nothing but numbers and their labels stands from there on."""
    at = cell.find(label)
    name, tail = cell[:at].rstrip(_EDGES), cell[at:].rstrip(" )]）")
    rest = tail
    for each, number in labelled(tail):
        rest = rest.replace(each, "", 1).replace(number, "", 1)
    return _Apart(name, tail) if name and _is_named(name) and _FIGURES.fullmatch(rest) else _Apart()


def _is_named(text: str) -> bool:
    """Whether a text holds more than legal forms and words of business: of what has no other name the number is it."""
    found = segment(words(text))
    return not all(any(of.kind in BUSINESS and not of.ambiguous for of in each.meanings) for each in found)
