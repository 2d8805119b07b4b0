"""Values of a firm's own laid over the rules of rating: single values and single rules, each under the id it has."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from screening.errors import SettingsError
from screening.own_values import same_kind

_RULES: Final = ("strength", "priority")
_HOW: Final = "see lists/rules/rating.toml"


def merged(base: Mapping[str, Any], text: str, where: str) -> dict[str, Any]:
    """The content of a rule file with the values of another laid over it.

    Args:
        base: Content of ``rating.toml``.
        text: TOML of the same form: tables replace single values, a ``[[strength]]`` or ``[[priority]]`` replaces the
            rule of its id, in its place. Rules are gone through in their order, so that none can be added.
        where: The file it is from.

    Raises:
        SettingsError: It is no TOML, names a rule or value there is not, or a value is of another kind than the shipped
            one.
    """
    try:
        own = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"not valid TOML: {error}", where=where, remedy="correct that place") from error
    result = dict(base)
    for key, value in own.items():
        if key == "about":
            continue
        if key not in base:
            raise _unknown(key, list(base), where)
        if key in _RULES:
            result[key] = _rules(key, base[key], value, where)
        elif not isinstance(value, Mapping):
            raise SettingsError(f"{key!r} must be a table", where=where, remedy=_HOW)
        else:
            if (other := next((name for name in value if name not in base[key]), None)) is not None:
                raise _unknown(f"{key}.{other}", [f"{key}.{name}" for name in base[key]], where)
            result[key] = {**base[key], **value}
            wrong = next((name for name in value if not same_kind(value[name], base[key][name])), None)
            if wrong is not None:
                raise SettingsError(
                    f"{key}.{wrong} is {value[wrong]!r}, which is not of the kind of {base[key][wrong]!r}",
                    where=where, remedy=_HOW,
                )  # fmt: skip
    return result


def _rules(kind: str, base: list[Mapping[str, Any]], own: Any, where: str) -> list[Mapping[str, Any]]:
    ids = [str(rule["id"]) for rule in base]
    if not isinstance(own, list) or not all(isinstance(rule, Mapping) and rule.get("id") for rule in own):
        raise SettingsError(f"write each rule as [[{kind}]] with its id", where=where, remedy=_HOW)
    for rule in own:
        if rule["id"] not in ids:
            raise _unknown(str(rule["id"]), ids, where)
    mine = {rule["id"]: rule for rule in own}
    return [mine.get(rule["id"], rule) for rule in base]


def _unknown(name: str, known: list[str], where: str) -> SettingsError:
    close = get_close_matches(name, known, n=1)
    return SettingsError(
        f"{name!r} is no rule or value of the rating", where=where,
        remedy=f"did you mean {close[0]}?" if close else f"there are: {', '.join(known)}",
    )  # fmt: skip


def text_of(path: str | Path) -> str:
    """The text of a firm's own rules.

    Raises:
        SettingsError: It cannot be read.
    """
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise SettingsError(f"cannot be read: {reason}", where=path, remedy="check the path") from error
