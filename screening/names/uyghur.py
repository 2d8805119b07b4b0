"""Uyghur names in the Arabic script, with all their vowels, in Latin letters: ئابلىكىم مەمەت is Ablikim Memet.

Folding makes one letter of several vowels, as Arabic and Persian have fewer; so the text is read before it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from screening.names.scripts import char_script
from screening.reference import table

LONGEST: Final = 200
SCRIPT: Final = "Arabic"
OWN: Final = "own"
INNER: Final = "inner"
_WAYS: Final = ("latin", "usual")


@lru_cache(maxsize=1 << 14)
def in_latin(name: str) -> tuple[str, ...]:
    """A name in Uyghur letters in the official Latin ones and, where that is another, as English papers spell it;
    nothing for other names.
    """
    if name.isascii() or len(name) > LONGEST:
        return ()
    text = unicodedata.normalize("NFC", name)
    if not _sign().search(text) or any(char_script(char) == SCRIPT and char not in _letters() for char in text):
        return ()
    written = ("".join(_letters().get(char, (char, char))[way] for char in text) for way in range(len(_WAYS)))
    return tuple(dict.fromkeys(each.title() for each in written))


@cache
def _letters() -> dict[str, tuple[str, str]]:
    """By letter, how each of two ways writes it."""
    rows = table("scripts/uyghur_letters.tsv").rows
    return {row["letter"]: (row["latin"], row["usual"] or row["latin"]) for row in rows}


@cache
def _sign() -> re.Pattern[str]:
    """What tells the language: a letter that few others have, or one within a word that others end words in."""
    rows = table("scripts/uyghur_letters.tsv").rows
    own, inner = ("".join(row["letter"] for row in rows if row["sign"] == kind) for kind in (OWN, INNER))
    return re.compile(rf"[{own}]|[{inner}](?=[^\W\d_])")
