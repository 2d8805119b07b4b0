"""The ship of a customs record as one of its parties: by its name, without the voyage behind it, and its IMO number."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

import polars as pl

from screening.intake.check_digits import valid_imo
from screening.intake.coded import Coded
from screening.intake.customs_values import said
from screening.intake.customs_wording import vocabulary
from screening.intake.nothing import says_nothing
from screening.names.ship_papers import ships_papers
from screening.names.tokens import words
from screening.reference import table

SHIP: Final = "vessel"
"""The role of a ship among the parties of a record."""
SHIP_ID: Final = "v-"
"""What the ids of ships begin with, those of all other parties with ``t-``."""
_IMO: Final = re.compile(r"(?<!\d)\d{7}(?!\d)")
_VOYAGE: Final = re.compile(r"\s*/\s*\d{1,5}[A-Z]{0,2}$", re.IGNORECASE)
"""A voyage's number behind a stroke, in a column of ships and their voyages."""
_MAX_NAME: Final = 200
_SHORT_MARK: Final = 2
"""Letters of each piece of a mark at most before which no inverted comma must stand: M/V, т/х."""


@lru_cache(maxsize=1 << 14)
def ship(name: str, number: str) -> tuple[str, str, tuple[tuple[str, str, str | None], ...]] | None:
    """Id, name and identifiers of the ship that two cells tell; None where they tell of none, or of a lorry."""
    plain, numbers = " ".join(name[:_MAX_NAME].split()), number if said(number) else ""
    plain = _VOYAGE.sub("", plain)
    if papers := ships_papers(plain):
        plain, numbers = papers.name, f"{numbers} {papers.number or ''}"
    text = plain.strip(" ,;:/-")
    if text.count("(") != text.count(")") or text.startswith("("):
        text = text.strip(" ,;:/()-")
    whole = " ".join(words(text))
    imo = next((each for each in _IMO.findall(numbers) if valid_imo(each)), None)
    nameless = whole in vocabulary("no_ship") or says_nothing(text, "party") or not any(map(str.isalpha, text))
    if nameless and not imo:
        return None
    key = f"imo|{imo}" if imo else f"ship|{whole}"
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    identifiers: tuple[tuple[str, str, str | None], ...] = (("IMO", imo, None),) if imo else ()
    return SHIP_ID + digest, f"IMO {imo}" if nameless else text, identifiers


def speaks_of_ships(cells: Iterable[str]) -> bool:
    """Whether any cell of a column of means of transport names a ship as such."""
    return bool(pl.Series([*cells], dtype=pl.String).str.contains(_ships()).any())


def ships_only(column: Coded) -> Coded:
    """The cells of a column of means of transport that name a ship as such, the others empty: they are of lorries."""
    return Coded(
        pl.select(pl.when(column.raw.str.contains(_ships())).then(column.raw).otherwise(pl.lit(""))).to_series()
    )


@cache
def _ships() -> str:
    """A ship's mark and a name behind it, ``Т/Х АНГАРА``, ``теплоход «Ангара»``; or a number called IMO. "Vessel,
    containerized" is a way of transport.
    """
    marks = {row["phrase"].strip() for row in table("words/vessel_prefixes.tsv").rows if not row["ambiguous"]}
    short = [each for each in marks if all(len(piece) <= _SHORT_MARK for piece in words(each)) and len(each) > 1]
    alone, quoted = ("|".join(map(re.escape, sorted(some, key=len, reverse=True))) for some in (short, marks))
    named = rf"""(?:{alone})(?:\s*["'«“„]|[\s.]+)\p{{L}}{{3}}|(?:{quoted})\s*["«“„]\w"""
    return rf"(?i)^\W*(?:{named})|\bIMO[\s.:#№-]*\d{{7}}\b"
