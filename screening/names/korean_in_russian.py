"""Korean words in Cyrillic as Russian writes them, after Kontsevich: 성도 is Сондо, 태성 is Тхэсон or Тэсон."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from screening.names.korean import SILENT, assimilated, letters_of
from screening.reference import table

FEWEST: Final = 2
"""Syllables of a word that is written so; single ones are written like too many others."""
_VOICED: Final = frozenset("ㄴㄹㅁㅇ")
_LIQUID, _NASAL = "ㄹ", "ㄴ"
_SOUNDS: Final = {"ng": "н", "n": "н", "m": "м", "l": "л", "r": "р"}
"""What the end of a syllable and the beginning of the next make of each other, in Cyrillic."""


class _Letter(NamedTuple):
    plain: str
    linked: str
    press: str


@cache
def _letters() -> dict[tuple[str, str], _Letter]:
    """By place in the syllable and Hangul letter: the Cyrillic for it."""
    found = {}
    for row in table("scripts/korean_in_russian.tsv").rows:
        plain = row["plain"]
        found[row["place"], row["letter"]] = _Letter(plain, row["linked"] or plain, row["press"] or plain)
    return found


@lru_cache(maxsize=1 << 12)
def in_russian(hangul: str) -> tuple[str, ...]:
    """How Russian writes a word of Hangul syllables, folded: after Kontsevich, as the press does, and with the first
    letter as English has it (Дэсон); nothing for one syllable, nor where other characters stand among them.
    """
    syllables = letters_of(hangul)
    if len(syllables) < FEWEST or len(syllables) != len(hangul):
        return ()
    press = _written(syllables, press=True)
    begun = _letters()["initial", syllables[0][0]]
    voiced = (begun.linked if begun.linked != begun.plain else begun.press) + press.removeprefix(begun.press)
    return tuple(dict.fromkeys((_written(syllables, press=False), press, voiced)))


def _written(syllables: list[tuple[str, str, str]], *, press: bool) -> str:
    letters = _letters()
    initials, finals = _ends(syllables)
    out = []
    for at, ((initial, vowel, _), first, last) in enumerate(zip(syllables, initials, finals, strict=True)):
        if first is None:
            of = letters["initial", initial]
            voiced = at and (not syllables[at - 1][2] or syllables[at - 1][2] in _VOICED)
            first = of.linked if voiced and of.linked != of.plain else of.press if press else of.plain
        sound = letters["vowel", vowel]
        out.append(first + (sound.linked if initial == SILENT else sound.plain) + last)
    return "".join(out)


def _ends(syllables: list[tuple[str, str, str]]) -> tuple[list[str | None], list[str]]:
    """The beginning of each syllable where the one before makes something else of it, and the end of each."""
    letters = _letters()
    initials: list[str | None] = [None]
    finals = []
    for (_, _, final), (initial, _, _) in pairwise(syllables):
        as_spoken = assimilated().get((final, initial))
        if as_spoken:
            finals.append(_SOUNDS[as_spoken[0]])
            initials.append(_SOUNDS[as_spoken[1]])
            continue
        of = letters["final", final] if final else _Letter("", "", "")
        finals.append(of.linked if initial == SILENT else of.plain)
        initials.append(None)
    last = syllables[-1][2]
    return initials, [*finals, letters["final", last].plain if last else ""]
