"""The rules of trade flows: ``lists/rules/flows.toml``, and what the user replaced in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from screening.intake.statistics_periods import holding
from screening.reference import rules, table
from screening.trade import hubs
from screening.trade.own_rules import replaced, understood

RULES: Final = "rules/flows.toml"
_SECTIONS: Final = ("measure", "mirror", "units", "eu_criterion", "certainty", "ranking", "coverage", "report", "words")


@dataclass(frozen=True)
class FlowRules:
    """Places, periods and thresholds; the sections of the file that hold numbers as they stand there.

    Attributes:
        destination: Where the direct trade went, ISO 3166 alpha-2.
        hubs, third, coalition: Countries; third are the hubs that are third countries and no destination, as they stand
            on the day of the cut: flows before and after it are compared of the same places.
        cut: The first day of the month from which a period is "after".
        baseline: Years.
        least_periods, least_baseline: Periods of each frequency (M, Q, A) without which nothing is compared.
        goods: Goods lists, below ``lists/``.
    """

    destination: frozenset[str]
    hubs: frozenset[str]
    third: frozenset[str]
    coalition: frozenset[str]
    cut: date
    baseline: tuple[int, ...]
    least_periods: Mapping[str, int]
    least_baseline: Mapping[str, int]
    goods: tuple[str, ...]
    about: Mapping[str, str]
    measure: Mapping[str, float]
    mirror: Mapping[str, float]
    units: Mapping[str, float]
    eu_criterion: Mapping[str, Any]
    certainty: Mapping[str, float]
    ranking: Mapping[str, float]
    coverage: Mapping[str, float]
    report: Mapping[str, int]
    words: Mapping[str, str]

    def since(self, frequency: str) -> date:
        """The first day from which a period of a frequency is "after".

        A quarter that began before the cut's month is not; the year it lies in is, as it is the one compared.
        """
        start = holding(self.cut, frequency)
        if frequency == "Q" and start < self.cut:
            return date(start.year + start.month // 10, (start.month + 2) % 12 + 1, 1)
        return start


def load(own: Path | None = None) -> FlowRules:
    """The rules, with single values replaced by those of the user's own file of the same form, as it stands now.

    Raises:
        KnowledgeError: The shipped file is broken.
        SettingsError: The user's file is, or names a section, a value or a list there is not.
    """
    if own is None:
        return _shipped()
    content = replaced(rules(RULES), own, of="flows", form=f"lists/{RULES}")
    with understood(own, f"lists/{RULES}"):
        return _rules(content)


@cache
def _shipped() -> FlowRules:
    with understood(None, f"lists/{RULES}"):
        return _rules(rules(RULES))


def _rules(content: Mapping[str, Any]) -> FlowRules:
    places, period = content["places"], content["period"]
    cut = period["cut"]
    listed = hubs.read(places["hubs"]).on(date(cut.year, cut.month, 1))
    return FlowRules(
        destination=frozenset(places["destination"]),
        hubs=listed | frozenset(places["more_hubs"]),
        third=listed,
        coalition=frozenset(row["country"] for row in table(places["coalition"]).rows),
        cut=date(cut.year, cut.month, 1),
        baseline=tuple(sorted(int(year) for year in period["baseline"])),
        least_periods={"M": int(period["least_months"]), "Q": int(period["least_quarters"]), "A": 1},
        least_baseline={
            "M": int(period["least_baseline_months"]),
            "Q": int(period["least_baseline_quarters"]),
            "A": int(period["least_baseline_years"]),
        },
        goods=tuple(content["goods"]["lists"]),
        about=content["about"],
        **{name: content[name] for name in _SECTIONS},
    )
