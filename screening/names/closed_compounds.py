"""Two words of business written as one, as Germanic and Hungarian names have them: Fischhandel, Acélkereskedelmi.

The tables know the usual ones whole; of the others each half is known.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from screening.names.concepts import is_emblem
from screening.names.in_use import is_listed
from screening.names.rarity import is_known
from screening.names.vocabulary import meanings, meanings_as_written

SHORTEST: Final = 9
"""Letters of a word of two halves."""
SHORTEST_HALF: Final = 4
LINKS: Final = ("", "s", "n", "en", "es", "e")
"""Letters between the halves, as German, Dutch and the languages of the North join them."""


@lru_cache(maxsize=1 << 16)
def halves(token: str) -> tuple[str, str] | None:
    """The two words of business that a folded Latin word is made of, the longest second one; None where it is not.

    A word with a meaning of its own, or that somebody bears, stays whole.
    """
    if len(token) < SHORTEST or not (token.isascii() and token.isalpha()):
        return None
    for at in range(SHORTEST_HALF, len(token) - SHORTEST_HALF + 1):
        if not _is_trade(token[at:]):
            continue
        for link in LINKS:
            first = token[:at].removesuffix(link) if link else token[:at]
            if (not link or first != token[:at]) and len(first) >= SHORTEST_HALF and _is_trade(first):
                own = meanings(token) or is_known(token) or is_listed(token)
                return None if own else (first, token[at:])
    return None


@lru_cache(maxsize=1 << 15)
def _is_trade(word: str) -> bool:
    """Whether a word says what a firm does, and nothing else."""
    said = meanings_as_written(word)
    return bool(said) and all(
        each.kind == "descriptor" and not each.ambiguous and not is_emblem(each.concept) for each in said
    )
