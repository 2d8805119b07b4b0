"""What becomes of a row a reviewer filled in, and what is then to be written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from screening.alerts.submissions import Submission

Answer = Literal["accepted", "unchanged", "refused"]


@dataclass(slots=True)
class Write:
    """A decision to keep, the alert's state after it, and what is laid over the alert's ``data``."""

    alert_id: str
    decision: dict[str, Any] | None
    state: str | None
    data: dict[str, Any]
    kind: str = "decided"


@dataclass(slots=True)
class Outcome:
    """What becomes of a row."""

    row: Submission
    answer: Answer
    said: str
    writes: list[Write] = field(default_factory=list)
