"""Match strength and priority of each match, with the rules that gave them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from screening.alerts import agreement, rating_rules, records
from screening.alerts.cross_listed import Priorities
from screening.alerts.distinctive import distinctive_words
from screening.alerts.identity import alert_id
from screening.alerts.rating_settings import RatingSettings
from screening.intake.mentions import MENTION
from screening.matching.fuller_names import OTHER_FATHER
from screening.model import HITS, HITS_KEYS, MATCHES
from screening.names.given import is_given_name
from screening.names.tokens import words

if TYPE_CHECKING:
    from screening.watchlists import Snapshot
    from screening.watchlists.groups import Companions


def rate(
    matches: pa.Table,
    subjects: pa.Table,
    snapshots: Sequence[Snapshot],
    settings: RatingSettings | None = None,
    companions: Companions | None = None,
) -> pa.Table:
    """Rate matches: how likely each is the same party, how much it matters if it is, and which rules said so.

    Args:
        matches: Table of schema `model.MATCHES`, in any order.
        subjects: Table of schema `model.SUBJECTS`; all rows of a subject must be in it.
        snapshots: The snapshots the matches were made against.
        settings: Whose law binds the firm.
        companions: For an entry the others that are the same party (`watchlists.groups`): the gravest of them gives
            the priority, and whether it binds the firm.

    Returns:
        Table of schema `model.HITS`, sorted by `model.HITS_KEYS`; what it says does not depend on the order
        of rows.

    Raises:
        KnowledgeError: The rule file is broken.
    """
    settings = settings or RatingSettings()
    rulebook = rating_rules.load(settings.rules, settings.own_rules)
    priorities = Priorities(snapshots, settings, rulebook, companions or {})
    if companions:
        priorities.look_up(zip(*(matches.column(name).to_pylist() for name in ("list_id", "entry_id")), strict=True))
    entries = records.entries(snapshots, matches)
    known = records.subjects(subjects, matches.column("subject_id").to_pylist())
    rated = [_rate(row, entries, known, priorities, settings, rulebook) for row in matches.to_pylist()]
    columns = {
        field.name: pa.array([row[field.name] for row in rated], field.type)
        for field in HITS
        if field.name not in MATCHES.names
    }
    table = pa.table([*matches.select(MATCHES.names).columns, *columns.values()], schema=HITS)
    return table.sort_by([(key, "ascending") for key in HITS_KEYS])


def _rate(
    row: Mapping[str, Any],
    entries: Mapping[records.EntryKey, records.EntryRecord],
    known: Mapping[str, records.SubjectRecord],
    priorities: Priorities,
    settings: RatingSettings,
    rulebook: rating_rules.Rules,
) -> dict[str, Any]:
    entry = entries.get((row["list_id"], row["snapshot_id"], row["entry_id"]))
    subject = known.get(row["subject_id"])
    found = agreement.NOTHING_KNOWN
    if entry is not None and subject is not None:
        found = agreement.compare(subject, entry, rulebook.agreement)
    name_score = _name_score(row)
    shorter = min((words(row["matched_name"]), words(row["subject_name"])), key=lambda name: (len(name), name))
    rare = rulebook.common["rarity_below"]
    given_name_only = _given_name_only(row, subject)
    name = _name_agrees(row, name_score, rulebook)
    # a number of another country than its party's says less than one that agrees, unless the name agrees too
    by_number = row["matched_on"] == "identifier" and not (found.elsewhere and name != "agrees")
    facts = {
        "matched_on": row["matched_on"],
        "relation": row["relation"],
        "name_type": row["name_type"],
        "schema": row["schema"],
        "score": row["score"],
        "words": len(shorter),
        "letters": sum(map(len, shorter)),
        "distinctive": min(distinctive_words(row[name], rare) for name in ("matched_name", "subject_name")),
        "given_name_only": given_name_only,
        rating_rules.OTHER_FATHER: any(part["how"] == OTHER_FATHER for part in row["parts"] or ()),
        "name": name,
        "date": found.date,
        "day": found.day,
        "year": found.year,
        "country": found.country,
        "identifier": "agrees" if by_number else "absent" if row["matched_on"] == "identifier" else found.identifier,
        "address": found.address,
    }
    strength = rating_rules.strength(facts, rulebook)
    judged = priorities.of(
        row, entry, lambda ended: _in_force(ended, subject, settings.on), given_name_only=given_name_only
    )
    priority = judged.verdict
    notes = f" ({'; '.join(found.notes)}.)" if found.notes else ""
    return {
        "match_strength": strength.level,
        "priority": priority.level,
        "alert_id": alert_id(row["subject_id"], row["list_id"], row["entry_id"]),
        "binds_us": judged.binds_us,
        "name_agrees": facts["name"],
        "date_agrees": found.date,
        "country_agrees": found.country,
        "identifier_agrees": facts["identifier"],
        "address_agrees": found.address,
        "strength_rule": strength.rule,
        "priority_rule": priority.rule,
        "why": f"{strength.level.capitalize()}: {strength.why}{notes} "
        f"{priority.level.capitalize()} priority: {priority.why}",
    }


def _given_name_only(row: Mapping[str, Any], subject: records.SubjectRecord | None) -> bool:
    """Whether all that a story says of a person is a given name, which says next to nothing of who it is."""
    if row["matched_on"] != "name" or row["schema"] != "Person" or subject is None or subject.roles != [MENTION]:
        return False
    said = words(row["subject_name"])
    return len(said) == 1 and is_given_name(said[0])


def _name_agrees(row: Mapping[str, Any], score: float, rulebook: rating_rules.Rules) -> str:
    """Of a possible affiliate the name neither agrees nor contradicts: it is a longer name."""
    if row["relation"] == "possible_affiliate":
        return "absent"
    return agreement.name_agreement(score, rulebook.agreement)


def _name_score(row: Mapping[str, Any]) -> float:
    """The score of the two names; a match on an identifier says 1 whatever they are, so compare them."""
    if row["matched_on"] == "name":
        return float(row["score"])
    return _compared(row["subject_name"], row["matched_name"], row["schema"])


@lru_cache(maxsize=16384)
def _compared(ours: str, theirs: str, schema: str) -> float:
    from screening.matching import compare_names  # needed for matches on identifiers only, and slow to load

    return float(compare_names(ours, theirs, schema=schema).score)


def _in_force(ended: date | None, subject: records.SubjectRecord | None, on: date | None) -> bool:
    """Whether the measure stood on the date that matters: the story's or record's, else that of the screening.

    Not the list's: a copy of last year names orders that have ended since, and says when.
    """
    if ended is None:
        return True
    dates = subject.dated if subject and subject.dated else [on or datetime.now(UTC).date()]
    # of several stories the earliest matters: the party was still listed then
    return any(day <= ended for day in dates)
