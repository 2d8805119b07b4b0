"""Reading ``lists/``: the knowledge the toolkit ships as plain files people can read and mend.

Tables are tab-separated UTF-8 text. Their first lines are comments, ``# key: value``, of which ``source`` and
``date`` must be there; then a header row; then one row a line. A blank line or a line beginning with ``#`` is
passed over. Rules and settings are TOML with the same two keys in a ``[about]`` table.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from screening.errors import KnowledgeError

REQUIRED = ("source", "date")
_PADDED = re.compile(r"[^\S\t\n ]|[\t\n] | [\t\n]|\A | \Z")
"""White space at an edge of a cell, or that may end a line; most tables have none, and no cell needs to be stripped."""


@dataclass(frozen=True, slots=True)
class Table:
    """One knowledge table: what is said about it, and its rows as dictionaries of text."""

    about: dict[str, str]
    rows: list[dict[str, str]]


@cache
def lists_dir() -> Path:
    """The folder ``lists/``: inside the package in an installed wheel, beside it in a checkout.

    Raises:
        KnowledgeError: Neither is there.
    """
    package = Path(__file__).parent
    for candidate in (package / "lists", package.parent / "lists"):
        if (candidate / "rules").is_dir():
            return candidate
    raise KnowledgeError("the knowledge folder lists/ is missing", where=package, remedy="reinstall the package")


def table(name: str) -> Table:
    """Read one knowledge table, ``name`` being its path below ``lists/`` (``words/legal_forms.tsv``).

    Cells that are missing at the end of a row are empty.

    Raises:
        KnowledgeError: The file is missing, says no source or date, or has a row with more cells than the header.
    """
    return read_table(lists_dir() / name)


def read_table(path: Path) -> Table:
    """Read a knowledge table from anywhere; see `table`."""
    text = _read(path)
    about: dict[str, str] = {}
    rows: list[dict[str, str]] = []
    header: list[str] | None = None
    width = -1
    neat = _PADDED.search(text) is None
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("#"):
            key, colon, value = line[1:].partition(":")
            if colon and header is None:
                about.setdefault(key.strip().lower(), value.strip())
            continue
        cells = line.split("\t") if neat else list(map(str.strip, line.split("\t")))
        if not any(cells):
            continue
        if header is None:
            header, width = cells, len(cells)
            continue
        if len(cells) != width:
            if len(cells) > width:
                raise KnowledgeError(
                    f"row {number} has {len(cells)} cells, the header has {width}",
                    where=path,
                    remedy="separate cells with one tab each",
                )
            cells += [""] * (width - len(cells))
        rows.append(dict(zip(header, cells, strict=True)))
    _check_about(about, path)
    return Table(about, rows)


def rules(name: str) -> dict[str, Any]:
    """Read one TOML file of rules, ``name`` being its path below ``lists/`` (``rules/rating.toml``).

    Raises:
        KnowledgeError: The file is missing, is not TOML, or says no source or date.
    """
    path = lists_dir() / name
    try:
        content = tomllib.loads(_read(path))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"not valid TOML: {error}", where=path) from error
    _check_about(content.get("about", {}), path)
    return content


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"cannot be read: {error}", where=path, remedy="reinstall the package") from error


def _check_about(about: dict[str, Any], path: Path) -> None:
    missing = [key for key in REQUIRED if not about.get(key)]
    if missing:
        raise KnowledgeError(f"says no {' and no '.join(missing)}", where=path, remedy="add it at the top")
