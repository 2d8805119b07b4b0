"""The id of an alert: the same from run to run, made of what the subject is and which entry it concerns."""

from __future__ import annotations

import base64
import hashlib
from typing import Final

PREFIX: Final = "A-"
_LETTERS: Final = 12  # 60 bits: among a million alerts two share an id with a chance of one in two million


def alert_id(subject_id: str, list_id: str, entry_id: str) -> str:
    """The id of the alert that a subject raises with an entry.

    The subject's id says what it is (intake makes it from the customer's id, or from the name and the story,
    never from a row number). Neither the snapshot nor what the match was made on is part of it: an alert
    outlives a new publication of its list, and a name and a number that lead to the same entry are one alert.

    Returns:
        ``A-`` and twelve letters and digits that are not mistaken for each other.
    """
    digest = hashlib.sha256("\x1f".join((subject_id, list_id, entry_id)).encode("utf-8", "surrogatepass")).digest()
    return PREFIX + base64.b32encode(digest).decode("ascii")[:_LETTERS]
