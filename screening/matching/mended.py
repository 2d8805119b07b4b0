"""Words of a name that were not read as they are written: a scanner's digit, a slip, letters of two alphabets, a legal
form that a field cut off.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

from screening.names.parsing import name_words
from screening.names.scripts import is_mixed
from screening.names.tokens import tokenise


@lru_cache(maxsize=1 << 12)
def mended(name: str) -> tuple[tuple[str, str], ...]:
    """Words of a name as they are written, and how they are read where that is otherwise."""
    tokens = tokenise(name)
    written, read = [token.text for token in tokens], list(name_words(name))
    mixed = [(token.raw, f"{token.text}, in letters of two alphabets") for token in tokens if is_mixed(token.raw)]
    if written == read:
        return tuple(mixed)
    changes = SequenceMatcher(None, written, read, autojunk=False).get_opcodes()
    return (
        *mixed,
        *(
            (" ".join(written[low:high]), " ".join(read[start:end]))
            for change, low, high, start, end in changes
            if change == "replace"
        ),
    )
