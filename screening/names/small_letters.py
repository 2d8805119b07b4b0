"""Words in small letters, as the word lists have them."""

from __future__ import annotations


def lower(text: str) -> str:
    """The word as the lists have it: lower case, straight apostrophe, without the dot a Turkish İ
    leaves."""
    return text.replace("’", "'").replace("ʼ", "'").replace("ʻ", "'").lower().replace("i̇", "i")
