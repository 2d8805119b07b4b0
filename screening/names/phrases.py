"""Phrases of the knowledge tables as the folded tokens names are compared by, with their inflected forms.

A table row holds a phrase as people write it, and may name a paradigm of ``words/inflections.tsv``; then the phrase
is a stem and stands for one form per ending. Listing stems keeps the tables short and leaves nothing to guess:
a form that no paradigm makes is not known.
"""

from __future__ import annotations

from functools import cache

from screening.errors import KnowledgeError
from screening.names.folding import fold
from screening.names.tokens import words
from screening.reference import table

Phrase = tuple[str, ...]


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    """Endings by paradigm, folded; an ending written ``-`` is the bare stem."""
    return {
        row["paradigm"]: tuple(
            dict.fromkeys("" if ending == "-" else fold(ending) for ending in row["endings"].split())
        )
        for row in table("words/inflections.tsv").rows
    }


def forms(phrase: str, paradigm: str = "") -> list[Phrase]:
    """Give the folded token sequences a phrase of a table stands for: one, or one per ending of its paradigm.

    Raises:
        KnowledgeError: The paradigm is not in ``words/inflections.tsv``.
    """
    tokens = tuple(words(phrase))
    if not tokens:
        return []
    if not paradigm:
        return [tokens]
    endings = _endings().get(paradigm)
    if endings is None:
        raise KnowledgeError(
            f"the phrase {phrase!r} names the paradigm {paradigm!r}, which words/inflections.tsv does not have",
            remedy="add the paradigm or mend its name",
        )
    head, stem = tokens[:-1], tokens[-1]
    return [(*head, stem + ending) for ending in endings]


def cells(text: str) -> list[str]:
    """Split a cell that holds several values, separated by semicolons."""
    return [part for part in (piece.strip() for piece in text.split(";")) if part]
