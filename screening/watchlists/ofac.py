"""What OFAC's several formats have in common.

An entity of OFAC's is an ``Organization``: the list says that it is no person, ship or aircraft, and not
whether it is a company; ``Organization`` is compared with companies anyway, and ``LegalEntity`` would be
compared with persons too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from screening.errors import ListError
from screening.watchlists.draft import Draft, Entry
from screening.watchlists.measures import measures_of
from screening.watchlists.remarks import take_feature
from screening.watchlists.source import RawFile

PUBLISHER = "US Department of the Treasury, Office of Foreign Assets Control"
SDN, CONS = "us_ofac_sdn", "us_ofac_cons"
NON_SDN = frozenset({"NS-PLC", "CMIC-EO13959", "561-Related", "UKRAINE-EO13662"})
"""Programmes that most entries of the consolidated non-SDN list have, and few SDNs."""
TYPES = {"individual": "Person", "entity": "Organization", "vessel": "Vessel", "aircraft": "Airplane"}


def schema_of(text: str, draft: Draft) -> str:
    """The schema for OFAC's type of party, none being an entity."""
    found = TYPES.get(text.strip().lower() or "entity")
    if found is None:
        draft.note("types of party not known", text)
        return "LegalEntity"
    return found


def finish(entry: Entry, list_id: str, said: Iterable[str] = ()) -> None:
    """Set the measures once programmes and legal basis are known."""
    words = [*entry.legal_basis, *said, entry.remarks or ""]
    entry.measures = measures_of(list_id, entry.programmes, words, entry.schema)
    entry.url = f"https://sanctionssearch.ofac.treas.gov/Details.aspx?id={entry.entry_id}"


def feature(entry: Entry, draft: Draft, kind: str, value: str, *, place: str = "", **more: str | None) -> None:
    """Take one labelled fact of the XML formats: a document, or what the remarks of the CSV say with the
    same label."""
    if not take_feature(entry, draft, kind, value, place=place, **more):
        entry.add("not_understood", f"{kind} {value}")


def list_of(draft: Draft) -> str:
    """Which of OFAC's two lists a file is that does not say so.

    Every programme of the non-SDN list can stand beside a blocking one in an SDN entry, so one entry
    decides nothing; the consolidated list is the one where most entries have such a programme.
    """
    votes = Counter(any(p in NON_SDN for p in entry.programmes) for entry in draft.entries.values())
    return CONS if votes[True] > votes[False] else SDN


def count_must_be(expected: str, number: int, file: RawFile) -> None:
    """Refuse a file that holds another number of entries than it says."""
    if expected.isdigit() and int(expected) != number:
        raise ListError(
            f"says it holds {expected} entries and holds {number}",
            where=file.where,
            remedy="download the list again",
        )
