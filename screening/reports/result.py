"""What a run hands to the reports: its facts, and its tables when they fit in memory together."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

    from screening.intake.base import InputFile
    from screening.reports.columns import Sheet
    from screening.reports.standing import ReviewFacts
    from screening.trade.picture import Picture
    from screening.trade.rules import Rulebook
    from screening.watchlists import Snapshot
    from screening.watchlists.groups import Companions


@dataclass(frozen=True, slots=True)
class Section:
    """A small table of the sheet Summary: its title, headings, and rows of text and numbers."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class FlagAlerts:
    """Alerts on parties for their red flags.

    Attributes:
        alerts: Table of `screening.alerts.flag_alerts.PARTY_ALERTS`.
        places: Rows of `model.SUBJECTS` by alert id: the records that are evidence, as many as are shown.
        records: ``alert_id, subject_id, record_id, flags``: all evidence in customs records; None where there is none.
        rules: The rules the flags were raised by; None: the shipped ones.
    """

    alerts: pa.Table
    places: Mapping[str, Sequence[Mapping[str, Any]]]
    records: pa.Table | None = None
    rules: Rulebook | None = None


@dataclass(frozen=True, kw_only=True)
class RunFacts:
    """Everything about a run but its tables.

    Args:
        run_id: Name of the run folder; see `new_run_id`.
        command: What was run, in the words of the command line: ``articles``, ``parties``, ``demo`` …
        started: When it began, with time zone.
        snapshots: What was screened against.
        inputs: What was read.
        settings: Name → value, ready for JSON: ``threshold``, ``binds_us``, ``limit`` …
        reasons: Name of a setting → why it is what it is, for the record.
        notes: Warnings a person should see, one line each.
        findings: What was found that is no alert by itself and yet must be seen, one line each.
        example: Whether this is the built-in example, which every sheet then says.
        finished: When it ended; the time of writing when not given.
        own_catalogue: The user's additions to the catalogue of lists, if any.
        sections: Further tables of the sheet Summary.
        sheets: Further sheets, each with its rows.
        pictures: Pictures of the sheet Chain.
        flag_alerts: Alerts for red flags; None where the run tested none.
        companions: For an entry of a list the others that are the same party; None: it is told from the snapshots.
        standings: Of each alert that a store knows: its ``status``, ``why_now``, ``first_raised`` (ISO time), and
            whether it is ``open``; perhaps ``asked`` (whether it is put before a reviewer, as one that is not open may
            be), ``due`` (a day), ``assigned_to``, ``previous_decision`` in words, ``given`` (what stands already in the
            reviewer's columns, by key), ``until`` (the day a clearance ends), ``revision`` and ``seen`` (see
            `alerts.seals.Seal`). Empty where no store is kept.
        kept: Alerts of the store, with their evidence, that the run did not raise and keeps open: a list or a table
            lost most of it (`alerts.store.losses`).
        review: What makes the report one that can be sent back; None where no store is kept.
        audit_trail: Head and length of the store's trail, ready for JSON.
        look_back: What every sheet says of a run against other days' lists or subjects; empty for all others.
        counts: Further numbers for the manifest.
    """

    run_id: str
    command: str
    started: datetime
    snapshots: Sequence[Snapshot]
    inputs: Sequence[InputFile] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    notes: Sequence[str] = ()
    findings: Sequence[str] = ()
    example: bool = False
    finished: datetime | None = None
    own_catalogue: Path | None = None
    sections: Sequence[Section] = ()
    sheets: Sequence[tuple[Sheet, Sequence[Mapping[str, Any]]]] = ()
    pictures: Sequence[Picture] = ()
    flag_alerts: FlagAlerts | None = None
    companions: Companions | None = None
    standings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    kept: Sequence[Mapping[str, Any]] = ()
    review: ReviewFacts | None = None
    audit_trail: Mapping[str, Any] | None = None
    look_back: str = ""
    counts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def banner(self) -> str:
        """The line that stands over every sheet, where there is one."""
        from screening.reports.columns import EXAMPLE

        return EXAMPLE if self.example else self.look_back


@dataclass(frozen=True, kw_only=True)
class RunResult(RunFacts):
    """A run with its tables, of the schemas HITS, SUBJECTS, REJECTS and FLAGS of `screening.model`.

    ``flags`` is None where the run could raise none; then the file is written empty.
    """

    hits: pa.Table
    subjects: pa.Table
    rejects: pa.Table
    flags: pa.Table | None = None


def new_run_id(command: str, started: datetime) -> str:
    """A name for a run folder that sorts by time and no other run has: ``20261122T101500Z-articles-3f9a07c1``."""
    stamp = started.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    return f"{stamp}-{command}-{secrets.token_hex(4)}"
