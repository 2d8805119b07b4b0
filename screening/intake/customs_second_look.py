"""A second look at columns whose headings are known, beside what stands under them and in the columns around them.

Whose a number or a day of registration is that no party is named with; a column that only counts rows; the country
whose customs it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from screening.intake import customs_values as values
from screening.intake import customs_wording as wording
from screening.intake.country_cells import country_in, placed
from screening.intake.currencies import is_named_alone, of_heading
from screening.intake.customs_headings import DOMESTIC, OF_FIRMS, Guess
from screening.intake.customs_phrases import ALL_SETS, cut, words_of
from screening.intake.customs_whose import NOBODYS, days_of_the_declarant, each_has_one, of_the_declarant
from screening.intake.nothing import is_error
from screening.intake.party_dates import day_first
from screening.names.places import country_code

if TYPE_CHECKING:
    from screening.intake.customs_layout import CustomsLayout, Source

_FEWEST: Final = 4
"""Rows below which a column's contents say nothing."""
_FEWEST_COUNTED: Final = 20
_SAME: Final = 0.99
_ALWAYS: Final = 0.95
"""Share of the imports that go to the country whose customs it is; a few cells are empty, or slips."""
_SIDES: Final = ("exporter", "importer")
_OTHER_END: Final = {"import": ("dispatch", "exporter_country"), "export": ("destination", "importer_country")}
"""What tells where imports came from, and where exports went."""
_OF_OTHERS_TOO: Final = frozenset({"USD", "CHF"})
"""Currencies that other countries reckon in, too; those of several countries begin with no country's code."""


def look_again(
    result: CustomsLayout,
    guessed: Sequence[tuple[int, str, Guess]],
    sample: Sequence[Sequence[str]],
    mapped: Collection[str],
    direction: str | None = None,
) -> None:
    """Correct the layout where contents tell more than headings; what ``--map`` named is left as it is.

    Args:
        result: The layout so far; changed in place.
        guessed: The columns with the roles their headings give them.
        sample: Rows below the header.
        mapped: Roles the user named.
        direction: Import or export, where title or sheet says it of all rows.
    """
    for what in ("tax_id", "incorporated"):
        unnamed = {index for index, _, guess in guessed if guess.role == f"own_{what}"}
        _of_the_declarant(result, what, unnamed, sample, mapped)
    result.unused += [each.heading for each in result.columns.pop("own_tax_id", ())]
    _registered(result, guessed, sample, mapped)
    _counting_rows(result, sample, mapped)
    _home_column(result, {index for index, _, guess in guessed if guess.role == "partner"}, sample, mapped)
    if not result.home:
        result.home = (
            _of_currency(result, alone=True)
            or _of_the_ways(result, sample, direction)
            or _of_the_numbers(result, direction)
        )
    _own_currencies(result)
    if not result.home:
        result.home = _of_currency(result)


def _of_the_declarant(
    result: CustomsLayout,
    what: str,
    unnamed: Collection[int],
    sample: Sequence[Sequence[str]],
    mapped: Collection[str],
) -> None:
    """A number, or a day of foundation, whose heading names no party, in a table of imports and exports, is the
    declarant's where it fits so.
    """
    exporter, importer = result.first("exporter_name"), result.first("importer_name")
    found = [
        (role, each)
        for role in (f"exporter_{what}", f"importer_{what}", f"own_{what}")
        for each in result.columns.get(role, ())
        if each.index in unnamed and role not in mapped
    ]
    if not found or exporter is None or importer is None or min(exporter.index, importer.index) < 0:
        return
    ways = _ways(result, sample)
    sellers, buyers = ([row[each.index] for row in sample] for each in (exporter, importer))
    follow = of_the_declarant if what == "tax_id" else days_of_the_declarant
    for role, source in found:
        if follow([row[source.index] for row in sample], sellers, buyers, ways):
            _take_out(result, role, source)
            result.columns.setdefault(f"{DOMESTIC}_{what}", []).append(source)
            if role == f"own_{what}":
                result.notes = [each for each in result.notes if not each.startswith(NOBODYS.format(source.heading))]
            said = "the number" if what == "tax_id" else "the day of foundation"
            result.notes.append(f"column {source.heading!r} holds {said} of whoever imports or exports on each row")


def _registered(
    result: CustomsLayout,
    guessed: Sequence[tuple[int, str, Guess]],
    sample: Sequence[Sequence[str]],
    mapped: Collection[str],
) -> None:
    """A day of registration behind the columns of the exporter or importer, of a table with another date, is the firm's
    own where each firm has one, whenever it trades.
    """
    dates = [each for each in result.columns.get("date", ()) if each.index >= 0]
    for source in dates if "date" not in mapped else ():
        if len(dates) == 1 or not _may_be_of_a_firm(source.heading):
            continue
        before = [role for index, role, _ in guessed if index < source.index and role.partition("_")[0] in _SIDES]
        party = before[-1].partition("_")[0] if before else ""
        name = result.first(f"{party}_name")
        if name is None or name.index < 0 or f"{party}_incorporated" in result.columns:
            continue
        cells = [row[source.index] for row in sample]
        whose = DOMESTIC if _days_of_either(result, cells, sample) else party
        days = {cell for cell in cells if values.said(cell)}
        pairs = [[(row[name.index], row[each.index]) for row in sample] for each in dates]
        own = [each_has_one(each) for each in pairs]
        if len(days) >= _FEWEST and (own[dates.index(source)] or whose == DOMESTIC) and not all(own):
            _take_out(result, "date", source)
            result.columns[f"{whose}_incorporated"] = [replace(source, day_first=day_first(cells))]
            said = f"column {source.heading!r} holds one day for each {party}: taken for its founding"
            if whose == DOMESTIC:
                said = (
                    f"column {source.heading!r} holds the day of foundation of whoever imports or exports on each row"
                )
            result.notes.append(said)
            return


def _days_of_either(result: CustomsLayout, days: Sequence[str], sample: Sequence[Sequence[str]]) -> bool:
    """Whether days are those of the exporter of an export and of the importer of an import."""
    exporter, importer = result.first("exporter_name"), result.first("importer_name")
    if exporter is None or importer is None or min(exporter.index, importer.index) < 0:
        return False
    sellers, buyers = ([row[each.index] for row in sample] for each in (exporter, importer))
    return days_of_the_declarant(days, sellers, buyers, _ways(result, sample))


def _ways(result: CustomsLayout, sample: Sequence[Sequence[str]]) -> list[str | None]:
    """Import, export or transit on each row of the sample, by the first column that says it."""
    roles = ("direction", "procedure_code", "procedure")
    indices = [each.index for role in roles for each in result.columns.get(role, ()) if each.index >= 0]
    return [next((way for index in indices if (way := wording.direction(row[index]))), None) for row in sample]


def _counting_rows(result: CustomsLayout, sample: Sequence[Sequence[str]], mapped: Collection[str]) -> None:
    """A column that counts the rows of the table is no number of lines within declarations."""
    if "item" in mapped:
        return
    full = (row for row in sample if sum(map(bool, row)) > len(row) // 2)  # totals and notes have no number
    once = list(dict.fromkeys(map(tuple, full)))  # a row that stands there twice has its number twice
    for source in [*result.columns.get("item", ())]:
        numbers = [int(row[source.index][:15]) for row in once if row[source.index].isdecimal()]
        if len(numbers) < max(_FEWEST_COUNTED, _SAME * len(once) - 1) or len(set(numbers)) < len(numbers):
            continue
        if sum(later == before + 1 for before, later in pairwise(numbers)) >= _SAME * (len(numbers) - 1) - 1:
            _take_out(result, "item", source)
            result.unused.append(source.heading)
            result.notes.append(f"column {source.heading!r} counts the rows of the table: not used")


def _home_column(
    result: CustomsLayout, lone: Collection[int], sample: Sequence[Sequence[str]], mapped: Collection[str]
) -> None:
    """A lone "Country" that is one country on every row, though other columns tell where imports came from and exports
    went to, is that of the customs office: it says where imports go and exports come from, and no other end of the way.
    """
    said = set(_ways(result, sample))
    ways = [way for way in _OTHER_END if way in said]
    for role in ("partner", "dispatch", "destination"):
        for source in [each for each in result.columns.get(role, ()) if each.index in lone and role not in mapped]:
            code = _same_everywhere([row[source.index] for row in sample])
            if code and ways and all(_told_otherwise(result, _OTHER_END[way], lone, sample, code) for way in ways):
                _take_out(result, role, source)
                result.home = code
                result.notes.append(f"column {source.heading!r} is {code} on every row: the country of the customs")


def _told_otherwise(
    result: CustomsLayout, ends: Collection[str], lone: Collection[int], sample: Sequence[Sequence[str]], code: str
) -> bool:
    """Whether other columns tell that end of the way, and of another country than ``code``."""
    indices = [each.index for end in ends for each in result.columns.get(end, ()) if each.index not in lone]
    said = {country_in(cell) for index in indices if index >= 0 for cell in {row[index] for row in sample}}
    return bool(said - {None, code})


def _of_the_numbers(result: CustomsLayout, direction: str | None) -> str:
    """The country whose firms alone have the numbers of those who import, in a table of imports, or export, in one of
    exports (统一社会信用代码): its customs wrote the records. Empty where none, or several, are told.
    """
    party = {"import": "importer", "export": "exporter"}.get(direction or "")
    told = {each.country for each in result.columns.get(f"{party}_tax_id", ())}
    return told.pop() if len(told) == 1 else ""


def _same_everywhere(cells: Sequence[str]) -> str:
    """The one country a column names on all of its rows; empty where it names several, or none."""
    said = {cell for cell in cells if values.said(cell) and not is_error(cell)}
    codes = {country_in(cell) for cell in said}
    return next(iter(codes)) or "" if len(codes) == 1 and len(cells) >= _FEWEST else ""


def _of_the_ways(result: CustomsLayout, sample: Sequence[Sequence[str]], direction: str | None) -> str:
    """The one country that all imports go to and all exports come from; empty where there is none, or rows are few.

    Of a table of a firm's or forwarder's own, not of one customs office, imports into several countries are told by
    their destinations.
    """
    ways = _ways(result, sample)
    found: set[str] = set()
    for way, end in (("import", "destination"), ("export", "dispatch")):
        rows = [row for row, said in zip(sample, ways, strict=True) if (said or direction) == way]
        sources = [each for each in result.columns.get(end, ()) if each.index >= 0]
        codes = Counter(next((code for each in sources if (code := placed(row[each.index])[0])), None) for row in rows)
        if not rows or not codes:
            continue
        code, number = codes.most_common(1)[0]
        if code is None or number < _ALWAYS * len(rows):
            return ""
        if len(rows) >= _FEWEST_COUNTED:
            found.add(code)
    return found.pop() if len(found) == 1 else ""


def _of_currency(result: CustomsLayout, *, alone: bool = False) -> str:
    """The country in whose currency customs values are; empty where no heading tells it, or several countries have it.

    Offices state customs and statistical values in their own currency, whose code begins with their country's; where
    ``alone``, only one named by its code or by a name that no other bears is asked.
    """
    theirs = wording.vocabulary("of_customs")
    for source in result.columns.get("value_local", ()):
        heading = words_of(source.heading)
        own = source.currency and source.currency not in _OF_OTHERS_TOO
        if own and any(word in theirs for word in heading) and (not alone or is_named_alone(source.currency, heading)):
            return country_code(source.currency[:2]) or ""
    return ""


def _own_currencies(result: CustomsLayout) -> None:
    """Of headings with money of a name that several states have, that of the state whose customs it is."""
    for role in ("value", "value_local"):
        if role in result.columns:
            result.columns[role] = [_of_its_home(each, result.home) for each in result.columns[role]]


def _of_its_home(source: Source, home: str) -> Source:
    if not source.currency or source.constant is not None:
        return source
    return replace(source, currency=of_heading(source.currency, words_of(source.heading), home))


def _take_out(result: CustomsLayout, role: str, source: Source) -> None:
    result.columns[role].remove(source)
    if not result.columns[role]:
        del result.columns[role]


def _may_be_of_a_firm(heading: str) -> bool:
    """Whether a heading of a date may be that of a firm's registration as well: ``Дата регистрации``."""
    return any(
        ("attribute", OF_FIRMS) in {(kind, value) for kind, value, _ in part}
        for part in cut(words_of(heading), ALL_SETS)[0]
    )
