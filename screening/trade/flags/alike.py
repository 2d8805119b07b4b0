"""Figures far from those of others with the same code, looked at once more beside goods of like words alone."""

from __future__ import annotations

from typing import Final

import polars as pl

from screening.trade.book import Book
from screening.trade.robust import compared
from screening.trade.wording import plain_column

_WORDS: Final = r"\p{Han}|\p{L}{3,}"
"""What a description is compared by: words without numbers and models, each sign of those that part no words."""
_ALIKE: Final = 0.5
"""Goods are alike whose descriptions share this part of the words of the shorter."""
_MOST: Final = 20_000_000
"""Pairs of descriptions, and lines beside them, beyond which all goods of a code are taken for alike."""


def beside_alike(book: Book, values: pl.DataFrame, odd: pl.DataFrame, of: tuple[int, int, float]) -> pl.DataFrame:
    """The odd figures as they stand beside goods of like words: routers are no measure of the radio modules of a code.

    Args:
        book: The book, whose descriptions are read of the subheadings of odd figures alone.
        values: ``line, party, fine, coarse, x``, all that was compared (see `robust.distances`).
        odd: What `robust.compared` gives of those far from the others'.
        of: Others, records and least deviation, as `robust.compared` takes them.

    Returns:
        Rows like those of ``odd``: of lines with words, compared with goods of like words and those without any, left
        out where there are too few; the others as they are.
    """
    if odd.is_empty():
        return odd
    mine = values.filter(pl.col("line").is_in(odd.get_column("line").implode()))
    near = values.filter(pl.col("coarse").is_in(mine.get_column("coarse").unique().implode()))
    said = _worded(book, near)
    asked = said.filter(pl.col("line").is_in(odd.get_column("line").implode()) & pl.col("text").is_not_null())
    like = _like(said, asked)
    if like is None or asked.is_empty():
        return odd
    # each description that is asked of is a key of its own, and a line stands once beside each it is like
    beside = like.join(said, on=["coarse", "text"], nulls_equal=True).with_row_index("at")
    far = compared(beside.select("party", "x", line="at", fine="key", coarse="key"), *of)
    own = asked.join(like.select("key", "coarse", text="of").unique(), on=["coarse", "text"]).select("line", "key")
    again = far.join(beside.select("key", "at", own="line"), left_on="line", right_on="at")
    again = again.join(own, left_on=["own", "key"], right_on=["line", "key"]).with_columns(line="own")
    kept = odd.filter(~pl.col("line").is_in(asked.get_column("line").implode()))
    return pl.concat([kept, again.select(odd.columns).cast(odd.schema)])


def _worded(book: Book, near: pl.DataFrame) -> pl.DataFrame:
    """These lines with ``text``, the number of the words of its description; null where it has none. With ``words``."""
    lines = near.get_column("line")
    named = book.records.select("line", pl.col("description").cast(pl.Categorical))
    told = named.filter(pl.col("line").is_in(lines.implode())).collect(engine="streaming")
    texts = told.select("description").unique().drop_nulls()
    texts = texts.with_columns(
        words=plain_column(pl.col("description").cast(pl.String)).str.extract_all(_WORDS).list.unique().list.sort()
    ).filter(pl.col("words").list.len() > 0)
    texts = texts.with_columns(text=pl.col("words").list.join(" ").rank("dense"))
    return near.join(told.join(texts, on="description", how="left").drop("description"), on="line", how="left")


def _like(said: pl.DataFrame, asked: pl.DataFrame) -> pl.DataFrame | None:
    """``key, of, coarse, text``: for each subheading and text that is asked of, a number, and the texts like it. None
    where there are too many.
    """
    texts = said.group_by("coarse", "text").agg(pl.col("words").first(), lines=pl.len())
    words = texts.drop_nulls("text").with_columns(many=pl.col("words").list.len()).explode("words")
    keys = asked.select("coarse", of="text").unique().sort("coarse", "of").with_row_index("key")
    wanted = keys.join(words.rename({"text": "of", "many": "own"}).drop("lines"), on=["coarse", "of"])
    at = ["coarse", "words"]
    there = wanted.group_by(at).len().join(words.group_by(at).len(), on=at)
    if there.select((pl.col("len") * pl.col("len_right")).sum()).item() > _MOST:
        return None
    shared = wanted.join(words, on=at).group_by("key", "of", "coarse", "text", "own", "many", "lines").len("shared")
    like = shared.filter(pl.col("shared") >= _ALIKE * pl.min_horizontal("own", "many"))
    unsaid = texts.filter(pl.col("text").is_null()).join(keys, on="coarse")
    columns = ["key", "of", "coarse", "text", "lines"]
    both = pl.concat([like.select(columns), unsaid.select(columns)])
    return None if int(both.get_column("lines").sum()) > _MOST else both.drop("lines")
