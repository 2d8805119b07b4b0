"""Routes in one cell (``RIGA - MINSK - MOSCOW (UNLOADING)``): their stops, and where the goods are taken off."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from screening.names.folding import fold
from screening.names.places import country_code, place_concept
from screening.names.scripts import GLUED, GLUED_CHARACTER, script_of
from screening.names.tokens import words
from screening.reference import table

_BETWEEN: Final = re.compile(
    rf"\s+[-–—]+\s+|\s*(?:[-–—=]*>|→|⇒|»|—+)\s*|(?<={GLUED_CHARACTER})[-–－]+(?={GLUED_CHARACTER})|(?<={GLUED_CHARACTER})至(?={GLUED_CHARACTER})"
)
"""What stands between stops; a stroke without spaces is part of a name, but for a long one, or between characters."""
_FEWEST: Final = 3
"""Known places that make a chain of what strokes without spaces join: BAKU-TBILISI-KARS."""
_UNKNOWN: Final = 1
"""Pieces of a chain that no table knows at most."""
_LONGEST_NAME: Final = 4
"""Strokes and words of one place's name (Ростов-на-Дону)."""
_PIECES: Final = re.compile(r"[,;()/]")


def stops(cell: str) -> list[str]:
    """The stops of a route; the whole cell where it is none. Strokes without spaces part known places alone, of which
    there are several: ``RIGA-PSKOV-BISHKEK``, ``Гамбург–Ростов-на-Дону–Москва``.
    """
    apart = [stop for each in _BETWEEN.split(cell) if (stop := each.strip())]
    return (_chain(apart[0]) or apart) if len(apart) == 1 else apart


@lru_cache(maxsize=65536)
def _chain(text: str) -> list[str]:
    """The known places that strokes without spaces join, one unknown among them at most; empty where they are few."""
    for stroke in ("–", "-–"):
        pieces = [each.strip() for each in re.split(f"[{stroke}]", text)]
        found, known = [], 0
        while pieces:
            sizes = range(min(len(pieces), _LONGEST_NAME), 0, -1)
            size = next((size for size in sizes if _is_known("-".join(pieces[:size]))), 0)
            known += size > 0
            found.append("-".join(pieces[: size or 1]))
            pieces = pieces[size or 1 :]
        if known >= _FEWEST and len(found) - known <= _UNKNOWN:
            return found
    return []


def _is_known(piece: str) -> bool:
    """Whether a piece is a country or a place, or begins with one before a comma."""
    name = _PIECES.split(piece, maxsplit=1)[0].strip()
    return bool(name) and bool(country_code(name) or place_concept(name))


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
