"""Two names scored where either may hold several ("… formerly known as …"): the best of all pairs counts."""

from __future__ import annotations

from screening.matching.scoring import Score, score
from screening.names.other_names import names_within
from screening.names.parsing import mode_of, parse


def best_score(left: str, right: str, schema: str) -> Score:
    """The best score of the names in two texts; of equal ones that of the texts as they stand."""
    pairs = ((ours, theirs) for ours in names_within(left) for theirs in names_within(right))
    found = []
    for ours, theirs in pairs:
        mode = mode_of(schema, ours, theirs)
        found.append(score(parse(ours, mode), parse(theirs, mode)))
    return max(found, key=lambda each: each.value)
