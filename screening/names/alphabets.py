"""Greek, Georgian, Armenian and Hebrew words in Latin letters, and kana: alphabets that rules alone can
read."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from screening.names.keys import Key, distinct
from screening.names.schemes import load
from screening.names.scripts import script_of

_BY_SCRIPT: Final = {"Greek": "greek", "Georgian": "georgian", "Armenian": "armenian", "Hebrew": "hebrew"}
SCRIPTS: Final = frozenset(_BY_SCRIPT)

_TURKISH: Final = "tr"

_HIRAGANA: Final = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}  # katakana lies 0x60 above hiragana
_SMALL_TSU: Final = re.compile(r"っ+([a-z])")
_LONG: Final = re.compile("[っー]")
_SYLLABIC_N: Final = re.compile(r"n(?=[bmp])")


def keys(word: str, script: str) -> tuple[Key, ...]:
    """Readings of a folded word in one of `SCRIPTS`, the most usual first."""
    return distinct(Key(scheme.write(word), scheme.label) for scheme in load(_BY_SCRIPT[script]))


@lru_cache(maxsize=1 << 14)
def turkish(word: str) -> str:
    """The folded Turkish word that Georgian or Armenian may write so (თიჯარეთ, ticaret); "" in other scripts."""
    script = _BY_SCRIPT.get(script_of(word), "")
    scheme = next((each for each in load(script) if _TURKISH in each.languages), None) if script else None
    return scheme.write(word) if scheme else ""


def hepburn(word: str) -> str:
    """A folded run of kana in Hepburn's system, mora by mora: long vowels as short ones, doubled consonants as single.

    Small vowels that change a mora of loanwords are written with it (ヴァ va, フィ fi).
    """
    return _LONG.sub("", load("kana")[0].write(word.translate(_HIRAGANA)))


def kana_keys(word: str) -> tuple[Key, ...]:
    """Readings of a folded run of kana: Hepburn with long vowels written in every usual way, and Kunrei."""
    hiragana = word.translate(_HIRAGANA)
    found: list[Key] = []
    for scheme in load("kana"):
        written = "".join(
            piece if piece in ("っ", "ー") else scheme.write(piece) for piece in re.split("([っー])", hiragana)
        )
        written = _SMALL_TSU.sub(lambda match: match[1].replace("c", "t") + match[1], written).replace("っ", "")
        short = re.sub("ー", "", written)
        as_spoken = re.sub(r"(?<=[oō])u|(?<=u)u|(?<=o)o", "", short)
        found.append(Key(as_spoken, f"{scheme.label}, long vowels short"))
        found.append(Key(re.sub("([aeiou])ー", r"\1\1", written).replace("ー", ""), f"{scheme.label}, as in kana"))
        found.append(Key(short, scheme.label))
        found.append(Key(re.sub("ou|oo|oー", "oh", written).replace("ー", ""), f"{scheme.label}, oh"))
        found.append(Key(_SYLLABIC_N.sub("m", as_spoken), f"{scheme.label}, m before b and p"))
    return distinct(found)
