"""Words of addresses in many languages: streets, house numbers, rooms, districts."""

from __future__ import annotations

from functools import cache

from screening.names.phrases import Phrase, forms
from screening.reference import table


@cache
def phrases() -> dict[Phrase, tuple[str, ...]]:
    """The kinds of each phrase of folded tokens, in the order of ``words/address_words.tsv``."""
    found: dict[Phrase, dict[str, None]] = {}
    for row in table("words/address_words.tsv").rows:
        for phrase in row["phrases"].split(";"):
            for form in forms(phrase):
                found.setdefault(form, {})[row["kind"]] = None
    return {form: tuple(kinds) for form, kinds in found.items()}


def kinds_of(phrase: Phrase) -> tuple[str, ...]:
    """What a phrase of folded tokens may be; nothing when it is no word of addresses."""
    return phrases().get(phrase, ())


@cache
def longest() -> int:
    """The number of tokens of the longest phrase."""
    return max(map(len, phrases()))


def is_street_word(token: str) -> bool:
    """Whether a folded token means a street, a road, a square."""
    return kinds_of((token,))[:1] == ("street",)


def is_region_word(token: str) -> bool:
    """Whether a folded token means a region, a province, a republic."""
    return kinds_of((token,))[:1] == ("region",)


@cache
def endings() -> tuple[tuple[str, str], ...]:
    """Endings that glued words bear (``straße``, ``路``, ``号``) with their kind, longest first."""
    rows = [row for row in table("words/address_words.tsv").rows if row["glued"] == "yes"]
    found = {form[0]: row["kind"] for row in rows for phrase in row["phrases"].split(";") for form in forms(phrase)}
    return tuple(sorted(found.items(), key=lambda pair: (-len(pair[0]), pair[0])))
