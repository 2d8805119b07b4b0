"""Settings of a run: defaults, a TOML file, and what the call itself says, checked all at once."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from screening.alerts import RatingSettings, jurisdictions, rating_rules
from screening.alerts.own_rating_rules import text_of
from screening.errors import SettingsError
from screening.matching import DEFAULT_THRESHOLD
from screening.model import PRIORITIES
from screening.own_values import not_a_count

DEFAULT_LIMIT = 5
"""Entries per list and name; the strongest. More of one list than a reviewer reads are no help."""
RATED: Final = 10
RATED_AT_LEAST: Final = 50
"""So many times the limit, and so many at least, are looked at for the strongest."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run screens and rates.

    Args:
        threshold: Score from which names are a match, above 0 and at most 1.
        why: Why the threshold is what it is, for the record.
        limit: Most entries per list and name of a subject, the strongest matches.
        max_age: Days; older lists are refused. None: any age.
        binds_us: Jurisdictions whose law binds the firm.
        jurisdictions: List id → jurisdiction, where the catalogue does not say or says otherwise.
        reasons: Setting → why it is what it is, for the record.
        service_levels: Priority, ``information`` or ``reminder`` → business days, where not the shipped ones.
        rating_rules: A file whose values and rules replace single ones of ``lists/rules/rating.toml``.
        holidays: Days that are no business days, ISO, beside Saturdays and Sundays.
        on: The day of the screening, which the run says and no file; None: today.
    """

    threshold: float = DEFAULT_THRESHOLD
    why: str = ""
    limit: int = DEFAULT_LIMIT
    max_age: int | None = None
    binds_us: tuple[str, ...] = RatingSettings().binds_us
    jurisdictions: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    service_levels: Mapping[str, int] = field(default_factory=dict)
    holidays: tuple[date, ...] = ()
    rating_rules: str | None = None
    on: date | None = None

    @property
    def rated(self) -> int:
        """Entries per list and name that are rated, so that those within the limit are the strongest."""
        return max(RATED_AT_LEAST, RATED * self.limit)

    def rating(self) -> RatingSettings:
        """What rating needs of them."""
        return RatingSettings(self.binds_us, dict(self.jurisdictions), own_rules=self.rating_rules, on=self.on)

    def record(self) -> dict[str, Any]:
        """Name → value, for the manifest."""
        return {
            "threshold": self.threshold,
            "limit": self.limit,
            "max_age": self.max_age,
            "binds_us": list(self.binds_us),
            "jurisdictions": dict(self.jurisdictions),
            **self._own_rules(),
        }

    def _own_rules(self) -> dict[str, str]:
        """The firm's own rules of rating and what they say, by their hash."""
        if self.rating_rules is None:
            return {}
        digest = hashlib.sha256(text_of(self.rating_rules).encode("utf-8", "replace")).hexdigest()
        return {"rating_rules": self.rating_rules, "rating_rules_sha256": digest}

    def recorded_reasons(self) -> dict[str, str]:
        """Setting → reason; the threshold's own goes before what the file says of it."""
        return dict(self.reasons) | ({"threshold": self.why} if self.why else {})

    def notes(self) -> list[str]:
        """What a reader of the report should be warned of."""
        if self.threshold != DEFAULT_THRESHOLD and "threshold" not in self.recorded_reasons():
            return [
                f"the threshold was set to {self.threshold:g} (default {DEFAULT_THRESHOLD:g}) without a "
                "reason; say why with --why, for the record"
            ]
        return []


def _number(value: Any) -> str:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return "" if is_number and 0 < value <= 1 else "must be a number above 0 and at most 1"


def _text(value: Any) -> str:
    return "" if isinstance(value, str) else "must be text"


def _texts(value: Any) -> str:
    whole = isinstance(value, list | tuple) and all(isinstance(each, str) and each.strip() for each in value)
    return "" if whole else 'must be a list of texts, such as ["US", "EU"]'


def _table(value: Any) -> str:
    whole = isinstance(value, Mapping) and all(isinstance(each, str) for each in value.values())
    return "" if whole else "must be a table of texts"


def _levels(value: Any) -> str:
    known = {*PRIORITIES, "information", "reminder"}
    whole = isinstance(value, Mapping) and all(
        key in known and isinstance(days, int) and not isinstance(days, bool) and 0 <= days <= 250
        for key, days in value.items()
    )
    return "" if whole else f"must be a table of business days, 0 to 250, under {', '.join(sorted(known))}"


def _days(value: Any) -> str:
    whole = isinstance(value, list | tuple) and all(_day(each) for each in value)
    return "" if whole else "must be a list of dates, such as [2026-12-25]"


def _day(value: Any) -> date | None:
    """A date, or the ISO text of one."""
    if isinstance(value, date):
        return None if isinstance(value, datetime) else value
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


_CHECKS: dict[str, Callable[[Any], str]] = {
    "threshold": _number,
    "why": _text,
    "limit": not_a_count,
    "max_age": not_a_count,
    "binds_us": _texts,
    "jurisdictions": _table,
    "reasons": _table,
    "service_levels": _levels,
    "holidays": _days,
    "rating_rules": _text,
}


def _binding(given: Sequence[str], own: Mapping[str, str], where: str) -> tuple[str, ...]:
    """The jurisdictions that bind the firm as they are called.

    Raises:
        SettingsError: One is of no list: what it was meant to bind would not be.
    """
    ruling = {*jurisdictions.known(), *own.values()}
    found = [each if each in ruling else jurisdictions.as_catalogued(each) for each in given]
    unknown = [each for each, meant in zip(given, found, strict=True) if meant not in ruling]
    if unknown:
        raise SettingsError(
            f"binds_us names {unknown[0]!r}, which is the law of no list",
            where=where,
            remedy=f"name one of {', '.join(sorted(ruling))}, or give a list of your own one under jurisdictions",
        )
    return tuple(dict.fromkeys(found))


def from_mapping(values: Mapping[str, Any], where: str = "settings") -> Settings:
    """Settings from names and values; everything that is wrong is said in one error.

    Raises:
        SettingsError: A name is unknown or a value is not what it must be.
    """
    problems = []
    for name, value in values.items():
        if name not in _CHECKS:
            close = get_close_matches(name, _CHECKS, n=1)
            hint = f", did you mean {close[0]}?" if close else ""
            problems.append(f"unknown setting {name!r}{hint}")
        elif problem := _CHECKS[name](value):
            problems.append(f"{name} {problem}, not {value!r}")
    if problems:
        known = "" if values.keys() <= _CHECKS.keys() else f"the settings are {', '.join(_CHECKS)}"
        raise SettingsError("; ".join(problems), where=where, remedy=known)
    clean: dict[str, Any] = {
        name: tuple(value) if name in ("binds_us", "holidays") else value for name, value in values.items()
    }
    if "binds_us" in clean:
        clean["binds_us"] = _binding(clean["binds_us"], clean.get("jurisdictions", {}), where)
    if "holidays" in clean:
        clean["holidays"] = tuple(day for each in clean["holidays"] if (day := _day(each)))
    if "rating_rules" in clean:
        rating_rules.load(own=clean["rating_rules"])  # what is wrong with them is said before anything is screened
    return Settings(**clean)


def load(path: str | Path) -> Settings:
    """Read settings from a TOML file; see `from_mapping`.

    Raises:
        SettingsError: It cannot be read, is not TOML, or something in it is wrong.
    """
    try:
        values = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SettingsError(f"cannot be read: {error.strerror}", where=path, remedy="check the path") from error
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"not valid TOML: {error}", where=path, remedy="correct that place") from error
    if isinstance(said := values.get("rating_rules"), str):
        values["rating_rules"] = str(Path(path).parent / said)
    return from_mapping(values, str(path))


def combined(settings: Any = None, **said: Any) -> Settings:
    """Settings from a file, a mapping or a `Settings`, with what the call itself says laid over them.

    Args:
        settings: A path, a mapping, a `Settings`, or None for the defaults.
        said: Names and values; None where the call says nothing.

    Raises:
        SettingsError: As `from_mapping`.
    """
    if settings is None:
        base = Settings()
    elif isinstance(settings, Settings):
        base = settings
    elif isinstance(settings, Mapping):
        base = from_mapping(settings)
    else:
        base = load(settings)
    over = {name: value for name, value in said.items() if value is not None and value != ""}
    if "threshold" in over and "why" not in over:
        over["why"] = ""  # a reason was written for the value it stood beside
        base = replace(base, reasons={key: text for key, text in base.reasons.items() if key != "threshold"})
    from_mapping(over, "the settings given")
    return replace(base, **over)
