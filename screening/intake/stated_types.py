"""What a cell says that a party is: a person, a company, a ship (``lists/words/party_types.tsv``)."""

from __future__ import annotations

from functools import cache, lru_cache

from screening.model import SCHEMAS
from screening.names.tokens import words
from screening.reference import table as knowledge


@lru_cache(maxsize=4096)
def stated_schema(text: str) -> str | None:
    """The schema that a cell states, or None where it is not understood."""
    exact = {schema.lower(): schema for schema in SCHEMAS}
    return exact.get(text.strip().lower()) or _party_types().get(" ".join(words(text)))


@cache
def _party_types() -> dict[str, str]:
    return {
        " ".join(words(word)): row["schema"]
        for row in knowledge("words/party_types.tsv").rows
        for word in row["words"].split(";")
    }
