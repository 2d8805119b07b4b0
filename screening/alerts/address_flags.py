"""Red flags of addresses on subjects of any kind: at a listed address, or in a territory under sanctions.

In customs records `screening.trade.flags` raises the same flags with the same words and weights.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import pyarrow as pa

from screening.alerts.flag_alerts import LIST_ID, PARTY_ALERTS, priority_of
from screening.alerts.identity import alert_id
from screening.matching.addresses import AddressIndex
from screening.model import FLAGS, PRIORITIES
from screening.names.territories import Territory, in_words, share, territories_in
from screening.trade.rules import Rule, Rulebook, load

_PLACE: Final = "listed_address"
_TERRITORY: Final = "sanctioned_territory"
_NO_ADDRESS: Final = "Not testable: no address of the party is given."


class AddressFlags:
    """Looks at the addresses of subjects batch by batch; what was found is told when all were seen.

    How many share an address is counted over all of them, for one that many share counts less.

    Args:
        index: Makes the index of the listed addresses; asked once an address is to be looked up.
        rules: The rules of the red flags.
    """

    def __init__(self, index: Callable[[], AddressIndex], rules: Rulebook | None = None) -> None:
        self._make, self._rules = index, rules or load()
        self._index: AddressIndex | None = None
        self._near: dict[str, dict[tuple[str, str], dict[str, Any]]] = defaultdict(dict)
        self._named: dict[str, tuple[Territory, ...]] = {}
        self._rows: dict[str, dict[str, Any]] = {}
        self._at: dict[str, set[str]] = defaultdict(set)
        self.tested = 0
        """Subjects with an address."""
        self.untestable = 0
        """Subjects without one."""

    def see(self, subjects: pa.Table, hits: pa.Table) -> pa.Table:
        """Look at a batch.

        Args:
            subjects: Of schema `model.SUBJECTS`.
            hits: The rated hits on them: a listed party's own address says nothing more.

        Returns:
            Flags that could not be tested, of `model.FLAGS`.
        """
        rows = subjects.to_pylist()
        addressed = [row for row in rows if row["address"]]
        with_one = {row["subject_id"] for row in addressed}
        without = {row["subject_id"]: None for row in rows if row["subject_id"] not in with_one}
        self.tested += len(with_one)
        self.untestable += len(without)
        if addressed:
            self._look(addressed, hits)
        ids = [flag for flag in (_PLACE, _TERRITORY) if self._rule(flag)]
        return pa.Table.from_pylist(
            [self._flag(flag, "not_testable", subject, _NO_ADDRESS, None) for subject in without for flag in ids],
            schema=FLAGS,
        )

    def _rule(self, flag: str) -> Rule | None:
        rule = self._rules.flags.get(flag)
        return rule if rule is not None and rule.enabled else None

    def _look(self, rows: Sequence[dict[str, Any]], hits: pa.Table) -> None:
        columns = ("subject_id", "snapshot_id", "entry_id", "relation")
        listed = {
            (subject, snapshot, entry)
            for subject, snapshot, entry, relation in zip(
                *(hits.column(name).to_pylist() for name in columns), strict=True
            )
            if relation == "same_party"
        }
        if (rule := self._rule(_PLACE)) is not None:
            self._index = self._index or self._make()
            table = pa.table({name: [row[name] for row in rows] for name in ("subject_id", "address", "country")})
            for found in self._index.find(table, limit=None).to_pylist():
                if found["grade"] in rule.settings["grades"]:
                    self._at[found["listed_address"]].add(found["subject_id"])
                    key = (found["subject_id"], found["snapshot_id"], found["entry_id"])
                    if key not in listed:
                        self._near[found["subject_id"]].setdefault(key[1:], found)
        if self._rule(_TERRITORY) is not None:
            for row in rows:
                country = row["country"][0] if row["country"] and len(row["country"]) == 1 else None
                if named := territories_in(row["address"], country):
                    self._named.setdefault(row["subject_id"], named)
        for row in rows:
            if row["subject_id"] in self._near or row["subject_id"] in self._named:
                self._rows.setdefault(row["subject_id"], row)

    def finish(self) -> tuple[pa.Table, pa.Table, dict[str, list[dict[str, Any]]], Counter[str]]:
        """Everything that was raised.

        Returns:
            The flags, of `model.FLAGS`; the alerts, of `parties.PARTY_ALERTS`, gravest first; by alert id the row of
            the subject; and how many subjects each flag was raised on.
        """
        flags, alerts, places = [], [], {}
        for subject, row in sorted(self._rows.items()):
            place, territory = self._at_place(subject), self._in_territory(subject)
            weighed = [each for each in (place, territory) if each is not None]
            if not weighed:
                continue
            mine = [flag for flag, _ in weighed]
            flags += mine
            weight = sum(each for _, each in weighed)
            if place is None and weight < float(self._rules.alert["least"]):
                continue
            alert = self._alert(row, mine, weight)
            alerts.append(alert)
            places[alert["alert_id"]] = [row]
        order = {name: at for at, name in enumerate(PRIORITIES)}
        alerts.sort(key=lambda row: (order[row["priority"]], -row["weight"], row["alert_id"]))
        counts = Counter(flag["flag_id"] for flag in flags)
        made = (pa.Table.from_pylist(flags, schema=FLAGS), pa.Table.from_pylist(alerts, schema=PARTY_ALERTS))
        return *made, places, counts

    def _at_place(self, subject: str) -> tuple[dict[str, Any], float] | None:
        rule = self._rule(_PLACE)
        if rule is None or subject not in self._near:
            return None
        free, least = float(rule.settings["free_sharing"]), float(rule.settings["least"])

        def share(found: Mapping[str, Any]) -> float:
            return round(min(1.0, free / max(1, len(self._at[found["listed_address"]]))), 3)

        ranked = sorted(
            self._near[subject].values(),
            key=lambda found: (
                *(-share(found), found["grade"], found["rooms_apart"]),
                *(found["list_id"], found["entry_id"]),
            ),
        )
        best = ranked[0]
        counted, sharing = share(best), len(self._at[best["listed_address"]])
        if counted < least:
            return None
        reason = (
            f"{rule.says} {best['explanation']} = {best['listed_address']} of {best['entry_name']} ({best['list_id']})."
        )
        if sharing > free:
            reason += (
                f" An address of mass registration: {sharing} parties of this file share it, so it counts {counted} "
                "of full."
            )
        figures = {"weight": counted, "sharing": sharing, "listed_there": best["listed_there"]}
        weight = float(rule.settings["in_party_table"]) * counted
        return self._flag(_PLACE, "raised", subject, reason, figures), weight

    def _in_territory(self, subject: str) -> tuple[dict[str, Any], float] | None:
        rule = self._rule(_TERRITORY)
        if rule is None or subject not in self._named:
            return None
        named = self._named[subject]
        counted = share(named, part=float(rule.settings["part"]), held=float(rule.settings["held"]))
        flag = self._flag(_TERRITORY, "raised", subject, f"{rule.says} {in_words(named)}", {"weight": counted})
        return flag, rule.weight * counted

    def _flag(
        self, flag: str, outcome: str, subject: str, reason: str, figures: Mapping[str, Any] | None
    ) -> dict[str, Any]:
        return {
            "flag_id": flag,
            "outcome": outcome,
            "subject_id": subject,
            "record_id": None,
            "reason": reason,
            "figures": json.dumps(figures) if figures else None,
            "source": self._rules.flags[flag].cited,
        }

    def _alert(self, row: Mapping[str, Any], flags: Sequence[Mapping[str, Any]], weight: float) -> dict[str, Any]:
        rules = [self._rules.flags[flag["flag_id"]] for flag in flags]
        names = sorted(rule.id for rule in rules)
        return {
            "alert_id": alert_id(row["subject_id"], LIST_ID, "+".join(names)),
            "subject_id": row["subject_id"],
            "subject_name": row["name"],
            "country": ", ".join(row["country"] or ()) or None,
            "priority": priority_of(weight, self._rules),
            "weight": round(weight, 6),
            "flags": names,
            "not_testable": [],
            "records": 1,
            "value_usd": None,
            "not_converted": None,
            "first_on": None,
            "last_on": None,
            "why": "\n".join(flag["reason"] for flag in flags),
            "sar_terms": sorted({rule.sar for rule in rules if rule.sar}),
            "sources": sorted({rule.source for rule in rules}),
        }
