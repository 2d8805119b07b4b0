"""Everything known of one party, gathered from the alert store and the run folders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from screening.alerts.flag_alerts import LIST_ID as RED_FLAGS
from screening.alerts.rating_rules import measure_label
from screening.alerts.standings import standings
from screening.errors import SettingsError, StoreError
from screening.names.folding import fold
from screening.reports.dossier import Dossier, Part, write_html, write_workbook
from screening.reports.manifest import keep_until
from screening.runs.dossier_party import Party, find
from screening.runs.dossier_trade import trade_of
from screening.runs.review import Desk, open_desk
from screening.runs.run_folders import RunFolder, first_with, run_folders

_ALERTS, _FLAGS, _STORIES, _OWN, _DECISIONS = 12, 3, 8, 8, 12
"""Rows of each part; what is left out is counted."""


def dossier(
    party: str,
    *,
    out: str | Path | None = None,
    reports: str | Path | None = None,
    desk: Desk | None = None,
    **opening: Any,
) -> tuple[Path, Path]:
    """Write the dossier of one party as HTML and as a workbook.

    Args:
        party: A name, the id of a subject, or the id of an alert.
        out: Where the two files go; None: where the reports of the job go, else ``reports``.
        reports: The parent of the run folders; None: where those of the job go, else ``out``.
        desk: An open store; None: opened as ``opening`` says, see `review.open_desk`. Without any store the
            dossier says so and is made from the runs.

    Returns:
        The HTML and the workbook.

    Raises:
        InputError: Neither the store nor a run knows the party.
        OutputError: It cannot be written.
    """
    at = desk if desk is not None else _desk(opening)
    of_job = _out_of(opening.get("job"))
    folder = Path(out if out is not None else of_job or "reports")
    folders = run_folders(Path(reports if reports is not None else of_job or folder))
    known = find(party, at, folders)
    made = gathered(known, at, folders)
    stem = "".join(char if char.isalnum() else "-" for char in fold(known.name))[:60].strip("-") or "party"
    return (
        write_html(folder / f"dossier-{stem}.html", made),
        write_workbook(folder / f"dossier-{stem}.xlsx", made),
    )


def _out_of(job: str | Path | None) -> Path | None:
    """Where the reports of a job go."""
    if job is None:
        return None
    from screening.runs.batch.job_reading import review_of  # batches stand on this module

    return Path(review_of(Path(job), Path())["out"])


def _desk(opening: Mapping[str, Any]) -> Desk | None:
    try:
        return open_desk(need_people=False, **opening)
    except (StoreError, SettingsError):
        if any(opening.get(name) is not None for name in ("store", "key", "settings", "job")):
            raise  # it was asked for
        return None


def gathered(party: Party, desk: Desk | None, folders: Sequence[RunFolder]) -> Dossier:
    """The dossier."""
    now = desk.now.astimezone(UTC) if desk is not None else datetime.now(UTC)
    told = standings(desk.store, party.alerts, desk.levels, desk.rules) if desk is not None else {}
    trade = trade_of(party.subjects, folders)
    _, own = first_with(folders, "own_parties", party.subjects)
    parts = [
        _listings(party, told),
        *_flags(party, told, folders),
        _stories(party, folders),
        Part("Trade by month", trade.heads, trade.rows, trade.note, trade.more, trade.picture),
        Part("The chain", trade.chain_heads, trade.chain_rows, trade.chain_note, trade.chain_more, trade.chain_picture),
        _own(own),
        _decisions(party, desk),
    ]
    runs = sorted({str(folder.manifest["run_id"]) for folder in folders})
    footer = [f"Runs looked through: {', '.join(runs[-5:])}" + (f" and {len(runs) - 5} more" if len(runs) > 5 else "")]
    if desk is not None:
        footer.append(f"Alert store: {desk.store.head()}")
        footer.append(
            "Reviewers' names were typed in cells: attested, not authenticated; accounts are those that imported."
        )
    footer.append(
        f"Keep until {keep_until(now.date()).isoformat()} (31 CFR 501.601). A hit or flag is a question, no finding."
    )
    example = any(folder.manifest.get("example") for folder in folders)
    banner = "Made from an example: must not be used for screening" if example else ""
    return Dossier(party.name, now, _facts(party, folders), parts, trade.months, trade.measure, footer, banner)


def _facts(party: Party, folders: Sequence[RunFolder]) -> list[tuple[str, str]]:
    """What it is, as its subjects say."""
    said: dict[str, dict[str, None]] = {
        name: {} for name in ("Also written", "Type", "Country", "Date", "Address", "Numbers")
    }

    def add(name: str, *values: Any) -> None:
        said[name].update(dict.fromkeys(str(value) for value in values if value))

    for row in party.alerts:
        subject = row["subject"] or {}
        add("Also written", *(subject.get("name") or ()))
        add("Type", subject.get("schema"))
        add("Country", *(subject.get("countries") or ()))
        add("Date", *(subject.get("dates") or ()))
        add("Address", *(subject.get("addresses") or ()))
        add("Numbers", *(subject.get("identifiers") or ()))
    for folder in folders:
        for row in folder.rows("subjects", party.subjects):
            add("Also written", row["name"])
            add("Type", row["schema"])
            add("Country", *(row["country"] or ()))
            add("Date", row["birth_date"], row["incorporated_on"])
            add("Address", row["address"])
            add("Numbers", *(f"{each['type']} {each['number']}" for each in row["identifiers"] or ()))
    said["Also written"].pop(party.name, None)
    said["Type"].pop("LegalEntity", None)
    return [(name, ", ".join(list(values)[:6])) for name, values in said.items() if values]


def _listings(party: Party, told: Mapping[str, Mapping[str, Any]]) -> Part:
    """On which lists, with which measures, and how the alert stands."""
    rows: dict[str, list[Any]] = {}
    for alert in party.alerts:
        entry = alert["entry"] or {}
        if alert["kind"] == "list_match":
            rows[alert["alert_id"]] = [
                alert["list_id"], alert["entry_name"], alert["entry_id"],
                ", ".join(map(measure_label, entry.get("measures") or ())) or "not stated",
                ", ".join(entry.get("programmes") or ()), entry.get("listed_on") or "",
                alert["match_strength"], alert["priority"], told[alert["alert_id"]]["status"],
            ]  # fmt: skip
    for alert_id, hit in party.hits.items():
        rows.setdefault(alert_id, [
            hit["list_id"], hit["entry_name"], hit["entry_id"], ", ".join(map(measure_label, hit["measure"])) or
            "not stated", "", "", hit["match_strength"], hit["priority"], "not in the store",
        ])  # fmt: skip
    best: dict[tuple[str, str, str], list[Any]] = {}
    for row in sorted(rows.values(), key=lambda row: (["exact", "strong", "moderate", "weak"].index(row[6]), row[0])):
        best.setdefault((row[0], row[2], row[8]), row)
    heads = ("List", "Listed as", "Entry", "Measure", "Programme", "Listed on", "Strength", "Priority", "Status")
    shown = list(best.values())
    return Part("Lists and measures", heads, shown[:_ALERTS], more=max(0, len(shown) - _ALERTS))


def _flags(party: Party, told: Mapping[str, Mapping[str, Any]], folders: Sequence[RunFolder]) -> list[Part]:
    """Its red flags as the store has them, else as the newest run that raised any."""
    rows = [
        [alert["entry_name"], alert["comparison"]["reasons"][0], alert["priority"], told[alert["alert_id"]]["status"]]
        for alert in party.alerts
        if alert["list_id"] == RED_FLAGS
    ]
    if not rows:
        _, found = first_with(folders, "party_alerts", party.subjects)
        rows = [
            [", ".join(row["flags"]).replace("_", " "), row["why"], row["priority"], "not in the store"]
            for row in found
        ]
    return [Part("Red flags", ("Flags", "Why", "Priority", "Status"), rows[:_FLAGS])] if rows else []


def _stories(party: Party, folders: Sequence[RunFolder]) -> Part:
    """Where articles name it, the newest first, each story once."""
    seen: dict[tuple[str, str], list[Any]] = {}
    for folder in folders:
        for row in folder.rows("subjects", party.subjects):
            if row["start"] is not None and row["role"] == "mention":
                line = [
                    row["date"] or "",
                    row["title"] or row["place"],
                    row["context"] or "",
                    row["link"] or _file(row["source"]),
                ]
                seen.setdefault((row["title"] or row["place"], row["source"]), line)
    rows = sorted(seen.values(), key=lambda line: str(line[0]), reverse=True)
    return Part("Stories", ("Date", "Story", "Sentence", "Where"), rows[:_STORIES], more=max(0, len(rows) - _STORIES))


def _file(place: str) -> str:
    """A place without the folders that lead to its file: these say nothing to a committee."""
    return place.replace("\\", "/").rsplit("/", 1)[-1]


def _own(rows: Sequence[Mapping[str, Any]]) -> Part:
    told = {(row["own_id"], row["own_role"]): [
        row["own_name"], row["own_role"], row["own_id"], row["relation"].replace("_", " "), row["matched_on"],
        _file(row["own_place"]),
    ] for row in rows}  # fmt: skip
    heads = ("In our book", "As", "Id", "Relation", "By", "Where")
    shown = list(told.values())
    return Part("Our own exposure", heads, shown[:_OWN], more=max(0, len(shown) - _OWN))


def _decisions(party: Party, desk: Desk | None) -> Part:
    if desk is None:
        return Part("Decisions", note="There is no alert store: nothing was decided where this dossier could see it.")
    names = {row["alert_id"]: f"{row['list_id']}: {row['entry_name']}" for row in party.alerts}
    rows = []
    for each in desk.store.decisions():
        if each["alert_id"] in names:
            decision = desk.rules.decisions.get(each["decision"])
            action = f"{each['action']} {each['action_reference']}".strip()
            rows.append(
                [
                    each["decided_on"], names[each["alert_id"]], each["stage"],
                    decision.label if decision else each["decision"], each["reason_code"], each["reason"], action,
                    each["reviewer"], each["account"],
                ]
            )  # fmt: skip
    heads = ("On", "About", "Stage", "Decision", "Code", "Reason", "Action", "Reviewer", "Imported by")
    rows.reverse()
    return Part("Decisions", heads, rows[:_DECISIONS], more=max(0, len(rows) - _DECISIONS))
