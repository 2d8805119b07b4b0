"""The sheet Method: what a reviewer, and an auditor years later, must know to understand a rating."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from screening import reference
from screening.alerts import rating_rules, review_rules
from screening.alerts.rating_rules import Rules
from screening.model import PRIORITIES
from screening.reports.known_lists import rating_settings
from screening.reports.manifest import KEEP_YEARS, versions
from screening.reports.result import RunFacts
from screening.reports.values import told
from screening.trade import rules as flag_rules

_WORDS: Final = "rules/report_words.toml"
TRAIL: Final = "Audit trail"
_TRAIL_TEXT: Final = re.compile(r"store ([0-9a-f]+), ([0-9]+) records, head ([0-9a-f]+)")


def method_rows(run: RunFacts) -> Iterator[dict[str, str]]:
    """Rows of the sheet Method; see `columns.METHOD`."""
    rating = rating_settings(run)
    rulebook = rating_rules.load(rating.rules, rating.own_rules)
    for word, meaning in reference.rules(_WORDS)["words"].items():
        yield {"topic": "Words", "item": word, "text": meaning}
    if run.audit_trail is None:
        for word, meaning in reference.rules(_WORDS)["not_kept"].items():
            yield {"topic": "Review", "item": word, "text": meaning}
    for name, value in run.settings.items():
        shown = told(value)
        why = run.reasons.get(name, "")
        yield {"topic": "Settings", "item": name, "text": shown + (f"\nWhy: {why}" if why else "")}
    for name, why in run.reasons.items():
        if name not in run.settings:
            yield {"topic": "Settings", "item": name, "text": f"Why: {why}"}
    yield from _rule_rows(rulebook)
    yield from _review_rows(review_rules.load())
    if run.flag_alerts is not None:
        yield from _flag_rows(run.flag_alerts.rules or flag_rules.load())
    for name, version in versions().items():
        yield {"topic": "Versions", "item": name, "text": version}
    for snapshot in run.snapshots:
        text = f"reader {snapshot.format}, version {snapshot.parser_version}; SHA-256 {snapshot.sha256}"
        yield {"topic": "Versions", "item": snapshot.snapshot_id, "text": text}
    if run.audit_trail:
        yield {"topic": "Records", "item": TRAIL, "text": trail_text(run.audit_trail)}
    yield {
        "topic": "Records",
        "item": "Keep for",
        "text": f"{KEEP_YEARS} years (31 CFR 501.601): the whole run folder. "
        "Its manifest.json names every input with its hash.",
    }


def trail_text(trail: Mapping[str, Any]) -> str:
    """Head and length of the audit trail as the sheet says them; `trail_of_text` reads them back."""
    return (
        f"store {trail['store_id']}, {trail['length']} records, head {trail['head']}\n"
        "Checked with: screening store verify"
    )


def trail_of_text(text: str) -> dict[str, Any] | None:
    """What `trail_text` wrote, or None."""
    match = _TRAIL_TEXT.match(text)
    return {"store_id": match[1], "length": int(match[2]), "head": match[3]} if match else None


def _rule_rows(rulebook: Rules) -> Iterator[dict[str, str]]:
    about = f"{rulebook.name}, version {rulebook.about.get('version', '?')} of {rulebook.about['date']}"
    yield {"topic": "Rules", "item": about, "text": rulebook.about["source"]}
    for rule in rulebook.strength:
        outcome = f"{rule.outcome.replace('_', ' ')} {rule.value}"
        text = f"{rule.says}\n{_conditions(dict(rule.when))} → {outcome}"
        yield {"topic": "Rules: match strength", "item": rule.id, "text": text}
    for priority in rulebook.priority:
        says = priority.says.format(measure="…", law="…", ended="…")
        text = f"{says}\n{_conditions(dict(priority.when))} → {priority.level}"
        yield {"topic": "Rules: priority", "item": priority.id, "text": text}


def _review_rows(book: review_rules.ReviewRules) -> Iterator[dict[str, str]]:
    """What a reviewer can choose: decisions, reason codes and actions, with what each means and needs."""
    yield {"topic": "Rules", "item": review_rules.FILE, "text": book.about["source"]}
    for decision in book.decisions.values():
        needs = {
            "a reason": decision.needs_reason,
            "a reason code": decision.needs_code,
            "an action": decision.needs_action,
        }
        second = ", ".join(sorted(decision.second, key=PRIORITIES.index))
        lines = [
            f"Offered for: {', '.join(sorted(decision.kinds)).replace('_', ' ')}",
            f"Needs: {', '.join(name for name, needed in needs.items() if needed)}",
            f"A second reviewer must agree: {second and f'at {second} priority'}" if second else "",
        ]
        yield {"topic": "Review: decisions", "item": decision.label, "text": "\n".join(filter(None, lines))}
    for code in book.codes.values():
        text = f"On a false positive: {code.says}.\nOn a true match: {code.says_true}."
        if code.field:
            text += "\nRefused where the columns “… agrees” say otherwise."
        yield {"topic": "Review: reason codes", "item": code.id, "text": text}
    for action in book.actions.values():
        text = action.says
        if action.report_within:
            text += f"; a report is due within {action.report_within} business days under {action.of} law"
        text += "; needs a reference" if action.needs_reference else ""
        yield {"topic": "Review: actions", "item": action.id, "text": text}


def _flag_rows(book: flag_rules.Rulebook) -> Iterator[dict[str, str]]:
    """The red flags in force: what each says, who names it, and the thresholds it rests on."""
    about = reference.rules(flag_rules.RULES)["about"]
    name = f"{flag_rules.RULES}, version {about['version']} of {about['date']}"
    yield {"topic": "Rules", "item": name, "text": about["source"]}
    for rule in book.enabled():
        facts = {"weight": rule.weight, "kind": rule.kind, **rule.settings}
        text = f"{rule.says}\nSource: {rule.cited}\n{_conditions(facts)}"
        yield {"topic": "Rules: red flags", "item": rule.id, "text": text}


def _conditions(when: dict[str, object]) -> str:
    if not when:
        return "whatever else"
    return "; ".join(f"{key.replace('_', ' ')}: {_plain(value)}" for key, value in when.items())


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
