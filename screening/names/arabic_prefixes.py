"""What Arabic writes together with the word behind it, in its own script and in Latin letters."""

from __future__ import annotations

from functools import cache
from typing import Literal

from screening.reference import table

Kind = Literal["word", "short", "name", "servant", "article", "article_sound", "sun_letter"]


@cache
def prefixes(kind: Kind) -> dict[str, str]:
    """The folded prefixes of a kind (``words/arabic_prefixes.tsv``) and what stands in their place without them.

    They come in the order of the table, which is that in which they are to be tried.
    """
    return {row["written"]: row["instead"] for row in table("words/arabic_prefixes.tsv").rows if row["kind"] == kind}
