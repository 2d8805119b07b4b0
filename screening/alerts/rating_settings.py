"""What the firm decides about rating: whose law binds it, and whose law an unknown list is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from screening.errors import SettingsError

DEFAULT_BINDS_US: Final = ("US", "EU")
OWN: Final = "own"
"""Jurisdiction of a list no catalogue knows: the firm's own, which binds it. Unknown law is not no law."""


@dataclass(frozen=True, slots=True)
class RatingSettings:
    """Settings of `screening.alerts.rate`.

    Args:
        binds_us: Jurisdictions whose law binds the firm, as the catalogue writes them ("US", "EU", "UK" …).
        jurisdictions: List id → jurisdiction, for lists the catalogue does not know or knows otherwise.
        rules: The rule file, below ``lists/``.
        own_rules: A file of the firm's own, whose values and rules replace single ones of it.
        on: The day of the screening, against which the end of an order is held; None: today.

    Raises:
        SettingsError: ``binds_us`` is a single text or holds something that is not one.
    """

    binds_us: tuple[str, ...] = DEFAULT_BINDS_US
    jurisdictions: Mapping[str, str] = field(default_factory=dict)
    rules: str = "rules/rating.toml"
    own_rules: str | None = None
    on: date | None = None

    def __post_init__(self) -> None:
        if isinstance(self.binds_us, str) or not all(isinstance(law, str) and law for law in self.binds_us):
            raise SettingsError(
                f"binds_us is {self.binds_us!r}", remedy='write a list of jurisdictions, such as ["US", "EU"]'
            )
        object.__setattr__(self, "binds_us", tuple(self.binds_us))
