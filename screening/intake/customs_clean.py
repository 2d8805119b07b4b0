"""Columns of text → columns of records: read as wholes, and what was mended noted on its row.

Numbers, texts and places are read a column at a time; what needs thought (codes, dates, countries) once for each
different value, never once a row.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

import polars as pl

from screening.intake import customs_beside as beside
from screening.intake import customs_told_codes as told_codes
from screening.intake import customs_values as values
from screening.intake import customs_weights as weights
from screening.intake import customs_wording as wording
from screening.intake.coded import Coded
from screening.intake.currencies import currency
from screening.intake.customs_cells import (
    LIST_SEPARATORS,
    editions,
    one_container,
    one_imo,
    plausible_date,
    unit_of_weights,
    weight_in,
)
from screening.intake.customs_folds import MOST_CORRECTIONS
from screening.intake.customs_layout import REMARKS, CustomsLayout
from screening.intake.customs_numbers import numbers
from screening.intake.customs_party_sheets import in_words
from screening.intake.customs_reversals import CANCELS, reversing
from screening.intake.customs_style import Style
from screening.intake.customs_way import WayColumns
from screening.intake.former_money import in_force

MAX_KG: Final = 1_000_000_000.0
"""Kilograms on one line beyond which a weight is a slip: a million tonnes is more than any ship carries."""
MAX_VALUE: Final = 1e12
_CORRECTION_OF: Final = rf"^(.*\d{{4,}})/0?[1-{MOST_CORRECTIONS}]$"
"""The number of a declaration within that of its correction."""
_TRANSIT: Final = "transit"
"""The direction, and the procedure, of goods that only pass."""


class Cleaner(WayColumns):
    """Cleans the chunks of one table; ``date_styles`` is how the dates of each column were written."""

    def __init__(self, layout: CustomsLayout, style: Style) -> None:
        super().__init__(layout)
        self._style = style
        self.date_styles: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._ways: dict[str, pl.Series] | None = None
        self._turned: dict[str, pl.Series] = {}

    def records(self) -> pl.DataFrame:
        """The chunk as records: the columns of `model.RECORDS` but for those of place, and what `Folds` looks at."""
        out: dict[str, pl.Series] = {}
        out["date"] = self._date()
        out |= self._procedures()
        out["hs_code"] = self._hs()
        out["further_hs_codes"] = self._further_hs()
        out["hs_edition"] = self._edition(out["date"])
        out["description"] = self._together("description")
        for role in ("delivery_place", "unit", "vessel", "declaration", "item", "version"):
            out[role] = self._text(role)
        self._told_codes(out)
        self._terms(out)
        self._countries(out)
        self._money(out)
        self._weights(out)
        out["quantity"] = self._amount("quantity", "quantity", 1e12)
        out["unit"] = self._unit(out["unit"], out["quantity"])
        if not self._sources("net_kg"):
            out["net_kg"] = weights.weighed(out["quantity"], out["unit"], MAX_KG)
        out["imo"] = self._listed("imo", one_imo)
        out["container"] = self._listed("container", one_container)
        serials = self._text("serial_numbers").str.replace_all(LIST_SEPARATORS.pattern, "\x1f")
        out["serial_numbers"] = serials.str.strip_chars("\x1f ").str.split("\x1f")
        kinds = self._mapped("document_kind", wording.document_kind, pl.String)
        out |= reversing(kinds, self._turned, out, lambda: self._together("remarks"), self)
        said = pl.select(pl.coalesce(self._status(), pl.when(kinds == CANCELS).then(pl.lit("cancelled")))).to_series()
        out["changed"] = (said == "changed").fill_null(value=False)
        out["newer"] = self._newer()
        self._replaced(out)
        out["status"] = pl.select(pl.when(~out["changed"]).then(said)).to_series()
        result = pl.DataFrame({name: series.alias(name) for name, series in out.items()})
        return result.with_columns(self._all_notes().alias("notes"))

    def _status(self) -> pl.Series:
        """What the columns of statuses say of the rows, remarks only where they say it and nothing else."""
        sources = self._sources("status")
        if not any(each.how == REMARKS for each in sources):
            return self._mapped("status", wording.status, pl.String)
        reads = [wording.status_in_remark if each.how == REMARKS else wording.status for each in sources]
        found = [self._column(each).read(read, pl.String) for each, read in zip(sources, reads, strict=True)]
        return self._first(found, pl.String)

    def _newer(self) -> pl.Series:
        """Which rows columns of statuses, remarks apart, say to be the newer of two versions of a line."""
        sources = [each for each in self._sources("status") if each.how != REMARKS]
        found = [self._column(each).read(wording.is_newer, pl.Boolean) for each in sources]
        return self._first(found, pl.Boolean).fill_null(value=False)

    def _replaced(self, out: dict[str, pl.Series]) -> None:
        """The declaration that each row's replaces; ``corrects``: whether the row itself says that it does.

        Under a heading such as "original declaration" there are also those that goods came in by, or are written off
        from: then the procedure or status of the row must speak of a correction. One that does, and has a number of
        one place more (``…/0004375/1``), replaces that with the number before it.
        """
        out["replaces"] = self._text("replaces")
        numbered = out["declaration"].str.extract(_CORRECTION_OF)
        sure = any(each.rank == 1 or each.constant is not None for each in self._sources("replaces"))
        corrected = [self._column(each) for role in ("procedure_code", "procedure") for each in self._sources(role)]
        said = [column.read(wording.is_correction, pl.Boolean) for column in corrected]
        itself = pl.select(pl.any_horizontal(out["changed"], out["newer"], *said)).to_series()
        before = pl.when(out["replaces"].is_null() & itself).then(numbered)
        out["replaces"] = pl.select(pl.coalesce(out["replaces"], before)).to_series()
        spoken = pl.select(pl.any_horizontal(pl.lit(sure), itself)).to_series()
        if len(spoken) != self._height:
            spoken = spoken.new_from_index(0, self._height)
        out["corrects"] = spoken.fill_null(value=False) & out["replaces"].is_not_null()

    def _date(self) -> pl.Series:
        found, unread = [], []
        for source in self._sources("date"):
            column = self._column(source)
            order = self._style.day_first.get(source.index)
            for value, count in zip(column.values, column.counts(), strict=True):
                if value:
                    style = values.record_date(value, day_first=order)[1] or "unread"
                    self.date_styles[source.heading][style] += int(count)
            days = column.read_values(partial(plausible_date, order=order), pl.Date)
            found.append(column.spread(days))
            strange = pl.select(pl.when(days.is_null() & (column.values != "")).then(column.values)).to_series()
            unread.append(column.spread(strange))
        result, first = self._first(found, pl.Date), self._first(unread, pl.String)
        strange = result.is_null() & first.is_not_null()
        if strange.any():
            self.note(strange, "date '" + first.str.slice(0, 40) + "' not understood", "date")
        return result

    def begin(self, columns: Mapping[str, Coded], height: int) -> None:
        """As `RoleColumns.begin`."""
        super().begin(columns, height)
        self._turned = {}
        self._ways = None

    def directions(self) -> pl.Series:
        """Import, export or transit of each row of the chunk, null where it says none."""
        return self._procedures()["direction"]

    def _procedures(self) -> dict[str, pl.Series]:
        """Direction, procedure and its code, read once for a chunk."""
        if self._ways is None:
            self._ways = self._read_procedures()
        return self._ways

    def _read_procedures(self) -> dict[str, pl.Series]:
        out: dict[str, pl.Series] = {}
        stated = self._mapped("direction", wording.direction, pl.String, "direction")
        columns = [self._column(source) for role in ("procedure_code", "procedure") for source in self._sources(role)]
        codes = self._style.explained
        names = [column.read(lambda cell: wording.procedure(in_words(cell, codes))[0], pl.String) for column in columns]
        ways_said = [] if columns else [*map(self._column, self._sources("direction"))]
        names += [column.read(wording.beyond_direction, pl.String) for column in ways_said]
        beside_ways = [column.read(wording.code_beside_direction, pl.String) for column in ways_said]
        # "ИМ" says no more than that
        ways = [column.read(lambda cell: wording.direction(in_words(cell, codes)), pl.String) for column in columns]
        out["direction"] = self._first([stated, *ways], pl.String)
        if self._style.direction:
            out["direction"] = out["direction"].fill_null(self._style.direction)
        usual = [
            pl.select(pl.when(column.read(wording.is_ordinary, pl.Boolean)).then(out["direction"])).to_series()
            for column in columns
        ]
        passing = [pl.select(pl.when(out["direction"] == _TRANSIT).then(out["direction"])).to_series()]
        of_title = passing if self._style.direction == _TRANSIT else []
        out["procedure"] = self._first([*names, *usual, self._text("procedure"), *of_title], pl.String)
        out["procedure_code"] = self._first([self._text("procedure_code"), *beside_ways], pl.String)
        return out

    def _terms(self, out: dict[str, pl.Series]) -> None:
        """The term of delivery; the place behind it in its cell, where no column of its own names one."""
        term = self._mapped("incoterm", lambda cell: beside.incoterm_in(cell)[0] or values.said_text(cell), pl.String)
        places = [
            column.spread(place)
            for column in map(self._column, self._sources("incoterm"))
            if (place := column.read_values(lambda cell: beside.incoterm_in(cell)[1], pl.String)).null_count()
            < len(place)
        ]
        out["incoterm"] = term
        out["delivery_place"] = self._first([out["delivery_place"], *places], pl.String)

    def _hs(self) -> pl.Series:
        found = self._null()
        for source in self._sources("hs_code"):
            column = self._column(source)
            found = self._first([found, column.read(lambda cell: self._one_hs(cell)[0], pl.String)], pl.String)
            said = column.read_values(lambda cell: self._one_hs(cell)[1], pl.String)
            if said.null_count() < len(said):
                notes = column.spread(said)
                self.note(notes.is_not_null() & found.is_not_null(), notes, "HS code mended")
                self.note(notes.is_not_null() & found.is_null(), notes, "HS code")
        return found

    def _further_hs(self) -> pl.Series:
        odd = self._style.odd_hs
        for source in self._sources("hs_code"):
            column = self._column(source)
            further = column.read_values(
                lambda cell: "\x1f".join(beside.further_hs(cell, odd_length=odd)) or None, pl.String
            )
            if further.null_count() < len(further):
                return column.spread(further).str.split("\x1f")
        return self._null(pl.List(pl.String))

    def _told_codes(self, out: dict[str, pl.Series]) -> None:
        """The codes that descriptions state, on rows whose own column has none; and how many digits codes have."""
        silent = out["hs_code"].is_null()
        if silent.any():
            told = told_codes.stated(pl.select(pl.when(silent).then(out["description"])).to_series())
            first = told.list.first()
            self.note(
                first.is_not_null(), "HS code " + first + " read in the description", "HS code in the description"
            )
            out["hs_code"] = out["hs_code"].fill_null(first)
            further = pl.when(told.list.len() > 1).then(told.list.slice(1))
            out["further_hs_codes"] = pl.select(pl.coalesce(out["further_hs_codes"], further)).to_series()
        out["hs_digits"] = out["hs_code"].str.len_chars().cast(pl.Int8)

    def _one_hs(self, cell: str) -> tuple[str | None, str | None]:
        odd = self._style.odd_hs
        if odd and values.lost_zero(cell, odd, numbers=self._style.by_machine):
            return f"0{cell}", f"leading zero of HS code {cell!r} restored"
        return beside.hs_in(cell, odd_length=odd) if values.said(cell) else (None, None)

    def _edition(self, days: pl.Series) -> pl.Series:
        stated = self._text("hs_edition")
        starts, names = editions()
        each = days.drop_nulls().unique()
        of_day = [
            next((name for start, name in zip(reversed(starts), reversed(names), strict=True) if start <= text), None)
            for text in each.cast(pl.String)
        ]
        years = days.replace_strict(each, pl.Series(of_day, dtype=pl.String), default=None)
        return pl.select(pl.coalesce(stated, years)).to_series()

    def _money(self, out: dict[str, pl.Series]) -> None:
        value = self._amount("value", "value", MAX_VALUE)
        local = self._amount("value_local", "value", MAX_VALUE)
        usd = self._amount("value_usd", "value", MAX_VALUE)
        home = self._layout.home
        stated = self._mapped("currency", partial(currency, home=home), pl.String, "currency")
        heading = next((each.currency for each in self._sources("value") if each.currency), None)
        of_local = next((each.currency for each in self._sources("value_local") if each.currency), None)
        in_cell = self._beside("value", partial(beside.currency_in, home=home), pl.String)
        own = pl.select(pl.coalesce(in_cell, stated, pl.lit(heading, dtype=pl.String))).to_series()
        if len(own) != len(value):
            own = stated
        other = self._beside("value_usd", partial(beside.currency_in, home=home), pl.String)
        odd = ((other != "USD") & value.is_null()).fill_null(value=False)
        if odd.any():  # "EUR 1,200" below "Value USD": the cell is nearer to the truth than its heading
            self.note(odd, "the value is in " + other + ", though its heading says USD", "currency beside the value")
            value = pl.select(pl.when(odd).then(usd).otherwise(value)).to_series()
            own = pl.select(pl.when(odd).then(other).otherwise(own)).to_series()
            usd = pl.select(pl.when(~odd).then(usd)).to_series()
        choose = pl.DataFrame({"value": value, "local": local, "usd": usd, "own": own}).select(
            value=pl.coalesce("value", "usd", "local"),
            currency=pl.when(pl.col("value").is_not_null())
            .then(pl.col("own"))
            .when(pl.col("usd").is_not_null())
            .then(pl.lit("USD"))
            .when(pl.col("local").is_not_null())
            .then(pl.lit(of_local or None, dtype=pl.String)),
            usd=pl.when(pl.col("usd").is_not_null())
            .then(pl.col("usd"))
            .when((pl.col("own") == "USD") & pl.col("value").is_not_null())
            .then(pl.col("value")),
        )
        out["value"], out["value_usd"] = choose["value"], choose["usd"]
        out["currency"] = in_force(choose["currency"], out["date"])

    def _weights(self, out: dict[str, pl.Series]) -> None:
        unit = self._mapped("weight_unit", unit_of_weights, pl.Float64, "unit of weight")
        other = {}
        for role in ("gross_kg", "net_kg"):
            weight = self._amount(role, "weight", float("inf"))
            if self._sources("weight_unit") and all(each.factor == 1.0 for each in self._sources(role)):
                stated = self._beside(role, weight_in, pl.Float64)
                weight = weight * pl.select(pl.when(stated.is_null()).then(unit)).to_series().fill_null(1.0)
            out[role], columns = weight, [(self._column(each), each.index) for each in self._sources(role)]
            if any(weights.may_be_read_otherwise(column.raw) for column, _ in columns):
                read = [(column.text(), self._style.decimal.get(index, ".")) for column, index in columns]
                other[role] = weights.other_reading(read, weight)
        if other:
            nothing = self._null(pl.Float64)
            both = {role: other.get(role, nothing) for role in ("gross_kg", "net_kg")}
            out["net_kg"], out["gross_kg"], told = weights.fitted(out, both)
            self.note(told, "a weight that can be read in two ways is read by the other of its line", "weights told")
        for role in ("gross_kg", "net_kg"):
            self.note(out[role] > MAX_KG, "weight beyond any line's left out", "absurd weight")
            out[role] = pl.select(pl.when(out[role] <= MAX_KG).then(out[role])).to_series()
        heavier = (out["net_kg"] > out["gross_kg"] * 1.001).fill_null(False)
        self.note(heavier, "net weight above gross weight", "net above gross")

    def _amount(self, role: str, what: str, most: float) -> pl.Series:
        """Numbers of a role, in kilograms where it is a weight; a negative or absurd one is left out and noted."""
        found = []
        for source in self._sources(role):
            column = self._column(source)
            number = numbers(column.raw, self._style.decimal.get(source.index, "."))
            if number.null_count():
                text = column.text()
                strange = number.is_null() & column.spread(pl.Series([values.said(each) for each in column.values]))
                self.note(strange, f"{what} '" + text.str.slice(0, 40) + "' is no number", what)
            least, greatest = number.min(), number.max()
            wrong = pl.Series([False]).new_from_index(0, self._height)
            for word, of, there in (
                ("negative", number < 0, least is not None and float(least) < 0),  # type: ignore[arg-type]
                ("absurd", number > most, greatest is not None and float(greatest) > most),  # type: ignore[arg-type]
            ):
                if there:
                    mask = of.fill_null(value=False)
                    text = column.text().str.slice(0, 40)
                    self.note(mask, f"{word} {what} '" + text + "' left out", f"{word} {what}")
                    wrong |= mask
                    if word == "negative":
                        self._turned[role] = pl.select(pl.when(mask).then(-number)).to_series()
            number = pl.select(pl.when(~wrong).then(number)).to_series() if wrong.any() else number
            if role in ("gross_kg", "net_kg") and (factor := self._words(column, weight_in, pl.Float64)) is not None:
                # "2 204 LBS": the cell's own unit goes before the heading's
                number = number * factor.fill_null(source.factor)
            elif (times := self._words(column, beside.multiple_in, pl.Float64)) is not None:
                number = number * times.fill_null(source.factor)
            elif source.factor != 1.0:
                number = number * source.factor
            found.append(number)
        return self._first(found, pl.Float64)

    def _unit(self, stated: pl.Series, quantity: pl.Series) -> pl.Series:
        """The unit a row states, else that beside its quantity, else that of the quantity's heading."""
        in_cell = self._beside("quantity", beside.unit_in, pl.String)
        sources = self._sources("quantity")
        headed = [beside.unit_of_heading(each.heading) for each in sources]
        of_heading = [
            pl.when(quantity.is_not_null() & ~self._column(source).empty()).then(pl.lit(unit, dtype=pl.String))
            for source, unit in zip(sources, headed, strict=True)
            if unit
        ]
        return pl.select(pl.coalesce(stated, in_cell, *of_heading)).to_series()

    def _listed(self, role: str, read: Callable[[str], tuple[str | None, str | None]]) -> pl.Series:
        text = self._text(role)
        if text.null_count() == len(text):
            return text
        column = Coded(text.fill_null(""))
        found = column.read(lambda cell: read(cell)[0], pl.String)
        notes = column.read(lambda cell: read(cell)[1], pl.String)
        self.note(notes.is_not_null(), notes, f"{role} check digit")
        return found
