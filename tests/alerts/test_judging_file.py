"""Rows are judged each by itself, whatever their order; what is known changes nothing."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from screening.alerts.consequences import Rulebook, revision
from screening.alerts.judging_file import judge
from screening.alerts.judging_row import Context
from screening.alerts.review_rules import load
from screening.alerts.reviewers import Reviewer, Reviewers
from screening.alerts.seals import Seal, Sealer
from screening.alerts.service_levels import ServiceLevels
from screening.alerts.submissions import Submission

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ADA, BO = Reviewer("Ada Example", frozenset({"reviewer"})), Reviewer("Bo Beispiel", frozenset({"approver"}))
SEALER = Sealer(b"a key for tests only")


def _alert(number: int, priority: str) -> dict:
    sides = {f"{side}_digest": f"{side}{number}" for side in ("subject", "entry", "comparison", "places")}
    said = {"agreements": ["date contradicts", "country agrees"]}
    return {
        "alert_id": f"A-{number}", "kind": "list_match", "subject_id": f"s{number}", "list_id": "a list",
        "state": "open", "priority": priority, "first_raised": "2026-11-23T09:00:00Z", "why_now": "new", "data": {},
        "subject": {}, "entry": {}, "comparison": said, "places": [], **sides,
    }  # fmt: skip


def _context(alerts: list[dict], decisions: dict | None = None, source: str = "file 1") -> Context:
    people = Reviewers({"ada example": ADA, "bo beispiel": BO})
    book = Rulebook(load(), people, ServiceLevels.of(), lambda _: "US", NOW, source, "tester")
    return Context(book, SEALER, "store", {row["alert_id"]: row for row in alerts}, decisions or {}, {})


def _row(number: int, alert: dict, given: dict, seen: int = 0) -> Submission:
    cells = {"Name as found": alert["subject_id"]}
    seal = SEALER.seal(Seal("store", "run", revision(alert), seen), alert["alert_id"], cells)
    return Submission(number, alert["alert_id"], seal, cells, given)


GIVEN = st.fixed_dictionaries(
    {},
    optional={
        "decision": st.sampled_from(
            [*(each.label for each in load().decisions.values()), "nonsense", "false  POSITIVE "]
        ),
        "reason_code": st.sampled_from([*load().codes, "DOB, COUNTRY", "nonsense"]),
        "reason": st.sampled_from(["because", "=1+1"]),
        "action": st.sampled_from([*load().actions, "nonsense"]),
        "action_reference": st.just("L-1"),
        "reviewer": st.sampled_from(["Ada Example", "ada example", "Eve"]),
        "decided_on": st.sampled_from(["2026-11-23", datetime(2026, 11, 23), "2020-01-01", "soon"]),
        "second_decision": st.sampled_from(["False positive", "Escalate"]),
        "second_reviewer": st.sampled_from(["Bo Beispiel", "Ada Example"]),
    },
)
ROWS = st.lists(st.tuples(GIVEN, st.sampled_from(["critical", "high", "medium", "low"])), min_size=1, max_size=6)


@settings(deadline=None)
@given(ROWS, st.randoms())
def test_the_order_of_rows_makes_no_difference(rows, random) -> None:
    alerts = [_alert(number, priority) for number, (_, priority) in enumerate(rows)]
    made = [_row(number, alerts[number], given) for number, (given, _) in enumerate(rows)]
    mixed = list(made)
    random.shuffle(mixed)
    context = _context(alerts)
    first = {each.row.alert_id: (each.answer, each.said) for each in judge(made, context)}
    assert first == {each.row.alert_id: (each.answer, each.said) for each in judge(mixed, context)}


@settings(deadline=None)
@given(ROWS)
def test_what_was_taken_is_known_the_next_time(rows) -> None:
    alerts = [_alert(number, priority) for number, (_, priority) in enumerate(rows)]
    made = [_row(number, alerts[number], given) for number, (given, _) in enumerate(rows)]
    known: dict[str, list] = {}
    for outcome in judge(made, _context(alerts)):
        for write in outcome.writes:
            alert = alerts[int(write.alert_id.split("-")[1])]
            known.setdefault(write.alert_id, []).append(write.decision)
            alert["state"], alert["data"] = write.state or alert["state"], {**alert["data"], **write.data}
    for outcome in judge(made, _context(alerts, known)):
        assert outcome.writes == []
        assert (outcome.answer == "unchanged") == (outcome.row.alert_id in known or not outcome.row.given)


@settings(deadline=None)
@given(ROWS)
def test_a_true_match_and_what_is_remembered_never_stand_on_one_word(rows) -> None:
    alerts = [_alert(number, priority) for number, (_, priority) in enumerate(rows)]
    made = [_row(number, alerts[number], given) for number, (given, _) in enumerate(rows)]
    for outcome in judge(made, _context(alerts)):
        for write in outcome.writes:
            priority = alerts[int(write.alert_id.split("-")[1])]["priority"]
            if write.decision and write.state in ("true_match", "false_positive"):
                assert write.state == "false_positive"
                assert priority in ("medium", "low")
                assert not write.data["clearance"]["remembered"]
