"""Two names compared, with the reasons: the public face of the matcher for a single pair."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from screening.matching.explanation import explain
from screening.matching.scores import Points
from screening.matching.several import best_score
from screening.matching.weights import weights
from screening.model import schema_named

DEFAULT_THRESHOLD: float = weights().threshold
"""A pair of names that scores at least this is a hit."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing two names gave.

    Attributes:
        score: In [0, 1].
        relation: ``same_party`` from the default threshold on; ``possible_affiliate`` where one name holds all the
            distinctive words of the other and more of its own; else None.
        explanation: The sum in one line of words.
        parts: The lines of the sum; their points add up to the score.
        holds_right: The left name holds all distinctive words of the right one, and more of its own.
        holds_left: The same, the other way round.
    """

    score: float
    relation: str | None
    explanation: str
    parts: tuple[Points, ...]
    holds_right: bool = False
    holds_left: bool = False


def compare_names(left: str, right: str, *, schema: str = "LegalEntity") -> Comparison:
    """Compare two names of parties of the given schema; the order of the two does not matter to the score.

    Args:
        left: A name in any script, as found.
        right: Another, as listed.
        schema: Person, Company, Organization, LegalEntity (not known which), Vessel or Airplane.

    Raises:
        InputError: There is no such schema.
    """
    return _compare(left, right, schema_named(schema))


@lru_cache(maxsize=1 << 14)
def _compare(left: str, right: str, schema: str) -> Comparison:
    result = best_score(left, right, schema)
    relation = None
    if result.value >= DEFAULT_THRESHOLD:
        relation = "same_party"
    elif result.holds_right or result.holds_left:
        relation = "possible_affiliate"
    return Comparison(result.value, relation, explain(result), result.lines, result.holds_right, result.holds_left)
