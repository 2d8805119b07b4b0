"""Public bodies that need not say whose they are: their legal form is one of a single state (LEPL, სსიპ: Georgia)."""

from __future__ import annotations

from screening.matching.alignment import Alignment
from screening.names.form_countries import states_of
from screening.names.own_state import is_public_body


def is_of_one_state(alignment: Alignment) -> bool:
    """Whether two names are of a body of which a state has one, each with a legal form of the same state alone."""
    bodies = any(is_public_body(each) for pair in alignment.pairs for part in pair.left for each in part.concepts)
    return bodies and any(
        not states_of(pair.left[0].text).isdisjoint(states_of(pair.right[0].text))
        for pair in alignment.pairs
        if pair.left[0].kind == pair.right[0].kind == "legal_form"
    )
