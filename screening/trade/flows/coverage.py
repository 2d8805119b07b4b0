"""Which periods each reporter has published, and which of them are compared: missing is not zero, a part year no
year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import polars as pl

from screening.intake.statistics_cells import TOTAL
from screening.intake.statistics_periods import A_YEAR, said
from screening.names.months import english_months
from screening.trade.flows.prepare import Prepared
from screening.trade.flows.rules import FlowRules

TOGETHER = "*"
"""Scope of the reports of all exporters that are no hubs."""
DATASET = ("reported_by", "frequency", "currency", "total")
"""What may be compared with each other: one side's reports, of one frequency and currency, goods or their total."""
_QUARTERS = ("first", "second", "third", "fourth")


@dataclass(frozen=True)
class Window:
    """The periods after the cut, and those of the baseline they are compared with: the same months of each year.

    Attributes:
        year: The last year there is enough of.
        after: Its periods.
        baseline: The periods of each baseline year, as many as ``after`` each.
        before: The year before the cut, for the plain comparison of two years; None where it is not there.
        frequency: M, Q or A.
    """

    year: int
    after: tuple[date, ...]
    baseline: dict[int, tuple[date, ...]]
    before: int | None
    frequency: str

    @property
    def is_part(self) -> bool:
        """Whether it is a part of a year."""
        return len(self.after) < A_YEAR[self.frequency]

    def said(self, year: int | None = None) -> str:
        """The periods in words: ``January to November 2022``, ``first to third quarter of 2022``, ``2023``."""
        of = self.year if year is None else year
        if not self.is_part:
            return str(of)
        months = [day.month for day in self.after]
        ends = (months[0], months[-1]) if len(months) > 1 else (months[0],)
        whole = months == list(range(months[0], months[-1] + 1, 12 // A_YEAR[self.frequency]))
        if self.frequency == "Q":
            names = [_QUARTERS[month // 3] for month in ends]
            return f"{' to '.join(names)} quarter of {of}" if whole else f"{len(months)} quarters of {of}"
        names = [english_months()[month - 1] for month in ends]
        return f"{' to '.join(names)} {of}" if whole else f"{len(months)} months of {of}"

    def base_said(self) -> str:
        """The baseline in words: ``the same months of 2020 and 2021``."""
        years = [str(year) for year in self.baseline]
        listed = years[0] if len(years) == 1 else ", ".join(years[:-1]) + " and " + years[-1]
        return f"the same {'quarters' if self.frequency == 'Q' else 'months'} of {listed}" if self.is_part else listed


@dataclass
class Coverage:
    """What was published.

    Attributes:
        covered: `DATASET`, ``reporter, period``: what the reporter has published, if only that there was no trade.
        windows: By `DATASET` and scope: the reporter for importers' reports, ``*`` for exporters' taken together.
        of_year: The same for the year of the EU's criterion.
        sparse: `DATASET` and reporter: those who trade so seldom that a period without figures is one without trade.
        left_out: ``reported_by, frequency, currency, reporter, period``: last periods that are incomplete.
    """

    covered: pl.DataFrame
    windows: dict[tuple[str, str, str, bool, str], Window]
    of_year: dict[tuple[str, str, str, bool, str], Window]
    sparse: frozenset[tuple[str, str, str, bool, str]]
    left_out: pl.DataFrame
    notes: list[str]


def cover(prepared: Prepared, rules: FlowRules) -> Coverage:
    """Tell what was published, and choose what is compared."""
    notes: list[str] = []
    left_out = _incomplete(prepared.reported, rules, notes)
    keys = [*DATASET, "reporter", "period"]
    # a period counts as published when anything of it is: the world's total, a group, a partner
    seen = (
        prepared.reported.lazy()
        .filter(pl.col("value").is_not_null())
        .with_columns(total=pl.col("good") == TOTAL)
        .group_by(keys)
        .agg(rows=pl.len())
        .collect()
    )
    if left_out.height:
        seen = seen.join(left_out, on=["reported_by", "frequency", "currency", "reporter", "period"], how="anti")
    everywhere = {
        tuple(key): sorted(part.get_column("period").unique().to_list()) for key, part in seen.group_by(*DATASET)
    }
    rows, sparse = [], set()
    for key, part in seen.group_by(*DATASET, "reporter"):
        own = sorted(part.get_column("period").to_list())
        span = [day for day in everywhere[tuple(key[:4])] if own[0] <= day <= own[-1]]
        usual = part.get_column("rows").median()
        many = isinstance(usual, int | float) and usual >= rules.coverage["regular_rows"]
        regular = len(own) == len(span) or (many and len(own) >= rules.coverage["regular"] * len(span))
        gaps = len(span) - len(own)
        if not regular:
            sparse.add(tuple(key))
        if regular and gaps:
            notes.append(f"{key[4]} has no figures for {gaps} of {len(span)} periods from {said(own[0], key[1])} to "
                         f"{said(own[-1], key[1])}: taken as not reported, not as zero")  # fmt: skip
        rows += [(*key, day) for day in (own if regular else span)]
    covered = pl.DataFrame(
        rows,
        schema={
            "reported_by": pl.String, "frequency": pl.String, "currency": pl.String, "total": pl.Boolean,
            "reporter": pl.String, "period": pl.Date,
        },
        orient="row",
    ).sort(keys)  # fmt: skip
    windows: dict[tuple[str, str, str, bool, str], Window] = {}
    of_year: dict[tuple[str, str, str, bool, str], Window] = {}
    for key, part in covered.group_by(*DATASET, maintain_order=True):
        key = tuple(key)
        # hubs report for themselves; the reports of other exporters are taken together
        is_hub = pl.col("reporter").is_in(sorted(rules.hubs))
        scopes: Iterable[tuple[str, pl.DataFrame]] = [
            (name[0], some)
            for name, some in (part.filter(is_hub) if key[0] == "exporter" else part).group_by("reporter")
        ]
        if key[0] == "exporter":
            scopes = [
                *scopes,
                (TOGETHER, _usual(part.filter(~is_hub), {each[4] for each in sparse if each[:4] == key})),
            ]
        for scope, some in scopes:
            for year, of in ((None, windows), (int(rules.eu_criterion["year"]), of_year)):
                window = _window(sorted(some.get_column("period").unique().to_list()), str(key[1]), rules, year)
                if window is not None:
                    of[(*key, scope)] = window
    return Coverage(covered, windows, of_year, frozenset(sparse), left_out, notes)


def _usual(part: pl.DataFrame, sparse: set[str]) -> pl.DataFrame:
    """The periods at least half of the reporters who report regularly have published."""
    regular = part.filter(~pl.col("reporter").is_in(sorted(sparse)))
    regular = regular if regular.height else part
    many = regular.get_column("reporter").n_unique()
    return regular.group_by("period").len().filter(pl.col("len") * 2 >= many)


def _window(periods: list[date], frequency: str, rules: FlowRules, until: int | None = None) -> Window | None:
    by_year: dict[int, list[date]] = {}
    for day in (day for day in periods if until is None or day.year <= until):
        by_year.setdefault(day.year, []).append(day)
    least = rules.least_periods[frequency]
    late = [year for year, days in by_year.items() if year >= rules.cut.year and len(days) >= least]
    if not late:
        return None
    year = max(late)
    months = {day.month for day in by_year[year]}
    base = {one: {day.month for day in by_year.get(one, ())} for one in rules.baseline if one in by_year and one < year}
    whole = [one for one, has in base.items() if months <= has]
    if not whole:  # no year of the baseline has all these months: as many as one of them has
        best = max(base, key=lambda one: (len(base[one] & months), one), default=None)
        if best is None or len(base[best] & months) < least:
            return Window(year, tuple(by_year[year]), {}, None, frequency)
        months &= base[best]
        whole = [one for one, has in base.items() if months <= has]
    after = tuple(day for day in by_year[year] if day.month in months)
    baseline = {one: tuple(day for day in by_year[one] if day.month in months) for one in sorted(whole)}
    before = max((one for one in whole if one < rules.cut.year), default=None)
    return Window(year, after, baseline, before, frequency)


def _incomplete(reported: pl.DataFrame, rules: FlowRules, notes: list[str]) -> pl.DataFrame:
    """Last periods that hold so little of the usual, over so many partners, that they cannot be whole."""
    keys = ["reported_by", "frequency", "currency", "reporter"]
    empty = pl.DataFrame(schema={**dict.fromkeys(keys, pl.String), "period": pl.Date})
    partners = reported.filter(pl.col("partner_kind") == "country").group_by(keys).agg(pl.col("partner").n_unique())
    wide = partners.filter(pl.col("partner") >= rules.coverage["incomplete_partners"]).drop("partner")
    if not wide.height:
        return empty
    sums = (
        reported.filter(pl.col("partner_kind") == "country")
        .join(wide, on=keys, how="semi")
        .group_by(*keys, "period")
        .agg(pl.col("value").sum())
        .sort(*keys, "period")
    )
    found = []
    for key, part in sums.group_by(keys, maintain_order=True):
        values = part.get_column("value").to_list()
        usual = pl.Series(values[-A_YEAR[str(key[1])] - 1 : -1], dtype=pl.Float64).median()
        if isinstance(usual, int | float) and usual > 0 and values[-1] < rules.coverage["incomplete_below"] * usual:
            day = part.get_column("period")[-1]
            found.append((*key, day))
            notes.append(
                f"{key[3]}: {said(day, str(key[1]))} holds {values[-1] / usual:.0%} of what is usual and is taken for "
                "incomplete: left out"
            )
    return pl.DataFrame(found, schema=empty.schema, orient="row") if found else empty
