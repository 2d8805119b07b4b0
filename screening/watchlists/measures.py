"""Which measures an entry's listing has, by the rules in ``lists/rules/measures.toml``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from screening.errors import KnowledgeError
from screening.model import MEASURES
from screening.reference import rules

_FILE = "rules/measures.toml"


@cache
def _lists() -> dict[str, Any]:
    lists: dict[str, Any] = rules(_FILE)["lists"]
    for name, one in lists.items():
        for rule in [{"measures": one["default"], "source": one.get("source")}, *one.get("rule", [])]:
            unknown = [measure for measure in rule["measures"] if measure not in MEASURES]
            if unknown or not (rule.get("source") or one.get("source")):
                problem = f"unknown measure {unknown[0]!r}" if unknown else "a rule without source"
                raise KnowledgeError(f"{problem} in the rules of {name}", where=f"lists/{_FILE}")
    return lists


def measures_of(list_id: str, programmes: Sequence[str] = (), said: Sequence[str] = (), schema: str = "") -> list[str]:
    """The measures of one entry.

    Args:
        list_id: Catalogue id of the list.
        programmes: The entry's programmes, as published.
        said: What else the publisher says about its legal effect: legal basis, sanctions types.
        schema: The entry's, for regimes that mean persons only.

    Returns:
        Measures of `screening.model.MEASURES` in that order; empty for a list without rules.
    """
    return list(_measures(list_id, tuple(programmes), tuple(said), schema))


@lru_cache(maxsize=4096)
def _measures(list_id: str, programmes: tuple[str, ...], said: tuple[str, ...], schema: str) -> tuple[str, ...]:
    one = _lists().get(list_id)
    if one is None:
        return ()
    words = f"| {' | '.join(said)} |".lower()
    found: set[str] = set()
    for rule in one.get("rule", ()):
        named = rule.get("programmes")
        if named is not None and not any(programme in named for programme in programmes):
            continue
        if "schemas" in rule and schema not in rule["schemas"]:
            continue
        if any(word.lower() in words for word in rule.get("says_not", ())):
            continue
        if "says" in rule and not any(word.lower() in words for word in rule["says"]):
            continue
        found.update(rule["measures"])
        if rule.get("only"):
            break
    if not found:
        found.update(one["default"])
    return tuple(measure for measure in MEASURES if measure in found)
