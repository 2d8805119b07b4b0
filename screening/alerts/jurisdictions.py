"""Whose law a list is, and whether it binds us."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Final

from screening.alerts.rating_rules import Rules
from screening.alerts.rating_settings import OWN, RatingSettings
from screening.watchlists.catalogue import catalogue

if TYPE_CHECKING:
    from screening.watchlists import Snapshot

_CALLED: Final = {"GB": "UK"}
_LAW: Final = {OWN: "the firm's own list", "UN": "UN law"}


@cache
def _catalogue() -> tuple[dict[str, str], dict[str, str]]:
    """Jurisdiction by list id and by publisher, as the shipped catalogue has them."""
    ruled = [one for one in catalogue().lists if one.jurisdiction]
    return {one.id: one.jurisdiction for one in ruled}, {one.publisher: one.jurisdiction for one in ruled}


def known() -> frozenset[str]:
    """The jurisdictions of the shipped catalogue."""
    by_id, by_publisher = _catalogue()
    return frozenset({*by_id.values(), *by_publisher.values()})


def as_catalogued(text: str) -> str:
    """A jurisdiction as the catalogue writes it, from any case and from the country's ISO code (gb: UK)."""
    code = text.strip().upper()
    return _CALLED.get(code, code)


def jurisdiction(list_id: str, publisher: str, settings: RatingSettings) -> str:
    """Whose law the list is: by the settings, else the catalogue (id, publisher), else the firm's own."""
    by_id, by_publisher = _catalogue()
    found = settings.jurisdictions.get(list_id) or by_id.get(list_id) or by_publisher.get(publisher)
    return found or OWN


def of_lists(snapshots: Iterable[Snapshot], settings: RatingSettings) -> dict[str, str]:
    """Jurisdiction by list id."""
    return {each.list_id: jurisdiction(each.list_id, each.publisher, settings) for each in snapshots}


def binds(law: str, settings: RatingSettings, rules: Rules) -> bool:
    """Whether that law binds the firm."""
    return law in settings.binds_us or law in rules.always_binds


def law_label(law: str) -> str:
    """The law as people read it: "US law"."""
    return _LAW.get(law, f"{law} law")
