"""What the CSV and the JSON of the US Consolidated Screening List (trade.gov) have in common.

The list puts together thirteen lists of three departments. An id is ``source:entity_number``, the
source being its short name (``SDN:50839``); where there is no number it is derived from source, date or
citation, and name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from screening.watchlists import ofac
from screening.watchlists.dates import iso_date, whole_date
from screening.watchlists.derived import key
from screening.watchlists.draft import Draft, Entry, squeeze
from screening.watchlists.measures import measures_of
from screening.watchlists.remarks import take_apart

PUBLISHER = "US Department of Commerce, International Trade Administration"
LIST = "us_csl"
_SHORT = re.compile(r"\(([A-Z][A-Za-z-]+?)(?: List)?\)")
_CITATION = re.compile(r"\d+\s+F\.?\s?R\.?,?\s+\d+")
_NAMED = {"Non-SDN Chinese": "CMIC", "Menu-Based": "MBS"}
"""Sources whose short name has more than letters in it, by words of the long one."""


def short_name(source: str, draft: Draft) -> str:
    """The short name of a source: ``Entity List (EL) - Bureau of Industry and Security`` → ``EL``."""
    for words, short in _NAMED.items():
        if words in source:
            return short
    found = _SHORT.search(source)
    if found is None:
        draft.note("sources not known", source)
        return squeeze(source).split(" ")[0] or "unknown"
    return found[1]


def begin(draft: Draft, source: str, number: str, name: str, *, dated: str, citation: str) -> Entry:
    """Begin an entry under its id."""
    short = short_name(source, draft)
    if number := squeeze(number):
        taken = f"{short}:{number}"
        if taken in draft.entries:
            draft.note("entity numbers that stand there twice", taken)
            entry = draft.derived(taken)
            entry.id_origin = "publisher"
        else:
            entry = draft.entry(taken)
    else:
        found = _CITATION.search(citation)
        fixed = whole_date(dated) or (found[0] if found else squeeze(citation))
        entry = draft.derived(key(short, fixed, name))
    entry.add("programmes", short)
    return entry


def schema_of(kind: str, draft: Draft) -> str:
    """The schema for the list's type of party; most of its sources give none."""
    return ofac.schema_of(kind, draft) if squeeze(kind) else "LegalEntity"


def finish(
    entry: Entry,
    draft: Draft,
    *,
    started: str,
    ended: str,
    citation: str,
    requirement: Sequence[str],
    remarks: str,
) -> None:
    """Set dates, legal basis and measures once everything else is known."""
    if remarks := squeeze(remarks):
        if entry.id_origin == "publisher":  # one of the Treasury's lists
            take_apart(remarks, entry, draft)
        entry.remarks = remarks
    entry.listed_on = entry.listed_on or whole_date(started)
    entry.ended_on = whole_date(ended)
    for label, text in (("start date", started), ("end date", ended)):
        if squeeze(text) and whole_date(text) is None:
            entry.add("not_understood", f"{label} {text}")
    entry.add("legal_basis", citation, *requirement)
    said = [*entry.programmes[1:], *entry.legal_basis, entry.remarks or ""]
    entry.measures = measures_of(LIST, entry.programmes[:1], said, entry.schema)


def add_birth_date(entry: Entry, text: str) -> None:
    """Add a date of birth."""
    iso = iso_date(text)
    entry.add("birth_dates" if iso else "not_understood", iso or f"date of birth {text}")
