"""Names looked up by hand: rated hits, and no run folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from screening.alerts import rate
from screening.errors import ExitCode, InputError
from screening.intake.bare_numbers import looked_up
from screening.model import SUBJECTS, conform, schema_named
from screening.names.places import country_code
from screening.runs import lists as run_lists
from screening.runs.companions import companions_of
from screening.runs.screeners import screener
from screening.runs.settings import combined


@dataclass(frozen=True, slots=True)
class Found:
    """What looking names up gave.

    Attributes:
        hits: Table of schema `model.HITS`, for each name the best first.
        quarantined: Lists whose newest version is in quarantine, with the reason.
        notes: Warnings for a person.
    """

    hits: pa.Table
    quarantined: dict[str, str]
    notes: list[str]

    @property
    def exit_code(self) -> ExitCode:
        """The exit code of the command line, but for ``--fail-on-alert``."""
        return ExitCode.LIST_IN_QUARANTINE if self.quarantined else ExitCode.DONE


def match(
    names: Sequence[str],
    *,
    lists: Any = None,
    schema: str | None = None,
    country: str | None = None,
    threshold: float | None = None,
    settings: Any = None,
    as_of: date | None = None,
    data_dir: str | Path | None = None,
    limit: int | None = None,
    max_age: int | None = None,
) -> pa.Table:
    """Look names up on the lists.

    Args:
        names: The names; empty ones are an error.
        lists: As for `screening.runs.articles`, as are the others not named here.
        schema: What the names are of: Person, Company, Organization, LegalEntity (any of these), Vessel, Airplane;
            without it they are looked up among entries of every kind.
        country: Their country, in any language or as a code.

    Returns:
        Table of schema `model.HITS`, for each name the best first.

    Raises:
        InputError: There is no name, or the schema or the country is unknown.
        ListError: A list is missing, unusable or too old.
    """
    return look_up(
        names, lists=lists, schema=schema, country=country, threshold=threshold, settings=settings, as_of=as_of,
        data_dir=data_dir, limit=limit, max_age=max_age,
    ).hits  # fmt: skip


@run_lists.lists_first
def look_up(
    names: Sequence[str],
    *,
    lists: Any = None,
    schema: str | None = None,
    country: str | None = None,
    threshold: float | None = None,
    settings: Any = None,
    as_of: date | None = None,
    data_dir: str | Path | None = None,
    limit: int | None = None,
    max_age: int | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Found:
    """Look names up as `match` does, and say what is to be said of the lists.

    ``tell`` is called with what is being done where that takes long.

    Raises:
        ScreeningError: As `match`; what is wrong with a list goes before what is wrong with the names.
    """
    wanted = [name.strip() for name in names]
    if not wanted or not all(any(char.isalnum() for char in name) for name in wanted):
        raise InputError("a name to look up must hold a letter or a digit", remedy="give at least one name")
    chosen = None if schema is None else schema_named(schema)
    code = country_code(country) if country else None
    if country and code is None:
        raise InputError(f"unknown country {country!r}", remedy="give its ISO code, such as UZ")
    config = combined(settings, threshold=threshold, limit=limit, max_age=max_age)
    found = run_lists.resolve(lists, as_of=as_of, max_age=config.max_age, folder=data_dir)
    subjects = _subjects(wanted, chosen or "LegalEntity", code)
    asked = subjects if chosen else subjects.drop_columns(["schema"])  # of which kind they are is not known
    matches = screener(found.snapshots, config.threshold, data_dir, tell).screen(asked, limit=config.rated)
    same = companions_of(found.snapshots, data_dir) if len(matches) else {}
    hits, notes = rate(matches, subjects, found.snapshots, replace(config, on=as_of).rating(), same), found.notes
    notes = [*notes, *_of_numbers(wanted, hits)]
    if len(hits) > config.limit:
        from screening.runs.merging import left_out, within_limit  # Polars is slow to load, and seldom needed here

        every, hits = hits, within_limit(hits, config.limit)
        notes = [*notes, *left_out(every, hits, config.limit)]
    first = {name: index for index, name in reversed(list(enumerate(wanted)))}
    rank = pa.array([first[name] for name in hits.column("subject_name").to_pylist()], pa.int64())
    keys = [
        ("rank", "ascending"),
        ("score", "descending"),
        ("list_id", "ascending"),
        ("entry_id", "ascending"),
    ]
    return Found(hits.append_column("rank", rank).sort_by(keys).drop_columns(["rank"]), found.quarantined, notes)


def _of_numbers(names: Sequence[str], hits: pa.Table) -> list[str]:
    """By which number each name that is one was found, or that nobody on the lists bears it."""
    rows = hits.select(["subject_name", "matched_on", "entry_name", "explanation"]).to_pylist()
    notes = []
    for name in dict.fromkeys(names):
        if (number := looked_up(name)) is None:
            if not any(map(str.isalpha, name)):
                notes.append(f"{name} is too short a number to be looked up: digits alone tell nothing of it")
            continue
        found = [row for row in rows if row["subject_name"] == name]
        by_number = [row for row in found if row["matched_on"] == "identifier"]
        notes += [f"{row['entry_name']}: {row['explanation']}" for row in by_number]
        if not found:
            notes.append(f"no entry of the lists bears the number {number.number}, nor a name like it")
    return list(dict.fromkeys(notes))


def _subjects(names: Sequence[str], schema: str, country: str | None) -> pa.Table:
    unique = list(dict.fromkeys(names))
    count = len(unique)
    return conform(
        pa.table(
            {
                "subject_id": [f"name {number}" for number in range(1, count + 1)],
                "name": unique,
                "schema": [schema] * count,
                "country": pa.array([[country] if country else []] * count, pa.list_(pa.string())),
                "source": ["command line"] * count,
                "place": [f"name {number}" for number in range(1, count + 1)],
                "identifiers": [[number.as_identifier()] if (number := looked_up(name)) else [] for name in unique],
            }
        ),
        SUBJECTS,
    )
