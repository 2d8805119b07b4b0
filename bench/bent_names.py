"""Names as slips, scanners and look-alike letters bend them."""

from __future__ import annotations

import random
import re

HOMOGLYPHS = dict(zip("AaBCcEeHKMOoPpTXxy", "АаВСсЕеНКМОоРрТХху", strict=True))
OCR = {
    "o": "0",
    "l": "1",
    "i": "1",
    "s": "5",
    "b": "6",
    "g": "9",
    "m": "rn",
    "O": "0",
    "I": "1",
    "S": "5",
    "B": "8",
}
INVISIBLE = ("\u200b", "\u200c", "\u00ad", "\u2060", "\u200e")


def typo(rng: random.Random, name: str) -> str:
    """One letter dropped, doubled or swapped, inside a word of five letters or more where there is one."""
    words = [match.span() for match in re.finditer(r"[^\W\d_]{5,}", name)] or [(0, len(name))]
    start, end = max(words, key=lambda span: span[1] - span[0])
    at = rng.randrange(start + 1, end - 2) if end - start > 3 else start + 1
    kind = rng.choice(("drop", "double", "swap"))
    if kind == "swap" and name[at] != name[at + 1]:
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name[:at] + (name[at] * 2 if kind == "double" else "") + name[at + 1 :]


def homoglyph(rng: random.Random, name: str) -> str:
    """One or two Latin letters replaced by the Cyrillic ones that look the same."""
    places = [at for at, char in enumerate(name) if char in HOMOGLYPHS]
    letters = list(name)
    for at in rng.sample(places, min(2, len(places))):
        letters[at] = HOMOGLYPHS[letters[at]]
    return "".join(letters)


def invisible(rng: random.Random, name: str) -> str:
    """Two characters put in that nobody sees."""
    for _ in range(2):
        at = rng.randrange(1, len(name))
        name = name[:at] + rng.choice(INVISIBLE) + name[at:]
    return name


def ocr(rng: random.Random, name: str) -> str:
    """One letter read as the digit or letters that look like it, never the first."""
    places = [at for at, char in enumerate(name) if at and char in OCR]
    if not places:
        return name
    at = rng.choice(places)
    return name[:at] + OCR[name[at]] + name[at + 1 :]
