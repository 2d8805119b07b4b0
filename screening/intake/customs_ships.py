"""The ship of a customs record as one of its parties: by its name, without the voyage behind it, and its IMO number."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import Final

from screening.intake.check_digits import valid_imo
from screening.intake.customs_values import said
from screening.intake.customs_wording import vocabulary
from screening.intake.nothing import says_nothing
from screening.names.ship_papers import ships_papers
from screening.names.tokens import words

SHIP: Final = "vessel"
"""The role of a ship among the parties of a record."""
SHIP_ID: Final = "v-"
"""What the ids of ships begin with, those of all other parties with ``t-``."""
_IMO: Final = re.compile(r"(?<!\d)\d{7}(?!\d)")
_VOYAGE: Final = re.compile(r"\s*/\s*\d{1,5}[A-Z]{0,2}$", re.IGNORECASE)
"""A voyage's number behind a stroke, in a column of ships and their voyages."""
_MAX_NAME: Final = 200


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
