"""Telling a file's format by its first bytes: helpers for the readers' ``claims``."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.parsers import expat

from screening.watchlists.source import ZIP_MAGIC, RawFile
from screening.watchlists.tables import heading

_JSON_STRING = re.compile(r'"((?:[^"\\]|\\.){0,100})"\s*:')


@dataclass(frozen=True)
class Root:
    """The root element of an XML file: its local name, namespace and attributes."""

    name: str
    namespace: str
    attributes: tuple[tuple[str, str], ...] = ()


class _FoundError(Exception):
    pass


@lru_cache(maxsize=256)
def _root(head: bytes) -> Root | None:
    if not head.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith((b"<", b"\0<")):
        return None
    parser = expat.ParserCreate(namespace_separator="}")
    found: list[Root] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        namespace, _, name = tag.rpartition("}")
        found.append(Root(name, namespace, tuple(attributes.items())))
        raise _FoundError

    parser.StartElementHandler = start
    try:
        parser.Parse(head, False)
    except _FoundError:
        return found[0]
    except expat.ExpatError:
        return None
    return None


def root(file: RawFile) -> Root | None:
    """The root element, or None where this is not XML."""
    return _root(file.head)


@lru_cache(maxsize=256)
def head_text(head: bytes) -> str:
    """The head as text, whatever its encoding; broken characters are replaced."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", errors="replace")
    return head.decode("utf-8-sig", errors="replace")


def lines(file: RawFile) -> list[str]:
    """The first lines of the head."""
    return head_text(file.head).splitlines()[:5]


def is_zip(file: RawFile) -> bool:
    """Whether the file is a zip, which here means a spreadsheet."""
    return file.head.startswith(ZIP_MAGIC)


@lru_cache(maxsize=1024)
def _cells(line: str, delimiter: str) -> tuple[str, ...]:
    try:
        return tuple(next(csv.reader([line], delimiter=delimiter), []))
    except csv.Error:
        return ()


def columns(file: RawFile, delimiter: str = ",", *, line: int = 0) -> tuple[str, ...]:
    """The folded headings in one of the first lines."""
    first = lines(file)
    return tuple(heading(cell) for cell in _cells(first[line], delimiter)) if len(first) > line else ()


def cells(file: RawFile, delimiter: str = ",", *, line: int = 0) -> tuple[str, ...]:
    """The cells of one of the first lines, as they stand."""
    first = lines(file)
    return _cells(first[line], delimiter) if len(first) > line else ()


def json_keys(file: RawFile) -> frozenset[str]:
    """The names that stand before a colon in the first 16 KiB of a JSON file; empty where this is not
    JSON."""
    text = head_text(file.head)[:16384].lstrip()
    if not text.startswith(("{", "[")):
        return frozenset()
    return frozenset(match[1] for match in _JSON_STRING.finditer(text))


def json_line(file: RawFile) -> dict[str, Any] | None:
    """The first line as a JSON object, or None; for JSON Lines."""
    first = next((line for line in head_text(file.head).splitlines() if line.strip()), "")
    try:
        value = json.loads(first)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
