"""Words in the descriptions of goods: how a description is made plain, and terms as patterns that find them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

import polars as pl

LONGEST: Final = 4_000
"""Characters of a description that are read; what is longer repeats itself."""
_GLUED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def plain(text: str, longest: int | None = LONGEST) -> str:
    """A description as it is searched: lower case, without accents. The same as `plain_column` on a column."""
    decomposed = unicodedata.normalize("NFKD", text[:longest].lower())
    bare = "".join(char for char in decomposed if unicodedata.category(char)[0] != "M")
    return bare.replace("ı", "i").replace("'", "").replace("’", "").replace("ʻ", "").replace("‘", "")


def plain_column(column: pl.Expr) -> pl.Expr:
    """The same as `plain` for a column of text."""
    return (
        column.str.slice(0, LONGEST)
        .str.to_lowercase()
        .str.normalize("NFKD")
        .str.replace_all(r"\p{M}", "")
        .str.replace_all("ı", "i")
        .str.replace_all("['’ʻ‘]", "")
    )


def pattern_of(term: str) -> str:
    """A term as a pattern that Python and Rust read alike: words in order, ``*`` for any ending."""
    words = []
    for word in plain(term).replace("-", " ").split():
        ending = r"\w*" if word.endswith("*") else ""
        words.append(re.escape(word.rstrip("*")) + ending)
    joined = r"[\W_]+".join(words)
    return joined if _GLUED.search(term) else rf"\b{joined}\b"
