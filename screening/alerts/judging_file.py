"""What becomes of the rows of a file that reviewers filled in, beside one another: nothing is decided twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from screening.alerts.judging_row import Context, judged
from screening.alerts.row_outcome import Outcome
from screening.alerts.submissions import Reading, Submission

_SAYS: Final = ("decision", "reason_code", "reason", "action", "action_reference", "reviewer", "decided_on")
"""What two rows must say alike, to be one decision."""


def judge(rows: Iterable[Submission], context: Context) -> list[Outcome]:
    """Judge the rows of a file, in their order. Rows that differ on one alert are refused, all of them."""
    rows = list(rows)
    by_alert: dict[str, list[Submission]] = {}
    for row in rows:
        by_alert.setdefault(row.alert_id, []).append(row)
    reading = Reading(context.book.rules, context.book.reviewers, context.book.now)
    written: dict[str, tuple[str, dict[str, Any]]] = {}
    outcomes = []
    for row in rows:
        same = by_alert[row.alert_id]
        other = next((twin for twin in same if twin.given != row.given), None)
        if row.alert_id and other is not None:
            said = f"{other.place} says something else on the same alert: leave one of them"
            outcomes.append(Outcome(row, "refused", said))
            continue
        if row.alert_id and row is not same[0] and not row.problems:
            outcomes.append(Outcome(row, "unchanged", "the same as a row above"))
            continue
        outcome = _together(judged(row, context, reading), written)
        written |= {each.alert_id: (row.place, each.decision) for each in outcome.writes if each.decision}
        outcomes.append(outcome)
    return [replace(each, said=_placed(each)) for each in outcomes]


def _placed(outcome: Outcome) -> str:
    """What is said of a row; of one on a copied sheet with that sheet, as rows are counted on each."""
    return f"on sheet {outcome.row.sheet!r}: {outcome.said}" if outcome.row.sheet else outcome.said


def _together(outcome: Outcome, written: Mapping[str, tuple[str, Mapping[str, Any]]]) -> Outcome:
    """A row beside those above it, one of which may have decided its alert: by applying to the group, or by itself.

    Args:
        outcome: Of the row.
        written: Alert → the place of the row that decided it, and the decision.
    """
    twice = [each for each in outcome.writes if each.decision and each.alert_id in written]
    for each in twice:
        place, other = written[each.alert_id]
        assert each.decision is not None  # noqa: S101
        if any(each.decision[key] != other[key] for key in _SAYS):
            said = f"{place} decides {each.alert_id} otherwise, and one of them applies to the group: leave one"
            return Outcome(outcome.row, "refused", said)
    if any(each.alert_id == outcome.row.alert_id for each in twice):
        place = written[outcome.row.alert_id][0]
        return Outcome(outcome.row, "unchanged", f"{place} decides it as well, for its group")
    writes = [each for each in outcome.writes if each not in twice]
    return replace(outcome, writes=writes)
