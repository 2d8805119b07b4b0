"""The watchlists the toolkit knows: ``lists/catalogue.toml``, and what the user's own catalogue adds or
changes.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from screening import reference
from screening.errors import KnowledgeError, SettingsError
from screening.model import MEASURES

CATALOGUE = "catalogue.toml"
_KINDS = {"str": str, "int": int, "bool": bool, "date | None": date}


@dataclass(frozen=True, slots=True)
class Gates:
    """What a new snapshot may have lost against the one in force; shares are of the one in force."""

    max_entries_lost: float = 0.02
    max_programme_lost: float = 0.25
    min_programme_lost: int = 2
    max_fill_lost: float = 0.5


@dataclass(frozen=True, slots=True)
class ListSource:
    """One official form of a list: the files that make it up, and how far its reader and its URLs are proved.

    ``redirect_hosts`` names other hosts the publisher may redirect to; ``allow_http`` permits plain HTTP.
    """

    format: str
    evidence: str
    urls: tuple[str, ...] = ()
    verified: str = "unverified"
    preferred: bool = False
    redirect_hosts: tuple[str, ...] = ()
    allow_http: bool = False


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """An entry that has stood on the list for years, by its id, its primary name, or both."""

    name: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """What is known of one watchlist; the keys are explained at the top of ``lists/catalogue.toml``."""

    id: str
    title: str
    publisher: str = ""
    jurisdiction: str = ""
    measures: tuple[str, ...] = ()
    licence: str = ""
    cadence: str = ""
    max_age_days: int = 30
    entries: tuple[int, int] = (1, 10_000_000)
    published: str = ""
    known: tuple[KnownEntry, ...] = ()
    sources: tuple[ListSource, ...] = ()
    gates: Gates = field(default_factory=Gates)
    imported_by_hand: bool = False
    retired_on: date | None = None
    use_instead: str = ""

    @property
    def source(self) -> ListSource | None:
        """The form `screening lists update` downloads: the preferred one, else the first with URLs."""
        with_urls = [source for source in self.sources if source.urls]
        return next((source for source in with_urls if source.preferred), with_urls[0] if with_urls else None)

    def evidence_of(self, format_id: str) -> str:
        """What the reader of one format was proved on, or an empty text where the catalogue does not say."""
        return next((source.evidence for source in self.sources if source.format == format_id), "")


@dataclass(frozen=True, slots=True)
class NotIncluded:
    """Restrictions that none of the downloadable lists holds, to be imported by hand under ``id``."""

    id: str
    title: str
    jurisdiction: str
    measures: tuple[str, ...]
    where: str
    covered_by: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All known lists, in the order of the file, and what none of them holds."""

    lists: tuple[CatalogueEntry, ...]
    not_included: tuple[NotIncluded, ...]

    def get(self, list_id: str) -> CatalogueEntry | None:
        """The list of that id, or None."""
        return next((one for one in self.lists if one.id == list_id), None)

    @property
    def current(self) -> tuple[CatalogueEntry, ...]:
        """The lists a firm would screen against today: not the retired, not those under a licence of their
        own.
        """
        return tuple(one for one in self.lists if not one.retired_on and not one.imported_by_hand)


@cache
def _shipped() -> dict[str, Any]:
    return reference.rules(CATALOGUE)


def catalogue(own: Path | None = None) -> Catalogue:
    """The shipped catalogue with the user's own laid over it.

    Args:
        own: A file of the same form; one that does not exist changes nothing.

    Raises:
        KnowledgeError: The shipped file is broken.
        SettingsError: The user's own file is.
    """
    shipped_path = reference.lists_dir() / CATALOGUE
    content = _shipped()
    tables = {str(table["id"]): dict(table) for table in content.get("list", [])}
    missing = {str(table["id"]): dict(table) for table in content.get("not_included", [])}
    gates = dict(content.get("gates", {}))
    error: type[KnowledgeError] | type[SettingsError] = KnowledgeError
    path = shipped_path
    if own is not None and own.is_file():
        error, path = SettingsError, own
        extra = _read_own(own)
        gates |= extra.get("gates", {})
        for target, name in ((tables, "list"), (missing, "not_included")):
            for table in extra.get(name, []):
                if not isinstance(table, Mapping) or not table.get("id"):
                    raise SettingsError(f"a [[{name}]] has no id", where=own, remedy="give it one")
                target[str(table["id"])] = target.get(str(table["id"]), {}) | dict(table)
    try:
        return Catalogue(
            tuple(_list(table, gates) for table in tables.values()),
            tuple(_not_included(table) for table in missing.values()),
        )
    except (KeyError, TypeError, ValueError) as problem:
        raise error(f"cannot be understood: {problem}", where=path, remedy="compare lists/catalogue.toml") from problem


def known_lists(own: Path | None = None) -> list[CatalogueEntry]:
    """The lists of `catalogue`, the retired ones included."""
    return list(catalogue(own).lists)


def not_screened(screened: Sequence[str], own: Path | None = None) -> list[str]:
    """The known lists and restrictions that a screening against ``screened`` left out, a title each, for a
    Summary.
    """
    known = catalogue(own)
    done = set(screened)
    left = [f"{one.title} ({one.id})" for one in known.current if one.id not in done]
    left += [
        f"{one.title}: {one.where}" for one in known.not_included if one.id not in done and one.covered_by not in done
    ]
    return left


def _read_own(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"cannot be read: {error}", where=path, remedy="save it as UTF-8, readable by you"
        ) from error
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"not valid TOML: {error}", where=path, remedy="mend it, or take it away") from error


def _list(table: dict[str, Any], gates: dict[str, Any]) -> CatalogueEntry:
    plain = dict(table)
    least, most = plain.pop("entries", (1, 10_000_000))
    sources = tuple(
        ListSource(**_tuples(source, ("urls", "redirect_hosts"), ListSource)) for source in plain.pop("source", [])
    )
    known = tuple(KnownEntry(**one) for one in plain.pop("known", []))
    own_gates = Gates(**(gates | plain.pop("gates", {})))
    if not 0 <= least <= most:
        raise ValueError(f"list {plain['id']}: entries must be [least, most]")
    plain.setdefault("title", plain["id"])
    values = _tuples(plain, ("measures",), CatalogueEntry)
    _check_measures(values)
    return CatalogueEntry(**values, entries=(int(least), int(most)), sources=sources, known=known, gates=own_gates)


def _not_included(table: dict[str, Any]) -> NotIncluded:
    values = _tuples(table, ("measures",), NotIncluded)
    _check_measures(values)
    return NotIncluded(**values)


def _tuples(table: Mapping[str, Any], names: Sequence[str], kind: type) -> dict[str, Any]:
    """The table's values with the named lists as tuples, each of the type its field asks for."""
    expected = {one.name: _KINDS.get(str(one.type)) for one in fields(kind)}
    unknown = sorted(set(table) - set(expected))
    if unknown:
        raise ValueError(f"{table.get('id', table.get('format', ''))}: no such key: {', '.join(unknown)}")
    for name, value in table.items():
        wanted = list if name in names else expected[name]
        if wanted and not isinstance(value, wanted):
            raise ValueError(f"{table.get('id', table.get('format', ''))}: {name} is not a {wanted.__name__}")
    return {name: tuple(value) if name in names else value for name, value in table.items()}


def _check_measures(values: Mapping[str, Any]) -> None:
    wrong = [measure for measure in values.get("measures", ()) if measure not in MEASURES]
    if wrong:
        raise ValueError(f"list {values['id']}: no such measure: {', '.join(wrong)}")
