"""The tables of the alert store. Only text, whole numbers and floats, so that SQLite and PostgreSQL hold the same.

Times are ISO 8601 text in UTC. JSON is text in canonical form (`trail.canonical`), so that its hash is its content's.
Every row of every table but ``trail`` is covered by the digest in the trail record that wrote it last.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, Integer, MetaData, Table, Text

STORE_VERSION: Final = 1
"""Raised by each migration; a store of a newer version is refused."""

metadata = MetaData()

META: Final = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),  # schema_version, store_id, created, key_check
    Column("value", Text, nullable=False),
)
RUNS: Final = Table(
    "runs",
    metadata,
    Column("run_id", Text, primary_key=True),
    Column("job", Text, nullable=False),  # what the run belongs to; only runs of one job are compared
    Column("kind", Text, nullable=False),  # regular | look_back
    Column("command", Text, nullable=False),
    Column("started", Text, nullable=False),
    Column("finished", Text, nullable=False),
    Column("facts", Text, nullable=False),  # JSON: inputs, snapshots, settings, reasons, versions
    Column("counts", Text, nullable=False),  # JSON: the delta in numbers
)
EVIDENCE: Final = Table(
    "evidence",
    metadata,
    Column("digest", Text, primary_key=True),  # SHA-256 of the content
    Column("content", Text, nullable=False),  # JSON
)
"""What was known at some time of a subject, an entry or their comparison; written once, never changed."""
ALERTS: Final = Table(
    "alerts",
    metadata,
    Column("alert_id", Text, primary_key=True),
    Column("kind", Text, nullable=False),  # list_match | red_flags
    Column("subject_id", Text, nullable=False, index=True),
    Column("subject_name", Text, nullable=False),
    Column("list_id", Text, nullable=False),
    Column("entry_id", Text, nullable=False),
    Column("entry_name", Text, nullable=False),
    Column("state", Text, nullable=False, index=True),
    Column("priority", Text, nullable=False),
    Column("match_strength", Text, nullable=False),
    Column("subject", Text, nullable=False),  # digests in ``evidence``
    Column("entry", Text, nullable=False),
    Column("comparison", Text, nullable=False),
    Column("places", Text, nullable=False),
    Column("first_raised", Text, nullable=False),
    Column("first_run", Text, nullable=False),
    Column("changed_at", Text, nullable=False),  # raised, changed, gone, back, or another state
    Column("changed_run", Text),  # the run that changed it last; null: a person did
    Column("why_now", Text, nullable=False),
    Column("data", Text, nullable=False),  # JSON, for what review adds: assigned_to, due …
)
STANDINGS: Final = Table(
    "standings",
    metadata,
    Column("job", Text, primary_key=True),
    Column("alert_id", Text, primary_key=True),
    Column("present", Integer, nullable=False),  # whether the job's last run raised it; `states.KEPT_FOR`: kept open
    Column("run_id", Text, nullable=False),  # the run since which that is so
    Column("why", Text, nullable=False),
)
DECISIONS: Final = Table(
    "decisions",
    metadata,
    Column("decision_id", Text, primary_key=True),  # made from what was decided: importing twice adds nothing
    Column("alert_id", Text, nullable=False, index=True),
    Column("stage", Text, nullable=False),  # first | second
    Column("decision", Text, nullable=False),
    Column("reason_code", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("action_reference", Text, nullable=False),
    Column("reviewer", Text, nullable=False),  # as typed in the cell: attested, not authenticated
    Column("decided_on", Text, nullable=False),
    Column("account", Text, nullable=False),  # who imported it
    Column("source", Text, nullable=False),  # the file it came in, by its hash
    Column("recorded_at", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),  # of the trail record it came with: the order of decisions
    Column("subject", Text, nullable=False),  # the evidence that was before the reviewer
    Column("entry", Text, nullable=False),
    Column("comparison", Text, nullable=False),
    Column("data", Text, nullable=False),  # JSON
)
TRAIL: Final = Table(
    "trail",
    metadata,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("alert_id", Text, index=True),
    Column("run_id", Text, index=True),
    Column("actor", Text, nullable=False),
    Column("data", Text, nullable=False),  # JSON
    Column("touched", Text, nullable=False),  # JSON: [table, key, digest of the row, or null where it was removed]
    Column("mac", Text, nullable=False),  # HMAC-SHA-256 over the record before's and this one's content
)
"""The audit trail: one record for each thing that happened, each bound to the one before."""
