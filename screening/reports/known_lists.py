"""What was screened and what was not: the run's snapshots beside the lists the catalogue knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from screening import reference
from screening.alerts import RatingSettings, jurisdictions, rules
from screening.reports.alerts import Alert
from screening.reports.result import RunFacts

if TYPE_CHECKING:
    from screening.watchlists import Snapshot


def catalogue() -> list[Mapping[str, Any]]:
    """The lists the shipped catalogue knows, in its order."""
    return list(reference.rules("catalogue.toml").get("list", []))


def rating_settings(run: RunFacts) -> RatingSettings:
    """The rating settings a run was made with, as far as its settings name them."""
    known = {key: run.settings[key] for key in ("binds_us", "jurisdictions", "rules") if key in run.settings}
    if "binds_us" in known:
        known["binds_us"] = tuple(known["binds_us"])
    return RatingSettings(**known)


def not_screened(run: RunFacts) -> list[Mapping[str, Any]]:
    """Lists of the catalogue that the run did not screen against."""
    screened = {snapshot.list_id for snapshot in run.snapshots}
    return [row for row in catalogue() if row["id"] not in screened]


def list_rows(run: RunFacts, found: Sequence[Alert]) -> Iterator[dict[str, Any]]:
    """Rows of the sheet Lists: first what was screened, then what was not; see `columns.LISTS`."""
    settings = rating_settings(run)
    rulebook = rules.load(settings.rules)
    titles = {row["id"]: row for row in catalogue()}
    raised = Counter(alert.hit["snapshot_id"] for alert in found)
    for snapshot in run.snapshots:
        law = jurisdictions.jurisdiction(snapshot.list_id, snapshot.publisher, settings)
        known = titles.get(snapshot.list_id, {})
        yield {
            "screened": "yes",
            "list_id": snapshot.list_id,
            "title": known.get("title", ""),
            "publisher": snapshot.publisher or known.get("publisher", ""),
            "jurisdiction": law,
            "binds_us": "yes" if jurisdictions.binds(law, settings, rulebook) else "no",
            "list_date": snapshot.list_date or "not stated",
            "entries": len(snapshot),
            "names": len(snapshot.names),
            "alerts": raised[snapshot.snapshot_id],
            "format": snapshot.format,
            "sha256": snapshot.sha256,
            "snapshot_id": snapshot.snapshot_id,
            "notes": "\n".join(snapshot.notes),
        }
    for row in not_screened(run):
        law = row.get("jurisdiction", "")
        yield {
            "screened": "NOT SCREENED",
            "list_id": row["id"],
            "title": row.get("title", ""),
            "publisher": row.get("publisher", ""),
            "jurisdiction": law,
            "binds_us": "yes" if jurisdictions.binds(law, settings, rulebook) else "no",
            "notes": row.get("note", row.get("import", "")),
        }


def screened_line(snapshot: Snapshot) -> str:
    """A snapshot in one line: ``us_ofac_sdn of 2026-08-20, 19,249 entries``."""
    day = snapshot.list_date.isoformat() if snapshot.list_date else "no stated date"
    return f"{snapshot.list_id} of {day}, {len(snapshot):,} entries"
