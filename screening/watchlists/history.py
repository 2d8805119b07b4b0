"""What the store's log says: the versions of each list, and which of them is or was in force."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final, Literal

from screening.watchlists.published import effective, month_of, published

State = Literal["current", "superseded", "quarantine", "rejected", "historical"]
NEVER_IN_FORCE: Final = frozenset({"quarantine", "rejected"})


@dataclass
class Version:
    """One stored copy of a list.

    Attributes:
        evidence: What the reader of its form was proved on.
        folder: Its folder's name in the store: the snapshot id and the version of the reader.
        retrieved: When it came in, UTC.
        checked: The last day on which the publisher's own server said that nothing newer is there.
        state: ``quarantine`` was never in force, ``rejected`` is not to be; ``historical`` is for look-backs only.
        reasons: Why it is in quarantine, or was rejected.
        warnings: What was odd about it, though not enough to keep it out.
        in_force_since: When it was last put in force.
    """

    list_id: str
    snapshot_id: str
    folder: str
    list_date: date | None
    entries: int
    sha256: str
    manifest_sha256: str
    format: str
    parser_version: int
    retrieved: datetime
    source: str
    evidence: str = ""
    validators: dict[str, dict[str, str]] = field(default_factory=dict)
    state: State = "quarantine"
    reasons: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    checked: date | None = None
    in_force_since: datetime | None = None
    accepted_by: str = ""
    accepted_why: str = ""

    @property
    def published(self) -> str:
        """The publication date for people: a day, a month, or ``unknown``."""
        return published(self.list_date, self.snapshot_id) or "unknown"

    @property
    def effective(self) -> date:
        """The day it was published; the last of the month where only that is known; else the day it came
        in.
        """
        return effective(self.list_date, self.snapshot_id) or self.retrieved.date()

    @property
    def surely_on(self) -> date | None:
        """A day on which it is sure to have been published: the first of the month where only that is known; none
        where it says nothing of its age.
        """
        if self.list_date is not None:
            return self.list_date
        return self.effective.replace(day=1) if month_of(self.snapshot_id) else None

    @property
    def fresh_on(self) -> date:
        """The last day on which it is known to have been the newest: published, or confirmed by the
        publisher.
        """
        return max(self.effective, self.checked) if self.checked else self.effective


@dataclass
class ListState:
    """All stored versions of one list, in the order in which they first came in."""

    list_id: str
    versions: list[Version] = field(default_factory=list)
    current: Version | None = None
    put_in_force: list[tuple[datetime, Version]] = field(default_factory=list)
    last_import: Version | None = None
    last_failure: str = ""

    @property
    def waiting(self) -> Version | None:
        """The newest version that was not rejected, if it is in quarantine; one that is older than the list in force is
        not the newest.
        """
        last = self.last_import
        if last is not None and last.state == "rejected":
            last = next((one for one in reversed(self.versions) if one.state not in ("rejected", "historical")), None)
        if last is None or last.state != "quarantine":
            return None
        if self.current and last.list_date and self.current.list_date and last.list_date < self.current.list_date:
            return None
        return last

    @property
    def previous(self) -> Version | None:
        """The version that was in force before the current one."""
        earlier = [version for _, version in self.put_in_force if version is not self.current]
        if earlier:
            return earlier[-1]
        older = [one for one in self.versions if one.state == "historical"]
        return max(older, key=lambda one: one.effective, default=None)

    def in_force(self, day: date | None = None) -> Version | None:
        """The version in force now, or at the end of a past day; see `Store.in_force`."""
        if day is None:
            return self.current
        here = [version for moment, version in self.put_in_force if moment.date() <= day]
        return here[-1] if here else self.published_by(day)

    def published_by(self, day: date) -> Version | None:
        """The newest version published by that day, whenever it came in; none from quarantine, none rejected."""
        published = [one for one in reversed(self.versions) if one.state not in NEVER_IN_FORCE and one.effective <= day]
        return max(published, key=lambda one: one.effective, default=None)

    def find(self, folder: str) -> Version | None:
        """The version in that folder."""
        return next((one for one in self.versions if one.folder == folder), None)


def replay(events: Iterable[Mapping[str, Any]]) -> dict[str, ListState]:
    """The state of every list after the events, by list id."""
    states: dict[str, ListState] = {}
    for event in events:
        state = states.setdefault(event["list_id"], ListState(event["list_id"]))
        moment = datetime.fromisoformat(event["time"])
        version = state.find(event.get("folder", ""))
        if event["event"] == "imported":
            state.last_import = _imported(state, version, event, moment)
            state.last_failure = ""
        elif event["event"] == "failed":
            state.last_failure = event["reason"]
        elif version is not None:
            _apply(state, version, event, moment)
    return {list_id: state for list_id, state in states.items() if state.versions or state.last_failure}


def _imported(state: ListState, known: Version | None, event: Mapping[str, Any], moment: datetime) -> Version:
    if known is not None:  # the same bytes, stored anew after damage
        known.manifest_sha256 = event["manifest_sha256"]
        known.warnings = list(event.get("warnings", []))
        return known
    version = Version(
        list_id=event["list_id"],
        snapshot_id=event["snapshot_id"],
        folder=event["folder"],
        list_date=date.fromisoformat(event["list_date"]) if event["list_date"] else None,
        entries=event["entries"],
        sha256=event["sha256"],
        manifest_sha256=event["manifest_sha256"],
        format=event["format"],
        parser_version=event["parser_version"],
        retrieved=datetime.fromisoformat(event.get("retrieved", event["time"])),
        source=event.get("source", ""),
        evidence=event.get("evidence", ""),
        validators=event.get("validators", {}),
        warnings=list(event.get("warnings", [])),
    )
    if event.get("downloaded"):
        version.checked = moment.date()
    state.versions.append(version)
    return version


def _apply(state: ListState, version: Version, event: Mapping[str, Any], moment: datetime) -> None:
    kind = event["event"]
    if kind == "in_force":
        if state.current is not None and state.current is not version:
            state.current.state = "superseded"
        version.state, version.in_force_since, version.reasons = "current", moment, []
        state.current = version
        state.put_in_force.append((moment, version))
    elif kind == "quarantined":
        version.state, version.reasons = "quarantine", list(event["reasons"])
    elif kind == "rejected":
        version.state, version.reasons = "rejected", [f"rejected by {event['by']}: {event['reason']}"]
    elif kind == "historical":
        version.state = "historical"
    elif kind == "accepted":
        version.accepted_by, version.accepted_why = event["by"], event["reason"]
    elif kind == "checked":
        version.checked = moment.date()
        version.validators = event.get("validators") or version.validators
        state.last_import, state.last_failure = version, ""
