"""What leads from an entry of one list to the same party's on another: references, identifiers, names that agree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from typing import Any, Final

import pyarrow as pa

from screening import reference
from screening.model import ORGANISATIONS
from screening.names.folding import fold
from screening.watchlists.snapshot import Snapshot

RULES: Final = "rules/groups.toml"
_NOT_WORD = re.compile(r"[\W_]+")
_YEAR = re.compile(r"\d{4}")
_COUNTRY_IN_NUMBER = re.compile(r"\s*\([^)]*\)\s*$")

Node = tuple[str, str]
"""List and entry id."""


@cache
def _rules() -> dict[str, Any]:
    return reference.rules(RULES)


def max_group() -> int:
    """The most entries of a group."""
    return int(_rules()["chains"]["max_group"])


@dataclass
class Party:
    """What is known of one entry that can agree or disagree."""

    kind: str
    schema: str
    own_id: bool
    countries: set[str] = field(default_factory=set)
    births: set[str] = field(default_factory=set)
    ships: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    @property
    def years(self) -> set[int]:
        """Every year a birth date may mean, a range's two ends included."""
        return {int(year) for date in self.births for year in _YEAR.findall(date)}


def compatible(one: Party, two: Party) -> bool:
    """Whether two entries are of a kind that may be one party."""
    return one.kind == two.kind or {one.schema, two.schema} in (
        {"Person", "LegalEntity"},
        {"LegalEntity"},
    )


def parties(snapshot: Snapshot) -> dict[Node, Party]:
    """What a list says of each of its entries; their names are left out (`names_borne`)."""
    columns = ["entry_id", "schema", "id_origin", "countries", "birth_dates"]
    found = {}
    for row in snapshot.entries.select(columns).to_pylist():
        schema = row["schema"]
        kind = "organisation" if schema in ORGANISATIONS else schema
        party = Party(kind, schema, row["id_origin"] == "publisher", set(row["countries"]), set(row["birth_dates"]))
        found[snapshot.list_id, row["entry_id"]] = party
    for entry_id, country in _pairs(snapshot.addresses, "country"):
        found[snapshot.list_id, entry_id].countries.add(country)
    for entry_id, kind, number in _rows(snapshot.identifiers, "type", "number"):
        if "imo" in kind.lower():
            found[snapshot.list_id, entry_id].ships.add(_normal(number).removeprefix("IMO"))
    return found


def references(snapshots: Sequence[Snapshot], parties: dict[Node, Party]) -> Iterator[tuple[Node, Node, str]]:
    """Entries that name the id of another, and lists that use another list's ids."""
    for snapshot in snapshots:
        for rule in _rules()["reference"]:
            for entry_id, kind, number in _rows(snapshot.identifiers, "type", "number"):
                other = (rule["list"], number.strip())
                if rule["label"] in kind.lower() and other in parties and snapshot.list_id != rule["list"]:
                    yield (snapshot.list_id, entry_id), other, f"{kind} {number}: the same designation"
        for rule in _rules()["same_id"]:
            if rule["list"] != snapshot.list_id:
                continue
            for entry_id in snapshot.entries["entry_id"].to_pylist():
                source, _, number = entry_id.partition(":")
                for other in ((name, number) for name in rule["others"]):
                    if source in rule["sources"] and other in parties:
                        yield (snapshot.list_id, entry_id), other, "the same publisher's id"


def shared_identifiers(snapshots: Sequence[Snapshot]) -> Iterator[tuple[Node, Node, str]]:
    """Entries with a number in common, whatever the publishers call it."""
    own = _rules()["identifiers"]
    holders: dict[str, dict[Node, tuple[str | None, str]]] = defaultdict(dict)
    for snapshot in snapshots:
        for entry_id, kind, number, country in _rows(snapshot.identifiers, "type", "number", "country", null=True):
            label = kind.lower()
            if any(word in label for word in own["never"]):
                continue
            plain = _normal(_COUNTRY_IN_NUMBER.sub("", number))
            if any(word in label for word in own["worldwide"]):
                key, country = plain.removeprefix("IMO"), "*"
            else:
                key = plain
            digits = sum(char.isdigit() for char in key)
            if len(key) >= own["min_length"] and (digits >= own["min_digits"] or country == "*"):
                holders[key].setdefault((snapshot.list_id, entry_id), (country, f"{kind} {number}"))
    for key in sorted(holders):
        nodes = holders[key]
        if len(nodes) < 2 or _too_common(nodes, int(own["max_entries"])):
            continue
        for one, two in combinations(sorted(nodes), 2):
            (here, words), (there, _) = nodes[one], nodes[two]
            known = {country for country in (here, there) if country not in (None, "*")}
            alone = len(key) >= own["min_length_alone"] and len(known) < 2
            if here == there == "*" or (here is not None and here == there) or alone:
                yield one, two, f"same identifier ({words})"


def names_borne(snapshots: Sequence[Snapshot]) -> dict[str, dict[Node, tuple[bool, str]]]:
    """Who has which name, weak ones left out: by sorted folded words, whether it is the primary one, and as
    written.
    """
    own = _rules()["names"]
    holders: dict[str, dict[Node, tuple[bool, str]]] = defaultdict(dict)
    for snapshot in snapshots:
        for entry_id, name, kind in _rows(snapshot.names, "name", "name_type"):
            if kind == "weak_alias":
                continue
            words = _NOT_WORD.sub(" ", fold(name)).split()
            if len(words) < 2 and len("".join(words)) < own["min_length"]:
                continue
            node, primary = (snapshot.list_id, entry_id), kind == "primary"
            key = " ".join(sorted(words))
            if primary or node not in holders[key]:
                holders[key][node] = (primary, name)
    return holders


def shared_names(
    holders: dict[str, dict[Node, tuple[bool, str]]], parties: dict[Node, Party]
) -> Iterator[tuple[Node, Node, str]]:
    """Entries with the same name, at least one of them its primary, that agree on country or birth date."""
    own = _rules()["names"]
    for key, nodes in holders.items():
        if len(nodes) < 2 or _too_common(nodes, int(own["max_entries"])):
            continue
        single = " " not in key
        for one, two in combinations(sorted(nodes), 2):
            if not (nodes[one][0] or nodes[two][0]):
                continue
            agreed = _agreement(parties[one], parties[two], single=single)
            if agreed:
                yield one, two, f"same name ({nodes[one][1]}) and {agreed}"


def _agreement(one: Party, two: Party, *, single: bool) -> str:
    """On what two parties of one name agree, in words; empty where they do not, or contradict each other."""
    if not compatible(one, two):
        return ""
    births = {a if len(a) >= len(b) else b for a in one.births for b in two.births if _same_birth(a, b)}
    if births:
        return f"birth date {min(births)}"
    if one.years and two.years and not one.years & two.years:
        return ""
    if one.ships and two.ships and not one.ships & two.ships:
        return ""
    if single and one.kind == "Person":
        return ""  # a person's single name and a country say too little
    countries = one.countries & two.countries
    return f"country {', '.join(sorted(countries))}" if countries else ""


def _same_birth(one: str, two: str) -> bool:
    """Whether two ISO dates say the same as far as both go: ``1971`` and ``1971-05-03``."""
    short, long = sorted((one, two), key=len)
    return len(short) >= 4 and short.isascii() and short[:4].isdigit() and long.startswith(short)


def _too_common(nodes: Iterable[Node], most: int) -> bool:
    counts: dict[str, int] = defaultdict(int)
    for list_id, _ in nodes:
        counts[list_id] += 1
    return max(counts.values()) > most


def _normal(number: str) -> str:
    """Letters and digits only, upper case."""
    return "".join(char for char in number.upper() if char.isalnum())


def _pairs(table: pa.Table, column: str) -> Iterator[tuple[str, str]]:
    return ((entry_id, value) for entry_id, value in _rows(table, column, null=True) if value)


def _rows(table: pa.Table, *columns: str, null: bool = False) -> Iterator[Any]:
    """Rows of entry_id and the columns; with ``null`` they may hold None."""
    chosen = [table[name].to_pylist() for name in ("entry_id", *columns)]
    return (row for row in zip(*chosen, strict=True) if null or None not in row)
