"""Phrases of the knowledge tables as the folded tokens names are compared by, with their inflected forms.

A table row holds a phrase as people write it, and may name a paradigm of ``words/inflections.tsv``; then the phrase
is one word without its ending, and known with each ending of the paradigm. Stems keep the tables short and leave
nothing to guess: a form that no paradigm makes is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from string import ascii_lowercase

from screening.errors import KnowledgeError
from screening.names.folding import fold
from screening.names.letters import russian_letters
from screening.names.tokens import words
from screening.reference import table

Phrase = tuple[str, ...]


def alternatives(phrases: Iterable[str]) -> str:
    """Phrases as they are written, as alternatives of a pattern: the longest first, any spaces between their words."""
    found = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in found)


@cache
def endings(paradigm: str) -> frozenset[str]:
    """Give the folded endings of a paradigm.

    Raises:
        KnowledgeError: The paradigm is not in ``words/inflections.tsv``.
    """
    found = _endings().get(paradigm)
    if found is None:
        raise KnowledgeError(
            f"a table names the paradigm {paradigm!r}, which words/inflections.tsv does not have",
            remedy="add the paradigm or mend its name",
        )
    return frozenset(found)


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    """Endings by paradigm, folded; an ending written ``-`` is the bare stem."""
    return {
        row["paradigm"]: tuple(
            dict.fromkeys("" if ending == "-" else fold(ending) for ending in row["endings"].split())
        )
        for name in ("inflections", "inflections_nouns")
        for row in table(f"words/{name}.tsv").rows
    }


def forms(phrase: str) -> list[Phrase]:
    """Give the folded token sequence a phrase of a table stands for; nothing when folding leaves nothing."""
    if phrase and not (phrase.strip(ascii_lowercase) and phrase.strip(russian_letters())):
        return [(phrase,)]  # folding changes nothing, and most rows are so
    tokens = tuple(words(phrase))
    return [tokens] if tokens else []


def cells(text: str) -> list[str]:
    """Split a cell that holds several values, separated by semicolons."""
    return [part for part in (piece.strip() for piece in text.split(";")) if part]
