"""What every flag gives back, and how outcomes of records become outcomes of parties."""

from __future__ import annotations

import json
from typing import Any, Final

import polars as pl

from screening.trade.amounts import unconverted
from screening.trade.book import Book, counted
from screening.trade.counting import ranked
from screening.trade.rules import Rule

RAISED: Final = "raised"
NOT_RAISED: Final = "not_raised"
NOT_TESTABLE: Final = "not_testable"
OUTCOMES: Final = (RAISED, NOT_RAISED, NOT_TESTABLE)
_LOST: Final = "not_converted"
_SHOWN: Final = 3
"""So many different things a flag says of a party's records are named."""

VERDICTS: Final = pl.Schema(
    {
        "party": pl.UInt32(),
        "line": pl.UInt32(),
        "outcome": pl.String(),
        "reason": pl.String(),
        "figures": pl.String(),
    }
)
"""One row without a line for each party a flag is about: its outcome. And one row with a line for each record on
which it was raised: the evidence. Of where goods go, only records of watched goods are evidence.
"""


def figures(**columns: pl.Expr) -> pl.Expr:
    """The figures a flag rests on, as JSON text."""
    return pl.struct([column.alias(name) for name, column in columns.items()]).struct.json_encode()


def figures_text(**values: Any) -> str:
    """The same for single values."""
    return json.dumps(values, ensure_ascii=False, default=str, separators=(",", ":"))


def verdicts(frame: pl.DataFrame) -> pl.DataFrame:
    """The columns of `VERDICTS`, those that are missing null."""
    missing = [pl.lit(None, kind).alias(name) for name, kind in VERDICTS.items() if name not in frame.columns]
    return frame.with_columns(missing).select(VERDICTS.names()).cast(VERDICTS)


def nothing() -> pl.DataFrame:
    """No verdicts."""
    return pl.DataFrame(schema=VERDICTS)


def of_records(book: Book, rule: Rule, found: pl.DataFrame, tested: pl.DataFrame, *, why_not: str) -> pl.DataFrame:
    """Verdicts on parties from findings on their records.

    Args:
        book: The book.
        rule: The flag; its roles say whose records count.
        found: ``line, reason, figures`` of those on which it is raised; with ``party`` where it concerns that party of
            the line only, and ``about`` where reasons that differ are about the same (a good, by whatever code).
        tested: ``line``: those on which the test could be made (the ones found among them or not); with ``party`` where
            it could be made of that party only.
        why_not: Why it cannot be tested on the others, in words.
    """
    mine = book.of_roles(rule.roles)
    keys = ["party", "line"] if "party" in found.columns else ["line"]
    if len(keys) > 1 or book.by_line(found.get_column("line")).sum() < found.height:
        found = found.unique(keys, keep="first", maintain_order=True)
    hit = book.on_lines(mine, found.get_column("line"))
    if len(keys) > 1:
        hit = hit.join(found.select(keys), on=keys)
    raised = _raised(book, hit)
    del hit
    said = found.filter(pl.col("reason").is_not_null())
    examples = _examples(book.on_lines(mine, said.get_column("line")), said, keys)
    cited = found
    if (
        rule.kind == "destination"
    ):  # in the file of one country's imports it is raised on every row: kept where it tells
        cited = cited.join(book.watched().select("line"), on="line", how="semi")
    evidence = book.on_lines(mine, cited.get_column("line")).join(cited, on=keys).with_columns(outcome=pl.lit(RAISED))
    # lines and parties are numbers: gathering and counting beats joining and grouping by far
    could = _tested(book, rule, mine, found, tested)
    people = (
        book.records_of(rule.roles)
        .join(could.rename({"records": "tested"}), on="party", how="left")
        .join(raised, on="party", how="left")
        .join(examples, on="party", how="left")
        .with_columns(pl.col("tested", "raised").fill_null(0))
        .with_columns(usd=pl.when(pl.col("raised") > 0).then("usd").otherwise(0.0))
    )
    whole = people.with_columns(
        outcome=pl.when(pl.col("raised") > 0)
        .then(pl.lit(RAISED))
        .when(pl.col("tested") > 0)
        .then(pl.lit(NOT_RAISED))
        .otherwise(pl.lit(NOT_TESTABLE)),
        reason=pl.when(pl.col("raised") > 0)
        .then(
            pl.format(
                "{} On {} of {} records{}",
                *(pl.lit(rule.says), "raised", "records"),
                pl.coalesce(pl.format(": {}", "example"), pl.lit(".")),
            )
        )
        .when(pl.col("tested") > 0)
        .then(pl.format("On none of the {} records that could be tested.", "tested"))
        .otherwise(pl.lit(f"Not testable: {why_not}.")),
        figures=figures(
            records=pl.col("records"),
            tested=pl.col("tested"),
            raised=pl.col("raised"),
            usd=pl.col("usd").round(2),
            **{name: pl.col(name).fill_null(0) for name in raised.columns if name == _LOST},
        ),
    )
    return pl.concat([verdicts(whole), verdicts(evidence)])


def _raised(book: Book, hit: pl.DataFrame) -> pl.DataFrame:
    """``party, raised, usd`` of the lines on which it is raised: null where none has a value in dollars; and on how
    many of them money was not converted, where any in the book was not.
    """
    party, money = hit.get_column("party"), book.at(hit.get_column("line"), ["value", "value_usd"])
    usd = money.get_column("value_usd")
    raised = counted(party, book.many, usd.fill_null(0.0)).rename({"records": "raised", "sum": "usd"})
    if usd.null_count():
        valued = counted(party.filter(usd.is_not_null()), book.many).get_column("party")
        raised = raised.with_columns(usd=pl.when(pl.col("party").is_in(valued.implode())).then("usd"))
    if book.kept("any unconverted", lambda: book.lines.select(unconverted().any()).item()):
        lost = counted(party.filter(money.select(unconverted()).to_series()), book.many)
        raised = raised.join(lost.rename({"records": _LOST}), on="party", how="left")
    return raised


def _tested(book: Book, rule: Rule, mine: pl.DataFrame, found: pl.DataFrame, tested: pl.DataFrame) -> pl.DataFrame:
    """``party, records``: on how many lines of each party the test could be made."""
    if "party" in tested.columns:
        pairs = pl.concat([each.select("party", "line") for each in (tested, found)]).unique()
        return counted(pairs.get_column("party"), book.many)
    able = book.by_line(pl.concat([tested.get_column("line"), found.get_column("line")]))
    if able.all():  # as a rule all lines can be tested
        return book.records_of(rule.roles)
    return counted(mine.get_column("party").filter(able.gather(mine.get_column("line"))), book.many)


def _examples(mine: pl.DataFrame, said: pl.DataFrame, keys: list[str]) -> pl.DataFrame:
    """For each party ``example``: what is said of its records, each with their number where several things are.

    Where every record has a reason of its own (a price, a day) one of them stands for all.
    """
    about = "about" if "about" in said.columns else "reason"
    places, reasons = ranked(said.get_column("reason").cast(pl.Categorical))
    texts = pl.DataFrame({"reason": reasons}).with_row_index("how")
    told = said.select(
        *keys, what=pl.col(about).cast(pl.Categorical).to_physical(), how=pl.Series(places, dtype=pl.UInt32)
    )
    # of what its own records say: another party's may say the same good by a code this one's do not have
    counts = mine.join(told.select(*keys, "what", "how"), on=keys).group_by("party", "what")
    ordered = (
        counts.agg(pl.col("how").min(), n=pl.len())
        .join(texts, on="how")
        .sort(["party", "n", "reason"], descending=[False, True, False])
    )
    short = pl.format("{} ({})", pl.col("reason").str.strip_suffix("."), "n")
    found = ordered.group_by("party", maintain_order=True).agg(
        one=pl.col("reason").min(),
        several=short.head(_SHOWN).str.join("; "),
        things=pl.len(),
        most=pl.col("n").max(),
    )
    rest = pl.col("things").cast(pl.Int64) - _SHOWN
    alone = (pl.col("things") == 1) | ((rest > 0) & (pl.col("most") == 1))
    others = pl.when(rest > 0).then(pl.format("; and {} others.", rest)).otherwise(pl.lit("."))
    return found.select("party", example=pl.when(alone).then("one").otherwise(pl.col("several") + others))


def of_members(book: Book, rule: Rule, whole: pl.DataFrame) -> pl.DataFrame:
    """Verdicts on firms (under ``party``, see `Book.firm_of`) as verdicts on the parties of the flag's roles."""
    mine = book.records_of(rule.roles).select(own="party")
    mine = mine.with_columns(party=book.firm_of().gather(mine.get_column("own")))
    return verdicts(mine.join(whole, on="party", maintain_order="left").drop("party").rename({"own": "party"}))


def untestable(book: Book, rule: Rule, why: str) -> pl.DataFrame:
    """The verdict that nothing can be said, for every party the flag is about."""
    mine = book.records_of(rule.roles).select("party")
    return verdicts(mine.with_columns(outcome=pl.lit(NOT_TESTABLE), reason=pl.lit(f"Not testable: {why}.")))


def of_rows(rows: list[tuple[int, str, str, str]]) -> pl.DataFrame:
    """Verdicts of rows of ``party, outcome, reason, figures`` (text)."""
    if not rows:
        return nothing()
    kinds = {"party": pl.UInt32(), "outcome": pl.String(), "reason": pl.String(), "figures": pl.String()}
    return verdicts(pl.DataFrame(rows, schema=kinds, orient="row"))
