"""The rows of the workbook of trade flows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

import polars as pl

from screening.intake.statistics_cells import TOTAL
from screening.intake.statistics_periods import said
from screening.reports.flow_book import FlowSheets
from screening.reports.manifest import KEEP_YEARS, versions
from screening.runs.flow_page import figures, paragraphs
from screening.trade.flows import words
from screening.trade.flows.analysis import Analysis
from screening.trade.flows.tops import Top, tops

_MIRROR_ROWS: Final = 2_000
_TITLE: Final = 70


def sheets_of(found: Analysis) -> tuple[FlowSheets, list[Top]]:
    """What the workbook shows of an analysis, and the series its charts are of."""
    rules = found.rules
    best = tops(found.flows, found.verdicts, rules, int(rules.report["series"]))
    series, charts = _series(best)
    return (
        FlowSheets(
            words=list(paragraphs(found)),
            flows=_flows(found),
            series=series,
            charts=charts,
            mirror=_mirror(found.mirror),
            years=_years(found.years),
            method=list(_method(found)),
            totals=figures(found),
        ),
        best,
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
    # a minus sign, since a hyphen would begin a formula
    return value if isinstance(value, str) else json.dumps(value).replace("-", "\N{MINUS SIGN}")
