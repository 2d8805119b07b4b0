"""Posts at borders in cells of customs tables: the country a post lies in, and the one that lies behind the border.

``ყაზბეგი (ლარსი)`` lies in Georgia and leads to Russia. A post's name is no country, and one that no table knows says
nothing.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, NamedTuple

from screening.names.tokens import words
from screening.record_notes import BETWEEN, noted
from screening.reference import table

POST: Final = "border_post"
"""The role of columns of such posts."""
WAYS: Final = {2: "exit", 3: "entry"}
"""What a heading says of how goods pass the post, by its rank."""
EITHER: Final = "passed"
"""What others say: no more than that."""


class Post(NamedTuple):
    """Where a post lies, and where it leads (empty where that is not known, or are several countries)."""

    country: str
    leads_to: str


@cache
def posts() -> dict[str, Post]:
    """The posts and stations of ``lists/places/border_stations.tsv`` by their folded names."""
    rows = table("places/border_stations.tsv").rows
    return {
        " ".join(words(name)): Post(row["country"], row["leads_to"]) for row in rows for name in row["names"].split(";")
    }


@lru_cache(maxsize=4096)
def post_in(cell: str) -> Post | None:
    """The post a cell names, by itself or among other words (``КПП Верхний Ларс``); None where it names none, or
    several that lie in, or lead to, different countries.
    """
    said, known = words(cell), posts()
    found: set[Post] = set()
    start = 0
    while start < len(said):
        ends = range(min(len(said), start + _longest()), start, -1)
        end = next((end for end in ends if " ".join(said[start:end]) in known), 0)
        if end:
            found.add(known[" ".join(said[start:end])])
        start = end or start + 1
    return found.pop() if len(found) == 1 else None


@cache
def _longest() -> int:
    return max(name.count(" ") + 1 for name in posts())


def noted_post(rank: int, cell: str) -> str | None:
    """A note for the flags on the post a cell names, with where it lies and leads to; None where that is not known.

    Args:
        rank: Of the column's heading, which says how goods pass the post (`WAYS`).
        cell: The cell.
    """
    post = post_in(cell)
    if post is None or not post.leads_to:
        return None
    return noted("border", f"{WAYS.get(rank, EITHER)}: {post.country}{BETWEEN}{post.leads_to}")
