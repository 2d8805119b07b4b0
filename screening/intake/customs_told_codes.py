"""Codes of goods that a description states, where no column does: ``INTEGRATED CIRCUITS (HS CODE 8542.31)``.

Bills of lading, air waybills and letters of credit have no column for them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

import polars as pl

from screening.intake import customs_values as values
from screening.intake import customs_wording as wording

_CODE: Final = r"\d{4}(?:\.\d{2,4}){1,4}|\d{4} \d\d \d{3} \d|\d{4}(?: \d\d){1,3}|\d{6,12}|(?!19[89]\d|20[0-3]\d)\d{4}"
"""With dots, with spaces, or without either; a number of four digits that is no year is a heading."""


@cache
def _stated() -> re.Pattern[str]:
    """A label and the codes behind it."""
    labels = wording.any_written("hs_label").replace(r"\ ", r"[\s.]*")
    further = rf"\s*(?:[,;/&+]|{wording.any_written('and')})\s*"
    # "HS" is no end of a word ("BOOTHS 4202"), and a number goes on neither in digits nor in a unit of so many
    return re.compile(
        rf"(?<![^\W_])(?:{labels})(?![^\W_])[\s.:：№#()（）=-]*((?:{_CODE})(?:{further}(?:{_CODE}))*)(?![\d.]*\d)",
        re.IGNORECASE,
    )


@cache
def _marks() -> str:
    """A regular expression, of Polars' kind, that every text with a label answers."""
    return "(?i)" + wording.any_written("hs_label").replace(r"\ ", r"[\s.]*")


@lru_cache(maxsize=4096)
def codes_stated(text: str) -> tuple[str, ...]:
    """The codes that a text states behind a label (HS, HTS, NCM, ТН ВЭД, 税号), each once, in its order.

    Only those that begin with a heading there is.
    """
    found = []
    for behind_label in _stated().finditer(text):
        for cell in re.findall(_CODE, behind_label[1]):
            code, _ = values.hs_code(cell)
            if code and code[:4] in values.hs_headings():
                found.append(code)
    return tuple(dict.fromkeys(found))


def stated(texts: pl.Series) -> pl.Series:
    """The codes that texts state, as lists; null where a text states none, or is null."""
    held = texts.str.contains(_marks()).fill_null(value=False)
    if not held.any():
        return pl.Series(texts.name, [None], dtype=pl.List(pl.String)).new_from_index(0, len(texts))
    asked = texts.filter(held).unique()
    codes = pl.Series([list(codes_stated(text)) or None for text in asked], dtype=pl.List(pl.String))
    known = pl.DataFrame({"text": asked, "codes": codes})
    return pl.DataFrame({"text": texts}).join(known, on="text", how="left", maintain_order="left").get_column("codes")
