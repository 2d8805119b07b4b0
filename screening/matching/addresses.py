"""Listed addresses as a channel of their own: which subjects are where a listed party is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from screening.matching.listed_addresses import Listed, listed_addresses, listed_in
from screening.matching.tabular import to_arrow
from screening.names.addresses import Address, parse
from screening.names.same_place import LONG_WORD, compare, consonants_of, rooms_apart, whom

if TYPE_CHECKING:
    from screening.watchlists import Snapshot

ADDRESS_MATCHES: Final = pa.schema(
    [
        pa.field("subject_id", pa.string(), nullable=False),
        pa.field("address", pa.string(), nullable=False),  # the subject's
        pa.field("list_id", pa.string(), nullable=False),
        pa.field("snapshot_id", pa.string(), nullable=False),
        pa.field("entry_id", pa.string(), nullable=False),
        pa.field("entry_name", pa.string(), nullable=False),
        pa.field("listed_address", pa.string(), nullable=False),
        pa.field("grade", pa.string(), nullable=False),  # same_place | same_street
        pa.field("explanation", pa.string(), nullable=False),
        pa.field("sharing", pa.int64(), nullable=False),  # subjects of this batch at this place
        pa.field("listed_there", pa.int64(), nullable=False),  # entries at this place
        pa.field("rooms_apart", pa.int64(), nullable=False),  # 0 the same room, 1 not both give one, 2 another
    ]
)
"""What `AddressIndex.find` returns. An address many subjects share is one of mass registration: the rules weigh it."""

_COMMON: Final = 400
"""A word that stands in more listed addresses than this is not looked up alone: it would compare half the lists."""
_GRADES: Final = ("same_place", "same_street")


class AddressIndex:
    """The addresses of one or more snapshots, to be found by what stands in them.

    Args:
        snapshots: Their tables ``entries`` and ``addresses`` are read. Addresses that say no more than a town or a
            country are left out; those that are listed without a party's name count like any other.
    """

    def __init__(self, snapshots: Iterable[Snapshot]) -> None:
        self._hold(listed_addresses(snapshots))

    @classmethod
    def of(cls, table: pa.Table) -> AddressIndex:
        """The index of addresses that were taken apart before: a table of `listed_addresses.LISTED_ADDRESSES`."""
        made = cls.__new__(cls)
        made._hold(table)
        return made

    def _hold(self, table: pa.Table) -> None:
        self._listed = listed_in(table)
        self._keys: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for index, listed in enumerate(self._listed):
            for key in _keys(listed.parsed):
                self._keys[key].append(index)

    def __len__(self) -> int:
        """Number of listed addresses that say more than a town."""
        return len(self._listed)

    def near(self, address: Address) -> list[tuple[Listed, str, str]]:
        """Listed addresses at the same place or in the same street, with grade and explanation, nearest first."""
        candidates = {
            index
            for key in _keys(address)
            if len(found := self._keys.get(key, ())) <= _COMMON or len(key) > 1
            for index in found
        }
        hits = []
        for index in sorted(candidates):
            like = compare(address, self._listed[index].parsed)
            if like.grade in _GRADES:
                hits.append((like.rank, rooms_apart(address, self._listed[index].parsed), index, like))
        hits.sort(key=lambda hit: hit[:3])
        return [(self._listed[index], like.grade, like.why) for _, _, index, like in hits]

    def find(self, subjects: Any, *, limit: int | None = 5) -> pa.Table:
        """Compare the addresses of subjects with the listed ones.

        Args:
            subjects: Table with ``subject_id`` and ``address`` (null: none), and ``country``, a code or a list of
                them. All subjects of a file belong into one call: how many share a place is counted in it.
            limit: At most so many entries for a subject and grade; None for all.

        Returns:
            Table of `ADDRESS_MATCHES`, sorted by subject, grade, room, list and entry.
        """
        table = to_arrow(subjects)
        rows = _addresses(table)
        at: dict[tuple[Any, ...], set[str]] = defaultdict(set)
        for subject, _, parsed in rows:
            at[_place(parsed)].add(subject)
        known: dict[Address, list[tuple[Listed, str, str]]] = {}
        best: dict[tuple[str, str, str], dict[str, Any]] = {}
        for subject, text, parsed in rows:
            if parsed not in known:
                known[parsed] = self.near(parsed)
            there = len(
                {entry[:3] for listed, grade, _ in known[parsed] if grade == _GRADES[0] for entry in listed.entries}
            )
            for listed, grade, why in known[parsed]:
                for list_id, snapshot_id, entry_id, name in listed.entries:
                    best.setdefault(
                        (subject, snapshot_id, entry_id),
                        {
                            "subject_id": subject,
                            "address": text,
                            "list_id": list_id,
                            "snapshot_id": snapshot_id,
                            "entry_id": entry_id,
                            "entry_name": name,
                            "listed_address": listed.text,
                            "grade": grade,
                            "explanation": f"{grade.replace('_', ' ')}: {why}",
                            "sharing": len(at[_place(parsed)]),
                            "listed_there": there,
                            "rooms_apart": rooms_apart(parsed, listed.parsed),
                        },
                    )
        return pa.Table.from_pylist(_limited(list(best.values()), limit), schema=ADDRESS_MATCHES)


def _limited(rows: Sequence[dict[str, Any]], limit: int | None) -> list[dict[str, Any]]:
    order = sorted(
        rows,
        key=lambda row: (
            *(row["subject_id"], _GRADES.index(row["grade"]), row["rooms_apart"]),
            *(row["list_id"], row["entry_id"]),
        ),
    )
    counts: dict[tuple[str, str], int] = defaultdict(int)
    kept = []
    for row in order:
        counts[row["subject_id"], row["grade"]] += 1
        if limit is None or counts[row["subject_id"], row["grade"]] <= limit:
            kept.append(row)
    return kept


def _addresses(table: pa.Table) -> list[tuple[str, str, Address]]:
    """Each address of each subject once, in a stable order; those that say no more than a town are left out."""
    columns = {name: table.column(name).to_pylist() for name in ("subject_id", "address")}
    countries = table.column("country").to_pylist() if "country" in table.column_names else [None] * len(table)
    seen: dict[tuple[str, str], str | None] = {}
    for subject, text, country in zip(columns["subject_id"], columns["address"], countries, strict=True):
        if text:
            seen.setdefault((subject, text), _one(country))
    rows = [(subject, text, parse(text, country)) for (subject, text), country in sorted(seen.items())]
    return [row for row in rows if row[2].is_precise]


def _one(country: str | Sequence[str] | Mapping[str, Any] | None) -> str | None:
    """The country of an address, where a subject has just one."""
    if isinstance(country, str) or country is None:
        return country or None
    return next(iter(country)) if len(country) == 1 else None


def _place(address: Address) -> tuple[Any, ...]:
    """What tells one place from another, for counting how many share it."""
    return (address.towns, address.street, address.number, address.box)


def _one_out(word: str) -> Iterable[str]:
    """A long word, and the same with each letter left out: two spellings a letter apart have one of them in common."""
    if len(word) < LONG_WORD:
        return {word} if len(word) == LONG_WORD - 1 else ()
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _keys(address: Address) -> Iterable[tuple[str, ...]]:
    """What two addresses of one street have in common: a word with the number, a word with the town, or a word; the
    consonants of a word with the number or town; a long word but for a letter with the number.
    """
    for word in map(whom, address.street | address.also):
        yield (word,)
        for number in address.numbers:
            yield (word, number)
        for town in address.towns:
            yield (word, "in", town)
        for near in _one_out(word):
            for number in address.numbers:
                yield ("near", near, number)
    for word in address.street | address.also:  # as another script writes it, with its number or town alone
        for bare in consonants_of(word, address):
            for number in address.numbers:
                yield ("consonants", bare, number)
            for town in address.towns:
                yield ("consonants", bare, "in", town)
    if address.box:
        yield ("box", address.box.partition("-")[0])
