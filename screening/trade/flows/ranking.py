"""Which hubs and goods matter most: parts from 0 to 1, weighted by ``lists/rules/flows.toml``, times the certainty."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from screening.trade.flows.certainty import RISES, Judgement
from screening.trade.flows.rules import FlowRules

PARTS = ("value", "good", "breadth", "direct", "onward")


def score(
    row: Mapping[str, Any], judged: Judgement, rules: FlowRules, dollars: float | None
) -> tuple[float, dict[str, float]]:
    """The score, and its parts before they are weighted; all nought where there is no rise.

    Args:
        row: A row of `measures.measures`, with the good's ``weight``.
        judged: Its verdict.
        rules: The weights.
        dollars: What a unit of the row's currency is worth (a euro and a dollar count alike); None where no rate says.
    """
    if judged.verdict not in RISES:
        return 0.0, dict.fromkeys(PARTS, 0.0)
    at = rules.ranking
    above = (row["above"] or 0.0) * (dollars or 0.0)
    low, high = math.log(at["value_low"]), math.log(at["value_high"])
    value = min(1.0, max(0.0, (math.log(above) - low) / (high - low))) if above > 0 else 0.0
    rise, fall = row["above"] or 0.0, row["direct_fall"] or 0.0
    onward = row["onward_matched"] or 0.0
    rose = onward > (row["onward_baseline"] or 0.0) * rules.measure["rise_ratio"]
    parts = {
        "value": value,
        "good": row["weight"] or at["unlisted_good"],
        "breadth": min(1.0, row["exporters_rising"] / at["breadth_full"]),
        "direct": min(1.0, fall / rise) if rise > 0 and "fell" in judged.verdict else 0.0,
        "onward": _onward(onward, rise, rose=rose, same=row["onward_currency"] == row["currency"]),
    }
    factor = at[f"certainty_{judged.certainty}"]
    return factor * sum(at[name] * part for name, part in parts.items()), parts


def _onward(onward: float, rise: float, *, rose: bool, same: bool) -> float:
    """How far onward trade could have carried the rise: all of it at most, half as much where it did not rise itself.

    In another currency than the rise's only that it rose counts, and half.
    """
    if rise <= 0 or onward <= 0:
        return 0.0
    if not same:
        return 0.5 if rose else 0.0
    return min(1.0, onward / rise) * (1.0 if rose else 0.5)
