"""The firm's own list: parties that a decision put on it, as rows of the toolkit's own list format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Any, Final

from screening.alerts.identity import PREFIX

LIST_ID: Final = "internal"
COLUMNS: Final = (
    "entry_id", "schema", "name", "name_type", "country", "birth_date", "address", "id_type", "id_number", "id_country",
    "programme", "measure", "listed_on", "ended_on", "remarks",
)  # fmt: skip
_PROGRAMME: Final = "INTERNAL"
_IDENTIFIER: Final = re.compile(r"(?P<type>\D*?)\s*(?P<number>\S*\d.*?)(?:\s+\((?P<country>[A-Z]{2})\))?")


def rows(alerts: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, str]]:
    """The list's rows, one a name, address and identifier of a party, sorted by entry.

    Entries whose time is over stay, with the day they ended: a hit then says that the measure is not in force,
    and a list that only grows is never taken for a broken one.

    Args:
        alerts: Alerts of the store with their evidence; those that no decision put on the list are passed over.
    """
    for alert in sorted(alerts, key=lambda each: str(each["alert_id"])):
        listed = alert["data"].get("internal")
        if listed:
            yield from _entry(alert, listed)


def _entry(alert: Mapping[str, Any], listed: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    subject = alert["subject"] or {}
    names = list(subject.get("name") or []) or [alert["subject_name"]]
    first = alert["subject_name"] if alert["subject_name"] in names else names[0]
    names = [first, *(name for name in names if name != first)]
    approved = f", approved by {listed['approved_by']}" if listed.get("approved_by") else ""
    fixed = {
        "entry_id": f"I-{alert['alert_id'].removeprefix(PREFIX)}",
        "schema": subject.get("schema") or "LegalEntity",
        "programme": _PROGRAMME,
        "measure": "internal",
        "listed_on": listed["since"],
        "ended_on": listed["until"],
        "remarks": f"{' '.join(listed['reason'].split())} (by {listed['by']}{approved}; alert {alert['alert_id']})",
    }
    found = [_IDENTIFIER.fullmatch(line) for line in subject.get("identifiers") or ()]
    identifiers = [match for match in found if match]
    columns = zip_longest(
        names, subject.get("countries") or (), subject.get("dates") or (), subject.get("addresses") or (), identifiers
    )
    for at, (name, country, day, address, identifier) in enumerate(columns):
        yield {
            **dict.fromkeys(COLUMNS, ""),
            **fixed,
            "name": name or first,
            "name_type": "primary" if at == 0 or not name else "alias",
            "country": country or "",
            "birth_date": day or "",
            "address": address or "",
            **({key: identifier[of] or "" for key, of in _PARTS.items()} if identifier else {}),
        }


_PARTS: Final = {"id_type": "type", "id_number": "number", "id_country": "country"}
