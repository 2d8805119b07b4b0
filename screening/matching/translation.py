"""Words of another language that no table knows, beside words of business in Latin letters that nothing answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from screening.matching.similarity import Likeness
from screening.names.parsing import Part

MOST_WORDS: Final = 2
SURE: Final = 0.9
SHORTEST: Final = 4
ANCHORS: Final = frozenset({"name", "place"})
TRADES: Final = frozenset({"descriptor", "generic"})


def is_untranslated(part: Part) -> bool:
    """Whether a part is one word of no known meaning, in an alphabet other than the Latin."""
    return (
        part.kind == "name"
        and not part.concepts
        and len(part.words) == 1
        and len(part.text) >= SHORTEST
        and part.words[0].script in {"Cyrillic", "Georgian", "Armenian", "Greek", "Arabic"}
    )


def are_trades(parts: Sequence[Part]) -> bool:
    """Whether parts are one or two words of business in Latin letters."""
    return 0 < len(parts) <= MOST_WORDS and all(part.kind in TRADES and part.text.isascii() for part in parts)


def is_anchored(pairs: Sequence[tuple[Part, Part, Likeness]]) -> bool:
    """Whether a name or place is answered, and a word of business beside it."""
    sure = [(one.kind, other.kind) for one, other, like in pairs if like.value >= SURE]
    return any(set(kinds) & ANCHORS for kinds in sure) and any(set(kinds) <= TRADES for kinds in sure)
