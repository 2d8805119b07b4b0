"""Romanisation by rules kept in ``lists/scripts/*_schemes.tsv``: one engine for every alphabet.

A rule is ``letters=latin``. ``^x`` holds at the beginning of a word, ``+x`` at the beginning or after a
vowel or sign, ``x$`` at the end; the longest left side wins. A scheme takes from the one it inherits what
it does not say itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from screening import reference


@cache
def _vowels_and_signs() -> frozenset[str]:
    """The Cyrillic letters of any language behind which another begins a syllable."""
    rows = reference.table("scripts/cyrillic_languages.tsv").rows
    return frozenset(char for row in rows for char in row["vowels"] + row["signs"])


@dataclass(frozen=True, slots=True)
class Scheme:
    """One romanisation: what single letters become, and by first letter the rules that need a closer look.

    A rule is (letters, where, latin), ``where`` being "^", "+", "$" or "", in the order they are tried.
    """

    label: str
    languages: frozenset[str]
    rank: int
    plain: dict[str, str]
    special: dict[str, tuple[tuple[str, str, str], ...]]

    def write(self, word: str) -> str:
        """The word in Latin letters; letters the scheme does not know are left out."""
        out: list[str] = []
        at, length = 0, len(word)
        plain, special = self.plain, self.special
        while at < length:
            char = word[at]
            for piece, where, latin in special.get(char, ()):
                if word.startswith(piece, at) and _holds(where, word, at, at + len(piece)):
                    out.append(latin)
                    at += len(piece)
                    break
            else:
                latin = plain.get(char, "")
                out.append(latin or (char if char.isascii() else ""))
                at += 1
        return "".join(out)


def _holds(where: str, word: str, start: int, end: int) -> bool:
    if not where:
        return True
    if where == "$":
        return end == len(word)
    return start == 0 or (where == "+" and word[start - 1] in _vowels_and_signs())


def _compile(rules: dict[str, str]) -> tuple[dict[str, str], dict[str, tuple[tuple[str, str, str], ...]]]:
    plain: dict[str, str] = {}
    special: dict[str, list[tuple[str, str, str]]] = {}
    for left, latin in rules.items():
        where = left[0] if left[0] in "^+" else left[-1] if left[-1] == "$" else ""
        piece = left.strip("^+$")
        if where or len(piece) > 1:
            special.setdefault(piece[0], []).append((piece, where, latin))
        else:
            plain[piece] = latin
    order = {"$": 0, "^": 1, "+": 2, "": 3}
    return plain, {
        first: tuple(sorted(found, key=lambda rule: (-len(rule[0]), order[rule[1]])))
        for first, found in special.items()
    }


@cache
def load(script: str) -> tuple[Scheme, ...]:
    """All schemes of ``lists/scripts/<script>_schemes.tsv``, the most usual first."""
    rules: dict[str, dict[str, str]] = {}
    out = []
    for row in reference.table(f"scripts/{script}_schemes.tsv").rows:
        own = dict(rules.get(row["inherits"], {}))
        for rule in row["rules"].split():
            left, _, right = rule.partition("=")
            own[left] = right
        rules[row["scheme"]] = own
        if row["label"]:
            plain, special = _compile(own)
            languages = frozenset(row["languages"].split(","))
            out.append(Scheme(row["label"], languages, int(row["rank"]), plain, special))
    return tuple(sorted(out, key=lambda scheme: scheme.rank))
