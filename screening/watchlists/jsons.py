"""JSON and JSON Lines read safely: malformed, too deep, not an object; every error with its line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from screening.errors import ListError, Place
from screening.watchlists.draft import squeeze
from screening.watchlists.source import RawFile

_REMEDY = "download the list again"


def load(file: RawFile) -> dict[str, Any]:
    """A file holding one JSON object.

    Raises:
        ListError: It is malformed, cut short, or something else than an object.
    """
    try:
        value = json.loads(file.read())
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        raise ListError(
            f"the JSON is malformed or cut short ({error})", where=Place(file.where, line), remedy=_REMEDY
        ) from error
    if not isinstance(value, dict):
        raise ListError("the JSON is not an object", where=file.where, remedy=_REMEDY)
    return value


def objects(file: RawFile) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a JSON Lines file, one a line, with their line numbers.

    Raises:
        ListError: A line is malformed or something else than an object.
    """
    with file.open() as stream:
        for number, line in enumerate(stream, start=1):
            if not line.strip():
                continue
            try:
                value = json.loads(line)
            except (ValueError, RecursionError) as error:
                what = f"the JSON is malformed or cut short ({error})"
                raise ListError(what, where=Place(file.where, number), remedy=_REMEDY) from error
            if not isinstance(value, dict):
                raise ListError("the line is no JSON object", where=Place(file.where, number), remedy=_REMEDY)
            yield number, value


def strings(value: object) -> list[str]:
    """What is a text, a number, or a list of them, as a list of texts without the empty ones."""
    if isinstance(value, (list, tuple)):
        return [text for item in value for text in strings(item)]
    if value is None or isinstance(value, (dict, bool)):
        return []
    text = squeeze(str(value))
    return [text] if text else []
