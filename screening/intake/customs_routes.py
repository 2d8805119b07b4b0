"""Routes in one cell (``RIGA - MINSK - MOSCOW (UNLOADING)``): their stops, and where the goods are taken off."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from screening.names.folding import fold
from screening.names.scripts import GLUED, GLUED_CHARACTER, script_of
from screening.names.tokens import words
from screening.reference import table

_BETWEEN: Final = re.compile(
    rf"\s+[-–—]+\s+|\s*(?:[-–—=]*>|→|⇒|»|—+)\s*|(?<={GLUED_CHARACTER})[-–－]+(?={GLUED_CHARACTER})|(?<={GLUED_CHARACTER})至(?={GLUED_CHARACTER})"
)
"""What stands between stops; a stroke without spaces is part of a name, but for a long one, or between characters."""
_PIECES: Final = re.compile(r"[,;()/]")


def stops(cell: str) -> list[str]:
    """The stops of a route; the whole cell where it is none."""
    return [stop for each in _BETWEEN.split(cell) if (stop := each.strip())]


@lru_cache(maxsize=4096)
def unloaded_at(cell: str) -> str | None:
    """The place beside a word of unloading at the end of a route; None where there is no such word, or no place beside
    it. What is taken off before the last stop is only moved to another carriage.
    """
    pieces = [each for part in _PIECES.split(stops(cell)[-1] if stops(cell) else "") if (each := part.strip())]
    for at in range(len(pieces) - 1, -1, -1):
        if _says_so(pieces[at]):
            beside = [pieces[at], *([pieces[at - 1]] if at else [])]
            return next((place for each in beside if (place := _without(each))), None)
    return None


@cache
def _words() -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of ``lists/words/unloading_words.tsv``, folded; and those of scripts without spaces."""
    said = [word.strip() for row in table("words/unloading_words.tsv").rows for word in row["words"].split(";")]
    inside = tuple(word for word in said if script_of(word) in GLUED)
    return frozenset(" ".join(words(word)) for word in said if word not in inside), inside


def _says_so(piece: str) -> bool:
    spaced, inside = _words()
    said = f" {' '.join(words(piece))} "
    return any(word in piece for word in inside) or any(f" {word} " in said for word in spaced)


def _without(piece: str) -> str:
    """What is left of a piece without its words of unloading."""
    spaced, inside = _words()
    for word in inside:
        piece = piece.replace(word, " ")
    single = {part for word in spaced for part in word.split()}
    kept = [each for each in piece.split() if fold(each).strip(" .:") not in single]
    return " ".join(kept).strip(" .:-–—") if any(char.isalpha() for each in kept for char in each) else ""
