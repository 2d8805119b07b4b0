"""What a new snapshot must show before it replaces the one in force. Each failure is a sentence for a person.

That it parses whole and is not empty the readers see to: they raise. The rest is compared with the snapshot
in force. The first copy of a list has nothing to be compared with but the catalogue's expectation: that
keeps a download out, while a file a person imports by hand comes in with a warning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import polars as pl

from screening.frames import frame_of
from screening.names.folding import fold
from screening.watchlists.catalogue import CatalogueEntry, Gates, KnownEntry
from screening.watchlists.pairing import pair
from screening.watchlists.snapshot import Snapshot

MIN_FILLED: Final = 20
"""Fewer filled entries than this say nothing about a column: it is not watched."""
MAX_UNMEASURED: Final = 0.5
"""A list most of whose entries have no measure was not understood: what a hit means could not be said."""
FILL_COLUMNS: Final = {
    "programmes": "programmes",
    "measures": "measures",
    "countries": "countries",
    "birth_dates": "dates of birth",
}
FILL_TABLES: Final = {"aliases": "names", "identifiers": "identifiers", "addresses": "addresses"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gates found: with failures the snapshot goes into quarantine, with warnings it does not."""

    failures: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Whether the snapshot may be put in force."""
        return not self.failures


def check(new: Snapshot, current: Snapshot | None, known: CatalogueEntry | None, *, attended: bool = False) -> Verdict:
    """Compare a new snapshot with the one in force and with what the catalogue expects.

    Args:
        new: The snapshot that would replace the current one.
        current: The snapshot in force, if there is one.
        known: The catalogue's entry of the list, if it has one.
        attended: A person brought the file, and will see the warnings.
    """
    gates = known.gates if known else Gates()
    failures: list[str] = []
    warnings: list[str] = []
    if not len(new):
        return Verdict(["it holds no entries"])
    failures += _key_columns(new)
    size = _size(new, known) + _measures(new, known)
    if current is None:
        (warnings if attended else failures).extend(size)
    else:
        warnings += size
        if new.list_date is None and current.list_date is not None:
            warnings.append(f"it says no date; the list it replaces is of {current.list_date}")
        failures += _date(new, current)
        failures += _losses(new, current, gates)
        failures += _fill(new, current, gates)
    lost = _known_entries(new, current, known.known if known else ())
    (warnings if current is None and attended else failures).extend(lost)
    return Verdict(failures, warnings)


def _size(new: Snapshot, known: CatalogueEntry | None) -> list[str]:
    if known is None:
        return []
    least, most = known.entries
    if len(new) < least:
        return [f"it has {len(new):,} entries where {least:,} or more are expected: it may not be whole"]
    if len(new) > most:
        return [f"it has {len(new):,} entries where no more than {most:,} are expected"]
    return []


def _date(new: Snapshot, current: Snapshot) -> list[str]:
    if new.list_date and current.list_date and new.list_date < current.list_date:
        return [f"it is older ({new.list_date}) than the list in force ({current.list_date})"]
    return []


def _key_columns(new: Snapshot) -> list[str]:
    entries = frame_of(new.entries)
    found = []
    for column, title in (("entry_id", "id"), ("name", "name"), ("schema", "type")):
        empty = entries.filter(pl.col(column).is_null() | (pl.col(column).str.strip_chars() == "")).height
        if empty:
            found.append(f"{empty:,} of {len(new):,} entries have no {title}")
    return found


def _measures(new: Snapshot, known: CatalogueEntry | None) -> list[str]:
    """A list of one's own may leave the measure out; on an official one each entry has one."""
    if known is None or known.imported_by_hand:
        return []
    bare = frame_of(new.entries).filter(pl.col("measures").list.len() == 0).height
    if bare <= MAX_UNMEASURED * len(new):
        return []
    return [f"{bare:,} of {len(new):,} entries have no measure: what their listing means was not understood"]


def _losses(new: Snapshot, current: Snapshot, gates: Gates) -> list[str]:
    pairs = pair(current, new).rename({"old_id": "entry_id"})
    before = frame_of(current.entries).select("entry_id", "programmes").join(pairs, on="entry_id", how="left")
    gone = before["new_id"].null_count()
    found = []
    if gone > gates.max_entries_lost * before.height:
        found.append(
            f"{gone:,} of the {before.height:,} entries in force are gone "
            f"({gone / before.height:.1%}, allowed are {gates.max_entries_lost:.1%})"
        )
    return found + _shortened(_programme_losses(before, frame_of(new.entries), gates))


def _programme_losses(before: pl.DataFrame, after: pl.DataFrame, gates: Gates) -> list[str]:
    """Programmes that lost too many of their entries, whether these left the list or only the programme."""
    members = before.explode("programmes").drop_nulls("programmes").unique()
    still = after.select(new_id="entry_id", programmes="programmes").explode("programmes").drop_nulls("programmes")
    gone = members.join(still, on=["new_id", "programmes"], how="anti").group_by("programmes").len("gone")
    counts = members.group_by("programmes").len("before").join(gone, on="programmes")
    lost = counts.filter(
        (pl.col("gone") > gates.max_programme_lost * pl.col("before")) & (pl.col("gone") >= gates.min_programme_lost)
    )
    return [
        f"programme {row['programmes']} has lost {row['gone']:,} of its {row['before']:,} entries "
        f"({row['gone'] / row['before']:.0%}, allowed are {gates.max_programme_lost:.0%})"
        for row in lost.sort(["gone", "programmes"], descending=[True, False]).iter_rows(named=True)
    ]


def _fill(new: Snapshot, current: Snapshot, gates: Gates) -> list[str]:
    found = []
    before, after = _filled(current), _filled(new)
    for title, count in before.items():
        if count < MIN_FILLED:
            continue
        was, now = count / len(current), after[title] / len(new)
        if now < was * (1 - gates.max_fill_lost):
            found.append(f"only {now:.0%} of the entries have {title}, in the list in force {was:.0%} have")
    return found


def _filled(snapshot: Snapshot) -> dict[str, int]:
    """How many entries have anything in each of the watched columns and tables."""
    entries = frame_of(snapshot.entries)
    counts = {title: entries.filter(pl.col(name).list.len() > 0).height for name, title in FILL_COLUMNS.items()}
    for title, name in FILL_TABLES.items():
        rows = frame_of(getattr(snapshot, name))
        if name == "names":
            rows = rows.filter(pl.col("name_type") != "primary")
        counts[title] = rows["entry_id"].n_unique()
    return counts


def _known_entries(new: Snapshot, current: Snapshot | None, known: Sequence[KnownEntry]) -> list[str]:
    """Test entries that are gone; one that the list in force has already lost (an accepted loss) is not
    asked for.
    """
    return [
        f"the entry {one.id + ' ' if one.id else ''}{one.name}, known for years, is not on it"
        for one in known
        if not _holds(new, one) and (current is None or _holds(current, one))
    ]


def _holds(snapshot: Snapshot, known: KnownEntry) -> bool:
    """Whether the entry is there, by id or, where the id is derived or the form has another, by its name."""
    entries = frame_of(snapshot.entries)
    if known.id and entries.filter(pl.col("entry_id") == known.id).height:
        return True
    words = sorted(fold(known.name).replace(",", " ").split())
    likely = frame_of(snapshot.names).filter(pl.col("name").str.len_chars().is_between(*_about(known.name)))
    return any(sorted(fold(name).replace(",", " ").split()) == words for name in likely["name"])


def _about(name: str) -> tuple[int, int]:
    return max(0, len(name) - 4), len(name) + 4


def _shortened(sentences: list[str], most: int = 6) -> list[str]:
    """A whole list gone wrong loses every programme: the first few say enough."""
    if len(sentences) <= most:
        return sentences
    return [*sentences[:most], f"and {len(sentences) - most} more programmes have lost too many entries"]
