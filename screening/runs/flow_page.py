"""The first page of a run over trade statistics, in words: what rose, how much, how sure; then in plain figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars as pl

from screening.intake.statistics_cells import TOTAL
from screening.reports.result import Section
from screening.trade.flows import words
from screening.trade.flows.analysis import Analysis
from screening.trade.flows.certainty import RISES
from screening.trade.flows.rules import FlowRules

_GOODS_SAID: Final = 8
_HUBS_SAID: Final = 8
_DIRECT_SAID: Final = 3
_BREAKS_SAID: Final = 3
_MIRRORS_SAID: Final = 5
"""So that the words stay one page."""
_TIMES_LEAST: Final = 10
"""A list of goods is named on the page when it rose by so many times the least value of a rise."""
_FIGURES_SAID: Final = 40
_FIGURES_FROM: Final = 1e6
_ONE_SET: Final = ["currency", "frequency", "reported_by"]


def paragraphs(found: Analysis) -> Iterator[tuple[str, list[str]]]:
    """The page in words: a title and sentences, most important first."""
    verdicts, rules = found.verdicts, found.rules
    if not verdicts.height:
        yield "In short", ["Nothing could be compared: there is no flow to a hub with figures from the cut on."]
        return
    rises = verdicts.filter(pl.col("verdict").is_in(list(RISES)))
    goods = verdicts.filter((pl.col("scope") == "good") & (pl.col("good") != TOTAL))
    rising = goods.filter(pl.col("verdict").is_in(list(RISES)))
    compared, said = _compared(verdicts)
    yield (
        "In short",
        [
            _counted(goods, rising),
            *([said] if said else []),
            *_direct(verdicts, rules),
            "A rise is a reason to look and a gap is a question: neither is a finding about any firm. What was not "
            "published is missing and not zero.",
        ],
    )
    weighty = pl.col("above") >= _TIMES_LEAST * rules.measure["least_value"]
    together = without_doubles(rises.filter((pl.col("scope") != "good") | (pl.col("good") == TOTAL)).filter(weighty))
    if together.height:
        hubs = [words.brief(row, compared) for row in together.head(_HUBS_SAID).iter_rows(named=True)]
        yield "Hubs", [*hubs, *_replaced(verdicts)]
    if rising.height:
        yield (
            "Goods, most important first",
            [words.brief(row, compared) for row in rising.head(_GOODS_SAID).iter_rows(named=True)],
        )
    unknown = _not_told(rises)
    if unknown:
        yield "What the files cannot tell", unknown
    broken = verdicts.filter(pl.col("breaks").is_not_null() & (pl.col("scope") == "good"))
    if broken.height:
        yield (
            "Unit values and weights that break",
            [
                f"{words.country(row['hub'])}, {words.item(row['good'], row['scope'], row['description'])}: "
                f"{row['breaks'].removeprefix('Breaks: ')}."
                for row in broken.head(_BREAKS_SAID).iter_rows(named=True)
            ],
        )
    gaps = found.mirror.filter(pl.col("says").is_not_null() & (pl.col("gap") > 0))
    if gaps.height:
        _, _, question = gaps["says"][0].partition(": ")
        yield (
            f"Mirror gaps (allowance for insurance and freight {rules.mirror['cif_fob']:.0%})",
            [
                *([question.capitalize()] if question else []),
                *(
                    f"{words.country(row['exporter'])} to {words.country(row['hub'])}, {row['year']}, "
                    f"{words.item(row['good'], 'good')}: sent {words.money(row['sent'], row['currency'])}, "
                    f"got {words.money(row['got'], row['currency'])}; "
                    f"{row['says'].partition(': ')[0]}."
                    for row in gaps.head(_MIRRORS_SAID).iter_rows(named=True)
                ),
            ],
        )


def without_doubles(verdicts: pl.DataFrame) -> pl.DataFrame:
    """Without rows on all goods of the files where all of them are on one list: the list's row says the same."""
    same = ["hub", *_ONE_SET, "value", "before"]
    listed = verdicts.filter(pl.col("scope") == "regime").select(same)
    all_goods = verdicts.filter(pl.col("scope") == "all").join(listed, on=same, how="semi", nulls_equal=True)
    return verdicts.join(
        all_goods.select("scope", "hub", *_ONE_SET), on=["scope", "hub", *_ONE_SET], how="anti", maintain_order="left"
    )


def _counted(goods: pl.DataFrame, rising: pl.DataFrame) -> str:
    sure = {level: rising.filter(pl.col("certainty") == level).height for level in ("strong", "moderate", "weak")}
    untestable = goods.filter(pl.col("verdict") == "not testable").height
    return (
        f"Of {goods.height:,} flows of single goods to {goods.get_column('hub').n_unique()} hubs, {rising.height:,} "
        f"rise: {sure['strong']:,} with strong, {sure['moderate']:,} with moderate and {sure['weak']:,} with weak "
        f"certainty that the rise is the hub's own; {untestable:,} cannot be tested."
    )


def _compared(verdicts: pl.DataFrame) -> tuple[str, str]:
    """The periods most verdicts compare, and the sentence that says so once for all of them."""
    counts = verdicts.filter(pl.col("compared_with") != "").group_by("compared", "compared_with").len()
    if not counts.height:
        return "", ""
    compared, with_what, _ = counts.sort("len", "compared", "compared_with", descending=[True, False, False]).row(0)
    only = "" if counts.height == 1 else ", where nothing else is said"
    part = "; a year in brackets is over the same periods" if with_what.startswith("the same") else ""
    return compared, f"Compared is {compared} with the mean of {with_what}{only}{part}."


def _direct(verdicts: pl.DataFrame, rules: FlowRules) -> Iterator[str]:
    """What became of the direct trade in the goods of the files, or of each list."""
    to = " and ".join(words.country(code) for code in sorted(rules.destination))
    known = verdicts.filter((pl.col("scope") != "good") & pl.col("direct").is_not_null()).sort(
        "scope", "direct_baseline", descending=[True, True], nulls_last=True, maintain_order=True
    )
    said = known.unique(["direct", "direct_before", "currency"], keep="first", maintain_order=True)
    for row in said.head(_DIRECT_SAID).iter_rows(named=True):
        before, usual, now = row["direct_before"], row["direct_baseline"], row["direct"]
        if not usual:
            continue
        line = f"Direct to {to}, {words.item(row['good'], row['scope'])}: {words.money(now, row['currency'])} in "
        line += f"{row['compared']}, after {words.money(usual, row['currency'])} on average"
        if before is not None and row["before_year"]:
            line += f" ({row['before_year']}: {words.money(before, row['currency'])})"
        yield line + "."


def _not_told(rises: pl.DataFrame) -> list[str]:
    """What holds of most rises because the files lack something, said once."""
    missing = [
        (
            "the same goods' trade with the rest of the world is not",
            "whether a good grew everywhere (no file has its trade with the rest of the world)",
        ),
        ("no weights", "what is owed to prices (there are no weights)"),
        ("the direct trade is not in the files", "whether a rise replaces direct trade (that is not in the files)"),
    ]
    found = [
        says for mark, says in missing
        if rises.height and 2 * rises.filter(pl.col("reasons").str.contains(mark, literal=True)).height > rises.height
    ]  # fmt: skip
    if rises.height and 2 * rises.filter(pl.col("onward").is_null()).height > rises.height:
        found.append("what went on from the hubs (no file has their exports)")
    return [f"Of most rises the files cannot tell {'; '.join(found)}."] if found else []


def _replaced(verdicts: pl.DataFrame) -> Iterator[str]:
    """How much of the direct trade's fall all hubs together could replace."""
    wide = verdicts.filter(pl.col("scope").is_in(["all", "regime"]) & (pl.col("direct_fall") > _FIGURES_FROM))
    for key, part in without_doubles(wide).group_by("scope", "good", *_ONE_SET, maintain_order=True):
        rise = float(part.get_column("above").clip(0.0).sum())
        fall = float(part.get_column("direct_fall")[0])
        yield (
            f"All hubs together, {words.item(str(key[1]), str(key[0]))}: above their baselines by "
            f"{words.money(rise, str(key[2]))}, while the direct trade is {words.money(fall, str(key[2]))} below its "
            f"own: at most {min(rise / fall, 1.0):.0%} of that can have been replaced by way of them."
        )


def figures(found: Analysis) -> Section:
    """Hubs by lists of goods, as plain figures: what went there in the two years that are compared."""
    compared, _ = _compared(found.verdicts)
    wide = found.verdicts.filter(pl.col("scope").is_in(["all", "regime"]) | (pl.col("good") == TOTAL))
    rows = [
        (
            f"{words.country(row['hub'])}: {words.item(row['good'], row['scope'])}",
            row["before"], row["value"], row["baseline"],
            "" if row["ratio"] is None else f"{row['ratio']:,.1f}", row["currency"], row["certainty"],
            f"{row['verdict'].capitalize()}, as the {row['reported_by']} reports"
            + ("" if row["compared"] == compared else f", {row['compared']}"),
        )
        for row in without_doubles(wide.filter(pl.col("value") >= _FIGURES_FROM))
        .sort("scope", "good", "value", descending=[False, False, True])
        .head(_FIGURES_SAID)
        .iter_rows(named=True)
    ]  # fmt: skip
    return Section(
        "In figures",
        ("Hub and goods", "Year before", "Last year", "Baseline", "Times", "Currency", "Certainty", "Verdict"),
        rows,
    )
