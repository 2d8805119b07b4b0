"""Possible onward legs: records by which goods may have gone on. Each is a question, no finding."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import polars as pl

from screening.trade.book import Book

GRADES: Final = ("same_document", "same_lot", "same_good")
"""Of a possible onward leg. ``same_document``: a declaration, container or serial number in common. ``same_lot``: the
party that received it sent on the same code, as far as both records have it and of eight digits at least, in about the
same quantity within days. ``same_good``: the same HS6 later, by that party: no more than a question."""
_CODE: Final = 8

_PAIR: Final = ["grade", "party", "line", "line_next", "first_amount", "next_amount", "measure", "why"]
_SHORTEST: Final = 5  # signs; a shorter number is a running number

LEGS: Final = pl.Schema(
    {
        "grade": pl.String(),
        "via_id": pl.String(),
        "via": pl.String(),
        "first_record": pl.String(),
        "next_record": pl.String(),
        "first_on": pl.Date(),
        "next_on": pl.Date(),
        "hs_code": pl.String(),
        "first_from": pl.String(),
        "next_to": pl.String(),
        "first_amount": pl.Float64(),
        "next_amount": pl.Float64(),
        "measure": pl.String(),
        "why": pl.String(),
    }
)


def record_ids(book: Book, lines: pl.DataFrame) -> pl.DataFrame:
    """``line, record_id`` of the lines given."""
    return book.record_ids(lines.get_column("line"))


def onward_legs(book: Book, named: pl.DataFrame, lines: pl.DataFrame, days: int, tolerance: float) -> pl.DataFrame:
    """Legs that follow a record on which a named party sent, received or passed on goods."""
    firms = book.firms()
    mine = firms.join(firms.join(named.select("party"), on="party", how="semi"), on="firm", how="semi")
    named_lines = book.roles.join(mine, on="party", how="semi").select("line").unique()
    first = lines.join(named_lines, on="line", how="semi").filter(
        pl.col("date").is_not_null() & pl.col("hs6").is_not_null()
    )
    takers = _in_role(book, "importer", firms, first).join(first, on="line")
    senders = _in_role(book, "exporter", firms.join(takers.select(firm="party"), on="firm", how="semi"), lines)
    later = senders.join(lines.filter(pl.col("date").is_not_null() & pl.col("hs6").is_not_null()), on="line")
    pairs = takers.join(later, on=["party", "hs6"], suffix="_next").filter(
        (pl.col("line") != pl.col("line_next"))
        & pl.col("date_next").is_between(pl.col("date"), pl.col("date") + timedelta(days=days))
    )
    measured = pairs.with_columns(
        measure=pl.when((pl.col("net_kg") > 0) & (pl.col("net_kg_next") > 0))
        .then(pl.lit("kg"))
        .when((pl.col("quantity") > 0) & (pl.col("quantity_next") > 0) & (pl.col("unit") == pl.col("unit_next")))
        .then(pl.col("unit")),
    ).with_columns(
        first_amount=pl.when(pl.col("measure") == "kg").then("net_kg").otherwise("quantity"),
        next_amount=pl.when(pl.col("measure") == "kg").then("net_kg_next").otherwise("quantity_next"),
    )
    shorter = pl.min_horizontal(pl.col("hs_code").str.len_chars(), pl.col("hs_code_next").str.len_chars())
    code = pl.col("hs_code").str.slice(0, shorter)
    same_code = (shorter >= _CODE) & (code == pl.col("hs_code_next").str.slice(0, shorter))
    near = pl.col("measure").is_not_null() & ((pl.col("next_amount") / pl.col("first_amount") - 1).abs() <= tolerance)
    graded = measured.with_columns(
        grade=pl.when(same_code & near).then(pl.lit("same_lot")).otherwise(pl.lit("same_good")),
        why=pl.when(same_code & near)
        .then(
            pl.format(
                "code {}, {} and {} {} within {} days",
                code,
                _amount("first_amount"),
                _amount("next_amount"),
                "measure",
                (pl.col("date_next") - pl.col("date")).dt.total_days(),
            )
        )
        .otherwise(
            pl.format(
                "HS6 {} again after {} days{}",
                "hs6",
                (pl.col("date_next") - pl.col("date")).dt.total_days(),
                pl.when(same_code)
                .then(pl.format(", the same code {}", code))
                .when(near)
                .then(pl.format(", {} and {} {}", _amount("first_amount"), _amount("next_amount"), "measure"))
                .otherwise(pl.lit("")),
            )
        ),
    )
    # the weakest grade says something only where no better leg is known, and then only the nearest in time
    lots = _nearest(graded.filter(pl.col("grade") == "same_lot"))
    weak = (
        graded.filter(pl.col("grade") == "same_good")
        .join(lots.select("line", "party").unique(), on=["line", "party"], how="anti")
        .sort("line", "date_next", "line_next")
        .unique(["line", "party"], keep="first", maintain_order=True)
    )
    legs = pl.concat(
        [
            _documents(book, first),
            lots.select(_PAIR),
            weak.select(_PAIR),
        ]
    )
    return _described(book, legs.unique(["line", "line_next"], keep="first", maintain_order=True))


def _nearest(lots: pl.DataFrame) -> pl.DataFrame:
    """Where equal lots come and go again and again, the pairs nearest in time from either side: not each with all."""
    gone = (pl.col("date_next") - pl.col("date")).dt.total_days()
    days = lots.with_columns(gone=gone)
    to_next = pl.col("gone").min().over("party", "line")
    from_first = pl.col("gone").min().over("party", "line_next")
    return days.filter((pl.col("gone") == to_next) | (pl.col("gone") == from_first)).drop("gone")


def _amount(column: str) -> pl.Expr:
    """A quantity as text, without a fraction that says nothing."""
    return pl.col(column).round(3).cast(pl.String).str.strip_suffix(".0")


def _in_role(book: Book, role: str, firms: pl.DataFrame, lines: pl.DataFrame) -> pl.DataFrame:
    """``line, party`` of the lines given, each once: parties of one firm under its number, other firms left out."""
    there = book.roles.lazy().filter(pl.col("role") == role).join(lines.lazy().select("line"), on="line", how="semi")
    found = there.join(firms.lazy(), on="party").select("line", party="firm")
    return found.collect(engine="streaming").unique().sort("line", "party")


def _of_lines(book: Book, pairs: pl.DataFrame) -> pl.DataFrame:
    """The lines of ``line, line_next``."""
    wanted = pl.concat([pairs.select("line"), pairs.select(line="line_next")])
    return book.lines.join(wanted, on="line", how="semi")


def _documents(book: Book, first: pl.DataFrame) -> pl.DataFrame:
    """Records that share a container, a serial number or a declaration with the first and come later."""
    standing = book.records.filter(pl.col("status").is_null())
    kinds = {"container": "container", "declaration": "declaration", "serial number": "serial_numbers"}
    here = pl.col("line").is_in(first.get_column("line").implode())
    told, alike = [], []
    for kind, column in kinds.items():
        numbers = _exploded(standing.select("line", number=column).filter(here))
        mine = numbers.filter(pl.col("number").str.len_chars() >= _SHORTEST).collect(engine="streaming")
        if mine.is_empty():
            continue
        # only what shares a number is kept: all numbers there are would take gigabytes
        shared = pl.col("number").is_in(mine.get_column("number").unique().implode())
        others = _exploded(standing.select("line", number=column)).filter(shared).collect(engine="streaming")
        told.append(mine.with_columns(kind=pl.lit(kind)))
        alike.append(others.with_columns(kind=pl.lit(kind)))
    nothing = [pl.DataFrame(schema={"line": pl.UInt32, "number": pl.String, "kind": pl.String})]
    mine, shared_by = pl.concat(told or nothing), pl.concat(alike or nothing)
    met = mine.join(shared_by.rename({"line": "line_next"}), on=["kind", "number"]).filter(
        pl.col("line") != pl.col("line_next")
    )
    dates = _of_lines(book, met).select("line", "date")
    joined = met.join(dates, on="line").join(dates, left_on="line_next", right_on="line", suffix="_next")
    # one declaration has many lines of one day: a leg is a later one, by somebody else's hand or date
    onward = joined.filter(
        (pl.col("date_next") > pl.col("date"))
        | (
            (pl.col("date_next") == pl.col("date"))
            & (pl.col("kind") != "declaration")
            & (pl.col("line") < pl.col("line_next"))
        )
    )
    taken = book.roles.filter(pl.col("role") == "importer").join(onward.select("line"), on="line", how="semi")
    taker = taken.group_by("line").agg(pl.col("party").min())
    return (
        onward.join(taker, on="line", how="left")
        .with_columns(
            grade=pl.lit("same_document"),
            first_amount=pl.lit(None, pl.Float64),
            next_amount=pl.lit(None, pl.Float64),
            measure=pl.lit(None, pl.String),
            why=pl.format("{} {} on both", "kind", "number"),
        )
        .sort("line", "line_next", "kind", "number")
        .select(_PAIR)
    )


def _exploded(numbers: pl.LazyFrame) -> pl.LazyFrame:
    """``line, number``: a row for each number of a line."""
    return numbers.explode("number") if numbers.collect_schema()["number"] == pl.List(pl.String) else numbers


def _described(book: Book, legs: pl.DataFrame) -> pl.DataFrame:
    people = book.parties.select("party", "subject_id", "name")
    here = _of_lines(book, legs)
    names = book.roles.join(here, on="line", how="semi").join(people, on="party").sort("line", "subject_id")
    firsts = {
        role: names.filter(pl.col("role") == role).group_by("line", maintain_order=True).agg(pl.col("name").first())
        for role in ("exporter", "importer")
    }
    ids = record_ids(book, pl.concat([legs.select("line"), legs.select(line="line_next")]))
    dates = here.select("line", "date", hs_code=pl.col("hs_code").cast(pl.String))
    table = (
        legs.join(people.rename({"subject_id": "via_id", "name": "via"}), on="party", how="left")
        .join(ids.rename({"record_id": "first_record"}), on="line")
        .join(ids.rename({"record_id": "next_record", "line": "line_next"}), on="line_next")
        .join(dates.rename({"date": "first_on"}), on="line")
        .join(dates.select(line_next="line", next_on="date"), on="line_next")
        .join(firsts["exporter"].rename({"name": "first_from"}), on="line", how="left")
        .join(firsts["importer"].rename({"name": "next_to", "line": "line_next"}), on="line_next", how="left")
    )
    ranked = table.with_columns(rank=pl.col("grade").replace_strict(list(GRADES), range(len(GRADES))))
    return ranked.sort("rank", "first_on", "first_record", "next_record").select(LEGS.names()).cast(LEGS)
