"""A shop, a hotel or a brand in one text with the firm that runs it: Магазин «Форсаж», ООО «Балтик Авто Партс».

The firm is the party. What its shop is called may be what another firm is called.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from screening.names.phrases import Phrase, forms
from screening.names.separators import has_form
from screening.names.tokens import words
from screening.names.vocabulary import TRADES, segment
from screening.reference import table

QUOTED: Final = re.compile(r"[«„“”\"'‘「《]\s*([^«»„“”\"「」《》]{2,}?)\s*[»“”\"'’」》]?\s*$")
"""A name in quotation marks at the end of a text; a bracket may have taken the last of them."""
_OPENING: Final = frozenset("«„“”\"'‘「《")
_TWO: Final = (
    re.compile(r"(?P<one>[^()（）]+?)\s*[(（](?P<other>[^()（）]+)[)）]"),
    re.compile(r"(?P<one>[^,]+),\s*(?P<other>[^,]+)"),
    re.compile(r"(?P<one>.+?)\s+[-–—]\s+(?P<other>.+)"),
)
"""What stands between the two: brackets around either, a comma, a dash."""
_SMALL: Final = frozenset({"stopword", "place", "country"})


@lru_cache(maxsize=1 << 14)
def operator_of(text: str) -> str | None:
    """The firm that runs the outlet or owns the brand named beside it in a text; None where it names no such two."""
    stripped = text.strip()
    if _OPENING.isdisjoint(text):
        return None
    for between in _TWO:
        found = between.fullmatch(stripped)
        if found is None:
            continue
        one, other = found["one"].strip(), found["other"].strip()
        for firm, outlet in ((other, one), (one, other)):
            if _is_firm(firm) and _is_outlet(outlet):
                return firm
    return None


def _is_firm(text: str) -> bool:
    """Whether this is a legal form and more, and no outlet of its own."""
    return has_form(text) and not _is_outlet(text)


def _is_outlet(text: str) -> bool:
    """Whether this is what an outlet is, and then its name in quotation marks."""
    quoted = QUOTED.search(text)
    if quoted is None or not quoted.start():
        return False
    concepts, phrases = _outlets()
    tokens = words(text[: quoted.start()])
    if tuple(tokens) in phrases:
        return True
    said = segment(tokens)
    if not all(any(m.kind in TRADES | _SMALL for m in each.meanings) for each in said):
        return False
    return any(m.kind in TRADES and m.concept in concepts for each in said for m in each.meanings)


@cache
def _outlets() -> tuple[frozenset[str], frozenset[Phrase]]:
    """The concepts and the folded phrases that say what an outlet is."""
    rows = table("words/outlets.tsv").rows
    concepts = frozenset(row["said"] for row in rows if row["sort"] == "concept")
    phrases = (form for row in rows if row["sort"] == "phrase" for form in forms(row["said"]))
    return concepts, frozenset(phrases)
