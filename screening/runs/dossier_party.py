"""Who a dossier is about: the subjects and entries that a name, or an id, stands for in the store and in runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from screening.alerts.identity import PREFIX
from screening.errors import InputError, ScreeningError
from screening.names.folding import fold
from screening.runs.review import Desk
from screening.runs.run_folders import RunFolder

if TYPE_CHECKING:
    import polars as pl

_STRONG: Final = ("exact", "strong")


@dataclass(slots=True)
class Party:
    """Who the dossier is about: the subjects and entries that are this party."""

    name: str
    subjects: set[str] = field(default_factory=set)
    entries: set[tuple[str, str]] = field(default_factory=set)
    alerts: list[dict[str, Any]] = field(default_factory=list)
    hits: dict[str, dict[str, Any]] = field(default_factory=dict)


def find(party: str, desk: Desk | None, folders: Sequence[RunFolder]) -> Party:
    """The subjects and entries a name, or an id, stands for.

    A listed party may be one subject in articles and another in customs records: subjects that are surely the
    same entry are taken together, those that were cleared left out.

    Raises:
        InputError: Nobody knows the party.
    """
    wanted, found = fold(party), Party(" ".join(party.split()))
    alerts = desk.store.alerts() if desk is not None else []
    mine = [row for row in alerts if party in (row["alert_id"], row["subject_id"])
            or wanted in (fold(row["subject_name"]), fold(row["entry_name"]))]  # fmt: skip
    if party.startswith(PREFIX) and mine:
        found.name = mine[0]["subject_name"]
    found.subjects |= {row["subject_id"] for row in mine}
    names = {wanted, *(fold(row["subject_name"]) for row in mine)}
    for folder in folders:
        found.subjects |= folder.named(names) | {row["subject_id"] for row in folder.rows("subjects", [party])}
        for hit in _hits(folder, found.subjects, names):
            found.hits.setdefault(hit["alert_id"], hit)
    cleared = {row["alert_id"] for row in alerts if row["state"] == "false_positive"}
    sure = [hit for hit in found.hits.values() if _sure(hit) and hit["alert_id"] not in cleared]
    found.entries |= {(hit["list_id"], hit["entry_id"]) for hit in sure}
    found.entries |= {
        (row["list_id"], row["entry_id"]) for row in mine if _sure(row) and row["alert_id"] not in cleared
    }
    for row in alerts:
        if (row["list_id"], row["entry_id"]) in found.entries and _sure(row) and row["alert_id"] not in cleared:
            found.subjects.add(row["subject_id"])
    for folder in folders:
        for hit in _hits(folder, set(), set(), found.entries):
            if _sure(hit) and hit["alert_id"] not in cleared:
                found.subjects.add(hit["subject_id"])
                found.hits.setdefault(hit["alert_id"], hit)
    ids = {row["alert_id"] for row in alerts if row["subject_id"] in found.subjects}
    found.alerts = desk.store.alerts(ids, evidence=True) if desk is not None and ids else []
    if not found.subjects:
        near = _near(party, alerts, folders)
        raise InputError(
            f"neither the store nor a run knows {party!r}",
            remedy=f"did you mean {near}?" if near else "give the name as a report has it, or the id of an alert",
        )
    return found


def _sure(row: Mapping[str, Any]) -> bool:
    return row["match_strength"] in _STRONG and row.get("relation", "same_party") == "same_party"


def _hits(
    folder: RunFolder, subjects: set[str], names: set[str], entries: set[tuple[str, str]] | None = None
) -> list[dict[str, Any]]:
    """The hits of a run on subjects, on entries of such names, or on entries; their parts left out."""
    import polars as pl

    if not folder.has("hits"):
        return []
    frame: pl.LazyFrame = folder.scan("hits").drop("parts")
    if entries is not None:
        rows = frame.filter(pl.col("entry_id").is_in([entry_id for _, entry_id in entries])).collect().to_dicts()
        return [row for row in rows if (row["list_id"], row["entry_id"]) in entries]
    listed = frame.select("list_id", "entry_id", "entry_name", "matched_name").unique().collect()
    keys = {(row[0], row[1]) for row in listed.iter_rows() if fold(row[2]) in names or fold(row[3]) in names}
    rows = frame.filter(
        pl.col("subject_id").is_in(list(subjects)) | pl.col("entry_id").is_in([entry_id for _, entry_id in keys])
    ).collect().to_dicts()  # fmt: skip
    return [row for row in rows if row["subject_id"] in subjects or (row["list_id"], row["entry_id"]) in keys]


def _near(party: str, alerts: Sequence[Mapping[str, Any]], folders: Sequence[RunFolder]) -> str:
    names = {row[key] for row in alerts for key in ("subject_name", "entry_name")}
    for folder in folders[:3]:
        with suppress(ScreeningError, OSError):
            names |= set(folder.scan("hits").select("subject_name").unique().collect().to_series().to_list())
    by_fold = {fold(name): name for name in sorted(names)}
    found = get_close_matches(fold(party), by_fold, n=1)
    return by_fold[found[0]] if found else ""
