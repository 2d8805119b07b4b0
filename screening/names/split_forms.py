"""Legal forms of several words that say what a firm trades or makes as well: "trading company"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from screening.names.concepts import is_whole
from screening.names.vocabulary import Meaning, meanings

BRANCH: Final = "branch"
SPLITTABLE: Final = frozenset({"legal_form", "generic"})


def split_form(meaning: Meaning, taken: Sequence[str]) -> tuple[Sequence[str], ...]:
    """A phrase for a legal form taken apart, so that the trade in it is not lost; nothing for other phrases, nor where
    there is none in it ("representative office").
    """
    if meaning.kind not in SPLITTABLE or meaning.concept == BRANCH or is_whole(meaning.concept):
        return ()
    return form_and_trade(meaning, taken)


def form_and_trade(meaning: Meaning, taken: Sequence[str]) -> tuple[Sequence[str], ...]:
    """A firm's word and what it trades or makes, in their order, of which a phrase of two words consists ("trading
    company"), or a longer one that means what the firm's word does (kənd təsərrüfatı kooperativi); else nothing.
    """
    for at in (1, len(taken) - 1) if len(taken) > 1 else ():
        pieces = taken[:at], taken[at:]
        for form, trade in (pieces, pieces[::-1]):
            if len(form) == 1 and _is_form(form[0], meaning, alone=len(trade) == 1) and _is_trade(trade):
                return pieces
    return ()


def _is_form(word: str, meaning: Meaning, *, alone: bool) -> bool:
    """Whether a word is surely a legal form, beside more than one other word that of the whole phrase."""
    found = (m for m in meanings(word) if m.kind == "legal_form" and not m.ambiguous)
    return any(alone or m.concept == meaning.concept for m in found)


def _is_trade(phrase: Sequence[str]) -> bool:
    return any(m.kind == "descriptor" and not m.ambiguous for m in meanings(*phrase))
