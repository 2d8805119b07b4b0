"""Which alerts of one subject are about the same listed party, whatever list and report they are from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final

from screening.alerts.store.evidence import identifier_rows
from screening.alerts.submissions import Verdict, agreements
from screening.watchlists import Snapshot
from screening.watchlists.draft import Draft
from screening.watchlists.groups import groups

_NAMES: Final = {"name": "primary", "aliases": "alias", "weak_aliases": "weak_alias"}


def same_party(alert: Mapping[str, Any], others: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The others whose entry is the same party as the alert's, as `watchlists.groups` tells it.

    Args:
        alert: An alert of the store with its evidence; only alerts on entries of lists have such company.
        others: Alerts of the same subject, with their evidence.
    """
    if alert["kind"] != "list_match":
        return []
    mine = [each for each in others if each["kind"] == "list_match" and each["alert_id"] != alert["alert_id"]]
    if not mine:
        return []
    found = {(row["list_id"], row["entry_id"]): row["group_id"] for row in groups(_lists([alert, *mine])).to_pylist()}
    here = found.get((alert["list_id"], alert["entry_id"]))
    return [each for each in mine if here is not None and found.get((each["list_id"], each["entry_id"])) == here]


def contradicts(alert: Mapping[str, Any], verdict: Verdict) -> bool:
    """Whether an alert by itself bears out every reason a false positive was given for."""
    said = agreements(alert)
    return bool(verdict.codes) and all(code.field and said.get(code.field) == "contradicts" for code in verdict.codes)


def _lists(alerts: Iterable[Mapping[str, Any]]) -> list[Snapshot]:
    """The entries of alerts, as far as their evidence tells of them, as lists of their own."""
    drafts: dict[str, Draft] = defaultdict(lambda: Draft("alerts of the store"))
    for alert in alerts:
        entry, draft = alert["entry"] or {}, drafts[alert["list_id"]]
        if alert["entry_id"] in draft.entries:
            continue
        new = draft.entry(alert["entry_id"], schema=entry.get("schema") or "LegalEntity")
        for key, kind in _NAMES.items():
            for name in entry.get(key) or ():
                new.add_name(name, kind)
        if not new.names:
            new.add_name(alert["entry_name"], "primary")
        new.add("countries", *(entry.get("countries") or ()))
        new.add("birth_dates", *(entry.get("dates") or ()))
        for told in identifier_rows(entry.get("identifiers") or ()):
            new.add_identifier(told["type"], told["number"], told["country"])
    return [
        Snapshot(
            list_id=list_id, snapshot_id=list_id, list_date=None, sha256="", publisher="", format="", evidence="",
            **draft.finish()[0],
        )
        for list_id, draft in drafts.items()
    ]  # fmt: skip
