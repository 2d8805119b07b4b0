"""What was screened and what was not: the run's snapshots beside the lists the catalogue knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from screening.alerts import RatingSettings, jurisdictions, rating_rules
from screening.reports.alerts import Alert, raised_by_snapshot
from screening.reports.result import RunFacts
from screening.watchlists.catalogue import catalogue
from screening.watchlists.published import NOT_STATED


@dataclass(frozen=True, slots=True)
class Unscreened:
    """A known list, or restrictions on parties that no list holds, that the run did not screen against."""

    id: str
    title: str
    jurisdiction: str
    publisher: str = ""
    note: str = ""


def rating_settings(run: RunFacts) -> RatingSettings:
    """The rating settings a run was made with, as far as its settings name them."""
    known = {key: run.settings[key] for key in ("binds_us", "jurisdictions", "rules") if key in run.settings}
    if "binds_us" in known:
        known["binds_us"] = tuple(known["binds_us"])
    return RatingSettings(**known, own_rules=run.settings.get("rating_rules"))


def not_screened(run: RunFacts) -> list[Unscreened]:
    """The lists in force, and the restrictions none of them holds, that the run did not screen against."""
    screened = {snapshot.list_id for snapshot in run.snapshots}
    known = catalogue(run.own_catalogue)
    lists = [Unscreened(one.id, one.title, one.jurisdiction, one.publisher) for one in known.current]
    by_hand = [
        Unscreened(one.id, one.title, one.jurisdiction, note=f"To be imported by hand from: {one.where}")
        for one in known.not_included
        if one.covered_by not in screened
    ]
    return [one for one in (*lists, *by_hand) if one.id not in screened]


def list_rows(run: RunFacts, found: Sequence[Alert]) -> Iterator[dict[str, Any]]:
    """Rows of the sheet Lists: first what was screened, then what was not; see `columns.LISTS`."""
    settings = rating_settings(run)
    rulebook = rating_rules.load(settings.rules, settings.own_rules)
    known = catalogue(run.own_catalogue)
    raised = raised_by_snapshot(found)
    for snapshot in run.snapshots:
        law = jurisdictions.jurisdiction(snapshot.list_id, snapshot.publisher, settings)
        entry = known.get(snapshot.list_id)
        yield {
            "screened": "screened",
            "list_id": snapshot.list_id,
            "title": entry.title if entry else "",
            "publisher": snapshot.publisher or (entry.publisher if entry else ""),
            "jurisdiction": law,
            "binds_us": "yes" if jurisdictions.binds(law, settings, rulebook) else "no",
            "list_date": snapshot.list_date or snapshot.published or NOT_STATED,
            "entries": len(snapshot),
            "names": len(snapshot.names),
            "alerts": raised[snapshot.snapshot_id],
            "format": snapshot.format,
            "sha256": snapshot.sha256,
            "snapshot_id": snapshot.snapshot_id,
            "notes": "\n".join(snapshot.notes),
        }
    for one in not_screened(run):
        yield {
            "screened": "not screened",
            "list_id": one.id,
            "title": one.title,
            "publisher": one.publisher,
            "jurisdiction": one.jurisdiction,
            "binds_us": "yes" if jurisdictions.binds(one.jurisdiction, settings, rulebook) else "no",
            "notes": one.note,
        }
