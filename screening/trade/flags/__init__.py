"""All red flags on a book of trade: one function each, a module for each family."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Final

import polars as pl
import pyarrow as pa

from screening.ahead import side_by_side
from screening.errors import KnowledgeError
from screening.model import FLAGS, conform
from screening.trade.book import Book
from screening.trade.flags import (
    embargo,
    exports,
    figures,
    founded,
    goods,
    history,
    listed,
    parties,
    phones,
    remarks,
    round_trip,
    routes,
    shared_addresses,
    state_firms,
    straight,
)
from screening.trade.rules import RULES, Rule

Flag = Callable[[Book, Rule], pl.DataFrame]
_LAST: Final[Mapping[str, str]] = {"unit_value_low": "unit values", "weight_per_piece": "strange weights"}
"""After these flags what was made for them is given up: it is as long as the table."""
_FLAGS: Final[Mapping[str, Flag]] = {
    function.__name__: function
    for function in (
        listed.listed_party,
        listed.affiliated_party,
        listed.counterparty_listed,
        listed.listed_address,
        embargo.sanctioned_territory,
        goods.high_priority_good,
        goods.watched_good,
        goods.energetic_grade,
        goods.description_disagrees,
        routes.direct_to_destination,
        routes.through_hub,
        routes.odd_route,
        routes.odd_procedure,
        straight.sent_straight,
        history.first_imports_after,
        history.new_good_after,
        history.spike_after,
        exports.first_exports_after,
        exports.export_spike_after,
        exports.redirected_after,
        founded.incorporated_after,
        figures.unit_value_high,
        figures.unit_value_low,
        figures.weight_per_piece,
        figures.net_above_gross,
        parties.forwarder_as_consignee,
        parties.bank_as_consignee,
        parties.good_does_not_fit,
        state_firms.state_firm,
        shared_addresses.shared_address,
        round_trip.in_and_out,
        remarks.no_end_user,
        remarks.late_change,
        remarks.third_party_payment,
        remarks.open_account,
        phones.phone_elsewhere,
    )
}


def raise_flag(book: Book, flag_id: str) -> pl.DataFrame:
    """The verdicts of one flag, of `flags.base.VERDICTS`.

    Raises:
        KnowledgeError: The rules name a flag there is no test for.
    """
    if flag_id not in _FLAGS:
        raise KnowledgeError(f"there is no test for the flag {flag_id!r}", where=RULES, remedy="take it away")
    return _FLAGS[flag_id](book, book.rules.flags[flag_id])


def flag_tables(book: Book, only: Iterable[str] | None = None) -> Iterator[pa.Table]:
    """Test all flags that are switched on, one table each, so that a run of millions of rows need not hold them all.

    Args:
        book: The records, as `screening.trade.prepare` makes them.
        only: The ids of some flags; all without it.

    Yields:
        A table of `model.FLAGS` for each flag, in the order of their ids. For every party it is about one row without
        a record: its outcome, raised, not raised or not testable. For every record on which it was raised, a row with
        that record, once for each party concerned. Sorted by subject and record; the order of the records given has
        no bearing on it.
    """
    wanted = None if only is None else set(only)
    rules = [rule for rule in book.rules.enabled() if wanted is None or rule.id in wanted]
    rules.sort(key=lambda rule: rule.id)
    tables = side_by_side(partial(_table, book, rule) for rule in rules)
    for rule, table in zip(rules, tables, strict=True):
        if rule.id in _LAST:
            book.drop(_LAST[rule.id])
        yield table


def _table(book: Book, rule: Rule) -> pa.Table:
    """The verdicts of one flag, of `model.FLAGS`."""
    found = raise_flag(book, rule.id).join(book.parties.select("party", "subject_id"), on="party")
    ids = book.record_ids(found.get_column("line").drop_nulls())
    table = found.join(ids, on="line", how="left").select(
        pl.lit(rule.id).alias("flag_id"),
        "outcome",
        "subject_id",
        "record_id",
        pl.col("reason").fill_null(rule.says),
        "figures",
        pl.lit(rule.cited).alias("source"),
    )
    del found, ids
    return conform(table.sort("subject_id", "record_id", "outcome", nulls_last=True).to_arrow(), FLAGS)


def raise_flags(book: Book, only: Iterable[str] | None = None) -> pa.Table:
    """Test all flags that are switched on; all of `flag_tables` in one table of `model.FLAGS`, in their order."""
    tables = list(flag_tables(book, only))
    return pa.concat_tables(tables) if tables else FLAGS.empty_table()


__all__ = ["Flag", "flag_tables", "raise_flag", "raise_flags"]
