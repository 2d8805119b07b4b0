"""When a party was founded: after the invasion, outside the coalition."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

import polars as pl

from screening.trade.book import Book
from screening.trade.flags.base import NOT_RAISED, NOT_TESTABLE, RAISED, figures_text, of_rows
from screening.trade.founding import may_tell, told_by
from screening.trade.roles import numbers_of
from screening.trade.rules import Rule

_DAY: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")
_ENDS: Final = {"importer": "destination", "exporter": "dispatch"}
"""Where what a party buys goes, and what it sells comes from."""
_YEAR: Final = 4
"""Signs of a year."""


def founded_after(text: str | None, cut: date) -> bool | None:
    """Whether a partial date ("2023", "2022-03") lies after the day; None where it may be either, or is no date."""
    match = _DAY.match((text or "").strip())
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    key = tuple(part for part in (year, month, day) if part is not None)
    other = (cut.year, cut.month, cut.day)[: len(key)]
    if key == other and len(key) < len((cut.year, cut.month, cut.day)):
        return None
    return key > other


def incorporated_after(book: Book, rule: Rule) -> pl.DataFrame:
    """Parties outside the coalition founded after the day that deal in watched goods (A2).

    Where no date is given, or a year alone, a number may hold it (`screening.trade.founding`). A party of no known
    country is taken to be of the one that all it buys goes to, or all it sells comes from.
    """
    mine = book.records_of(rule.roles)
    watched = book.watched_of(rule.roles).group_by("party").agg(watched=pl.len())
    people = (
        mine.join(watched, on="party", how="left")
        .join(book.parties, on="party")
        .join(_first_records(book, rule), on="party", how="left")
        .sort("party")
    )
    asked = people.select("party", "country", "incorporated_on", "numbers", "first", "watched", "records")
    rows, ends = [], only_ends(book, people.filter(pl.col("country").is_null()))
    for party, given, stated, numbers, first, count, records in asked.iter_rows():
        founded, country, by = stated, given, ""
        after = founded_after(founded, book.rules.cut)
        if after is None and (told := told_by(numbers_of(numbers), given)) and may_tell(told.on, stated, first):
            founded, country, by = told.on, given or told.country, f" by its {told.kind} {told.number}"
            after = founded_after(founded, book.rules.cut)
        unsaid, end = "", ends.get(party)
        if after and not country and end and end not in book.rules.coalition:
            country, unsaid = end, f" Its country is not given: all its goods go to or come from {end}."
        said = figures_text(incorporated_on=founded, country=country, watched=count or 0)
        if country in book.rules.coalition:
            outcome, reason = NOT_RAISED, f"In the coalition ({country})."
        elif not founded:
            outcome, reason = NOT_TESTABLE, "Not testable: when it was founded is not given."
        elif after is None:
            outcome, reason = NOT_TESTABLE, _perhaps(founded, by, book.rules.cut, count, records)
        elif after and not country:
            outcome, reason = NOT_TESTABLE, f"Not testable: founded {founded}, but its country is not known."
        elif after and count:
            outcome, reason = RAISED, f"{rule.says} Founded {founded}{by}; {count} records of watched goods.{unsaid}"
        elif after:
            outcome, reason = NOT_RAISED, f"Founded {founded}{by}, but it deals in no watched good."
        else:
            outcome, reason = NOT_RAISED, f"Founded {founded}{by}."
        rows.append((party, outcome, reason, said))
    return of_rows(rows)


def _perhaps(founded: str, by: str, cut: date, count: int | None, records: int) -> str:
    """Why it cannot be said of a year or month alone, or of what is no date, whether it is after the day."""
    if not _DAY.match(founded.strip()):
        return f"Not testable: founded “{founded}”{by} may be before or after."
    all_of_it = ", all it has" if count == records else ""
    dealt = f"; {count} records of watched goods{all_of_it}" if count else ""
    return f"Not testable: founded in {founded}{by}, perhaps after {cut.day} {cut:%B}{dealt}."


def only_ends(book: Book, parties: pl.DataFrame) -> dict[int, str]:
    """The one country that all a party buys goes to, or all it sells comes from, of these parties; no entry where
    there are several, or none is said.
    """
    sides = []
    for role, end in _ENDS.items():
        mine = book.of_roles([role]).join(parties.select("party"), on="party", how="semi")
        sides.append(mine.select("party", end=book.at(mine.get_column("line"), [end]).to_series().cast(pl.String)))
    told = pl.concat(sides).drop_nulls().group_by("party").agg(pl.col("end").min(), many=pl.col("end").n_unique())
    return dict(told.filter(pl.col("many") == 1).select("party", "end").iter_rows())


def _first_records(book: Book, rule: Rule) -> pl.DataFrame:
    """``party, first``: the day of the first record of parties whose date of founding only a number could tell."""
    open_parties = book.parties.filter(_unsaid() & pl.col("identified")).select("party")
    mine = book.of_roles(rule.roles).join(open_parties, on="party", how="semi")
    dated = mine.select("party", date=book.at(mine.get_column("line"), ["date"]).to_series())
    return dated.group_by("party").agg(first=pl.col("date").min())


def _unsaid() -> pl.Expr:
    """Where no date of foundation is given, or a year alone."""
    return (pl.col("incorporated_on").str.len_chars() <= _YEAR).fill_null(value=True)
