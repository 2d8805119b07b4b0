"""How sure: a rise has innocent explanations, and each that can be tested is, in points and in words."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from screening.intake.statistics_periods import said
from screening.trade.flows.rules import FlowRules

RISES = ("rise while the direct trade fell", "new trade while the direct trade fell", "rise", "new trade")
"""The verdicts that are ranked; the others are ``fall``, ``no rise`` and ``not testable``."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its certainty, and the reasons for it in words."""

    verdict: str
    certainty: str
    points: float
    reasons: tuple[str, ...]


def judge(row: Mapping[str, Any], rules: FlowRules, *, least: float | None) -> Judgement:
    """Judge one row of `measures.measures`.

    Args:
        row: The measures.
        rules: Thresholds.
        least: The least value that is a rise, in the row's currency; None where no rate says what that is.
    """
    after, baseline = row["matched"], row["baseline"]
    if after is None or baseline is None:
        return Judgement("not testable", "", 0.0, ("there is no baseline: nothing is known of the years before",))
    if row["is_new_code"]:
        why = "the code is new in its edition of the HS, without a predecessor in the files: its rise says nothing"
        return Judgement("not testable", "", 0.0, (why,))
    enough = row["baseline_periods"] is None or row["baseline_periods"] >= rules.least_baseline[row["frequency"]]
    if not enough:
        return Judgement("not testable", "", 0.0, ("the baseline has too few periods to say what is usual",))
    verdict = _verdict(row, rules, least)
    if verdict not in ("rise", "new trade"):
        return Judgement(verdict, "", 0.0, _no_rise(row, rules, least) if verdict == "no rise" else ())
    points, reasons = _weighed(row, rules)
    if _fell(row, rules):
        verdict += " while the direct trade fell"
    bounds = rules.certainty
    level = "strong" if points >= bounds["strong"] else "moderate" if points >= bounds["moderate"] else "weak"
    return Judgement(verdict, level, points, tuple(reasons))


def _verdict(row: Mapping[str, Any], rules: FlowRules, least: float | None) -> str:
    after, baseline = row["matched"], row["baseline"]
    measure = rules.measure
    if after >= (least or 0.0) and after > 0:
        if baseline <= measure["new_share"] * after:
            return "new trade"
        usual = row["z"] is not None and row["z"] < measure["rise_z"]
        if after >= measure["rise_ratio"] * baseline and after - baseline >= (least or 0.0) and not usual:
            return "rise"
    if baseline > 0 and after * measure["rise_ratio"] <= baseline:
        return "fall"
    return "no rise"


def _no_rise(row: Mapping[str, Any], rules: FlowRules, least: float | None) -> tuple[str, ...]:
    """Why what grew is no rise all the same; nothing where it did not grow."""
    after, baseline, measure = row["matched"], row["baseline"], rules.measure
    if after <= 0 or after < measure["rise_ratio"] * baseline:
        return ()
    grew = f"it went to {_times(after / baseline)}" if baseline > 0 else "nothing was there before"
    if after - baseline < (least or 0.0):
        return (f"{grew}, but by less than {row['currency']} {least:,.0f}: too little to be called a rise",)
    return (f"{grew}, which is not beyond how much it wavers from year to year (robust z {row['z']:.1f})",)


def _fell(row: Mapping[str, Any], rules: FlowRules) -> bool:
    before, after = row["direct_baseline"], row["direct_matched"]
    return bool(before) and after is not None and after < rules.measure["fallen"] * before


def _weighed(row: Mapping[str, Any], rules: FlowRules) -> tuple[float, list[str]]:
    at = rules.certainty
    points, reasons = 0.0, []
    ratio = row["ratio"] if row["ratio"] is not None else math.inf
    if not row["direct_baseline"]:
        reasons.append("the direct trade is not in the files: whether this replaces it cannot be told")
    elif _fell(row, rules):
        points += at["direct_fell"]
        reasons.append("the direct trade fell")
    else:
        reasons.append("the direct trade did not fall")
    for name, what, rose, points_rose in (
        ("rest_ratio", "the same goods' trade with the rest of the world", "world_rose_too", "beyond_world"),
        ("other_goods_ratio", "the hub's other goods", "other_goods_rose_too", "beyond_other_goods"),
    ):
        other = row[name]
        if other is None:
            if name == "rest_ratio" or row["scope_of"] == "good":
                reasons.append(f"{what} {'is' if name == 'rest_ratio' else 'are'} not in the files: not testable")
        elif ratio >= at["beyond"] * other:
            points += at[points_rose]
            reasons.append(f"{what} went to {_times(other)} only")
        else:
            points += at[rose]
            reasons.append(f"{what} went to {_times(other)} as well: the rise may be a general one")
    if row["lasting"] is not None:
        if row["lasting"] >= at["lasting"]:
            points += at["is_lasting"]
            reasons.append(f"it lasts ({row['lasting']:.0%} of the periods since the cut are above the baseline)")
        else:
            points += at["fades"]
            reasons.append(
                f"it does not last ({row['lasting']:.0%} of the periods since the cut are above the baseline)"
            )
    if row["largest"] and row["above"] and row["largest"] >= at["one_order"] * row["above"]:
        share = f"{min(row['largest'] / row['above'], 1.0):.0%} of the rise"
        if row["frequency"] == "A":  # a year's trade of one country is no order
            reasons.append(f"one exporter ({row['largest_from']}) is {share}")
        else:
            points += at["single_order"]
            reasons.append(f"one flow ({row['largest_from']}, {_period(row)}) is {share}: perhaps one large order")
    if row["exporters_rising"] > 1:
        points += at["several_exporters"]
        reasons.append(f"{row['exporters_rising']} exporters rise")
    if row["scope_of"] == "good":  # of goods together a kilogram is worth what their mix makes it
        points += _prices(row, ratio, rules, reasons)
    if row["onward_after"] is not None:
        if (row["onward_matched"] or 0.0) > max(row["onward_baseline"] or 0.0, 0.0) * rules.measure["rise_ratio"]:
            points += at["onward_rose"]
            reasons.append("the hub's onward exports rose")
        else:
            reasons.append("the hub's onward exports did not rise")
    if row.get("doubtful"):
        points += at["new_code"]
        reasons.append("the code shares its predecessors with others: it is not followed through the edition")
    return points, reasons


def _prices(row: Mapping[str, Any], ratio: float, rules: FlowRules, reasons: list[str]) -> float:
    """Inflation: how much of the rise is dearer goods, where weights are given."""
    sides = [row[name] for name in ("value_of_kg_after", "kg_after", "value_of_kg_baseline", "kg_baseline")]
    if not all(sides):
        reasons.append("no weights: what is owed to prices cannot be told")
        return 0.0
    dearer = (sides[0] / sides[1]) / (sides[2] / sides[3])
    if 1.0 < ratio < math.inf and dearer > 1.0 and math.log(dearer) >= rules.certainty["prices"] * math.log(ratio):
        reasons.append(
            f"value a kilogram went to {_times(dearer)}: much of the rise is prices, or other goods of the code"
        )
        return float(rules.certainty["price_driven"])
    reasons.append(f"value a kilogram went to {_times(dearer)}")
    return 0.0


def _times(ratio: float) -> str:
    return f"{ratio:.1f} times the baseline" if ratio < 100 else f"{ratio:,.0f} times the baseline"


def _period(row: Mapping[str, Any]) -> str:
    return said(row["largest_period"], row["frequency"])
