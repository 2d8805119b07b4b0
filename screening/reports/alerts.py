"""Alerts: hits gathered into one row a subject and entry, with both parties' particulars side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from screening.alerts.identity import alert_id
from screening.alerts.rating_rules import measure_label
from screening.alerts.records import EntryRecord, entries
from screening.model import PARTY_ROLES, PRIORITIES, STRENGTHS
from screening.names.transliteration import romanise
from screening.watchlists.published import NOT_STATED, day_or_month, published

if TYPE_CHECKING:
    from screening.watchlists import Snapshot

NO_LIST = "Red flags (no list)"
"""What stands for the list of an alert for red flags."""
FIRST_RUN = "first run"
"""Why an alert is raised now, where no store remembers earlier runs."""
AGREEMENTS = ("name_agrees", "date_agrees", "country_agrees", "identifier_agrees", "address_agrees")
_NOT_PARTS = [
    *(
        "alert_id",
        "subject_id",
        "subject_name",
        "list_id",
        "snapshot_id",
        "list_date",
        "entry_id",
        "entry_name",
    ),
    *("matched_name", "name_type", "schema", "measure", "matched_on", "relation", "score", "explanation"),
    *("match_strength", "priority", "binds_us", *AGREEMENTS, "why"),
]


@dataclass(slots=True)
class Alert:
    """One alert: the hit that stands for it, the others that lead to the same entry, and the entry."""

    hit: dict[str, Any]
    others: list[dict[str, Any]]
    entry: EntryRecord | None
    places: list[dict[str, Any]] = field(default_factory=list)
    place_count: int = 0

    @property
    def alert_id(self) -> str:
        """Its id."""
        return str(self.hit["alert_id"])

    @property
    def main_name(self) -> str | None:
        """The main name of the subject, where it was found under another one at all its places of that name."""
        found = self.hit["subject_name"]
        mains = [place.get("main_name") for place in self.places if place["name"] == found]
        return str(mains[0]) if mains and all(mains) else None


def raised_by_snapshot(found: Iterable[Alert]) -> Counter[str]:
    """How many alerts have a hit in each snapshot, by its id."""
    return Counter(
        each for alert in found for each in {hit["snapshot_id"] for hit in (alert.hit, *alert.others)} if each
    )


def alerts(hits: pa.Table, snapshots: Sequence[Snapshot]) -> list[Alert]:
    """The alerts of a table of hits, by priority, strength and score; then subject, list and entry."""
    grouped: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for hit in hits.select(_NOT_PARTS).to_pylist():
        grouped[hit["alert_id"]].append(hit)
    known = entries(snapshots, hits)
    found = []
    for group in grouped.values():
        group.sort(key=_stands_for)
        hit = group[0]
        found.append(Alert(hit, group[1:], known.get((hit["list_id"], hit["snapshot_id"], hit["entry_id"]))))
    found.sort(key=gravity)
    return found


def by_party(
    found: Iterable[Alert], groups: Mapping[tuple[str, str], Sequence[tuple[str, str]]]
) -> dict[str, list[Alert]]:
    """Alerts by party group, the gravest group first and in it the gravest alert: one list may hold all of another, and
    what is one decision stands together.

    Args:
        found: The alerts, the gravest first.
        groups: As `rows` takes them.
    """
    together: dict[str, list[Alert]] = {}
    for alert in found:
        hit = alert.hit
        group = party_group(hit["subject_id"], (hit["list_id"], hit["entry_id"]), groups)
        together.setdefault(group, []).append(alert)
    return together


def _stands_for(hit: Mapping[str, Any]) -> tuple[Any, ...]:
    """The newest snapshot stands for an alert; in it the strongest hit; of equals, the one on the name."""
    newest = -(hit["list_date"] or date.min).toordinal()
    return (newest, STRENGTHS.index(hit["match_strength"]), hit["matched_on"] != "name", hit["snapshot_id"])


def gravity(alert: Alert) -> tuple[Any, ...]:
    """The order of alerts: gravest first. Those for red flags, which have no strength and score, by their weight."""
    hit = alert.hit
    strength = STRENGTHS.index(hit["match_strength"]) if hit["match_strength"] else len(STRENGTHS)
    return (
        PRIORITIES.index(hit["priority"]),
        strength,
        -hit["score"] if hit["score"] is not None else -hit["weight"],
        hit["subject_name"],
        hit["subject_id"],
        hit["list_id"],
        hit["entry_id"],
    )


def rows(
    found: Sequence[Alert],
    raised: datetime,
    groups: Mapping[tuple[str, str], Sequence[tuple[str, str]]],
    evidence_rows: Mapping[str, int],
    standings: Mapping[str, Mapping[str, Any]] | None = None,
    *,
    among: Sequence[Alert] | None = None,
) -> Iterable[dict[str, Any]]:
    """Rows of the sheet Alerts; see `alert_columns.ALERTS`.

    Args:
        found: The alerts in their order.
        raised: When the run raised them.
        groups: For an entry (list, id) the entries of other lists that are the same party.
        evidence_rows: The row of the sheet Evidence on which the places of an alert begin.
        standings: What the store knows of them, see `result.RunFacts`.
        among: All alerts of the run, where these are not all.
    """
    by_subject: dict[str, list[Alert]] = defaultdict(list)
    for alert in found if among is None else among:
        by_subject[alert.hit["subject_id"]].append(alert)
    for alert in found:
        hit = alert.hit
        links = {}
        if alert.alert_id in evidence_rows:
            links["alert_id"] = f"#Evidence!A{evidence_rows[alert.alert_id]}"
        url = alert.entry.fields.get("url") if alert.entry else None
        if url:
            links["url"] = url
        yield {
            **{key: hit[key] for key in ("alert_id", "priority", "match_strength", "score", "subject_id")},
            "relation": hit["relation"].replace("_", " "),
            "party_group": party_group(hit["subject_id"], (hit["list_id"], hit["entry_id"]), groups),
            **_standing((standings or {}).get(alert.alert_id), raised),
            "name": hit["subject_name"],
            **_subject(alert),
            **{key: hit[key] for key in ("matched_name", "entry_name")},
            "entry_id": hit["entry_id"] if hit["snapshot_id"] else "",
            "list_id": list_label(hit),
            "list_date": day_or_month(hit["list_date"], hit["snapshot_id"]),
            "name_type": hit["name_type"].replace("_", " "),
            "measure": _measures(alert),
            "binds_us": {True: "yes", False: "no"}.get(hit["binds_us"], ""),
            "entry_type": hit["schema"],
            **_entry(alert.entry),
            "why": _why(alert) if hit["snapshot_id"] else hit["why"],
            **{key: hit[key] for key in hit if key.endswith("_agrees")},
            "also_on": _also_on(alert, by_subject[hit["subject_id"]], groups),
            "_links": links,
        }


def _standing(known: Mapping[str, Any] | None, raised: datetime) -> dict[str, Any]:
    """How an alert stands and what was decided: the store's, else that of an alert nobody remembers."""
    if known is None:
        return {"status": "Open", "why_now": FIRST_RUN, "first_raised": raised}
    first = datetime.fromisoformat(known["first_raised"]) if known["first_raised"] else None
    return {
        **{key: known[key] for key in ("status", "why_now")},
        **{key: known.get(key) for key in ("due", "assigned_to", "previous_decision")},
        **known.get("given", {}),
        "first_raised": first,
    }


def party_group(
    subject_id: str, entry: tuple[str, str], groups: Mapping[tuple[str, str], Sequence[tuple[str, str]]]
) -> str:
    """What alerts of one subject with the same listed party have in common, whichever list they are from."""
    return "G" + alert_id(subject_id, *min([entry, *groups.get(entry, ())]))[1:]


def identifiers_line(identifiers: Iterable[Mapping[str, Any]] | None) -> str:
    """Identifiers in one cell, one a line: ``Tax ID No. 7701234567 (RU)``."""
    return "\n".join(
        f"{each['type']} {each['number']}" + (f" ({each['country']})" if each.get("country") else "")
        for each in identifiers or ()
    )


def day_or_text(text: str | None) -> date | str | None:
    """A whole date as a date, anything else as it stands."""
    try:
        return date.fromisoformat(text) if text and len(text) == 10 else text
    except ValueError:
        return text


def _subject(alert: Alert) -> dict[str, Any]:
    """The subject's side: its first place, and what that place leaves open from the next that says it."""
    if not alert.places:
        return {}
    place = alert.places[0]
    name = alert.hit["subject_name"]  # beside it stands its own reading, not that of another name of the subject
    latin = romanise(name)
    more = alert.place_count - 1
    where = f"{place['source']}\n{place['place']}"

    def said(key: str) -> Any:
        return next((other[key] for other in alert.places if other[key]), None)

    return {
        "role": _foremost(place["role"] for place in alert.places),
        "romanised": latin if latin and latin != name else "",
        "type": place["schema"],
        "country": ", ".join(said("country") or ()),
        "born": day_or_text(said("birth_date") or said("incorporated_on")),
        "identifiers": identifiers_line(said("identifiers")),
        "address": said("address"),
        "source": where + (f"\n(+{more:,} more in Evidence)" if more > 0 else ""),
        "context": said("context"),
        "date": said("date"),
    }


def _foremost(roles: Iterable[str | None]) -> str | None:
    """The role to show of several: who sells or buys goes before the same party as their declarant or payer."""
    order = {role: place for place, role in enumerate(PARTY_ROLES)}
    return min(filter(None, roles), key=lambda role: order.get(role, 0), default=None)


def _entry(entry: EntryRecord | None) -> dict[str, Any]:
    if entry is None:
        return {}
    fields = entry.fields
    dates = entry.dates
    return {
        "programme": ", ".join(fields["programmes"]),
        "listed_on": fields["listed_on"],
        "entry_country": ", ".join(sorted(entry.countries)),
        "entry_born": day_or_text(dates[0]) if len(dates) == 1 else "\n".join(dates),
        "entry_identifiers": identifiers_line(entry.identifiers),
        "entry_address": "\n".join(row["address"] for row in entry.addresses),
        "linked_to": "\n".join(f"{row['relation']}: {row['name']}" for row in entry.links),
        "remarks": fields["remarks"],
        "url": fields["url"],
    }


def list_label(hit: Mapping[str, Any]) -> str:
    """The list a hit is of, or that it is of none."""
    return str(hit["list_id"]) if hit["snapshot_id"] else NO_LIST


def _measures(alert: Alert) -> str:
    """What the listing does, and until when where it ends: an order that ended is no order in force."""
    hit = alert.hit
    said = ", ".join(map(measure_label, hit["measure"])) or (NOT_STATED if hit["snapshot_id"] else "")
    ended = alert.entry.fields["ended_on"] if alert.entry else None
    return f"{said} (until {ended.isoformat()})" if ended else said


def _why(alert: Alert) -> str:
    found_as = [f"Found as {alert.hit['subject_name']}, another name of {alert.main_name}."] if alert.main_name else []
    parts = [*found_as, alert.hit["explanation"]]
    for other in alert.others:
        if other["snapshot_id"] == alert.hit["snapshot_id"]:
            parts.append(f"Also by {other['matched_on']}: {other['explanation']}")
    parts.append(alert.hit["why"])
    return "\n".join(part for part in parts if part)


def _also_on(
    alert: Alert,
    siblings: Sequence[Alert],
    groups: Mapping[tuple[str, str], Sequence[tuple[str, str]]],
) -> str:
    """Other lists that have this subject or this entry, and older snapshots of this list."""
    hit = alert.hit
    lines = {
        f"{other.hit['list_id']} {other.hit['entry_id']} ({other.hit['match_strength']})": None
        for other in siblings
        if other.hit["list_id"] != hit["list_id"] and other.hit["relation"] == "same_party"
    }
    seen = {(other.hit["list_id"], other.hit["entry_id"]) for other in siblings}
    for list_id, entry_id in groups.get((hit["list_id"], hit["entry_id"]), ()):
        if list_id != hit["list_id"] and (list_id, entry_id) not in seen:
            lines[f"{list_id} {entry_id} (same party there)"] = None
    older = {other["snapshot_id"]: other["list_date"] for other in alert.others}
    for snapshot_id, day in sorted(older.items()):
        if snapshot_id != hit["snapshot_id"]:
            lines[f"{hit['list_id']} of {of}" if (of := published(day, snapshot_id)) else snapshot_id] = None
    return "\n".join(lines)
