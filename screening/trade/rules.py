"""The rules of the red flags: ``lists/rules/red_flags.toml``, and what the user replaced in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from screening.model import PARTY_ROLES
from screening.reference import rules, table
from screening.trade import hubs
from screening.trade.hubs import Hubs
from screening.trade.own_rules import replaced, understood

RULES: Final = "rules/red_flags.toml"
KINDS: Final = ("listed", "embargo", "good", "party", "route", "record", "destination")
_WORDS: Final = ("says", "source", "sar", "kind", "weight", "roles", "enabled")


@dataclass(frozen=True, slots=True)
class Rule:
    """One flag: what it says, who names it, what it weighs, whom it is about, and its thresholds."""

    id: str
    says: str
    source: str
    sar: str
    kind: str
    weight: float
    roles: tuple[str, ...]
    settings: Mapping[str, Any]
    enabled: bool = True

    @property
    def cited(self) -> str:
        """Source and key term for a report, as they stand in a row of flags."""
        return f"{self.source} [{self.sar}]" if self.sar else self.source


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All flags, and what they share.

    Attributes:
        flags: By id, in the order of the file.
        cut: The day after which "new" is said.
        months_before: Months before that day which a test of history needs covered.
        months_filled: The share of months with records from which a file covers those without.
        passing: Beginnings of words of a procedure by which goods only pass.
        destinations, coalition: Countries, ISO 3166 alpha-2.
        hubs: Countries through which goods pass, and until when each counts.
        goods: The ``[goods]`` table.
        alert: The ``[alert]`` table.
    """

    flags: Mapping[str, Rule]
    cut: date
    months_before: int
    months_filled: float
    passing: tuple[str, ...]
    destinations: frozenset[str]
    hubs: Hubs
    coalition: frozenset[str]
    goods: Mapping[str, Any]
    alert: Mapping[str, Any]

    def enabled(self) -> list[Rule]:
        """The flags that are switched on."""
        return [rule for rule in self.flags.values() if rule.enabled]


def load(own: Path | None = None) -> Rulebook:
    """The rules, with single values replaced by those of the user's own file of the same form, as it stands now.

    Raises:
        KnowledgeError: The shipped file is broken.
        SettingsError: The user's file is, or names a flag, a value or a list there is not.
    """
    if own is None:
        return _shipped()
    content = replaced(rules(RULES), own, of="the red flags", form=f"lists/{RULES}", opened=_with_enabled)
    with understood(own, f"lists/{RULES}"):
        return _rulebook(content)


@cache
def _shipped() -> Rulebook:
    with understood(None, f"lists/{RULES}"):
        return _rulebook(rules(RULES))


def _with_enabled(part: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"enabled": True, **part} if "says" in part else part


def _rulebook(content: Mapping[str, Any]) -> Rulebook:
    places = content["places"]
    cut = content["period"]["cut"]
    if not isinstance(cut, date):
        msg = f"[period] cut is {cut!r}, not a date"
        raise TypeError(msg)
    return Rulebook(
        flags={name: _rule(name, part) for name, part in content["flags"].items()},
        cut=cut,
        months_before=int(content["period"]["months_before"]),
        months_filled=float(content["period"]["months_filled"]),
        passing=tuple(content["period"]["passing"]),
        destinations=frozenset(places["destinations"]),
        hubs=hubs.read(places["hubs"]),
        coalition=frozenset(row["country"] for row in table(places["coalition"]).rows),
        goods=content["goods"],
        alert=content["alert"],
    )


def _rule(name: str, part: Mapping[str, Any]) -> Rule:
    if part["kind"] not in KINDS:
        msg = f"{name}: the kind {part['kind']!r} is not one of {', '.join(KINDS)}"
        raise ValueError(msg)
    unknown = [role for role in part["roles"] if role not in PARTY_ROLES]
    if unknown:
        msg = f"{name}: the role {unknown[0]!r} is not one of {', '.join(PARTY_ROLES)}"
        raise ValueError(msg)
    return Rule(
        id=name,
        says=part["says"],
        source=part["source"],
        sar=part["sar"],
        kind=part["kind"],
        weight=float(part["weight"]),
        roles=tuple(part["roles"]),
        settings={key: value for key, value in part.items() if key not in _WORDS},
        enabled=bool(part.get("enabled", True)),
    )
