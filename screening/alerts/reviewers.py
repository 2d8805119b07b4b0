"""Who may decide: ``reviewers.toml``, a file of the firm's own.

::

    four_eyes = true                        # the default; false needs four_eyes_reason

    [[reviewer]]
    name = "Ada Example"                    # as it is typed in the workbook
    roles = ["reviewer"]                    # reviewer, approver; an approver also reviews
    also = ["ada@example.org", "AE"]        # other ways of typing it
    from = 2026-01-01                       # first and last day, where there are any
    until = 2027-12-31
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from screening.alerts.review_rules import plain
from screening.errors import SettingsError
from screening.reference import lists_dir

FILE: Final = "reviewers.toml"
REVIEWER: Final = "reviewer"
APPROVER: Final = "approver"
_ROLES: Final = (REVIEWER, APPROVER)
_KEYS: Final = ("name", "roles", "also", "from", "until")
_TOP: Final = ("about", "four_eyes", "four_eyes_reason", "reviewer")


@dataclass(frozen=True, slots=True)
class Reviewer:
    """One person who may decide."""

    name: str
    roles: frozenset[str]
    first: date | None = None
    last: date | None = None

    def may(self, role: str, day: date) -> bool:
        """Whether the person had that role on that day."""
        in_time = (self.first is None or day >= self.first) and (self.last is None or day <= self.last)
        return in_time and (role in self.roles or (role == REVIEWER and APPROVER in self.roles))


@dataclass(frozen=True, slots=True)
class Reviewers:
    """All of them, by every way of writing them."""

    known: Mapping[str, Reviewer] = field(default_factory=dict)
    four_eyes: bool = True
    four_eyes_reason: str = ""

    def find(self, typed: str) -> Reviewer | None:
        """The person a cell names."""
        return self.known.get(plain(typed))

    @property
    def names(self) -> list[str]:
        """Their names, each once, in the order of the file."""
        return list(dict.fromkeys(each.name for each in self.known.values()))


def load(path: str | Path) -> Reviewers:
    """Read the file; everything that is wrong is said in one error.

    Raises:
        SettingsError: It is not there, is not TOML, or something in it is wrong.
    """
    try:
        values = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise SettingsError(
            "there is no such file, so nobody may decide",
            where=path,
            remedy=f"copy {lists_dir() / 'demo' / FILE} there, and put your own people in",
        ) from error
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsError(f"cannot be read: {error}", where=path, remedy="correct that place") from error
    problems = list(_problems(values))
    if problems:
        raise SettingsError("; ".join(problems), where=path, remedy=f"a reviewer has {', '.join(_KEYS)}")
    known: dict[str, Reviewer] = {}
    for row in values["reviewer"]:
        person = Reviewer(" ".join(row["name"].split()), frozenset(row["roles"]), row.get("from"), row.get("until"))
        for typed in (row["name"], *row.get("also", ())):
            if known.setdefault(plain(typed), person) is not person:
                raise SettingsError(f"{typed!r} stands for two people", where=path, remedy="name each one differently")
    return Reviewers(known, values.get("four_eyes", True), values.get("four_eyes_reason", ""))


def _problems(values: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"{name!r} is not known" for name in values if name not in _TOP)
    if not isinstance(values.get("four_eyes", True), bool):
        yield "four_eyes must be true or false"
    elif not values.get("four_eyes", True) and not str(values.get("four_eyes_reason", "")).strip():
        yield "four_eyes = false needs four_eyes_reason, for the record"
    rows = values.get("reviewer")
    if not isinstance(rows, Sequence) or isinstance(rows, str) or not rows:
        yield "no [[reviewer]]"
        return
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, Mapping):
            yield f"reviewer {number} must be a table"
            continue
        name = row.get("name")
        who = f"reviewer {name!r}" if isinstance(name, str) and name.strip() else f"reviewer {number}"
        if not (isinstance(name, str) and name.strip()):
            yield f"{who} has no name"
        yield from (f"{who}: {key!r} is not known" for key in row if key not in _KEYS)
        roles = row.get("roles")
        if not _texts(roles) or not set(roles or ()) <= set(_ROLES) or not roles:
            yield f"{who}: roles must be of {', '.join(_ROLES)}"
        if not _texts(row.get("also", [])):
            yield f"{who}: also must be a list of texts"
        for key in ("from", "until"):
            if key in row and (not isinstance(row[key], date) or isinstance(row[key], datetime)):
                yield f"{who}: {key} must be a date such as 2026-12-31"


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value)
