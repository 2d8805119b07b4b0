"""Two names scored where either may hold several ("… formerly known as …"): the best of all pairs counts."""

from __future__ import annotations

from itertools import product

from screening.matching.scoring import Score, score
from screening.names.other_names import is_short_for, is_within, names_within
from screening.names.parsing import mode_of, parse


def best_score(left: str, right: str, schema: str) -> Score:
    """The best score of the names in two texts; of equal ones that of the texts as they stand."""
    scored = []
    for ours, theirs in product(names_within(left), names_within(right)):
        if is_short_for(ours, left) and is_short_for(theirs, right):
            continue  # both texts say what the letters stand for: that decides (CNE, CNE)
        mode = mode_of(schema, ours, theirs)
        scored.append((score(parse(ours, mode), parse(theirs, mode)), ours, theirs))
    best, *names = max(scored, key=lambda each: each[0].value)
    within = [is_within(name, text) for name, text in zip(names, (left, right), strict=True)]
    for name, text, own, others in zip(names, (left, right), within, reversed(within), strict=True):
        best = best if own else best.told_of(text, name, literally=others)
    return best
