"""What a pair may score at most is seldom less than what it scores, where that is a match."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import numpy as np
import pytest

from screening.matching import DEFAULT_THRESHOLD
from screening.matching.candidates import ModeIndex
from screening.matching.holdings import family
from screening.matching.name_index import MARGIN, limits
from screening.matching.scoring import score
from screening.names.parsing import mode_of, parse

LABELLED = Path(__file__).parents[2] / "bench" / "labelled"
PAIRS = 300
MOST_MISSED, MOST_TOO_LOW = 0.01, 0.055
"""Of the pairs that match: shares that the index does not think of, and that score more than it thinks."""


def _bent(rng: random.Random, name: str) -> str:
    """A name with a letter or a blank dropped, at times its words turned round."""
    at = rng.randrange(len(name))
    words = (name[:at] + name[at + 1 :]).split()
    return " ".join(reversed(words) if rng.random() < 0.5 else words) or name


def _labelled() -> list[tuple[str, str, str]]:
    """Pairs of names that mean one party, with their schema, bent ones beside them."""
    rng = random.Random(8)
    pairs = []
    for path in sorted(LABELLED.glob("*_pairs.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            pairs += [
                (row["left"], row["right"], row["schema"]) for row in csv.DictReader(file) if row["label"] == "match"
            ]
    pairs = rng.sample(pairs, PAIRS)
    return pairs + [(_bent(rng, right), right, schema) for _, right, schema in pairs]


def _bound(query: str, listed: str, schema: str) -> float | None:
    """The most that the index thinks the pair can score; None where it does not think of it."""
    mode = mode_of(schema, query, listed)
    found = ModeIndex.build([listed], [schema], mode).search(
        [query], {schema: np.array([0])}, limits(mode, DEFAULT_THRESHOLD), np.array([False])
    )
    return float(found.bound[0]) if len(found.query) else None


def test_a_match_is_likely_and_scores_no_more_than_its_bound() -> None:
    matches, missed, too_low = 0, [], []
    for left, right, schema in _labelled():
        its = family(schema)
        mode = mode_of(its, left, right)
        value = score(parse(left, mode), parse(right, mode)).value
        if value < DEFAULT_THRESHOLD:
            continue
        matches += 1
        bound = _bound(left, right, its)
        if bound is None:
            missed.append((left, right, value))
        elif bound + MARGIN < value:
            too_low.append((left, right, value, bound))
    assert matches > PAIRS
    assert len(missed) <= MOST_MISSED * matches, missed
    assert len(too_low) <= MOST_TOO_LOW * matches, too_low


@pytest.mark.parametrize(
    ("query", "listed", "schema"),
    [
        ("Qamar Pen General Tradng", "Qamar Pen General Trading", "Organization"),  # a word of a phrase, misspelt
        ("Tradng General Qamar Pen", "Qamar Pen General Trading", "Organization"),
        ("Electric Nil", "Nile Electric", "Organization"),  # a short word without its end
        ("Liban Trading", "Liibaan Trading", "Organization"),  # a word of business heard like a name
        ("Bank Tosee Saderat", "Bank Toseyeh Saderat", "Organization"),
        ("Peyvastkar Reza", "Payvast Kar Reza", "Person"),  # written together, a letter apart
        ("Dovlatabadi Abbas", "Abbas Dolat-Abadi", "Person"),
        ("Tajideen Qasim", "Taji al-Din, Kassim", "Person"),
        ("Mostafa Vali Nejad", "Mostafanejad, Vali", "Person"),  # written together over a name
        ("Winsun NPG Shanghai", "Winsun Nonwoven Products Group Shanghai", "Organization"),  # initials of some words
        ("Hael al-Assd", "Hael al-Asad", "Person"),  # a key struck for its neighbour in a short word
        ("Floribert Njabu Ngabu", "Floribert Ndjabu", "Person"),  # a name more, itself like another
    ],
)
def test_a_pair_that_matches_is_thought_of(query: str, listed: str, schema: str) -> None:
    mode = mode_of(schema, query, listed)
    assert score(parse(query, mode), parse(listed, mode)).value >= DEFAULT_THRESHOLD
    assert _bound(query, listed, schema) is not None
