"""Verdicts in words: what went where, how much, compared with what, and how sure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from screening.intake.statistics_cells import TOTAL
from screening.intake.statistics_periods import said as said_period
from screening.reference import table
from screening.trade.flows.certainty import RISES, Judgement
from screening.trade.flows.measures import ALL

_LONGEST = 70
_REGIMES = {
    "chpl": "high-priority goods (Common High Priority List)",
    "nitrocellulose": "goods of the nitrocellulose chain",
    "reported_cases": "goods of reported cases",
}


@cache
def _countries() -> dict[str, str]:
    return {row["code"]: row["name"] for row in table("places/countries.tsv").rows}


def country(code: str | None) -> str:
    """The English name of a country, or the id of a group."""
    return _countries().get(code or "", code or "?")


def money(value: float | None, currency: str) -> str:
    """A sum, in millions from a hundred thousand on: ``EUR 13.75 m``."""
    if value is None:
        return "not known"
    if abs(value) >= 1e5:
        return f"{currency} {value / 1e6:,.2f} m"
    return f"{currency} {value:,.0f}"


def item(good: str, scope: str, description: str | None = None) -> str:
    """What a row is about: ``8542.31``, a list's goods, all goods."""
    if scope == "regime":
        return _REGIMES.get(good, f"goods of the list {good}")
    if good in (TOTAL, ALL):
        return "all goods" if good == TOTAL else "all goods in the files"
    code = f"{good[:4]}.{good[4:]}" if len(good) == 6 else good
    if not description:
        return code
    short = description if len(description) <= _LONGEST else description[: _LONGEST - 1].rstrip(" ,;") + "…"
    return f"{code} ({short})"


def sentence(row: Mapping[str, Any], judged: Judgement) -> str:
    """A row of verdicts in a few sentences, for a person who sees nothing else of it."""
    currency = row["currency"]
    what = item(row["good"], row["scope"], row["description"])
    who = "exports" if row["reported_by"] == "exporter" else "imports reported by the hub"
    parts = [f"{country(row['hub'])}, {what}: {who}, {row['compared']}: {money(row['value'], currency)}"]
    if row["before"] is not None and row["before_year"]:
        parts[0] += f", after {money(row['before'], currency)} in {row['before_year']}"
    if row["baseline"] is not None:
        parts[0] += f" and {money(row['baseline'], currency)} on average in {row['compared_with']}"
    said = judged.verdict + (f", certainty {judged.certainty}" if judged.certainty else "")
    parts.append(said[0].upper() + said[1:])
    if judged.verdict in RISES and row["direct_baseline"]:
        part = f"Direct trade went from {money(row['direct_baseline'], currency)} to {money(row['direct'], currency)}"
        if row["replaceable"]:
            part += f"; the rise could replace {_percent(row['replaceable'])} of that fall"
        parts.append(part)
    if row["onward"] is not None:
        parts.append(
            f"Onward to the destination, {row['onward_compared']}: {money(row['onward'], row['onward_currency'])}"
            + (
                f", after {money(row['onward_baseline'], row['onward_currency'])} on average"
                if row["onward_baseline"] is not None
                else ""
            )
        )
    if row["eu_criterion"]:
        parts.append("The good meets the criterion of the EU's list of economically critical goods")
    if judged.reasons:
        parts.append("; ".join(judged.reasons))
    if row["breaks"]:
        parts.append(row["breaks"])
    return ". ".join(parts) + "."


def brief(row: Mapping[str, Any], compared: str = "") -> str:
    """A row of verdicts in a line or two: what rose, how much, how sure.

    Args:
        row: Of `model.FLOW_VERDICTS`.
        compared: What is compared, where that has been said already.
    """
    currency = row["currency"]
    rose = "not there before" if row["ratio"] is None else f"{row['ratio']:,.1f} times its baseline"
    when = "" if row["compared"] == compared else f" in {row['compared']}"
    line = (
        f"{country(row['hub'])}, {item(row['good'], row['scope'], row['description'])}: "
        f"{money(row['value'], currency)}{when}, {rose}"
    )
    if row["before"] is not None and row["before_year"]:
        line += f" ({row['before_year']}: {money(row['before'], currency)})"
    line += f". {row['verdict'].capitalize()}, certainty {row['certainty']}"
    told = [
        part for part in row["reasons"].split("; ")
        if not any(known in part for known in ("not testable", "cannot be told", "the direct trade fell"))
    ]  # fmt: skip
    return line + (f": {'; '.join(told)}." if told else ".")


def _percent(share: float) -> str:
    return "less than 1 %" if share < 0.01 else f"{share:.0%}"


def _short(value: float) -> str:
    """A number in two digits at least, without powers of ten: ``7.1``, ``0.0031``, ``9,500``."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.2g}" if value >= 1e-4 else f"{value:.6f}"


def breaks(row: Mapping[str, Any]) -> str:
    """A break of a unit value or weight in words: ``2022-07, AM to RU: 7.1 kg a piece, usually 0.4``."""
    when = said_period(row["period"], row["frequency"])
    way = f"{when}, {row['exporter']} to {row['importer']}"
    found = []
    for name, says in (
        ("kg_per_unit", "{0} kg a piece, usually {1}"),
        ("value_per_kg", row["currency"] + " {0} a kg, usually {1}"),
        ("value_per_unit", row["currency"] + " {0} a piece, usually {1}"),
    ):
        if row[f"{name}_break"]:
            found.append(says.format(_short(row[name]), _short(row[f"{name}_usual"])))
    return f"{way}: {'; '.join(found)}"
