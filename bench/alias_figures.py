"""What a matcher reached on held-out aliases, at the false alerts it raises on clean names."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from bench.alias_queries import Query
from bench.finders import Hit

RATES = (0.01, 0.02, 0.1, 1.0)


@dataclass(frozen=True, slots=True)
class Figures:
    """What one matcher reached: share first, share found at each rate, the thresholds of the rates."""

    first: float
    first_of_any: float
    found: tuple[float, ...]
    thresholds: tuple[float, ...]
    at_default: float
    alerts_at_default: float
    alerts_with_affiliates: float


def measure(
    queries: Sequence[Query],
    hits: list[Hit],
    clean_count: int,
    clean_hits: list[Hit],
    default: float,
    home: str = "",
    reported: int | None = None,
) -> Figures:
    """Figures over the queries' hits on the ``home`` list and the clean names' hits on all.

    ``reported`` is how many hits of any relation the clean names have at the default threshold, where that is more
    than those over it.
    """
    best: dict[int, Hit] = {}
    best_of_any: dict[int, Hit] = {}
    own: dict[int, float] = {}
    for hit in hits:
        if home and hit.list_id != home:
            continue
        if hit.query not in best_of_any or hit.score > best_of_any[hit.query].score:
            best_of_any[hit.query] = hit
        if not hit.same_party:
            continue
        if hit.query not in best or hit.score > best[hit.query].score:
            best[hit.query] = hit
        if hit.entry_id == queries[hit.query].answer:
            own[hit.query] = max(own.get(hit.query, 0.0), hit.score)
    first, first_of_any = (
        sum(hit.entry_id == queries[at].answer for at, hit in hits_of.items()) / len(queries)
        for hits_of in (best, best_of_any)
    )
    alerts = sorted((hit.score for hit in clean_hits if hit.same_party), reverse=True)
    thresholds, found = [], []
    for rate in RATES:
        allowed = math.floor(rate * clean_count)
        limit = alerts[allowed] if allowed < len(alerts) else 0.0
        thresholds.append(limit)
        found.append(sum(score > limit for score in own.values()) / len(queries))
    over = [hit for hit in clean_hits if hit.score >= default]
    return Figures(
        first,
        first_of_any,
        tuple(found),
        tuple(thresholds),
        sum(score >= default for score in own.values()) / len(queries),
        sum(hit.same_party for hit in over) / clean_count,
        (len(over) if reported is None else reported) / clean_count,
    )


HEADER = (
    "matcher, clean names",
    "first",
    "of any",
    *(f"at {rate}" for rate in RATES),
    "at default",
    "alerts",
    "with affiliates",
    "thresholds",
)


def row(who: str, figures: Figures) -> tuple[object, ...]:
    """One row of the table."""
    thresholds = " ".join(f"{value:.3f}" for value in figures.thresholds)
    rates = (figures.at_default, figures.alerts_at_default, figures.alerts_with_affiliates)
    return (who, figures.first, figures.first_of_any, *figures.found, *rates, thresholds)


def counting_affiliates(hits: list[Hit]) -> list[Hit]:
    """The hits with possible affiliates as hits like any other, as somebody counts who takes every row."""
    return [Hit(hit.query, hit.list_id, hit.entry_id, hit.score, True) for hit in hits]
