"""What is known of a subject and of an entry, in a form that can be kept, hashed and compared field by field.

Every field is a sorted list of texts. Only the fields named here make an alert another one when they change: a new
remark or web address of the publisher is no new fact about a party.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

SUBJECT_FIELDS: Final = {
    "name": "name",
    "schema": "type",
    "countries": "country",
    "dates": "date",
    "addresses": "address",
    "identifiers": "identifier",
}
ENTRY_FIELDS: Final = {
    "name": "primary name",
    "aliases": "alias",
    "weak_aliases": "weak alias",
    "schema": "type",
    "identifiers": "identifier",
    "dates": "date",
    "countries": "country",
    "addresses": "address",
    "programmes": "programme",
    "measures": "measure",
    "ended_on": "end date",
}
FLAG_FIELDS: Final = {"flags": "flag", "reasons": "reason", "records": "records"}
COMPARED_FIELDS: Final = {
    "matched_name": "matched name",
    "name_type": "name type",
    "matched_on": "matched on",
    "relation": "relation",
    "score": "score",
    "match_strength": "match strength",
    "priority": "priority",
    "agreements": "agreement",
    "explanation": "explanation",
}
_IDENTIFIER: Final = re.compile(r"(?P<type>\D*?)\s*(?P<number>\S*\d.*?)(?:\s+\((?P<country>[A-Z]{2})\))?")
_SHOWN: Final = 3
"""Values of one field that a reason names; the evidence has all."""
_LONGEST: Final = 80


def texts(values: Iterable[Any]) -> list[str]:
    """Each value once, as text in one line, sorted."""
    return sorted({" ".join(str(value).split()) for value in values if value not in (None, "")})


def identifiers(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """Identifiers as lines: ``Tax ID No. 7701234567 (RU)``."""
    return texts(
        f"{row['type']} {row['number']}" + (f" ({row['country']})" if row.get("country") else "") for row in rows
    )


def identifier_rows(lines: Iterable[str]) -> list[dict[str, Any]]:
    """The type, number and country of identifiers that `identifiers` wrote; lines without a digit are left out."""
    return [told.groupdict() for line in lines if (told := _IDENTIFIER.fullmatch(line)) is not None]


def changes(before: Mapping[str, Any], after: Mapping[str, Any], fields: Mapping[str, str]) -> list[str]:
    """What differs between two pieces of evidence, field by field, in words; empty where nothing does."""
    said = []
    for key, word in fields.items():
        old, new = _list(before.get(key)), _list(after.get(key))
        gone, come = [each for each in old if each not in new], [each for each in new if each not in old]
        if not gone and not come:
            continue
        if len(gone) == 1 and len(come) == 1:
            said.append(f"{word} {_quoted(gone)} became {_quoted(come)}")
            continue
        if come:
            said.append(f"{word} added: {_quoted(come)}")
        if gone:
            said.append(f"{word} removed: {_quoted(gone)}")
    return said


def _list(value: Any) -> Sequence[str]:
    if value is None or value == "":
        return ()
    return [str(each) for each in value] if isinstance(value, list | tuple) else [str(value)]


def _quoted(values: Sequence[str]) -> str:
    shown = [value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…" for value in values[:_SHOWN]]
    more = f" and {len(values) - _SHOWN:,} more" if len(values) > _SHOWN else ""
    return ", ".join(shown) + more
