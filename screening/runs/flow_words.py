"""The rows of the workbook of trade flows, and its summary in words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

import polars as pl

from screening.intake.statistics_cells import TOTAL
from screening.intake.statistics_periods import said
from screening.reports.flow_book import FlowSheets
from screening.reports.manifest import KEEP_YEARS, versions
from screening.reports.result import Section
from screening.trade.flows import words
from screening.trade.flows.analysis import Analysis
from screening.trade.flows.certainty import RISES
from screening.trade.flows.tops import Top, tops

_GOODS_SAID: Final = 8
_HUBS_SAID: Final = 12
_FIGURES_SAID: Final = 40
_FIGURES_FROM: Final = 1e6
_TIMES_LEAST: Final = 10
"""A list of goods is named on the page in words when it rose by so many times the least value of a rise."""
_MIRRORS_SAID: Final = 6
_MIRROR_ROWS: Final = 2_000
_TITLE: Final = 70


def sheets_of(found: Analysis) -> tuple[FlowSheets, list[Top]]:
    """What the workbook shows of an analysis, and the series its charts are of."""
    rules = found.rules
    best = tops(found.flows, found.verdicts, rules, int(rules.report["series"]))
    series, charts = _series(best)
    totals = found.verdicts.filter(pl.col("scope").is_in(["all", "regime"]) | (pl.col("good") == TOTAL))
    return (
        FlowSheets(
            words=list(paragraphs(found)),
            flows=_flows(found),
            series=series,
            charts=charts,
            mirror=_mirror(found.mirror),
            years=_years(found.years),
            method=list(_method(found)),
            totals=_totals(totals),
        ),
        best,
    )


def paragraphs(found: Analysis) -> Iterator[tuple[str, list[str]]]:
    """The page in words: a title and sentences, most important first."""
    verdicts = found.verdicts
    rises = verdicts.filter(pl.col("verdict").is_in(list(RISES)))
    goods = verdicts.filter((pl.col("scope") == "good") & (pl.col("good") != TOTAL))
    rising = goods.filter(pl.col("verdict").is_in(list(RISES)))
    untestable = goods.filter(pl.col("verdict") == "not testable").height
    if not verdicts.height:
        yield "In short", ["Nothing could be compared: there is no flow to a hub with figures from the cut on."]
        return
    sure = {level: rising.filter(pl.col("certainty") == level).height for level in ("strong", "moderate", "weak")}
    short = [
        f"Of {goods.height:,} flows of single goods to {goods.get_column('hub').n_unique()} hubs, "
        f"{rising.height:,} rise: "
        f"{sure['strong']:,} with strong, {sure['moderate']:,} with moderate and {sure['weak']:,} with weak "
        "certainty that the "
        f"rise is the hub's own; {untestable:,} cannot be tested.",
        "A rise is a reason to look and a gap is a question: neither is a finding about any firm. Each figure "
        "is compared "
        "with the same months of the baseline years; what was not published is missing and not zero.",
    ]
    yield "In short", short
    weighty = pl.col("above") >= _TIMES_LEAST * found.rules.measure["least_value"]
    together = rises.filter((pl.col("scope") != "good") | (pl.col("good") == TOTAL)).filter(weighty)
    if together.height:
        yield (
            "Hubs",
            [*(words.brief(row) for row in together.head(_HUBS_SAID).iter_rows(named=True)), *_replaced(verdicts)],
        )
    if rising.height:
        yield (
            "Goods, most important first",
            [words.brief(row) for row in rising.head(_GOODS_SAID).iter_rows(named=True)],
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
                f"{row['breaks']}."
                for row in broken.head(5).iter_rows(named=True)
            ],
        )
    gaps = found.mirror.filter(pl.col("says").is_not_null() & (pl.col("gap") > 0))
    if gaps.height:
        allowance = found.rules.mirror["cif_fob"]
        yield (
            f"Mirror gaps (allowance for insurance and freight {allowance:.0%})",
            [
                f"{words.country(row['exporter'])} to {words.country(row['hub'])}, {row['year']}, "
                f"{words.item(row['good'], 'good')}: sent "
                f"{words.money(row['sent'], row['currency'])}, got {words.money(row['got'], row['currency'])}. "
                f"{row['says']}"
                for row in gaps.head(_MIRRORS_SAID).iter_rows(named=True)
            ],
        )


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
    wide = verdicts.filter(pl.col("scope").is_in(["all", "regime"]) & (pl.col("direct_fall") > 1e6))
    for key, part in wide.group_by("scope", "good", "currency", "frequency", "reported_by", maintain_order=True):
        rise = float(part.get_column("above").clip(0.0).sum())
        fall = float(part.get_column("direct_fall")[0])
        yield (
            f"All hubs together, {words.item(str(key[1]), str(key[0]))}: above their baselines by "
            f"{words.money(rise, str(key[2]))}, "
            f"while the direct trade is {words.money(fall, str(key[2]))} below its own: at most "
            f"{min(rise / fall, 1.0):.0%} of that "
            "can have been replaced by way of them."
        )


def left_out(found: Analysis) -> list[str]:
    """What the sheets do not show, one line each."""
    goods = found.verdicts.filter(pl.col("scope") == "good").height
    notes = []
    for shown, all_rows, title, table in (
        (int(found.rules.report["rows"]), goods, "Flows", "flow_verdicts.parquet"),
        (_MIRROR_ROWS, found.mirror.height, "Mirror gaps", "flow_mirror.parquet"),
    ):
        if all_rows > shown:
            notes.append(f"the sheet {title} shows the first {shown:,} of {all_rows:,} rows: {table} has all")
    return notes


def _flows(found: Analysis) -> list[dict[str, Any]]:
    kept = found.verdicts.filter(pl.col("scope") == "good").head(int(found.rules.report["rows"]))
    wide = found.verdicts.filter(pl.col("scope") != "good")
    return [
        {
            **row,
            "hub_name": words.country(row["hub"]),
            "what": words.item(row["good"], row["scope"], row["description"]),
            "eu": {True: "met", False: "not met", None: "not testable"}[row["eu_criterion"]]
            if row["scope"] == "good"
            else "",
            "mirror_year": str(row["mirror_year"]) if row["mirror_year"] else None,
            "reported": row["reported_by"],
            "by": {"M": "month", "Q": "quarter", "A": "year"}[row["frequency"]],
            "rank": row["rank"] if row["scope"] == "good" else None,
        }
        for row in (*wide.iter_rows(named=True), *kept.iter_rows(named=True))
    ]


def _series(best: Sequence[Top]) -> tuple[list[dict[str, Any]], list[tuple[str, int, int, bool, bool, str]]]:
    rows: list[dict[str, Any]] = []
    charts = []
    for number, top in enumerate(best, start=1):
        row = top.verdict
        what = words.item(row["good"], row["scope"], row["description"])
        start = len(rows)
        ceiling = max(
            [value for name in ("value", "onward", "high") for value in top.points.get_column(name).to_list() if value],
            default=0.0,
        )
        for point in top.points.iter_rows(named=True):
            low, high = point["low"], point["high"]
            rows.append(
                {
                    **point,
                    "rank": number,
                    "label": said(point["period"], row["frequency"]),
                    "hub_name": words.country(row["hub"]),
                    "what": what,
                    "band": None if low is None else high - low,
                    "mark": ceiling if point["period"] == top.cut else None,
                    "currency": row["currency"],
                    "source": row["source"],
                }
            )
        if len(rows) == start:
            continue
        has = [top.points.get_column(name).null_count() < top.points.height for name in ("direct", "onward")]
        title = f"{words.country(row['hub'])}, {what}"
        title = (title if len(title) <= _TITLE else title[: _TITLE - 1] + "…") + f" ({row['currency']})"
        charts.append((title, start, len(rows) - 1, has[0], has[1], said(top.cut, row["frequency"])))
    return rows, charts


def charts_of(best: Sequence[Top]) -> list[tuple[str, str, str, Any, str, pl.DataFrame]]:
    """The series as `reports.pictures.draw` takes them."""
    return [
        (
            f"{number:02d}_{top.verdict['hub']}_{_plain_name(top.verdict['good'])}",
            f"{words.country(top.verdict['hub'])}, "
            f"{words.item(top.verdict['good'], top.verdict['scope'], top.verdict['description'])}"[:110],
            top.verdict["currency"],
            top.cut,
            said(top.cut, top.verdict["frequency"]),
            top.points,
        )
        for number, top in enumerate(best, start=1)
        if top.points.height
    ]


def _plain_name(text: str) -> str:
    return "".join(char if char.isascii() and char.isalnum() else "_" for char in text)


def _mirror(mirror: pl.DataFrame) -> list[dict[str, Any]]:
    return [
        {
            **row,
            "exporter_name": words.country(row["exporter"]),
            "hub_name": words.country(row["hub"]),
            "what": words.item(row["good"], "good"),
            "year": str(row["year"]),
        }
        for row in mirror.head(_MIRROR_ROWS).iter_rows(named=True)
    ]


def _years(years: pl.DataFrame) -> list[dict[str, Any]]:
    wide = years.filter(pl.col("scope").is_in(["all", "regime"]) | (pl.col("good") == TOTAL))
    legs = {"to_hub": "to the hub", "onward": "onward", "direct": "direct"}
    return [
        {
            **row,
            "leg": legs[row["leg"]],
            "place_name": words.country(row["place"]),
            "what": words.item(row["good"], row["scope"]),
            "year": str(row["year"]),
        }
        for row in wide.iter_rows(named=True)
    ]


def _totals(verdicts: pl.DataFrame) -> Section:
    """Hubs by lists of goods, as plain figures: what went there in the two years that are compared."""
    rows = [
        (
            f"{words.country(row['hub'])}: {words.item(row['good'], row['scope'])}",
            row["before"], row["value"], row["baseline"], row["ratio"], row["currency"], row["verdict"],
            f"{row['compared']} with {row['compared_with']}",
        )
        for row in verdicts.filter(pl.col("value") >= _FIGURES_FROM)
        .sort("scope", "good", "value", descending=[False, False, True])
        .head(_FIGURES_SAID)
        .iter_rows(named=True)
    ]  # fmt: skip
    return Section(
        "In figures",
        ("Hub and goods", "Year before", "Last year", "Baseline", "Times", "Currency", "Verdict", "Compared"),
        rows,
    )


def _method(found: Analysis) -> Iterator[dict[str, str]]:
    """Rows of the sheet Method: definitions, thresholds, weights, versions."""
    rules = found.rules
    for item, text in rules.words.items():
        yield {"topic": "Words", "item": item, "text": text}
    for section in ("measure", "mirror", "units", "eu_criterion", "certainty", "ranking", "coverage"):
        for name, value in getattr(rules, section).items():
            yield {
                "topic": f"Rules: {section.replace('_', ' ')}",
                "item": name.replace("_", " "),
                "text": _plain(value),
            }
    yield {"topic": "Rules", "item": "hubs", "text": ", ".join(words.country(code) for code in sorted(rules.hubs))}
    yield {
        "topic": "Rules",
        "item": "destination",
        "text": ", ".join(words.country(code) for code in sorted(rules.destination)),
    }
    yield {"topic": "Rules", "item": "baseline years", "text": ", ".join(map(str, rules.baseline))}
    yield {"topic": "Rules", "item": "goods lists", "text": ", ".join(rules.goods)}
    yield {"topic": "Rules", "item": f"lists/rules/flows.toml of {rules.about['date']}", "text": rules.about["source"]}
    for name, version in versions().items():
        yield {"topic": "Versions", "item": name, "text": version}
    yield {
        "topic": "Records",
        "item": "Keep for",
        "text": f"{KEEP_YEARS} years (31 CFR 501.601): the whole run folder. Its manifest.json names every "
        "input with its hash.",
    }


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
