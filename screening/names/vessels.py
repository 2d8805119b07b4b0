"""A vessel's name in parts: its words and numbers all count, its prefix does not."""

from __future__ import annotations

from collections.abc import Sequence

from screening.names.parts import LIGHT, Part, make, pick, plain
from screening.names.vocabulary import segment


def vessel_parts(tokens: Sequence[str]) -> list[Part]:
    """The parts of the folded words of a vessel's or aircraft's name."""
    parts: list[Part] = []
    for each in segment(list(tokens)):
        taken = list(tokens[each.start : each.end])
        meaning = pick(each.meanings, ("vessel_prefix", "stopword", "particle"), trusting=True)
        if meaning is None or (len(taken) == 1 and len(taken[0]) == 1):
            parts.extend(plain(token, "vessel") for token in taken)
        else:
            kind = "title" if meaning.kind == "vessel_prefix" else meaning.kind
            parts.append(make(kind, taken, {meaning.concept}, "vessel"))
    if not any(part.kind not in LIGHT for part in parts):
        parts = [make("name", part.text.split(), (), "vessel") for part in parts]
    return [part if part.kind != "initial" else make("name", [part.text], (), "vessel") for part in parts]
