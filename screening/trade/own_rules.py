"""Rules of the user's own: a TOML file of the form of a shipped one, whose single values replace those shipped."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from screening.errors import KnowledgeError, SettingsError
from screening.own_values import same_kind


def replaced(
    shipped: Mapping[str, Any],
    path: Path,
    *,
    of: str,
    form: str,
    opened: Callable[[Mapping[str, Any]], Mapping[str, Any]] = lambda part: part,
) -> dict[str, Any]:
    """The shipped rules with the values of a file.

    Args:
        shipped: The rules as they stand in ``lists/``.
        path: The user's file.
        of: What the rules are of, in words.
        form: The shipped file, which shows the form.
        opened: Makes of a part of the rules the part with all a user may set in it.

    Raises:
        SettingsError: The file cannot be read, or a name or the kind of a value is another than in the shipped rules.
    """
    return _merged(shipped, _read(path), path, of, form, opened)


@contextmanager
def understood(own: Path | None, form: str) -> Iterator[None]:
    """Around what makes something of rules: what is wrong in them is the user's mistake where they are the user's own.

    Args:
        own: The user's file, if there is one.
        form: The shipped file, which shows the form.

    Raises:
        KnowledgeError: The shipped file is broken.
        SettingsError: The user's is.
    """
    try:
        yield
    except KnowledgeError as error:
        if own is None:
            raise
        message = f"names what cannot be used: {error.where}: {error.what}"
        raise SettingsError(message, where=own, remedy="see lists/places for those there are") from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        message = f"cannot be understood: {f'there is no {error}' if isinstance(error, KeyError) else error}"
        if own is not None:
            raise SettingsError(message, where=own, remedy=f"write it as {form} is") from error
        raise KnowledgeError(message, where=form.removeprefix("lists/")) from error


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SettingsError(f"cannot be read: {error.strerror}", where=path, remedy="check the path") from error
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"not valid TOML: {error}", where=path, remedy="correct that place") from error


def _merged(
    base: Mapping[str, Any],
    own: Mapping[str, Any],
    path: Path,
    of: str,
    form: str,
    opened: Callable[[Mapping[str, Any]], Mapping[str, Any]],
) -> dict[str, Any]:
    result = dict(base)
    for key, value in own.items():
        if key == "about":
            continue
        if key not in base:
            raise SettingsError(f"{key!r} is no rule or value of {of}", where=path, remedy=f"one of: {', '.join(base)}")
        if isinstance(value, dict) != isinstance(base[key], dict):
            raise SettingsError(f"{key!r} is of the wrong form", where=path, remedy=f"see {form}")
        if isinstance(value, dict):
            result[key] = _merged(opened(base[key]), value, path, of, form, opened)
        elif same_kind(value, base[key]):
            result[key] = value
        else:
            raise SettingsError(
                f"{key} is {value!r}, which is not of the kind of {base[key]!r}", where=path, remedy=f"see {form}"
            )
    return result
