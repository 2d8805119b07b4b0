"""Countries as publishers write them, as ISO 3166 alpha-2 codes."""

from __future__ import annotations

from functools import lru_cache

from screening.errors import KnowledgeError


@lru_cache(maxsize=4096)
def code(text: str | None) -> str | None:
    """The code of a country named in any way `screening.names.places` knows; None where it knows none."""
    if not text or not (text := text.strip()):
        return None
    try:
        from screening.names.places import country_code

        return country_code(text)
    except (ImportError, KnowledgeError):
        return None
