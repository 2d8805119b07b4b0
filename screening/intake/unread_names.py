"""Columns under headings nobody knows that hold names of parties: what stands there is not screened, and is told.

A guess from the cells, so that it reads nothing by itself: a column of relationship managers or of towns may look so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import Final

from screening.intake.lexicon import is_place
from screening.intake.party_cells import said
from screening.names.given import surname_length
from screening.names.parsing import mode_of
from screening.names.party_kinds import bears_legal_form, is_borne_by_persons
from screening.names.tokens import words

_LOOKED_AT: Final = 200
"""Different values of a column that are looked at."""
_ONE_IN: Final = 3
"""Of so many values one at least looks like a name: many firms are called by one word, which may be any."""
_DIFFERENT: Final = 20
"""So many different values are no choice of a few; of fewer most must stand there once."""
_LONGEST: Final = 120
_MOST_WORDS: Final = 8
_WORDS_OF_A_PERSON: Final = (2, 5)
_HAN_PERSON: Final = (2, 4)


def hold_names(cells: Iterable[str]) -> bool:
    """Whether a column holds names of parties: many different ones, with legal forms or given and family names."""
    found = Counter(text.strip() for text in cells if said(text.strip()))
    if len(found) < _DIFFERENT and 2 * len(found) <= found.total() and found.total() > 1:
        return False
    looked_at = list(islice(found, _LOOKED_AT))
    return bool(looked_at) and _ONE_IN * sum(map(_is_name, looked_at)) >= len(looked_at)


def _is_name(text: str) -> bool:
    if len(text) > _LONGEST or "@" in text or any(map(str.isdigit, text)):
        return False
    tokens = words(text)
    if not tokens or len(tokens) > _MOST_WORDS or is_place(text.lower()):
        return False
    if len(tokens) == 1:
        by_surname = _HAN_PERSON[0] <= len(text) <= _HAN_PERSON[1] and 0 < surname_length(text) < len(text)
        return by_surname or (not text.isascii() and len(text) > _HAN_PERSON[1] and bears_legal_form(text))
    if bears_legal_form(text):
        return True
    if not _WORDS_OF_A_PERSON[0] <= len(tokens) <= _WORDS_OF_A_PERSON[1]:
        return False
    return all(map(is_borne_by_persons, tokens)) or mode_of("LegalEntity", text) == "person"
