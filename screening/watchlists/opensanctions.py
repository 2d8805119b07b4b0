"""What OpenSanctions' three formats have in common: FollowTheMoney's schemata, topics, and whose list
it is."""

from __future__ import annotations

from collections.abc import Iterable

from screening.watchlists.draft import Draft, Entry
from screening.watchlists.source import Source

PUBLISHER = "OpenSanctions"
SCHEMATA = {
    "Person": "Person",
    "Company": "Company",
    "Organization": "Organization",
    "PublicBody": "Organization",
    "LegalEntity": "LegalEntity",
    "Vessel": "Vessel",
    "Airplane": "Airplane",
}
"""FollowTheMoney's schemata of parties and ships; all others describe how these hang together."""
_STOCK_NAMES = ("targets", "entities", "senzing", "statements")
"""How OpenSanctions calls its files: a list of that name is called after its publisher."""


def begin(source: Source, draft: Draft) -> None:
    """Set publisher and id."""
    draft.publisher = PUBLISHER
    if source.stem in _STOCK_NAMES:
        draft.list_id = "opensanctions"


def schema_of(text: str, draft: Draft) -> str:
    """The schema for FollowTheMoney's; anything that is no party is counted and kept as not known
    which."""
    found = SCHEMATA.get(text)
    if found is None:
        draft.note("types of party not known", text)
    return found or "LegalEntity"


def add_countries(entry: Entry, draft: Draft, codes: Iterable[str]) -> None:
    """Add countries by their codes; OpenSanctions writes them in lower case, with a few of its own."""
    entry.add("countries", *(draft.country(code.upper() if len(code) == 2 else code) for code in codes))
