"""Which parties stand on which rows: each different set of cells read once, then joined back to its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import permutations
from typing import Any, Final

import numpy as np
import polars as pl

from screening.intake.check_digits import countries_of, numbers_in, of_another_country
from screening.intake.coded import Coded
from screening.intake.customs_abroad import tell_countries
from screening.intake.customs_addressed import told_apart
from screening.intake.customs_clean import Cleaner
from screening.intake.customs_headings import DOMESTIC, END_USER, FOREIGN, MAKER_OR_USER, NOTIFIED_TOO, PARTIES
from screening.intake.customs_homes import at_home, elsewhere
from screening.intake.customs_layout import CustomsLayout
from screening.intake.customs_numbered_names import numbers_behind_names
from screening.intake.customs_one_party import Namesakes
from screening.intake.customs_parties import ATTRIBUTES, PartyBook
from screening.intake.customs_party_columns import called_in, cells_of, dated, joined
from screening.intake.customs_party_sheets import Registered
from screening.intake.customs_payers import note_payers, settles
from screening.intake.customs_remarked import founded_by_remarks, paid_by_remarks
from screening.intake.customs_ships import SHIP
from screening.intake.customs_withheld import without_withheld
from screening.model import PARTY_ROLES

ROLE: Final = pl.Enum(PARTY_ROLES)
_AS_THE_ROLE: Final = {*NOTIFIED_TOO, DOMESTIC, FOREIGN, MAKER_OR_USER}
PART: Final = pl.Enum([party for party in PARTIES if party not in PARTY_ROLES and party not in _AS_THE_ROLE])
"""What a party is within its role: whom goods are for, or sent to, are both recorded as ``importer``."""
LINKS: Final[dict[str, Any]] = {"row": pl.UInt32, "role": ROLE, "party": pl.UInt32, "part": PART}
_NOBODY: Final = (1 << 32) - 1
_PLACE: Final = ("address", "city", "country")


class Linker:
    """Finds the parties of chunks of rows; remembers the cells it met, so that a party costs one reading of a file.

    Args:
        book: Where the parties are kept.
    """

    def __init__(self, book: PartyBook) -> None:
        self._book = book
        self._met: dict[tuple[str, ...], _Met] = {}
        self._namesakes = Namesakes(book)

    def links(
        self,
        columns: Mapping[str, Coded],
        height: int,
        layout: CustomsLayout,
        cleaner: Cleaner,
        registered: Registered | None = None,
    ) -> pl.DataFrame:
        """The parties of a chunk's rows.

        ``row`` (its place in the chunk), ``role``, ``party`` (number in the book), and ``part`` (of `PART`), null where
        a party has the role itself.
        """
        found: dict[str, pl.DataFrame] = {}
        referring: dict[str, pl.DataFrame] = {}
        whole_row = {
            party: _of_party(party, columns, height, layout)
            for party in (*PARTIES, SHIP)
            if any(layout.columns.get(_column_of(party, each)) for each in ("name", "tax_id", "swift"))
        }
        if any(layout.columns.get(_column_of(side, each)) for side in (DOMESTIC, FOREIGN) for each in ATTRIBUTES):
            _directed(whole_row, columns, height, layout, cleaner)
        if MAKER_OR_USER in whole_row:
            _made_or_used(whole_row, height, cleaner)
        numbers_behind_names(whole_row)
        _fill_in(whole_row)
        if layout.home:
            at_home(whole_row, layout.home, height, cleaner)
        paid_by_remarks(whole_row, columns, height, layout)
        tell_countries(whole_row, height, cleaner, cleaner.directions())
        founded_by_remarks(whole_row, columns, height, layout)
        if registered is not None:
            for party, cells in whole_row.items():
                if party != SHIP:
                    registered.fill_in(cells)
        for party, cells in whole_row.items():
            role = PARTIES.get(party, party)
            given: list[str] = [name for name in ATTRIBUTES if name in cells]
            met = self._met.setdefault((party, *given), _Met(given))
            rows = met.sets_of(cells, role, self._book)
            found[party] = met.parties_of(rows.get_column("_set"))
            said = rows.get_column("_note")
            if said.null_count() < height:
                cleaner.note(said.is_not_null(), said, f"remark on the {role}")
            meant = rows.get_column("_same")
            if meant.null_count() < height:
                referring[party] = rows.with_row_index("row").filter(meant.is_not_null()).select("row", "_same")
        several = len({PARTIES.get(party, party) for party in found}) < len(found) or bool(referring)
        for party, rows in referring.items():
            for target in rows["_same"].unique().to_list():
                of = found.get(target)
                if of is None or target == party:
                    continue
                meant_rows = rows.filter(pl.col("_same") == target).select("row")
                added = meant_rows.join(of, on="row", how="inner")
                found[party] = pl.concat([found[party], added])
        if not found:
            return pl.DataFrame(schema=LINKS)
        holders = [each.heading for each in layout.columns.get("contract_holder_name", ())]
        note_payers(found, self._book, cleaner, height, settling=settles(holders))
        whole = pl.concat(
            [
                rows.with_columns(
                    role=pl.lit(PARTIES.get(party, party), ROLE),
                    part=pl.lit(party if party in PART.categories else None, PART),
                ).select(list(LINKS))
                for party, rows in found.items()
            ]
        )
        whole = self._namesakes.as_one(whole)
        if several:  # those that have the role itself come first
            whole = whole.unique(["row", "role", "party"], keep="first", maintain_order=True)
        # pieces that are sorted already: a stable sort merges them
        order = np.argsort(whole.get_column("row").to_numpy(), kind="stable")
        return whole.select(pl.all().gather(pl.Series(order, dtype=pl.UInt32)))


class _Met:
    """The different sets of cells of one party's columns met so far, and what they came to."""

    def __init__(self, given: list[str]) -> None:
        self._given = given
        told = {"_set": pl.UInt32, "_note": pl.String, "_same": pl.String}
        self._sets = pl.DataFrame(schema={**dict.fromkeys(given, pl.String), **told})
        self._parties = pl.DataFrame(schema={"_set": pl.UInt32, "party": pl.UInt32})

    def sets_of(self, cells: Mapping[str, Coded], role: str, book: PartyBook) -> pl.DataFrame:
        """For each row of cells ``_set, _note, _same``."""
        alike, which = _distinct([cells[name] for name in self._given])
        distinct = pl.DataFrame(
            {name: cells[name].values.gather(codes) for name, codes in zip(self._given, alike, strict=True)}
        )
        looked = self._looked_up(distinct)
        unknown = distinct.filter(looked.get_column("_set").is_null())
        if unknown.height:
            self._learn(unknown.unique(maintain_order=True), role, book)
            looked = self._looked_up(distinct)
        return looked.select(pl.all().gather(which))

    def parties_of(self, sets: pl.Series) -> pl.DataFrame:
        """``row, party`` of rows of these sets, in their order."""
        rows = pl.DataFrame({"row": pl.int_range(len(sets), dtype=pl.UInt32, eager=True), "_set": sets})
        if self._parties.get_column("_set").is_unique().all():  # one party each, or none: nearly always
            of_set = np.full(self._sets.height, _NOBODY, dtype=np.uint32)
            of_set[self._parties.get_column("_set").to_numpy()] = self._parties.get_column("party").to_numpy()
            named = rows.with_columns(party=pl.Series(of_set).gather(sets))
            return named.filter(pl.col("party") != _NOBODY).select("row", "party")
        return rows.join(self._parties, on="_set", how="inner", maintain_order="left_right").select("row", "party")

    def _looked_up(self, cells: pl.DataFrame) -> pl.DataFrame:
        return cells.join(self._sets, on=self._given, how="left", maintain_order="left").select(
            "_set", "_note", "_same"
        )

    def _learn(self, new: pl.DataFrame, role: str, book: PartyBook) -> None:
        read = book.read_all(role, _whole(new, self._given).rows())
        first = self._sets.height
        told = pl.DataFrame(
            [
                (number, "; ".join(each.notes) or None, each.same_as or None)
                for number, each in enumerate(read, start=first)
            ],
            schema=dict(list(self._sets.schema.items())[-3:]),
            orient="row",
        )
        self._sets = pl.concat([self._sets, new.hstack(told).cast(self._sets.schema)], rechunk=True)
        pairs = [(number, party) for number, each in enumerate(read, start=first) for party in each.parties]
        self._parties = pl.concat([self._parties, pl.DataFrame(pairs, schema=self._parties.schema, orient="row")])


def _of_party(party: str, columns: Mapping[str, Coded], height: int, layout: CustomsLayout) -> dict[str, Coded]:
    """The cells that say something of a party, by what they say."""
    sources = {each: layout.columns.get(_column_of(party, each), []) for each in ATTRIBUTES}
    cells = {name: cells_of(columns, height, name, found_in) for name, found_in in sources.items() if found_in}
    if party == END_USER and "name" in cells:
        cells["name"] = without_withheld(cells["name"])
    if "address" not in cells and "name" in cells:
        both = told_apart(cells["name"], addressed=any(each.addressed for each in sources["name"]))
        if both is not None:
            cells["name"], cells["address"] = both
    if called := sources["other_name"]:
        read = [called_in(columns, height, each, cells.get("name")) for each in called]
        cells["other_name"] = joined("other_name", [names for names, _ in read])
        if "address" not in cells and "city" not in cells:
            cells["address"] = joined("address", [addresses for _, addresses in read])
    if founded := cells.get("incorporated"):
        cells["incorporated"] = dated(founded, sources["incorporated"])
    national = {each.country for each in sources["tax_id"]}
    told = {each.numbers_of for each in sources["tax_id"]}
    if len(national) == 1 and (code := national.pop()):
        ours = [_is_numbered_by(cell, code) for cell in cells["tax_id"].values]
        numbered = cells["tax_id"].spread(pl.Series(ours, dtype=pl.Boolean))
        if address := cells.get("address"):  # a Russian firm's number stands under БИН as well
            abroad = [elsewhere(text, code) for text in address.values]
            numbered &= ~address.spread(pl.Series(abroad, dtype=pl.Boolean))
        cells["country"] = _national(cells.get("country"), cells["tax_id"], numbered, code)
    elif len(told) == 1 and (code := told.pop()):
        first = [next((number for _, number, _ in numbers_in(cell)), "") for cell in cells["tax_id"].values]
        right = [code in countries_of(number) for number in first]
        valid = cells["tax_id"].spread(pl.Series(right, dtype=pl.Boolean))
        cells["country"] = _national(cells.get("country"), cells["tax_id"], valid, code)
    return cells


def _directed(
    whole_row: dict[str, dict[str, Coded]],
    columns: Mapping[str, Coded],
    height: int,
    layout: CustomsLayout,
    cleaner: Cleaner,
) -> None:
    """Make exporters and importers of the declarant's side and the other, by what each row says it is."""
    sides = {side: _of_party(side, columns, height, layout) for side in (DOMESTIC, FOREIGN)}
    texts = {side: {name: cell.text() for name, cell in cells.items()} for side, cells in sides.items()}
    ways = cleaner.directions()
    out, into = (ways == "export").fill_null(value=False), (ways == "import").fill_null(value=False)
    nothing = pl.repeat("", height, dtype=pl.String, eager=True)
    for party, leaves, enters in (("exporter", DOMESTIC, FOREIGN), ("importer", FOREIGN, DOMESTIC)):
        for name in dict.fromkeys((*texts[DOMESTIC], *texts[FOREIGN])):
            before = whole_row.get(party, {})
            told = before[name].text() if name in before else nothing
            of_way = (
                pl.when(out).then(texts[leaves].get(name, nothing)).when(into).then(texts[enters].get(name, nothing))
            )
            mixed = pl.select(pl.when(told != "").then(told).otherwise(of_way.otherwise(pl.lit("")))).to_series()
            whole_row.setdefault(party, before)[name] = Coded(mixed)
    said = nothing != ""
    for side, found in texts.items():
        if side not in whole_row:
            continue
        rest = {
            name: pl.select(pl.when(~(out | into)).then(text).otherwise(pl.lit(""))).to_series()
            for name, text in found.items()
        }
        whole_row[side] = {name: Coded(text) for name, text in rest.items()}
        for name in ("name", "tax_id"):
            said |= rest.get(name, nothing) != ""
    cleaner.note(said, "neither import nor export is said: who sold and who bought is not told", "direction not told")


def _made_or_used(whole_row: dict[str, dict[str, Coded]], height: int, cleaner: Cleaner) -> None:
    """Make makers of exports and users of imports of the one column that names both, by what each row says it is."""
    said = {name: cell.text() for name, cell in whole_row.pop(MAKER_OR_USER).items()}
    ways = cleaner.directions()
    out, into = (ways == "export").fill_null(value=False), (ways == "import").fill_null(value=False)
    for party, way in (("manufacturer", out), (END_USER, into), (MAKER_OR_USER, ~(out | into))):
        if not way.any():
            continue
        before = whole_row.get(party, {})
        told = {name: before[name].text() for name in before}
        nothing = pl.repeat("", height, dtype=pl.String, eager=True)
        free = way & (told.get("name", nothing) == "")
        whole_row[party] = {
            name: Coded(
                pl.select(pl.when(free).then(said.get(name, nothing)).otherwise(told.get(name, nothing))).to_series()
            )
            for name in dict.fromkeys((*told, *said))
        }


def _fill_in(whole_row: Mapping[str, dict[str, Coded]]) -> None:
    """Where two columns of one role name the same firm on a row, what only one says of it holds for both: the applicant
    of a credit who is the consignee as well is one party, not one with an address and one without.
    """
    for role in dict.fromkeys(PARTIES.values()):
        alike = [party for party in whole_row if PARTIES.get(party) == role and "name" in whole_row[party]]
        if len(alike) <= 1:
            continue
        texts = {party: {name: cell.text() for name, cell in whole_row[party].items()} for party in alike}
        for party, other in permutations(texts, 2):
            mine, theirs = texts[party], texts[other]
            same = (mine["name"] == theirs["name"]) & (mine["name"] != "")
            for name in _PLACE:  # a branch in another town is another address
                if name in mine and name in theirs:
                    same &= (mine[name] == "") | (theirs[name] == "") | (mine[name] == theirs[name])
            if not same.any():
                continue
            for name, said in theirs.items():
                kept = mine.get(name, pl.repeat("", len(said), dtype=pl.String, eager=True))
                mine[name] = pl.select(pl.when(same & (kept == "")).then(said).otherwise(kept)).to_series()
                whole_row[party][name] = Coded(mine[name])


def _column_of(party: str, attribute: str) -> str:
    """The role of the column that says it; a ship's are fields of the record."""
    if party == SHIP:
        return {"name": "vessel", "tax_id": "imo"}.get(attribute, "")
    return f"{party}_{attribute}"


def _whole(distinct: pl.DataFrame, given: list[str]) -> pl.DataFrame:
    """All attributes of each set of cells, those without a column empty."""
    return distinct.select(pl.col(name) if name in given else pl.lit("").alias(name) for name in ATTRIBUTES)


def _is_numbered_by(cell: str, code: str) -> bool:
    """Whether a cell holds a number, "NULL" and "-" are none, and its first is not of another country than its heading
    tells of.
    """
    return any(not of_another_country(number, headed, code) for _, number, headed in numbers_in(cell)[:1])


def _national(country: Coded | None, number: Coded, numbered: pl.Series, code: str) -> Coded:
    """The country of the parties ``numbered`` by one country, where no column says another."""
    said = country.text() if country is not None else pl.repeat("", len(number), dtype=pl.String, eager=True)
    return Coded(pl.select(pl.when((said == "") & numbered).then(pl.lit(code)).otherwise(said)).to_series())


def _distinct(columns: Sequence[Coded]) -> tuple[list[pl.Series], pl.Series]:
    """The different sets of cells of rows, as codes by column; and for each row which set it has."""
    which, number = columns[0].codes, len(columns[0].values)
    alike = [np.arange(number, dtype=np.uint32)]
    for column in columns[1:]:
        rows, codes = which.to_numpy(), column.codes.to_numpy()
        # mostly a name has one address, one number: then the sets stay as many as they are
        mine = np.zeros(number, dtype=np.uint32)
        mine[rows] = codes
        if not np.array_equal(mine[rows], codes):
            keys = pl.DataFrame({"set": which, "code": column.codes})
            different = keys.unique(maintain_order=True).with_row_index("which")
            which = keys.join(different, on=["set", "code"], how="left", maintain_order="left").get_column("which")
            number, sets = different.height, different.get_column("set").to_numpy()
            alike = [each[sets] for each in alike]
            mine = different.get_column("code").to_numpy()
        alike.append(mine)
    return [pl.Series(each) for each in alike], which
