"""Who paid, by the name that a remark gives: ``paid by X Ltd, Hong Kong``, ``X Ltd tarafından ödenmiştir``.

The words are those of ``lists/words/payers_named.tsv``. A name counts where it bears a legal form: "paid by the buyer"
names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from screening.intake.customs_addressed import apart, until_form
from screening.intake.customs_signs import is_denied
from screening.names.party_kinds import bears_legal_form
from screening.names.scripts import GLUED, script_of
from screening.names.tokens import words
from screening.reference import table

_PIECES: Final = re.compile(r"[;|\n；。؛]|(?<=[^\W\d_]{5})\.\s")
_TOKEN: Final = re.compile(r"[^\s,:;()\"«»“”]+")
_NUMBER: Final = re.compile(r"[\s\d.,/]+(?=[^\W\d])")
_EDGES: Final = " \t,:;.-–—()=：，"
_READ: Final = 500
_MOST_WORDS: Final = 10
_SIGN: Final = "third_party_payment"

Phrase = tuple[str, ...]


@lru_cache(maxsize=1 << 16)
def payer_in(text: str) -> tuple[str, str]:
    """The name of who paid that a text gives, and the address or country behind it; empty where it gives none, or
    speaks of carriage or duties.
    """
    for piece in _PIECES.split(text[:_READ]):
        tokens = list(_TOKEN.finditer(piece))
        folded = [" ".join(words(token[0])) for token in tokens]
        if _met("unless", folded):
            continue
        for kind in ("ahead", "behind"):
            for start, end in _met(kind, folded):
                part = piece[tokens[end - 1].end() :] if kind == "ahead" else piece[: tokens[start].start()]
                found = _named(_without(part) if kind == "ahead" else _behind_last(part))
                if found[0] and not is_denied(_SIGN, piece):
                    return found
        if (glued := _glued(piece)) and (found := _named(glued))[0] and not is_denied(_SIGN, piece):
            return found
    return "", ""


def _named(text: str) -> tuple[str, str]:
    name, address = apart(text.strip(_EDGES))
    name, rest = until_form(name.strip(_EDGES))
    several = len(words(name)) > 1 or any(script_of(char) in GLUED for char in name if char.isalpha())
    known = name and several and len(words(name)) <= _MOST_WORDS and bears_legal_form(name)
    return (name, ", ".join(part for part in (rest.strip(_EDGES), address) if part)) if known else ("", "")


def _without(text: str) -> str:
    """A text without the words before a name that are no part of it."""
    while True:
        text = _NUMBER.sub("", text.strip(_EDGES), count=1) if text.strip(_EDGES)[:1].isdigit() else text.strip(_EDGES)
        tokens = list(_TOKEN.finditer(text))
        folded = [" ".join(words(token[0])) for token in tokens]
        ends = [end for start, end in _met("apart", folded[:4]) if start == 0]
        if not ends:
            return text
        text = text[tokens[max(ends) - 1].end() :]


def _behind_last(text: str) -> str:
    """What of a text stands behind the last word that a name begins after."""
    tokens = list(_TOKEN.finditer(text))
    ends = [end for _, end in _met("until", [" ".join(words(token[0])) for token in tokens])]
    return text[tokens[max(ends) - 1].end() :] if ends else text


def _glued(piece: str) -> str:
    """What stands behind a word for who pays in a script that parts no words: 付款人：X."""
    if not any(script_of(char) in GLUED for char in piece if char.isalpha()):
        return ""
    for phrase in _phrases("ahead"):
        if len(phrase) == 1 and script_of(phrase[0]) in GLUED and phrase[0] in piece:
            return piece.partition(phrase[0])[2]
    return ""


def _met(kind: str, folded: Sequence[str]) -> list[tuple[int, int]]:
    """Where phrases of a kind stand among words, the longest first."""
    found = [
        (start, start + len(phrase))
        for phrase in _phrases(kind)
        for start in range(len(folded) - len(phrase) + 1)
        if all(map(_is, folded[start : start + len(phrase)], phrase))
    ]
    return sorted(found, key=lambda span: (span[0] - span[1], span))


def _is(word: str, written: str) -> bool:
    return word.startswith(written[:-1]) if written.endswith("*") else word == written


@cache
def _phrases(kind: str) -> tuple[Phrase, ...]:
    rows = [row for row in table("words/payers_named.tsv").rows if row["kind"] == kind]
    return tuple(dict.fromkeys(_folded(phrase) for row in rows for phrase in row["phrases"].split(";")))


def _folded(phrase: str) -> Phrase:
    return tuple(
        f"{' '.join(words(word.rstrip('*')))}{'*' if word.endswith('*') else ''}" for word in phrase.strip().split()
    )
