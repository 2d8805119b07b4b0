"""What may stand in a job: sections, keys, and what their values must be; and on which line a key stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from screening.own_values import not_a_count

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
Check = Callable[[Any], str]
"""What is wrong with a value, in words; empty where nothing is."""


def _text(value: Any) -> str:
    return "" if _says(value) else "must be text"


def _says(value: Any) -> bool:
    """Whether it is text; with a zero byte in it, it could be no path, and is nothing else either."""
    return isinstance(value, str) and bool(value.strip()) and "\0" not in value


def texts(value: Any) -> str:
    """What is wrong with a list of texts; empty where nothing is."""
    whole = isinstance(value, list) and value and all(map(_says, value))
    return "" if whole else 'must be a list of texts, such as ["in/*.csv"]'


def _yes_or_no(value: Any) -> str:
    return "" if isinstance(value, bool) else "must be true or false"


def _name(value: Any) -> str:
    return "" if isinstance(value, str) and _NAME.fullmatch(value) else "must be letters, digits, . _ and -"


TOP: Final[dict[str, Check]] = {"name": _name, "about": _text, "out": _text, "state": _text}
SECTIONS: Final[dict[str, dict[str, Check]]] = {
    "articles": {"files": texts},
    "parties": {"files": texts, "map": texts},
    "trade": {"files": texts, "map": texts, "rates": _text, "follow": texts, "goods": texts, "rules": _text},
    "own": {"files": texts, "map": texts},
    "flows": {"files": texts, "map": texts, "rates": _text, "goods": texts, "rules": _text},
    "lists": {"use": texts, "max_age": not_a_count},
    "store": {"place": _text, "key_file": _text, "reviewers": _text},
    "run": {"processes": not_a_count, "fail_on_alert": _yes_or_no},
}
SETTINGS: Final = (
    *("threshold", "why", "limit", "binds_us", "jurisdictions", "reasons"),
    *("service_levels", "holidays", "rating_rules"),
)


def line_of(text: str, section: str, key: str) -> int | None:
    """The line on which a key of a section stands, or the section itself; None where it is not found."""
    now, found = "", None
    for number, line in enumerate(text.splitlines(), start=1):
        head = re.match(r"\s*\[+\s*([^\[\]]+?)\s*\]+\s*(?:#.*)?$", line)
        if head:
            now = head[1].strip("\"' ")
            if now == (section if section else key) or now == f"{section}.{key}":
                found = found or number
                if now == f"{section}.{key}":
                    return number
            continue
        if now == section and key and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]", line):
            return number
    return found
