"""What makes a report one that can be sent back: the store it belongs to, the key of its seals, who may decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from screening.alerts.review_rules import load
from screening.alerts.seals import Seal, Sealer
from screening.reports import review_sheet


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """The store a report belongs to, and whom its drop-downs name."""

    store_id: str
    sealer: Sealer
    reviewers: Sequence[str] = ()
    approvers: Sequence[str] = ()
    waiting: Sequence[tuple[str, Sequence[str], Sequence[Sequence[Any]]]] = ()
    """Tables of the sheet Management: title, headings and rows."""
    trend: Sequence[Mapping[str, Any]] = ()
    """Its trend, a row a run, oldest first."""

    def seal(self, run_id: str, row: Mapping[str, Any], standing: Mapping[str, Any]) -> str:
        """The seal of a row of the sheet Alerts; ``standing`` as `result.RunFacts` has it."""
        seal = Seal(self.store_id, run_id, standing.get("revision", ""), int(standing.get("seen", 0)))
        return review_sheet.sealed_row(self.sealer, seal, row)


def offers(review: ReviewFacts | None) -> dict[str, list[str]]:
    """What the drop-downs offer."""
    if review is None:
        return review_sheet.offers(load())
    return review_sheet.offers(load(), review.reviewers, review.approvers)
